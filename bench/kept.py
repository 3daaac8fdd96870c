"""Promises kept, told from a later message: python -m bench.kept [dev|test] [--misses].

Our own pairs in bench/data/kept-own.tsv, written before the rules: a promise, and a later message of the same writer to the
same person, three days on. Figures are for the question "was this it?", which the owner answers; nothing closes by itself.
The demo's promises are no part of it: they are looked at in tests/actions/test_demo.py.
"""

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from amity.judgement.kept_signs import kept_words, later, owed
from amity.judgement.promises import find_promises
from amity.lib.weights import said_weights
from bench.labelled import figures

OWN_SET = Path("bench/data/kept-own.tsv")
SAID_ON = date(2026, 5, 5)
LATER = timedelta(days=3)


@dataclass(frozen=True)
class Pair:
    """One line of the set."""

    half: str
    is_kept: bool
    promise: str
    subject: str
    later: str

    @property
    def is_asked(self) -> bool:
        """Whether the later message raises the question."""
        found = find_promises(self.promise, by_owner=True, weights=said_weights().promises)
        what = found[0].what if found else self.promise
        return bool(kept_words(owed(what, SAID_ON), later(self.subject, self.later, SAID_ON + LATER)))


def read_pairs(path: Path = OWN_SET) -> list[Pair]:
    """The lines of the set, the heading left out."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [Pair(half, kept == "yes", promise, subject, later) for half, kept, promise, subject, later in rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", nargs="?", choices=("dev", "test"))
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    chosen = parser.parse_args()
    for half in (chosen.half,) if chosen.half else ("dev", "test"):
        pairs = [pair for pair in read_pairs() if pair.half == half]
        row = figures([pair.is_kept for pair in pairs], [pair.is_asked for pair in pairs])
        print(f"{half:5}{row.sentences} pairs: precision {row.precision:.2f}, recall {row.recall:.2f}, F1 {row.f1:.2f}")
        for pair in pairs if chosen.misses else ():
            if pair.is_kept != pair.is_asked:
                print(f"  {'missed' if pair.is_kept else 'wrong '} {pair.promise} | {pair.subject} | {pair.later}")


if __name__ == "__main__":
    main()
