"""Capacity: whether the rhythms together fit into a week, and which outer ties could be given more time."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from amity.judgement.rhythm import STEPS_DAYS
from amity.judgement.wording import count, spell, usually

WEEKLY_BUDGET = 10  # times in touch a week that the owner has room for, unless they say otherwise
WEEK_DAYS = 7
NEAREST = 15  # people nearest to the owner, whose rhythms nobody should be asked to stretch
SELDOM_DAYS = 90  # from here on a longer rhythm frees no time worth speaking of


@dataclass(frozen=True, slots=True)
class Paced:
    """A tie with the rhythm in force; `strength` tells the inner layer from the outer."""

    person: Hashable
    rhythm_days: float
    strength: float


@dataclass(frozen=True, slots=True)
class Longer:
    """A proposal for one tie: this rhythm could become that. Nothing changes before the owner says so."""

    person: Hashable
    from_days: float
    to_days: int


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the rhythms ask for beside what the owner has, in times a week, with proposals when it does not fit."""

    asked: float
    budget: float
    longer: tuple[Longer, ...]
    sentence: str

    @property
    def fits(self) -> bool:
        """Whether a week holds it all."""
        return self.asked <= self.budget


def weekly(rhythms_days: Sequence[float]) -> float:
    """How many times a week these rhythms ask for together."""
    return sum(WEEK_DAYS / days for days in rhythms_days)


def capacity(ties: Sequence[Paced], budget: float = WEEKLY_BUDGET) -> Capacity:
    """Whether the week is enough; if not, the outermost ties first are offered the next longer step."""
    asked = weekly([tie.rhythm_days for tie in ties])
    longer = tuple(_proposals(ties, asked - budget))
    return Capacity(asked, budget, longer, _sentence(asked, budget, longer))


def _proposals(ties: Sequence[Paced], excess: float) -> list[Longer]:
    proposals = []
    outwards = sorted(ties, key=lambda tie: (-tie.strength, str(tie.person)))
    for tie in reversed(outwards[NEAREST:]):
        if excess <= 0:
            break
        if tie.rhythm_days < SELDOM_DAYS:
            step = next(step for step in STEPS_DAYS if step > tie.rhythm_days)
            proposals.append(Longer(tie.person, tie.rhythm_days, step))
            excess -= WEEK_DAYS / tie.rhythm_days - WEEK_DAYS / step
    return proposals


def _sentence(asked: float, budget: float, longer: Sequence[Longer]) -> str:
    week = f"Your rhythms come to {count(round(asked), 'time')} in touch a week"
    if asked <= budget:
        return f"{week}, and you have room for {spell(round(budget))}."
    first = longer[0] if longer else None
    if first is None:
        return f"{week}; you set aside {spell(round(budget))}. Nearly all of it is with those nearest to you."
    return (
        f"{week}; you set aside {spell(round(budget))}. {count(len(longer), 'outer tie').capitalize()} could be given "
        f"more time, as one from {usually(first.from_days)} to {usually(first.to_days)}. Nothing changes by itself."
    )
