"""Mail in one file, mbox in all its dialects, plain or gzip."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from amity.formats.mail_folders import known_folder
from amity.formats.mbox import LONGEST_ENVELOPE, START, is_envelope, open_envelope
from amity.sources.byte_streams import PlainStream, Stream, UnreadableError, opened, shown_size, unpacked_head
from amity.sources.found import Counted, Cursor, Found, GoOn, Problem
from amity.sources.messages import (
    CURSOR_EVERY,
    LARGEST_MESSAGE,
    RawMessage,
    found_in_message,
    is_message,
    latest_date,
    too_large,
)

CHUNK = 256 * 1024  # bytes read at a time: they stay in the processor's cache
MOST_SAMPLED_STREAM = 256 * 1024 * 1024  # unpacked bytes that a sample of a compressed file looks at
LARGEST_SAMPLED = 1024 * 1024  # bytes of one message in such a sample
SMALL_PER_SAMPLE = 4 * 1024  # bytes; a file no larger than this for each thing asked for is simply read


@dataclass(frozen=True, slots=True)
class _Span:
    """One message of the file: where it begins, how many bytes it has, and those bytes unless they are too many."""

    start: int
    size: int
    content: bytes | None


def recognise(path: str, head: bytes) -> str | None:
    """ "Mail, mbox, 1.2 GB" for a file that begins with an mbox "From …" line above a header."""
    content = unpacked_head(head).lstrip(b"\xef\xbb\xbf\r\n")
    if not is_envelope(content):
        return None
    if not is_message(content):
        return None
    packed = ", compressed" if head[:2] == b"\x1f\x8b" else ""
    return f"Mail, mbox{packed}, {shown_size(os.path.getsize(path))}"


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every message behind `cursor`, whose position is the byte where the next one begins, and its number."""
    start = _whole_number(cursor, "byte", 0)
    number = _whole_number(cursor, "message", 1)
    try:
        with opened(path) as (stream, size):
            yield from _read_stream(path, stream, size, (start, number))
    except UnreadableError as error:
        yield Problem(os.path.basename(path), str(error))


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` messages spread over the file."""
    try:
        with opened(path) as (stream, size):
            spans = _sample_spans(path, stream, size, count)
    except UnreadableError as error:
        yield Problem(os.path.basename(path), str(error))
        return
    latest, folder = latest_date(), folder_of_file(path)
    for number, span in spans:
        yield from _found(span, number, folder, latest)


def count(path: str, go_on: GoOn) -> Counted:
    """How many lines begin a message."""
    number = 0
    try:
        with opened(path) as (stream, _):
            for more in _separators(stream):
                number += more
                if not go_on():
                    return Counted(letters=number, whole=False)
    except UnreadableError:
        return Counted(letters=number, whole=False)
    return Counted(letters=number)


def folder_of_file(path: str) -> str:
    """The folder that the file's name tells, or where it is "mbox" within "Sent.mbox", the name of that."""
    name = os.path.basename(path)
    return known_folder(name) or known_folder(os.path.basename(os.path.dirname(path)) if name == "mbox" else "")


def _read_stream(path: str, stream: Stream, size: int, begin: tuple[int, int]) -> Iterator[Found | Problem | Cursor]:
    start, number = begin
    latest, folder, packed = latest_date(), folder_of_file(path), not isinstance(stream, PlainStream)
    if start > size and not packed:
        yield Problem(os.path.basename(path), "It has become shorter since it was first read; nothing is left of it.")
        return
    stream.skip(start)
    end, since = start, 0
    try:
        for span in _spans(stream, start):
            if since == CURSOR_EVERY:
                yield Cursor({"byte": end, "message": number}, stream.done() if packed else end, size)
                since = 0
            yield from _found(span, number, folder, latest)
            end = span.start + span.size
            number, since = number + 1, since + 1
    except UnreadableError as error:
        yield Problem(f"{os.path.basename(path)} at byte {end}", str(error))
    yield Cursor({"byte": end, "message": number}, size, size)


def _spans(stream: Stream, start: int) -> Iterator[_Span]:
    """The messages of a stream, of which the first begins at byte `start`; a damaged end is raised behind the last one.

    Read in chunks, not mapped: a file that shrinks while it is mapped kills the process, and gzip cannot be mapped.
    """
    buffer, base = b"", start  # `base` is the byte at which the buffer begins
    begin, kept, searched = start, start, 0  # the message's first byte; the first one still held of it; where to look
    damage: UnreadableError | None = None
    more = True
    while True:
        found = buffer.find(START, searched)
        if more and (found < 0 or len(buffer) - found < LONGEST_ENVELOPE):
            searched = found if found >= 0 else max(len(buffer) - len(START) + 1, searched)
            if base + len(buffer) - begin > LARGEST_MESSAGE:
                kept = base + min(searched, len(buffer))
            held = kept - base
            try:
                piece = stream.read(min(max(CHUNK, (len(buffer) - held) // 2), 32 * CHUNK))
            except UnreadableError as error:
                piece, damage = b"", error
            more = bool(piece)
            buffer, base, searched = buffer[held:] + piece, kept, max(searched - held, 0)
        elif found >= 0 and not is_envelope(buffer, found + 1):
            searched = found + 1
        else:
            end = base + (found + 1 if found >= 0 else len(buffer))
            if end > begin:
                whole = kept == begin
                yield _Span(begin, end - begin, buffer[begin - base : end - base] if whole else None)
            if found < 0:
                break
            begin = kept = end
            searched = found + 1
    if damage:
        raise damage


def _found(span: _Span, number: int, folder: str, latest: datetime) -> Iterator[Found | Problem]:
    where = f"message {number} at byte {span.start}" if number else f"message at byte {span.start}"
    if span.content is None or span.size > LARGEST_MESSAGE:
        yield too_large(where, span.size)
        return
    content = span.content if span.start else span.content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if not content.startswith(b"From "):
        if content:
            yield Problem(where, 'Here a line "From …" should begin a message; what stands there is something else.')
        return
    envelope, message = open_envelope(content)
    yield from found_in_message(RawMessage(message, where, folder, envelope), latest)


def _separators(stream: Stream) -> Iterator[int]:
    """How many messages begin in each piece of a stream."""
    held = b"\n"  # the first message begins the file, with no line end before it
    more, first = True, True
    while more:
        piece = stream.read(CHUNK)
        more = bool(piece)
        buffer = held + (piece.removeprefix(b"\xef\xbb\xbf") if first else piece)
        number, searched, first = 0, 0, False
        while (found := buffer.find(START, searched)) >= 0:
            if more and len(buffer) - found < LONGEST_ENVELOPE:
                break  # what comes next tells whether it is one
            number += is_envelope(buffer, found + 1)
            searched = found + 1
        held = buffer[found:] if found >= 0 else buffer[1 - len(START) :]
        yield number


def _sample_spans(path: str, stream: Stream, size: int, count: int) -> list[tuple[int, _Span]]:
    """Spans with their numbers, 0 where the number is not known."""
    if isinstance(stream, PlainStream) and size > count * SMALL_PER_SAMPLE:
        return [(0, span) for span in _spans_at_places(stream, size, count)]
    # Every message of the first stretch, thinned out by half whenever there are twice as many as asked for.
    spans: list[tuple[int, _Span]] = []
    step = 1
    for number, span in enumerate(_spans(stream, 0), 1):
        if span.start > MOST_SAMPLED_STREAM:
            break
        if (number - 1) % step == 0 and span.size <= LARGEST_SAMPLED:
            spans.append((number, span))
        if len(spans) >= 2 * count:
            spans, step = spans[::2], step * 2
    return spans


def _spans_at_places(stream: PlainStream, size: int, count: int) -> Iterator[_Span]:
    last = -1
    for place in range(count):
        start = size * place // count
        stream.seek(start)
        spans = _spans(stream, start)
        if place:
            next(spans, None)  # the rest of a message that began before this place
        span = next(spans, None)
        if span and span.start > last:
            last = span.start
            yield span


def _whole_number(cursor: Cursor | None, name: str, default: int) -> int:
    value = cursor.position.get(name, default) if cursor else default
    return value if isinstance(value, int) and value >= 0 else default
