"""Tables in text (CSV, TSV): rows with their places in bytes, whatever their charset, separator, line ends and quotes.

TABLE    where a file's rows begin, behind notes that some programs write above them, and how its cells are separated.
ROW      its cells as they stand: what a spreadsheet would take for a formula is text here. `end` is the byte behind it,
         at which reading can go on.
QUOTES   a cell may hold line breaks. A quote that nothing closes would swallow the rest of the file: then only its own
         line is taken for a row, and reading goes on behind that line.
"""

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import BinaryIO, NamedTuple

from amity.formats.csv_cells import plain

LONGEST_ROW = 128 * 1024  # bytes; also what Python's csv module lets one cell hold
CHUNK = 64 * 1024  # bytes read at once
MOST_ABOVE = 40  # rows above the header of a table
MOST_LINES_ABOVE = 1_000  # lines in which the header must stand
MOST_LOOKED_AT = 200  # rows below it by which columns are told
FEWEST_EVEN = 3  # rows, the header among them, before text of an even shape is called a table
MOST_WASTED = 16 * LONGEST_ROW  # bytes read in vain behind open quotes, before lines are read one by one for a while
PAID_BACK = 8  # bytes of that which one byte read to some purpose makes up for
SEPARATORS = ",;\t|"

_TEXT_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_BYTE_ORDER_MARK = "\ufeff"
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Trouble(StrEnum):
    """What is wrong with a row, in words for its owner."""

    NONE = ""
    UNCLOSED = "A quotation mark in it is never closed; the row was taken as it stands on its line."
    TOO_LONG = "This row is longer than 128 KB and was left out."


class Row(NamedTuple):
    """One row: its cells (none of one left out), its first byte and line, the byte and the line behind it."""

    cells: list[str]
    at: int
    line: int
    end: int
    next_line: int
    trouble: Trouble = Trouble.NONE


@dataclass(frozen=True, slots=True)
class Table:
    """How a file is to be read: its charset and separator, its header, the byte and the line of its first row."""

    encoding: str
    separator: str
    header: tuple[str, ...]
    at: int
    line: int


def encoding_of(head: bytes) -> str:
    """UTF-16 told by its byte order mark or its zeros, else "utf-8", in which odd lines are read as Windows writes."""
    if named := _UTF_16.get(head[:2]):
        return named
    pairs = head[:200]
    if len(pairs) > 3 and pairs.count(0) * 3 > len(pairs):
        return "utf-16-be" if pairs[0] == 0 else "utf-16-le"
    return "utf-8"


def find_table(head: bytes, is_header: Callable[[Sequence[str]], bool], *, whole: bool = False) -> Table | None:
    """The table whose header `is_header` knows among the first rows; `whole`: the head is all there is."""
    found = find_row(head, is_header, whole=whole)
    if found is None:
        return None
    row, encoding, separator = found
    return Table(encoding, separator, tuple(map(plain, row.cells)), row.end, row.next_line)


def find_row(
    head: bytes, is_it: Callable[[Sequence[str]], bool], *, whole: bool = False
) -> tuple[Row, str, str] | None:
    """The first row of a kind among the first ones, with the charset and the separator that show it so."""
    encoding = encoding_of(head)
    lines = list(islice(_lines_of(head, encoding, whole=whole), MOST_LINES_ABOVE))
    for separator in SEPARATORS:
        if not any(text and separator in text for text, _ in lines[:MOST_ABOVE]):
            continue
        for row in _rows(iter(lines), separator, 0, 1):
            if is_it(row.cells):
                return row, encoding, separator
            if row.line > MOST_ABOVE:
                break
    return None


def even_table(head: bytes, *, whole: bool = False) -> Table | None:
    """A table told by its shape alone: all its rows have as many cells, from the first one on."""
    encoding = encoding_of(head)
    lines = list(islice(_lines_of(head, encoding, whole=whole), MOST_LINES_ABOVE))
    best: Table | None = None
    for separator in SEPARATORS:
        found = [row for row, _ in zip(_rows(iter(lines), separator, 0, 1), range(MOST_ABOVE), strict=False)]
        width = len(found[0].cells) if found else 0
        even = len(found) >= FEWEST_EVEN and all(len(row.cells) == width for row in found)
        if even and width > (len(best.header) if best else 1):
            best = Table(encoding, separator, tuple(map(plain, found[0].cells)), found[0].end, found[0].next_line)
    return best


def first_rows(head: bytes, table: Table, *, whole: bool = False) -> list[list[str]]:
    """The cells of the first rows of a table, as far as they stand in the head."""
    found = []
    for row in _rows(_lines_of(head[table.at :], table.encoding, whole=whole), table.separator, table.at, table.line):
        found.append(row.cells)
        if len(found) == MOST_LOOKED_AT:
            break
    return found


def rows(stream: BinaryIO, table: Table, at: int, line: int) -> Iterator[Row]:
    """The rows from byte `at` on, which stands on line `line`; rows without a single sign are passed over."""
    stream.seek(at)
    yield from _rows(_lines(stream, table.encoding), table.separator, at, line)


class _TooLongError(Exception):
    """The row at hand has taken in more than any row has."""


