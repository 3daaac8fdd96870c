"""How a match becomes a day: one reader for each way in which languages write dates.

Groups the readers know: `w` weekday, `which` (this, next, last), `d` day of the month, `m` month, `y` year, `n` number,
`u` unit, `p` part (start, end), `f` feast, `r` relative word. A table may leave any of them out.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from amity.judgement.dates.days import (
    SATURDAY,
    SUNDAY,
    WEEK,
    add_months,
    coming,
    end_of_month,
    end_of_quarter,
    in_week,
    lately,
    make_day,
    near_month,
    near_year,
    nth_weekday,
)
from amity.judgement.dates.table import Moment, Part, Unit, Which

HOURS_OF_A_DAY = 24
MOST_UNITS = 1_000  # "in 5000 years" is no date
FIRST_YEAR_WRITTEN_SHORT = 2000
DAY_OF_PART = {Part.START: 1, Part.EARLY: 1, Part.MIDDLE: 15, Part.LATE: 25}
WEEKDAY_OF_PART = {Part.START: 0, Part.EARLY: 0, Part.MIDDLE: 2, Part.LATE: 4, Part.END: SUNDAY}


def group(match: re.Match[str], name: str) -> str:
    """The letters of a group with single blanks, or nothing where the pattern has none of that name."""
    if name not in match.re.groupindex:
        return ""
    return " ".join((match[name] or "").split())


def read_weekday(match: re.Match[str], at: Moment) -> date | None:
    """A weekday, as in "Tue", "next Friday" (of next week), "this Friday", "last Monday" (the newest)."""
    weekday = at.words.weekdays[group(match, "w")]
    which = at.words.which.get(group(match, "which"))
    if which is Which.NEXT:
        return in_week(weekday, at.on, 1)
    if which is Which.LAST:
        return lately(weekday, at.on - timedelta(days=1))
    if which is Which.THIS:
        return in_week(weekday, at.on, 0) if weekday >= at.on.weekday() else coming(weekday, at.on)
    return lately(weekday, at.on - timedelta(days=1)) if at.is_past(match) else coming(weekday, at.on)


def read_coming_weekday(match: re.Match[str], at: Moment) -> date | None:
    """The coming weekday, whatever the verbs, as in "mardi prochain"."""
    return coming(at.words.weekdays[group(match, "w")], at.on)


def read_last_weekday(match: re.Match[str], at: Moment) -> date | None:
    """The newest such weekday before today, as in "lundi dernier"."""
    return lately(at.words.weekdays[group(match, "w")], at.on - timedelta(days=1))


def weekday_and_weeks(weeks: int) -> Callable[[re.Match[str], Moment], date | None]:
    """A reader for so many weeks after the coming weekday, as in "Monday week"."""

    def read(match: re.Match[str], at: Moment) -> date | None:
        return coming(at.words.weekdays[group(match, "w")], at.on) + weeks * WEEK

    return read


def read_weekday_in_week(match: re.Match[str], at: Moment) -> date | None:
    """A weekday of a week, as in "Tuesday next week"."""
    which = at.words.which.get(group(match, "which"), Which.THIS)
    return in_week(at.words.weekdays[group(match, "w")], at.on, which.value)


def read_weekday_next_week(match: re.Match[str], at: Moment) -> date | None:
    """A weekday of the next week, where the words for that week stand in the rule."""
    return in_week(at.words.weekdays[group(match, "w")], at.on, 1)


def read_relative(match: re.Match[str], at: Moment) -> date | None:
    """A word counted from today, as in "tomorrow"; a weekday or day named with it wins ("COB Friday")."""
    if group(match, "w"):
        return read_weekday(match, at)
    return at.on + timedelta(days=at.words.relative[group(match, "r")])


def read_today(match: re.Match[str], at: Moment) -> date | None:
    """Today itself, as in "this afternoon" or "by end of day"; a weekday named with it wins."""
    return read_relative(match, at) if group(match, "r") or group(match, "w") else at.on


def read_day_month(match: re.Match[str], at: Moment) -> date | None:
    """A day of a month, with or without its year, as in "12 June" or "March 20th, 2026"."""
    month = at.words.months[group(match, "m")]
    day = _number(group(match, "d"), at)
    if year := group(match, "y"):
        return make_day(_whole_year(year), month, day)
    return near_year(month, day, at.on, at.is_past(match))


def read_month(match: re.Match[str], at: Moment) -> date | None:
    """The first day of a month to come, as in "in March". A month gone by tells no day."""
    month = at.words.months[group(match, "m")]
    if year := group(match, "y"):
        found = make_day(_whole_year(year), month, 1)
        return found if found and found > at.on else None
    if at.is_past(match):
        return None
    return near_year(month, 1, at.on, past=False)


def read_part_of_month(match: re.Match[str], at: Moment) -> date | None:
    """A part of a named month, as in "end of January" or "mid-June"."""
    part = at.words.parts[group(match, "p")]
    month = at.words.months[group(match, "m")]
    if year := group(match, "y"):
        first = make_day(_whole_year(year), month, 1)
    elif at.is_past(match):
        return None
    else:
        first = date(at.on.year, month, 1)
        if (end_of_month(first) if part is Part.END else first.replace(day=DAY_OF_PART[part])) < at.on:
            first = date(at.on.year + 1, month, 1)
    if not first:
        return None
    return end_of_month(first) if part is Part.END else first.replace(day=DAY_OF_PART[part])


def read_part_of_period(match: re.Match[str], at: Moment) -> date | None:
    """A part of a week, month or year, as in "end of next month" or "early next week"."""
    part = at.words.parts[group(match, "p")]
    unit = at.words.units[group(match, "u")].unit
    which = at.words.which.get(group(match, "which"), Which.THIS)
    if which is Which.LAST:
        return None
    if unit is Unit.WEEK:
        return in_week(WEEKDAY_OF_PART[part], at.on, which.value)
    if unit is Unit.QUARTER:
        return end_of_quarter(add_months(at.on.replace(day=1), 3 * which.value))
    if unit is Unit.YEAR:
        year = at.on.year + which.value
        return {Part.END: date(year, 12, 31), Part.MIDDLE: date(year, 6, 30)}.get(part, date(year, 1, 1))
    if unit is not Unit.MONTH:
        return None
    first = add_months(at.on.replace(day=1), which.value)
    return end_of_month(first) if part is Part.END else first.replace(day=DAY_OF_PART[part])


def read_period(match: re.Match[str], at: Moment) -> date | None:
    """A week, month or year as a whole.

    "Next week" is a week from today, "this month" its last day where something is to be done in it.
    """
    unit = at.words.units[group(match, "u")].unit
    which = at.words.which[group(match, "which")]
    if which is Which.LAST and unit is Unit.YEAR:
        return None
    if which is not Which.THIS:
        return add_amount(at.on, unit, which.value)
    if not at.says_ahead(match):
        return None
    if unit is Unit.WEEK:
        return in_week(SUNDAY, at.on, 0)
    return end_of_month(at.on) if unit is Unit.MONTH else date(at.on.year, 12, 31) if unit is Unit.YEAR else None


def read_weekend(match: re.Match[str], at: Moment) -> date | None:
    """The Saturday of a weekend; on a Sunday "this weekend" is today."""
    which = at.words.which.get(group(match, "which"))
    if which is Which.LAST or (which is None and at.is_past(match)):
        return lately(SATURDAY, at.on)
    saturday = in_week(SATURDAY, at.on, 0)
    return saturday + WEEK if which is Which.NEXT else max(saturday, at.on)


def read_after_weekend(match: re.Match[str], at: Moment) -> date | None:
    """The Monday after the weekend."""
    return in_week(0, at.on, 1)


def read_amount(match: re.Match[str], at: Moment) -> date | None:
    """So much from today, as in "in two weeks"; what took two weeks in the past is no date."""
    return None if at.is_past(match) else _counted(match, at, at.on, 1)


def read_amount_from(match: re.Match[str], at: Moment) -> date | None:
    """So much from today or from a day named with it, as in "a week from Saturday"."""
    start = at.on
    if weekday := group(match, "w"):
        start = coming(at.words.weekdays[weekday], at.on)
    elif relative := group(match, "r"):
        start += timedelta(days=at.words.relative[relative])
    return _counted(match, at, start, 1)


def read_ago(match: re.Match[str], at: Moment) -> date | None:
    """So much before today, as in "two days ago"."""
    return _counted(match, at, at.on, -1)


def read_half_year(match: re.Match[str], at: Moment) -> date | None:
    """Six months from today."""
    return add_months(at.on, 6)


def read_end_of_period(match: re.Match[str], at: Moment) -> date | None:
    """The last day of this week, month or year, as in "EOM" or "before the month is out"."""
    unit = at.words.units[group(match, "u")].unit
    if unit is Unit.WEEK:
        return in_week(SUNDAY, at.on, 0)
    return end_of_month(at.on) if unit is Unit.MONTH else date(at.on.year, 12, 31)


def read_nth(match: re.Match[str], at: Moment) -> date | None:
    """A day of this month or the next, as in "on the 5th" or "the 5th of next month"."""
    day = _number(group(match, "d"), at)
    if which := at.words.which.get(group(match, "which")):
        first = add_months(at.on.replace(day=1), which.value)
        return make_day(first.year, first.month, day)
    return near_month(day, at.on, at.is_past(match))


def read_feast(match: re.Match[str], at: Moment) -> date | None:
    """A feast of the year, the next one or the last one."""
    feast = at.words.feasts[group(match, "f")]
    if year := group(match, "y"):
        return feast(_whole_year(year))
    past = at.is_past(match)
    this_year = feast(at.on.year)
    if this_year > at.on if past else this_year < at.on:
        return feast(at.on.year + (-1 if past else 1))
    return this_year


def read_nth_weekday(match: re.Match[str], at: Moment) -> date | None:
    """The nth weekday of a month, as in "the last Friday in November"; `nth` is -1 for the last."""
    nth = at.words.numbers[group(match, "nth")]
    weekday = at.words.weekdays[group(match, "w")]
    if month := group(match, "m"):
        first = date(at.on.year, at.words.months[month], 1)
        found = nth_weekday(weekday, nth, first)
        return found if found and found >= at.on else nth_weekday(weekday, nth, first.replace(year=at.on.year + 1))
    which = at.words.which.get(group(match, "which"), Which.THIS)
    return nth_weekday(weekday, nth, add_months(at.on.replace(day=1), which.value))


def read_nth_week(match: re.Match[str], at: Moment) -> date | None:
    """The first day of the nth week of a month, as in "the first week of January"."""
    first = near_year(at.words.months[group(match, "m")], 1, at.on, past=False)
    nth = at.words.numbers[group(match, "nth")]
    if first is None or at.is_past(match):
        return None
    return end_of_month(first) - timedelta(days=6) if nth < 0 else first + WEEK * (nth - 1)


def read_iso(match: re.Match[str], at: Moment) -> date | None:
    """A day as in "2026-04-02"."""
    return make_day(int(match["y"]), int(match["mm"]), int(match["d"]))


def read_numeric(match: re.Match[str], at: Moment) -> date | None:
    """A day as in "5/12/2026" or "20.3.": the day first unless the region, or the calendar, says otherwise."""
    one, other = int(match["d"]), int(match["mm"])
    day, month = (one, other) if at.day_first else (other, one)
    if month > 12:
        day, month = month, day
    if not 1 <= month <= 12:
        return None
    if year := group(match, "y"):
        return make_day(_whole_year(year), month, day)
    return near_year(month, day, at.on, at.is_past(match))


def add_amount(start: date, unit: Unit, count: int) -> date | None:
    """That many of a unit from a day; hours make whole days."""
    if abs(count) > MOST_UNITS:
        return None
    if unit is Unit.HOUR:
        return start + timedelta(days=-(-count // HOURS_OF_A_DAY) if count > HOURS_OF_A_DAY // 2 else 0)
    if unit is Unit.DAY:
        return start + timedelta(days=count)
    if unit is Unit.WEEK:
        return start + count * WEEK
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[unit] * count
    return add_months(start, months) if 0 < start.year + months // 12 < date.max.year else None


def _counted(match: re.Match[str], at: Moment, start: date, sign: int) -> date | None:
    amount = at.words.units[group(match, "u")]
    count = _number(group(match, "n"), at) if group(match, "n") else 1
    return add_amount(start, amount.unit, sign * count * amount.count)


def _number(text: str, at: Moment) -> int:
    digits = text.rstrip(".")
    return int(digits) if digits.isdecimal() else at.words.numbers.get(text, 0)


def _whole_year(text: str) -> int:
    year = int(text.lstrip("'"))
    return year if year >= 100 else FIRST_YEAR_WRITTEN_SHORT + year
