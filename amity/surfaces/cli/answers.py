"""What every command answers with `--json`: docs/cli.md is drawn from this, and tests hold the commands to it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

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


ANSWERS: dict[str, Any] = {
    "import": Imported,
    "imports": list[IntakeRow],
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
