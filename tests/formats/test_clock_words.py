import pytest

from amity.formats.clock_words import half_of_day, is_known_word


@pytest.mark.parametrize(
    ("word", "hours"),
    [
        ("AM", 0),
        ("p. m.", 12),
        ("p.\u00a0m.", 12),
        ("午前", 0),
        ("오후", 12),
        ("μ.μ.", 12),
        ("ÖS", 12),
        ("Uhr", None),
        ("x", None),
    ],
)
def test_words_beside_the_hour_tell_the_half_of_the_day(word: str, hours: int | None) -> None:
    assert half_of_day(word) == hours


@pytest.mark.parametrize(("word", "known"), [("Uhr", True), ("klo", True), ("", True), ("PM", True), ("zorp", False)])
def test_words_that_say_nothing_are_known_as_such(word: str, known: bool) -> None:
    assert is_known_word(word) is known
