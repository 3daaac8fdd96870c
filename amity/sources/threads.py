"""Chats as Facebook and Instagram hand them over: message_N.json, alone or in folders; shared by both readers."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from amity.formats.json_stream import DamagedJson
from amity.judgement.vocabulary import Channel, PartyRole
from amity.sources.byte_streams import Stream, UnreadableError, opened, reason, shown_size
from amity.sources.chats import GROUP, MISSED, RECEIVED, SENT, group_party, key_of, left_out, party, shown_text
from amity.sources.found import Counted, Cursor, Found, FoundInteraction, GoOn, Party, Problem
from amity.sources.json_files import Things, in_steps, minutes_of, moment_of, number_in, spread, text_in
from amity.sources.messages import latest_date
from amity.sources.thread_outline import Outline, is_notice, is_thread, mend, messages_of, outline_of

MOST_FILES = 20_000
MOST_ALIKE = 5_000  # messages of one moment that are told apart
FIRST_FILE = re.compile(r"message_\d+\.json$", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Service:
    """One of the two: the name its handles begin with, its name as it is shown, and its reader's kind."""

    handles: str
    shown: str


@dataclass(slots=True)
class _File:
    path: str
    name: str
    size: int
    outline: Outline = field(default_factory=Outline)
    trouble: str = ""
    done: int = 0  # bytes


def recognise(path: str, head: bytes, service: Service) -> str | None:
    """ "Facebook Messenger, 214 chats, 12 MB" for a folder of chats, or one file of one."""
    if not os.path.isdir(path):
        return f"{service.shown}, a chat, {shown_size(_size(path) or len(head))}" if is_thread(head) else None
    try:
        files = [] if head else files_of(path)
        if not files or not is_thread(_head(files[0].path)):
            return None
    except (OSError, ValueError):
        return None
    threads = len({os.path.dirname(file.path) for file in files})
    chats = "1 chat" if threads == 1 else f"{threads:,} chats"
    return f"{service.shown}, {chats}, {shown_size(sum(file.size for file in files))}"


