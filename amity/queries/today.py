"""The daily page: who would be glad to hear from the owner, and which dates are near."""

import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amity.judgement.beat import Beat
from amity.judgement.vocabulary import TieState
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.handles import ChannelLink
from amity.queries.settings import OwnAddressRow
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day of the strip; `marks` are words for what falls on it: "Sunniva’s birthday"."""

    day: date
    is_today: bool
    is_weekend: bool
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReachOut:
    """Somebody who would be glad to hear from the owner.

    headline  "Quiet for 5 months, usually 6 weeks." and, for one old tie a week, the sentence that says so
    about     the last words between the two, "" when none are kept
    why       sentences for the margin
    channels  ways to write or call, the likeliest first; may be empty
    """

    person_id: uuid.UUID
    name: str
    called: str
    language: str
    pronouns: str
    state: TieState
    is_quiet: bool
    dormant: bool
    headline: str
    about: str
    last_on: date | None
    last_channel: str
    beat: Beat
    why: tuple[str, ...]
    channels: tuple[ChannelLink, ...]


@dataclass(frozen=True, slots=True)
class DateAhead:
    """A birthday soon: `sentence` follows the name, "turns 38" or "has a birthday"."""

    on: date
    person_id: uuid.UUID
    name: str
    language: str
    sentence: str
    is_today: bool


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


@reads
def today_page(viewer: Viewer, on: date) -> TodayPage:
    """Everything on the daily page of `on`, a day in the viewer's time zone."""
    raise NotHere("This page is not written yet.")
