"""What every reader of a source must stand: subclass `ReaderSuite` as `Test…`, name the reader, write a source."""

import json
import os
import tracemalloc
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import pytest

from amity.sources.found import Cursor, Found, FoundInteraction, FoundPerson, Problem

LONGEST_WAY_WITHOUT_CURSOR = 500  # things
MOST_MEMORY = 32 * 1024 * 1024  # bytes, while reading MANY things and keeping none
MANY = 1_250  # things: more than two stretches between cursors
HEAD = 64 * 1024  # bytes, what `recognise` is shown

Thing = Found | Problem

GARBAGE = {
    "nothing at all": b"",
    "one line break": b"\n",
    "one zero byte": b"\0",
    "zeros": bytes(70_000),
    "every byte": bytes(range(256)) * 300,
    "noise": bytes((i * i * 31 + i * 7) % 251 for i in range(100_000)),
    "a single long line": b"x" * 3_000_000,
    "lone surrogates": "\ud800\udfff text".encode("utf-8", "surrogatepass") * 100,
    "UTF-16": "Dear Ada, how are you?\n".encode("utf-16") * 50,
    "broken gzip": b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"no such stream" * 20,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(5_000),
}


class ReaderSuite:
    """The promises of `amity.sources.found.Reader`, each as one test."""

    reader: ClassVar[ModuleType]

    def write(self, folder: Path, count: int) -> Path:
        """Writes a good source of `count` different things below `folder` and gives its path."""
        raise NotImplementedError

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        """Writes a source of which some rows cannot be understood; gives its path and how many rows it has."""
        raise NotImplementedError

    def put(self, folder: Path, content: bytes) -> Path:
        """Writes bytes where this reader expects things; a reader of folders puts a file into one."""
        path = folder / "garbage"
        path.write_bytes(content)
        return path

    def cut(self, path: Path, size: int) -> None:
        """Shortens a source to its first `size` bytes; a reader of folders shortens one of its files."""
        os.truncate(path, size)

    def size(self, path: Path) -> int:
        """How many bytes `cut` can choose from."""
        return path.stat().st_size

    def test_it_recognises_its_own_kind_whatever_the_name(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 3)
        renamed = path.rename(path.with_name("export.bin"))

        sentence = self.reader.recognise(str(renamed), head_of(renamed))

        assert sentence
        assert "\n" not in sentence

    @pytest.mark.parametrize("name", GARBAGE)
    def test_it_does_not_recognise_what_is_not_its_kind(self, name: str, tmp_path: Path) -> None:
        path = tmp_path / "garbage"
        path.write_bytes(GARBAGE[name])

        assert self.reader.recognise(str(path), head_of(path)) is None

    def test_it_does_not_recognise_an_empty_folder(self, tmp_path: Path) -> None:
        assert self.reader.recognise(str(tmp_path), b"") is None

    def test_it_finds_every_thing_once(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 25)

        things = things_in(self.reader.read(str(path), None))

        assert [thing for thing in things if isinstance(thing, Problem)] == []
        assert len({thing.key for thing in found_in(things)}) == 25

    def test_what_it_finds_is_in_normal_form(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 25)

        for thing in found_in(things_in(self.reader.read(str(path), None))):
            assert len(thing.key) == 16
            if isinstance(thing, FoundInteraction) and thing.at:
                assert thing.at.utcoffset() == timedelta(0)

    def test_reading_twice_gives_the_same(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 25)

        assert list(self.reader.read(str(path), None)) == list(self.reader.read(str(path), None))

    def test_it_says_regularly_how_far_it_has_come(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, MANY)

        steps = list(self.reader.read(str(path), None))

        assert longest_way_without_cursor(steps) <= LONGEST_WAY_WITHOUT_CURSOR
        cursors = [step for step in steps if isinstance(step, Cursor)]
        assert [cursor.done for cursor in cursors] == sorted(cursor.done for cursor in cursors)
        assert isinstance(steps[-1], Cursor)
        assert steps[-1].done == steps[-1].total > 0

    def test_cut_at_any_cursor_it_goes_on_behind_it(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, MANY)
        steps = list(self.reader.read(str(path), None))

        places = [place for place, step in enumerate(steps) if isinstance(step, Cursor)]

        assert len(places) >= 3
        for place in places:
            assert things_in(self.reader.read(str(path), stored(steps[place]))) == things_in(iter(steps[place + 1 :]))

    def test_it_streams(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, MANY)
        tracemalloc.start()

        count = sum(not isinstance(step, Cursor) for step in self.reader.read(str(path), None))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert count == MANY
        assert peak < MOST_MEMORY

    @pytest.mark.parametrize("name", GARBAGE)
    def test_garbage_is_a_problem_and_never_an_exception(self, name: str, tmp_path: Path) -> None:
        path = self.put(tmp_path, GARBAGE[name])

        things = things_in(self.reader.read(str(path), None))

        assert all(problem.why and problem.where for problem in things if isinstance(problem, Problem))
        assert things or not GARBAGE[name].strip(), "something was dropped in silence"
        assert list(self.reader.sample(str(path), 5)) is not None

    def test_what_is_not_there_is_a_problem(self, tmp_path: Path) -> None:
        missing = str(tmp_path / "missing")

        assert self.reader.recognise(missing, b"") is None
        assert [type(thing) for thing in things_in(self.reader.read(missing, None))] == [Problem]
        assert [type(thing) for thing in self.reader.sample(missing, 5)] == [Problem]

    def test_what_may_not_be_read_is_a_problem(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 3)
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("this user may read everything")

        things = things_in(self.reader.read(str(path), None))

        path.chmod(0o700)
        assert [type(thing) for thing in things] == [Problem]

    def test_cut_short_anywhere_it_keeps_what_is_whole(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 12)
        whole = {thing.key for thing in found_in(things_in(self.reader.read(str(path), None)))}

        for size in sizes_down_from(self.size(path), 40):
            self.cut(path, size)
            keys = [thing.key for thing in found_in(things_in(self.reader.read(str(path), None)))]

            assert len(set(keys) - whole) <= 1, f"cut at {size}: more than the last thing changed"

    def test_a_cursor_from_beyond_the_end_is_no_exception(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 12)
        last = [step for step in self.reader.read(str(path), None) if isinstance(step, Cursor)][-1]
        self.cut(path, self.size(path) // 2)

        assert all(isinstance(step, Cursor | Problem) for step in self.reader.read(str(path), stored(last)))

    def test_no_row_is_dropped_in_silence(self, tmp_path: Path) -> None:
        path, rows = self.write_damaged(tmp_path)

        things = things_in(self.reader.read(str(path), None))

        lost = [thing for thing in things if isinstance(thing, Problem) and not thing.kept]
        assert len(found_in(things)) + len(lost) == rows

    def test_it_counts_without_reading(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, MANY)

        counted = self.reader.count(str(path), lambda: True)
        begun = self.reader.count(str(path), lambda: False)

        assert (counted.letters + counted.cards, counted.whole) == (MANY, True)
        assert not begun.whole
        assert begun.letters + begun.cards <= MANY

    @pytest.mark.parametrize("name", GARBAGE)
    def test_garbage_is_counted_without_an_exception(self, name: str, tmp_path: Path) -> None:
        path = self.put(tmp_path, GARBAGE[name])

        assert self.reader.count(str(path), lambda: True).letters <= 1
        assert self.reader.count(str(tmp_path / "missing"), lambda: True).letters == 0

    def test_a_sample_is_spread_over_the_whole(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, MANY)
        order = [thing.key for thing in found_in(things_in(self.reader.read(str(path), None)))]

        places = [order.index(thing.key) for thing in found_in(list(self.reader.sample(str(path), 20)))]

        assert 10 <= len(places) <= 40
        assert len(set(places)) == len(places)
        assert min(places) < MANY // 4
        assert max(places) > 3 * MANY // 4

    def test_a_sample_larger_than_the_source_is_the_source(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 5)

        assert list(self.reader.sample(str(path), 100)) == things_in(self.reader.read(str(path), None))


def head_of(path: Path) -> bytes:
    """The first 64 KiB of a file, nothing of a folder."""
    if path.is_dir():
        return b""
    with path.open("rb") as file:
        return file.read(HEAD)


def things_in(steps: Iterator[Found | Problem | Cursor]) -> list[Thing]:
    """Everything but the cursors."""
    return [step for step in steps if not isinstance(step, Cursor)]


def found_in(things: list[Thing]) -> list[Found]:
    """Everything but the problems."""
    return [thing for thing in things if isinstance(thing, FoundPerson | FoundInteraction)]


def stored(cursor: Cursor) -> Cursor:
    """The cursor as it comes back from a JSON column."""
    return Cursor(json.loads(json.dumps(cursor.position)), cursor.done, cursor.total)


def longest_way_without_cursor(steps: list[Thing | Cursor]) -> int:
    longest = since = 0
    for step in steps:
        since = 0 if isinstance(step, Cursor) else since + 1
        longest = max(longest, since)
    return longest


def sizes_down_from(size: int, count: int) -> list[int]:
    return sorted({size * step // count for step in range(count)}, reverse=True)
