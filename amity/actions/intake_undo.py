"""An intake taken back as a whole: only what nothing else brought and nobody touched since goes; the rest is told.

Done in pieces, each a transaction that leaves less to do: a kill in between only means that the rest is done later.
"""

import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import transaction
from django_tasks import task

from amity.actions.intake import Step, one_at_a_time
from amity.actions.judging import Judging, judge_slice
from amity.actions.priors import prior_of, store_prior
from amity.actions.settling import touched_people
from amity.actions.standing import counted_of, stand
from amity.actions.summaries import refresh_slice
from amity.actions.take_in_cards import IN_BOOK
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.queries import access
from amity.records import fulltext
from amity.records.bulk import bulk_remove, in_slices
from amity.records.intakes import IntakeState
from amity.records.models import (
    Card,
    Change,
    Circle,
    Fact,
    Handle,
    InCircle,
    Intake,
    Interaction,
    Likeness,
    Participant,
    Person,
    Photo,
    Relationship,
    Sighting,
    Tie,
)
from amity.records.scope import changes, scope_of

PIECE = 1_000  # letters in one transaction
PEOPLE = 500
EXAMPLES = 3
TOUCHED = "You changed it since."
SEEN_AGAIN = "Another import holds it as well."
STILL_USED = "Something else hangs on it."

Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Undone:
    """What stayed and why: reason, how many, a few of them."""

    stays: tuple[tuple[str, int, tuple[str, ...]], ...]


@changes
def start_undo(viewer: Viewer, intake_id: uuid.UUID) -> None:
    """Let a worker take it back."""
    with one_at_a_time():
        _begin(intake_id)
    transaction.on_commit(lambda: undo_intake_job.enqueue(str(viewer.member), str(intake_id)))


@task()
def undo_intake_job(member_id: str, intake_id: str) -> None:
    """Take an intake back in a worker."""
    viewer = access.member(uuid.UUID(member_id))
    if viewer is not None:
        undo_intake(viewer, uuid.UUID(intake_id))


def undo_intake(viewer: Viewer, intake_id: uuid.UUID, progress: Progress | None = None) -> Undone:
    """Take back what only this intake brought and nobody touched. A second time it finds nothing to do."""
    with one_at_a_time():
        with _piece(viewer):
            intake = _begin(intake_id)
            if intake.state == IntakeState.UNDONE:
                return _told(intake)
            if "undo_people" not in intake.options:
                intake.options["undo_people"] = [key.hex for key in touched_people(viewer, intake)]
                intake.save(update_fields=["options"])
        total = intake.counts.get("new", 0)
        done = 0
        while number := _take_back_letters(viewer, intake_id):
            done += number
            if progress:
                progress(Step("undoing", min(done, total), total))
        with _piece(viewer):
            _take_back_cards(viewer, Intake.objects.get(pk=intake_id))
        people = [uuid.UUID(key) for key in intake.options["undo_people"]]
        _settle_people(viewer, intake_id, people, progress)
        with _piece(viewer):
            return _finish(viewer, intake_id)


def _take_back_letters(viewer: Viewer, intake_id: uuid.UUID) -> int:
    """One piece of letters; 0 when none is left."""
    with _piece(viewer):
        intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
        rows = list(
            Interaction.objects.filter(intake=intake)
            .order_by("pk")
            .values_list("pk", "docid", "touched_at", "trashed_at", "subject")[:PIECE]
        )
        heirs = _heirs(intake, [row[0] for row in rows])
        gone: list[uuid.UUID] = []
        docids: list[int] = []
        for key, docid, touched_at, _, subject in rows:
            if key in heirs:
                Interaction.objects.filter(pk=key).update(intake_id=heirs[key])
            elif touched_at is not None:
                Interaction.objects.filter(pk=key).update(intake=None)
                _stay(intake, TOUCHED, subject)
            else:
                gone.append(key)
                docids += [docid] if docid is not None else []
        _remove_letters(gone, docids)
        _stay_seen(intake, len(heirs))
        intake.save(update_fields=["options"])
        return len(rows)


