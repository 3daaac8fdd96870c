"""What LinkedIn gives of one's data, as a folder or as one of its tables."""

import os
from collections.abc import Iterator, Sequence
from functools import cached_property

from amity.judgement.wording import count as counted_words
from amity.judgement.wording import listed
from amity.sources.byte_streams import shown_size
from amity.sources.csv_files import HEAD, Begun, CsvSource, File, Head, one_file
from amity.sources.found import Counted, Cursor, Found, GoOn, Problem
from amity.sources.linkedin.outline import Outline, outline_of
from amity.sources.linkedin.rows import maker
from amity.sources.linkedin.tables import Kind, cells_of, kind_of

MOST_NAMED = 6  # tables named in a sentence
MOST_FILES = 400  # of one folder that are looked into
NO_TABLE = "It is none of LinkedIn's tables of connections, messages and invitations."

_NOT_BETWEEN_PEOPLE = ("coach", "guide_messages", "role_play", "roleplay")
_CSV = ".csv"
_WORDLESS = {
    "messages": ("message without a word", "messages without a word"),
    "invitations": ("invitation without a word", "invitations without a word"),
}


class _Export:
    """One export: its tables in the order in which they are read, and what is known of the whole."""

    def __init__(self, path: str) -> None:
        self.path = path

    def files(self, path: str) -> Sequence[File]:
        """The tables that tell of people; raises OSError."""
        if not os.path.isdir(path):
            return one_file(path)
        found = []
        for file in self._beside:
            if kind := _kind(file):
                found.append((list(Kind).index(kind), file.name, file))
        return [file for _, _, file in sorted(found)]

    @cached_property
    def _beside(self) -> Sequence[File]:
        if not os.path.isdir(self.path):
            return ()
        names = sorted(name for name in os.listdir(self.path) if name.lower().endswith(_CSV))[:MOST_FILES]
        paths = [(name, os.path.join(self.path, name)) for name in names]
        return [File(path, name, os.path.getsize(path)) for name, path in paths if os.path.isfile(path)]

    @cached_property
    def _left(self) -> Sequence[str]:
        """The names of the folder's other tables."""
        read = {file.name for file in self.files(self.path)}
        return [file.name for file in self._beside if file.name not in read]

    @cached_property
    def outline(self) -> Outline:
        """What is known of the whole."""
        return outline_of(self.files(self.path), self._beside)

    def begin(self, head: Head) -> Begun | None:
        """How the rows of one of its tables are read."""
        known = kind_of(head.content, whole=head.whole)
        if known is None:
            return None
        kind, table = known
        said = tuple(_said(kind, self.outline))
        if (left := self._left) and head.file == self.files(self.path)[0]:
            said = (_left_words(left), *said)
        return Begun(table, maker(kind, cells_of(table), self.outline), said, kind is not Kind.CONNECTIONS)

    def source(self) -> CsvSource:
        """Its reader."""
        return CsvSource(self.begin, self.files, lambda head: NO_TABLE)


def recognise(path: str, head: bytes) -> str | None:
    """ "LinkedIn, 214 connections and 1,203 messages, 1 MB"."""
    if os.path.isdir(path):
        return None if head else _recognise_folder(path)
    known = kind_of(head, whole=len(head) < HEAD) if head else None
    if known is None:
        return None
    return _sentence(path, {known[0]})


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every row behind `cursor`: connections, invitations, messages."""
    return _Export(path).source().read(path, cursor)


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` rows spread over the whole."""
    return _Export(path).source().sample(path, count)


def count(path: str, go_on: GoOn) -> Counted:
    """How many rows there are; those without a word are among them."""
    return _Export(path).source().count(path, go_on)


def _recognise_folder(path: str) -> str | None:
    try:
        kinds = {kind for file in _Export(path).files(path) if (kind := _kind(file))}
    except OSError:
        return None
    return _sentence(path, kinds) if kinds else None


def _sentence(path: str, kinds: set[Kind]) -> str:
    export = _Export(path)
    try:
        size = sum(file.size for file in export.files(path))
    except OSError:
        size = 0
    shown = listed([kind.value for kind in Kind if kind in kinds])
    return f"LinkedIn, {shown}, {shown_size(size)}"


def _kind(file: File) -> Kind | None:
    if any(word in file.name.lower() for word in _NOT_BETWEEN_PEOPLE):
        return None
    try:
        with open(file.path, "rb") as stream:
            content = stream.read(HEAD)
    except OSError:
        return None
    known = kind_of(content, whole=len(content) < HEAD)
    return known[0] if known else None


def _left_words(names: Sequence[str]) -> str:
    shown = [f"“{name}”" for name in names[:MOST_NAMED]]
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    if len(names) == 1:
        return f"The table {shown[0]} was left aside: it says nothing of what you and others wrote."
    return f"The tables {listed([*shown, *more])} were left aside: they say nothing of what you and others wrote."


def _said(kind: Kind, outline: Outline) -> Iterator[str]:
    """What is said once of a table."""
    wordless = outline.wordless[kind.value]
    if wordless:
        was = "was" if wordless == 1 else "were"
        yield f"{counted_words(wordless, *_WORDLESS[kind.value]).capitalize()} {was} left aside."
