"""What stays when an intake is taken back, and why: kept with the intake, told at its end."""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction

from amity.lib.viewer import Viewer
from amity.records.models import Intake
from amity.records.scope import scope_of

EXAMPLES = 3
UNDO_PEOPLE = "undo_people"  # in Intake.options, while it is taken back: whom that concerns
TOUCHED = "You changed it since."
SEEN_AGAIN = "Another import holds it as well."
STILL_USED = "Something else hangs on it."


def stay(intake: Intake, why: str, what: str) -> None:
    """Note one thing that stays."""
    one = intake.options.setdefault("stays", {}).setdefault(why, {"count": 0, "examples": []})
    one["count"] += 1
    if len(one["examples"]) < EXAMPLES:
        one["examples"].append(what[:120])


def stay_seen(intake: Intake, number: int) -> None:
    """Note how many stay because another intake saw them too."""
    if number:
        one = intake.options.setdefault("stays", {}).setdefault(SEEN_AGAIN, {"count": 0, "examples": []})
        one["count"] += number


def concern(intake: Intake, people: Iterable[uuid.UUID]) -> None:
    """Note whom taking it back concerns as well."""
    known = intake.options.get(UNDO_PEOPLE, [])
    intake.options[UNDO_PEOPLE] = [*known, *sorted({key.hex for key in people} - set(known))]


@contextmanager
def one_piece(viewer: Viewer) -> Iterator[None]:
    """One transaction in the viewer's scope."""
    with scope_of(viewer), transaction.atomic():
        yield
