"""What a form begins with when something is corrected: the whole of one interaction, fact or address."""

import uuid
from dataclasses import dataclass
from datetime import date

from amity.lib import clock
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.interactions import UNDATED
from amity.records.models import Fact, Handle, Interaction
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class Happened:
    """One interaction, its text uncut; `on` is None when nothing in it said when."""

    channel: str
    on: date | None
    text: str


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
def happened(viewer: Viewer, interaction_id: uuid.UUID) -> Happened:
    """An interaction that the viewer may see. Raises NotHere."""
    row = Interaction.objects.filter(pk=interaction_id, trashed_at=None).first()
    if row is None or row.private_to not in (None, viewer.member):
        raise NotHere("This is not here any more.")
    on = None if row.happened_at == UNDATED else clock.local_day(row.happened_at, viewer.time_zone)
    return Happened(row.channel, on, row.text)


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
