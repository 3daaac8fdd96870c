"""How two people's names compare: levels with a meaning, not a number."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from amity.judgement.nicknames import is_short_for
from amity.lib.text import fold

_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]|\"[^\"]*\"")
_WORD = re.compile(r"[^\W\d_]+")
_NO_NAME = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "herr", "frau", "jr", "sr", "phd", "md"]
)
_PARTICLES = frozenset(
    ["von", "van", "der", "den", "de", "da", "di", "la", "le", "al", "el", "bin", "ben", "zu", "dos"]
)
_LEAST_LETTERS_FOR_A_SLIP = 5


class Alike(StrEnum):
    """How two whole names stand to each other, from the same to two different people's."""

    SAME = "same"
    SWAPPED = "swapped"
    PART = "part"
    SHORT_FORM = "short form"
    INITIAL = "initial"
    SLIP = "slip"
    HALF = "half"
    UNKNOWN = "unknown"
    FAMILY_DIFFERS = "family differs"
    GIVEN_DIFFERS = "given differs"


BY_STRENGTH = tuple(Alike)
DIFFERENT = frozenset({Alike.GIVEN_DIFFERS, Alike.FAMILY_DIFFERS})


@dataclass(frozen=True, slots=True)
class PlainName:
    """A name folded for comparison: its words in order without titles, particles and brackets.

    `whole` is all of it in one, particles too: "al Hashimi" and "Alhashimi" meet there.
    """

    words: tuple[str, ...]
    whole: str = ""

    @property
    def given(self) -> str:
        """The first word: the given name in most of the names that mail carries."""
        return self.words[0] if self.words else ""

    @property
    def family(self) -> str:
        """The last word, where there is more than one."""
        return self.words[-1] if len(self.words) > 1 else ""

    @property
    def latin(self) -> bool:
        """Whether it is written in Latin letters; across scripts nothing is compared."""
        return all(word.isascii() for word in self.words)


@lru_cache(maxsize=65_536)
def plain_name(name: str) -> PlainName:
    """The words of a name as "Holt, Maren (studio)" or "Dr Maren Holt": ("maren", "holt")."""
    name = _BRACKETS.sub(" ", name).replace("’", "").replace("'", "")
    family, comma, given = name.partition(",")
    words = _WORD.findall(fold(f"{given} {family}" if comma else name))
    kept = [word for word in words if word not in _NO_NAME and word not in _PARTICLES]
    return PlainName(tuple(kept or words), "".join(word for word in words if word not in _NO_NAME))


def compare(one: PlainName, other: PlainName) -> Alike:
    """The strongest thing that can be said of two names. A single word never differs: it may be anything."""
    if not one.words or not other.words or one.latin != other.latin:
        return Alike.UNKNOWN
    if len(one.words) == 1 or len(other.words) == 1:
        single, whole = sorted((one.words, other.words), key=len)
        return Alike.HALF if single[0] in whole else Alike.UNKNOWN
    if one.whole == other.whole or (one.given == other.given and one.family == other.family):
        return Alike.SAME
    if set(one.words) == set(other.words) or (one.given == other.family and one.family == other.given):
        return Alike.SWAPPED
    if set(one.words) < set(other.words) or set(other.words) < set(one.words):
        return Alike.PART
    if one.family == other.family or is_initial_of(one.family, other.family):
        return _given_names(one.given, other.given)
    if one.given == other.given:
        return Alike.SLIP if is_slip(one.family, other.family) else Alike.FAMILY_DIFFERS
    return Alike.GIVEN_DIFFERS


def is_initial_of(one: str, other: str) -> bool:
    """Whether one of two words is the first letter of the other."""
    return one[:1] == other[:1] and min(len(one), len(other)) == 1


def is_slip(one: str, other: str) -> bool:
    """Whether two words are one slip of the pen apart, and long enough for that to mean something."""
    if min(len(one), len(other)) < _LEAST_LETTERS_FOR_A_SLIP:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _given_names(one: str, other: str) -> Alike:
    if is_short_for(one, other):
        return Alike.SHORT_FORM
    if is_initial_of(one, other):
        return Alike.INITIAL
    return Alike.SLIP if is_slip(one, other) else Alike.GIVEN_DIFFERS
