"""Needs and what meets them, by words, by meaning and as it ships: python -m bench.matching [FILE …] [--json].

FILE holds needs with what meets each, and offers and facts of other people (distractors). Three shapes are read:
TSV     `need<TAB>offer` lines; with nothing before the tab, or without a tab, a distractor; `#` begins a remark
JSON    {"pairs": [[need, offer], …], "distractors": [offer, …]}, or a line each of {"need", "offer"} or {"distractor"}
Python  names that begin with PAIRS, lists of (need, offer), and `distractors(n, seed)`, of which 500 are taken

Every need is held against all offers, those of other needs included. Printed for each way, for all pairs and for those
that share a word:
R@1 R@5 R@10  how many of the needs have their offer among the first 1, 5 and 10, with a 95 % bootstrap interval of R@5
MRR           the mean of one over the place
named         as it ships: how many people one need names on average, and in how many needs the right one is among them
rate          texts a CPU second that are turned into vectors
"""

import argparse
import json
import random
import runpy
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from amity.judgement.matching import closeness, stems, worth_naming
from amity.lib.meaning import cosines, meanings, rarity

OWN = Path(__file__).parent / "data" / "needs-offers.tsv"
DISTRACTORS = 500
RESAMPLES = 1_000
SEED = 20011210
NOWHERE = 10**9
CUTS = (1, 5, 10)


@dataclass(frozen=True)
class Pairs:
    """Needs, and at the same place in `offers` what meets each; behind those the distractors."""

    needs: list[str]
    offers: list[str]


@dataclass(frozen=True)
class Figures:
    """What one way of matching reached."""

    pairs: int
    recall: dict[int, float]
    interval_of_5: tuple[float, float]
    mrr: float

    def as_json(self) -> dict[str, Any]:
        recalls = {f"R@{cut}": value for cut, value in self.recall.items()}
        return {"pairs": self.pairs, **recalls, "R@5_interval": self.interval_of_5, "MRR": self.mrr}


@dataclass(frozen=True)
class Named:
    """Of what ships: people named for a need, and how often the right one is among them."""

    per_need: float
    right: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[OWN])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="show the needs whose offer is not among the first five")
    chosen = parser.parse_args()
    for file in chosen.files:
        pairs = read_pairs(file)
        ranks = {"words": by_words(pairs), "meaning": by_meaning(pairs), "shipped": as_shipped(pairs)}
        if chosen.json:
            print(json.dumps(answer(pairs, ranks)))
            continue
        print(f"\n{file.name}: {len(pairs.needs)} pairs, {len(pairs.offers) - len(pairs.needs)} distractors")
        show(pairs, ranks)
        if chosen.errors:
            show_errors(pairs, ranks["shipped"])


def read_pairs(file: Path) -> Pairs:
    if file.suffix == ".py":
        pairs, others = _from_python(file)
    else:
        text = file.read_text("utf-8")
        pairs, others = _from_json(text) if text.lstrip()[:1] in "{[" else _from_lines(text)
    return Pairs([need for need, _ in pairs], [*(offer for _, offer in pairs), *others])


