"""Trained weights of signs, read once from the file beside this module."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

FILE = "said_weights.json"


@dataclass(frozen=True, slots=True)
class SignWeights:
    """A logistic model over named signs: `bias` and the weight of each sign, in log-odds."""

    bias: float
    of: Mapping[str, float]

    def log_odds(self, signs: Iterable[str]) -> float:
        """The sum of what the signs weigh; a sign never met in training weighs nothing."""
        return self.bias + sum(self.of.get(sign, 0.0) for sign in set(signs))


@dataclass(frozen=True, slots=True)
class SaidWeights:
    """What the finders of requests and promises were trained to."""

    requests: SignWeights
    promises: SignWeights


@cache
def said_weights() -> SaidWeights:
    """The weights that ship; `bench.train_requests` and `bench.train_promises` write them."""
    stored = json.loads(files("amity.lib").joinpath(FILE).read_text("utf-8"))
    return SaidWeights(*(SignWeights(stored[of]["bias"], stored[of]["signs"]) for of in ("requests", "promises")))


def chance(log_odds: float) -> float:
    """Log-odds as a number from 0 to 1."""
    return 1 / (1 + exp(-log_odds)) if log_odds > 0 else exp(log_odds) / (1 + exp(log_odds))
