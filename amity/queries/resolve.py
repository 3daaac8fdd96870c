"""Who is meant: from what somebody typed to a person."""

import uuid
from dataclasses import dataclass

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.scope import reads

MOST_MEANT = 20


@dataclass(frozen=True, slots=True)
class PersonBrief:
    """Enough to tell one person from another of the same name."""

    id: uuid.UUID
    name: str
    other_name: str
    called: str
    line: str  # an address, work or place
    kept: bool


@reads
def who(viewer: Viewer, text: str) -> tuple[PersonBrief, ...]:
    """Whom `text` means: a key, an address, a whole name, else the beginnings of names. Several: ask. None: ()."""
    raise NotHere("This page is not written yet.")


@reads
def brief(viewer: Viewer, person_id: uuid.UUID) -> PersonBrief:
    """One person in brief. Raises NotHere."""
    raise NotHere("This page is not written yet.")
