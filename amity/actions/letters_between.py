"""What happened between the owner and one person alone, in the order of time, as it is looked through for promises."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from amity.judgement.findings import Happened
from amity.judgement.vocabulary import Channel, Direction
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.plain import moment_of
from amity.records.bulk import as_uuid, in_slices, marks, moment, select, stored_key
from amity.records.interactions import UNDATED
from amity.records.models import Person

PAGE = 1_000  # letters in one statement
DATED = UNDATED + timedelta(seconds=1)  # a promise of nobody knows when is not asked about

_LETTERS = """
    SELECT i.id, i.key, i.happened_at, i.channel, i.direction, i.subject, i.text, i.intake_id, i.private_to, p.id
    FROM records_participant p
    JOIN records_interaction i ON i.id = p.interaction_id AND i.network_id = p.network_id
    WHERE p.network_id = %s AND p.person_id = %s AND p.happened_at >= %s AND (p.happened_at > %s OR p.id > %s)
      AND i.member_id = %s AND i.others = 1 AND i.kind = 'personal' AND i.trashed_at IS NULL AND i.text <> ''
    ORDER BY p.happened_at, p.id LIMIT {}
"""
_FIRST = """
    SELECT p.person_id, MIN(p.happened_at)
    FROM records_participant p
    JOIN records_interaction i ON i.id = p.interaction_id AND i.network_id = p.network_id
    WHERE p.network_id = %s AND p.person_id IN ({}) AND i.intake_id = %s AND i.others = 1 AND i.kind = 'personal'
    GROUP BY p.person_id
"""


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of the owner's people, whose letters are looked through, and since when they are kept."""

    id: uuid.UUID
    pronouns: str
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """One thing that happened with them alone. `key` is the message's own; what was typed here by hand has none."""

    id: uuid.UUID
    key: bytes | None
    at: datetime
    intake: uuid.UUID | None
    private_to: uuid.UUID | None
    happened: Happened


def kept_among(viewer: Viewer, people: Sequence[uuid.UUID]) -> list[Somebody]:
    """Those of them who are the owner's people, in the order of their keys; inside the caller's scope."""
    found: list[Somebody] = []
    for some in in_slices(people, 500):
        rows = Person.objects.filter(pk__in=some, kept_at__isnull=False, trashed_at=None, merged_into=None, aside=False)
        columns = rows.values_list("pk", "pronouns", "kept_at")
        found += [Somebody(key, pronouns, kept_at) for key, pronouns, kept_at in columns if kept_at]
    return sorted(found, key=lambda one: one.id)


def first_of_intake(viewer: Viewer, intake: uuid.UUID, people: Sequence[uuid.UUID]) -> Mapping[uuid.UUID, datetime]:
    """When the first letter that an intake brought was written, for those of whom it brought any."""
    values = [stored_key(viewer.network), *map(stored_key, people), stored_key(intake)]
    return {as_uuid(key): moment_of(at) for key, at in select(_FIRST.format(marks(len(people))), values)}


def letters_between(viewer: Viewer, person: uuid.UUID, since: datetime = DATED) -> Iterator[Letter]:
    """Personal letters, messages and notes with this person alone that have words, from `since` on."""
    network, member, key = stored_key(viewer.network), stored_key(viewer.member), stored_key(person)
    after, last = moment(max(since, DATED)), stored_key(uuid.UUID(int=0))
    while True:
        rows = select(_LETTERS.format(PAGE), [network, key, after, after, last, member])
        yield from (_letter(viewer, row) for row in rows)
        if len(rows) < PAGE:
            return
        after, last = rows[-1][2], rows[-1][9]


def _letter(viewer: Viewer, row: Sequence[Any]) -> Letter:
    key, message, at, channel, direction, subject, text, intake, private_to, _ = row
    when = moment_of(at)
    happened = Happened(Channel(channel), Direction(direction), clock.local_day(when, viewer.time_zone), text, subject)
    return Letter(
        as_uuid(key),
        bytes(message) if message else None,
        when,
        as_uuid(intake) if intake else None,
        as_uuid(private_to) if private_to else None,
        happened,
    )
