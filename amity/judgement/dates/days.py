"""Days of the calendar counted from a day: the coming Friday, the month after, the end of a quarter, Easter."""

from calendar import monthrange
from datetime import date, timedelta

SATURDAY = 5
SUNDAY = 6
WEEK = timedelta(days=7)
FARTHEST_YEARS = 20  # a day farther off than this is a slip of the pen, or no date at all


def make_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none, as on 31 June."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def coming(weekday: int, on: date) -> date:
    """The next such weekday after `on`, never `on` itself. Monday is 0."""
    return on + timedelta(days=(weekday - on.weekday() - 1) % 7 + 1)


def lately(weekday: int, on: date) -> date:
    """The newest such weekday up to and with `on`."""
    return on - timedelta(days=(on.weekday() - weekday) % 7)


def in_week(weekday: int, on: date, weeks: int) -> date:
    """That weekday in the week so many weeks away; weeks begin on Monday."""
    return on + timedelta(days=weekday - on.weekday(), weeks=weeks)


def add_months(on: date, months: int) -> date:
    """The same day so many months on, or the last of a month that is too short."""
    years, month = divmod(on.month - 1 + months, 12)
    year = on.year + years
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def end_of_month(on: date) -> date:
    """The last day of the month that `on` lies in."""
    return on.replace(day=monthrange(on.year, on.month)[1])


def end_of_quarter(on: date) -> date:
    """The last day of the calendar quarter that `on` lies in."""
    return end_of_month(add_months(on.replace(day=1), (3 - on.month) % 3))


def near_year(month: int, day: int, on: date, past: bool) -> date | None:
    """That day of the year, the next one from `on`, or the last one up to `on` when it is past."""
    found = make_day(on.year, month, day)
    if found is None or (found > on if past else found < on):
        found = make_day(on.year + (-1 if past else 1), month, day)
    return found


def near_month(day: int, on: date, past: bool) -> date | None:
    """The next such day of a month after `on`, or the last one up to `on`; months without it are passed over."""
    for step in range(4):
        first = add_months(on.replace(day=1), -step if past else step)
        found = make_day(first.year, first.month, day)
        if found and (found <= on if past else found > on):
            return found
    return None


def nth_weekday(weekday: int, nth: int, first: date) -> date | None:
    """The nth such weekday of the month that begins with `first`; -1 is the last."""
    if nth < 0:
        return lately(weekday, end_of_month(first))
    found = coming(weekday, first - timedelta(days=1)) + WEEK * (nth - 1)
    return found if found.month == first.month else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def is_near(day: date, on: date) -> bool:
    """Whether a day is near enough to be meant."""
    return abs(day.year - on.year) <= FARTHEST_YEARS
