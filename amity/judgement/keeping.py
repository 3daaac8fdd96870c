"""How long what was done can be taken back, and what was thrown away comes back."""

from datetime import date, timedelta

KEPT_DAYS = 30
BROUGHT_IN = "take_in"  # the verb of an intake's own line in the history
# Verbs of other changes that belong to an intake, and are taken back with the whole of it: what a card changed about
# somebody, which names and signatures letters told of known addresses, an address that turned out to be the owner's.
UPDATED_CARD, LEARNED, FOUND_OWN = "update_card", "learn_names", "find_own"
WITHIN_AN_INTAKE = (UPDATED_CARD, LEARNED, FOUND_OWN)
TOO_LONG_AGO = "That is more than thirty days ago."


def kept_until(day: date) -> date:
    """The last day on which what was done or thrown away on `day` can come back."""
    return day + timedelta(days=KEPT_DAYS)


def kept_since(today: date) -> date:
    """The earliest day of which what was done or thrown away can still come back on `today`."""
    return today - timedelta(days=KEPT_DAYS)


def is_kept(day: date, today: date) -> bool:
    """Whether what was done or thrown away on `day` can still come back."""
    return day >= kept_since(today)


def why_it_stays_done(verb: str, *, is_an_undo: bool, is_undone: bool, is_empty: bool) -> str:
    """Why a change of the history cannot be taken back; "" when it can be tried."""
    if is_undone:
        return "This was taken back already."
    if verb in WITHIN_AN_INTAKE:
        return "This goes back with the whole import that brought it."
    if is_an_undo:
        return "Taking back cannot be taken back itself. Do the same thing again instead."
    return "This changed nothing that could be taken back here." if is_empty else ""
