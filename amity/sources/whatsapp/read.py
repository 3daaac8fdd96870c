"""A WhatsApp chat exported to text, in every language and clock of a phone."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from amity.formats.clock_words import half_of_day
from amity.formats.date_order import Order, day_of
from amity.judgement.vocabulary import Channel
from amity.sources.byte_streams import reason, shown_size
from amity.sources.chats import CURSOR_EVERY, MOST_TEXT, key_of, left_out, shown_text
from amity.sources.found import Counted, Cursor, Found, FoundInteraction, GoOn, Problem
from amity.sources.messages import latest_date
from amity.sources.whatsapp.chat import SERVICE, Chat, chat_of
from amity.sources.whatsapp.lines import Head, Style, head_of, is_own_words, sender_of, without_media
from amity.sources.whatsapp.outline import Outline, lines_of, outline_of

LINES_RECOGNISED = 5  # of the beginning, of which one must begin a message
CURSOR_AT_THE_LATEST = 400  # messages within one minute, after which identical ones are no longer told apart
NOON = 12
LINES_BETWEEN_QUESTIONS = 20_000
MOST_DAYS_HELD = 2_000

_NO_HEAD = Head(Style(bracket=False, separator="", long_year=False, seconds=False), "", 0, 0, 0, "", "")

_NO_CHAT = "No line in it begins as the lines of a WhatsApp chat do."
_WHICH_IS_THE_DAY = (
    "Its dates, from {0} to {1}, may be written with the day first or with the month first, and nothing in the whole"
    " file tells which. Nothing of it was taken in. Export the chat again when it holds a day after the twelfth."
)


@dataclass(slots=True)
class _Written:
    """A message as it stands in the file: its first line's number, the byte where it begins, its further lines."""

    head: Head
    line: int
    begin: int
    more: list[str]
    size: int = 0


@dataclass(frozen=True, slots=True)
class _Reading:
    name: str
    outline: Outline
    order: Order
    chat: Chat
    latest: date
    days: dict[str, date | None]


