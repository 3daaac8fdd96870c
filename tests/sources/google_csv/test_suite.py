from pathlib import Path

from amity.sources.google_csv import read as google
from tests.sources.suite import ReaderSuite
from tests.sources.tables import table

HEADER = [
    *("First Name", "Middle Name", "Last Name", "File As", "Organization Name", "Notes", "Labels"),
    *("E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value"),
]


def row(number: int) -> list[str]:
    note = "Met at the garden fair,\nand again. " * (number % 4)
    number_of = f"+44 20 7946 {number % 1000:04}"
    return [
        *("Jane", "", f"Doe {number}", "", "Acme", note, "* myContacts ::: Fair"),
        *("* Home", f"jane{number}@example.org", "Mobile", number_of),
    ]


class TestGoogleCsv(ReaderSuite):
    reader = google

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "contacts.csv"
        path.write_bytes(table([HEADER, *map(row, range(count))]).encode())
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "damaged.csv"
        empty = table([[""] * 5 + ["a note of nobody"]])
        longer = table([[*row(2), "more", "cells"]])
        shorter = "Bo,,Berg\r\n"
        unclosed = '"Cy,,Moreau\r\n'
        too_long = "x" * 200_000 + "\r\n"
        text = (
            table([HEADER, row(1)]) + empty + longer + shorter + unclosed + table([row(3)]) + too_long + table([row(4)])
        )
        path.write_bytes(text.encode() + b"J\xf6rg,,Gr\xfcn\r\n")
        return path, 9


class TestGoogleCsvInUtf16(TestGoogleCsv):
    def write(self, folder: Path, count: int) -> Path:
        path = folder / "contacts.csv"
        path.write_bytes(table([HEADER, *map(row, range(count))], "\t").encode("utf-16"))
        return path
