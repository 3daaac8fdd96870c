"""What a form begins with when something is corrected: one fact, or one address."""

import uuid
from dataclasses import dataclass

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.models import Fact, Handle
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class Known:
    """One fact."""

    person_id: uuid.UUID
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Reached:
    """One address."""

    person_id: uuid.UUID
    shown: str
    label: str


@reads
def fact(viewer: Viewer, fact_id: uuid.UUID) -> Known:
    """A fact that the viewer may see. Raises NotHere."""
    row = Fact.objects.filter(pk=fact_id, trashed_at=None).first()
    if row is None or row.private_to not in (None, viewer.member):
        raise NotHere("This is not here any more.")
    return Known(row.person_id, row.text, row.label)


@reads
def handle(viewer: Viewer, handle_id: uuid.UUID) -> Reached:
    """An address. Raises NotHere."""
    row = Handle.objects.filter(pk=handle_id).first()
    if row is None:
        raise NotHere("This address is not here any more.")
    return Reached(row.person_id, row.shown or row.value, row.label)
