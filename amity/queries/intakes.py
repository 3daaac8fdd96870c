"""Intakes: what is being read, what came of it, and until when it can be taken back."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.intakes import IntakeState
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class PartRow:
    """One file or folder of an intake; `fraction` runs from 0 to 1."""

    title: str
    kind: str
    fraction: float
    finished: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it came. `sentence` is "38,560 of 61,204 letters, now in March 2019"; `running`: ask again soon."""

    intake_id: uuid.UUID
    state: IntakeState
    title: str
    fraction: float
    sentence: str
    running: bool
    stopping: bool
    parts: tuple[PartRow, ...]


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """One line of the list: `came` is "2,301 letters with 96 people", `took` "11 seconds"."""

    id: uuid.UUID
    title: str
    state: IntakeState
    state_words: str
    made_at: datetime
    came: str
    took: str
    fraction: float
    running: bool


@dataclass(frozen=True, slots=True)
class Aside:
    """Why something was left aside: how many, and a few examples in words."""

    why: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be read, with its place; `kept` says that the rest of it was taken in."""

    where: str
    why: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of the report: "new people" 38."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class IntakePage:
    """One intake with its report.

    sentences     what came of it, each a sentence
    undo_until    the last day on which it can be taken back; None when it cannot, and `why_not_undo` says why
    next          cursor of further troubles, "" on the last page
    """

    progress: Progress
    made_at: datetime
    finished_at: datetime | None
    took: str
    sentences: tuple[str, ...]
    counts: tuple[Count, ...]
    aside: tuple[Aside, ...]
    troubles: tuple[Trouble, ...]
    trouble_count: int
    next: str
    why_stopped: str
    can_stop: bool
    can_resume: bool
    can_start: bool
    undo_until: date | None
    why_not_undo: str


@dataclass(frozen=True, slots=True)
class IntakesPage:
    """All intakes, the newest first; those that run stand in `reading` too."""

    reading: tuple[Progress, ...]
    rows: tuple[IntakeRow, ...]
    more: bool


@reads
def intakes_page(viewer: Viewer) -> IntakesPage:
    """What was read and what is being read."""
    raise NotHere("This page is not written yet.")


@reads
def intake_page(viewer: Viewer, intake_id: uuid.UUID, on: date, *, after: str = "") -> IntakePage:
    """One intake with its report. Raises NotHere."""
    raise NotHere("This page is not written yet.")


@reads
def progress(viewer: Viewer, intake_id: uuid.UUID) -> Progress:
    """How far an intake came; cheap enough to ask every second. Raises NotHere."""
    raise NotHere("This page is not written yet.")
