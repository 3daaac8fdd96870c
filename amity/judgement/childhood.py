"""Who is a child: nobody asks a child for anything, and no page suggests to."""

import re
from collections.abc import Iterable
from datetime import date

GROWN_UP_AT = 16  # years
_YEARS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen"),
)
_AGE = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_YEARS)})\b[- ]?(?:years?[- ]old|months?[- ]old|years?\b|months?\b|\W*$)", re.I
)
_NEVER_GROWN = re.compile(r"\b(?:baby|toddler|newborn|schoolchild|schoolboy|schoolgirl)\b", re.IGNORECASE)


def is_child(born_year: int | None, told: Iterable[tuple[str, date | None]], today: date) -> bool:
    """Whether somebody is under sixteen, by the year of birth, else by what they are to the owner.

    `told`: texts such as "niece, nine years old" with the day they were noted. The year alone counts as the oldest
    they can be, so that nobody is a child for a year too long.
    """
    if born_year:
        return today.year - born_year < GROWN_UP_AT
    return any(_is_young(text, noted_on, today) for text, noted_on in told)


def _is_young(text: str, noted_on: date | None, today: date) -> bool:
    if _NEVER_GROWN.search(text):
        return noted_on is None or today.year - noted_on.year < GROWN_UP_AT
    age = _AGE.search(text)
    if age is None:
        return False
    word = age.group(1).lower()
    years = 0 if "month" in age.group() else int(word) if word.isdigit() else _YEARS.index(word) + 1
    return years + (today.year - noted_on.year if noted_on else 0) < GROWN_UP_AT
