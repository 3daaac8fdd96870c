"""What people type, made fit to keep: clean, one line where one is meant, and refused with a sentence when too long."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeVar

from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.text import clean
from amity.lib.viewer import Viewer

LONGEST_TEXT = 100_000  # characters of a note: a long evening's letter, not a book
EARLIEST = date(1900, 1, 1)
NOON = time(12)
E = TypeVar("E", bound=StrEnum)


def line(text: str, field: str, longest: int) -> str:
    """One line: white space made single."""
    kept = " ".join(clean(text).split())
    if len(kept) > longest:
        raise NotAccepted(f"That is longer than {longest} characters. Please shorten it.", field)
    return kept


def passage(text: str, field: str = "text") -> str:
    """Text with its line breaks."""
    kept = clean(text).replace("\r\n", "\n").strip()
    if len(kept) > LONGEST_TEXT:
        raise NotAccepted(f"That is longer than {LONGEST_TEXT:,} characters. Please split it.", field)
    return kept


def one_of(kind: type[E], given: str, field: str, without: Collection[E] = ()) -> E:
    """The member of a closed set of words that `given` names."""
    allowed = [member for member in kind if member not in without]
    if given not in allowed:
        raise NotAccepted(f"Choose one of: {', '.join(member.value.replace('_', ' ') for member in allowed)}.", field)
    return kind(given)


def moment_of(viewer: Viewer, day: date, field: str = "happened_on") -> datetime:
    """When on a past day something happened: this moment today, else noon, so that no time zone moves the day."""
    today = clock.today(viewer.time_zone)
    if day > today:
        raise NotAccepted("That day is still to come.", field)
    if day < EARLIEST:
        raise NotAccepted("That is too long ago to be remembered here.", field)
    if day == today:
        return clock.now()
    return datetime.combine(day, NOON, viewer.time_zone).astimezone(UTC)
