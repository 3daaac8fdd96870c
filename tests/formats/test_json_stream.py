import json
from collections.abc import Iterator
from typing import Any

import pytest

from amity.formats.json_stream import LARGEST_VALUE, DamagedJson, Mark, Path, walk

WHOLE = {"name": "Zoë", "list": [{"id": 1, "text": 'a [b] {c} "d"'}, {"id": 2, "text": "😀"}, 3.5, None], "end": True}


def into_lists(path: Path) -> bool:
    return path in ((), ("list",))


def pieces(text: str, size: int) -> Iterator[str]:
    return (text[start : start + size] for start in range(0, len(text), size))


def values(text: str, size: int = 1_000) -> list[tuple[Path, Any]]:
    return [step for step in walk(pieces(text, size), into_lists) if not isinstance(step[1], Mark)]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1_000])
@pytest.mark.parametrize("indent", [None, 1])
def test_every_value_comes_once_however_the_text_is_cut(size: int, indent: int | None) -> None:
    found = values(json.dumps(WHOLE, indent=indent), size)

    inside = [(("list", "*"), value) for value in WHOLE["list"]]  # type: ignore[attr-defined]  # a list, of objects
    assert found == [(("name",), "Zoë"), *inside, (("end",), True)]


def test_containers_stand_between_marks() -> None:
    steps = list(walk(iter(['{"list": []}']), into_lists))

    assert steps == [((), Mark.BEGIN), (("list",), Mark.BEGIN), (("list",), Mark.END), ((), Mark.END)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"list": [1, 2',
        '{"list": [1 2]}',
        '{"list" 1}',
        "{1: 2}",
        "noise",
        '{"list": [' + "[" * 100_000,
        '{"n": ' + "9" * 10_000 + "}",
        '{"list": ["' + "x" * (3 * LARGEST_VALUE),
    ],
)
def test_damage_is_said_behind_the_last_whole_value(text: str) -> None:
    with pytest.raises(DamagedJson):
        values(text, 65_536)


def test_what_comes_before_damage_is_given() -> None:
    found = []

    with pytest.raises(DamagedJson, match="breaks off"):
        found.extend(step for step in walk(iter(['{"list": [1, 2, {"a"']), into_lists))

    steps = walk(iter(['{"list": [1, 2, {"a"']), into_lists)
    assert [next(steps)[1] for _ in range(4)] == [Mark.BEGIN, Mark.BEGIN, 1, 2]


def test_what_json_does_not_know_is_nothing() -> None:
    assert values('{"a": NaN, "b": -Infinity}') == [(("a",), None), (("b",), None)]
