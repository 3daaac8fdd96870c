"""Needs and offers told in letters: python -m bench.needs [dev|test] [--misses].

Our own sentences in bench/data/needs-own.tsv, written before the rules. Precision counts a need called an offer as wrong.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

from amity.judgement.found_needs import find_help

OWN_SET = Path("bench/data/needs-own.tsv")
NONE = "-"


@dataclass(frozen=True)
class Line:
    """One sentence of the set, and what it tells of."""

    half: str
    kind: str
    what: str
    sentence: str

    @property
    def found(self) -> str:
        """What Amity takes it for."""
        told = find_help(self.sentence)
        return told[0].kind.value if told else NONE


def read_own(path: Path = OWN_SET) -> list[Line]:
    """The lines of the set, the heading left out."""
    return [Line(*row.split("\t")) for row in path.read_text("utf-8").splitlines() if row and row[0] != "#"]


def precision_and_recall(lines: list[Line], kind: str) -> tuple[float, float]:
    """Of what is found of one kind, how much is right; of what there is, how much is found."""
    found = [line for line in lines if line.found == kind]
    right = sum(line.kind == kind for line in found)
    real = sum(line.kind == kind for line in lines)
    return right / len(found) if found else 0.0, right / real if real else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", nargs="?", choices=("dev", "test"))
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    chosen = parser.parse_args()
    for half in (chosen.half,) if chosen.half else ("dev", "test"):
        lines = [line for line in read_own() if line.half == half]
        for kind in ("need", "offer"):
            precision, recall = precision_and_recall(lines, kind)
            print(f"{half:5}{len(lines)} sentences, {kind}s: precision {precision:.2f}, recall {recall:.2f}")
        for line in lines if chosen.misses else ():
            if line.kind != line.found:
                print(f"  {line.kind:5} taken for {line.found:5} {line.sentence}")


if __name__ == "__main__":
    main()
