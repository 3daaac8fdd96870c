"""Fits the weights by which promises are found: python -m bench.train_promises ASKS.

ASKS is the folder that holds `parakweet/`. Fitted to the dev half of our own set and to those lines of Parakweet that
were labelled for it (docs/data/promises). The signs are grammar, never words of a sentence, so that no name can become one.
"""

import argparse
from pathlib import Path

from amity.judgement.promise_clauses import openings
from bench.requests import parakweet
from bench.training import digest, fit, labels_by_digest, own_labels, store

STRENGTH = 1.0  # of .2, .5, 1 and 3 in cross-validation; they differ by less than .02


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("asks", type=Path)
    asks = parser.parse_args().asks
    labels = labels_by_digest("parakweet-lines.tsv", 2)
    lines = [(text, labels[digest(text)]) for text in parakweet(asks) if digest(text) in labels]
    lines += own_labels("promises-dev.tsv", 0)
    clauses = [(each.signs, label) for text, label in lines for each in openings(text)]
    fitted = fit(clauses, STRENGTH)
    print(
        f"{store('promises', fitted, asks, len(lines))}: {len(fitted.signs)} signs from {len(clauses)} clauses of {len(lines)} sentences"
    )


if __name__ == "__main__":
    main()
