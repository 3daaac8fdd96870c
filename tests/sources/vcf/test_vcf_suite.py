from pathlib import Path

from amity.sources.vcf import read as vcf
from tests.sources.suite import ReaderSuite


def card(number: int) -> str:
    note = "Met at the garden fair. " * (number % 5)
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;Jane {number};;;\r\nFN:Jane {number} Doe\r\n"
        f"EMAIL:jane{number}@example.org\r\nNOTE:{note}\r\nEND:VCARD\r\n"
    )


class TestVcf(ReaderSuite):
    reader = vcf

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "contacts.vcf"
        path.write_bytes("".join(card(number) for number in range(count)).encode())
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "damaged.vcf"
        empty = "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"
        unclosed = card(3).removesuffix("END:VCARD\r\n")
        odd = card(4).replace("NOTE:", "a line that is no property\r\nNOTE:")
        path.write_bytes((card(1) + "What is this?\r\n" + card(2) + empty + unclosed + odd).encode())
        return path, 6


class TestVcfInUtf16(TestVcf):
    def write(self, folder: Path, count: int) -> Path:
        path = folder / "contacts.vcf"
        path.write_bytes("".join(card(number) for number in range(count)).encode("utf-16"))
        return path


class TestFolderOfCards(TestVcf):
    def write(self, folder: Path, count: int) -> Path:
        path = folder / "book"
        path.mkdir(exist_ok=True)
        for number in range(count):
            (path / f"{number:05}.vcf").write_bytes(card(number).encode())
        return path

    def put(self, folder: Path, content: bytes) -> Path:
        path = folder / "book"
        path.mkdir()
        (path / "garbage.vcf").write_bytes(content)
        return path

    def cut(self, path: Path, size: int) -> None:
        last = sorted(path.iterdir())[-1]
        last.write_bytes(last.read_bytes()[:size])

    def size(self, path: Path) -> int:
        return sorted(path.iterdir())[-1].stat().st_size
