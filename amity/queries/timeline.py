"""What happened between the two of you, newest first, by month, with the silences between."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from amity.judgement.vocabulary import Channel
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.scope import reads


class Kind(StrEnum):
    """Which entries a timeline shows."""

    ALL = ""
    MET = "met"
    WRITTEN = "written"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    at        in the viewer's time zone; None when nothing in it said when
    text      a few lines of it; `subject` is what stands above it, "" without one
    is_quote  the text is somebody's own words, to be set in quotation marks
    is_cut    there is more of it than `text` shows
    who       "They wrote.", "You wrote.", "Your note.", "You met, with Beata."
    others    the people who took part beside this person
    """

    id: uuid.UUID
    at: datetime | None
    channel: Channel
    subject: str
    text: str
    is_quote: bool
    is_cut: bool
    who: str
    others: tuple[tuple[uuid.UUID, str], ...]
    private: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Month:
    """Entries of one month. `silence` stands above it: "Five quiet months" between it and what came later."""

    label: str
    silence: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of it; `next` is the cursor for the page before, "" at the beginning."""

    kind: Kind
    months: tuple[Month, ...]
    next: str


@reads
def timeline(viewer: Viewer, person_id: uuid.UUID, on: date, *, before: str = "", kind: Kind = Kind.ALL) -> Timeline:
    """A page of the timeline. Raises NotHere for somebody unknown, NotAccepted for a cursor that no page gave."""
    raise NotHere("This page is not written yet.")
