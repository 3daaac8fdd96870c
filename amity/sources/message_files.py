"""Folders in which every file is one mail message: walked in a fixed order, resumed behind any file."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from amity.formats.mbox import is_envelope, open_envelope, split_messages
from amity.sources.byte_streams import reason
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

HEAD = 64 * 1024  # bytes by which a file is recognised
DEEPEST_FOLDER = 40  # levels below the one that was named

FolderOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class MessageFile:
    """One file below the folder that was named; `order` is its path in there, which sorts it and tells where it is."""

    path: str
    order: str
    size: int = 0
    problem: str = ""


def walk(folder: str) -> Iterator[MessageFile]:
    """Every file below a folder, sorted by the names on its way; what cannot be looked into comes with a problem."""
    yield from _walk(folder, "", 0)


def read_files(
    files: Iterator[MessageFile], folder_of: FolderOf, cursor: Cursor | None, total: int
) -> Iterator[Found | Problem | Cursor]:
    """The message in each file behind `cursor`; what is none is a problem. `folder_of` is asked for a file's order."""
    behind = cursor.position.get("file") if cursor else None
    latest = latest_date()
    last = str(behind or "")
    done = since = 0
    for file in files:
        done += file.size
        if isinstance(behind, str) and file.order.split("/") <= behind.split("/"):
            continue
        yield from _read_file(file, folder_of, latest)
        last, since = file.order, since + 1
        if since == CURSOR_EVERY:
            yield Cursor({"file": last}, min(done, total), total)
            since = 0
    yield Cursor({"file": last} if last else {}, total, total)


def sample_files(files: list[MessageFile], folder_of: FolderOf, count: int) -> Iterator[Found | Problem]:
    """About `count` of the messages, spread over the list."""
    latest = latest_date()
    step = max(len(files) / max(count, 1), 1.0)
    place = 0.0
    while place < len(files):
        yield from _read_file(files[int(place)], folder_of, latest)
        place += step


def count_files(files: Iterator[MessageFile], go_on: GoOn) -> Counted:
    """How many files there are that may hold a message."""
    number = 0
    for file in files:
        number += not file.problem
        if not go_on():
            return Counted(letters=number, whole=False)
    return Counted(letters=number)


def _walk(folder: str, order: str, depth: int) -> Iterator[MessageFile]:
    try:
        with os.scandir(folder) as found:
            entries = sorted((_readable(entry.name), entry) for entry in found)
    except OSError as error:
        yield MessageFile(folder, order or _readable(os.path.basename(folder)), 0, f"The folder: {reason(error)}.")
        return
    for name, entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if depth < DEEPEST_FOLDER:
                yield from _walk(entry.path, f"{order}{name}/", depth + 1)
            else:
                yield MessageFile(entry.path, order + name, 0, "Folders lie too deep within each other here.")
        else:
            yield _as_file(entry, order + name)


def _as_file(entry: os.DirEntry[str], order: str) -> MessageFile:
    try:
        if entry.is_file():
            return MessageFile(entry.path, order, entry.stat().st_size)
    except OSError as error:
        return MessageFile(entry.path, order, 0, f"The file: {reason(error)}.")
    return MessageFile(entry.path, order, 0, "It is not a file, or it leads to none.")


def _readable(name: str) -> str:
    """A name as text that can be stored; bytes that are no UTF-8 are written out."""
    return name if name.isascii() else name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _read_file(file: MessageFile, folder_of: FolderOf, latest: datetime) -> Iterator[Found | Problem]:
    if file.problem:
        yield Problem(file.order, file.problem)
    elif file.size > LARGEST_MESSAGE:
        yield too_large(file.order, file.size)
    else:
        try:
            with open(file.path, "rb") as opened_file:
                content = opened_file.read(file.size)
        except OSError as error:
            yield Problem(file.order, f"It cannot be read: {reason(error)}.")
            return
        yield from _messages_in(content, file.order, folder_of(file.order), latest)


def _messages_in(content: bytes, where: str, folder: str, latest: datetime) -> Iterator[Found | Problem]:
    """One message; where an mbox lies among them, all of its messages."""
    if content.startswith(b"From ") and is_envelope(content):
        messages = split_messages(content)
        for number, each in enumerate(messages, 1):
            envelope, message = open_envelope(each)
            place = f"{where}, message {number}" if len(messages) > 1 else where
            yield from found_in_message(RawMessage(message, place, folder, envelope), latest)
    elif is_message(content[:HEAD]):
        yield from found_in_message(RawMessage(content, where, folder), latest)
    else:
        yield Problem(where, "It is not a mail message." if content else "It is empty.")
