import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.formats.birthdays import WrittenDay, parse_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1980-03-22", WrittenDay(3, 22, 1980)),
        ("19800322", WrittenDay(3, 22, 1980)),
        ("1980-03-22T00:00:00Z", WrittenDay(3, 22, 1980)),
        ("1996-04-15T201243+04:00", WrittenDay(4, 15, 1996)),
        ("--0401", WrittenDay(4, 1)),
        ("--04-01", WrittenDay(4, 1)),
        ("--0229", WrittenDay(2, 29)),
        ("1604-04-01", WrittenDay(4, 1)),
        ("1900-04-01", WrittenDay(4, 1)),
        ("1980/3/22", WrittenDay(3, 22, 1980)),
        ("22.03.1980", WrittenDay(3, 22, 1980)),
        ("22.3.", WrittenDay(3, 22)),
        ("3/22/1980", WrittenDay(3, 22, 1980)),
        ("22/3/1980", WrittenDay(3, 22, 1980)),
        ("4/4/1980", WrittenDay(4, 4, 1980)),
        ("22 March 1980", WrittenDay(3, 22, 1980)),
        ("22nd of March", WrittenDay(3, 22)),
        ("March 22nd, 1980", WrittenDay(3, 22, 1980)),
        ("22. März 1980", WrittenDay(3, 22, 1980)),
        ("1er avril", WrittenDay(4, 1)),
        ("22 de marzo de 1980", WrittenDay(3, 22, 1980)),
        ("3/4/1980", None),
        ("circa 1800", None),
        ("1980", None),
        ("1980-03", None),
        ("---22", None),
        ("1981-02-29", None),
        ("1980-13-01", None),
        ("22 Foo 1980", None),
        ("", None),
    ],
)
def test_a_written_day_is_understood_or_left(text: str, expected: WrittenDay | None) -> None:
    assert parse_day(text) == expected


@pytest.mark.parametrize("omitted", ["1904", "true"])
def test_a_year_that_stands_for_none_is_dropped(omitted: str) -> None:
    assert parse_day("1904-03-22", omitted) == WrittenDay(3, 22)


@given(st.dates())
def test_a_day_is_written_so_that_it_is_read_back(day: object) -> None:
    first = parse_day(str(day))

    assert first is not None
    assert parse_day(str(first)) == first


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(text: str) -> None:
    day = parse_day(text)

    assert day is None or 1 <= day.month <= 12
