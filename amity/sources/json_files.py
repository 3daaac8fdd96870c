"""Exports in JSON: read in pieces, in steps that can be gone on with, and a sample of them."""

import codecs
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, TypeVar

from amity.lib.text import clean
from amity.sources.byte_streams import Stream, UnreadableError, opened
from amity.sources.chats import CURSOR_EVERY
from amity.sources.found import Cursor, Found, Problem

CHUNK = 128 * 1024  # bytes
LONGEST_LINE = 4 * 1024 * 1024  # bytes
LONGEST_NUMBER = 20  # characters of a moment written as a number
VALUES_BETWEEN_QUESTIONS = 5_000  # whether to go on
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Things = Sequence[Found | Problem]


class Outlined(Protocol):
    """What was found out of a file in one reading, before its records are read."""

    @property
    def records(self) -> int:
        """How many messages, calls and cards there are."""


Outline = TypeVar("Outline", bound=Outlined)


def to_the_end() -> bool:
    """A reading that nobody ends early."""
    return True


def pieces_of(stream: Stream) -> Iterator[str]:
    """The text of a file, whatever in it is no UTF-8 replaced; raises UnreadableError."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    while piece := stream.read(CHUNK):
        if text := decoder.decode(piece):
            yield text
    if text := decoder.decode(b"", final=True):
        yield text


def lines_in(stream: Stream) -> Iterator[str | None]:
    """The lines of a file without their ends; None for one that is longer than any message. Raises UnreadableError."""
    held, too_long = b"", False
    while piece := stream.read(CHUNK):
        *lines, rest = piece.split(b"\n")
        for line in lines:
            yield None if too_long else _line(held + line)
            held, too_long = b"", False
        held += rest
        if len(held) > LONGEST_LINE:
            held, too_long = b"", True
    if held or too_long:
        yield None if too_long else _line(held)


def _line(line: bytes) -> str:
    return line.decode("utf-8", "replace").removeprefix("\ufeff").rstrip("\r")


def in_steps(
    steps: Iterator[Things], cursor: Cursor | None, progress: Callable[[], int], total: int
) -> Iterator[Found | Problem | Cursor]:
    """What is behind `cursor`, whose position is the number of the next step; `progress` tells bytes of `total`."""
    start = cursor.position.get("step", 0) if cursor else 0
    since = number = 0
    for number, things in enumerate(steps, 1):
        if isinstance(start, int) and number <= start:
            continue
        if since == CURSOR_EVERY:
            yield Cursor({"step": number - 1}, min(progress(), total), total)
            since = 0
        yield from things
        since += 1
    yield Cursor({"step": number}, total, total)


def spread(steps: Iterator[Things], whole: int, count: int) -> Iterator[Found | Problem]:
    """About `count` of `whole` things spread over all; what is said once stands in the first step and is told."""
    stride = max(whole // max(count, 1), 1)
    yield from next(steps, ())
    place = 0
    for things in steps:
        if things and place % stride == 0:
            yield from things
        place += bool(things)


def text_in(values: Any, name: str) -> str:
    """A text of an object; "" where it is none or stands not there."""
    found = values.get(name) if isinstance(values, Mapping) else None
    return clean(found) if isinstance(found, str) else ""


def number_in(values: Any, name: str) -> int | None:
    """A whole number of an object, written as a number or as a text; None where it is none."""
    found = values.get(name) if isinstance(values, Mapping) else None
    if isinstance(found, bool):
        return None
    if isinstance(found, float) and abs(found) < 1e18:  # noqa: PLR2004 - no infinity, no nonsense
        return int(found)
    if isinstance(found, str) and len(found) <= LONGEST_NUMBER and found.removeprefix("-").isdecimal():
        return int(found)
    return found if isinstance(found, int) else None


def moment_of(milliseconds: int | None, latest: datetime) -> datetime | None:
    """A moment counted from 1970; None for what cannot have been: before it, or still to come."""
    if milliseconds is None or milliseconds <= 0 or milliseconds > 1e15:  # noqa: PLR2004 - the year 33,000
        return None
    at = _EPOCH + timedelta(milliseconds=milliseconds)
    return at if at <= latest else None


def minutes_of(seconds: int | None) -> int | None:
    """How long a call took; a call of less than a minute took one."""
    return max(1, round(seconds / 60)) if seconds and 0 < seconds < 10**7 else None


def read_steps(
    path: str,
    cursor: Cursor | None,
    outline_of: Callable[[Stream], Outline],
    steps_of: Callable[[Stream, Outline], Iterator[Things]],
) -> Iterator[Found | Problem | Cursor]:
    """Read a file through for its outline, and once more for what is in it behind `cursor`."""
    try:
        with opened(path) as (stream, _):
            outline = outline_of(stream)
        with opened(path) as (stream, size):
            yield from in_steps(steps_of(stream, outline), cursor, stream.done, size)
    except UnreadableError as error:
        yield Problem(os.path.basename(path), str(error))


def sample_steps(
    path: str,
    count: int,
    outline_of: Callable[[Stream], Outline],
    steps_of: Callable[[Stream, Outline], Iterator[Things]],
) -> Iterator[Found | Problem]:
    """About `count` things of a file spread over the whole; its first step is what is said once."""
    try:
        with opened(path) as (stream, _):
            outline = outline_of(stream)
        with opened(path) as (stream, _):
            yield from spread(steps_of(stream, outline), outline.records, count)
    except UnreadableError as error:
        yield Problem(os.path.basename(path), str(error))


def outline_alone(path: str, outline_of: Callable[[Stream], Outline]) -> Outline | None:
    """The outline of a file, for what only wants to count; None where it cannot be read."""
    try:
        with opened(path) as (stream, _):
            return outline_of(stream)
    except UnreadableError:
        return None
