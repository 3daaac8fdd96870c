"""Finds people by any part of a name or address, and anything said or noted, newest first."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.db.models.functions import Substr

from amity.judgement.listing import is_quiet, last_words
from amity.judgement.telling import Told, known_from, who_did
from amity.judgement.ties import JudgedTie, state_on
from amity.judgement.vocabulary import Channel, Direction, PartyRole
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.cursors import from_cursor, to_cursor
from amity.queries.judged import LISTED, listed_tie
from amity.queries.snippets import LOOKED_THROUGH, Pieces, snippet
from amity.records import fulltext
from amity.records.interactions import UNDATED
from amity.records.models import Fact, Interaction, Participant, Person, Tie
from amity.records.scope import reads

PEOPLE_FOUND = 8
SAID_FOUND = 20
HIDDEN = 10  # hits more than shown are looked at: some are in the bin, or private to somebody else
MOST_TAKEN_PART = 400
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
    ids = fulltext.named(viewer.network, text, most * 4)
    rows = Person.objects.filter(pk__in=ids, trashed_at=None, merged_into=None)
    ties = Tie.objects.filter(member_id=viewer.member, person_id__in=ids)
    judged = {key: listed_tie(listed) for key, *listed in ties.values_list("person_id", *LISTED)}
    columns = rows.values_list("pk", "name", "latin", "language", "work", "place", "kept_at")
    nobody = JudgedTie()
    nearest = sorted(columns, key=lambda row: (row[6] is None, -judged.get(row[0], nobody).strength, row[1]))
    return tuple(_person(row, judged.get(row[0], nobody), on) for row in nearest[:most])


def _person(row: Sequence[Any], judged: JudgedTie, on: date) -> FoundPerson:
    key, name, latin, language, work, place, kept_at = row
    return FoundPerson(
        id=key,
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
    if len(shown) > most:
        return tuple(one for _, one in shown[:most]), shown[most - 1][0]
    whole = len(hits) <= most + HIDDEN
    return tuple(one for _, one in shown), None if whole else hits[-1][0]


def _seen_by(viewer: Viewer) -> Q:
    return Q(private_to=None) | Q(private_to=viewer.member)


def _interactions(asked: _Asked, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Said]:
    parts = _took_part(ids)
    rows = Interaction.objects.filter(_seen_by(asked.viewer), pk__in=ids, trashed_at=None)
    columns = rows.values_list(
        "pk", "happened_at", "channel", "direction", "subject", "private_to", Substr("text", 1, LOOKED_THROUGH)
    )
    return {row[0]: _said_in(asked, row, parts[row[0]]) for row in columns if row[0] in parts}


def _took_part(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, tuple[uuid.UUID, str, str, str]]:
    """One person for each: who wrote it, else the first of those who took part."""
    rows = Participant.objects.filter(interaction_id__in=ids, person__trashed_at=None, person__merged_into=None)
    columns = ("interaction_id", "person_id", "person__name", "person__language", "role")
    parts: dict[uuid.UUID, tuple[uuid.UUID, str, str, str]] = {}
    for interaction, *person in rows.order_by("pk").values_list(*columns)[:MOST_TAKEN_PART]:
        if interaction not in parts or person[3] == PartyRole.FROM:
            parts[interaction] = (person[0], person[1], person[2], person[3])
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


def _facts(asked: _Asked, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Said]:
    rows = Fact.objects.filter(
        _seen_by(asked.viewer), pk__in=ids, trashed_at=None, person__trashed_at=None, person__merged_into=None
    )
    columns = ("pk", "person_id", "person__name", "person__language", "noted_on", "source", "label", "text")
    return {row[0]: _said_of(row, asked.words) for row in rows.values_list(*columns)}


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
