"""What a short text is about, as 261 bytes that are kept beside it, and which of many texts come close to one.

The vectors ship in `meaning_data`. They and numpy are loaded when first asked for, once a process: whoever only lists
people pays nothing.

STORED  one byte for the vectors it was made with, four of a checksum of the text, 256 numbers from -127 to 127.
"""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol
from zlib import crc32

EDITION = b"\x01"  # another one when the vectors change: what was stored with the old ones is then made anew
_NAMED = 5  # bytes of edition and checksum


class _Vectors(Protocol):
    def numbers(self, texts: Sequence[str]) -> list[bytes]: ...
    def cosines(self, wanted: bytes, others: Sequence[bytes]) -> list[float]: ...
    def nearest(self, wanted: Sequence[bytes], others: Sequence[bytes], most: int) -> list[list[tuple[int, float]]]: ...
    def rank(self, word: str) -> float: ...


def meanings(texts: Sequence[str]) -> list[bytes]:
    """What each text is about, to be stored."""
    return [_name(text) + numbers for text, numbers in zip(texts, _vectors().numbers(texts), strict=True)]


def is_of(stored: bytes | memoryview | None, text: str) -> bool:
    """Whether this was made of this very text, with the vectors that ship now."""
    return stored is not None and bytes(stored[:_NAMED]) == _name(text)


def is_current(stored: bytes | memoryview) -> bool:
    """Whether this was made with the vectors that ship now."""
    return bytes(stored[:1]) == EDITION


def cosines(wanted: bytes, others: Sequence[bytes]) -> list[float]:
    """How close each of the others is to the wanted, -1 to 1."""
    return _vectors().cosines(wanted, others)


def nearest(wanted: Sequence[bytes], others: Sequence[bytes], most: int) -> list[list[tuple[int, float]]]:
    """For each wanted at most `most` of the others, the closest first: where it stands among them, and its cosine."""
    return _vectors().nearest(wanted, others, most)


def rarity(word: str) -> float:
    """How rare a word is, from 0 for a common one to 1 for one that the vocabulary only has in pieces."""
    return _vectors().rank(word)


def _name(text: str) -> bytes:
    return EDITION + crc32(text.encode("utf-8", "replace")).to_bytes(4, "big")


@cache
def _vectors() -> _Vectors:
    vectors: _Vectors = import_module("amity.lib.meaning_vectors").shipped()
    return vectors
