"""Finds people by any part of a name or address, and anything said or noted, newest first."""

import uuid
from dataclasses import dataclass
from datetime import date

from amity.judgement.vocabulary import Channel
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.scope import reads

PEOPLE_FOUND = 8
SAID_FOUND = 20


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody whose name, address, place, work or circle begins with the words."""

    id: uuid.UUID
    name: str
    other_name: str
    language: str
    line: str  # "Quiet for 5 months", else their work or place
    is_quiet: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Something said or noted. `snippet` is text in pieces; True marks what was looked for."""

    id: uuid.UUID
    person_id: uuid.UUID
    name: str
    language: str
    on: date | None
    channel: Channel
    who: str
    snippet: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `words` are those looked for, `next` the cursor of older texts, "" when there are none."""

    text: str
    words: tuple[str, ...]
    people: tuple[FoundPerson, ...]
    said: tuple[Said, ...]
    next: str


@reads
def find(
    viewer: Viewer, text: str, on: date, *, people: int = PEOPLE_FOUND, said: int = SAID_FOUND, before: str = ""
) -> Found:
    """People and texts that hold every word of `text`; its last word may be only begun. Any text is safe."""
    raise NotHere("This page is not written yet.")
