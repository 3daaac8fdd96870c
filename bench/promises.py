"""Promises of the writer, found in sentences: python -m bench.promises [FILE] [--json].

FILE holds `Yes/No<TAB>sentence`; without it, it is the test half of our own set (docs/data/promises). Printed with 95 %
bootstrap intervals:

shipped    what Amity finds; `suggested` is what it would ask about unasked, at its higher threshold
refitted   the same signs with words 1-3 beside them, trained on the file's own labels by cross-validation, like the SVM
regex      one line: "I/we will, shall, 'll"
tfidf_svm  TF-IDF of words 1-3 with a linear SVM, cross-validated on the same file: it is trained on that file's labels,
           which what ships has never seen
"""

import re
from pathlib import Path

from amity.judgement.promise_clauses import openings
from amity.judgement.promises import FOUND_FROM, SUGGEST_FROM, find_promises
from amity.lib.weights import said_weights
from bench.labelled import Finder, read_lines, report

OWN_SET = Path("docs/data/promises/promises-test.tsv")
NAIVE = re.compile(r"\b(?:i|we)(?:['’]ll| will| shall)\b", re.IGNORECASE)


def main() -> None:
    finder = Finder(confidence, signs, FOUND_FROM, SUGGEST_FROM, NAIVE)
    report(__doc__, read_lines(OWN_SET) if OWN_SET.is_file() else [], finder)


def signs(sentence: str) -> list[str]:
    return [sign for each in openings(sentence) for sign in each.signs]


def confidence(sentence: str) -> float:
    """How sure Amity is that a line promises something; 0 where it finds nothing."""
    found = find_promises(sentence, by_owner=True, weights=said_weights().promises)
    return max((each.confidence for each in found), default=0.0)


if __name__ == "__main__":
    main()
