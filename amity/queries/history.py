"""History: what was changed, by whom, when, and whether it can be taken back."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change. `why_not` says why it cannot be taken back; "" when it can."""

    id: uuid.UUID
    at: datetime  # in the viewer's time zone
    by: str
    label: str
    verb: str
    person_id: uuid.UUID | None
    can_undo: bool
    why_not: str
    undone_at: datetime | None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """`next` is the cursor of older changes, "" on the last page."""

    rows: tuple[ChangeRow, ...]
    next: str


@reads
def history_page(viewer: Viewer, now: datetime, *, about: uuid.UUID | None = None, before: str = "") -> HistoryPage:
    """Changes, the newest first, of all or of one person."""
    raise NotHere("This page is not written yet.")
