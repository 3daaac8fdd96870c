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
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
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
    truth = np.array([label for _, label in lines])
    if min(truth.sum(), len(truth) - truth.sum()) < FOLDS:
        return None
    texts = np.array([sentence for sentence, _ in lines], dtype=object)
    said = np.zeros(len(lines), dtype=bool)
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(texts, truth):
        model = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 3), token_pattern=r"(?u)\b\w+\b|\?"), LinearSVC(C=1.0, random_state=SEED)
        )
        said[test] = model.fit(texts[train], truth[train]).predict(texts[test])
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


def report(
    what: str, default: Path, shipped: Callable[[str], float], thresholds: tuple[float, float], naive: re.Pattern[str]
) -> None:
    """Read the file named on the command line, and print what ships beside the yardsticks."""
    parser = argparse.ArgumentParser(description=what, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=default)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    lines = read_lines(chosen.file) if chosen.file.is_file() else []
    if not lines:
        raise SystemExit(f"No lines of `Yes/No<TAB>sentence` in {chosen.file}.")
    truth = [label for _, label in lines]
    confidences = [shipped(sentence) for sentence, _ in lines]
    found_from, suggest_from = thresholds
    svm = by_svm(lines)
    rows = {
        "shipped": figures(truth, [each >= found_from for each in confidences]),
        "suggested": figures(truth, [each >= suggest_from for each in confidences]),
        "regex": figures(truth, by_regex(lines, naive)),
    } | ({"tfidf_svm": figures(truth, svm)} if svm is not None else {})
    _print(rows, rate(lines, shipped), as_json=chosen.json)


def _print(rows: dict[str, Figures], speed: float, *, as_json: bool) -> None:
    if as_json:
        stored = {name: asdict(row) for name, row in rows.items()}
        shipped = stored.pop("shipped") | {"sentences_per_second": speed, "suggested": stored.pop("suggested")}
        print(json.dumps({"shipped": shipped, "baselines": stored}))
        return
    for name, row in rows.items():
        print(
            f"{name:10} {row.sentences} sentences, {row.yes} yes: precision {row.precision:.3f} [{row.precision_interval[0]:.2f}-"
            f"{row.precision_interval[1]:.2f}], recall {row.recall:.3f} [{row.recall_interval[0]:.2f}-{row.recall_interval[1]:.2f}], "
            f"F1 {row.f1:.3f} [{row.f1_interval[0]:.2f}-{row.f1_interval[1]:.2f}]"
        )
    print(f"shipped: {speed:,.0f} sentences a CPU second")
