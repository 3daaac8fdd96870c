"""Circles: the list to choose from, with how many belong to each, and the marks beside names."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from amity.judgement.wording import usually
from amity.lib.viewer import Viewer
from amity.records.bulk import as_uuid, marks, select, stored_key
from amity.records.models import Circle, InCircle
from amity.records.scope import current_network, reads

Marks = dict[uuid.UUID, tuple["CircleMark", ...]]


@dataclass(frozen=True, slots=True)
class CircleMark:
    """A circle as it stands beside a name: `mark` is the drawing's name."""

    id: uuid.UUID
    name: str
    mark: str


@dataclass(frozen=True, slots=True)
class CircleRow:
    """A circle in the list of all; `usually` is the rhythm set for it, "" without one."""

    id: uuid.UUID
    name: str
    mark: str
    rhythm_days: int | None
    usually: str
    people: int


@reads
def circles_page(viewer: Viewer) -> tuple[CircleRow, ...]:
    """All circles in the owner's order."""
    listed = InCircle.objects.filter(
        person__kept_at__isnull=False, person__trashed_at=None, person__merged_into=None
    ).order_by()
    people = dict(listed.values_list("circle_id").annotate(number=Count("pk")))
    return tuple(
        CircleRow(key, name, mark, days, usually(days) if days else "", people.get(key, 0))
        for key, name, mark, days in _in_order().values_list("pk", "name", "mark", "rhythm_days")
    )


@reads
def circle_marks(viewer: Viewer) -> tuple[CircleMark, ...]:
    """All circles in the owner's order, to choose from; nothing is counted."""
    return all_marks()


def all_marks() -> tuple[CircleMark, ...]:
    """The same inside a query's scope."""
    rows = select(
        "SELECT id, name, mark FROM records_circle WHERE network_id = %s ORDER BY position, name, id",
        [stored_key(current_network())],
    )
    return tuple(CircleMark(as_uuid(key), name, mark) for key, name, mark in rows)


def marks_of(person_ids: Sequence[uuid.UUID], circles: Sequence[CircleMark]) -> Marks:
    """The circles of each of these people, in the order of `circles`; inside a query's scope."""
    if not person_ids:
        return {}
    held: defaultdict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    rows = select(
        "SELECT person_id, circle_id FROM records_incircle"
        f" WHERE network_id = %s AND person_id IN ({marks(len(person_ids))})",
        [stored_key(current_network()), *map(stored_key, person_ids)],
    )
    for person, circle in rows:
        held[as_uuid(person)].add(as_uuid(circle))
    return {person: tuple(mark for mark in circles if mark.id in ids) for person, ids in held.items()}


def marks_with(viewer: Viewer, person_id: uuid.UUID) -> tuple[CircleMark, ...]:
    """The circles of one person; inside a query's scope."""
    rows = select(
        "SELECT c.id, c.name, c.mark FROM records_incircle m"
        " JOIN records_circle c ON c.network_id = m.network_id AND c.id = m.circle_id"
        " WHERE m.network_id = %s AND m.person_id = %s ORDER BY c.position, c.name, c.id",
        [stored_key(viewer.network), stored_key(person_id)],
    )
    return tuple(CircleMark(as_uuid(key), name, mark) for key, name, mark in rows)


def _in_order() -> QuerySet[Circle]:
    return Circle.objects.order_by("position", "name", "pk")
