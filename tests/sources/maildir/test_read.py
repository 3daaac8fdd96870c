import os
from pathlib import Path

from amity.sources.found import FoundInteraction
from amity.sources.maildir import read as maildir
from tests.sources.letters import letter
from tests.sources.suite import ReaderSuite


class TestMaildir(ReaderSuite):
    reader = maildir

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "Maildir"
        for holder in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new"):
            (path / holder).mkdir(parents=True)
        for number in range(count):
            holder = (".Sent/cur", "cur", "new")[number * 3 // count]
            (path / holder / f"1714642200.{number:06}.host:2,S").write_bytes(letter(number))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = self.write(folder, 3)
        (path / "cur" / "noise").write_bytes(bytes(range(256)))
        (path / "new" / "empty").write_bytes(b"")
        return path, 5

    def put(self, folder: Path, content: bytes) -> Path:
        path = self.write(folder, 0)
        (path / "cur" / "garbage").write_bytes(content)
        return path

    def cut(self, path: Path, size: int) -> None:
        os.truncate(self.last_file(path), size)

    def size(self, path: Path) -> int:
        return self.last_file(path).stat().st_size

    def last_file(self, path: Path) -> Path:
        return max(file for file in path.glob("new/*") if file.is_file())


def test_subfolders_and_flags_tell_the_folder() -> None:
    orders = ["cur/1:2,S", ".Sent/cur/1:2,S", "Archive/Sent Items/new/1", ".Garden/cur/1", "cur/1:2,DS", "cur/1:2,ST"]

    assert [maildir.folder_of_file(order) for order in orders] == ["inbox", "sent", "sent", "", "drafts", "trash"]


def test_files_that_were_never_delivered_are_left_out(tmp_path: Path) -> None:
    path = TestMaildir().write(tmp_path, 2)
    (path / "tmp" / "half").write_bytes(letter(9)[:50])
    (path / "dovecot.index").write_bytes(b"index")

    assert [type(thing) for thing in maildir.sample(str(path), 10)] == [FoundInteraction, FoundInteraction]


def test_several_maildirs_side_by_side_are_one_source(tmp_path: Path) -> None:
    for name in ("Inbox", "Sent"):
        for holder in ("cur", "new"):
            (tmp_path / name / holder).mkdir(parents=True)
    (tmp_path / "Sent" / "cur" / "1").write_bytes(letter(1))

    assert maildir.recognise(str(tmp_path), b"") == "Mail, Maildir, 2 folders, 217 bytes"
    assert [thing.folder for thing in maildir.sample(str(tmp_path), 5) if isinstance(thing, FoundInteraction)] == [
        "sent"
    ]
