"""Why a tie looks as it does: first the reason, then how it is worked out. Sentences, without name or pronoun."""

from dataclasses import dataclass
from datetime import date

from amity.judgement.rhythm import KNOWN_FROM_EPISODES, SAME_EPISODE_DAYS, RhythmBy
from amity.judgement.silence import LONGER_BELOW, QUIET_BELOW
from amity.judgement.strength import ENOUGH_DAYS
from amity.judgement.ties import TRIES_BEFORE_THEIR_TURN, JudgedTie, state_on
from amity.judgement.vocabulary import TieState
from amity.judgement.wording import count, gap, rhythm_words, spell, times, usually, ways

CLOSE, STEADY, LIGHT = 60, 25, 8  # strength from which each word is used; monthly letters come to 63, quarterly to 29
ALIKE = 0.8  # balance from which both begin about equally
MONTH_NAMED_WITHIN = 730  # days back to which "since May 2025" is said; further back the year is enough
RAREST_SAID = 100


@dataclass(frozen=True, slots=True)
class Why:
    """`margin`: what stands beside the name. `working`: behind "how this is worked out"."""

    margin: tuple[str, ...]
    working: tuple[str, ...]


def why(judged: JudgedTie, today: date) -> Why:
    """The reasons behind a tie's state on a day."""
    return Why(margin=tuple(_margin(judged, today)), working=tuple(_working(judged, today)))


def closeness_words(judged: JudgedTie) -> str:
    """Strength in words, never as a number: "a close tie", "not enough recorded"."""
    if judged.contact_days < ENOUGH_DAYS:
        return "not enough recorded"
    for least, words in ((CLOSE, "a close tie"), (STEADY, "a steady tie"), (LIGHT, "a light tie")):
        if judged.strength >= least:
            return words
    return "a tie of earlier years"


def how_rare(freshness: float) -> str:
    """A freshness as odds: "about 1 in 30", "less than 1 in 100"."""
    if freshness * RAREST_SAID < 100:
        return f"less than 1 in {RAREST_SAID}"
    once_in = 100 / freshness
    return f"about 1 in {round(once_in) if once_in < 10 else _round_to(once_in, 5 if once_in < 50 else 10)}"


def _margin(judged: JudgedTie, today: date) -> list[str]:
    if judged.last_day is None or judged.first_day is None:
        return ["Nothing is recorded between the two of you yet."]
    said = []
    if judged.learned_days is not None:
        since, apart = _since(judged.first_day, today), _apart(judged.learned_days)
        said.append(f"In touch {times(judged)} since {since}, {ways(judged)}, about {apart} apart.")
    elif judged.contact_days < ENOUGH_DAYS:
        said.append("Not enough is recorded yet to say how often you are in touch.")
    else:
        said.append(f"In touch {times(judged)} so far: the rhythm is not known yet.")
    if judged.rhythm_days is not None and judged.rhythm_by is not RhythmBy.LEARNED:
        whose = "You set" if judged.rhythm_by is RhythmBy.OWNER else "The circle has"
        said.append(f"{whose} “{usually(judged.rhythm_days)}”, and that is what counts.")
    said += _silence_sentences(judged, today)
    return said


def _silence_sentences(judged: JudgedTie, today: date) -> list[str]:
    state, fresh = state_on(judged, today), judged.freshness(today)
    if state is TieState.THEIR_TURN and judged.their_turn_until:
        return [f"You wrote last, more than once. Nothing is suggested before {_day(judged.their_turn_until)}."]
    if state is TieState.DORMANT:
        return ["A tie that rests. People are mostly gladder to hear from an old friend than we expect."]
    if fresh is None:
        return []
    if fresh < 100 * QUIET_BELOW:
        return [f"For the two of you a silence this long is rare, {how_rare(fresh)}."]
    if fresh < 100 * LONGER_BELOW:
        return [f"Longer than usual, not yet quiet: a silence this long is less common, {how_rare(fresh)}."]
    return ["A silence like this is ordinary for the two of you."]


def _working(judged: JudgedTie, today: date) -> list[str]:
    if judged.last_day is None or judged.first_day is None:
        return []
    days, last = judged.contact_days, judged.last_day
    said = [
        f"Rhythm: {rhythm_words(judged)}.",
        f"Days at most {spell(SAME_EPISODE_DAYS)} apart count as one time in touch.",
        f"Tie: {closeness_words(judged)}. In touch on {count(days, 'day')} since {_since(judged.first_day, today)}, "
        f"{_who_began(judged)}.",
        f"Last in touch on {_day(last)}.",
    ]
    if judged.learned_days is None and judged.contact_days >= ENOUGH_DAYS:
        said.insert(1, f"A rhythm is spoken of from {count(KNOWN_FROM_EPISODES, 'time')} in touch on.")
    elif judged.learned_days is not None and judged.rhythm_by is not RhythmBy.LEARNED:
        said.insert(1, f"Learned from what happened, it would be about {usually(judged.learned_days)}.")
    return said + _what_comes(judged, today)


def _what_comes(judged: JudgedTie, today: date) -> list[str]:
    said = []
    if judged.longer_on and judged.longer_on > today:
        said.append(f"If nothing happens, it will be longer than usual from {_day(judged.longer_on)}.")
    if judged.quiet_on and judged.quiet_on > today:
        said.append(f"It will be quiet from {_day(judged.quiet_on)}.")
    if not judged.two_way:
        said.append("So far only one of you has been heard, so a silence says nothing.")
    if judged.their_turn_until and judged.their_turn_until > today:
        tries = spell(TRIES_BEFORE_THEIR_TURN)
        said.append(f"After {tries} letters without an answer, nothing is suggested for twice the usual gap.")
    return said


def _who_began(judged: JudgedTie) -> str:
    if judged.balance >= ALIKE or judged.began == judged.they_began:
        return "begun about equally by both"
    return "begun more often by you" if judged.began > judged.they_began else "more often begun from the other side"


def _apart(days: float) -> str:
    """ "six weeks": the length of a usual gap, spelt."""
    number, unit = gap(days).split(" ", 1)
    return f"a {unit}" if number == "1" else f"{spell(int(number))} {unit}"


def _since(day: date, today: date) -> str:
    return f"{day:%B %Y}" if (today - day).days <= MONTH_NAMED_WITHIN else f"{day:%Y}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _round_to(value: float, step: int) -> int:
    return step * round(value / step)
