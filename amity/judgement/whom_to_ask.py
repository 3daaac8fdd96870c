"""Whom the owner might ask how they can help, and why: something in their life, a need, or that it is long ago.

Nobody is asked because they give little, or because they ask a lot. Children are never asked. Who lost somebody within
the year gets a line, and nothing is asked of them. What the owner answered already, by asking or by a promise, rests.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from amity.judgement.capture.shapes import LifeEvent
from amity.judgement.help_states import STALE_AFTER_DAYS
from amity.judgement.life_events import Happened, is_hard, is_mourning, kind_of, moves

FRESH_FOR_DAYS = 7  # a need heard of this week need not be asked about again
LONG_SINCE_DAYS = 183  # half a year after asking, one may ask again for no other reason


class Because(IntEnum):
    """Why somebody is asked; the lower, the sooner."""

    HANDS_FULL = 1
    NEED = 2
    LIFE = 3
    LONG_SINCE = 4


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """An open need, and when it was last heard of."""

    id: Hashable
    what: str
    heard_on: date
    where: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of somebody. `answered_on`: when the owner last asked, or last promised them something."""

    person: Hashable
    strength: float = 0.0
    is_child: bool = False
    asleep_until: date | None = None
    never: bool = False
    asked_on: date | None = None
    answered_on: date | None = None
    happened: Sequence[Happened] = field(default_factory=tuple)
    needs: Sequence[OpenNeed] = field(default_factory=tuple)

    def has_answered(self, day: date) -> bool:
        """Whether the owner asked, or promised something, on that day or later."""
        return self.answered_on is not None and self.answered_on >= day


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody to ask, and what moves it: what happened, which need. `line_only`: send a line, ask nothing.

    `since_on` is the day it began, `heard_on` the newest that was heard and not answered.
    """

    of: Circumstances
    because: Because
    since_on: date
    heard_on: date
    happened: Happened | None
    need: OpenNeed | None
    line_only: bool


def whom_to_ask(known: Iterable[Circumstances], today: date, most: int) -> tuple[Asking, ...]:
    """At most `most` people, those with their hands full first; among equals what was heard last, then the nearest."""
    found = [asking for one in known if (asking := asking_of(one, today))]
    found.sort(key=_order)
    return tuple(found[:most])


def may_help_others(asking: Asking) -> bool:
    """Whether one may think of them for somebody else's need just now. Who looks for work may be glad of it."""
    if asking.line_only or asking.happened is None or asking.because is not Because.HANDS_FULL:
        return not asking.line_only
    return kind_of(asking.happened.label, asking.happened.text) is LifeEvent.LOOKING_FOR_WORK


def asking_of(one: Circumstances, today: date) -> Asking | None:
    """Why to ask this person, if there is a reason."""
    if one.is_child or one.never or (one.asleep_until and one.asleep_until > today):
        return None
    recent = sorted((event for event in one.happened if moves(event, today)), key=lambda event: event.on, reverse=True)
    mourning = any(is_mourning(event, today) for event in one.happened)
    if mourning:
        return _a_line(one, recent)
    needs = [need for need in one.needs if FRESH_FOR_DAYS <= (today - need.heard_on).days <= STALE_AFTER_DAYS]
    needs.sort(key=lambda need: need.heard_on, reverse=True)
    hard = next((event for event in recent if is_hard(kind_of(event.label, event.text))), None)
    event, need = hard or next(iter(recent), None), next(iter(needs), None)
    moved = [day for day in (event and event.on, need and need.heard_on) if day and not one.has_answered(day)]
    if moved:
        because = Because.HANDS_FULL if hard else Because.NEED if need else Because.LIFE
        return Asking(one, because, event.on if event else max(moved), max(moved), event, need, line_only=False)
    if one.asked_on and (today - one.asked_on).days > LONG_SINCE_DAYS:
        return Asking(one, Because.LONG_SINCE, one.asked_on, one.asked_on, None, None, line_only=False)
    return None


def _a_line(one: Circumstances, recent: Sequence[Happened]) -> Asking | None:
    unanswered = [event for event in recent if not one.has_answered(event.on)]
    if not unanswered:
        return None
    event = unanswered[0]
    return Asking(one, Because.HANDS_FULL, event.on, event.on, event, None, line_only=True)


def _order(asking: Asking) -> tuple[int, int, float, str]:
    """What was heard last comes first, but of those asked long ago whoever has waited longest."""
    day = asking.heard_on.toordinal()
    waited = day if asking.because is Because.LONG_SINCE else -day
    return asking.because, waited, -asking.of.strength, str(asking.of.person)
