"""Due dates in sentences, beside dateparser: python -m bench.dates FILE.tsv --on DATE [--half dev|test] [--json].

FILE holds `sentence<TAB>ISO date` lines: several dates that a careful reader would accept joined by `|`, `-` for none.
Of the dates in a sentence the due date is taken; where none lies ahead, the first one. Printed for each:
right         a date was due, and an accepted one found
wrong         a date was due, and another one found
missed        a date was due, and none found
false_alarms  none was due, and one found
precision     right, of all that were found; recall: right, of all that were due; f1: of both
rate          sentences per CPU second
`--half` takes the odd lines (dev, looked at while the rules were written) or the even ones (test, only ever counted).
"""

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from amity.judgement.dates import due_date, find_dates

try:
    from dateparser.search import search_dates
except ImportError:  # a yardstick; nobody needs it to use or to test Amity
    search_dates = None

OWN = Path(__file__).parent / "data" / "dates-own.tsv"
ROUNDS = 3
LANGUAGES = ["en", "de", "fr", "es"]
HALVES = {"dev": 0, "test": 1}


@dataclass(frozen=True)
class Labelled:
    """A sentence and the days that are right for it; none when it carries no date."""

    sentence: str
    days: frozenset[str]


@dataclass(frozen=True)
class Figures:
    """What one finder reached on one file."""

    right: int
    wrong: int
    missed: int
    false_alarms: int
    sentences: int
    traps: int
    precision: float
    recall: float
    f1: float
    rate: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=OWN)
    parser.add_argument("--on", type=date.fromisoformat, default=date(2026, 11, 18))
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="show what was not right, of our own rules")
    chosen = parser.parse_args()
    lines = read_labelled(chosen.file) if chosen.file.is_file() else []
    if not lines:
        raise SystemExit(f"No lines of `sentence<TAB>ISO date` in {chosen.file}.")
    if chosen.half:
        lines = lines[HALVES[chosen.half] :: 2]
    shipped = measure(lines, lambda sentence: our_day(sentence, chosen.on))
    baseline = measure(lines, lambda sentence: dateparser_day(sentence, chosen.on)) if search_dates else None
    if chosen.json:
        baselines = {"dateparser.search": vars(baseline) if baseline else None}
        print(json.dumps({"shipped": vars(shipped), "baselines": baselines}))
        return
    show("shipped", shipped)
    show("dateparser.search", baseline)
    if chosen.errors:
        show_errors(lines, chosen.on)


def read_labelled(file: Path) -> list[Labelled]:
    labelled = []
    for line in file.read_text("utf-8", "replace").splitlines():
        sentence, tab, days = line.rpartition("\t")
        if tab and sentence.strip():
            labelled.append(Labelled(sentence, frozenset(days.strip().split("|")) - {"-", ""}))
    return labelled


def our_day(sentence: str, on: date) -> date | None:
    found = due_date(sentence, on=on) or next(iter(find_dates(sentence, on=on)), None)
    return found.day if found else None


def dateparser_day(sentence: str, on: date) -> date | None:
    settings = {"RELATIVE_BASE": datetime(on.year, on.month, on.day, 10), "PREFER_DATES_FROM": "future"}
    found = search_dates(sentence, languages=LANGUAGES, settings=settings)
    return found[0][1].date() if found else None


def measure(lines: list[Labelled], day_of: Callable[[str], date | None]) -> Figures:
    best = float("inf")
    days: list[date | None] = []
    for _ in range(ROUNDS):
        started = time.process_time()
        days = [day_of(line.sentence) for line in lines]
        best = min(best, time.process_time() - started)
    found = [(day.isoformat() if day else None, line.days) for day, line in zip(days, lines, strict=True)]
    right, named, dated = (
        sum(day in due for day, due in found),
        sum(day is not None for day, _ in found),
        sum(bool(due) for _, due in found),
    )
    return Figures(
        right=right,
        wrong=sum(bool(day and due) and day not in due for day, due in found),
        missed=sum(bool(due) and not day for day, due in found),
        false_alarms=sum(bool(day) and not due for day, due in found),
        sentences=len(lines),
        traps=sum(not line.days for line in lines),
        precision=right / named if named else 0.0,
        recall=right / dated if dated else 0.0,
        f1=2 * right / (named + dated) if named + dated else 0.0,
        rate=round(len(lines) / best),
    )


def show(name: str, figures: Figures | None) -> None:
    if figures is None:
        print(f"{name:18} not installed, so not measured")
        return
    dated = figures.sentences - figures.traps
    print(f"{name:18} {figures.right} of {dated} right, {figures.wrong} wrong, {figures.missed} missed; "
          f"{figures.false_alarms} of {figures.traps} traps taken; {figures.rate:,} a CPU second")  # fmt: skip


def show_errors(lines: list[Labelled], on: date) -> None:
    for line in lines:
        day = our_day(line.sentence, on)
        if (day.isoformat() if day else None) not in (line.days or {None}):
            print(f"{day or '-'}\t{'|'.join(sorted(line.days)) or '-'}\t{line.sentence}")


if __name__ == "__main__":
    main()
