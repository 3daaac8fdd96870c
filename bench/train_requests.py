"""Fits the weights by which requests are found: python -m bench.train_requests ASKS.

ASKS is the folder that holds `parakweet/`. Fitted to our own sentences (docs/data/promises: the dev half, and two sets
written for training) and to those lines of Parakweet that we labelled ourselves; none of the lines kept aside is among
them, and no mail of anybody. The signs are grammar, never words of a sentence, so that no name can become one.
"""

import argparse
from pathlib import Path

from amity.judgement.request_signs import request_signs
from bench.requests import is_kept_aside, parakweet
from bench.training import digest, fit, labels_by_digest, own_labels, store

STRENGTH = 1.0  # of .3, .5, 1 and 2 in cross-validation; they differ by less than .02
REQUEST_COLUMN = 5  # of promises-dev.tsv
LABEL_COLUMN = 0  # of the sets that hold requests alone


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("asks", type=Path)
    asks = parser.parse_args().asks
    labels = labels_by_digest("parakweet-lines.tsv", 1)
    lines = [
        (text, labels[digest(text)]) for text in parakweet(asks) if digest(text) in labels and not is_kept_aside(text)
    ]
    lines += own_labels("promises-dev.tsv", REQUEST_COLUMN)
    lines += own_labels("requests-train.tsv", LABEL_COLUMN) + own_labels("requests-lists.tsv", LABEL_COLUMN)
    fitted = fit(((request_signs(text), label) for text, label in lines), STRENGTH)
    print(f"{store('requests', fitted, asks, len(lines))}: {len(fitted.signs)} signs from {len(lines)} sentences")


if __name__ == "__main__":
    main()
