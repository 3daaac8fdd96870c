"""The rows of a backup: elements of XML with their attributes, streamed, with neither a document type nor an entity.

Attachments stand in attributes of many megabytes; they are cut out before the parser sees them, as are half characters
(&#55357;&#56832;), which the app writes for emoji and no parser takes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from amity.sources.byte_streams import Stream

CHUNK = 128 * 1024  # bytes
LONGEST_TAG = 8 * 1024 * 1024  # bytes, attachments left out
MOST_PARTS = 500  # of one message
MOST_WORDS = 1024 * 1024  # characters of all parts of one message
DEEPEST = 12  # elements within each other; a backup has four
ROWS = ("sms", "mms", "call")

_DATA = re.compile(rb'\sdata="(?=[A-Za-z0-9+/=]{100})')  # base64; words of a message are no such run of letters
_HALVES = re.compile(rb"&#(x[dD][89abAB][0-9a-fA-F]{2}|5[56]\d{3});&#(x[dD][c-fC-F][0-9a-fA-F]{2}|5[67]\d{3});")
_HALF = re.compile(
    rb"&#(?:x[dD][89a-fA-F][0-9a-fA-F]{2}|5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]);"
)
_UNREAL = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:x0*[0-8bBcC]|x0*1[0-9a-fA-F]|0*(?:[0-8]|1[124-9]|2\d|3[01]));"
)


class DamagedXml(ValueError):
    """What comes here is no XML that a backup holds, or it breaks off; all before it was given."""


@dataclass(slots=True)
class Row:
    """One message or call: its element's name, its attributes, and those of the parts and addresses within it."""

    name: str
    values: dict[str, str]
    parts: list[dict[str, str]] = field(default_factory=list)
    addresses: list[dict[str, str]] = field(default_factory=list)
    size: int = 0  # characters held of its parts


def rows_of(stream: Stream) -> Iterator[Row]:
    """Every row of a file in order; raises DamagedXml and UnreadableError behind the last whole one."""
    found = _Rows()
    parser = expat.ParserCreate("utf-8")  # which the app writes; another that a file may declare is not looked up
    parser.buffer_text = True
    parser.StartElementHandler = found.begin
    parser.EndElementHandler = found.end
    parser.StartDoctypeDeclHandler = _refuse  # without one no entity can be declared
    fed = 0
    try:
        for piece in _without_attachments(stream):
            fed = 0 if b">" in piece else fed + len(piece)
            if fed > LONGEST_TAG:
                raise DamagedXml("One message here is longer than anybody writes.")
            parser.Parse(piece, False)
            yield from found.taken()
        parser.Parse(b"", True)
    except DamagedXml:
        yield from found.taken()
        raise
    except expat.ExpatError as error:
        yield from found.taken()
        ended = error.code in (expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS], _UNCLOSED, _CUT)
        raise DamagedXml("It breaks off here." if ended else "What comes here is no XML.") from error
    yield from found.taken()


_UNCLOSED = expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]
_CUT = expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]


class _Rows:
    """Gathers rows while the parser goes on."""

    def __init__(self) -> None:
        self._now: Row | None = None
        self._whole: list[Row] = []
        self._depth = 0

    def begin(self, name: str, values: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise DamagedXml("Elements lie deeper within each other here than in any backup.")
        row = self._now
        if name in ROWS:
            self._now = Row(name, values)
        elif row is not None and name == "part" and len(row.parts) < MOST_PARTS and row.size < MOST_WORDS:
            kept = {key: values.get(key, "") for key in ("ct", "text")}
            row.parts.append(kept)
            row.size += len(kept["text"])
        elif row is not None and name == "addr" and len(row.addresses) < MOST_PARTS:
            row.addresses.append(values)

    def end(self, name: str) -> None:
        self._depth -= 1
        if name in ROWS and self._now is not None:
            self._whole.append(self._now)
            self._now = None

    def taken(self) -> list[Row]:
        whole, self._whole = self._whole, []
        return whole


def _refuse(*_: object) -> None:
    raise DamagedXml("It declares a document type, which no backup does; it was read no further.")


def _without_attachments(stream: Stream) -> Iterator[bytes]:
    """The bytes of a file in pieces, what stands in data="…" left out and emoji written whole."""
    held, inside = b"", False  # what is not given yet; whether it goes on with an attachment
    while piece := stream.read(CHUNK):
        held += piece
        given = bytearray()
        while True:
            if inside:
                end = held.find(b'"')
                if end < 0:
                    held = b""
                    break
                held, inside = held[end:], False
            found = _DATA.search(held)
            if not found:
                break
            given += held[: found.end()]
            inside, held = True, held[found.end() :]
        # Neither an emoji's two halves nor the begin of an attachment is parted at a blank.
        cut = held.rfind(b" ") if len(held) < LONGEST_TAG else len(held)
        if cut > 0:
            given += held[:cut]
            held = held[cut:]
        yield _mended(bytes(given))
    yield _mended(held)


def _mended(piece: bytes) -> bytes:
    if b"&#" in piece:
        piece = _HALF.sub("\N{REPLACEMENT CHARACTER}".encode(), _HALVES.sub(_whole, piece))
    piece = _UNREAL.sub(b" ", piece)
    try:
        piece.decode()
    except UnicodeDecodeError:
        return piece.decode("utf-8", "replace").encode()
    return piece


def _whole(found: re.Match[bytes]) -> bytes:
    high, low = (int(half[1:], 16) if half[:1] == b"x" else int(half) for half in found.groups())
    if not (0xD800 <= high <= 0xDBFF and 0xDC00 <= low <= 0xDFFF):  # noqa: PLR2004 - the halves, in the Unicode standard
        return found[0]
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)).encode()
