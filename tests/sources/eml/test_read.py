import os
from pathlib import Path

from amity.sources.eml import read as eml
from amity.sources.found import Cursor, FoundInteraction, Problem
from tests.sources.letters import letter, mbox_of
from tests.sources.suite import ReaderSuite


class TestFolderOfLetters(ReaderSuite):
    reader = eml

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "letters"
        (path / "sent").mkdir(parents=True)
        for number in range(count):
            holder = path / "sent" if number % 2 else path
            (holder / f"{number:06}.eml").write_bytes(letter(number))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = self.write(folder, 3)
        (path / "noise.txt").write_bytes(bytes(range(256)))
        (path / "empty").write_bytes(b"")
        return path, 5

    def put(self, folder: Path, content: bytes) -> Path:
        path = folder / "letters"
        path.mkdir()
        (path / "garbage.eml").write_bytes(content)
        return path

    def cut(self, path: Path, size: int) -> None:
        os.truncate(path / "000000.eml", size)

    def size(self, path: Path) -> int:
        return (path / "000000.eml").stat().st_size


def test_a_file_by_itself_is_a_source(tmp_path: Path) -> None:
    path = tmp_path / "letter"
    path.write_bytes(letter(1))

    assert eml.recognise(str(path), letter(1)) == "Mail, one message"
    assert [type(thing) for thing in eml.read(str(path), None)] == [FoundInteraction, Cursor]


def test_a_letter_that_says_no_more_than_its_author_and_its_type_is_one(tmp_path: Path) -> None:
    path = tmp_path / "bare.eml"
    path.write_bytes(b"From: Ada <ada@orchard.example>\nContent-Type: text/plain\n\nThe pears are in.\n")

    assert eml.recognise(str(path), path.read_bytes()) == "Mail, one message"
    [found] = [thing for thing in eml.read(str(path), None) if isinstance(thing, FoundInteraction)]
    assert found.text == "The pears are in."


def test_what_a_server_answered_is_no_letter() -> None:
    assert eml.recognise("answer", b"Date: Mon, 2 Nov 2026 09:00:00 GMT\nContent-Type: text/html\n\nhello\n") is None


def test_a_file_with_several_letters_gives_them_all(tmp_path: Path) -> None:
    (tmp_path / "three").write_bytes(mbox_of([letter(1), letter(2), letter(3)]))
    (tmp_path / "one.eml").write_bytes(letter(4))

    things = [thing for thing in eml.read(str(tmp_path), None) if isinstance(thing, FoundInteraction)]

    assert [thing.where for thing in things] == ["one.eml", "three, message 1", "three, message 2", "three, message 3"]


def test_names_that_are_no_text_and_files_that_are_none_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.eml")).write_bytes(letter(1))
    (tmp_path / "nowhere.eml").symlink_to(tmp_path / "missing")
    (tmp_path / ".DS_Store").write_bytes(b"x")

    things = [thing for thing in eml.read(str(tmp_path), None) if not isinstance(thing, Cursor)]

    assert [(type(thing), thing.where) for thing in things] == [
        (FoundInteraction, "caf\\xe9.eml"),
        (Problem, "nowhere.eml"),
    ]
