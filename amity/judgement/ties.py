"""A tie, judged: strength, warmth, rhythm and silence together, as they are stored and read again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from amity.judgement.contacts import Contact, ContactDay, contact_days
from amity.judgement.rhythm import (
    SAME_EPISODE_DAYS,
    SPREAD_SHAPE,
    PriorMean,
    Rhythm,
    RhythmBy,
    finished_gaps,
    learn,
)
from amity.judgement.silence import freshness, turns
from amity.judgement.strength import balance, strength
from amity.judgement.vocabulary import TieState
from amity.judgement.warmth import warmth

TRIES_BEFORE_THEIR_TURN = 2
THEIR_TURN_RHYTHMS = 2


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the owner said about a tie. Their word wins over every formula.

    set_days      the rhythm in days that the owner or a circle set; `set_on` is when, for people without a contact yet
    paused_until  "later", "not now": no suggestion before this day
    never         no suggestion at all
    """

    set_days: int | None = None
    set_by: RhythmBy = RhythmBy.OWNER
    set_on: date | None = None
    paused_until: date | None = None
    never: bool = False


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class JudgedTie:
    """Everything stored of a tie. Plain values, so that a row can hold them and give them back.

    strength            0 to 100; `balance` 0 to 1 stands beside it
    warmth              on the day it was judged
    met, spoke, wrote   contact-days with a meeting, a call, something written
    began, they_began   contact-days the owner began, and the other did; where nobody said, neither
    gaps, log_sum       this tie's part of the owner's `PriorMean`
    middle, scale       of the learned rhythm (`Rhythm`); its degrees of freedom follow from `gaps`
    rhythm_days         the rhythm in force, None when not known; `rhythm_by` says whose word it is
    unanswered          times at the end that only the owner wrote
    longer_on …         days on which the state changes if nothing happens; None while the rhythm is not learned
    due_on              the day from which Today may suggest this person
    """

    strength: float = 0.0
    balance: float = 0.0
    warmth: float = 0.0
    first_day: date | None = None
    last_day: date | None = None
    contact_days: int = 0
    met: int = 0
    spoke: int = 0
    wrote: int = 0
    began: int = 0
    they_began: int = 0
    two_way: bool = False
    unanswered: int = 0
    gaps: int = 0
    log_sum: float = 0.0
    middle: float = 0.0
    scale: float = 1.0
    learned_days: float | None = None
    rhythm_days: float | None = None
    rhythm_by: RhythmBy | None = None
    longer_on: date | None = None
    quiet_on: date | None = None
    dormant_on: date | None = None
    due_on: date | None = None

    @property
    def episodes(self) -> int:
        """How many times in touch, counting days at most three apart as one."""
        return self.gaps + 1 if self.contact_days else 0

    @property
    def their_turn_until(self) -> date | None:
        """After two tries without an answer there is nothing to suggest for two rhythms."""
        if self.last_day is None or self.rhythm_days is None or self.unanswered < TRIES_BEFORE_THEIR_TURN:
            return None
        return self.last_day + timedelta(days=ceil(THEIR_TURN_RHYTHMS * self.rhythm_days))

    def silence(self, today: date) -> int | None:
        """Days since the last contact."""
        return (today - self.last_day).days if self.last_day else None

    def freshness(self, today: date) -> float | None:
        """0 to 100: the share of this tie's gaps that last longer than today's silence; None when not known."""
        silence = self.silence(today)
        if silence is None or self.learned_days is None:
            return None
        degrees = 2 * SPREAD_SHAPE + self.gaps
        return freshness(Rhythm(self.middle, self.scale, degrees, self.gaps, self.log_sum, 0.0), silence)


def judge_tie(
    contacts: Iterable[Contact], *, prior: PriorMean, today: date, kin: bool = False, wishes: Wishes = NO_WISHES
) -> JudgedTie:
    """Everything there is to say of a tie, from its contacts in any order."""
    return judge_days(contact_days(contacts, today), prior=prior, today=today, kin=kin, wishes=wishes)


