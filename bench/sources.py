"""How many records each reader reads: python -m bench.sources [KIND …] [--records N] [--json].

Each reader reads a generated source three times from beginning to end; the best round counts. What it finds is thrown away.
rate      records (cards, rows, messages) in a second of this process's CPU
rows      of tables also: how many rows are parted into cells, without anybody being made of them
peak      the most memory it held at once beyond what it began with, in MB, in a round of its own
Records are all different; nothing is read twice that a cache could answer.
"""

import argparse
import csv
import io
import json
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from amity.sources import registry
from amity.sources.found import Cursor, Problem
from bench import made_chats

RECORDS = 20_000
ROUNDS = 3
TARGETS = {"vcf": 8_000, "whatsapp": 50_000, "google_csv": 20_000, "outlook_csv": 20_000, "any_csv": 20_000}
TARGETS["linkedin"] = 20_000
TABLES = ("google_csv", "outlook_csv", "any_csv", "linkedin")

Write = Callable[[Path, int], Path]


@dataclass(frozen=True)
class Figures:
    """What one reader reached."""

    kind: str
    records: int
    rate: float
    rows: float | None
    peak: float
    target: int | None


def main() -> int:
    asked = _arguments()
    found = [measure(kind, asked.records) for kind in asked.kinds or MADE]
    if asked.json:
        print(json.dumps({"readers": [asdict(figures) for figures in found]}))
        return 0
    print(f"{'records a CPU second':24}{'rate':>10}{'target':>10}{'rows':>12}{'MB':>7}")
    for one in found:
        target = f"{one.target:,}" if one.target else ""
        rows = f"{one.rows:,.0f}" if one.rows else ""
        print(f"{one.kind:24}{one.rate:10,.0f}{target:>10}{rows:>12}{one.peak:7.1f}")
    return 0


def measure(kind: str, records: int) -> Figures:
    """Read a generated source of a kind."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(MADE[kind](Path(folder), records))
        known = registry.recognise(path)
        if isinstance(known, Problem) or known.kind != kind:
            raise SystemExit(f"{kind}: its own source is not recognised: {known}")
        rate = records / min(_seconds(lambda: _read(kind, path, records)) for _ in range(ROUNDS))
        rows = None
        if kind in TABLES:
            rows = records / min(_seconds(lambda: registry.count(kind, path, lambda: True)) for _ in range(ROUNDS))
        return Figures(kind, records, rate, rows, _peak(kind, path, records), TARGETS.get(kind))


def _read(kind: str, path: str, records: int) -> None:
    things = sum(not isinstance(thing, Cursor | Problem) for thing in registry.read(kind, path, None))
    if things != records:
        raise SystemExit(f"{kind}: {records} records were written and {things} read")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _peak(kind: str, path: str, records: int) -> float:
    tracemalloc.start()
    _read(kind, path, records)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def _number(place: int) -> str:
    return f"+44 20 {7000 + place // 10_000 % 1000:04} {place % 10_000:04}"


def _table(path: Path, header: str, rows: Iterator[list[str]]) -> Path:
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    path.write_text(held.getvalue(), newline="")
    return path


def _cards(folder: Path, records: int) -> Path:
    path = folder / "cards.vcf"
    with path.open("w", newline="") as file:
        for place in range(records):
            file.write(
                f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe{place};Jane;;;\r\nFN:Jane Doe{place}\r\n"
                f"EMAIL;TYPE=home:jane{place}@mail.example\r\nTEL;TYPE=cell:{_number(place)}\r\n"
                "ORG:Acme\r\nNOTE:Met at the fair.\r\nCATEGORIES:Fair\r\nEND:VCARD\r\n"
            )
    return path


def _google(folder: Path, records: int) -> Path:
    header = (
        "First Name,Middle Name,Last Name,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted"
    )
    rows = (
        [
            *("Jane", "", f"Doe{n}", "", "", "Acme", "", "", "Met at the fair.", "* myContacts ::: Fair"),
            *("* Home", f"jane{n}@mail.example", "Mobile", _number(n), "", ""),
        ]
        for n in range(records)
    )
    return _table(folder / "contacts.csv", header, rows)


def _outlook(folder: Path, records: int) -> Path:
    header = (
        "Title,First Name,Last Name,Company,Job Title,Callback,Mobile Phone,TTY/TDD Phone,Categories,E-mail Address,"
        "E-mail Type,E-mail Display Name,Gender,Notes,Priority"
    )
    rows = (
        [
            *("", "Jane", f"Doe{n}", "Acme", "", "", _number(n), "", "Fair", f"jane{n}@mail.example", "SMTP"),
            *(f"Jane Doe{n}", "Unspecified", "Met at the fair.", "Normal"),
        ]
        for n in range(records)
    )
    return _table(folder / "outlook.csv", header, rows)


def _any(folder: Path, records: int) -> Path:
    header = "First name,Last name,Email,Phone,Company,Tags,Notes"
    rows = (
        ["Jane", f"Doe{n}", f"jane{n}@mail.example", _number(n), "Acme", "Fair", "Met at the fair."]
        for n in range(records)
    )
    return _table(folder / "people.csv", header, rows)


def _linkedin(folder: Path, records: int) -> Path:
    rows = (
        ["Jane", f"Doe{n}", f"https://www.linkedin.com/in/jane-{n}", "", "Acme", "Gardener", "12 Mar 2024"]
        for n in range(records)
    )
    return _table(
        folder / "Connections.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On", rows
    )


def _whatsapp(folder: Path, records: int) -> Path:
    path = folder / "_chat.txt"
    with path.open("w") as file:
        for place in range(records):
            minute, day = place % 60, place // 1_440
            at = f"{1 + day % 28:02}.{1 + day // 28 % 12:02}.20{20 + day // 336:02}, {place // 60 % 24:02}:{minute:02}"
            file.write(
                f"[{at}:00] {'Ada Lind' if place % 3 else 'Robin Fenn'}: Shall we mend the boat, number {place}?\n"
            )
    return path


# Readers with a generated source; extend it with every reader.
MADE: dict[str, Write] = {
    "vcf": _cards,
    "google_csv": _google,
    "outlook_csv": _outlook,
    "any_csv": _any,
    "linkedin": _linkedin,
    "whatsapp": _whatsapp,
    "telegram": made_chats.telegram,
    "messenger": made_chats.messenger,
    "signal": made_chats.signal,
    "imessage": made_chats.imessage,
    "sms": made_chats.sms,
}


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(MADE)}; all without any")
    asked.add_argument("--records", type=int, default=RECORDS)
    asked.add_argument("--json", action="store_true")
    found = asked.parse_args()
    if unknown := [kind for kind in found.kinds if kind not in MADE]:
        asked.error(f"nothing is generated for {', '.join(unknown)}")
    return found


if __name__ == "__main__":
    sys.exit(main())
