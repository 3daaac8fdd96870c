"""Birthdays: on which day of a year one falls, and how it is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

LEAP_DAY = (2, 29)
A_LEAP_YEAR = 2000
LONGEST_LIFE = 125  # years: a greater age says that the year is wrong


@dataclass(frozen=True, slots=True)
class MonthDays:
    """A run of days within one month, both ends included: what a database is asked for."""

    month: int
    first: int
    last: int


def falls_on(month: int, day: int, year: int) -> date:
    """The day in `year`. Who was born on 29 February has their day on the 28th in common years.

    Raises ValueError for a day that is in no calendar.
    """
    if (month, day) == LEAP_DAY and not _is_leap(year):
        return date(year, 2, 28)
    return date(year, month, day)


def next_birthday(month: int, day: int, today: date) -> date:
    """The next one, today included."""
    this_year = falls_on(month, day, today.year)
    return this_year if this_year >= today else falls_on(month, day, today.year + 1)


def days_ahead(today: date, days: int) -> tuple[MonthDays, ...]:
    """The days of birth whose birthdays fall on `today` or one of the days behind it; `days` counts today too."""
    runs: list[MonthDays] = []
    for month, day in _days_of_birth(today, days):
        if runs and runs[-1].month == month and runs[-1].last + 1 == day:
            runs[-1] = MonthDays(month, runs[-1].first, day)
        else:
            runs.append(MonthDays(month, day, day))
    return tuple(runs)


def turns_words(born_year: int | None, on: date) -> str:
    """What follows the name: "turns 38", or "has a birthday" where the year is not known or cannot be."""
    age = on.year - born_year if born_year else 0
    return f"turns {age}" if 0 < age <= LONGEST_LIFE else "has a birthday"


def birthday_words(year: int | None, month: int | None, day: int | None) -> str:
    """ "3 February", "3 February 1988"; a month or a year alone where no more is known; "" for nothing at all."""
    if not month:
        return str(year or "")
    shown = date(A_LEAP_YEAR, month, day or 1)
    words = f"{shown.day} {shown:%B}" if day else f"{shown:%B}"
    return f"{words} {year}" if year else words


def _days_of_birth(today: date, days: int) -> Iterator[tuple[int, int]]:
    for number in range(days):
        day = today + timedelta(days=number)
        yield day.month, day.day
        if (day.month, day.day) == (2, 28) and not _is_leap(day.year):
            yield LEAP_DAY


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
