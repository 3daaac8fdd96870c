"""vCard 2.1, 3.0 and 4.0: one card's text to its properties, in order, and back to the very same text.

VERBATIM   a card exactly as it stood, folds and line ends included; every property keeps its own piece of it.
PROPERTY   `item1.TEL;TYPE=cell:+44 20 7946 0123`: group, name, parameters, value. The value is unfolded, and else as it
           stands: `formats.vcard_values` decodes it.
BAD LINE   what is no property: kept in its place with an empty name, and written back as it was.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from amity.formats.vcard_stream import CardText, Trouble, split_cards

__all__ = ["Card", "CardText", "NotAVCard", "Property", "Trouble", "parse", "serialise", "split_cards"]

LINE_LENGTH = 75  # octets, RFC 6350 3.2

_BEGIN = re.compile(r"\s*BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?:\r*\n|\r|\Z)[\r\n]*", re.IGNORECASE)
_END = re.compile(r"END[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:(?:\r*\n|\r)[ \t][^\r\n]*)*(?:\r*\n|\r)?")
_AGENT_LINE = re.compile(r"[ \t]*(?:[^\s.:;]+\.)?AGENT(?:;[^:]*)?:\s*", re.IGNORECASE)
# Some exports end their lines with \\r\\r\\n; it is one line break, else every fold would be torn.
_FOLD = re.compile(r"(?:\r*\n|\r)[ \t]")
_SOFT_BREAK = re.compile(r"=[ \t]*(?:\r*\n|\r)")
_LINE_BREAK = re.compile(r"\r*\n|\r")
_PROPERTY = re.compile(
    r"""[ \t]*(?:([^\s.:;"]+)\.)?([A-Za-z0-9_/-]+)[ \t]*((?:;(?:[^":;]++|"[^"]*")*+)*+):(.*)""", re.DOTALL
)
_LOOSE_PROPERTY = re.compile(r"[ \t]*(?:([^\s.:;\"]+)\.)?([A-Za-z0-9_/-]+)[ \t]*((?:;[^:]*)?):(.*)", re.DOTALL)
_PARAM = re.compile(r""";((?:[^";]++|"[^"]*"|")*+)""")
_PARAM_VALUE = re.compile(r"""((?:[^",]++|"[^"]*"|")*+)(?:,|\Z)""")
_BASE64_LINE = re.compile(r"[ \t]*[A-Za-z0-9+/]{4,}={0,2}[ \t]*")
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}

# What stands without a name in vCard 2.1: "TEL;HOME:", "NOTE;QUOTED-PRINTABLE:".
_BARE_ENCODINGS = frozenset(("QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"))
_BARE_VALUES = frozenset(("INLINE", "URL", "CONTENT-ID", "CID"))


class NotAVCard(Exception):
    """The text does not begin as a card does."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property, names in capitals. `verbatim` is "" for a new or changed one; `line` counts from BEGIN."""

    name: str
    value: str
    params: tuple[tuple[str, str], ...] = ()
    group: str = ""
    verbatim: str = ""
    line: int = 0

    def param(self, name: str) -> str:
        """The first value of a parameter, "" without one."""
        return next((value for key, value in self.params if key == name), "")

    def types(self) -> frozenset[str]:
        """Everything under TYPE, in small letters."""
        return frozenset(value.lower() for key, value in self.params if key == "TYPE")


@dataclass(frozen=True, slots=True)
class Card:
    """A card: what opens it, its properties and bad lines in order, what closes it."""

    version: str
    properties: tuple[Property, ...]
    head: str = "BEGIN:VCARD\r\n"
    tail: str = "END:VCARD\r\n"

    def all(self, name: str) -> list[Property]:
        """Every property of that name, in order."""
        return [found for found in self.properties if found.name == name]

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next((found for found in self.properties if found.name == name), None)

    def bad_lines(self) -> list[Property]:
        """What is no property."""
        return [found for found in self.properties if not found.name and found.value.strip()]


def parse(verbatim: str) -> Card:
    """One card; raises NotAVCard where the text does not open with BEGIN:VCARD."""
    opening = _BEGIN.match(verbatim)
    if opening is None:
        raise NotAVCard("It does not begin with BEGIN:VCARD.")
    head, lines = verbatim[: opening.end()], _LINE.findall(verbatim, opening.end())
    tail_at = _tail_at(lines)
    properties: list[Property] = []
    passed = _line_breaks(head)
    for whole in _whole_properties(lines[:tail_at]):
        properties.append(_property(whole, passed))
        passed += _line_breaks(whole)
    version = next((found.value.strip() for found in properties if found.name == "VERSION"), "")
    return Card(version, tuple(properties), head, "".join(lines[tail_at:]))


def _tail_at(lines: list[str]) -> int:
    for at in range(len(lines) - 1, -1, -1):
        if _END.fullmatch(lines[at].rstrip("\r\n")):
            return at
    return len(lines)


