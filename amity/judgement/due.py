"""By when something was promised: a day, or words that are none ("soon", "in spring"), and when Today speaks of it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from amity.judgement.dates import TABLES, FoundDate, Sense, due_date, find_dates
from amity.lib.text import fold, shorten

LONGEST_WORDS = 60  # characters of a day that is none
AHEAD = timedelta(days=3)  # a promise stands on Today from so long before its day
SOON = timedelta(days=7)  # without a day, or "soon": after a week it is time to think of it
SOME_TIME = timedelta(days=30)  # "when I am back", "by Tết": nobody can say; a month is gentle
FURTHEST_YEARS = 50

_SOON = re.compile(
    r"(?:very |really |pretty )?(?:soon|shortly|asap|a\.s\.a\.p\.?|presently)|as soon as (?:possible|i can)"
    r"|straight away|right away|at once|quickly|bald|demnachst|bientot|des que possible|pronto|cuanto antes"
    r"|these days|in a bit"
)
_SEASON = re.compile(
    r"\b(?:(spring|fruhling|fruhjahr|printemps|primavera)|(summer|sommer|ete|verano)"
    r"|(autumn|fall|herbst|automne|otono)|(winter|hiver|invierno))\b"
)
_FIRST_MONTH = (3, 6, 9, 12)  # of spring, summer, autumn and winter, as north of the equator
_MONTH = rf"(?:{'|'.join(sorted({name for table in TABLES.values() for name in table.words.months}))})\.?"
_LOOKS_LIKE_A_DAY = re.compile(
    rf"\d+\s*[-./]\s*\d+|\d+(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?{_MONTH}\b|\b{_MONTH}\s+\d+"
    r"|\bin \d+ (?:days?|weeks?|months?|years?)\b"
)
_HOUR = re.compile(r"\bat \d{1,2}\b|\b\d{1,2}(?:[:.]\d\d\b|\s*(?:am|pm|h|uhr|o.clock)\b)", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


@dataclass(frozen=True, slots=True)
class Due:
    """A day, or the words of a day that is none; neither: no day was said."""

    on: date | None = None
    words: str = ""


NO_DAY = Due()


def read_due(text: str, today: date) -> Due | None:
    """What is typed for a day: "2026-12-04", "Friday", "soon", "". None: it reads like a day that no calendar has."""
    text = " ".join(text.split())
    if not text:
        return NO_DAY
    if _ISO.fullmatch(text):
        day = _iso(text)
        return Due(on=day) if day else None
    found = due_date(text, on=today) or _last(find_dates(text, on=today))
    if found:
        return Due(on=found.day) if _is_all(found, text) else None
    return None if _LOOKS_LIKE_A_DAY.search(fold(text)) else Due(words=shorten(text, LONGEST_WORDS))


def read_day_gone(text: str, today: date) -> date | None:
    """What is typed for a day gone by: "2026-11-20", "yesterday", "Monday". None: no day, or one of no calendar."""
    text = " ".join(text.split())
    if _ISO.fullmatch(text):
        return _iso(text)
    found = _last(find_dates(text, on=today, sense=Sense.HAPPENED))
    return found.day if found and _is_all(found, text) else None


def is_soon(words: str) -> bool:
    """Whether the words say nothing but "soon"."""
    return _SOON.fullmatch(fold(words)) is not None


def speaks_from(due: Due, said_on: date | None) -> date | None:
    """The day from which Today speaks of an open promise; None: at once, as nobody knows when it was made."""
    if due.on:
        return due.on - AHEAD
    if said_on is None:
        return None
    season = _SEASON.search(fold(due.words))
    if season:
        return _season_begins(_FIRST_MONTH[(season.lastindex or 1) - 1], said_on)
    return said_on + (SOME_TIME if due.words and not is_soon(due.words) else SOON)


def is_too_far(day: date, today: date) -> bool:
    """Whether a day lies so far ahead that it must be a slip of the pen."""
    return day.year > today.year + FURTHEST_YEARS


def _last(found: list[FoundDate]) -> FoundDate | None:
    return found[-1] if found else None


def _is_all(found: FoundDate, text: str) -> bool:
    """Whether no number is left over: of "29 February 2027" a reader finds the month alone."""
    left = _HOUR.sub("", f"{text[: found.start]} {text[found.end :]}")
    return not any(letter.isdigit() for letter in left)


def _iso(text: str) -> date | None:
    try:
        return date(*map(int, text.split("-")))
    except ValueError:
        return None


def _season_begins(month: int, after: date) -> date:
    """The first day of the season that runs on `after`, or of the next one."""
    this_year = date(after.year, month, 1)
    return this_year if this_year >= after else date(after.year + 1, month, 1)
