"""Address headers (RFC 5322, section 3.4) as they really come: split first, decoded after."""

import re
from dataclasses import dataclass
from functools import lru_cache

from amity.formats.handles import mail_handle
from amity.formats.mail_words import LONGEST_CACHED, decode_words

MOST_MAILBOXES = 1_000  # in one header; a longer one is a mailing, not a circle of people
LONGEST_PLAIN = 400  # characters of one address that is tried as name and <address>

_PLAIN = re.compile(r"\s*(?:([^\s\"'<>(),:;@\\=][^\"<>(),:;@\\=]*?)\s+)?<([^\s<>(),:;@\"\\=?]+@[A-Za-z0-9.-]+)>\s*")
# Quoted string, comment, address, separator, anything else; bounded, so that marks that never close cost little.
_TOKEN = re.compile(
    r'"(?:[^"\\]|\\.){0,200}"|\((?:[^()\\]|\\.){0,1000}\)|<[^<>]{0,1000}>|[,;:]|[^",;:()<>]+|.', re.DOTALL
)
_SEPARATORS = re.compile(r"[\s<>(),:;\"\\\[\]]+")
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
    if "," not in value and ";" not in value and ":" not in value:
        return [value]
    pieces: list[str] = []
    current: list[str] = []
    addressed = False
    for token in _TOKEN.findall(value):
        if token == "," or token == ";":
            pieces.append("".join(current))
            current, addressed = [], False
            if token == ";":
                pieces.append("")
        elif token == ":" and not addressed:
            current = []  # "Friends: ada@…, bo@…;" and "mailto:ada@…"
        else:
            current.append(token)
            addressed = addressed or "@" in token
    pieces.append("".join(current))
    return _with_bare_names(pieces)


def _with_bare_names(pieces: list[str]) -> list[str]:
    """Puts an unquoted "Berg, Bo <bo@…>" together again."""
    whole: list[str] = []
    for piece in pieces:
        before = whole[-1].strip() if whole else ""
        if before and "<" in piece and "@" not in before and len((before + piece.partition("<")[0]).split()) <= 4:
            whole[-1] += "," + piece
        else:
            whole.append(piece)
    return whole


def _read_piece(piece: str) -> list[Mailbox]:
    plain = _PLAIN.fullmatch(piece) if len(piece) < LONGEST_PLAIN else None
    if plain and (address := mail_handle(plain[2].lower())):
        return [Mailbox(address, " ".join(plain[1].split()) if plain[1] else "")]
    piece = piece.strip()
    if "@" not in piece:
        piece = decode_words(piece)  # a whole address hidden in an encoded word
        if "@" not in piece:
            return []
    opened, closed = piece.rfind("<"), piece.rfind(">")
    if 0 <= opened < closed:
        return _with_name(piece[opened + 1 : closed], piece[:opened], piece[closed + 1 :])
    comment = piece.find("(")
    if comment >= 0:
        return _with_name(piece[:comment], "", piece[comment:])
    return [Mailbox(address) for address in _addresses_in(piece)]


def _with_name(spec: str, phrase: str, behind: str) -> list[Mailbox]:
    if spec.startswith("@") and ":" in spec:
        spec = spec.rpartition(":")[2]  # a source route (RFC 5322, section 4.4)
    address = mail_handle("".join(spec.split())) or next(iter(_addresses_in(spec) or _addresses_in(phrase)), "")
    name = read_name(phrase) or read_name(behind.strip().removeprefix("(").removesuffix(")"))
    if not address:
        return []
    return [Mailbox(address, "" if name.lower() == address else name)]


def _addresses_in(text: str) -> list[str]:
    words = _SEPARATORS.split(text) if "@" in text else []
    return [address for word in words if "@" in word and (address := mail_handle(word))]


def read_name(phrase: str) -> str:
    """The name before an address, unquoted and decoded ('"Berg, Bo"' → "Berg, Bo")."""
    phrase = phrase.strip()
    if '"' in phrase or "\\" in phrase:
        phrase = _NAME_QUOTES.sub(r"\1", phrase.replace('\\"', "\0").replace('"', "")).replace("\0", '"')
    name = " ".join(decode_words(phrase).split())
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1].strip()
    return name
