"""Reading tables in text row by row: what every source that is a CSV file shares.

A source says how to begin with a file (`Begin`): where its table is, and what its rows become.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from amity.formats.csv_tables import Row, Table, Trouble, rows
from amity.sources.byte_streams import reason, shown_size
from amity.sources.found import Counted, Cursor, Found, GoOn, Problem

HEAD = 64 * 1024  # bytes in which a table must begin
ROWS_BETWEEN_CURSORS = 200
MOST_COUNTED = 64 * 1024 * 1024  # bytes of a file whose rows are counted for its sentence
ROWS_BETWEEN_QUESTIONS = 500  # whether counting is to go on
NO_TABLE = "It is not a table of a kind that Amity knows."
HEADER_AGAIN = "The header of the table stands here once more."


@dataclass(frozen=True, slots=True)
class File:
    """One file of a source: its path, its name inside the source, its size in bytes."""

    path: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a file, by which it is recognised; `whole`: there is no more of it."""

    file: File
    content: bytes
    whole: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """How the rows of a file are read. `said` is told once for the file; `found` gives nothing for a blank row."""

    table: Table
    found: Callable[[Row, str], Iterator[Found | Problem]]
    said: tuple[str, ...] = ()
    of_letters: bool = False


Begin = Callable[[Head], Begun | None]


@dataclass(frozen=True, slots=True)
class CsvSource:
    """The reader of one kind of source. `files`: those of a path, in order; raises OSError."""

    begin: Begin
    files: Callable[[str], Sequence[File]]
    unknown: Callable[[Head], str] = lambda head: NO_TABLE

    def read(self, path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
        """Every row behind `cursor`, whose position is the file, byte and line of the next."""
        try:
            files = self.files(path)
        except (OSError, ValueError) as error:
            yield _unread(path, error)
            return
        total, done = sum(file.size for file in files), 0
        position = cursor.position if cursor else {}
        first = str(position.get("file", ""))
        last = next((place for place, file in enumerate(files) if file.name == first), 0)
        for place, file in enumerate(files):
            if place >= last:
                start = position if file.name == first else {}
                yield from self._read(file, start, done, total)
            done += file.size
        if files:
            yield Cursor({"file": files[-1].name, "byte": files[-1].size, "line": 1}, total, total)

    def sample(self, path: str, count: int) -> Iterator[Found | Problem]:
        """About `count` rows spread over the whole."""
        try:
            files = self.files(path)
        except (OSError, ValueError) as error:
            yield _unread(path, error)
            return
        counted = self.count(path, lambda: True)
        stride = max((counted.letters + counted.cards) // max(count, 1), 1)
        place = 0
        for file in files:
            for begun, row in self._begun(file, {}):
                if isinstance(row, Problem):
                    yield row
                elif place % stride == 0:
                    yield from _things(begun, row, file)
                place += isinstance(row, Row)

    def count(self, path: str, go_on: GoOn) -> Counted:
        """How many rows there are."""
        number = {True: 0, False: 0}
        try:
            for file in self.files(path):
                for place, (begun, row) in enumerate(self._begun(file, {})):
                    number[begun.of_letters if begun else False] += isinstance(row, Row) and not _is_header(begun, row)
                    if place % ROWS_BETWEEN_QUESTIONS == 0 and not go_on():
                        return Counted(number[True], number[False], whole=False)
        except (OSError, ValueError):
            return Counted(number[True], number[False], whole=False)
        return Counted(number[True], number[False])

    def _read(
        self, file: File, start: dict[str, int | str], done: int, total: int
    ) -> Iterator[Found | Problem | Cursor]:
        passed = 0
        for begun, row in self._begun(file, start):
            if isinstance(row, Problem):
                yield row
                continue
            yield from _things(begun, row, file)
            passed += 1
            if passed % ROWS_BETWEEN_CURSORS == 0:
                position: dict[str, int | str] = {"file": file.name, "byte": row.end, "line": row.next_line}
                yield Cursor(position, min(done + row.end, total), total)

    def _begun(self, file: File, start: dict[str, int | str]) -> Iterator[tuple[Begun | None, Row | Problem]]:
        """The rows of a file from a place on; what is to be said of the whole file comes first."""
        try:
            with open(file.path, "rb") as stream:
                content = stream.read(HEAD)
                head = Head(file, content, whole=len(content) < HEAD)
                begun = self.begin(head)
                if begun is None:
                    if content and not start:
                        yield None, Problem(file.name, self.unknown(head))
                    return
                if not start:
                    yield from ((begun, Problem(file.name, sentence, kept=True)) for sentence in begun.said)
                at, line = int(start.get("byte", begun.table.at)), int(start.get("line", begun.table.line))
                yield from ((begun, row) for row in rows(stream, begun.table, at, line))
        except OSError as error:
            yield None, _unread(file.name, error)


def one_file(path: str) -> Sequence[File]:
    """A path that is a file itself."""
    size = os.stat(path).st_size
    if os.path.isdir(path):
        raise IsADirectoryError(21, "it is a folder")
    return (File(path, os.path.basename(path), size),)


def told(source: CsvSource, path: str, head: bytes, what: str, kind: str) -> str | None:
    """ "Contacts, 214 rows (Google CSV), 81 KB", where it is what the source reads."""
    file = File(path, os.path.basename(path), len(head))
    if not head or source.begin(Head(file, head, whole=len(head) < HEAD)) is None:
        return None
    try:
        size = os.path.getsize(path)
    except OSError:
        size = len(head)
    counted = source.count(path, lambda: True) if size <= MOST_COUNTED else Counted()
    number = counted.letters + counted.cards
    many = "1 row" if number == 1 else f"{number:,} rows" if number else "rows"
    return f"{what}, {many} ({kind}), {shown_size(size)}"


def _things(begun: Begun | None, row: Row, file: File) -> Iterator[Found | Problem]:
    where = f"{file.name}, line {row.line}"
    if begun is None or row.trouble is Trouble.TOO_LONG:
        yield Problem(where, row.trouble.value)
        return
    if _is_header(begun, row):
        yield Problem(where, HEADER_AGAIN, kept=True)
        return
    yield from begun.found(row, where)
    if row.trouble:
        yield Problem(where, row.trouble.value, kept=True)


def _is_header(begun: Begun | None, row: Row) -> bool:
    if begun is None or row.cells[:1] != list(begun.table.header[:1]):
        return False
    return tuple(row.cells) == begun.table.header


def _unread(path: str, error: OSError | ValueError) -> Problem:
    return Problem(os.path.basename(path), f"It cannot be read: {reason(error)}.")
