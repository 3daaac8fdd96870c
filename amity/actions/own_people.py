"""An address turns out, while an intake is settled, to be the owner's; and is given back with that intake."""

import uuid
from collections.abc import Iterable

from amity.actions.afterwards import judge_again
from amity.actions.changes import CannotUndo, Recorder
from amity.actions.intake_changes import CHANGES, changes_of, names_intake, rows_to_take_back
from amity.actions.own import turn_round
from amity.actions.own_chats import ChatCount, own_values, stands_here
from amity.actions.taking_back import take_back
from amity.formats.handles import shown_handle
from amity.judgement.keeping import FOUND_OWN
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records.models import Change, Handle, Intake, Interaction, OwnAddress, Participant, Person

OWN = "ownaddress"
INFERRED = "own_inferred"  # in Intake.options: the addresses that it found to be the owner's


def take_as_own(viewer: Viewer, intake: Intake, address: str) -> tuple[Change, set[uuid.UUID]]:
    """Turn its letters round as when the owner says so; gives the change, and whose ties that moves.

    Nobody is left out, as nobody said so: somebody made for this address alone, and never touched, goes. Inside the
    scope and a transaction of the caller.
    """
    own = OwnAddress.objects.get(member_id=viewer.member, value=address)
    names_own = {"model": OWN, "id": own.pk.hex, "before": {}, "after": {}}
    recorder = Recorder(viewer, [names_intake(intake.pk), names_own])
    concerned = turn_round(recorder, own)
    for handle in Handle.objects.filter(kind=own.kind, value=address).select_related("person"):
        _drop(recorder, handle.person, handle)
    return recorder.note(FOUND_OWN, f"{shown_handle(own.kind, address)} seems to be yours."), concerned


def turn_chats_round(viewer: Viewer, intake: Intake, chats: ChatCount) -> None:
    """Chats that came in before it was known whose they are: what is the owner's in them is turned round now.

    Inside the scope and a transaction of the caller.
    """
    concerned: set[uuid.UUID] = set()
    for value in sorted(own_values(viewer) & chats.named.keys()):
        if stands_here(viewer, value):
            change, touched = take_as_own(viewer, intake, value)
            concerned |= touched
            intake.options.setdefault(CHANGES, []).append(change.pk.hex)
    judge_again(viewer, set(Person.objects.filter(pk__in=concerned).values_list("pk", flat=True)))


def give_back(viewer: Viewer, intake: Intake) -> set[uuid.UUID]:
    """Before the letters of an intake go: turn back what it took for the owner's, unless they have answered since."""
    people: set[uuid.UUID] = set()
    changes = Change.objects.filter(pk__in=changes_of(intake), verb=FOUND_OWN, undone_at=None)
    for change in changes.order_by("-pk"):
        if not _is_guessed(change):
            continue
        try:
            people |= take_back(rows_to_take_back(change), gently=True)
        except CannotUndo:
            continue
        change.undone_at = clock.now()
        change.save(update_fields=["undone_at"])
    return people


def forget_inferred(viewer: Viewer, addresses: Iterable[str]) -> None:
    """Addresses that only an undone intake told to be the owner's; what they confirmed or refused stays."""
    guessed = OwnAddress.objects.filter(member_id=viewer.member, confirmed_at=None, refused_at=None)
    for own in guessed.filter(value__in=list(addresses)):
        if not Interaction.objects.filter(own_address=own).exists():
            own.delete()


def _is_guessed(change: Change) -> bool:
    keys = [uuid.UUID(row["id"]) for row in change.rows if row["model"] == OWN]
    return OwnAddress.objects.filter(pk__in=keys, confirmed_at=None, refused_at=None).exists()


def _drop(recorder: Recorder, person: Person, handle: Handle) -> None:
    recorder.remove(handle)
    alone = not Handle.objects.filter(person=person).exists() and not Participant.objects.filter(person=person).exists()
    if alone and person.touched_at is None and person.chosen_at is None:
        recorder.remove(person)
