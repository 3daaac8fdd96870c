from datetime import date

import pytest

from amity.judgement.ahead import a_year_before, event_mark, event_words, year_after, year_mark, year_words
from amity.judgement.pronouns import spoken

SHE, THEY = spoken("she/her"), spoken("")


@pytest.mark.parametrize(
    ("pronouns", "they", "them", "their", "are"),
    [
        ("she/her", "she", "her", "her", "is"),
        ("He, him", "he", "him", "his", "is"),
        ("they/them", "they", "them", "their", "are"),
        ("", "they", "them", "their", "are"),
        ("xe/xem", "they", "them", "their", "are"),
    ],
)
def test_somebody_is_spoken_of_as_they_wish_or_as_they(pronouns, they, them, their, are):
    words = spoken(pronouns)

    assert (words.they, words.them, words.their, words.are) == (they, them, their, are)


@pytest.mark.parametrize(
    ("text", "words", "mark"),
    [
        ("Moved in at 26.", "a year since she moved in at 26", "A year since Ana moved in at 26"),
        ("Retired", "a year since she retired", "A year since Ana retired"),
        ("The baby came", "a year ago: the baby came", "Ana, a year ago: the baby came"),
        ("Piet died in July", "a year ago: Piet died in July", "Ana, a year ago: Piet died in July"),
    ],
)
def test_a_year_later_what_happened_is_said_in_a_sentence(text, words, mark):
    assert (year_words(text, SHE), year_mark("Ana", text)) == (words, mark)


def test_of_unknown_pronouns_they_moved_in():
    assert year_words("Moved in", THEY) == "a year since they moved in"


def test_a_note_in_lines_is_one_line_behind_a_name():
    assert event_words("Interview\n in Glasgow.") == "Interview in Glasgow"
    assert event_mark("Ana", "x" * 80) == f"Ana: {'x' * 60}…"


def test_the_days_of_a_year_ago_are_looked_for_around_a_leap_day():
    assert a_year_before(date(2024, 2, 29), 14).first == date(2023, 2, 28)
    assert a_year_before(date(2025, 2, 28), 14).last == date(2024, 3, 13)
    assert year_after(date(2024, 2, 29)) == date(2025, 2, 28)
