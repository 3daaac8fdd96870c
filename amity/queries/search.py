"""Finds people by any part of a name or address, and anything said or noted, newest first."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Q

from amity.judgement.listing import is_quiet, last_words
from amity.judgement.telling import Told, known_from, who_did
from amity.judgement.ties import JudgedTie, state_on
from amity.judgement.vocabulary import Channel, Direction, PartyRole
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.cursors import from_cursor, to_cursor
from amity.queries.judged import LISTED, listed_tie
from amity.queries.plain import moment_of
from amity.queries.snippets import LOOKED_THROUGH, Pieces, snippet
from amity.records import fulltext
from amity.records.bulk import Row, as_uuid, marks, select, stored_key
from amity.records.interactions import UNDATED
from amity.records.models import Fact
from amity.records.scope import reads

PEOPLE_FOUND = 8
SAID_FOUND = 20
HIDDEN = 10  # hits more than shown are looked at: some are in the bin, or private to somebody else
MOST_TAKEN_PART = 400
LOOKED_AT = 3  # times as many people as are shown, so that the nearest of them come first
NOBODY = JudgedTie()
LONGEST = 1_000  # characters of a question


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody whose name, address, place, work or circle begins with the words.

    `line` is "Quiet for 5 months", else their work or place.
    """

    id: uuid.UUID
    name: str
    other_name: str
    language: str
    line: str
    is_quiet: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Something said or noted. `snippet` is text in pieces; True marks what was looked for."""

    id: uuid.UUID
    person_id: uuid.UUID
    name: str
    language: str
    on: date | None
    channel: Channel
    who: str
    snippet: Pieces


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `words` are those looked for, `next` the cursor of older texts, "" when there are none."""

    text: str
    words: tuple[str, ...]
    people: tuple[FoundPerson, ...]
    said: tuple[Said, ...]
    next: str


@dataclass(frozen=True, slots=True)
class _Asked:
    viewer: Viewer
    words: tuple[str, ...]


Lines = dict[uuid.UUID, Callable[[], Said]]  # written out only when shown: of a third nobody sees the snippet


@reads
def find(
    viewer: Viewer, text: str, on: date, *, people: int = PEOPLE_FOUND, said: int = SAID_FOUND, before: str = ""
) -> Found:
    """People and texts that hold every word of `text`; its last word may be only begun. Any text is safe."""
    text = text[:LONGEST]
    asked = _Asked(viewer, tuple(fulltext.words_of(text)))
    ended = from_cursor(before, int)
    if not asked.words:
        return Found(text, (), (), (), "")
    first = int(ended[0]) if ended else None
    found = find_people(viewer, text, on, people) if first is None else ()
    hits = fulltext.said(viewer.network, text, said + HIDDEN + 1, first)
    texts, last = _said(asked, hits, said)
    return Found(text, asked.words, found, texts, to_cursor([last]) if last is not None else "")


def find_people(viewer: Viewer, text: str, on: date, most: int) -> tuple[FoundPerson, ...]:
    """People by name, the owner's own and the nearest first; inside a query's scope."""
    ids = fulltext.named(viewer.network, text, most * LOOKED_AT)
    rows = _named(viewer, ids) if ids else []
    found = [(row[:_OWN], listed_tie(row[_OWN:]) if row[_STRENGTH] is not None else NOBODY) for row in rows]
    found.sort(key=lambda one: (one[0][_KEPT] is None, -one[1].strength, one[0][1]))
    return tuple(_person(row, judged, on) for row, judged in found[:most])


_OWN, _KEPT, _STRENGTH = 7, 6, 7 + LISTED.index("strength")


def _named(viewer: Viewer, ids: Sequence[uuid.UUID]) -> list[Row]:
    """People with what there is of a tie, in a plain statement."""
    return select(
        f"SELECT p.id, p.name, p.latin, p.language, p.work, p.place, p.kept_at, {', '.join(f't.{c}' for c in LISTED)}"
        " FROM records_person p LEFT JOIN records_tie t"
        " ON t.network_id = p.network_id AND t.member_id = %s AND t.person_id = p.id"
        f" WHERE p.network_id = %s AND p.id IN ({marks(len(ids))}) AND p.trashed_at IS NULL"
        " AND p.merged_into_id IS NULL",
        [stored_key(viewer.member), stored_key(viewer.network), *map(stored_key, ids)],
    )


