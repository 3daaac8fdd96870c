"""Rhythm: how far apart the two of you usually are in touch, learned from the gaps that ended.

EPISODE  contacts at most three days apart, counted as one time in touch.
GAP      the days between two episodes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from math import exp, log, sqrt

SAME_EPISODE_DAYS = 3
SHIFT_DAYS = 2.5  # the shortest gap is 4 days; logarithms of what lies above 2.5 are nearly bell-shaped
PRIOR_DAYS, PRIOR_WEIGHT = 60, 5  # before anything is known: two months, worth five gaps
MIDDLE_WEIGHT, SPREAD_SHAPE, SPREAD_SCALE = 2, 3, 3.0  # normal-inverse-gamma prior of one tie
KNOWN_FROM_EPISODES = 4  # with fewer the page says that the rhythm is not known yet
STEPS_DAYS = (7, 14, 30, 60, 90, 180, 365)


class RhythmBy(StrEnum):
    """Whose word the rhythm in force is."""

    LEARNED = "learned"
    OWNER = "owner"
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class PriorMean:
    """The finished gaps of all the owner's ties: the sum of their logarithms, and how many they are."""

    total: float = 0.0
    count: int = 0

    @property
    def value(self) -> float:
        """The mean to begin a tie with, on the scale of `log_gap`."""
        return (PRIOR_WEIGHT * log(PRIOR_DAYS) + self.total) / (PRIOR_WEIGHT + self.count)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What one tie's gaps say: a Student t over log gaps with this middle, scale and degrees of freedom."""

    middle: float
    scale: float
    degrees: int
    gaps: int
    log_sum: float
    mean_gap: float

    @property
    def days(self) -> float:
        """The usual gap in days."""
        return SHIFT_DAYS + exp(self.middle)

    @property
    def known(self) -> bool:
        """Whether there is enough to speak of a rhythm."""
        return self.gaps + 1 >= KNOWN_FROM_EPISODES


def log_gap(days: float) -> float:
    """A gap, or a silence, of more than three days on the scale that rhythm is learned on."""
    return log(days - SHIFT_DAYS)


def finished_gaps(days: Sequence[date]) -> list[int]:
    """The gaps in days between the episodes of sorted contact-days."""
    ordinals = [day.toordinal() for day in days]
    return [after - before for before, after in pairwise(ordinals) if after - before > SAME_EPISODE_DAYS]


def prior_over(ties: Iterable[Sequence[int]]) -> PriorMean:
    """The prior of an owner, from the finished gaps of each of their ties."""
    logs = [log_gap(gap) for gaps in ties for gap in gaps]
    return PriorMean(sum(logs), len(logs))


def learn(gaps: Sequence[int], prior: PriorMean) -> Rhythm:
    """The rhythm of a tie: its own gaps, leaning on the owner's others while they are few."""
    start, count = prior.value, len(gaps)
    logs = [log_gap(gap) for gap in gaps]
    log_sum = sum(logs)
    own = log_sum / count if count else start
    weight, shape = MIDDLE_WEIGHT + count, SPREAD_SHAPE + count / 2
    spread = SPREAD_SCALE + sum((y - own) ** 2 for y in logs) / 2
    spread += MIDDLE_WEIGHT * count * (own - start) ** 2 / (2 * weight)
    return Rhythm(
        middle=(MIDDLE_WEIGHT * start + log_sum) / weight,
        scale=sqrt(spread * (weight + 1) / (shape * weight)),
        degrees=2 * SPREAD_SHAPE + count,
        gaps=count,
        log_sum=log_sum,
        mean_gap=sum(gaps) / count if count else 0.0,
    )


def nearest_step(days: float) -> int:
    """The step to offer when an owner sets a rhythm beside a usual gap of `days`."""
    return min(STEPS_DAYS, key=lambda step: abs(log(step / days)))
