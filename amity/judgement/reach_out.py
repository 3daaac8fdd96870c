"""Whom to suggest today: a few people who would be glad to hear from the owner, each with the reason."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from zlib import crc32

from amity.judgement.rhythm import RhythmBy
from amity.judgement.ties import JudgedTie, state_on
from amity.judgement.vocabulary import TieState
from amity.judgement.wording import capital, headline, quiet_for, usually

MOST_IF_YOU_LIKE = 3  # people on a day that asks for nobody


class Reason(StrEnum):
    """Why somebody stands on Today."""

    QUIET = "quiet"
    WISHED = "wished"
    OLD_TIE = "old tie"
    IF_YOU_LIKE = "if you like"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A tie that may be suggested. `person` is the caller's key; `asleep_until` and `never` are the owner's word."""

    person: Hashable
    judged: JudgedTie
    asleep_until: date | None = None
    never: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody to write to, with the sentence that says why."""

    person: Hashable
    why: Reason
    sentence: str


def reach_out(
    candidates: Iterable[Candidate], today: date, most: int, *, old_tie: bool = True
) -> tuple[Suggestion, ...]:
    """At most `most` people: the quiet by closeness, then those the owner set a rhythm for, then one old tie.

    Of the places one is held for a rhythm the owner set and one for the old tie, so that neither waits for ever.
    `old_tie` is False when this week's was already written to: there is one a week at most.
    """
    awake = [one for one in {c.person: c for c in candidates}.values() if _may_be_suggested(one, today)]
    resting = [c for c in awake if _state(c, today) is TieState.DORMANT and not _wished(c)]
    at_rest = {c.person for c in resting}
    due = [c for c in awake if c.judged.due_on and c.judged.due_on <= today and c.person not in at_rest]
    due.sort(key=lambda c: (-c.judged.strength, str(c.person)))
    wished = [c for c in due if _wished(c)]
    quiet = [c for c in due if not _wished(c)]
    chosen = old_tie_of_the_week([c.person for c in resting if c.judged.two_way], today) if old_tie else None
    room = most - 1 if chosen is not None and most > 1 else most
    kept_quiet = quiet[: room - min(len(wished), 1)] if room > 1 else quiet[: max(room, 0)]
    shown = kept_quiet + wished[: max(room - len(kept_quiet), 0)]
    suggested = [_due_suggestion(c, today) for c in shown]
    if len(suggested) < most:
        suggested += [_old_suggestion(c, today) for c in resting if c.person == chosen]
    return tuple(suggested)


def if_you_like(candidates: Iterable[Candidate], today: date) -> tuple[Suggestion, ...]:
    """For a day on which nobody is due: a few whose silence is longer than usual, the nearest first.

    A young network has little that is quiet, and a page that says nothing teaches nothing.
    """
    longer = [c for c in candidates if c.judged.two_way and _may_be_suggested(c, today)]
    longer = [c for c in longer if _state(c, today) is TieState.LONGER]
    longer.sort(key=lambda c: (-c.judged.strength, str(c.person)))
    return tuple(
        Suggestion(c.person, Reason.IF_YOU_LIKE, f"{capital(headline(c.judged, today))}. Only if you like.")
        for c in longer[:MOST_IF_YOU_LIKE]
    )


def old_tie_of_the_week(people: Sequence[Hashable], today: date) -> Hashable | None:
    """One of them, the same all week whatever their order, another one the next week."""
    year, week, _ = today.isocalendar()
    return min(people, key=lambda person: crc32(f"{year}-{week}:{person}".encode()), default=None)


def _may_be_suggested(candidate: Candidate, today: date) -> bool:
    if candidate.never or (candidate.asleep_until and candidate.asleep_until > today):
        return False
    return _state(candidate, today) is not TieState.THEIR_TURN


def _state(candidate: Candidate, today: date) -> TieState:
    return state_on(candidate.judged, today)


def _wished(candidate: Candidate) -> bool:
    return candidate.judged.rhythm_by in (RhythmBy.OWNER, RhythmBy.CIRCLE)


def _due_suggestion(candidate: Candidate, today: date) -> Suggestion:
    judged = candidate.judged
    if not _wished(candidate) or not judged.rhythm_days:
        return Suggestion(candidate.person, Reason.QUIET, f"{headline(judged, today)}.")
    whose = "You" if judged.rhythm_by is RhythmBy.OWNER else "For the circle you"
    ago = f"{capital(quiet_for(judged.last_day, today))} since you were in touch. " if judged.last_day else ""
    return Suggestion(candidate.person, Reason.WISHED, f"{ago}{whose} set “{usually(judged.rhythm_days)}”.")


def _old_suggestion(candidate: Candidate, today: date) -> Suggestion:
    last = candidate.judged.last_day
    ago = f" {capital(quiet_for(last, today))} since you were in touch;" if last else ""
    sentence = f"One old tie this week.{ago} people like to hear from us more than we expect."
    return Suggestion(candidate.person, Reason.OLD_TIE, sentence)