def _person(row: Sequence[Any], judged: JudgedTie, on: date) -> FoundPerson:
    key, name, latin, language, work, place, kept_at = row
    return FoundPerson(
        id=as_uuid(key),
        name=name,
        other_name=latin,
        language=language,
        line=last_words(judged, on) or work or place,
        is_quiet=is_quiet(state_on(judged, on)),
        kept=kept_at is not None,
    )


def _said(asked: _Asked, hits: Sequence[fulltext.Hit], most: int) -> tuple[tuple[Said, ...], int | None]:
    """What may be seen of the hits, at most `most`, and the place to go on behind; None when that was all."""
    told = _interactions(asked, [key for _, kind, key in hits if kind == "interaction"])
    told |= _facts(asked, [key for _, kind, key in hits if kind == "fact"])
    shown = [(docid, told[key]) for docid, _, key in hits if key in told]
    lines = tuple(line() for _, line in shown[:most])
    if len(shown) > most:
        return lines, shown[most - 1][0]
    whole = len(hits) <= most + HIDDEN
    return lines, None if whole else hits[-1][0]


def _seen_by(viewer: Viewer) -> Q:
    return Q(private_to=None) | Q(private_to=viewer.member)


def _interactions(asked: _Asked, ids: Sequence[uuid.UUID]) -> Lines:
    """What was said and may be seen, in plain statements."""
    if not ids:
        return {}
    viewer, parts = asked.viewer, _took_part(asked.viewer, ids)
    rows = select(
        "SELECT id, happened_at, channel, direction, subject, private_to, SUBSTR(text, 1, %s) FROM records_interaction"
        f" WHERE network_id = %s AND id IN ({marks(len(ids))}) AND trashed_at IS NULL"
        " AND (private_to IS NULL OR private_to = %s)",
        [LOOKED_THROUGH, stored_key(viewer.network), *map(stored_key, ids), stored_key(viewer.member)],
    )
    keyed = [(as_uuid(row[0]), moment_of(row[1]), *row[2:]) for row in rows]
    return {row[0]: partial(_said_in, asked, row, parts[row[0]]) for row in keyed if row[0] in parts}


def _took_part(viewer: Viewer, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, tuple[uuid.UUID, str, str, str]]:
    """One person for each: who wrote it, else the first of those who took part."""
    rows = select(
        "SELECT t.interaction_id, t.person_id, p.name, p.language, t.role FROM records_participant t"
        " JOIN records_person p ON p.network_id = t.network_id AND p.id = t.person_id"
        f" WHERE t.network_id = %s AND t.interaction_id IN ({marks(len(ids))}) AND p.trashed_at IS NULL"
        " AND p.merged_into_id IS NULL ORDER BY t.id LIMIT %s",
        [stored_key(viewer.network), *map(stored_key, ids), MOST_TAKEN_PART],
    )
    parts: dict[uuid.UUID, tuple[uuid.UUID, str, str, str]] = {}
    for interaction, person, name, language, role in rows:
        key = as_uuid(interaction)
        if key not in parts or role == PartyRole.FROM:
            parts[key] = (as_uuid(person), name, language, role)
    return parts


def _said_in(asked: _Asked, row: Sequence[Any], part: tuple[uuid.UUID, str, str, str]) -> Said:
    key, at, channel, direction, subject, private_to, text = row
    kind = Channel(channel)
    told = Told(kind, Direction(direction), private=private_to is not None, by_them=part[3] == PartyRole.FROM)
    return Said(
        id=key,
        person_id=part[0],
        name=part[1],
        language=part[2],
        on=None if at == UNDATED else clock.local_day(at, asked.viewer.time_zone),
        channel=kind,
        who=who_did(told),
        snippet=snippet(f"{subject}. {text}" if subject and text else subject or text, asked.words),
    )


def _facts(asked: _Asked, ids: Sequence[uuid.UUID]) -> Lines:
    if not ids:
        return {}
    rows = Fact.objects.filter(
        _seen_by(asked.viewer), pk__in=ids, trashed_at=None, person__trashed_at=None, person__merged_into=None
    )
    columns = ("pk", "person_id", "person__name", "person__language", "noted_on", "source", "label", "text")
    return {row[0]: partial(_said_of, row, asked.words) for row in rows.values_list(*columns)}


def _said_of(row: Sequence[Any], words: Sequence[str]) -> Said:
    key, person, name, language, noted_on, source, label, text = row
    return Said(
        id=key,
        person_id=person,
        name=name,
        language=language,
        on=noted_on,
        channel=Channel.NOTE,
        who=known_from(source),
        snippet=snippet(f"{label}: {text}" if label else text, words),
    )
