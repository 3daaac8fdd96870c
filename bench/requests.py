"""Requests to the reader, found in sentences: python -m bench.requests [FILE] [--json].

FILE holds `Yes/No<TAB>sentence`; without it, it is the part of Parakweet's sentences that was not trained on, with the
verified labels. Printed with 95 % bootstrap intervals:

shipped    what Amity finds; `suggested` is what it would show unasked, at its higher threshold
refitted   the same signs with words 1-3 beside them, trained on the file's own labels by cross-validation, like the SVM
regex      one line: a question mark, "please", "could you" and the like
tfidf_svm  TF-IDF of words 1-3 with a linear SVM, cross-validated on the same file: it is trained on that file's labels,
           which what ships has never seen
"""

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from amity.judgement.request_signs import request_signs
from amity.judgement.requests import FOUND_FROM, SUGGEST_FROM, find_requests
from amity.lib.weights import said_weights
from bench.labelled import Finder, Line, report

ASKS = Path(os.environ.get("AMITY_SHARED", "../shared")) / "data" / "asks"
NAIVE = re.compile(
    r"\?|\bplease\b|\bpls\b|\b(?:can|could|would|will) you\b|\blet (?:me|us) know\b|\bi need\b|\bwe need\b",
    re.IGNORECASE,
)
KEPT_ASIDE = 5  # one line in five, by its digest, is never trained on


def main() -> None:
    finder = Finder(confidence, request_signs, FOUND_FROM, SUGGEST_FROM, NAIVE)
    report(__doc__, [line for line in verified(ASKS) if is_kept_aside(line[0])], finder)


def confidence(sentence: str) -> float:
    """How sure Amity is that a line asks the reader for something; 0 where it finds nothing."""
    found = find_requests(sentence, weights=said_weights().requests)
    return max((each.confidence for each in found), default=0.0)


def parakweet(asks: Path) -> Iterator[str]:
    """Parakweet's sentences, each once."""
    file = asks / "parakweet" / "src" / "resources" / "Ask0729-fixed.txt"
    lines = file.read_text("utf-8", "replace").split("\n") if file.is_file() else []
    yield from dict.fromkeys(sentence for line in lines if (sentence := line.partition("\t")[2].strip()))


def is_kept_aside(sentence: str) -> bool:
    return int(sha256(sentence.encode()).hexdigest(), 16) % KEPT_ASIDE == 0


def verified(asks: Path) -> list[Line]:
    """Parakweet's sentences with the labels that were verified by hand."""
    truth = {}
    for name, label in (("intent_pos.txt", True), ("intent_neg.txt", False)):
        file = asks / "verified" / name
        text = file.read_text("utf-8", "replace") if file.is_file() else ""
        truth |= {line.strip(): label for line in text.split("\n")}
    return [(sentence, truth[sentence]) for sentence in parakweet(asks) if sentence in truth]


if __name__ == "__main__":
    main()
