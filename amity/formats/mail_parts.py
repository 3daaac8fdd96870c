"""The readable text in a message's MIME parts (RFC 2046); attachments are stepped over, never decoded."""

import binascii
import email
import email.message
import re
from dataclasses import dataclass
from functools import lru_cache

from amity.formats.html_text import html_to_text, looks_like_html
from amity.formats.mail_words import decode_base64, decode_charset, unfold

DEEPEST_PART = 20  # levels of multipart in multipart; honest mail has four
MOST_PARTS = 500  # parts that are looked at in one message
LONGEST_TEXT_PART = 4 * 1024 * 1024  # bytes of one text part before decoding; the rest is not read
LONGEST_PART_HEAD = 64 * 1024  # bytes
LONGEST_PLAIN_FIELD = 2_000  # characters of a Content-Type whose parameters come in pieces

_FIELD = re.compile(
    r"^content-(type|transfer-encoding|disposition)[ \t]*:[ \t]*(.*(?:\n[ \t].*)*)", re.IGNORECASE | re.MULTILINE
)
_PARAMETER = re.compile(r""";\s*(charset|boundary|name)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^\s;"]+))""", re.IGNORECASE)
_HEAD_LINE = re.compile(rb"[!-9;-~]+[ \t]*:")
_READABLE = frozenset(
    f"text/{kind}" for kind in ("plain", "html", "markdown", "x-markdown", "enriched", "richtext", "text")
)
# Of these the first readable part is the letter; the rest is what it shows, proves, reports or says once more.
_FIRST_IS_ALL = frozenset(
    f"multipart/{kind}" for kind in ("alternative", "related", "report", "signed", "appledouble", "encrypted")
)
_AS_IT_STANDS = frozenset(("", "7bit", "8bit", "binary", "7-bit", "8-bit", "none"))


@dataclass(frozen=True, slots=True)
class PartHead:
    """What the Content-… fields of a part say: `kind` as "text/plain", in lower case."""

    kind: str = "text/plain"
    charset: str = ""
    boundary: str = ""
    encoding: str = ""
    attached: bool = False


@dataclass(slots=True)
class ReadableText:
    """The text found so far, and what else the walk met; `shortened` says that there was more than is ever read."""

    text: str = ""
    calendar: bool = False
    report: bool = False
    shortened: bool = False
    parts: int = 0


@lru_cache(maxsize=512)
def part_head(content_type: str, encoding: str, disposition: str) -> PartHead:
    """A part's head from its raw fields: 'text/plain; charset="utf-8"', "base64", "attachment; filename=…"."""
    kind, semicolon, _ = content_type.partition(";")
    kind = kind.strip().lower()
    charset = boundary = ""
    named = False
    if semicolon:
        for name, quoted, bare in _PARAMETER.findall(content_type):
            name = name.lower()
            if name == "charset":
                charset = charset or quoted or bare
            elif name == "boundary":
                boundary = boundary or (quoted or bare).rstrip()
            else:
                named = True
        if not boundary and "boundary*" in content_type.lower():
            boundary = _continued_boundary(content_type)
    if "/" not in kind:
        kind = "text/plain"  # RFC 2045, section 5.2: what cannot be understood is plain text
    place = disposition.lstrip()[:10].lower()
    attached = place == "attachment" or named and kind != "text/plain" and place[:6] != "inline"
    return PartHead(kind, charset, boundary, encoding.strip().lower() if encoding else "", attached)


def _continued_boundary(content_type: str) -> str:
    """A boundary in pieces ("boundary*0*=us-ascii''%3D_88; boundary*1*=24f3", RFC 2231, section 3)."""
    message = email.message.Message()
    message["Content-Type"] = unfold(content_type[:LONGEST_PLAIN_FIELD])
    return message.get_boundary("")


def read_text(raw: bytes, start: int, head: PartHead) -> ReadableText:
    """The readable text of a message whose body begins at `start`. Never raises."""
    found = ReadableText()
    _walk(raw, start, len(raw), head, 0, found)
    return found


def _walk(raw: bytes, start: int, end: int, head: PartHead, depth: int, found: ReadableText) -> None:
    found.parts += 1
    if head.kind.startswith("multipart/"):
        _walk_multipart(raw, start, end, head, depth, found)
    elif head.kind == "text/calendar" or head.kind == "application/ics":
        found.calendar = True
    elif head.kind in _READABLE and (not head.attached or depth == 0):
        text = _leaf_text(raw, start, end, head, found)
        if text:
            found.text = f"{found.text}\n\n{text}" if found.text else text


