"""Promises of the writer, found in sentences: python -m bench.promises [FILE] [--json].

FILE holds `Yes/No<TAB>sentence`; without it, it is the test half of our own set (docs/data/promises). Printed with 95 %
bootstrap intervals:

shipped    what Amity finds; `suggested` is what it would ask about unasked, at its higher threshold
regex      one line: "I/we will, shall, 'll"
tfidf_svm  TF-IDF of words 1-3 with a linear SVM, cross-validated on the same file: it is trained on that file's labels,
           which what ships has never seen
"""

import re
from pathlib import Path

from amity.judgement.promises import FOUND_FROM, SUGGEST_FROM, find_promises
from amity.lib.weights import said_weights
from bench.labelled import report

OWN_SET = Path("docs/data/promises/promises-test.tsv")
NAIVE = re.compile(r"\b(?:i|we)(?:['’]ll| will| shall)\b", re.IGNORECASE)


def main() -> None:
    report(__doc__, OWN_SET, confidence, (FOUND_FROM, SUGGEST_FROM), NAIVE)


def confidence(sentence: str) -> float:
    """How sure Amity is that a line promises something; 0 where it finds nothing."""
    found = find_promises(sentence, by_owner=True, weights=said_weights().promises)
    return max((each.confidence for each in found), default=0.0)


if __name__ == "__main__":
    main()
