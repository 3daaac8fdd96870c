"""How it stands with a need or an offer: open, gone stale, met, over; in words."""

from datetime import date

from amity.judgement.vocabulary import HelpState
from amity.judgement.wording import capital, count, quiet_for, span, spell

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


def needs_lede(needs: int, with_somebody: int) -> str:
    """ "Five open needs. For two of them you may know somebody." """
    if not needs:
        return "No open needs that you know of. One sentence is enough to note one."
    return f"{capital(count(needs, 'open need'))}.{_for_so_many(with_somebody, needs)}"


def offers_lede(offers: int, with_need: int) -> str:
    """ "Five open offers. Two of them may meet a need." """
    if not offers:
        return "No open offers that you know of. One sentence is enough to note one."
    if not with_need:
        return f"{capital(count(offers, 'open offer'))}."
    they = "It" if offers == 1 else f"{capital(spell(with_need))} of them"
    return f"{capital(count(offers, 'open offer'))}. {they} may meet a need."


def helping_lede(people: int, last: date | None, today: date) -> str:
    """ "You have asked four people how you can help, most recently 12 days ago." """
    if last is None:
        return "Whom you asked how you can help, and what they said, is kept here."
    asked = count(people, "person", "people")
    return f"You have asked {asked} how you can help, most recently {ago(last, today)}."


def ago(day: date, today: date) -> str:
    """ "today", "yesterday", "12 days ago"."""
    since = quiet_for(day, today)
    return since if since in ("today", "yesterday") else f"{since} ago"


def _for_so_many(number: int, of: int) -> str:
    if not number:
        return ""
    whom = "it" if of == 1 else f"{spell(number)} of them"
    return f" For {whom} you may know somebody."


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
