from datetime import date

import pytest

from amity.judgement.birthdays import MonthDays, birthday_words, days_ahead, falls_on, next_birthday, turns_words


@pytest.mark.parametrize(
    ("month", "day", "year", "expected"),
    [
        (2, 29, 2024, date(2024, 2, 29)),
        (2, 29, 2026, date(2026, 2, 28)),
        (2, 29, 2000, date(2000, 2, 29)),
        (2, 29, 2100, date(2100, 2, 28)),
        (2, 28, 2026, date(2026, 2, 28)),
        (3, 1, 2026, date(2026, 3, 1)),
        (12, 31, 2026, date(2026, 12, 31)),
    ],
)
def test_a_leap_day_is_kept_on_the_28th_in_common_years(month, day, year, expected):
    assert falls_on(month, day, year) == expected


@pytest.mark.parametrize(("month", "day"), [(2, 30), (13, 1), (4, 31), (0, 1)])
def test_a_day_in_no_calendar_is_refused(month, day):
    with pytest.raises(ValueError):
        falls_on(month, day, 2026)


@pytest.mark.parametrize(
    ("month", "day", "today", "expected"),
    [
        (11, 26, date(2026, 11, 23), date(2026, 11, 26)),
        (11, 23, date(2026, 11, 23), date(2026, 11, 23)),
        (11, 22, date(2026, 11, 23), date(2027, 11, 22)),
        (1, 3, date(2026, 12, 24), date(2027, 1, 3)),
        (2, 29, date(2026, 2, 28), date(2026, 2, 28)),
        (2, 29, date(2026, 3, 1), date(2027, 2, 28)),
        (2, 29, date(2027, 12, 31), date(2028, 2, 29)),
    ],
)
def test_the_next_birthday_is_today_or_later(month, day, today, expected):
    assert next_birthday(month, day, today) == expected


@pytest.mark.parametrize(
    ("today", "days", "expected"),
    [
        (date(2026, 11, 23), 14, (MonthDays(11, 23, 30), MonthDays(12, 1, 6))),
        (date(2026, 12, 31), 2, (MonthDays(12, 31, 31), MonthDays(1, 1, 1))),
        (date(2026, 5, 1), 1, (MonthDays(5, 1, 1),)),
        (date(2026, 2, 27), 3, (MonthDays(2, 27, 29), MonthDays(3, 1, 1))),
        (date(2028, 2, 28), 1, (MonthDays(2, 28, 28),)),
        (date(2028, 2, 28), 2, (MonthDays(2, 28, 29),)),
    ],
)
def test_the_days_of_birth_of_a_fortnight_come_as_runs_within_a_month(today, days, expected):
    assert days_ahead(today, days) == expected


def test_every_day_of_birth_found_ahead_has_its_next_birthday_there():
    today = date(2027, 2, 20)

    ahead = [(run.month, day) for run in days_ahead(today, 14) for day in range(run.first, run.last + 1)]

    assert (2, 29) in ahead
    assert all((next_birthday(month, day, today) - today).days < 14 for month, day in ahead)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (1988, "turns 38"),
        (None, "has a birthday"),
        (2026, "has a birthday"),
        (1604, "has a birthday"),
        (2025, "turns 1"),
    ],
)
def test_an_age_is_said_where_it_can_be(born, expected):
    assert turns_words(born, date(2026, 11, 26)) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ((None, 2, 3), "3 February"),
        ((1988, 2, 3), "3 February 1988"),
        ((1988, 2, 29), "29 February 1988"),
        ((1988, None, None), "1988"),
        ((None, 5, None), "May"),
        ((1970, 5, None), "May 1970"),
        ((None, None, None), ""),
    ],
)
def test_a_birthday_is_written_with_what_is_known(born, expected):
    assert birthday_words(*born) == expected
