"""How it stands with a need or an offer: open, gone stale, met, over; in words."""

from datetime import date

from amity.judgement.vocabulary import HelpState
from amity.judgement.wording import span

STALE_AFTER_DAYS = 180  # our own choice: half a year in which nobody said that it is still so


def is_stale(state: str, heard_on: date | None, today: date) -> bool:
    """Whether a need or offer is open, but so long unheard of that one should ask before acting on it."""
    return state == HelpState.OPEN and heard_on is not None and (today - heard_on).days > STALE_AFTER_DAYS


def need_now(state: str, heard_on: date | None, settled_on: date | None, today: date) -> str:
    """ "Open", "Met, 3 October", "Perhaps no longer so: last heard of 7 months ago"."""
    return _now(state, heard_on, settled_on, today, met="Met")


def offer_now(state: str, heard_on: date | None, settled_on: date | None, today: date) -> str:
    """ "Open", "Taken up, 3 October", "Perhaps no longer so: last heard of 7 months ago"."""
    return _now(state, heard_on, settled_on, today, met="Taken up")


def _now(state: str, heard_on: date | None, settled_on: date | None, today: date, *, met: str) -> str:
    if is_stale(state, heard_on, today) and heard_on:
        return f"Perhaps no longer so: last heard of {span((today - heard_on).days)} ago"
    words = {
        HelpState.SUGGESTED: "Found, yours to decide",
        HelpState.OPEN: "Open",
        HelpState.MET: met,
        HelpState.OVER: "No longer so",
        HelpState.DISMISSED: "Dismissed",
    }[HelpState(state)]
    return f"{words}, {settled_on.day} {settled_on:%B}" if settled_on and state != HelpState.OPEN else words
