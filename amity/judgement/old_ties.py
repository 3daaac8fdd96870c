"""Whether this week's old tie has been taken up already: there is one a week at most."""

from collections.abc import Sequence
from datetime import date, timedelta

from amity.judgement.beat import Mark
from amity.judgement.silence import DORMANT_DAYS


def week_began(today: date) -> date:
    """The Monday of the week."""
    return today - timedelta(days=today.weekday())


def woke_this_week(first_day: date, recent: Sequence[Mark], today: date) -> bool:
    """Whether the two were in touch this week for the first time in a year or more."""
    monday = week_began(today)
    if first_day >= monday or not any(mark.day >= monday for mark in recent):
        return False
    rested_since = monday - timedelta(days=DORMANT_DAYS)
    return not any(rested_since <= mark.day < monday for mark in recent)