def read(path: str, cursor: Cursor | None, service: Service) -> Iterator[Found | Problem | Cursor]:
    """Every message behind `cursor`, whose position is the number of the next."""
    try:
        files = _outlined(path)
    except (UnreadableError, OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    yield from in_steps(
        _steps(path, files, service), cursor, lambda: sum(file.done for file in files), sum(file.size for file in files)
    )


def sample(path: str, count: int, service: Service) -> Iterator[Found | Problem]:
    """About `count` messages spread over all chats."""
    try:
        files = _outlined(path)
    except (UnreadableError, OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    yield from spread(_steps(path, files, service), sum(file.outline.messages for file in files), count)


def count(path: str, go_on: GoOn) -> Counted:
    """How many messages there are."""
    number = 0
    try:
        for file in files_of(path):
            if not go_on():
                return Counted(letters=number, whole=False)
            with opened(file.path) as (stream, _):
                number += outline_of(stream).messages
    except (UnreadableError, OSError, ValueError):
        return Counted(letters=number, whole=False)
    return Counted(letters=number)


def files_of(path: str) -> list[_File]:
    """The files of one chat or of a folder of chats, in their order; raises OSError."""
    if not os.path.isdir(path):
        return [_File(path, os.path.basename(path), os.path.getsize(path))]
    folders = [path, *(os.path.join(path, name) for name in sorted(os.listdir(path)) if not name.startswith("."))]
    files: list[_File] = []
    for folder in folders:
        if not os.path.isdir(folder) or (folder != path and os.path.islink(folder)):
            continue
        for name in sorted(filter(FIRST_FILE.match, os.listdir(folder)), key=_by_number):
            inside = os.path.join(folder, name)
            if os.path.isfile(inside) and len(files) < MOST_FILES:
                files.append(_File(inside, os.path.relpath(inside, path), os.path.getsize(inside)))
    return files


def _outlined(path: str) -> list[_File]:
    files = files_of(path)
    for file in files:
        try:
            with opened(file.path) as (stream, _):
                file.outline = outline_of(stream)
        except UnreadableError as error:
            if len(files) == 1:
                raise
            file.trouble = str(error)
    return files


def _steps(path: str, files: Sequence[_File], service: Service) -> Iterator[Things]:
    media = sum(file.outline.media for file in files)
    notices = sum(file.outline.notices for file in files)
    yield tuple(left_out(os.path.basename(path), media, notices, service.shown))
    latest = latest_date()
    for file in files:
        try:
            if file.trouble:
                raise UnreadableError(file.trouble)
            with opened(file.path) as (stream, _):
                yield from _steps_of(stream, file, service, latest)
        except UnreadableError as error:
            yield (Problem(file.name, str(error)),)
        file.done = file.size


def _steps_of(stream: Stream, file: _File, service: Service, latest: datetime) -> Iterator[Things]:
    thread = _Thread(file.outline, service, latest)
    number = 0
    try:
        for number, value in enumerate(messages_of(stream), 1):
            yield tuple(thread.found(value, f"{file.name}, message {number}"))
    except (DamagedJson, UnreadableError) as error:
        yield (Problem(f"{file.name}, behind message {number}", str(error)),)


class _Thread:
    """One chat while it is read."""

    def __init__(self, outline: Outline, service: Service, latest: datetime) -> None:
        self._outline, self._service, self._latest = outline, service, latest
        # What stands behind the messages is lost with the end of a file, and a group's members come and go.
        self._identity = "" if outline.is_group else "\x1e".join(sorted(outline.members))
        self._alike: Counter[bytes] = Counter()
        self._last: datetime | None = None

    def found(self, message: Any, where: str) -> Iterator[Found | Problem]:
        """What one message gives."""
        if not isinstance(message, dict):
            yield Problem(where, f"This is no message as {self._service.shown} writes them.")
            return
        if is_notice(message):
            return  # counted, and said once
        milliseconds = number_in(message, "timestamp_ms")
        at = moment_of(milliseconds if milliseconds is not None else number_in(message, "timestamp"), self._latest)
        if at is None:
            yield Problem(where, "It does not say when, or names a time that cannot have been.")
            return
        sender = mend(text_in(message, "sender_name") or text_in(message, "senderName"))
        parties, folder = self._parties(sender)
        if not parties:
            yield Problem(where, "It does not say from whom.")
            return
        text, shortened = shown_text(mend(text_in(message, "content") or text_in(message, "text")).strip(), where)
        seconds = number_in(message, "call_duration")
        is_call = seconds is not None
        yield FoundInteraction(
            self._key(at, sender, text),
            at,
            Channel.CALL if is_call else Channel.MESSAGE,
            parties,
            self._outline.title if self._outline.is_group else "",
            "" if is_call else text,
            signs=GROUP if self._outline.is_group else MISSED if is_call and not seconds else (),
            folder=folder,
            minutes=minutes_of(seconds),
            where=where,
        )
        if shortened:
            yield shortened

    def _parties(self, sender: str) -> tuple[tuple[Party, ...], str]:
        handles, outline = self._service.handles, self._outline
        author = party(PartyRole.FROM, handles, sender)
        if author is None:
            return (), ""
        if outline.is_group:
            return (author, group_party(handles, outline.title)), ""
        others = [party(PartyRole.TO, handles, one) for one in outline.members if one != sender]
        partner = outline.partner
        folder = "" if not partner else RECEIVED if sender == partner else SENT
        return (author, *(one for one in others if one)), folder

    def _key(self, at: datetime, sender: str, text: str) -> bytes:
        if at != self._last or len(self._alike) > MOST_ALIKE:
            self._alike.clear()
            self._last = at
        key = key_of(self._service.handles, self._identity, at.isoformat(), sender, text)
        self._alike[key] += 1
        return key if self._alike[key] == 1 else key_of(key.hex(), str(self._alike[key]))


def _by_number(name: str) -> tuple[int, str]:
    found = _NUMBER.search(name)
    return (int(found[0][:9]) if found else 0, name)


def _unreadable(path: str, error: Exception) -> Problem:
    why = str(error) if isinstance(error, UnreadableError) else ""
    if isinstance(error, (OSError, ValueError)) and not why:
        why = f"It cannot be read: {reason(error)}."
    return Problem(os.path.basename(path), why)


def _head(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(64 * 1024)


def _size(path: str) -> int:
    return os.path.getsize(path) if os.path.isfile(path) else 0
