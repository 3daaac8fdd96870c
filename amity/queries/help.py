"""Needs and offers of everybody, and the way to all other questions about help."""

from dataclasses import dataclass
from datetime import date

from amity.judgement.help_states import needs_lede, offers_lede
from amity.judgement.vocabulary import HelpState
from amity.lib.viewer import Viewer
from amity.queries.help_rows import (
    MatchRow,
    NeedRow,
    OfferRow,
    need_rows,
    needs_here,
    newest_first,
    offer_rows,
    offers_here,
)
from amity.queries.helping import AskedRow, HelpingPage, HelpingWith, helping_page, helping_with
from amity.queries.whom_to_ask import AskHow, whom_to_ask
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
    "needs_page",
    "offers_page",
    "whom_to_ask",
]

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class NeedsPage:
    """Open needs, found ones to decide, and with `show_all` those that are met, over or dismissed. `more`: not all."""

    lede: str
    open: tuple[NeedRow, ...]
    suggested: tuple[NeedRow, ...]
    settled: tuple[NeedRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class OffersPage:
    """Open offers, found ones to decide, and with `show_all` those that are taken up, over or dismissed."""

    lede: str
    open: tuple[OfferRow, ...]
    suggested: tuple[OfferRow, ...]
    settled: tuple[OfferRow, ...]
    more: bool


@reads
def needs_page(viewer: Viewer, on: date, *, show_all: bool = False) -> NeedsPage:
    """What people need, the newest first, each with who may help."""
    wanted = list(HelpState) if show_all else [HelpState.OPEN, HelpState.SUGGESTED]
    found = newest_first(needs_here(viewer).filter(state__in=wanted), MOST_SHOWN + 1)
    rows = need_rows(viewer, found[:MOST_SHOWN], on)
    open_ones = tuple(row for row in rows if row.state is HelpState.OPEN)
    return NeedsPage(
        lede=needs_lede(len(open_ones), sum(1 for row in open_ones if row.matches)),
        open=open_ones,
        suggested=tuple(row for row in rows if row.state is HelpState.SUGGESTED),
        settled=tuple(row for row in rows if row.state not in (HelpState.OPEN, HelpState.SUGGESTED)),
        more=len(found) > MOST_SHOWN,
    )


@reads
def offers_page(viewer: Viewer, on: date, *, show_all: bool = False) -> OffersPage:
    """What people offer, the newest first, each with the needs it may meet."""
    wanted = list(HelpState) if show_all else [HelpState.OPEN, HelpState.SUGGESTED]
    found = newest_first(offers_here(viewer).filter(state__in=wanted), MOST_SHOWN + 1)
    rows = offer_rows(viewer, found[:MOST_SHOWN], on)
    open_ones = tuple(row for row in rows if row.state is HelpState.OPEN)
    return OffersPage(
        lede=offers_lede(len(open_ones), sum(1 for row in open_ones if row.matches)),
        open=open_ones,
        suggested=tuple(row for row in rows if row.state is HelpState.SUGGESTED),
        settled=tuple(row for row in rows if row.state not in (HelpState.OPEN, HelpState.SUGGESTED)),
        more=len(found) > MOST_SHOWN,
    )
