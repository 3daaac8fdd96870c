"""The vectors that ship, read once. Only `amity.lib.meaning` imports this, when something is first asked of it.

A text is the mean of the vectors of its pieces. Punctuation says nothing of what a text is about, and words of time
little: "on Tuesday evenings" is when. Both were measured (docs/judgement.md).
"""

import json
from collections.abc import Iterable, Sequence
from importlib.resources import as_file, files
from math import log

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from amity.lib.word_pieces import WordPieces

Numbers = NDArray[np.float32]

DATA = files("amity.lib") / "meaning_data"
UNKNOWN = 1  # the piece of what no piece fits
OF_TIME = 0.3  # the weight of a word of time
COMMON_UNTIL = 1_000  # pieces: the vocabulary is ordered by how common they are, the commonest first
HIGHEST = 127
NAMED = 5  # bytes before the numbers in what is stored
TIME_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august september october november december morning mornings
    afternoon afternoons evening evenings night nights day days daily weekend weekends week weeks weekly month months
    monthly year years yearly spring summer autumn winter today tomorrow tonight soon now before after until since once
    twice
    """
PUNCTUATION = "!\"'(),-.:;?"


class Vectors:
    """A vocabulary with a vector, and a weight, for every piece."""

    def __init__(self, vocabulary: dict[str, int], rows: NDArray[np.int8], scales: Numbers) -> None:
        self._pieces = WordPieces(vocabulary, UNKNOWN)
        self._rows = rows
        self._scales = scales * _weights(vocabulary, len(scales))
        self._common_until = log(COMMON_UNTIL)
        self._rarest = log(len(scales))

    def numbers(self, texts: Sequence[str]) -> list[bytes]:
        """256 numbers from -127 to 127 for each text; their direction is what it is about."""
        return [self._mean(self._pieces.of(text)) for text in texts]

    def cosines(self, wanted: bytes, others: Sequence[bytes]) -> list[float]:
        """The cosine of each of the others with the wanted, from what is stored of them."""
        return [float(cosine) for cosine in _cosines([wanted], others)[0]] if others else []

    def nearest(self, wanted: Sequence[bytes], others: Sequence[bytes], most: int) -> list[list[tuple[int, float]]]:
        """Of each wanted the closest others, from what is stored of them."""
        if not wanted or not others:
            return [[] for _ in wanted]
        return [_best(cosines, most) for cosines in _cosines(wanted, others)]

    def rank(self, word: str) -> float:
        """Where a word stands from common, 0, to rare, 1."""
        pieces = self._pieces.of(word)
        if len(pieces) != 1 or pieces[0] == UNKNOWN:
            return 1.0
        return max(0.0, (log(pieces[0] + 1) - self._common_until) / (self._rarest - self._common_until))

    def _mean(self, pieces: Iterable[int]) -> bytes:
        known = [piece for piece in pieces if piece != UNKNOWN]
        mean = (self._rows[known].astype(np.float32) * self._scales[known, None]).sum(axis=0)
        highest = np.abs(mean).max(initial=0.0)
        scaled: NDArray[np.int8] = np.rint(mean * (HIGHEST / highest) if highest else mean).astype(np.int8)
        return scaled.tobytes()


def shipped() -> Vectors:
    """The vectors in the package."""
    vocabulary = json.loads((DATA / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    with as_file(DATA / "embeddings.safetensors") as file:
        tensors = load_file(file)
    return Vectors(vocabulary, tensors["embeddings"], tensors["scales"])


def _weights(vocabulary: dict[str, int], size: int) -> Numbers:
    weights = np.ones(size, np.float32)
    weights[[vocabulary[word] for word in TIME_WORDS.split() if word in vocabulary]] = OF_TIME
    weights[[vocabulary[mark] for mark in PUNCTUATION if mark in vocabulary]] = 0
    return weights


def _cosines(wanted: Sequence[bytes], others: Sequence[bytes]) -> Numbers:
    """A row for each wanted; a text without any known piece is 0 from everything."""
    ours, theirs = _rows(wanted), _rows(others)
    cosines: Numbers = ours @ theirs.T
    cosines /= _lengths(ours)[:, None]
    cosines /= _lengths(theirs)
    return cosines


def _rows(stored: Sequence[bytes]) -> Numbers:
    return np.frombuffer(b"".join(stored), np.int8).reshape(len(stored), -1)[:, NAMED:].astype(np.float32)


def _lengths(rows: Numbers) -> Numbers:
    lengths: Numbers = np.maximum(np.sqrt(np.einsum("ij,ij->i", rows, rows)), 1)
    return lengths


def _best(cosines: Numbers, most: int) -> list[tuple[int, float]]:
    chosen = np.argpartition(-cosines, most)[:most] if len(cosines) > most else np.arange(len(cosines))
    return [(int(at), float(cosines[at])) for at in chosen[np.argsort(-cosines[chosen], kind="stable")]]
