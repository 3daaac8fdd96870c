"""Snippets: the few words of a text around what was looked for, in pieces that say what to mark. No HTML."""

import re
from collections.abc import Sequence
from functools import lru_cache

from amity.lib.text import fold

Pieces = tuple[tuple[str, bool], ...]

LENGTH = 180  # characters
LEAD = 50  # characters shown before the first hit
WORD_BEGINS, NO_LETTER, REST_OF_WORD = r"(?<![^\W_])", r"(?![^\W_])", r"[^\W_]*"
LOOKED_THROUGH = 20_000  # characters of one text


def snippet(text: str, words: Sequence[str]) -> Pieces:
    """The text around the first hit; the last of `words` may be only begun. Without a hit, how it begins."""
    text = " ".join(text[:LOOKED_THROUGH].split())
    hits = _hits(text, words)
    start = _start(text, hits[0][0]) if hits else 0
    end = min(start + LENGTH, len(text))
    pieces: list[tuple[str, bool]] = [("…", False)] if start else []
    at = start
    for begin, finish in hits:
        if begin < at or finish > end:
            continue
        pieces += [(text[at:begin], False), (text[begin:finish], True)]
        at = finish
    pieces.append((text[at:end] + ("…" if end < len(text) else ""), False))
    return tuple(piece for piece in pieces if piece[0])


def _start(text: str, hit: int) -> int:
    """Where the snippet begins: at a word, a little before the hit."""
    if hit <= LEAD:
        return 0
    space = text.find(" ", hit - LEAD, hit)
    return space + 1 if space >= 0 else hit


def _hits(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    if not words:
        return []
    pattern = _pattern(tuple(fold(word) for word in words))
    if text.isascii():
        return [found.span() for found in pattern.finditer(text.lower())]
    folded, places = _folded(text)
    return [(places[found.start()], places[found.end() - 1] + 1) for found in pattern.finditer(folded)]


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    wanted = [re.escape(word) + NO_LETTER for word in words[:-1]]
    wanted.append(re.escape(words[-1]) + REST_OF_WORD)
    return re.compile(f"{WORD_BEGINS}(?:{'|'.join(wanted)})")


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without accents, and for each of its characters where that stood before."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        plain = _letter(letter)
        letters.append(plain)
        places += [place] * len(plain)
    return "".join(letters), places


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    return fold(letter) or (" " if letter.isspace() else "")
