"""Cuts text into the word pieces a vocabulary has, just as BERT's uncased tokenizer does.

`"Re-roofing"` with a vocabulary of re, -, roof, ##ing gives those four.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

CONTINUES = "##"  # before a piece that does not begin a word
LONGEST_WORD = 100  # letters; a longer one is no word
MOST_REMEMBERED = 50_000  # words whose pieces are kept at hand
_IDEOGRAPHS = re.compile(
    "([\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df\U0002a700-\U0002b73f\U0002b740-\U0002b81f"
    "\U0002b820-\U0002ceaf\uf900-\ufaff\U0002f800-\U0002fa1f])"
)
_ASCII_WORDS = re.compile(r"[a-z0-9]+|[!-/:-@\[-`{-~]")
_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_NOTHING = frozenset({"Cc", "Cf", "Co"})  # categories that are dropped; tab and line ends are white space


class WordPieces:
    """A vocabulary, and the numbers of the pieces a text is cut into."""

    def __init__(self, vocabulary: Mapping[str, int], unknown: int) -> None:
        self._vocabulary = vocabulary
        self._unknown = unknown
        self._remembered: dict[str, tuple[int, ...]] = {}

    def of(self, text: str) -> list[int]:
        """The pieces of a text, in order."""
        remembered = self._remembered
        numbers: list[int] = []
        for word in words_of(text):
            known = remembered.get(word)
            numbers.extend(self._learn(word) if known is None else known)
        return numbers

    def _learn(self, word: str) -> tuple[int, ...]:
        if len(self._remembered) >= MOST_REMEMBERED:
            self._remembered.clear()
        pieces = self._remembered[word] = tuple(self._cut(word))
        return pieces

    def _cut(self, word: str) -> list[int]:
        """The longest piece that fits, again and again; a word with a rest that no piece fits is unknown as a whole."""
        if len(word) > LONGEST_WORD:
            return [self._unknown]
        numbers, start = [], 0
        while start < len(word):
            before = CONTINUES if start else ""
            for end in range(len(word), start, -1):
                number = self._vocabulary.get(before + word[start:end])
                if number is not None:
                    break
            else:
                return [self._unknown]
            numbers.append(number)
            start = end
        return numbers


def words_of(text: str) -> list[str]:
    """Words and marks, in lower case and without accents; each ideograph is a word."""
    if text.isascii() and text.isprintable():
        return _ASCII_WORDS.findall(text.lower())
    return list(_words("".join(_plain(letter) for letter in _decomposed(text)).lower()))


def _decomposed(text: str) -> str:
    kept = "".join(" " if letter.isspace() else letter for letter in text if not _is_nothing(letter))
    return unicodedata.normalize("NFD", _IDEOGRAPHS.sub(r" \1 ", kept))


def _is_nothing(letter: str) -> bool:
    return letter == "\ufffd" or (unicodedata.category(letter) in _NOTHING and letter not in "\t\n\r")


def _plain(letter: str) -> str:
    return "" if unicodedata.category(letter) == "Mn" else letter


def _words(text: str) -> Iterator[str]:
    for run in text.split():
        word = ""
        for letter in run:
            if letter in _ASCII_MARKS or unicodedata.category(letter).startswith("P"):
                if word:
                    yield word
                yield letter
                word = ""
            else:
                word += letter
        if word:
            yield word
