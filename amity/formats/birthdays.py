"""Days as address books write them, often without a year: "1980-03-22", "--0322", "22. März", "1604-03-22"."""

import re
from calendar import monthrange
from dataclasses import dataclass

from amity.lib.text import fold

LEAP_YEAR = 2000  # stands in where the year is unknown: the 29th of February is a birthday too
NO_YEARS = frozenset((0, 1, 4, 1604, 1900))  # written where a program wants one (Apple: 1604)

_BASIC = re.compile(r"(\d{4}|--)-?(\d{2})-?(\d{2})(?:[T ].*)?")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\.?")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])\s?(\d{1,2})(?:[/.-]\s?(\d{4})?)?")
_DAY_MONTH = re.compile(
    r"(?:the |le |el )?(\d{1,2})(?:st|nd|rd|th|er|\.)?(?: of| de)? ([a-z]{3,10})\.?(?:,?(?: de| del)? (\d{4}))?"
)
_MONTH_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")

_MONTHS = {
    1: "january jan januar janvier enero janner",
    2: "february feb februar fevrier febrero",
    3: "march mar marz mars marzo maerz",
    4: "april apr avril abril",
    5: "may mai mayo",
    6: "june jun juni juin junio",
    7: "july jul juli juillet julio",
    8: "august aug aout agosto",
    9: "september sep sept septembre septiembre",
    10: "october oct oktober okt octobre octubre",
    11: "november nov novembre noviembre",
    12: "december dec dezember dez decembre diciembre",
}
_MONTH = {name: number for number, names in _MONTHS.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day of the year, with the year where it is known."""

    month: int
    day: int
    year: int | None = None

    def __str__(self) -> str:
        """ "1980-03-22", or "--03-22" without a year (RFC 6350 4.3.1)."""
        year = "-" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day:02}"


def parse_day(text: str, omitted_year: str = "") -> WrittenDay | None:
    """The day a text names beyond doubt; `omitted_year` is the year that stands for none in this card."""
    text = text.strip()
    found = _digits(text) or _words(fold(text))
    if found is None:
        return None
    year, month, day = found
    if year is not None and (year in NO_YEARS or str(year) == omitted_year.strip() or omitted_year.lower() == "true"):
        year = None
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or LEAP_YEAR, month)[1]:
        return None
    return WrittenDay(month, day, year)


def _digits(text: str) -> tuple[int | None, int, int] | None:
    if found := _BASIC.fullmatch(text):
        return (None if found[1] == "--" else int(found[1])), int(found[2]), int(found[3])
    if found := _SLASHED.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMBERS.fullmatch(text):
        return _day_and_month(int(found[1]), int(found[3]), found[2], int(found[4]) if found[4] else None)
    return None


def _day_and_month(first: int, second: int, sign: str, year: int | None) -> tuple[int | None, int, int] | None:
    # With points the day always stands first; with slashes nobody can tell 3/4 from 4/3.
    if sign == "." or first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else None


def _words(text: str) -> tuple[int | None, int, int] | None:
    if (found := _DAY_MONTH.fullmatch(text)) and found[2] in _MONTH:
        return (int(found[3]) if found[3] else None), _MONTH[found[2]], int(found[1])
    if (found := _MONTH_DAY.fullmatch(text)) and found[1] in _MONTH:
        return (int(found[3]) if found[3] else None), _MONTH[found[1]], int(found[2])
    return None
