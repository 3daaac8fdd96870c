"""The bin: what was thrown away, and until when it stays."""

import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.scope import reads


class Thrown(StrEnum):
    """What a thing in the bin is."""

    PERSON = "person"
    INTERACTION = "interaction"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class TrashRow:
    """One thing in the bin; `person_id` is whom it belongs to, `stays_until` the last day it can come back."""

    kind: Thrown
    id: uuid.UUID
    person_id: uuid.UUID | None
    title: str
    note: str
    thrown_on: date
    stays_until: date
    left: str  # "12 days"


@dataclass(frozen=True, slots=True)
class TrashPage:
    """The newest first; `more` says that older things are not shown."""

    rows: tuple[TrashRow, ...]
    more: bool
    lede: str


@reads
def trash_page(viewer: Viewer, on: date) -> TrashPage:
    """What is in the bin."""
    raise NotHere("This page is not written yet.")
