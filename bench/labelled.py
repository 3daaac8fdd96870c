"""What the benches of requests and of promises share: labelled sentences, figures with intervals, and the yardsticks."""

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.svm import LinearSVC

RESAMPLES = 1_000
FOLDS = 10
SEED = 20011210
ROUNDS = 3
INTERVAL = (0.025, 0.975)

Line = tuple[str, bool]


@dataclass(frozen=True)
class Figures:
    """What one finder reached on one file; the pairs are 95 % bootstrap intervals."""

    sentences: int
    yes: int
    precision: float
    recall: float
    f1: float
    precision_interval: tuple[float, float]
    recall_interval: tuple[float, float]
    f1_interval: tuple[float, float]


def read_lines(path: Path) -> list[Line]:
    """`Yes/No<TAB>sentence`; what stands in further columns is passed over, as are lines without a label."""
    lines = []
    for line in path.read_text("utf-8", "replace").split("\n"):
        label, _, rest = line.partition("\t")
        if label.strip().lower() in ("yes", "no") and rest.strip():
            lines.append((rest.split("\t")[0].strip(), label.strip().lower() == "yes"))
    return lines


def figures(truth: Sequence[bool], said: Sequence[bool]) -> Figures:
    """Precision, recall and F1, and how far they move when the sentences are drawn anew."""
    pairs = list(zip(truth, said, strict=True))
    chance = random.Random(SEED)
    drawn = list(zip(*(_scores(chance.choices(pairs, k=len(pairs))) for _ in range(RESAMPLES)), strict=True))
    intervals = [_interval(sorted(column)) for column in drawn]
    return Figures(len(pairs), sum(truth), *_scores(pairs), *intervals)


def _scores(pairs: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    right = sum(true and said for true, said in pairs)
    named, real = sum(said for _, said in pairs), sum(true for true, _ in pairs)
    precision, recall = right / named if named else 0.0, right / real if real else 0.0
    return precision, recall, 2 * right / (named + real) if named + real else 0.0


def _interval(values: Sequence[float]) -> tuple[float, float]:
    low, high = (values[int(share * (len(values) - 1))] for share in INTERVAL)
    return low, high


def by_regex(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[bool]:
    return [pattern.search(sentence) is not None for sentence, _ in lines]


def by_svm(lines: Sequence[Line]) -> list[bool] | None:
    """TF-IDF of words 1-3 and a linear SVM, cross-validated on the very file; None where it is too small for that."""
    return _cross_validated(lines, lambda: make_pipeline(_words_1_3(), LinearSVC(C=1.0, random_state=SEED)))


def by_refitting(lines: Sequence[Line], signs: Callable[[str], Sequence[str]]) -> list[bool] | None:
    """What ships were it trained on this file's labels, with its words beside the signs; cross-validated like the SVM."""
    by_signs = TfidfVectorizer(analyzer=signs, use_idf=False)
    features = FeatureUnion([("words", _words_1_3()), ("signs", by_signs)])
    return _cross_validated(
        lines, lambda: make_pipeline(features, LogisticRegression(C=12.0, solver="liblinear", random_state=SEED))
    )


def _words_1_3() -> TfidfVectorizer:
    return TfidfVectorizer(ngram_range=(1, 3), token_pattern=r"(?u)\b\w+\b|\?")


def _cross_validated(lines: Sequence[Line], make: Callable[[], Pipeline]) -> list[bool] | None:
    truth = np.array([label for _, label in lines])
    if min(truth.sum(), len(truth) - truth.sum()) < FOLDS:
        return None
    texts = np.array([sentence for sentence, _ in lines], dtype=object)
    said = np.zeros(len(lines), dtype=bool)
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(texts, truth):
        said[test] = make().fit(texts[train], truth[train]).predict(texts[test])
    return said.tolist()


def rate(lines: Sequence[Line], find: Callable[[str], object]) -> float:
    """Sentences a CPU second, the best of three rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for sentence, _ in lines:
            find(sentence)
        best = min(best, time.process_time() - started)
    return len(lines) / best


@dataclass(frozen=True)
class Finder:
    """What ships: how sure it is of a sentence, the signs it looks at, its two thresholds, and the naive rule beside it."""

    confidence: Callable[[str], float]
    signs: Callable[[str], Sequence[str]]
    found_from: float
    suggest_from: float
    naive: re.Pattern[str]


def report(what: str, default: Sequence[Line], finder: Finder) -> None:
    """Read the file named on the command line, and print what ships beside the yardsticks."""
    parser = argparse.ArgumentParser(description=what, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    lines = default if chosen.file is None else read_lines(chosen.file) if chosen.file.is_file() else []
    if not lines:
        raise SystemExit(f"No lines of `Yes/No<TAB>sentence` in {chosen.file or 'the default set, which is absent'}.")
    _print(measure(lines, finder), rate(lines, finder.confidence), as_json=chosen.json)


def measure(lines: Sequence[Line], finder: Finder) -> dict[str, Figures]:
    """The rows of the report by name; those that need more lines than there are, are left out."""
    confidences = [finder.confidence(sentence) for sentence, _ in lines]
    rows = {
        "shipped": [each >= finder.found_from for each in confidences],
        "suggested": [each >= finder.suggest_from for each in confidences],
        "refitted": by_refitting(lines, finder.signs),
        "regex": by_regex(lines, finder.naive),
        "tfidf_svm": by_svm(lines),
    }
    truth = [label for _, label in lines]
    return {name: figures(truth, said) for name, said in rows.items() if said is not None}


def _print(rows: dict[str, Figures], speed: float, *, as_json: bool) -> None:
    if as_json:
        stored = {name: asdict(row) for name, row in rows.items()}
        shipped = stored.pop("shipped") | {"sentences_per_second": speed, "suggested": stored.pop("suggested")}
        shipped["refitted"] = stored.pop("refitted", None)
        print(json.dumps({"shipped": shipped, "baselines": stored}))
        return
    for name, row in rows.items():
        print(
            f"{name:10} {row.sentences} sentences, {row.yes} yes: precision {row.precision:.3f} [{row.precision_interval[0]:.2f}-"
            f"{row.precision_interval[1]:.2f}], recall {row.recall:.3f} [{row.recall_interval[0]:.2f}-{row.recall_interval[1]:.2f}], "
            f"F1 {row.f1:.3f} [{row.f1_interval[0]:.2f}-{row.f1_interval[1]:.2f}]"
        )
    print(f"shipped: {speed:,.0f} sentences a CPU second")
