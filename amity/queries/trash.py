"""The bin: what was thrown away, and until when it stays."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import Any

from django.db.models import Q
from django.db.models.functions import Substr

from amity.judgement.keeping import kept_until
from amity.judgement.telling import Told, who_did
from amity.judgement.vocabulary import Channel, Direction
from amity.judgement.wording import span
from amity.lib import clock
from amity.lib.text import shorten
from amity.lib.viewer import Viewer
from amity.records.models import Fact, Interaction, Participant, Person
from amity.records.scope import reads

MOST = 200
TITLE = 120  # characters


class Thrown(StrEnum):
    """What a thing in the bin is."""

    PERSON = "person"
    INTERACTION = "interaction"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class TrashRow:
    """One thing in the bin; `person_id` is whom it belongs to, `stays_until` the last day it can come back."""

    kind: Thrown
    id: uuid.UUID
    person_id: uuid.UUID | None
    title: str
    note: str
    thrown_on: date
    stays_until: date
    left: str  # "12 days"


@dataclass(frozen=True, slots=True)
class TrashPage:
    """The newest first; `more` says that older things are not shown."""

    rows: tuple[TrashRow, ...]
    more: bool
    lede: str


@dataclass(frozen=True, slots=True)
class _Thing:
    thrown_at: datetime
    kind: Thrown
    id: uuid.UUID
    person_id: uuid.UUID | None
    title: str
    note: str


@reads
def trash_page(viewer: Viewer, on: date) -> TrashPage:
    """What is in the bin."""
    things = [*_people(), *_interactions(viewer), *_facts(viewer)]
    things.sort(key=lambda thing: thing.thrown_at, reverse=True)
    return TrashPage(
        rows=tuple(_row(viewer, thing, on) for thing in islice(things, MOST)),
        more=len(things) > MOST,
        lede="What you threw away stays here for thirty days, with all that belongs to it.",
    )


def _people() -> Iterator[_Thing]:
    rows = Person.objects.filter(trashed_at__isnull=False, merged_into=None).order_by("-trashed_at")
    for key, name, work, place, at in rows.values_list("pk", "name", "work", "place", "trashed_at")[: MOST + 1]:
        if at is not None:
            yield _Thing(at, Thrown.PERSON, key, key, name, work or place)


def _interactions(viewer: Viewer) -> Iterator[_Thing]:
    rows = Interaction.objects.filter(_seen_by(viewer), trashed_at__isnull=False).order_by("-trashed_at")
    columns = ("pk", "trashed_at", "channel", "direction", "subject", Substr("text", 1, TITLE * 2), "happened_at")
    found: Sequence[Any] = list(rows.values_list(*columns)[: MOST + 1])
    with_whom = _with([row[0] for row in found])
    for key, at, channel, direction, subject, text, happened_at in found:
        person, name = with_whom.get(key, (None, ""))
        said = who_did(Told(Channel(channel), Direction(direction)))
        day = clock.local_day(happened_at, viewer.time_zone)
        note = f"{name}, {day:%-d %B %Y}. {said}" if name else f"{day:%-d %B %Y}. {said}"
        yield _Thing(at, Thrown.INTERACTION, key, person, shorten(subject or text, TITLE) or said, note)


def _facts(viewer: Viewer) -> Iterator[_Thing]:
    rows = Fact.objects.filter(_seen_by(viewer), trashed_at__isnull=False, person__trashed_at=None)
    columns = ("pk", "trashed_at", "person_id", "person__name", "text")
    for key, at, person, name, text in rows.order_by("-trashed_at").values_list(*columns)[: MOST + 1]:
        yield _Thing(at, Thrown.FACT, key, person, shorten(text, TITLE), name)


def _seen_by(viewer: Viewer) -> Q:
    return Q(private_to=None) | Q(private_to=viewer.member)


def _with(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, tuple[uuid.UUID, str]]:
    rows = Participant.objects.filter(interaction_id__in=ids).order_by("-pk")
    columns = rows.values_list("interaction_id", "person_id", "person__name")
    return {interaction: (person, name) for interaction, person, name in columns}


def _row(viewer: Viewer, thing: _Thing, on: date) -> TrashRow:
    day = clock.local_day(thing.thrown_at, viewer.time_zone)
    until = kept_until(day)
    return TrashRow(
        kind=thing.kind,
        id=thing.id,
        person_id=thing.person_id,
        title=thing.title,
        note=thing.note,
        thrown_on=day,
        stays_until=until,
        left=span((until - on).days) if until > on else "until tonight",
    )
