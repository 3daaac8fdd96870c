"""What every command answers with `--json`: docs/cli.md is drawn from this, and tests hold the commands to it."""

from typing import Any

from amity.actions.intake_preview import PreviewResult
from amity.queries.briefing import Briefing
from amity.queries.candidates import CandidateRow
from amity.queries.duplicates import PairRow
from amity.queries.help import HelpingPage, NeedRow, NeedsPage, OfferRow, OffersPage
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

NEED_VERBS = ("add", "accept", "correct", "dismiss", "met", "over", "still", "open", "remove")
OFFER_VERBS = ("add", "accept", "correct", "dismiss", "taken", "over", "still", "open", "remove")
MATCH_VERBS = ("help", "introduce", "no")

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
    "needs": NeedsPage,
    "needs --suggested": list[NeedRow],
    **{f"need {verb}": Changed for verb in NEED_VERBS},
    "offers": OffersPage,
    "offers --suggested": list[OfferRow],
    **{f"offer {verb}": Changed for verb in OFFER_VERBS},
    **{f"match {verb}": Changed for verb in MATCH_VERBS},
    "helping": HelpingPage,
    "asked": Changed,
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
