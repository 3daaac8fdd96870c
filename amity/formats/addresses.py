"""Address headers (RFC 5322, section 3.4) as they really come: split first, decoded after."""

import re
from dataclasses import dataclass
from functools import lru_cache

from amity.formats.handles import mail_handle
from amity.formats.mail_words import LONGEST_CACHED, decode_words

MOST_MAILBOXES = 1_000  # in one header; a longer one is a mailing, not a circle of people

_PLAIN = re.compile(r"\s*(?:([^\s\"'<>(),:;@\\=][^\"<>(),:;@\\=]*?)\s+)?<([^\s<>(),:;@\"\\=?]+@[A-Za-z0-9.-]+)>\s*")
_ANY = re.compile(r"[^\s<>(),:;@\"'\\\[\]]+@(?:[^\s<>(),:;@\"'\\\[\]]+|\[[^\s\]]{3,60}\])")
_NAME_QUOTES = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One address of a header in normal form, and the name written beside it (decoded, may be empty)."""

    address: str
    name: str = ""


def read_mailboxes(value: str) -> tuple[Mailbox, ...]:
    """The mailboxes of a raw header value ('"Berg, Bo" <bo@berg.example>, ada@…'); what has no "@" is left out."""
    if len(value) > LONGEST_CACHED:
        return _read_mailboxes(value)
    return _read_cached(value)


def _read_mailboxes(value: str) -> tuple[Mailbox, ...]:
    found: dict[str, Mailbox] = {}
    for piece in split_addresses(value):
        for mailbox in _read_piece(piece):
            known = found.get(mailbox.address)
            if known is None or not known.name:
                found[mailbox.address] = mailbox
        if len(found) >= MOST_MAILBOXES:
            break
    return tuple(found.values())


_read_cached = lru_cache(maxsize=8192)(_read_mailboxes)


def split_addresses(value: str) -> list[str]:
    """The pieces between commas that stand outside of quotes, comments and angle brackets; group names dropped."""
    if '"' not in value and "(" not in value and ":" not in value and ";" not in value and "\\" not in value:
        return _split_outside_angles(value)
    pieces: list[str] = []
    start = depth = 0
    quoted = angle = False
    position, end = 0, len(value)
    while position < end:
        letter = value[position]
        if letter == "\\":
            position += 1
        elif quoted:
            quoted = letter != '"'
        elif letter == '"' and not depth:
            quoted = '"' in value[position + 1 :]  # a lone quotation mark opens nothing
        elif letter == "(":
            depth += value.find(")", position) > 0
        elif letter == ")":
            depth = max(depth - 1, 0)
        elif depth:
            pass
        elif letter == "<":
            angle = value.find(">", position) > 0
        elif letter == ">":
            angle = False
        elif letter in ",;" and not angle:
            pieces.append(value[start:position])
            start = position + 1
        elif letter == ":" and not angle and "@" not in value[start:position]:
            # "Friends: ada@…, bo@…;" and "mailto:ada@…"; a colon behind an address is junk, not a group.
            start = position + 1
        position += 1
    pieces.append(value[start:])
    return pieces


def _split_outside_angles(value: str) -> list[str]:
    if "," not in value:
        return [value]
    if "<" not in value:
        return value.split(",")
    pieces: list[str] = []
    for piece in value.split(","):
        # A comma within <…> is an old source route ("<@a,@b:c@d>"); within a name it belongs to an unquoted "Berg, Bo".
        if (
            pieces
            and pieces[-1].count("<") > pieces[-1].count(">")
            or pieces
            and "@" not in pieces[-1]
            and "<" in piece
        ):
            pieces[-1] += "," + piece
        else:
            pieces.append(piece)
    return pieces


def _read_piece(piece: str) -> list[Mailbox]:
    plain = _PLAIN.fullmatch(piece)
    if plain and (address := mail_handle(plain[2].lower())):
        return [Mailbox(address, " ".join(plain[1].split()) if plain[1] else "")]
    piece = piece.strip()
    if not piece:
        return []
    if "@" not in piece:
        piece = decode_words(piece)  # a whole address hidden in an encoded word
    opened, closed = piece.rfind("<"), piece.rfind(">")
    if 0 <= opened < closed:
        return _with_name(piece[opened + 1 : closed], piece[:opened], piece[closed + 1 :])
    comment = piece.find("(")
    if comment >= 0:
        return _with_name(piece[:comment], "", piece[comment:])
    return [Mailbox(address) for address in map(mail_handle, _ANY.findall(piece)) if address]


def _with_name(spec: str, phrase: str, behind: str) -> list[Mailbox]:
    if spec.startswith("@") and ":" in spec:
        spec = spec.rpartition(":")[2]  # a source route (RFC 5322, section 4.4)
    address = mail_handle("".join(spec.split())) or _first_address(spec) or _first_address(phrase)
    name = read_name(phrase) or read_name(behind.strip().removeprefix("(").removesuffix(")"))
    if not address:
        return []
    return [Mailbox(address, "" if name.lower() == address else name)]


def _first_address(text: str) -> str:
    found = _ANY.search(text)
    return (mail_handle(found[0]) or "") if found else ""


def read_name(phrase: str) -> str:
    """The name before an address, unquoted and decoded ('"Berg, Bo"' → "Berg, Bo")."""
    phrase = phrase.strip()
    if '"' in phrase or "\\" in phrase:
        phrase = _NAME_QUOTES.sub(r"\1", phrase.replace('\\"', "\0").replace('"', "")).replace("\0", '"')
    name = " ".join(decode_words(phrase).split())
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    return name
