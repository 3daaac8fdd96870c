"""Promises as lines of a list: everything a line shows, read in the same few statements for ten and for fifty."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from amity.formats.names import first_name
from amity.judgement import ledger
from amity.judgement.due import Due
from amity.judgement.fitting import WORDS, Draft, Fitting, draft, fitting
from amity.judgement.ledger import Standing
from amity.judgement.vocabulary import HandleKind, PromiseState
from amity.lib import clock
from amity.lib.text import legible
from amity.lib.viewer import Viewer
from amity.queries.handles import ChannelLink, channel_links, with_letter
from amity.queries.plain import day, moment_of, stored_day
from amity.queries.reach import addresses_of
from amity.records.bulk import Row, as_uuid, marks, select, stored_key
from amity.records.models import Promise

SENTENCE = 320  # characters of the sentence it was said in

Parts = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """A later message that looks like the promise kept. Yes: keep_promise on `on`. No: not_kept_by_that."""

    interaction_id: uuid.UUID
    on: date
    words: str
    sentence: str  # "You wrote on 14 June: “Here is the number.” Did that keep it?"


@dataclass(frozen=True, slots=True)
class FittingAct:
    """What keeping it asks for. `href` opens a letter with `subject` and `body`, or dials; "" without an address."""

    kind: Fitting
    words: str  # "Write the introduction"
    label: str  # the address, as people write it
    href: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One promise.

    mine       the owner promised `name`; else `name` promised the owner
    for_words  "23 Nov", "In June", "In spring", "No date"
    where      "Your mail, 20 June"
    now        "Friday", "Promised for “soon”", "Kept late, 6 October", "Let go, and you told him"; "" for theirs
    sentence   parts of what was said, each with whether it is the telling phrase; () where it was typed
    interaction_id  the letter it stands in; None without one that can be shown
    """

    id: uuid.UUID
    person_id: uuid.UUID
    name: str
    called: str
    language: str
    pronouns: str
    mine: bool
    what: str
    state: PromiseState
    is_late: bool
    for_words: str
    where: str
    now: str
    said_on: date | None
    due_on: date | None
    due_words: str
    settled_on: date | None
    they_know: bool
    private: bool
    source: str
    sentence: Parts
    interaction_id: uuid.UUID | None
    was_found: bool
    asks_kept: KeptQuestion | None
    act: FittingAct | None


def seen(viewer: Viewer) -> QuerySet[Promise]:
    """The member's own promises with people who are here, in every state; inside a query's scope."""
    return Promise.objects.filter(
        Q(private_to=None) | Q(private_to=viewer.member),
        member_id=viewer.member,
        person__trashed_at=None,
        person__merged_into=None,
    )


def as_they_wait(promises: QuerySet[Promise]) -> QuerySet[Promise]:
    """With `waits`: what ledger.waits_since says, for the database to sort by; the longest waiting first."""
    waits = Coalesce("due_on", "said_on", Value(date.min, output_field=DateField()))
    return promises.annotate(waits=waits).order_by("waits", "pk")


def promise_rows(viewer: Viewer, promises: QuerySet[Promise], on: date) -> list[PromiseRow]:
    """The lines of these, in their order."""
    return _rows(viewer, list(promises.values(*_COLUMNS)), on)


def rows_of(viewer: Viewer, keys: Sequence[uuid.UUID], on: date) -> list[PromiseRow]:
    """The lines of promises that were just read, the longest waiting first, in a plain statement: for Today."""
    if not keys:
        return []
    rows = select(_ROWS_OF.format(marks(len(keys))), [*map(stored_key, (viewer.network, *keys)), stored_day(date.min)])
    return _rows(viewer, [_as_mapped(row) for row in rows], on)


def _rows(viewer: Viewer, found: Sequence[Any], on: date) -> list[PromiseRow]:
    open_ones = [row for row in found if row["mine"] and row["state"] == PromiseState.OPEN]
    people = list(dict.fromkeys(row["person_id"] for row in open_ones))
    addresses = addresses_of(viewer, people) if people else {}
    links = {person: channel_links(theirs, "") for person, theirs in addresses.items()}
    return [_row(viewer, row, links, on) for row in found]


_COLUMNS = (
    "pk", "person_id", "person__name", "person__called", "person__language", "person__pronouns", "mine", "what",
    "state", "said_on", "due_on", "due_words", "settled_on", "they_know", "private_to", "source", "sentence",
    "mark_start", "mark_end", "interaction_id", "interaction__trashed_at", "key", "kept_by_id", "kept_words",
    "kept_by__happened_at", "kept_by__trashed_at",
)  # fmt: skip