def _walk_multipart(raw: bytes, start: int, end: int, head: PartHead, depth: int, found: ReadableText) -> None:
    if head.kind == "multipart/report":
        found.report = True
    spans = part_spans(raw, start, end, head.boundary.encode("utf-8", "replace")) if head.boundary else []
    if not spans and head.boundary and not head.boundary.isascii():
        spans = part_spans(raw, start, end, head.boundary.encode("cp1252", "replace"))
    if not spans or depth >= DEEPEST_PART:
        # The boundary never comes: what stands there is text, as the standard library takes it.
        if not found.text and depth == 0:
            found.text = _leaf_text(raw, start, end, PartHead(), found)
        return
    parts = [_read_part_head(raw, first, last) for first, last in spans[: MOST_PARTS - min(found.parts, MOST_PARTS)]]
    if head.kind == "multipart/alternative":
        # The same letter several times (RFC 2046, section 5.1.4): plain text where it says anything.
        found.calendar = found.calendar or any(part.kind == "text/calendar" for part, _, _ in parts)
        parts.sort(key=_is_not_plain)
    before = found.text
    for part, first, last in parts:
        _walk(raw, first, last, part, depth + 1, found)
        if found.text is not before and head.kind in _FIRST_IS_ALL:
            return


def _is_not_plain(part: tuple[PartHead, int, int]) -> bool:
    return part[0].kind != "text/plain"


def part_spans(raw: bytes, start: int, end: int, boundary: bytes) -> list[tuple[int, int]]:
    """Where the parts between "--boundary" lines begin and end; the last one may lack its closing line."""
    delimiter = b"--" + boundary
    spans: list[tuple[int, int]] = []
    part = -1
    position = start if raw.startswith(delimiter, start) else _next_delimiter(raw, delimiter, start, end)
    while position >= 0 and len(spans) < MOST_PARTS:
        behind = position + len(delimiter)
        line_end = raw.find(b"\n", behind, end)
        line_end = end if line_end < 0 else line_end
        tail = raw[behind : min(line_end, behind + 100)].strip()
        if tail in (b"", b"--"):
            if part >= 0:
                spans.append((part, _before_line_end(raw, part, position)))
            part = line_end + 1
            if tail:
                return spans
        position = _next_delimiter(raw, delimiter, behind, end)
    if 0 <= part < end and len(spans) < MOST_PARTS:
        spans.append((part, end))
    return spans


def _next_delimiter(raw: bytes, delimiter: bytes, start: int, end: int) -> int:
    found = raw.find(b"\n" + delimiter, start, end)
    return found + 1 if found >= 0 else -1


def _before_line_end(raw: bytes, start: int, position: int) -> int:
    """The line end before a boundary belongs to the boundary (RFC 2046, section 5.1.1)."""
    if position - 1 >= start and raw[position - 1] == 10:
        position -= 1
        if position - 1 >= start and raw[position - 1] == 13:
            position -= 1
    return max(position, start)


def _read_part_head(raw: bytes, start: int, end: int) -> tuple[PartHead, int, int]:
    if raw.startswith((b"\n", b"\r\n"), start):
        return PartHead(), start + (1 if raw[start] == 10 else 2), end
    if not _HEAD_LINE.match(raw, start, end):
        return PartHead(), start, end
    limit = min(end, start + LONGEST_PART_HEAD)
    close = raw.find(b"\n\n", start, limit)
    carriage = raw.find(b"\n\r\n", start, close if close >= 0 else limit)
    body = carriage + 3 if carriage >= 0 else close + 2 if close >= 0 else limit
    return _part_head_of_bytes(raw[start:body]), min(body, end), end


@lru_cache(maxsize=512)  # most parts of a mailbox begin with the same few lines
def _part_head_of_bytes(content: bytes) -> PartHead:
    text = content.decode("utf-8", "replace")
    fields: dict[str, str] = {}
    for name, value in _FIELD.findall(text.replace("\r\n", "\n") if "\r" in text else text):
        fields.setdefault(name.lower(), value)
    return part_head(fields.get("type", ""), fields.get("transfer-encoding", ""), fields.get("disposition", ""))


def _leaf_text(raw: bytes, start: int, end: int, head: PartHead, found: ReadableText) -> str:
    if end - start > LONGEST_TEXT_PART:
        end = start + LONGEST_TEXT_PART
        found.shortened = True
    text = decode_charset(_decode_transfer(raw[start:end], head.encoding), head.charset)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if head.kind == "text/html" or looks_like_html(text):
        return html_to_text(text)
    if head.kind in ("text/enriched", "text/richtext"):
        return html_to_text(text.replace("<<", "&lt;"))
    return "" if text.isspace() else text


def _decode_transfer(content: bytes, encoding: str) -> bytes:
    if encoding in _AS_IT_STANDS:
        return content
    if encoding == "quoted-printable":
        return binascii.a2b_qp(content)
    if encoding == "base64":
        # Words with spaces between them were never encoded, whatever the label says.
        return content if b" " in content[:200].strip() else decode_base64(content)
    return _decode_rare_transfer(content, encoding)


def _decode_rare_transfer(content: bytes, encoding: str) -> bytes:
    """uuencode and whatever else the standard library knows; a label nobody knows means: as it stands."""
    message = email.message_from_bytes(b"Content-Transfer-Encoding: " + encoding.encode("ascii", "replace") + b"\n\n")
    message.set_payload(content.decode("ascii", "surrogateescape"))
    decoded = message.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else content