class _Feed:
    """Lines for the csv module. Those of the row at hand are remembered, so that they can be given back."""

    def __init__(self, lines: Iterator[tuple[str | None, int]]) -> None:
        self.lines = lines
        self.back: deque[tuple[str | None, int]] = deque()
        self.taken: list[tuple[str | None, int]] = []
        self.size = 0
        self.ended = False
        self.wasted = 0  # bytes read for nothing, as they were given back

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = self.back.popleft() if self.back else next(self.lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.size += line[1]
        text = line[0]
        if text is None or self.size > LONGEST_ROW:
            if self.taken:
                self.back.appendleft(line)
                self.size -= line[1]
            else:
                self.taken.append(line)
            raise _TooLongError
        self.taken.append(line)
        return text

    def begin(self) -> None:
        """Before another row."""
        self.taken.clear()
        self.size, self.ended = 0, False

    def give_back(self) -> None:
        """Keep the first line of this row alone; the others are read again."""
        self.wasted += self.size
        self.back.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]
        self.size = self.taken[0][1]
        self.ended = False


def _rows(lines: Iterator[tuple[str | None, int]], separator: str, at: int, line: int) -> Iterator[Row]:
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=separator, strict=True)
    while True:
        feed.begin()
        try:
            cells, trouble = _alone(feed, separator) if feed.wasted > MOST_WASTED else (next(reader), Trouble.NONE)
        except StopIteration:
            return
        except (_TooLongError, csv.Error):
            cells, trouble = _mended(feed, separator)
            reader = csv.reader(feed, delimiter=separator, strict=True)
        feed.wasted = max(feed.wasted - PAID_BACK * feed.size, 0)
        begins, first = at, line
        at, line = at + feed.size, line + len(feed.taken)
        if trouble or any(cells):
            yield Row(cells, begins, first, at, line, trouble)


def _alone(feed: _Feed, separator: str) -> tuple[list[str], Trouble]:
    """A line for itself, whatever its quotes say: else a file made for it has each line read a thousand times."""
    text = next(feed)
    return _loose([text], separator), Trouble.UNCLOSED if text.count('"') % 2 else Trouble.NONE


def _mended(feed: _Feed, separator: str) -> tuple[list[str], Trouble]:
    """What to make of a row whose quotes do not fit; lines that are rows of their own are given back."""
    texts = [text or "" for text, _ in feed.taken]
    if feed.taken[0][0] is None or len(texts[0]) > LONGEST_ROW:
        feed.give_back()
        return [], Trouble.TOO_LONG
    if len(texts) == 1:
        return _loose(texts, separator), Trouble.UNCLOSED if feed.ended else Trouble.NONE
    # A file may be cut inside a cell of several lines; else the lines behind an open quote look like rows.
    if feed.ended and not any(text.count(separator) >= max(texts[0].count(separator), 1) for text in texts[1:]):
        return _loose(texts, separator), Trouble.UNCLOSED
    feed.give_back()
    return _loose(texts[:1], separator), Trouble.UNCLOSED


def _loose(texts: Sequence[str], separator: str) -> list[str]:
    return next(csv.reader(texts, delimiter=separator), [])


def _lines(stream: BinaryIO, encoding: str) -> Iterator[tuple[str | None, int]]:
    """Each line with its size in bytes, line end included; None for one that is too long."""
    if encoding != "utf-8":
        yield from _wide_lines(stream, encoding)
        return
    yield from ((None if line is None else _text(line), size) for line, size in _byte_lines(stream))


def _byte_lines(stream: BinaryIO) -> Iterator[tuple[bytes | None, int]]:
    kept, dropped = b"", 0
    while chunk := stream.read(CHUNK):
        pieces = (kept + chunk).splitlines(keepends=True)
        # A \r at the very end may be the first half of \r\n.
        kept = b"" if pieces[-1].endswith(b"\n") else pieces.pop()
        for piece in pieces:
            yield (piece, len(piece)) if not dropped else (None, dropped + len(piece))
            dropped = 0
        if len(kept) > LONGEST_ROW:
            kept, dropped = (b"\r" if kept.endswith(b"\r") else b""), dropped + len(kept) - kept.endswith(b"\r")
    if kept or dropped:
        yield (kept, len(kept)) if not dropped else (None, dropped + len(kept))


def _wide_lines(stream: BinaryIO, encoding: str) -> Iterator[tuple[str | None, int]]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    kept, dropped = "", 0
    is_last = False
    while not is_last:
        chunk = stream.read(CHUNK)
        is_last = not chunk
        pieces = _TEXT_LINE.findall(kept + decoder.decode(chunk, is_last))
        kept = pieces.pop() if pieces and not is_last and not pieces[-1].endswith("\n") else ""
        for piece in pieces:
            size = dropped + len(piece.encode(encoding, "surrogatepass"))
            yield (None if dropped else piece.removeprefix(_BYTE_ORDER_MARK).replace("\0", "")), size
            dropped = 0
        if len(kept) * 2 > LONGEST_ROW:
            dropped += len(kept.encode(encoding, "surrogatepass"))
            kept = ""
    if dropped:
        yield None, dropped


def _text(line: bytes) -> str:
    if b"\0" in line:
        line = line.replace(b"\0", b"")
    try:
        return line.decode("utf-8-sig" if line[:3] == codecs.BOM_UTF8 else "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _lines_of(head: bytes, encoding: str, *, whole: bool) -> Iterator[tuple[str | None, int]]:
    """The lines of the beginning of a file, without one that may go on behind it."""
    end = len(head)
    if not whole:
        end = max(head.rfind(b"\n"), head.rfind(b"\r")) + 1
        end += end % 2 if encoding != "utf-8" else 0
    yield from _lines(io.BytesIO(head[:end]), encoding)
