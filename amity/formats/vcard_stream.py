"""A stream of bytes cut into the texts of its vCards, with bounded memory, whatever its encoding and line ends."""

import codecs
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import BinaryIO, NamedTuple

LONGEST_CARD = 8 * 1024 * 1024  # characters; what is longer is counted and left out
CHUNK = 64 * 1024  # bytes read at once
HEAD = 4  # bytes that tell UTF-16 from the rest

_MARK = re.compile(
    r"(?:\A|(?<=[\r\n\ufeff]))[ \t]*(?:(BEGIN)|END)[ \t]*:[ \t]*VCARD[ \t]*(?:\r*\n|\r|\Z)", re.IGNORECASE
)
_AGENT = re.compile(r"(?:\A|[\r\n])(?:[^\r\n.:;]+\.)?AGENT(?:;[^:\r\n]*)?:\s*\Z", re.IGNORECASE)
_AGENT_REACH = 400  # characters looked back for the AGENT line before a card inside a card
_CHARSET = re.compile(r";CHARSET=\"?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_BYTE_ORDER_MARK = "\ufeff"


class Trouble(StrEnum):
    """What is wrong with a piece of a stream, in words for its owner."""

    NONE = ""
    OUTSIDE = "This stands outside of any card."
    UNCLOSED = "This card has no end; what is there was taken in."
    TOO_LARGE = "This card is larger than 8 MiB and was left out."


class CardText(NamedTuple):
    """One card as it stands (`verbatim`; "" when left out), its first line, its place in bytes, its line breaks."""

    verbatim: str
    line: int
    at: int
    end: int
    lines: int
    trouble: Trouble = Trouble.NONE


def split_cards(stream: BinaryIO, line: int = 1) -> Iterator[CardText]:
    """The cards of a binary stream, from where it stands; `line` is the number of the line it stands on."""
    encoding = encoding_of(stream)
    at = stream.tell()
    errors = "surrogatepass" if encoding != "utf-8" else "surrogateescape"
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    splitter = _Splitter(encoding, errors, line, at)
    while chunk := stream.read(CHUNK):
        yield from splitter.feed(decoder.decode(chunk))
    try:
        yield from splitter.feed(decoder.decode(b"", True), last=True)
    except UnicodeDecodeError:  # half a character at the very end
        yield from splitter.feed("", last=True)


def encoding_of(stream: BinaryIO) -> str:
    """UTF-16 told by its byte order mark or by its zeros, else UTF-8; the stream stands where it stood."""
    place = stream.tell()
    stream.seek(0)
    head = stream.read(HEAD)
    stream.seek(place)
    if head[:2] == b"\xff\xfe" or (head[1:2] == b"\0" and head[:1] in b"Bb\r\n" and head[:1]):
        return "utf-16-le"
    if head[:2] == b"\xfe\xff" or (head[:1] == b"\0" and head[1:2] in b"Bb\r\n" and head[1:2]):
        return "utf-16-be"
    return "utf-8"


class _Splitter:
    """Text comes in, cards go out; holds one card and one chunk at most."""

    def __init__(self, encoding: str, errors: str, line: int, at: int) -> None:
        self.encoding, self.errors = encoding, errors
        self.buffer = ""
        self.start = 0  # in the buffer: where the piece at hand begins
        self.scanned = 0  # in the buffer: where the search for marks goes on
        self.depth = 0  # cards open at `scanned`; a card may hold its agent's
        self.line, self.at = line, at  # of `start`, in the stream
        self.piece_line, self.piece_at = line, at  # of the piece at hand, which may have been forgotten in part
        self.forgotten = False

    def feed(self, text: str, *, last: bool = False) -> Iterator[CardText]:
        self.buffer = self.buffer[self.start :] + text
        self.scanned -= self.start
        self.start = 0
        limit = len(self.buffer) if last else self._whole_lines()
        while mark := _MARK.search(self.buffer, self.scanned, limit):
            self.scanned = mark.end()
            yield from self._pass_mark(mark)
        self.scanned = max(self.scanned, limit)
        if last:
            yield from self._take(len(self.buffer), Trouble.UNCLOSED if self.depth else Trouble.OUTSIDE)
        elif len(self.buffer) - self.start > LONGEST_CARD:
            self._forget()

    def _whole_lines(self) -> int:
        # A \r at the very end may be the first half of \r\n.
        end = len(self.buffer) - self.buffer.endswith("\r")
        return max(self.buffer.rfind("\n", 0, end), self.buffer.rfind("\r", 0, end)) + 1

    def _pass_mark(self, mark: re.Match[str]) -> Iterator[CardText]:
        begins = mark[1] is not None
        if self.depth == 0:
            if begins:
                yield from self._take(mark.start(), Trouble.OUTSIDE)
                self.depth = 1
        elif self.buffer[mark.start()] in " \t":
            return  # the folded end of another line
        elif not begins:
            self.depth -= 1
            if self.depth == 0:
                yield from self._take(mark.end(), Trouble.NONE)
        elif _AGENT.search(self.buffer[max(self.start, mark.start() - _AGENT_REACH) : mark.start()]):
            self.depth += 1
        else:
            yield from self._take(mark.start(), Trouble.UNCLOSED)
            self.depth = 1

    def _take(self, end: int, trouble: Trouble) -> Iterator[CardText]:
        text = self.buffer[self.start : end]
        forgotten = self.forgotten
        line, at = self.piece_line, self.piece_at
        self._pass(end)
        lines = self.line - line
        self.piece_line, self.piece_at, self.forgotten = self.line, self.at, False
        if trouble is Trouble.OUTSIDE:
            if forgotten or text.strip().strip(_BYTE_ORDER_MARK):
                yield CardText("", line, at, self.at, lines, trouble)
        elif forgotten or len(text) > LONGEST_CARD:
            yield CardText("", line, at, self.at, lines, Trouble.TOO_LARGE)
        else:
            yield CardText(_settled(text).lstrip(" \t"), line, at, self.at, lines, trouble)

    def _pass(self, end: int) -> None:
        text = self.buffer[self.start : end]
        self.line += text.count("\n") or text.count("\r")
        self.at += len(text) if self.encoding == "utf-8" and text.isascii() else self._size(text)
        self.start = end

    def _size(self, text: str) -> int:
        return len(text.encode(self.encoding, self.errors))

    def _forget(self) -> None:
        # The tail stays: a mark or an AGENT line may have begun in it.
        keep = len(self.buffer) - _AGENT_REACH
        self.forgotten = True
        self._pass(min(max(self.scanned, keep), len(self.buffer)) if self.scanned > keep else keep)
        self.scanned = max(self.scanned, self.start)


def _settled(text: str) -> str:
    """The text itself; where it was no UTF-8, read anew in the charset the card names, else as Windows wrote it."""
    if text.isascii() or not _ESCAPED_BYTE.search(text):
        return text
    try:
        content = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # other surrogates: UTF-16 that lies
        return text
    named = _CHARSET.search(text)
    for charset in (named[1] if named else "cp1252", "cp1252"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeError):
            continue
    return content.decode("latin-1")
