"""Whose mailbox and chats an intake holds: looked for in a sample before the first letter is stored."""

import uuid
from collections.abc import Iterable, Iterator

from django.db import transaction

from amity.actions import own_letters
from amity.actions.own_chats import SERVICES, ChatCount, keep_inferred_in_chats, own_values
from amity.actions.own_people import INFERRED, turn_chats_round
from amity.lib.viewer import Viewer
from amity.records.bulk import bulk_load, new_keys
from amity.records.models import Intake, IntakeProblem
from amity.records.scope import scope_of
from amity.sources import registry
from amity.sources.found import FoundInteraction, Problem

SAMPLED = 600  # things looked at, over all parts, to tell whose mailbox it is


def find_owner(viewer: Viewer, intake_id: uuid.UUID) -> None:
    """Before the first letter: without an own address a letter has no direction."""
    with scope_of(viewer), transaction.atomic():
        intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
        if "owner_looked_for" in intake.options:
            return
        count_of, chats = own_letters.MailCount(), ChatCount()
        if not own_letters.knows_mailbox(viewer) or any(part["kind"] in SERVICES for part in intake.parts):
            for one in sampled(intake, SAMPLED):
                if isinstance(one, FoundInteraction):
                    count_of.add(one)
                    chats.add(one)
        told = [] if own_letters.knows_mailbox(viewer) else own_letters.keep_inferred(viewer, count_of.judged())
        intake.options[INFERRED] = told + keep_inferred_in_chats(viewer, chats.judged(viewer))
        turn_chats_round(viewer, intake, chats)
        unknown = chats.problems(own_values(viewer))
        keep_problems(viewer, intake, unknown)
        if unknown:
            intake.counts["problems"] = intake.counts.get("problems", 0) + len(unknown)
        intake.options["owner_looked_for"] = True
        intake.save(update_fields=["options", "counts"])


def sampled(intake: Intake, most: int) -> Iterator[object]:
    """Things spread over all parts of an intake, more of the larger ones."""
    total = sum(part["total"] for part in intake.parts) or 1
    for part in intake.parts:
        share = max(20, most * part["total"] // total)
        yield from registry.sample(part["kind"], part["path"], share)


def keep_problems(viewer: Viewer, intake: Intake, problems: Iterable[Problem]) -> None:
    """Store what could not be understood, with the intake."""
    keys = new_keys()
    bulk_load(
        IntakeProblem,
        ("id", "network_id", "intake_id", "where", "why", "kept"),
        [(next(keys), viewer.network, intake.pk, one.where[:500], one.why[:500], one.kept) for one in problems],
    )
