"""The order "quietest for the two of you first", as one number that a database can sort by."""

from datetime import date

from amity.judgement.ties import JudgedTie, state_on
from amity.judgement.vocabulary import TieState

NEVER_QUIET, RESTING, LAST = 1_000_000, 5_000_000, 9_000_000  # behind the day numbers of the next 700 years
_LATEST = date.max.toordinal()


def quietness(judged: JudgedTie, today: date) -> int:
    """Smaller is quieter: by the day it becomes quiet, then who never does, then old ties; of both the newest first.

    Only falling into rest changes it without a contact, so it may be stored for a while.
    """
    if judged.last_day is None:
        return LAST
    if state_on(judged, today) is TieState.DORMANT:
        return RESTING + _since(judged.last_day)
    return judged.quiet_on.toordinal() if judged.quiet_on else NEVER_QUIET + _since(judged.last_day)


def quiet_until(today: date) -> int:
    """Ties with this number or a smaller one have become quiet by `today`, and have not yet gone to rest."""
    return today.toordinal()


def _since(day: date) -> int:
    """Days from `day` to the end of the calendar: small for what is recent."""
    return _LATEST - day.toordinal()
