"""The people of an intake that is taken back: who goes with it, who stays, and how they stand now."""

import uuid
from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from amity.actions.intake_stays import SEEN_AGAIN, STILL_USED, TOUCHED, one_piece, stay
from amity.actions.judging import Judging, judge_slice
from amity.actions.priors import prior_of
from amity.actions.settling import name_anew
from amity.actions.standing import counted_of, stand
from amity.actions.steps import Progress, Step
from amity.actions.suggestions import part_from_people
from amity.actions.summaries import refresh_slice
from amity.actions.take_in_again import read_again
from amity.actions.take_in_cards import IN_BOOK
from amity.judgement.vocabulary import HelpState
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records import fulltext
from amity.records.bulk import bulk_remove, in_slices
from amity.records.models import (
    Card,
    Fact,
    Handle,
    HelpAsked,
    InCircle,
    Intake,
    Likeness,
    Need,
    Offer,
    Participant,
    Person,
    Photo,
    Promise,
    Relationship,
    Tie,
)

PEOPLE = 500  # in one transaction


def settle_people(viewer: Viewer, intake_id: uuid.UUID, people: Sequence[uuid.UUID], progress: Progress | None) -> None:
    """Remove addresses and people that nothing holds any more; read again where the others stand."""
    done = 0
    for some in in_slices(people, PEOPLE):
        with one_piece(viewer):
            intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
            _remove_handles(intake, some)
            left = _remove_people(viewer, intake, some)
            no_card = Person.objects.filter(pk__in=left, cards=None, touched_at=None, standing=IN_BOOK)
            no_card.update(chosen_at=None, kept_at=None)
            name_anew(viewer, left)
            stand(left, counted_of(viewer, left), clock.now())
            judge_slice(Judging(viewer, clock.today(viewer.time_zone), prior_of(viewer)), left)
            _remove_empty_ties(viewer, left)
            refresh_slice(viewer, left)
            intake.save(update_fields=["options"])
        done += len(some)
        if progress:
            progress(Step("undoing people", done, len(people)))


def _remove_handles(intake: Intake, people: Sequence[uuid.UUID]) -> None:
    """Addresses that this intake brought and no letter that stays came from."""
    mine = Handle.objects.filter(intake=intake, person_id__in=people)
    for handle in mine.filter(touched_at__isnull=False):
        stay(intake, TOUCHED, handle.value)
    mine.filter(touched_at__isnull=False).update(intake=None)
    keys = list(mine.values_list("pk", flat=True))
    used = _brought_by("handle_id", keys, people) | _on_cards(mine)
    for key, other in used.items():
        Handle.objects.filter(pk=key).update(intake_id=other)
    gone = [key for key in keys if key not in used]
    values = set(Handle.objects.filter(pk__in=gone, shared=True).values_list("kind", "value"))
    bulk_remove(Handle, gone)
    for kind, value in values:
        left = Handle.objects.filter(kind=kind, value=value)
        if left.count() == 1:
            left.update(shared=False)


def _on_cards(handles: QuerySet[Handle]) -> dict[uuid.UUID, uuid.UUID | None]:
    """Of these addresses, those that stand on a card that stays, with the intake that holds it."""
    by_person: dict[uuid.UUID, dict[tuple[str, str], uuid.UUID]] = {}
    for key, person, kind, value in handles.values_list("pk", "person_id", "kind", "value"):
        by_person.setdefault(person, {})[kind, value] = key
    found: dict[uuid.UUID, uuid.UUID | None] = {}
    for row in Card.objects.filter(person_id__in=by_person):
        card = read_again(row.verbatim)
        for handle in card.handles if card else ():
            if there := by_person[row.person_id].get((handle.kind.value, handle.value)):
                found[there] = row.intake_id
    return found


def _remove_people(viewer: Viewer, intake: Intake, people: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """People whom this intake made and nothing holds any more go; gives those who are left."""
    made = dict(Person.objects.filter(pk__in=people, intake=intake).values_list("pk", "name"))
    touched = set(Person.objects.filter(pk__in=made, touched_at__isnull=False).values_list("pk", flat=True))
    held = _held(list(made)) | touched
    others = _brought_by("person_id", list(held - touched), list(held - touched))
    for key in held:
        stay(intake, TOUCHED if key in touched else SEEN_AGAIN if others.get(key) else STILL_USED, made[key])
        Person.objects.filter(pk=key).update(intake_id=others.get(key))
    gone = [key for key in made if key not in held]
    part_from_people(viewer, intake, gone)
    fulltext.remove_named(viewer.network, gone)
    Likeness.objects.filter(person_id__in=gone)._raw_delete("default")
    Likeness.objects.filter(other_id__in=gone)._raw_delete("default")
    Tie.objects.filter(person_id__in=gone)._raw_delete("default")
    Person.objects.filter(met_through_id__in=gone).update(met_through=None)
    Person.objects.filter(pk__in=gone).delete()
    there = Person.objects.filter(pk__in=people).values_list("pk", flat=True)
    return list(there)


def _remove_empty_ties(viewer: Viewer, people: Sequence[uuid.UUID]) -> None:
    """Ties that only what went had made; where the owner decided something, it stays."""
    ties = Tie.objects.filter(person_id__in=people, member_id=viewer.member, person__kept_at=None, contact_days=0)
    undecided = ties.filter(written=0, heard=0, set_rhythm_days=None, kin=False, paused_until=None, left_out_at=None)
    undecided.filter(person__pauses=None).delete()


def _brought_by(
    column: str, keys: Sequence[uuid.UUID], people: Sequence[uuid.UUID]
) -> dict[uuid.UUID, uuid.UUID | None]:
    """Of these people or handles, those in letters that stay, with an intake that brought one of those."""
    # By person, too: there is an index on who, none on through what
    rows = Participant.objects.filter(person_id__in=people).filter(**{f"{column}__in": keys})
    rows = rows.order_by("interaction__intake_id")
    found: dict[uuid.UUID, uuid.UUID | None] = {}
    for key, intake in rows.values_list(column, "interaction__intake_id").distinct():
        found[key] = found.get(key) or intake
    if column == "person_id":
        for key, intake in Card.objects.filter(person_id__in=keys).values_list("person_id", "intake_id"):
            found[key] = found.get(key) or intake
    return found


def _held(people: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """Of these people, the ones whom something that stays hangs on."""
    rows: list[Any] = [
        model.objects.filter(person_id__in=people).values_list("person_id", flat=True).distinct()
        for model in (Participant, Card, Fact, Handle, HelpAsked, InCircle, Photo, Relationship)
    ]
    for said in (Promise.objects, Need.objects, Offer.objects):
        # what was found and not decided holds nobody, nor what was dismissed
        accepted = said.filter(person_id__in=people).exclude(state=HelpState.DISMISSED)
        rows.append(accepted.exclude(state=HelpState.SUGGESTED, touched_at=None).values_list("person_id", flat=True))
    others = Relationship.objects.filter(other_id__in=people).values_list("other_id", flat=True)
    merged = Person.objects.filter(merged_into_id__in=people).values_list("merged_into_id", flat=True)
    decided = Tie.objects.filter(person_id__in=people).exclude(
        set_rhythm_days__isnull=True, left_out_at__isnull=True, kin=False
    )
    return set(chain(*rows, others, merged, decided.values_list("person_id", flat=True)))
