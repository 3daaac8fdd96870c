"""Letters without meaning: folding for comparison and for sorting."""

import unicodedata

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # embeddings, overrides, isolates
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def fold(text: str) -> str:
    """Lower case, without accents, white space single: for comparing and sorting, never for showing."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def clean(text: str) -> str:
    """Text that every database takes: no NUL, no lone surrogates."""
    if "\0" in text:
        text = text.replace("\0", "")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def legible(text: str) -> str:
    """One line as it can be shown anywhere: no control characters, and none that turn the letters after it around."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(_shown(c) for c in clean(text)).split())


def shorten(text: str, length: int) -> str:
    """At most `length` characters, cut at a word where one is near, with an ellipsis when something was cut."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > length // 2 else cut).rstrip(" ,;:.") + "…"


def _shown(letter: str) -> str:
    """White space as a blank. Marks of direction stay: right-to-left names are written with them."""
    if letter.isspace():
        return " "
    return "" if letter in _TURNS or unicodedata.category(letter) == "Cc" else letter
