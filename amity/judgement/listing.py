"""A tie in the few words of a list: how long ago, and how often usually."""

from datetime import date

from amity.judgement.ties import JudgedTie, state_on
from amity.judgement.vocabulary import TieState
from amity.judgement.wording import quiet_for, usually


def is_quiet(state: TieState) -> bool:
    """Whether a silence stands out for the two of you."""
    return state in (TieState.QUIET, TieState.DORMANT)


def last_words(judged: JudgedTie, today: date) -> str:
    """ "Quiet for 5 months", "17 days", "3 years"; "" when nothing is recorded."""
    if judged.last_day is None:
        return ""
    ago = quiet_for(judged.last_day, today)
    return f"Quiet for {ago}" if state_on(judged, today) is TieState.QUIET else ago


def usual_words(judged: JudgedTie, today: date) -> str:
    """ "6 weeks", "weekly", "dormant", "not known yet"."""
    if judged.rhythm_days is not None and state_on(judged, today) is not TieState.DORMANT:
        return usually(judged.rhythm_days)
    return "dormant" if state_on(judged, today) is TieState.DORMANT else "not known yet"
