"""The list of people: filtered, ordered, thirty a page."""

import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amity.judgement.beat import Beat
from amity.judgement.vocabulary import TieState
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.circles import CircleMark
from amity.records.scope import reads


class Order(StrEnum):
    """How the list is ordered."""

    QUIET = "quiet"
    NAME = "name"
    NEAR = "near"
    LAST = "last"
    WARM = "warm"


class Only(StrEnum):
    """Which ties the list holds."""

    ALL = ""
    QUIET = "quiet"
    DORMANT = "dormant"
    NO_RHYTHM = "no-rhythm"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list.

    last      "Quiet for 5 months", "17 days", "" when nothing is recorded
    usually   "6 weeks", "dormant", "not known yet"
    mind      the newest words noted or exchanged, shortened
    """

    id: uuid.UUID
    name: str
    other_name: str
    language: str
    circles: tuple[CircleMark, ...]
    beat: Beat
    state: TieState
    last: str
    is_quiet: bool
    usually: str
    mind: str
    place: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """`total` counts what matches, up to `MOST_COUNTED`; `next` is the cursor of the next page, "" on the last."""

    rows: tuple[PersonRow, ...]
    total: int
    total_words: str
    circles: tuple[CircleMark, ...]
    next: str
    lede: str
    is_filtered: bool
    candidates: int


@reads
def people_page(
    viewer: Viewer,
    on: date,
    *,
    circle: uuid.UUID | None = None,
    find: str = "",
    order: Order = Order.QUIET,
    only: Only = Only.ALL,
    after: str = "",
) -> PeoplePage:
    """One page of the people in a network. Raises NotAccepted for a cursor that no page gave."""
    raise NotHere("This page is not written yet.")
