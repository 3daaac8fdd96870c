"""Names: their parts, their best written form, how to sort them and what to call somebody."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from nameparser import HumanName
from nameparser.config import Constants

from amity.formats.mailboxes import is_machine_address, is_role_address
from amity.formats.name_words import DOUBLE_FAMILIES, FIRM_WORDS, GIVEN_NAME_TITLES, PARTICLES, SUFFIXES, TITLES
from amity.formats.name_writing import is_address, looks_like_firm, proper_case, split_nickname, unwrap
from amity.lib.text import fold

MOST_WORDS = 8  # more are a sentence, not a name
SHARE_OF_A_FULLER_NAME = 0.1  # of all mentions, before an unlike but fuller name may stand for the usual one

_CONSTANTS = Constants(titles=TITLES, first_name_titles=GIVEN_NAME_TITLES)
_PLAIN = re.compile(r"([A-Z][a-z]+(?:-[A-Z][a-z]+)?) ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)")
_NOT_PLAIN = TITLES | PARTICLES | SUFFIXES | FIRM_WORDS
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff々]{2,5}")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{2,5}")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3々・]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LOCAL_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts; `shown` is the whole as people write it, `called` a nickname written inside it."""

    shown: str
    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    called: str = ""


@lru_cache(maxsize=16_384)
def parse_name(text: str) -> Name:
    """The parts of a written name, as in "Doe, Jane M. (Acme)"; what is no name keeps its text in `shown` alone."""
    plain = _PLAIN.fullmatch(text)
    if plain and plain[1].lower() not in _NOT_PLAIN and plain[2].lower() not in _NOT_PLAIN:
        return Name(text, given=plain[1], family=plain[2])
    bare = unwrap(text)
    if is_address(bare):
        found = name_from_address(bare.lower())
        return parse_name(found) if found else Name(bare)
    bare, called = split_nickname(bare)
    return _parts(bare, called)


def _parts(text: str, called: str) -> Name:
    words = _worded(text)
    if not words or len(words) > MOST_WORDS or looks_like_firm(text):
        return Name(text, called=called)
    if all(_EAST_ASIAN.fullmatch(word) for word in words):
        return _family_first(text, words, called)
    if not _LATIN.search(text):
        return _plain_order(text, words, called)
    return _latin(proper_case(text), called)


def _worded(text: str) -> list[str]:
    # Words that carry a letter: emoji, hearts and dashes stay in `shown` only.
    return [word for word in text.split() if any(unicodedata.category(c)[0] == "L" for c in word)]


def _family_first(text: str, words: list[str], called: str) -> Name:
    if len(words) > 1:
        return Name(text, family=words[0], given=" ".join(words[1:]), called=called)
    word = words[0]
    if not (_HAN.fullmatch(word) or _HANGUL.fullmatch(word)):
        return Name(text, called=called)
    # Four signs without a double family are Japanese far more often than Chinese: two and two.
    cut = 2 if word[:2] in DOUBLE_FAMILIES and len(word) > 2 or len(word) >= 4 and _HAN.fullmatch(word) else 1
    return Name(text, family=word[:cut], given=word[cut:], called=called)


def _plain_order(text: str, words: list[str], called: str) -> Name:
    family = words[-1] if len(words) > 1 else ""
    return Name(text, given=words[0], middle=" ".join(words[1:-1]), family=family, called=called)


def _latin(text: str, called: str) -> Name:
    words = " ".join(_clear(word) for word in _worded(text))
    parsed = HumanName(words, constants=_CONSTANTS)
    name = Name(
        shown=text,
        given=parsed.first,
        middle=parsed.middle,
        family=parsed.last,
        prefix=parsed.title,
        suffix=parsed.suffix,
        called=called or parsed.nickname,
    )
    if "," in text and (name.given or name.family):
        shown = " ".join(filter(None, (name.prefix, name.given, name.middle, name.family)))
        return replace(name, shown=f"{shown}, {name.suffix}" if name.suffix else shown)
    return name


def _clear(word: str) -> str:
    return "".join(
        c for c in word if unicodedata.category(c) not in ("So", "Sk", "Cf", "Cn", "Co", "Cs") or c == "\u200d"
    )


def name_from_address(value: str) -> str:
    """The name an address spells: "jane.doe@example.org" is "Jane Doe"; "" where it spells none."""
    local = value.rpartition("@")[0].partition("+")[0]
    words = [word.rstrip("0123456789") for word in re.split(r"[._]" if re.search(r"[._]", local) else "-", local)]
    if not 2 <= len(words) <= 4 or not all(_LOCAL_WORD.fullmatch(word) for word in words):
        return ""
    if len(words[-1]) < 2 or is_role_address(value) or is_machine_address(value):
        return ""
    return proper_case(" ".join(f"{word}." if len(word) == 1 else word for word in words))


def best_name(names: Mapping[str, int]) -> str:
    """The best of several written forms, with how often each was met: complete, proper case, frequent."""
    counts: Counter[str] = Counter()
    for written, count in names.items():
        if not is_address(unwrap(written)):
            counts[parse_name(written).shown] += count
    counts.pop("", None)
    if not counts:
        return next(
            (
                name_from_address(unwrap(written).lower())
                for written in names
                if name_from_address(unwrap(written).lower())
            ),
            "",
        )
    usual = _most_met(counts)
    enough = SHARE_OF_A_FULLER_NAME * sum(counts.values())
    usual_words = set(fold(usual).split())
    fitting = [name for name in counts if counts[name] >= enough or usual_words & set(fold(name).split())]
    return max(fitting, key=lambda name: (_completeness(name), _is_well_written(name), counts[name], len(name), name))


def _most_met(counts: Counter[str]) -> str:
    by_fold: Counter[str] = Counter()
    for name, count in counts.items():
        by_fold[fold(name)] += count
    usual = max(by_fold, key=lambda folded: (by_fold[folded], folded))
    return max((name for name in counts if fold(name) == usual), key=lambda name: (counts[name], name))


def _completeness(name: str) -> int:
    parts = parse_name(name)
    full = [part for part in (parts.given, parts.family) if len(part.strip(".")) > 1]
    return len(full) if parts.given or parts.family else 0


def _is_well_written(name: str) -> bool:
    return not name.isupper() and not name.islower()


def sort_name(shown: str) -> str:
    """The key of a list: as people read the name, without titles, accents and capitals."""
    words = fold(shown).split()
    while len(words) > 1 and (words[0] in TITLES or words[0].rstrip(".") in TITLES):
        words = words[1:]
    return " ".join(words).lstrip("\"'([{<-–—.*~_ ") or " ".join(words)


def first_name(shown: str) -> str:
    """What to call somebody in a sentence: the nickname, the given name, or the whole where neither is safe."""
    name = parse_name(shown)
    if name.called:
        return name.called
    if len(name.given.strip(".")) < 2 or _EAST_ASIAN.search(name.given):
        return name.shown
    return name.given
