"""The daily page: who would be glad to hear from the owner, and which dates are near."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from amity.judgement.beat import Beat
from amity.judgement.lede import BirthdayAhead, today_lede
from amity.judgement.vocabulary import TieState
from amity.lib.viewer import Viewer
from amity.queries.dates import DateAhead, DateKind, dates_ahead
from amity.queries.handles import ChannelLink
from amity.queries.reach import ReachOut, reach_out_to
from amity.queries.settings import OwnAddressRow, likes_here, own_addresses
from amity.records.models import Person
from amity.records.scope import reads

__all__ = [
    "Beat",
    "ChannelLink",
    "DateAhead",
    "DayMark",
    "Empty",
    "EmptyState",
    "ReachOut",
    "TieState",
    "TodayPage",
    "today_page",
]

STRIP_DAYS = 14
DATES_SHARE = 3  # at most one in three things of a day is a date
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
    """The page in its order. Promises will stand before `reach_out`, asking how to help after it."""

    on: date
    lede: str
    days: tuple[DayMark, ...]
    reach_out: tuple[ReachOut, ...]
    dates: tuple[DateAhead, ...]
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
    dates = dates_ahead(viewer, on, STRIP_DAYS, max(limit // DATES_SHARE, 1))
    reach_out = reach_out_to(viewer, on, max(limit - len(dates), 0))
    empty = None if reach_out or dates else _empty()
    birthdays = [BirthdayAhead(ahead.called, ahead.on) for ahead in dates if ahead.kind is DateKind.BIRTHDAY]
    return TodayPage(
        on=on,
        lede=today_lede(0, len(reach_out), 0, birthdays, on) if empty is not NOBODY else "",
        days=_strip(on, dates),
        reach_out=reach_out,
        dates=dates,
        empty=empty,
        confirm_addresses=own_addresses(viewer, only_unsaid=True),
    )


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
