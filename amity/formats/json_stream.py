"""JSON larger than memory: containers are walked into, and only single values in them are taken whole.

The standard library's own decoder reads every value; what is ours is where the next one begins.
"""

import json
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any

LARGEST_VALUE = 2 * 1024 * 1024  # characters of one value that is taken whole
NUMBER_MAY_GO_ON = 3  # characters: behind the 3 of "3.5" or "3e+5"
NEAR_THE_END = 64  # characters: an error nearer to the end may be for lack of what comes next

Path = tuple[str, ...]  # keys from the top; "*" stands for any place in a list
_SPACE = " \t\r\n\0"
_DECODER = json.JSONDecoder(parse_constant=lambda _: None, strict=False)


class Mark(Enum):
    """Stands where a container that is walked into begins and ends."""

    BEGIN = "begin"
    END = "end"


class DamagedJson(ValueError):
    """What comes here is no JSON, or the text breaks off; all before it was given."""


def walk(pieces: Iterator[str], into: Callable[[Path], bool]) -> Iterator[tuple[Path, Any]]:
    """Every value with its path, in order; containers whose path `into` names give what is in them, between marks.

    Raises DamagedJson behind the last whole value.
    """
    return _value(_Text(pieces), (), into)


class _Text:
    """The text as far as it was read, and the place in it."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._text = ""
        self._at = 0

    def peek(self) -> str:
        """The next character that is no blank; raises DamagedJson at the end."""
        while True:
            text, at = self._text, self._at
            while at < len(text) and text[at] in _SPACE:
                at += 1
            self._at = at
            if at < len(text):
                return text[at]
            if not self._grow():
                raise DamagedJson("It breaks off here.")

    def skip(self) -> str:
        """The next character that is no blank; goes on behind it."""
        found = self.peek()
        self._at += 1
        return found

    def value(self) -> Any:
        """The next value, whole."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                unended = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - NEAR_THE_END
                if unended and self._grow():
                    continue
                raise DamagedJson("It breaks off here." if unended else "What comes here is no JSON.") from error
            except (RecursionError, ValueError) as error:
                raise DamagedJson("What comes here is no JSON that anybody wrote.") from error
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if is_number and len(self._text) - end < NUMBER_MAY_GO_ON and self._grow():
                continue
            self._at = end
            return value

    def _grow(self) -> bool:
        """Read on, twice as much as is held: nothing is then looked at more often than a few times."""
        held = self._text[self._at :]
        if len(held) > LARGEST_VALUE:
            raise DamagedJson("One value here is larger than any message.")
        more: list[str] = []
        size = 0
        for piece in self._pieces:
            more.append(piece)
            size += len(piece)
            if size >= len(held):
                break
        self._text, self._at = held + "".join(more), 0
        return size > 0


def _value(text: _Text, path: Path, into: Callable[[Path], bool]) -> Iterator[tuple[Path, Any]]:
    first = text.peek()
    if first not in "{[" or not into(path):
        yield path, text.value()
        return
    yield path, Mark.BEGIN
    text.skip()
    yield from _list(text, path, into) if first == "[" else _object(text, path, into)
    yield path, Mark.END


def _list(text: _Text, path: Path, into: Callable[[Path], bool]) -> Iterator[tuple[Path, Any]]:
    inside = (*path, "*")
    if text.peek() == "]":
        text.skip()
        return
    walked = into(inside)
    while True:
        if walked:
            yield from _value(text, inside, into)
        else:
            yield inside, text.value()
        if _ends(text, "]"):
            return


def _object(text: _Text, path: Path, into: Callable[[Path], bool]) -> Iterator[tuple[Path, Any]]:
    if text.peek() == "}":
        text.skip()
        return
    while True:
        key = text.value()
        if not isinstance(key, str) or text.skip() != ":":
            raise DamagedJson("What comes here is no JSON.")
        yield from _value(text, (*path, key), into)
        if _ends(text, "}"):
            return


def _ends(text: _Text, end: str) -> bool:
    found = text.skip()
    if found not in (",", end):
        raise DamagedJson("What comes here is no JSON.")
    return found == end
