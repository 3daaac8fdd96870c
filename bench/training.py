"""Fitting the weights of signs to labelled sentences, the same each time: one file of weights, with where it came from."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from amity.lib.weights import FILE

OWN_SETS = Path("docs/data/promises")
DIGEST_SIZE = 16  # hexadecimal digits that name a line of Parakweet
HELD_OUT = "promises-test.tsv"  # read to report alone
DECIMALS = 4
LICENCES = {
    "docs/data/promises": "CC BY 4.0, sentences and labels our own",
    "asks/parakweet": "Apache-2.0, its sentences; labels our own, kept by digest of the line",
}


@dataclass(frozen=True)
class Fitted:
    """A logistic model as it is stored."""

    bias: float
    signs: dict[str, float]


def digest(sentence: str) -> str:
    return sha256(sentence.encode()).hexdigest()[:DIGEST_SIZE]


def labels_by_digest(name: str, column: int) -> dict[str, bool]:
    """Our labels of sentences that are not ours to keep, as in `parakweet-lines.tsv`."""
    rows = (line.split("\t") for line in (OWN_SETS / name).read_text("utf-8").splitlines())
    return {row[0]: row[column] == "Yes" for row in rows if row[column]}


def own_labels(name: str, column: int) -> list[tuple[str, bool]]:
    rows = (line.split("\t") for line in (OWN_SETS / name).read_text("utf-8").splitlines())
    return [(row[1], row[column] == "Yes") for row in rows]


def fit(examples: Iterable[tuple[Sequence[str], bool]], strength: float) -> Fitted:
    """A logistic regression over the signs of the examples; `strength` is the inverse of the regularisation."""
    kept = [(set(signs), label) for signs, label in examples if signs]
    names = sorted(set().union(*(signs for signs, _ in kept)))
    table = np.array([[name in signs for name in names] for signs, _ in kept], dtype=float)
    truth = np.array([label for _, label in kept])
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=1_000).fit(table, truth)
    weights = {name: round(float(weight), DECIMALS) for name, weight in zip(names, model.coef_[0], strict=True)}
    return Fitted(
        round(float(model.intercept_[0]), DECIMALS), {name: weight for name, weight in weights.items() if weight}
    )


def store(what: str, fitted: Fitted, asks: Path, examples: int) -> Path:
    """Put one model into the file that ships, beside the digests of what it was fitted to."""
    file = Path(str(files("amity.lib").joinpath(FILE)))
    stored = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    sources = {
        path.as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(OWN_SETS.glob("*.tsv"))
        if path.name != HELD_OUT
    }
    parakweet = asks / "parakweet" / "src" / "resources" / "Ask0729-fixed.txt"
    stored[what] = {
        "fitted_to": {
            "examples": examples,
            "sha256": sources | {"asks/parakweet": sha256(parakweet.read_bytes()).hexdigest()},
            "licences": LICENCES,
        },
        "bias": fitted.bias,
        "signs": fitted.signs,
    }
    file.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", "utf-8")
    return file