def _from_python(file: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """A generator's own names: run, as it is not part of anything that could be imported."""
    names = runpy.run_path(str(file))
    lists = [value for name, value in names.items() if name.startswith("PAIRS")]
    return [tuple(pair) for pairs in lists for pair in pairs], list(names["distractors"](DISTRACTORS))


def _from_json(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    try:
        rows = json.loads(text)
    except json.JSONDecodeError:
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    if isinstance(rows, dict):
        pairs = [tuple(pair) if isinstance(pair, list) else (pair["need"], pair["offer"]) for pair in rows["pairs"]]
        return pairs, list(rows.get("distractors", []))
    pairs = [(row["need"], row["offer"]) for row in rows if row.get("need")]
    return pairs, [row.get("distractor") or row["offer"] for row in rows if not row.get("need")]


def _from_lines(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    pairs, others = [], []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        need, tab, offer = line.partition("\t")
        if tab and need.strip() not in ("", "-"):
            pairs.append((need.strip(), offer.strip()))
        else:
            others.append((offer if tab else need).strip())
    return pairs, others


def by_words(pairs: Pairs) -> list[int]:
    """Full-text search: FTS5, porter stems, BM25, common words left out; the place of each need's offer."""
    table = sqlite3.connect(":memory:")
    table.execute("CREATE VIRTUAL TABLE offers USING fts5(words, tokenize='porter unicode61')")
    table.executemany("INSERT INTO offers(rowid, words) VALUES (?, ?)", list(enumerate(pairs.offers)))
    ranks = []
    for at, need in enumerate(pairs.needs):
        asked = " OR ".join(f'"{word}"' for word in stems(need).values())
        found = table.execute("SELECT rowid, bm25(offers) FROM offers WHERE offers MATCH ?", [asked]) if asked else []
        ranks.append(_rank({row: -score for row, score in found}, at))
    return ranks


def by_meaning(pairs: Pairs) -> list[int]:
    """The cosine alone."""
    return _ranks(pairs, lambda need, offer, cosine: cosine)


def as_shipped(pairs: Pairs) -> list[int]:
    """The cosine, and rare words that both share."""
    return _ranks(pairs, lambda need, offer, cosine: closeness(need, offer, cosine, rarity).value)


def named_as_shipped(pairs: Pairs) -> Named:
    """Whom a need would name, if every offer were another person's."""
    vectors = meanings(pairs.offers)
    people, right = 0, 0
    for at, (need, vector) in enumerate(zip(pairs.needs, meanings(pairs.needs), strict=True)):
        close = [closeness(need, o, c, rarity) for o, c in zip(pairs.offers, cosines(vector, vectors), strict=True)]
        enough = sorted((i for i, one in enumerate(close) if one.is_enough), key=lambda i: -close[i].value)
        shown = enough[: worth_naming(close[i].value for i in enough)]
        people, right = people + len(shown), right + (at in shown)
    return Named(people / len(pairs.needs), right / len(pairs.needs))


def _ranks(pairs: Pairs, close: Callable[[str, str, float], float]) -> list[int]:
    vectors = meanings(pairs.offers)
    ranks = []
    for at, (need, vector) in enumerate(zip(pairs.needs, meanings(pairs.needs), strict=True)):
        values = zip(pairs.offers, cosines(vector, vectors), strict=True)
        ranks.append(_rank({i: close(need, offer, cosine) for i, (offer, cosine) in enumerate(values)}, at))
    return ranks


def _rank(values: dict[int, float], at: int) -> int:
    own = values.get(at)
    return NOWHERE if own is None else 1 + sum(value > own for value in values.values())


def figures(ranks: Sequence[int]) -> Figures:
    chance = random.Random(SEED)
    drawn = sorted(_recall(chance.choices(ranks, k=len(ranks)), 5) for _ in range(RESAMPLES))
    return Figures(
        pairs=len(ranks),
        recall={cut: _recall(ranks, cut) for cut in CUTS},
        interval_of_5=(drawn[int(RESAMPLES * 0.025)], drawn[int(RESAMPLES * 0.975) - 1]),
        mrr=sum(1 / rank for rank in ranks) / len(ranks),
    )


def _recall(ranks: Sequence[int], cut: int) -> float:
    return sum(rank <= cut for rank in ranks) / len(ranks)


def sharing(ranks: dict[str, list[int]]) -> dict[str, list[int]]:
    """Only the needs that share a word with what meets them: those that the words find at all."""
    found = [at for at, rank in enumerate(ranks["words"]) if rank < NOWHERE]
    return {way: [places[at] for at in found] for way, places in ranks.items()}


def answer(pairs: Pairs, ranks: dict[str, list[int]]) -> dict[str, Any]:
    named, shared = named_as_shipped(pairs), sharing(ranks)
    of = {
        way: figures(places).as_json() | ({"sharing_words": figures(shared[way]).as_json()} if shared[way] else {})
        for way, places in ranks.items()
    }
    shipped = of.pop("shipped") | {"named_per_need": named.per_need, "named_right": named.right, "rate": rate(pairs)}
    return {"shipped": shipped, "baselines": of}


def rate(pairs: Pairs) -> float:
    texts = [*pairs.needs, *pairs.offers] * 10
    began = time.process_time()
    meanings(texts)
    return len(texts) / (time.process_time() - began)


def show(pairs: Pairs, ranks: dict[str, list[int]]) -> None:
    named = named_as_shipped(pairs)
    for title, places in (("all pairs", ranks), ("that share a word", sharing(ranks))):
        for way, at in places.items():
            if at:
                _show_one(f"{way}, {title}", figures(at))
    print(f"named as it ships: {named.per_need:.2f} people a need, the right one in {named.right:.2f}")
    print(f"{rate(pairs):,.0f} texts a CPU second")


def _show_one(title: str, of: Figures) -> None:
    recalls = "  ".join(f"R@{cut} {value:.3f}" for cut, value in of.recall.items())
    low, high = of.interval_of_5
    print(f"{title:28s} {of.pairs:4d}  {recalls}  [{low:.2f}–{high:.2f}]  MRR {of.mrr:.3f}")


def show_errors(pairs: Pairs, ranks: Sequence[int]) -> None:
    for need, offer, rank in sorted(zip(pairs.needs, pairs.offers, ranks, strict=False), key=lambda row: -row[2]):
        if rank > CUTS[1]:
            print(f"{rank:4d}  {need}  |  {offer}")


if __name__ == "__main__":
    main()
