"""What counts between a member and people, read as plain rows along the timeline index: the input of judging."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from amity.judgement.contacts import Contact
from amity.judgement.vocabulary import Channel, Direction
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records.bulk import as_uuid, in_slices, marks, select, stored_key

SLICE = 500  # people in one statement
ALWAYS_UTC = frozenset(("UTC", "Etc/UTC"))
CHANNELS = {channel.value: channel for channel in Channel}
DIRECTIONS = {direction.value: direction for direction in Direction}

# A copy of somebody else's letter, or of one to somebody else, is no contact between the two of you.
_COUNTING = """
    FROM records_participant p
    JOIN records_interaction i ON i.id = p.interaction_id AND i.network_id = p.network_id
    WHERE p.network_id = %s AND p.person_id IN ({}) AND i.member_id = %s AND i.counts AND i.trashed_at IS NULL
      AND (i.direction <> 'in' OR p.role = 'from')
"""


@dataclass(slots=True)
class Read:
    """One person's contacts, single letters counted both ways, and channel, direction and key of the newest contact."""

    contacts: list[Contact]
    written: int = 0
    heard: int = 0
    last: tuple[str, str, Any] = ("", "", None)


def contacts_of(viewer: Viewer, person_ids: Sequence[uuid.UUID], on: date) -> Iterator[tuple[uuid.UUID, Read]]:
    """Everything that counts of each person; who has nothing is not among them."""
    columns = "p.person_id, p.happened_at, i.channel, i.direction, i.others, i.id"
    for rows in _rows(viewer, person_ids, columns, " ORDER BY p.person_id, p.happened_at DESC"):
        for key, group in groupby(rows, key=itemgetter(0)):
            yield as_uuid(key), _read(viewer, group, on)


def days_of(viewer: Viewer, person_ids: Sequence[uuid.UUID], on: date) -> Iterator[list[date]]:
    """Only the days of each person, each once, oldest first, none later than `on`."""
    for rows in _rows(viewer, person_ids, "p.person_id, p.happened_at", " ORDER BY p.person_id"):
        for _, group in groupby(rows, key=itemgetter(0)):
            days = {day_of(at, viewer.time_zone) for _, at in group}
            yield sorted(day for day in days if day <= on)


def day_of(stored: Any, zone: ZoneInfo) -> date:
    """The day in `zone` of a moment as the database gives it: SQLite as "2026-11-25 10:20:30", in UTC."""
    if not isinstance(stored, str):
        return clock.local_day(stored, zone)
    return date.fromisoformat(stored[:10]) if zone.key in ALWAYS_UTC else _day_elsewhere(stored[:16], zone.key)


@lru_cache(maxsize=65_536)
def _day_elsewhere(minute: str, zone: str) -> date:
    return clock.local_day(datetime.fromisoformat(f"{minute}+00:00"), ZoneInfo(zone))


def _rows(viewer: Viewer, person_ids: Sequence[uuid.UUID], columns: str, order: str) -> Iterator[list[tuple[Any, ...]]]:
    for some in in_slices(person_ids, SLICE):
        statement = f"SELECT {columns} {_COUNTING.format(marks(len(some)))}{order}"
        yield select(statement, [stored_key(viewer.network), *map(stored_key, some), stored_key(viewer.member)])


def _read(viewer: Viewer, rows: Iterator[tuple[Any, ...]], on: date) -> Read:
    read = Read([])
    for _, at, channel, direction, others, key in rows:
        day = day_of(at, viewer.time_zone)
        read.contacts.append(Contact(day, CHANNELS[channel], DIRECTIONS[direction], others))
        if direction == "out":
            read.written += 1
        elif direction == "in":
            read.heard += 1
        if read.last[2] is None and day <= on:
            read.last = (channel, direction, key)
    return read