def recognise(path: str, head: bytes) -> str | None:
    """ "WhatsApp chat, 214 KB" for a text of which one of the first lines is WhatsApp's."""
    lines = head.decode("utf-8", "replace").splitlines()[:LINES_RECOGNISED]
    if "\0" in "".join(lines) or not any(_is_ours(line) for line in lines):
        return None
    return f"WhatsApp chat, {shown_size(_size(path) or len(head))}"


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every message behind `cursor`, whose position is the byte and the line where the next one begins."""
    name = os.path.basename(path)
    try:
        size = os.path.getsize(path)
        begun = _begun(path, name)
        if isinstance(begun, Problem):
            if size:
                yield begun
            yield Cursor({}, size, size)
            return
        if cursor is None:
            yield from _said_once(begun)
        yield from _read_behind(path, begun, cursor, size)
    except (OSError, ValueError) as error:
        yield Problem(name, f"It cannot be read: {reason(error)}.")


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` messages spread over the chat, and all that is said of it."""
    name = os.path.basename(path)
    try:
        begun = _begun(path, name)
        if isinstance(begun, Problem):
            yield begun
            return
        yield from _said_once(begun)
        stride = max(begun.outline.messages // max(count, 1), 1)
        place = 0
        for _, things, _ in _things(path, begun, 0, 1):
            if things and place % stride == 0:
                yield from things
            place += bool(things)
    except (OSError, ValueError) as error:
        yield Problem(name, f"It cannot be read: {reason(error)}.")


def count(path: str, go_on: GoOn) -> Counted:
    """How many lines begin a message in the style that most lines have."""
    styles: Counter[Style] = Counter()
    try:
        if not go_on():
            return Counted(whole=False)
        for number, (line, _) in enumerate(lines_of(path, 0), 1):
            head = head_of(line)
            if head is not None and _has_words(head):
                styles[head.style] += 1
            if number % LINES_BETWEEN_QUESTIONS == 0 and not go_on():
                return Counted(letters=max(styles.values(), default=0), whole=False)
    except (OSError, ValueError):
        return Counted(whole=False)
    return Counted(letters=max(styles.values(), default=0))


def _begun(path: str, name: str) -> _Reading | Problem:
    """What must be known of the whole before the first message, or why nothing can be read."""
    latest = latest_date()
    outline = outline_of(path, latest)
    if outline.style is None:
        return Problem(name, _NO_CHAT)
    if outline.order is None:
        return Problem(name, _WHICH_IS_THE_DAY.format(*outline.dates))
    return _Reading(name, outline, outline.order, chat_of(outline, path), latest.date(), {})


def _said_once(reading: _Reading) -> Iterator[Problem]:
    outline = reading.outline
    yield from left_out(reading.name, outline.media, outline.notices, "WhatsApp")
    if outline.strays:
        why = (
            f"{outline.strays:,} in all look like messages of another phone; they were left within the message before."
        )
        yield Problem(f"line {outline.first_stray}", why, kept=True)
    if outline.unknown:
        why = f"“{outline.unknown}” beside the hour is not understood; hours are read as they stand."
        yield Problem(reading.name, why, kept=True)


def _read_behind(path: str, reading: _Reading, cursor: Cursor | None, size: int) -> Iterator[Found | Problem | Cursor]:
    start, line = _whole_number(cursor, "byte", 0), _whole_number(cursor, "line", 1)
    if start > size:
        yield Problem(reading.name, "It has become shorter since it was first read; nothing is left of it.")
        return
    for written, things, is_border in _things(path, reading, start, line):
        if is_border:
            yield Cursor({"byte": written.begin, "line": written.line}, written.begin, size)
        yield from things
    yield Cursor({"byte": size, "line": 1}, size, size)


def _things(
    path: str, reading: _Reading, start: int, line: int
) -> Iterator[tuple[_Written, list[Found | Problem], bool]]:
    """What every message gives, and whether a cursor stands before it.

    Identical messages within one minute are told apart by their number, which is why a border seldom parts a minute.
    """
    since, clock = 0, ("", 0, 0, 0, "")
    alike: Counter[bytes] = Counter()
    for written in _written(path, reading.outline, start, line):
        now = written.head[1:6]
        is_border = since >= CURSOR_AT_THE_LATEST or (since >= CURSOR_EVERY and now != clock)
        if is_border or now != clock:
            alike.clear()
        since, clock = 1 if is_border else since + 1, now
        yield written, list(_found(reading, written, alike)), is_border


def _written(path: str, outline: Outline, start: int, line: int) -> Iterator[_Written]:
    now: _Written | None = None
    begin = start
    for number, (text, reached) in enumerate(lines_of(path, start), line):
        head = head_of(text)
        if head is not None and head.style == outline.style:
            if now:
                yield now
            now = _Written(head, number, begin, [])
        elif now is None:
            if text.strip():
                now = _Written(_NO_HEAD, number, begin, [])
        elif now.size <= MOST_TEXT:
            now.more.append(text)
            now.size += len(text) + 1
        begin = reached
    if now:
        yield now


def _found(reading: _Reading, written: _Written, alike: Counter[bytes]) -> Iterator[Found | Problem]:
    head, where = written.head, f"line {written.line}"
    if head is _NO_HEAD:
        yield Problem(where, "What stands above the first message belongs to none.")
        return
    sender, text = sender_of(head.rest)
    if not sender or is_own_words(text):
        return  # WhatsApp's own lines: counted, and said once
    at = _moment(reading, head)
    if at is None:
        yield Problem(where, f"“{head.date} {head.hour}:{head.minute:02}” is no time that can have been.")
        return
    place = reading.chat.place(sender)
    if written.more:
        text = "\n".join([text, *written.more])
    text, _ = without_media(text)
    text, shortened = shown_text(text, where)
    key = key_of(SERVICE, reading.chat.identity, at.isoformat(), place.author, text)
    alike[key] += 1
    if alike[key] > 1:
        key = key_of(key.hex(), str(alike[key]))
    chat = reading.chat
    yield FoundInteraction(
        key,
        at,
        Channel.MESSAGE,
        place.parties,
        chat.title,
        text,
        signs=chat.signs,
        folder=place.folder,
        where=where,
        floating=True,
    )
    if shortened:
        yield shortened


def _moment(reading: _Reading, head: Head) -> datetime | None:
    """When, on the clock of the phone that exported."""
    days = reading.days
    if head.date in days:
        day = days[head.date]
    else:
        if len(days) > MOST_DAYS_HELD:
            days.clear()
        day = days[head.date] = day_of(head.date, reading.order, reading.latest)
    if day is None:
        return None
    hour = head.hour
    if head.half and hour <= NOON and (half := half_of_day(head.half)) is not None:
        hour = hour % NOON + half
    try:
        return datetime(day.year, day.month, day.day, hour, head.minute, head.second, tzinfo=UTC)
    except ValueError:
        return None


def _is_ours(line: str) -> bool:
    head = head_of(line)
    return head is not None and bool(head.rest)


def _has_words(head: Head) -> bool:
    sender, text = sender_of(head.rest)
    return bool(sender) and not is_own_words(text)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except (OSError, ValueError):
        return 0


def _whole_number(cursor: Cursor | None, name: str, default: int) -> int:
    value = cursor.position.get(name, default) if cursor else default
    return value if isinstance(value, int) and value >= 0 else default
