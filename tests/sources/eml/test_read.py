import os
from pathlib import Path

from amity.sources.eml import read as eml
from tests.sources.letters import letter
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
