import os
from pathlib import Path

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
