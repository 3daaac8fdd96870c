import gzip
from pathlib import Path

from amity.sources.mbox import read as mbox
from tests.sources.letters import letter, mbox_of
from tests.sources.suite import ReaderSuite


class TestMbox(ReaderSuite):
    reader = mbox

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "Sent.mbox"
        path.write_bytes(mbox_of([letter(number) for number in range(count)]))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        nothing = b"\xff\xfe no header, no letter\n"
        path = folder / "damaged.mbox"
        path.write_bytes(mbox_of([letter(1), b"X: y\n\nnobody\n", letter(2), b"X-Only: one\n", letter(3)]) + nothing)
        return path, 5


class TestCompressedMbox(TestMbox):
    def write(self, folder: Path, count: int) -> Path:
        path = folder / "Sent.mbox.gz"
        path.write_bytes(gzip.compress(mbox_of([letter(number) for number in range(count)])))
        return path