def judge_days(
    days: Sequence[ContactDay], *, prior: PriorMean, today: date, kin: bool = False, wishes: Wishes = NO_WISHES
) -> JudgedTie:
    """The same, from contact-days that are known already, oldest first."""
    if not days:
        return _without_contact(wishes)
    dates = [day.day for day in days]
    rhythm = learn(finished_gaps(dates), prior)
    learned = rhythm.days if rhythm.known else None
    when = turns(rhythm, dates[-1]) if rhythm.known else None
    two_way = any(day.answered for day in days) and any(day.offered for day in days)
    # A tie that would be dormant before it could be quiet goes straight to the old ties.
    quiet_on = when.quiet_on if when and two_way and when.quiet_on < when.dormant_on else None
    judged = JudgedTie(
        strength=strength(days, today, kin=kin),
        balance=balance(days, today, kin=kin),
        warmth=warmth(dates, today),
        first_day=dates[0],
        last_day=dates[-1],
        contact_days=len(days),
        met=sum(day.met for day in days),
        spoke=sum(day.spoke for day in days),
        wrote=sum(day.wrote for day in days),
        began=sum(day.outward > 0.5 for day in days),
        they_began=sum(day.outward < 0.5 for day in days),
        two_way=two_way,
        unanswered=_unanswered_tries(days),
        gaps=rhythm.gaps,
        log_sum=rhythm.log_sum,
        middle=rhythm.middle,
        scale=rhythm.scale,
        learned_days=learned,
        rhythm_days=float(wishes.set_days) if wishes.set_days else learned,
        rhythm_by=_whose_word(wishes, learned),
        longer_on=when.longer_on if when else None,
        quiet_on=quiet_on,
        dormant_on=when.dormant_on if when else None,
    )
    due_on = _due_on(judged, wishes)
    return replace(judged, due_on=due_on) if due_on else judged


def state_on(judged: JudgedTie, today: date) -> TieState:
    """How the silence looks on a day, read from the stored dates, `unanswered`, `last_day` and `rhythm_days`."""
    if judged.dormant_on and today >= judged.dormant_on:
        return TieState.DORMANT
    if judged.longer_on is None:
        return TieState.UNKNOWN
    if today < judged.longer_on:
        return TieState.USUAL
    if judged.their_turn_until and today < judged.their_turn_until:
        return TieState.THEIR_TURN
    return TieState.QUIET if judged.quiet_on and today >= judged.quiet_on else TieState.LONGER


def _without_contact(wishes: Wishes) -> JudgedTie:
    if not wishes.set_days:
        return JudgedTie()
    waiting = JudgedTie(last_day=wishes.set_on, rhythm_days=float(wishes.set_days), rhythm_by=wishes.set_by)
    return replace(waiting, last_day=None, due_on=_due_on(waiting, wishes))


def _whose_word(wishes: Wishes, learned: float | None) -> RhythmBy | None:
    if wishes.set_days:
        return wishes.set_by
    return RhythmBy.LEARNED if learned is not None else None


def _due_on(judged: JudgedTie, wishes: Wishes) -> date | None:
    """A rhythm that was set counts from the last contact; a learned one waits until the silence is rare."""
    due = judged.quiet_on
    if wishes.set_days:
        due = judged.last_day + timedelta(days=wishes.set_days) if judged.last_day else None
    if due is None or wishes.never:
        return None
    return max(day for day in (due, wishes.paused_until, judged.their_turn_until) if day)


def _unanswered_tries(days: Sequence[ContactDay]) -> int:
    """Episodes at the end in which only the owner wrote."""
    tries, later = 0, None
    for day in reversed(days):
        if day.answered:
            break
        if later is None or (later - day.day).days > SAME_EPISODE_DAYS:
            tries += 1
        later = day.day
    return tries
