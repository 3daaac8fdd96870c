"""Needs and offers of everybody, and the way to all other questions about help."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from django.db.models import QuerySet

from amity.judgement.help_states import needs_lede, offers_lede
from amity.judgement.vocabulary import HelpState
from amity.lib.text import clean, fold
from amity.lib.viewer import Viewer
from amity.queries.help_rows import (
    NeedRow,
    OfferRow,
    need_rows,
    needs_here,
    newest_first,
    offer_rows,
    offers_here,
)
from amity.queries.helping import AskedRow, HelpingPage, HelpingWith, helping_page, helping_with
from amity.queries.match_rows import By, MatchRow, matches
from amity.queries.whom_to_ask import AskHow, whom_to_ask
from amity.records.models import Need, Offer
from amity.records.scope import reads

__all__ = [
    "AskHow",
    "AskedRow",
    "HelpingPage",
    "HelpingWith",
    "MatchRow",
    "NeedRow",
    "NeedsPage",
    "OfferRow",
    "OffersPage",
    "helping_page",
    "helping_with",
    "matches_meant",
    "needs_meant",
    "needs_page",
    "offers_meant",
    "offers_page",
    "whom_to_ask",
]

MOST_SHOWN = 100  # of the open, of the found and of the settled
MOST_LOOKED_THROUGH = 5_000  # needs or offers for words of theirs
MOST_MEANT = 20
MOST_WITH_MATCHES = 800  # open needs looked through for a match that is meant
LONGEST_WORDS = 300  # characters of what is typed
OPEN, SUGGESTED, SETTLED = (HelpState.OPEN,), (HelpState.SUGGESTED,), (HelpState.MET, HelpState.OVER)
SHOWN = (*OPEN, *SUGGESTED, *SETTLED)  # what was dismissed never comes back
T = TypeVar("T", Need, Offer)


@dataclass(frozen=True, slots=True)
class NeedsPage:
    """Open needs, found ones to decide, and with `show_all` those that are met or over. `more`: not all."""

    lede: str
    open: tuple[NeedRow, ...]
    suggested: tuple[NeedRow, ...]
    settled: tuple[NeedRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class OffersPage:
    """Open offers, found ones to decide, and with `show_all` those that are taken up or over."""

    lede: str
    open: tuple[OfferRow, ...]
    suggested: tuple[OfferRow, ...]
    settled: tuple[OfferRow, ...]
    more: bool


@reads
def needs_page(viewer: Viewer, on: date, *, show_all: bool = False) -> NeedsPage:
    """What people need, the newest first, each with who may help."""
    listed = _listed(needs_here(viewer), show_all)
    rows = need_rows(viewer, listed.found, on)
    open_ones = tuple(row for row in rows if row.state is HelpState.OPEN)
    return NeedsPage(
        lede=needs_lede(listed.open, sum(1 for row in open_ones if row.matches)),
        open=open_ones,
        suggested=tuple(row for row in rows if row.state is HelpState.SUGGESTED),
        settled=tuple(row for row in rows if row.state in SETTLED),
        more=listed.more,
    )


@reads
def offers_page(viewer: Viewer, on: date, *, show_all: bool = False) -> OffersPage:
    """What people offer, the newest first, each with the needs it may meet."""
    listed = _listed(offers_here(viewer), show_all)
    rows = offer_rows(viewer, listed.found, on)
    open_ones = tuple(row for row in rows if row.state is HelpState.OPEN)
    return OffersPage(
        lede=offers_lede(listed.open, sum(1 for row in open_ones if row.matches)),
        open=open_ones,
        suggested=tuple(row for row in rows if row.state is HelpState.SUGGESTED),
        settled=tuple(row for row in rows if row.state in SETTLED),
        more=listed.more,
    )


@dataclass(frozen=True, slots=True)
class _Listed(Generic[T]):
    """The newest of each kind of state, how many are open in all, and whether there are more than these."""

    found: list[T]
    open: int
    more: bool


def _listed(here: QuerySet[T], show_all: bool) -> _Listed[T]:
    groups = (OPEN, SUGGESTED, SETTLED) if show_all else (OPEN, SUGGESTED)
    found = [newest_first(here.filter(state__in=states), MOST_SHOWN + 1) for states in groups]
    is_cut = len(found[0]) > MOST_SHOWN
    return _Listed(
        found=[row for rows in found for row in rows[:MOST_SHOWN]],
        open=here.filter(state__in=OPEN).count() if is_cut else len(found[0]),
        more=any(len(rows) > MOST_SHOWN for rows in found),
    )


@reads
def needs_meant(viewer: Viewer, text: str, on: date, states: Collection[HelpState] = SHOWN) -> tuple[NeedRow, ...]:
    """Which needs `text` means: a key, else words of the need or the name, in one of `states`. Several: ask."""
    return need_rows(viewer, _meant(needs_here(viewer), text, states), on)


@reads
def offers_meant(viewer: Viewer, text: str, on: date, states: Collection[HelpState] = SHOWN) -> tuple[OfferRow, ...]:
    """Which offers `text` means: a key, else words of the offer or the name, in one of `states`. Several: ask."""
    return offer_rows(viewer, _meant(offers_here(viewer), text, states), on)


@reads
def matches_meant(viewer: Viewer, text: str, on: date) -> tuple[MatchRow, ...]:
    """Which matches of open needs `text` means: a key, else words of the need, or of either name. Several: ask."""
    wanted = fold(clean(text[:LONGEST_WORDS]))
    if not wanted:
        return ()
    try:
        return matches(viewer, on, By.MATCH, [uuid.UUID(wanted)])
    except ValueError:
        newest = needs_here(viewer).filter(state=HelpState.OPEN).order_by("-pk").values_list("pk", flat=True)
        found = matches(viewer, on, By.NEED, newest[:MOST_WITH_MATCHES])
        told = [(match, f"{match.need_what} {match.need_name} {match.name} {match.called}") for match in found]
        return tuple(match for match, words in told if wanted in fold(words))[:MOST_MEANT]


def _meant(here: QuerySet[T], text: str, states: Collection[HelpState]) -> list[T]:
    wanted = fold(clean(text[:LONGEST_WORDS]))
    if not wanted:
        return []
    here = here.filter(state__in=SHOWN).order_by("-pk")
    try:
        return list(here.filter(pk=uuid.UUID(wanted)))
    except ValueError:
        told = here.filter(state__in=states).values_list("pk", "what", "person__name", "person__called")
        keys = [key for key, *words in told[:MOST_LOOKED_THROUGH] if wanted in fold(" ".join(words))]
        return list(here.filter(pk__in=keys[:MOST_MEANT]))
