"""Mail as single files, one message each (.eml, .txt or without an ending), alone or in folders."""

import os
from collections.abc import Iterator

from amity.formats.mail_folders import known_folder
from amity.formats.mbox import split_messages
from amity.sources.byte_streams import shown_size
from amity.sources.found import Counted, Cursor, Found, GoOn, Problem
from amity.sources.message_files import HEAD, MessageFile, count_files, read_files, sample_files, walk
from amity.sources.messages import is_message

SNIFFED = 40  # files by which a folder is recognised
ENOUGH = 0.9  # share of them that must be messages
MOST_LISTED = 20_000  # files that are looked through for choosing those


def recognise(path: str, head: bytes) -> str | None:
    """ "Mail, one message" for a file, "Mail, 1,400 messages in single files, 12 MB" for a folder of such."""
    if os.path.isdir(path):
        return None if head else _recognise_folder(path)
    if not head or not is_message(head) or head.startswith(b"From "):
        return None
    return "Mail, one message"


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every message behind `cursor`, whose position is the file last read."""
    if not os.path.exists(path):
        yield Problem(os.path.basename(path), "There is no such file or folder.")
        return
    yield from read_files(_files(path), folder_of_file, cursor, sum(file.size for file in _files(path)))


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` messages spread over the folder."""
    if not os.path.exists(path):
        yield Problem(os.path.basename(path), "There is no such file or folder.")
        return
    yield from sample_files(list(_files(path)), folder_of_file, count)


def count(path: str, go_on: GoOn) -> Counted:
    """How many files there are."""
    return count_files(_files(path), go_on)


def folder_of_file(order: str) -> str:
    """The folder that a directory's name tells ("allen-p/_sent_mail/12.")."""
    above = order.split("/")[:-1]
    return known_folder(above[-1]) if above else ""


def _files(path: str) -> Iterator[MessageFile]:
    if os.path.isdir(path):
        # Names that begin with a dot are the system's own, as .DS_Store.
        return (file for file in walk(path) if not file.order.rpartition("/")[2].startswith("."))
    try:
        return iter([MessageFile(path, os.path.basename(path), os.path.getsize(path))])
    except OSError as error:
        return iter([MessageFile(path, os.path.basename(path), 0, f"It cannot be read: {error.strerror}.")])


def _recognise_folder(path: str) -> str | None:
    files = [file for file, _ in zip(_files(path), range(MOST_LISTED), strict=False)]
    chosen = files[:: max(len(files) // SNIFFED, 1)]
    good = sum(_is_message_file(file) for file in chosen)
    if not good or good < ENOUGH * len(chosen):
        return None
    more = "more than " if len(files) == MOST_LISTED else ""
    size = shown_size(sum(file.size for file in files))
    return f"Mail, {more}{len(files):,} messages in single files, {size}"


def _is_message_file(file: MessageFile) -> bool:
    if file.problem:
        return False
    try:
        with open(file.path, "rb") as opened:
            head = opened.read(HEAD)
    except OSError:
        return False
    # One message with an mbox line on top is a message; several are an mbox, with a reader of its own.
    return is_message(head) and (not head.startswith(b"From ") or len(split_messages(head)) == 1)
