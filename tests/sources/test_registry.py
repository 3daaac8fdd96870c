import os
from pathlib import Path

from amity.sources import registry
from amity.sources.found import FoundInteraction, Problem
from amity.sources.registry import Recognised
from tests.sources.letters import letter, mbox_of


def write_maildir(path: Path) -> None:
    for holder in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new"):
        (path / holder).mkdir(parents=True)
    (path / "cur" / "1").write_bytes(letter(1))


def write_letters(path: Path, count: int) -> None:
    path.mkdir()
    for number in range(count):
        (path / f"{number}.eml").write_bytes(letter(number))


def test_a_folder_of_many_things_offers_each_as_what_it_is(tmp_path: Path) -> None:
    write_maildir(tmp_path / "a")
    write_letters(tmp_path / "b", 3)
    (tmp_path / "c.bin").write_bytes(mbox_of([letter(1), letter(2)]))
    (tmp_path / "d.txt").write_text("shopping list: bread\n")
    (tmp_path / "e.vcf").write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lindqvist\r\nEND:VCARD\r\n")

    offered = registry.look_through(str(tmp_path))

    assert [one.kind if isinstance(one, Recognised) else type(one) for one in offered] == [
        "vcf", "maildir", "eml", "mbox", Problem,
    ]  # fmt: skip


def test_a_source_says_what_it_is_and_how_large(tmp_path: Path) -> None:
    write_letters(tmp_path / "letters", 3)

    [letters] = registry.look_through(str(tmp_path / "letters"))

    assert isinstance(letters, Recognised)
    assert letters.sentence == "Mail, 3 messages in single files, 651 bytes"
    assert letters.size == 651


def test_letters_with_an_mbox_line_on_top_are_letters(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / str(number)).write_bytes(mbox_of([letter(number)]))

    [one] = registry.look_through(str(tmp_path))

    assert isinstance(one, Recognised)
    assert len([thing for thing in registry.read(one.kind, one.path, None) if isinstance(thing, FoundInteraction)]) == 3


def test_two_mbox_files_beside_each_other_are_two_sources(tmp_path: Path) -> None:
    for name in ("Inbox", "Sent"):
        (tmp_path / name).write_bytes(mbox_of([letter(1), letter(2)]))

    assert [one.kind for one in registry.look_through(str(tmp_path)) if isinstance(one, Recognised)] == ["mbox", "mbox"]


def test_many_files_that_are_nothing_hide_no_letter_behind_them(tmp_path: Path) -> None:
    for number in range(2 * registry.MOST_SOURCES):
        (tmp_path / f"{number}.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "z.mbox").write_bytes(mbox_of([letter(1), letter(2)]))

    offered = registry.look_through(str(tmp_path))

    assert [one.kind for one in offered if isinstance(one, Recognised)] == ["mbox"]
    assert len(offered) == 2 * registry.MOST_SOURCES + 1


def test_more_than_can_be_read_at_once_is_said(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(registry, "MOST_SOURCES", 2)
    for number in range(3):
        (tmp_path / f"{number}.mbox").write_bytes(mbox_of([letter(1), letter(2)]))

    *offered, last = registry.look_through(str(tmp_path))

    assert len(offered) == 2
    assert last == Problem(str(tmp_path), "There is more in it than can be read at once; name a folder inside it.")


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    (tmp_path / "round").symlink_to(tmp_path)

    assert [type(one) for one in registry.look_through(str(tmp_path))] == [Problem, Problem]
    assert isinstance(registry.recognise(str(tmp_path / "missing")), Problem)
    assert isinstance(registry.recognise("no\0name"), Problem)


def test_a_sample_comes_from_the_kind_that_was_recognised(tmp_path: Path) -> None:
    write_letters(tmp_path / "letters", 9)

    things = list(registry.sample("eml", str(tmp_path / "letters"), 3))

    assert [thing.subject for thing in things if isinstance(thing, FoundInteraction)] == [
        "Letter 0",
        "Letter 3",
        "Letter 6",
    ]
