"""Letters in mail: charsets that lie, and encoded words in headers (RFC 2047, RFC 2231 section 5)."""

import binascii
import codecs
import re
from functools import lru_cache

from amity.lib.text import clean

LONGEST_CACHED = 400  # characters; longer values are decoded each time, so that the cache stays small

# What senders mean by a label, where Python or the label itself is narrower than practice (WHATWG Encoding, 4.2).
_MEANT = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "unicode-1-1-utf-7": "utf-7",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "utf8": "utf-8",
}
# Codecs of Python's own that are no charset of mail; some take quadratic time.
_NO_CHARSET = frozenset(("punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"))

_WORD = re.compile(r"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_WORDS_APART = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,80}\?[bBqQ]\?)")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def decode_charset(content: bytes, charset: str = "") -> str:
    """Text of bytes labelled `charset`; a wrong label falls back to UTF-8, then Windows-1252. Never raises."""
    if content.isascii() and b"\x1b" not in content and not _is_wide(charset):
        text = content.decode("ascii")
        return text.replace("\0", "") if "\0" in text else text
    codec = known_codec(charset)
    if codec and codec != "utf-8":
        try:
            return clean(content.decode(codec))
        except (UnicodeError, ValueError):
            pass
    try:
        text = content.decode("utf-8")
        return text.replace("\0", "") if "\0" in text else text
    except UnicodeDecodeError:
        if codec == "utf-8" and _mostly_utf8(content):
            return clean(content.decode("utf-8", "replace"))
        return clean(content.decode(codec if codec and codec != "utf-8" else "cp1252", "replace"))


@lru_cache(maxsize=256)
def known_codec(charset: str) -> str:
    """Python's codec for a charset label ("ISO-8859-1" → "cp1252"), "" when there is none."""
    label = charset.strip().strip("\"'").lower()
    label = _MEANT.get(label, label)
    if not label or "\0" in label or not label.isascii():
        return ""
    try:
        name = codecs.lookup(label).name
        "".encode(name)  # refuses codecs between bytes and bytes, as zlib
    except (LookupError, UnicodeError, ValueError):
        return ""
    return "" if name.replace("-", "_") in _NO_CHARSET else name


def decode_words(value: str) -> str:
    """A header's text on one line, encoded words decoded ("=?utf-8?q?Zo=C3=AB?=" → "Zoë")."""
    if "=?" not in value:
        return unfold(value)
    if len(value) > LONGEST_CACHED:
        return _decode_words(value)
    return _decode_words_cached(value)


def unfold(value: str) -> str:
    """A header's value on one line, without the spaces around it."""
    value = value.strip()
    return " ".join([line.strip() for line in value.split("\n")]) if "\n" in value else value


def _decode_words(value: str) -> str:
    value = _WORDS_APART.sub(r"\1", unfold(value))
    pieces: list[str] = []
    pending, charset, end = b"", "", 0
    for word in _WORD.finditer(value):
        content = _word_content(word[2], word[3])
        # Senders split a letter of several bytes over two words: neighbours of one charset are decoded together.
        if pending and (word.start() > end or word[1].lower() != charset):
            pieces.append(decode_charset(pending, charset))
            pending = b""
        pieces.append(value[end : word.start()])
        pending, charset, end = pending + content, word[1].lower(), word.end()
    pieces.append(decode_charset(pending, charset))
    pieces.append(value[end:])
    return _one_line("".join(pieces))


_decode_words_cached = lru_cache(maxsize=4096)(_decode_words)


def _one_line(text: str) -> str:
    """An encoded word may smuggle line breaks and control characters into a header."""
    return text if text.isprintable() else " ".join("".join(c if c >= " " else " " for c in text).split(" ")).strip()


def _word_content(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw, header=True)
    return decode_base64(raw)


def decode_base64(content: bytes) -> bytes:
    """Base64 as it comes: line breaks and foreign bytes dropped, missing padding added, a broken end cut."""
    try:
        return binascii.a2b_base64(content)
    except binascii.Error:
        letters = _NOT_BASE64.sub(b"", content)
    whole = len(letters) // 4 * 4
    rest = letters[whole:]
    return binascii.a2b_base64(letters[:whole] + (rest + b"==="[: 4 - len(rest)] if len(rest) > 1 else b""))


def _is_wide(charset: str) -> bool:
    """Charsets whose text looks like ASCII bytes, or has zero bytes between them."""
    label = charset.lower()
    return label.startswith(("utf-16", "utf-32", "utf-7", "unicode", "hz", "ucs", "x-utf-16"))


def _mostly_utf8(content: bytes) -> bool:
    """Whether bytes labelled UTF-8 are so with a few broken places, as text cut in the middle of a letter."""
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return wrong * 3 <= sum(letter > "\x7f" for letter in text)
