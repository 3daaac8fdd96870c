"""Candidates: people met in mail and cards whom the owner has not kept yet, the likeliest first."""

import uuid
from dataclasses import dataclass
from datetime import date

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Somebody who may be a person of yours: `reason` says what there is, "3 letters from them, none from you"."""

    id: uuid.UUID
    name: str
    other_name: str
    language: str
    address: str
    reason: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class CandidatesPage:
    """`total` counts up to `people.MOST_COUNTED`; `next` is the cursor, "" on the last page."""

    rows: tuple[CandidateRow, ...]
    total: int
    lede: str
    next: str


@reads
def candidates_page(viewer: Viewer, on: date, *, after: str = "") -> CandidatesPage:
    """One page of candidates."""
    raise NotHere("This page is not written yet.")
