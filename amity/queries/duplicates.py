"""Two people who may be one: the list, and two records side by side."""

import uuid
from dataclasses import dataclass
from enum import StrEnum

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.circles import CircleMark
from amity.records.scope import reads


class Side(StrEnum):
    """Which of two records a value is taken from; BOTH where nothing needs to be chosen."""

    KEPT = "kept"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the comparison. `name` is the key for `actions.merging`; values are "" where there is nothing.

    note     "2025 against 2019: the newer is chosen", "both kept"
    """

    name: str
    label: str
    kept: str
    other: str
    chosen: Side
    note: str

    @property
    def needs_choice(self) -> bool:
        """Whether the two sides say different things and only one can stay."""
        return bool(self.kept and self.other) and self.chosen is not Side.BOTH


@dataclass(frozen=True, slots=True)
class Record:
    """The head of one side: `since` is "since 2021, from 53 letters"."""

    id: uuid.UUID
    name: str
    other_name: str
    language: str
    since: str
    circles: tuple[CircleMark, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records to decide about. `number` of `total` waiting; `likeliness` "Probably." or "Perhaps."."""

    likeness_id: uuid.UUID | None
    kept: Record
    other: Record
    fields: tuple[Compared, ...]
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    likeliness: str
    lede: str
    after: str  # "One person, 3 addresses, 64 letters. Nothing is thrown away."
    number: int
    total: int
    earlier: tuple[uuid.UUID, uuid.UUID] | None
    later: tuple[uuid.UUID, uuid.UUID] | None


@dataclass(frozen=True, slots=True)
class PairRow:
    """One line of the list."""

    likeness_id: uuid.UUID
    person_id: uuid.UUID
    name: str
    other_id: uuid.UUID
    other_name: str
    likeliness: str
    reason: str


@dataclass(frozen=True, slots=True)
class DuplicatesPage:
    """The likeliest first; `total` counts all that wait."""

    rows: tuple[PairRow, ...]
    total: int
    lede: str
    next: str


@reads
def duplicates_page(viewer: Viewer, *, after: str = "") -> DuplicatesPage:
    """Pairs that wait for the owner's word."""
    raise NotHere("This page is not written yet.")


@reads
def pair(viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID) -> Pair:
    """Two people side by side, suggested or not; the one with more between you is kept. Raises NotHere."""
    raise NotHere("This page is not written yet.")
