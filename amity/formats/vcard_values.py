"""The values of vCard properties, decoded: text, lists, structures and inline data."""

import base64
import quopri
import re
from urllib.parse import unquote_to_bytes

from amity.formats.vcard import Property

LONGEST_DATA = 8 * 1024 * 1024  # bytes of a picture; a longer one stays in the card alone

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SPLIT = {
    separator: re.compile(rf"((?:[^\\{separator}]++|\\.|\\\Z)*+)(?:{separator}|\Z)", re.DOTALL) for separator in ";,"
}
_DATA_URL = re.compile(r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w-]+=[^;,\\]*)*)(;base64)?\\?,(.*)", re.IGNORECASE | re.DOTALL)
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")
_MEDIA_TYPES = {"jpg": "image/jpeg", "jpe": "image/jpeg"}


def text_of(found: Property, version: str) -> str:
    """The value as text: charset and quoted-printable decoded, escapes resolved, line ends as one newline."""
    return _resolved(_decoded(found.value, found), version)


def parts_of(found: Property, version: str) -> list[str]:
    """A structure as N, ADR or ORG: one text for each component; several values in one are joined with ", "."""
    pieces = [_decoded(piece, found) for piece in _split(found.value, ";")]
    # Some writers encode the semicolons of a whole quoted-printable structure too.
    if len(pieces) == 1 and ";" in pieces[0] and ";" not in found.value:
        pieces = _split(pieces[0], ";")
    return [", ".join(filter(None, (part.strip() for part in _listed(piece, version)))) for piece in pieces]


def list_of(found: Property, version: str) -> list[str]:
    """A list as NICKNAME or CATEGORIES; empty members are left out."""
    # Some writers escape the commas of the list itself: "category1\\, category2".
    text = _decoded(found.value, found).replace("\\,", ",")
    return [part for part in (_resolved(piece, version).strip() for piece in _split(text, ",")) if part]


def _listed(piece: str, version: str) -> list[str]:
    # In 2.1 a comma is a comma.
    return [_resolved(part, version) for part in ([piece] if version == "2.1" else _split(piece, ","))]


def _split(text: str, separator: str) -> list[str]:
    if separator not in text:
        return [text]
    if "\\" not in text:
        return text.split(separator)
    pieces = [found[1] for found in _SPLIT[separator].finditer(text)]
    # The pattern matches once more, empty, at the very end unless the text ends in a separator.
    return pieces[:-1] if not text.endswith(separator) or _ends_escaped(text) else pieces


def _ends_escaped(text: str) -> bool:
    bare = text[:-1].rstrip("\\")
    return (len(text) - 1 - len(bare)) % 2 == 1


def _resolved(text: str, version: str) -> str:
    if "\\" in text:
        text = _ESCAPE.sub(_resolve_old if version == "2.1" else _resolve, text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _resolve(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1] if found[1] in "\\;,:\"'" else found[0]


def _resolve_old(found: re.Match[str]) -> str:
    # 2.1 knows no \n: there it is the start of a folder's name on a Windows machine.
    return found[1] if found[1] in "\\;,:" else found[0]


def _decoded(text: str, found: Property) -> str:
    if found.params and "QUOTED-PRINTABLE" in (
        encoding.upper() for name, encoding in found.params if name == "ENCODING"
    ):
        return _from_bytes(quopri.decodestring(text.encode("utf-8", "surrogatepass")), found.param("CHARSET"))
    return text


def _from_bytes(content: bytes, charset: str) -> str:
    for name in ("utf-8", charset or "cp1252"):
        try:
            return content.decode(name)
        except (LookupError, ValueError):
            continue
    # UTF-8 cut inside its last character stays UTF-8; the rest is what Windows wrote.
    return content.decode("utf-8" if charset.lower().startswith("utf") else "latin-1", "replace")


def data_of(found: Property) -> tuple[bytes, str] | None:
    """Inline data and its media type ("" unknown), of base64 or a data: address; None where there is none."""
    value = found.value.strip()
    if inline := _DATA_URL.fullmatch(value) if value[:5].lower() == "data:" else None:
        if not inline[3]:
            return unquote_to_bytes(inline[4])[:LONGEST_DATA], (inline[1] or "").lower()
        content, media_type = _from_base64(inline[4]), (inline[1] or "").lower()
    elif found.param("ENCODING").upper() in ("B", "BASE64"):
        content, media_type = _from_base64(value), _media_type(found)
    else:
        return None
    return (content, media_type) if content else None


def _from_base64(text: str) -> bytes:
    if len(text) > LONGEST_DATA * 3 // 2:
        return b""
    text = _NOT_BASE64.sub("", text)
    # One sign too many tells of a cut; the picture may still show most of itself.
    text = text[:-1] if len(text) % 4 == 1 else text
    return base64.b64decode(text + "=" * (-len(text) % 4))


def _media_type(found: Property) -> str:
    if media_type := found.param("MEDIATYPE").lower():
        return media_type
    kind = next((kind for kind in sorted(found.types()) if kind not in ("pref", "home", "work")), "")
    return _MEDIA_TYPES.get(kind, kind if "/" in kind else f"image/{kind}" if kind else "")


def escaped(text: str) -> str:
    """Text as a value of vCard 3.0 and 4.0."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(plain, written)
    return text
