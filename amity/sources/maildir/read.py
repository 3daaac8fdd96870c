"""Mail in a Maildir: one file a message in `cur` and `new`, with Maildir++ subfolders (".Sent") or real ones."""

import os
import re
from collections.abc import Iterator

from amity.formats.mail_folders import known_folder
from amity.sources.byte_streams import shown_size
from amity.sources.found import Counted, Cursor, Found, GoOn, Problem
from amity.sources.message_files import MessageFile, count_files, read_files, sample_files, walk

DEEPEST_LOOK = 3  # levels of folders that hold nothing but Maildirs

_FLAGS = re.compile(r"[:;!]2,([A-Z]*)$")
_FOLDER_OF_FLAG = {"D": "drafts", "T": "trash"}
_HOLDERS = ("cur", "new")


def recognise(path: str, head: bytes) -> str | None:
    """ "Mail, Maildir, 5 folders, 12 MB" for a folder with `cur` and `new` in it or just below."""
    if head or not os.path.isdir(path):
        return None
    folders = _count_maildirs(path, 0)
    if not folders:
        return None
    size = sum(file.size for file in _files(path))
    return f"Mail, Maildir, {folders} {'folder' if folders == 1 else 'folders'}, {shown_size(size)}"


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every message behind `cursor`, whose position is the file last read."""
    if not os.path.isdir(path):
        yield Problem(os.path.basename(path), "There is no such folder.")
        return
    yield from read_files(_files(path), folder_of_file, cursor, sum(file.size for file in _files(path)))


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` messages spread over all folders."""
    if not os.path.isdir(path):
        yield Problem(os.path.basename(path), "There is no such folder.")
        return
    yield from sample_files(list(_files(path)), folder_of_file, count)


def count(path: str, go_on: GoOn) -> Counted:
    """How many files lie in it."""
    return count_files(_files(path), go_on)


def folder_of_file(order: str) -> str:
    """The folder that a file's flags (":2,DS") or the folders above it tell (".Sent/cur/…", "Archive/Sent/new/…")."""
    flags = _FLAGS.search(order)
    for flag in flags[1] if flags else "":
        if flag in _FOLDER_OF_FLAG:
            return _FOLDER_OF_FLAG[flag]
    above = order.split("/")[:-2]
    return known_folder(above[-1]) if above else "inbox"


def is_maildir(path: str) -> bool:
    """Whether `path` itself is one."""
    return all(os.path.isdir(os.path.join(path, holder)) for holder in _HOLDERS)


def _count_maildirs(path: str, depth: int) -> int:
    """How many there are in a Maildir, or in a folder that holds nothing but Maildirs; else 0."""
    itself = is_maildir(path)
    if not itself and depth >= DEEPEST_LOOK:
        return 0
    try:
        with os.scandir(path) as found:
            entries = [entry for entry in found if entry.name not in _HOLDERS and not entry.is_symlink()]
    except OSError:
        return int(itself)
    counts = [_count_maildirs(entry.path, depth + 1) if entry.is_dir() else 0 for entry in entries]
    if itself:
        return 1 + sum(counts)
    return sum(counts) if all(counts) else 0


def _files(path: str) -> Iterator[MessageFile]:
    for file in walk(path):
        levels = file.order.split("/")
        if file.problem and levels[-1] == "" or len(levels) >= 2 and levels[-2] in _HOLDERS:
            yield file
