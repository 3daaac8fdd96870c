"""Rows by key for actions: in scope, alive and the viewer's to see, or NotHere."""

import uuid
from collections.abc import Iterable, Sequence

from django.db.models import Q

from amity.actions.changes import slices
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.records.models import Circle, Fact, Handle, Interaction, Person, Tie


def person(person_id: uuid.UUID) -> Person:
    """Somebody who is neither in the bin nor merged into another."""
    return people([person_id])[0]


def people(person_ids: Iterable[uuid.UUID]) -> list[Person]:
    """All of these people, each once, in the order given; one that is not here means none is changed."""
    ids = list(dict.fromkeys(person_ids))
    if not ids:
        raise NotAccepted("Choose at least one person.", "people")
    found: dict[uuid.UUID, Person] = {}
    for some in slices(ids):
        found |= {row.pk: row for row in Person.objects.filter(pk__in=some, trashed_at=None, merged_into=None)}
    if len(found) < len(ids):
        raise NotHere("This person is not here. They may be in the bin, or be one with somebody else.")
    return [found[key] for key in ids]


def both_locked(one_id: uuid.UUID, other_id: uuid.UUID) -> tuple[Person, Person]:
    """Two people whose rows nobody else changes until the transaction ends; locked in one order, so no two wait."""
    if one_id == other_id:
        raise NotAccepted("Both lead to the same person.", "other")
    locked = Person.objects.select_for_update(of=("self",)).order_by("pk")
    found = {row.pk: row for row in locked.filter(pk__in=[one_id, other_id], trashed_at=None, merged_into=None)}
    if len(found) < 2:
        raise NotHere("One of the two is not here. They may be in the bin, or be one already.")
    return found[one_id], found[other_id]


def handle(handle_id: uuid.UUID) -> Handle:
    """An address of somebody who is here."""
    row = Handle.objects.filter(pk=handle_id, person__trashed_at=None, person__merged_into=None).first()
    if row is None:
        raise NotHere("This address is not here any more.")
    return row


def circle(circle_id: uuid.UUID) -> Circle:
    """A circle."""
    row = Circle.objects.filter(pk=circle_id).first()
    if row is None:
        raise NotHere("This circle is not here any more.")
    return row


def fact(viewer: Viewer, fact_id: uuid.UUID) -> Fact:
    """A fact that the viewer may see, the bin included."""
    row = Fact.objects.filter(_seen_by(viewer), pk=fact_id).first()
    if row is None:
        raise NotHere("This is not here any more.")
    return row


def interaction(viewer: Viewer, interaction_id: uuid.UUID) -> Interaction:
    """An interaction that the viewer may see, the bin included."""
    row = Interaction.objects.filter(_seen_by(viewer), pk=interaction_id).first()
    if row is None:
        raise NotHere("This is not here any more.")
    return row


def tie(viewer: Viewer, person_id: uuid.UUID) -> Tie:
    """The viewer's tie with somebody."""
    return ties(viewer, [person_id])[0]


def ties(viewer: Viewer, person_ids: Sequence[uuid.UUID]) -> list[Tie]:
    """The viewer's ties with these people. Not recorded when they have to be made: judging makes them just so."""
    found: list[Tie] = []
    for some in slices(person_ids):
        theirs = Tie.objects.filter(member_id=viewer.member, person_id__in=some)
        missing = set(some) - set(theirs.values_list("person_id", flat=True))
        Tie.objects.bulk_create(
            [Tie(member_id=viewer.member, person_id=person_id) for person_id in missing], ignore_conflicts=True
        )
        found += theirs.all()
    return found


def _seen_by(viewer: Viewer) -> Q:
    return Q(private_to=None) | Q(private_to=viewer.member)
