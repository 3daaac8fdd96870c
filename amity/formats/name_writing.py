"""How names are written: what mail programs and address books wrap round them, and capitals that are out of place."""

import re

from amity.formats.name_words import FIRM_WORDS, PARTICLES, SUFFIXES

LONGEST_NAME = 200  # characters; what is longer is a sentence

_SPACE = re.compile(r"[\s\x00-\x1f\x7f\u200b\ufeff]+")
_QUOTES = "'\"`\u00b4\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
_ADDRESS = re.compile(r"(?:mailto:)?[^\s<>\"'()]+@[^\s<>\"'()]+", re.IGNORECASE)
_ANGLES = re.compile(r"\s*<[^<>]*>\s*$")
_CARRIED = re.compile(r"\s+(?:via|on behalf of|im auftrag von|de la part de|en nombre de)\s+.*$", re.IGNORECASE)
_BRACKETS_BEFORE = re.compile(r"^(?:[\[(\{][^\])}]{1,40}[\])}]\s*)+(?=\S)")
_BRACKETS_BEHIND = re.compile(r"(?<=\S)\s*(?:[\[({（【][^\[({（【]{0,80}[\])}）】]\s*)+$")
_FIRM_BEHIND = re.compile(r"\s*(?:\s[|@•·/]\s|\s+[|•·]\s*|\s[-–—]\s|\s+(?:at|bei|chez)\s+(?=[A-Z])).*$")
_NICKNAME = re.compile(
    r"(?<=\s)[\"'\u201c\u201e\u2018(\u00ab]([^\s\"'()][^\"'()]{0,30}?)[\"'\u201c\u201d\u2019)\u00bb](?=\s)"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_JUNIORS = frozenset(("jr", "jnr", "sr", "snr"))
_ROMAN = re.compile(r"[IVX]+\.?")


def unwrap(text: str) -> str:
    """The name inside "'Jane Doe (Acme)' via Garden": without quotes, address, brackets, carrier and firm."""
    text = _SPACE.sub(" ", text[: LONGEST_NAME * 4]).strip()
    if "<" in text and (bare := _ANGLES.sub("", text)):
        text = bare
    for _ in range(2):
        text = _CARRIED.sub("", _strip_quotes(text)) or text
        text = _BRACKETS_BEHIND.sub("", _BRACKETS_BEFORE.sub("", text)) or text
    return _without_firm(_strip_quotes(text))[:LONGEST_NAME].strip()


def _strip_quotes(text: str) -> str:
    if text[:1] in _QUOTES or text[-1:] in _QUOTES:
        bare = text.strip(_QUOTES + " ")
        # "Jane 'Janie'" keeps its last quote: it closes one that stands inside.
        return bare if not any(quote in bare for quote in '"\u201c\u201e\u00ab') else text.strip("' ")
    return text.rstrip(",; ")


def _without_firm(text: str) -> str:
    cut = _FIRM_BEHIND.sub("", text)
    if len(cut.split()) >= 2:
        text = cut
    before, comma, behind = text.rpartition(",")
    words = behind.lower().rstrip(".").split()
    return before.strip() if comma and words and words[-1] in FIRM_WORDS and len(before.split()) >= 2 else text


def is_address(text: str) -> bool:
    """True when the text is nothing but a mail address."""
    return "@" in text and _ADDRESS.fullmatch(text) is not None


def split_nickname(text: str) -> tuple[str, str]:
    """('Jane Doe', 'Janie') of 'Jane "Janie" Doe'; the second is "" where there is none."""
    found = _NICKNAME.search(text)
    if not found:
        return text, ""
    return _SPACE.sub(" ", text[: found.start()] + text[found.end() :]).strip(), found[1].strip()


def looks_like_firm(text: str) -> bool:
    """True when the last word says so, as in "Acme Ltd"."""
    words = text.lower().replace(",", " ").split()
    return len(words) > 1 and words[-1].rstrip(".") in FIRM_WORDS - {"as", "co", "se", "sa", "ab"}


def proper_case(text: str) -> str:
    """Capitals put right: "JANE VAN DER BERG", "jane doe", "Jane DOE"; a name with a sensible mix stays."""
    words = text.split()
    if len(words) == 1:
        return text.capitalize() if text.islower() and text.isalpha() else _lone(text)
    if text.islower() or text.isupper():
        return " ".join(_proper_word(word, inner=at > 0) for at, word in enumerate(words))
    return " ".join(_proper_word(word, inner=True) if _shouts(word) else word for word in words)


def _lone(word: str) -> str:
    # IBM and NASA are meant; a mononym that long is somebody with the key held down.
    return _proper_word(word, inner=False) if word.isupper() and word.isalpha() and len(word) > 5 else word


def _shouts(word: str) -> bool:
    bare = "".join(_LETTERS.findall(word))
    return len(bare) > 2 and bare.isupper() and bare.lower() not in SUFFIXES


def _proper_word(word: str, *, inner: bool) -> str:
    plain = word.lower().strip(".,")
    if inner and plain in PARTICLES:
        return word.lower()
    if plain in SUFFIXES or _ROMAN.fullmatch(word.upper().strip(",")):
        return word.capitalize() if plain in _JUNIORS else word.upper()
    return _LETTERS.sub(lambda found: _capital(found[0], found.start(), word), word)


def _capital(part: str, at: int, word: str) -> str:
    if at and word[at - 1] in "'\u2019" and len(part) == 1:
        return part.lower()
    part = part[:1].upper() + part[1:].lower()
    return f"Mc{part[2:].capitalize()}" if part.startswith("Mc") and len(part) > 3 else part