_ALIASES = {"person": "p", "interaction": "i", "kept_by": "k"}
_KEYS, _DAYS = ("pk", "person_id", "interaction_id", "kept_by_id"), ("said_on", "due_on", "settled_on")


def _column(name: str) -> str:
    table, _, column = name.rpartition("__")
    return f"{_ALIASES.get(table, 'm')}.{'id' if column == 'pk' else column}"


_ROWS_OF = f"""
SELECT {", ".join(map(_column, _COLUMNS))} FROM records_promise m
JOIN records_person p ON p.network_id = m.network_id AND p.id = m.person_id
LEFT JOIN records_interaction i ON i.network_id = m.network_id AND i.id = m.interaction_id
LEFT JOIN records_interaction k ON k.network_id = m.network_id AND k.id = m.kept_by_id
WHERE m.network_id = %s AND m.id IN ({{}}) ORDER BY COALESCE(m.due_on, m.said_on, %s), m.id
"""


def _as_mapped(row: Row) -> dict[str, Any]:
    """A plain row as the object mapper would give it."""
    told = dict(zip(_COLUMNS, row, strict=True))
    told |= {name: as_uuid(told[name]) for name in _KEYS if told[name] is not None}
    told |= {name: day(told[name]) for name in _DAYS}
    if told["kept_by__happened_at"] is not None:
        told["kept_by__happened_at"] = moment_of(told["kept_by__happened_at"])
    return told


def _row(viewer: Viewer, row: Any, links: dict[uuid.UUID, tuple[ChannelLink, ...]], on: date) -> PromiseRow:
    due = Due(row["due_on"], row["due_words"])
    state = PromiseState(row["state"])
    standing = Standing(
        state=state,
        mine=row["mine"],
        said_on=row["said_on"],
        due=due,
        settled_on=row["settled_on"],
        they_know=row["they_know"],
        pronouns=row["person__pronouns"],
    )
    shown_letter = row["interaction_id"] if row["interaction__trashed_at"] is None else None
    called = row["person__called"] or first_name(row["person__name"])
    is_to_keep = row["mine"] and state is PromiseState.OPEN
    return PromiseRow(
        id=row["pk"],
        person_id=row["person_id"],
        name=row["person__name"],
        called=called,
        language=row["person__language"],
        pronouns=row["person__pronouns"],
        mine=row["mine"],
        what=legible(row["what"]),
        state=state,
        is_late=ledger.is_late(standing),
        for_words=ledger.for_words(standing, on),
        where=ledger.where_words(row["source"], row["said_on"], on),
        now=ledger.now_words(standing, on),
        said_on=row["said_on"],
        due_on=row["due_on"],
        due_words=row["due_words"],
        settled_on=row["settled_on"],
        they_know=row["they_know"],
        private=row["private_to"] is not None,
        source=row["source"],
        sentence=ledger.marked_parts(row["sentence"], row["mark_start"], row["mark_end"], SENTENCE),
        interaction_id=shown_letter,
        was_found=row["key"] is not None,
        asks_kept=_question(viewer, row, on) if state is PromiseState.OPEN else None,
        act=_act(row, called, links.get(row["person_id"], ()), on) if is_to_keep else None,
    )


def _question(viewer: Viewer, row: Any, on: date) -> KeptQuestion | None:
    if row["kept_by_id"] is None or row["kept_by__trashed_at"] is not None:
        return None
    day = clock.local_day(row["kept_by__happened_at"], viewer.time_zone)
    words = row["kept_words"]
    sentence = ledger.kept_question(words, day, on, mine=row["mine"])
    return KeptQuestion(row["kept_by_id"], day, words, sentence)


def _act(row: Any, called: str, links: Iterable[ChannelLink], on: date) -> FittingAct | None:
    kind = fitting(row["what"], called)
    if kind is None:
        return None
    wanted = HandleKind.PHONE if kind is Fitting.CALL else HandleKind.MAIL
    link = next((one for one in links if one.kind is wanted), None)
    letter = draft(row["what"], called, row["said_on"], row["due_on"], on)
    if kind is Fitting.CALL:
        letter = Draft("", "")
    label, href = (link.label, with_letter(link.href, letter.subject, letter.body)) if link else ("", "")
    return FittingAct(kind, WORDS[kind], label, href, letter.subject, letter.body)
