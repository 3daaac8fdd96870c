"""Days in the words of a list or a sentence: "23 Nov", "on Monday", "Friday", with a year only where one is needed."""

from datetime import date

WEEK_DAYS = 7
SAME_YEAR_DAYS = 180  # a day so near needs no year, whichever it is in


def when_said(day: date, today: date) -> str:
    """A day gone by in a sentence: "today", "yesterday", "on Monday", "on 14 June", "on 14 June 2024"."""
    days = (today - day).days
    if days in (0, 1):
        return ("today", "yesterday")[days]
    return f"on {day:%A}" if 1 < days < WEEK_DAYS else f"on {long_day(day, today)}"


def day_ahead(day: date, today: date) -> str:
    """A day to come on a button, after "by": "today", "tomorrow", "Friday", "4 December"."""
    days = (day - today).days
    if days in (0, 1):
        return ("today", "tomorrow")[days]
    return f"{day:%A}" if 1 < days < WEEK_DAYS else long_day(day, today)


def short_day(day: date, today: date) -> str:
    """ "23 Nov", "23 Nov 2024"."""
    return f"{day.day} {day:%b}" if needs_no_year(day, today) else f"{day.day} {day:%b} {day.year}"


def long_day(day: date, today: date) -> str:
    """ "6 October", "6 October 2024"."""
    return f"{day.day} {day:%B}" if needs_no_year(day, today) else f"{day.day} {day:%B} {day.year}"


def found_words(day: date | None, hour: str, today: date) -> str:
    """When something found was said: "Yesterday 21:06", "Monday 21:06", "9 November"; the hour only while it tells."""
    if day is None:
        return "Some day"
    days = (today - day).days
    if not 0 <= days < WEEK_DAYS:
        return long_day(day, today)
    name = ("Today", "Yesterday")[days] if days < 2 else f"{day:%A}"
    return f"{name} {hour}".strip()


def needs_no_year(day: date, today: date) -> bool:
    """Whether day and month say which one is meant."""
    return day.year == today.year or abs((today - day).days) < SAME_YEAR_DAYS