def _remove_letters(keys: Sequence[uuid.UUID], docids: Sequence[int]) -> None:
    fulltext.remove(docids)
    for some in in_slices(keys, PEOPLE):
        Participant.objects.filter(interaction_id__in=some)._raw_delete("default")
        Fact.objects.filter(interaction_id__in=some).update(interaction=None)
        Sighting.objects.filter(row__in=some)._raw_delete("default")
    bulk_remove(Interaction, keys)


def _heirs(intake: Intake, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """Rows that another living intake saw too, with that intake: from now on it is the one that brought them."""
    heirs: dict[uuid.UUID, uuid.UUID] = {}
    for some in in_slices(keys, PEOPLE):
        seen = Sighting.objects.filter(row__in=some).exclude(intake=intake)
        seen = seen.exclude(intake__state__in=(IntakeState.UNDONE, IntakeState.UNDOING))
        for sighting, row, other in seen.order_by("pk").values_list("pk", "row", "intake_id"):
            if row not in heirs:
                heirs[row] = other
                Sighting.objects.filter(pk=sighting).delete()
    return heirs


def _take_back_cards(viewer: Viewer, intake: Intake) -> None:
    cards = dict(Card.objects.filter(intake=intake).values_list("pk", "person__name"))
    heirs = _heirs(intake, list(cards))
    for key, other in heirs.items():
        Card.objects.filter(pk=key).update(intake_id=other)
        Fact.objects.filter(card_id=key, intake=intake).update(intake_id=other)
    _stay_seen(intake, len(heirs))
    kept = set(Card.objects.filter(pk__in=list(heirs)[:PEOPLE]).values_list("person_id", flat=True))
    for fact in Fact.objects.filter(intake=intake, touched_at__isnull=False):
        _stay(intake, TOUCHED, fact.text)
    Fact.objects.filter(intake=intake, touched_at__isnull=False).update(intake=None)
    facts = list(Fact.objects.filter(intake=intake).values_list("pk", flat=True))
    fulltext.remove(fulltext.docids_of(viewer.network, "fact", facts))
    bulk_remove(Fact, facts)
    Photo.objects.filter(intake=intake).exclude(person_id__in=kept).delete()
    InCircle.objects.filter(intake=intake).exclude(person_id__in=kept).delete()
    Relationship.objects.filter(intake=intake).delete()
    gone = [key for key in cards if key not in heirs]
    for some in in_slices(gone, PEOPLE):
        Fact.objects.filter(card_id__in=some).update(card=None)
    bulk_remove(Card, gone)
    Circle.objects.filter(intake=intake, members=None).delete()
    Circle.objects.filter(intake=intake).update(intake=None)
    intake.save(update_fields=["options"])


def _settle_people(
    viewer: Viewer, intake_id: uuid.UUID, people: Sequence[uuid.UUID], progress: Progress | None
) -> None:
    done = 0
    for some in in_slices(people, PEOPLE):
        with _piece(viewer):
            intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
            _remove_handles(intake, some)
            left = _remove_people(viewer, intake, some)
            no_card = Person.objects.filter(pk__in=left, cards=None, touched_at=None, standing=IN_BOOK)
            no_card.update(chosen_at=None, kept_at=None)
            stand(left, counted_of(viewer, left), clock.now())
            judge_slice(Judging(viewer, clock.today(viewer.time_zone), prior_of(viewer)), left)
            refresh_slice(viewer, left)
            intake.save(update_fields=["options"])
        done += len(some)
        if progress:
            progress(Step("undoing people", done, len(people)))


def _remove_handles(intake: Intake, people: Sequence[uuid.UUID]) -> None:
    """Addresses that this intake brought and no letter that stays came from."""
    mine = Handle.objects.filter(intake=intake, person_id__in=people)
    for handle in mine.filter(touched_at__isnull=False):
        _stay(intake, TOUCHED, handle.value)
    mine.filter(touched_at__isnull=False).update(intake=None)
    keys = list(mine.values_list("pk", flat=True))
    used = _brought_by("handle_id", keys)
    for key, other in used.items():
        Handle.objects.filter(pk=key).update(intake_id=other)
    gone = [key for key in keys if key not in used]
    values = set(Handle.objects.filter(pk__in=gone, shared=True).values_list("kind", "value"))
    bulk_remove(Handle, gone)
    for kind, value in values:
        left = Handle.objects.filter(kind=kind, value=value)
        if left.count() == 1:
            left.update(shared=False)


def _remove_people(viewer: Viewer, intake: Intake, people: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """People whom this intake made and nothing holds any more go; gives those who are left."""
    made = dict(Person.objects.filter(pk__in=people, intake=intake).values_list("pk", "name"))
    touched = set(Person.objects.filter(pk__in=made, touched_at__isnull=False).values_list("pk", flat=True))
    held = _held(list(made)) | touched
    others = _brought_by("person_id", list(held - touched))
    for key in held:
        _stay(intake, TOUCHED if key in touched else SEEN_AGAIN if others.get(key) else STILL_USED, made[key])
        Person.objects.filter(pk=key).update(intake_id=others.get(key))
    gone = [key for key in made if key not in held]
    fulltext.remove_named(viewer.network, gone)
    Likeness.objects.filter(person_id__in=gone)._raw_delete("default")
    Likeness.objects.filter(other_id__in=gone)._raw_delete("default")
    Tie.objects.filter(person_id__in=gone)._raw_delete("default")
    Person.objects.filter(met_through_id__in=gone).update(met_through=None)
    Person.objects.filter(pk__in=gone).delete()
    there = Person.objects.filter(pk__in=people).values_list("pk", flat=True)
    return list(there)


def _brought_by(column: str, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID | None]:
    """Of these people or handles, those in letters that stay, with an intake that brought one of those."""
    rows = Participant.objects.filter(**{f"{column}__in": keys}).order_by("interaction__intake_id")
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
        for model in (Participant, Card, Fact, Handle, InCircle, Photo, Relationship)
    ]
    others = Relationship.objects.filter(other_id__in=people).values_list("other_id", flat=True)
    merged = Person.objects.filter(merged_into_id__in=people).values_list("merged_into_id", flat=True)
    decided = Tie.objects.filter(person_id__in=people).exclude(
        set_rhythm_days__isnull=True, left_out_at__isnull=True, kin=False
    )
    return set(chain(*rows, others, merged, decided.values_list("person_id", flat=True)))


def _begin(intake_id: uuid.UUID) -> Intake:
    intake = Intake.objects.select_for_update(of=("self",)).filter(pk=intake_id).first()
    if intake is None:
        raise NotHere("There is no such import.")
    if intake.state in (IntakeState.WAITING, IntakeState.READING, IntakeState.SETTLING) and not _is_dead(intake):
        raise NotAccepted("It is being read just now. Stop it first.")
    if intake.state != IntakeState.UNDONE:
        intake.state = IntakeState.UNDOING.value
        intake.save(update_fields=["state"])
    return intake


def _is_dead(intake: Intake) -> bool:
    """Inside the data folder's lock nobody reads: what says so was killed."""
    return intake.state != IntakeState.WAITING


def _finish(viewer: Viewer, intake_id: uuid.UUID) -> Undone:
    store_prior(viewer)
    intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
    Sighting.objects.filter(intake=intake).delete()
    intake.state, intake.undone_at = IntakeState.UNDONE.value, clock.now()
    intake.options.pop("undo_people", None)
    intake.save(update_fields=["state", "undone_at", "options"])
    label = f"Took back what came from {intake.title}."
    Change(member_id=viewer.member, at=clock.now(), verb="undo_intake", label=label[:300]).save(force_insert=True)
    return _told(intake)


def _told(intake: Intake) -> Undone:
    stays = intake.options.get("stays", {})
    return Undone(tuple((why, one["count"], tuple(one["examples"])) for why, one in stays.items()))


def _stay(intake: Intake, why: str, what: str) -> None:
    one = intake.options.setdefault("stays", {}).setdefault(why, {"count": 0, "examples": []})
    one["count"] += 1
    if len(one["examples"]) < EXAMPLES:
        one["examples"].append(what[:120])


def _stay_seen(intake: Intake, number: int) -> None:
    if number:
        one = intake.options.setdefault("stays", {}).setdefault(SEEN_AGAIN, {"count": 0, "examples": []})
        one["count"] += number


@contextmanager
def _piece(viewer: Viewer) -> Iterator[None]:
    """One transaction in the viewer's scope."""
    with scope_of(viewer), transaction.atomic():
        yield