def _line_breaks(text: str) -> int:
    return text.count("\n") or text.count("\r")


def _whole_properties(lines: list[str]) -> Iterator[str]:
    """Joins lines that only the encoding of their property tells to belong together, and blank lines to the last."""
    at = 0
    while at < len(lines):
        begins, at = at, at + 1
        head = lines[begins].partition(":")[0].upper()
        if ";" in head or head.endswith("AGENT"):
            at = _end_of_value(head, lines, at)
        while at < len(lines) and lines[at].isspace() or at == len(lines) - 1 and not lines[at]:
            at += 1
        yield lines[begins] if at == begins + 1 else "".join(lines[begins:at])


def _end_of_value(head: str, lines: list[str], at: int) -> int:
    if "QUOTED-PRINTABLE" in head:
        while at < len(lines) and lines[at - 1].rstrip().endswith("="):
            at += 1
    elif "BASE64" in head or "ENCODING=B" in head:
        while at < len(lines) and _BASE64_LINE.fullmatch(lines[at].rstrip("\r\n")):
            at += 1
    elif _AGENT_LINE.fullmatch(lines[at - 1]):
        at = _end_of_agent(lines, at)
    return at


def _end_of_agent(lines: list[str], at: int) -> int:
    if at == len(lines) or not _BEGIN.fullmatch(lines[at]):
        return at
    depth = 0
    for place in range(at, len(lines)):
        if _BEGIN.fullmatch(lines[place]):
            depth += 1
        elif _END.fullmatch(lines[place].rstrip("\r\n")):
            depth -= 1
            if depth == 0:
                return place + 1
    return at


def _property(verbatim: str, line: int) -> Property:
    text = verbatim.rstrip("\r\n")
    match = _PROPERTY.fullmatch(text) or _LOOSE_PROPERTY.fullmatch(text)
    folded = "\n" in text or "\r" in text
    if folded and (match is None or match[2].upper() != "AGENT"):
        text = _unfolded(text, bool(match and "QUOTED-PRINTABLE" in match[3].upper()))
        match = _PROPERTY.fullmatch(text) or _LOOSE_PROPERTY.fullmatch(text)
    if match is None:
        return Property("", text, verbatim=verbatim, line=line)
    group, name, written, value = match.groups()
    return Property(name.upper(), value, _params(written) if written else (), group or "", verbatim, line)


def _unfolded(text: str, is_quoted_printable: bool) -> str:
    if is_quoted_printable:
        text = _SOFT_BREAK.sub("", text)
    return _LINE_BREAK.sub("", _FOLD.sub("", text))


@lru_cache(maxsize=4_096)
def _params(written: str) -> tuple[tuple[str, str], ...]:
    """';TYPE="work,voice";PREF=1' or ';HOME;QUOTED-PRINTABLE' as (name, value), one for each value."""
    return tuple(pair for piece in _PARAM.findall(written) for pair in _param(piece.strip()))


def _param(piece: str) -> Iterator[tuple[str, str]]:
    name, equals, written = piece.partition("=")
    if not equals:
        bare = name.strip().strip('"')
        if bare:
            yield _name_of_bare(bare.upper()), bare
        return
    name = name.strip().upper()
    for value in _PARAM_VALUE.findall(written):
        value = _CARET.sub(lambda caret: _CARETS[caret[1]], value.strip().strip('"'))
        # Everybody writes TYPE="work,voice" and means two (RFC 6350 errata 3000, and its own example).
        yield from ((name, part.strip()) for part in (value.split(",") if name == "TYPE" else [value]) if part)


def _name_of_bare(word: str) -> str:
    if word in _BARE_ENCODINGS:
        return "ENCODING"
    return "VALUE" if word in _BARE_VALUES else "TYPE"


def serialise(card: Card) -> str:
    """The text of a card: byte for byte what it was where nothing changed; changed properties are written anew."""
    return card.head + "".join(found.verbatim or _written(found) for found in card.properties) + card.tail


def _written(found: Property) -> str:
    params = "".join(f";{name}={_written_param(value)}" for name, value in found.params)
    group = f"{found.group}." if found.group else ""
    return fold(_LINE_BREAK.sub(" ", f"{group}{found.name}{params}:{found.value}"))


def _written_param(value: str) -> str:
    value = value.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{value}"' if set(value) & set(":;, ") else value


def fold(line: str) -> str:
    """A line with its end, folded so that no piece is longer than 75 octets and no character is torn (RFC 6350 3.2)."""
    pieces, room = [""], LINE_LENGTH
    for character in line:
        size = len(character.encode("utf-8", "surrogatepass"))
        if size > room:
            pieces.append(" ")
            room = LINE_LENGTH - 1
        pieces[-1] += character
        room -= size
    return "\r\n".join(pieces) + "\r\n"
