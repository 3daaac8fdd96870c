"""Circles: the list to choose from, with how many belong to each."""

import uuid
from dataclasses import dataclass

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class CircleMark:
    """A circle as it stands beside a name: `mark` is the drawing's name."""

    id: uuid.UUID
    name: str
    mark: str


@dataclass(frozen=True, slots=True)
class CircleRow:
    """A circle in the list of all; `usually` is the rhythm set for it, "" without one."""

    id: uuid.UUID
    name: str
    mark: str
    rhythm_days: int | None
    usually: str
    people: int


@reads
def circles_page(viewer: Viewer) -> tuple[CircleRow, ...]:
    """All circles in the owner's order."""
    raise NotHere("This page is not written yet.")


@reads
def circle_marks(viewer: Viewer) -> tuple[CircleMark, ...]:
    """All circles in the owner's order, to choose from; nothing is counted."""
    raise NotHere("This page is not written yet.")
