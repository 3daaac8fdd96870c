"""The daily page: promises to keep, who would be glad to hear from one, whom to ask how to help, and dates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from amity.judgement.beat import Beat
from amity.judgement.day import MOST_ASKED, Places, filled, places
from amity.judgement.due import Due
from amity.judgement.lede import BirthdayAhead, reason_to_write, today_lede
from amity.judgement.ledger import Waiting, for_today
from amity.judgement.vocabulary import TieState
from amity.lib.viewer import Viewer
from amity.queries.dates import DateAhead, DateKind, by_day, dates_ahead, worth_saying
from amity.queries.found import Found, found_in_letters
from amity.queries.handles import ChannelLink
from amity.queries.promises import PromiseRow, ToKeep, promises_to_keep
from amity.queries.reach import ReachOut, reach_out_to
from amity.queries.settings import OwnAddressRow, likes_here, own_addresses
from amity.queries.whom_to_ask import AskHow, whom_to_ask
from amity.records.models import Person
from amity.records.scope import reads

__all__ = [
    "AskHow",
    "Beat",
    "ChannelLink",
    "DateAhead",
    "DayMark",
    "Empty",
    "EmptyState",
    "Found",
    "PromiseRow",
    "ReachOut",
    "TieState",
    "TodayPage",
    "today_page",
]

STRIP_DAYS = 14
ASKED_AMONG = MOST_ASKED + 4  # who stands among those to write to already is not named twice
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day of the strip; `marks` are words for what falls on it: "Sunniva’s birthday"."""

    day: date
    is_today: bool
    is_weekend: bool
    marks: tuple[str, ...]


class Empty(StrEnum):
    """Why a page has nothing to show."""

    NOBODY = "nobody here yet"
    NOTHING_TODAY = "nothing asks for you today"


@dataclass(frozen=True, slots=True)
class EmptyState:
    """Why the page is empty, in words; the surface adds the one thing to do, by `kind`."""

    kind: Empty
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class TodayPage:
    """The page in its order; never more lines than the member wants of a day.

    promises_more  open promises that would stand here too: the ledger holds them
    found          whether letters hold what looks like promises, and like needs or offers, and waits for a yes or no
    """

    on: date
    lede: str
    days: tuple[DayMark, ...]
    promises: tuple[PromiseRow, ...]
    promises_more: int
    reach_out: tuple[ReachOut, ...]
    ask_how: tuple[AskHow, ...]
    dates: tuple[DateAhead, ...]
    found: Found
    empty: EmptyState | None
    confirm_addresses: tuple[OwnAddressRow, ...]


NOBODY = EmptyState(
    Empty.NOBODY,
    "Nobody here yet",
    "Amity learns from what you already have. One export of your mail is enough to begin with.",
)
NOTHING_TODAY = EmptyState(
    Empty.NOTHING_TODAY,
    "Nothing asks for you today",
    "Everyone is as close as usual. Enjoy it.",
)


@reads
def today_page(viewer: Viewer, on: date) -> TodayPage:
    """Everything on the daily page of `on`, a day in the viewer's time zone."""
    limit = likes_here(viewer).today_limit
    promises = promises_to_keep(viewer, on, limit)
    could_ask = whom_to_ask(viewer, on, ASKED_AMONG, besides={row.person_id for row in promises.rows})
    dates = dates_ahead(viewer, on, STRIP_DAYS, limit)
    shared = places(limit, len(promises.rows), len(could_ask), len(dates))
    reach_out = reach_out_to(viewer, on, shared.people)
    beside = {one.person_id for one in reach_out}
    ask_how = tuple(one for one in could_ask if one.person_id not in beside)
    shared = filled(shared, len(reach_out), len(ask_how), len(promises.rows), len(dates))
    return _page(viewer, on, shared, promises, reach_out, ask_how, dates)


def _page(
    viewer: Viewer,
    on: date,
    shared: Places,
    promises: ToKeep,
    reach_out: tuple[ReachOut, ...],
    ask_how: tuple[AskHow, ...],
    dates: tuple[DateAhead, ...],
) -> TodayPage:
    """The lines that found a place. The strip of days marks every date, shown below or not."""
    kept, asked = _speaking(promises.rows, shared.promises, on), ask_how[: shared.asks]
    shown = worth_saying(dates, shared.dates)
    empty = None if kept or reach_out or asked or shown else _empty()
    birthdays = [BirthdayAhead(ahead.called, ahead.on) for ahead in shown if ahead.kind is DateKind.BIRTHDAY]
    lede = today_lede(len(kept), len(reach_out), len(asked), birthdays, on)
    return TodayPage(
        on=on,
        lede="" if empty is NOBODY else lede,
        days=_strip(on, by_day(dates)),
        promises=kept,
        promises_more=promises.more + len(promises.rows) - len(kept),
        reach_out=tuple(_with_promise(one, kept) for one in reach_out),
        ask_how=asked,
        dates=shown,
        found=found_in_letters(viewer),
        empty=empty,
        confirm_addresses=own_addresses(viewer, only_unsaid=True),
    )


def _with_promise(one: ReachOut, promises: Sequence[PromiseRow]) -> ReachOut:
    """Beside somebody to whom something was promised, that is one more reason to write."""
    reasons = [reason_to_write(row.what) for row in promises if row.person_id == one.person_id]
    return replace(one, why=(*one.why, *reasons)) if reasons else one


def _speaking(rows: Sequence[PromiseRow], most: int, on: date) -> tuple[PromiseRow, ...]:
    """Those that `most` places are for, in their order."""
    waiting = [Waiting(row.id, row.said_on, Due(row.due_on, row.due_words)) for row in rows]
    keys, _ = for_today(waiting, on, most)
    return tuple(row for row in rows if row.id in set(keys))


def _empty() -> EmptyState:
    return NOTHING_TODAY if Person.objects.filter(trashed_at=None).exists() else NOBODY


def _strip(on: date, dates: Sequence[DateAhead]) -> tuple[DayMark, ...]:
    days = [on + timedelta(days=number) for number in range(STRIP_DAYS)]
    return tuple(
        DayMark(
            day=day,
            is_today=day == on,
            is_weekend=day.weekday() >= SATURDAY,
            marks=tuple(ahead.mark for ahead in dates if ahead.on == day),
        )
        for day in days
    )
