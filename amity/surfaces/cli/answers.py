"""What every command answers with `--json`: docs/cli.md is drawn from this, and tests hold the commands to it."""

from typing import Any

from amity.actions.intake_preview import PreviewResult
from amity.queries.briefing import Briefing
from amity.queries.candidates import CandidateRow
from amity.queries.duplicates import PairRow
from amity.queries.history import ChangeRow
from amity.queries.intakes import IntakeRow
from amity.queries.people import PersonRow
from amity.queries.person import PersonPage
from amity.queries.promises import PromisesPage, SuggestedPromise
from amity.queries.search import Found
from amity.queries.settings import OwnAddressRow
from amity.queries.today import TodayPage
from amity.surfaces.cli.capture import Captured
from amity.surfaces.cli.intake import Imported, TakenBack
from amity.surfaces.cli.show import Changed

PROMISE_VERBS = ("add", "accept", "dismiss", "keep", "not-yet", "release", "open", "correct", "remove")

ANSWERS: dict[str, Any] = {
    "import": Imported,
    "import --preview": PreviewResult,
    "imports": list[IntakeRow],
    "imports resume": Imported,
    "imports undo": TakenBack,
    "today": TodayPage,
    "capture": Captured,
    "promises": PromisesPage,
    "promises --suggested": list[SuggestedPromise],
    **{f"promise {verb}": Changed for verb in PROMISE_VERBS},
    "people": list[PersonRow],
    "people --candidates": list[CandidateRow],
    "person": PersonPage,
    "brief": Briefing,
    "search": Found,
    "duplicates": list[PairRow],
    "merge": Changed,
    "undo": Changed,
    "history": list[ChangeRow],
    "addresses": list[OwnAddressRow],
}
