"""What every command answers with `--json`: docs/cli.md is drawn from this, and tests hold the commands to it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from amity.actions.intake_preview import PreviewResult
from amity.queries.candidates import CandidateRow
from amity.queries.duplicates import PairRow
from amity.queries.history import ChangeRow
from amity.queries.intakes import IntakePage, IntakeRow
from amity.queries.people import PersonRow
from amity.queries.person import PersonPage
from amity.queries.search import Found
from amity.queries.settings import OwnAddressRow
from amity.queries.today import TodayPage


@dataclass(frozen=True, slots=True)
class Changed:
    """What a command did. `change_id` is what `amity undo` takes."""

    change_id: UUID
    sentence: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import, and every address now taken for the owner's own."""

    report: IntakePage
    own_addresses: tuple[OwnAddressRow, ...]


@dataclass(frozen=True, slots=True)
class Stays:
    """What an import brought and taking it back left: why, how much, and a few examples."""

    why: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking an import back left."""

    intake_id: UUID
    stays: tuple[Stays, ...]


ANSWERS: dict[str, Any] = {
    "import": Imported,
    "import --preview": PreviewResult,
    "imports": list[IntakeRow],
    "imports resume": Imported,
    "imports undo": TakenBack,
    "today": TodayPage,
    "people": list[PersonRow],
    "people --candidates": list[CandidateRow],
    "person": PersonPage,
    "search": Found,
    "duplicates": list[PairRow],
    "merge": Changed,
    "undo": Changed,
    "history": list[ChangeRow],
    "addresses": list[OwnAddressRow],
}
