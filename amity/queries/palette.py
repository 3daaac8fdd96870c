"""Find or do: people and commands for one field that opens everywhere."""

import uuid
from dataclasses import dataclass
from datetime import date

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class PalettePerson:
    """Somebody to open: `note` is "quiet for 5 months"."""

    id: uuid.UUID
    name: str
    other_name: str
    language: str
    note: str
    is_quiet: bool
    mail: str


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do. `verb` names it for the surface, which knows the address and the key; `person_id` whom for."""

    verb: str
    label: str
    note: str
    person_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class Palette:
    """`foot` is "3 found among 412 people"."""

    people: tuple[PalettePerson, ...]
    commands: tuple[Command, ...]
    foot: str


@reads
def palette(viewer: Viewer, text: str, on: date) -> Palette:
    """What the typed words may mean; with none, the people nearest just now and the everyday commands."""
    raise NotHere("This page is not written yet.")
