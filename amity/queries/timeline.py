"""What happened between the two of you, newest first, by month, with the silences between.

One walk along one index, thirty entries at a time: a tie of thirty years opens as fast as a new one.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from typing import Any

from django.db.models import Q

from amity.judgement.contacts import MOST_OTHERS, SPOKEN, WRITTEN
from amity.judgement.telling import Told, is_news, silence_between, who_did
from amity.judgement.vocabulary import Channel, Direction, PartyRole
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.queries.cursors import from_cursor, to_cursor
from amity.queries.plain import moment_of
from amity.queries.timeline_marks import Pieces, marked, told_in
from amity.records.bulk import as_uuid, marks, moment, select, stored_key
from amity.records.interactions import UNDATED
from amity.records.models import Interaction, Participant, Person
from amity.records.scope import reads

Place = tuple[datetime, uuid.UUID]  # where a page ended

PAGE = 30
SHOWN = 480  # characters of an entry; the rest is behind "more"
UNKNOWN_DATE = "Date unknown"


class Kind(StrEnum):
    """Which entries a timeline shows."""

    ALL = ""
    MET = "met"
    WRITTEN = "written"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    at        in the viewer's time zone; None when nothing in it said when
    text      a few lines of it; `subject` is what stands above it, "" without one
    marked    the same text in pieces that say what of it is a promise, a need or an offer; () where nothing is
    found     "One promise found in it.", "" for nothing
    is_quote  the text is somebody's own words, to be set in quotation marks
    is_cut    there is more of it than `text` shows
    who       "They wrote.", "You wrote.", "Your note.", "You met, with Beata."
    others    the people who took part beside this person
    is_news   it says how they are
    """

    id: uuid.UUID
    at: datetime | None
    channel: Channel
    direction: Direction
    subject: str
    text: str
    is_quote: bool
    is_cut: bool
    who: str
    others: tuple[tuple[uuid.UUID, str], ...]
    minutes: int | None
    private: bool
    counts: bool
    is_news: bool
    marked: Pieces = ()
    found: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """Entries of one month. `silence` stands above it: "Five quiet months" between it and what came later."""

    label: str
    silence: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """One page of it; `next` is the cursor for the page before, "" at the beginning."""

    kind: Kind
    months: tuple[Month, ...]
    next: str


@reads
def timeline(viewer: Viewer, person_id: uuid.UUID, on: date, *, before: str = "", kind: Kind = Kind.ALL) -> Timeline:
    """A page of the timeline. Raises NotHere for somebody unknown, NotAccepted for a cursor that no page gave."""
    if not Person.objects.filter(pk=person_id).exists():
        raise NotHere("This person is not here.")
    return timeline_of(viewer, person_id, on, before=before, kind=kind)


@reads
def entry(viewer: Viewer, interaction_id: uuid.UUID) -> Entry:
    """One entry whole, as it is corrected. Raises NotHere."""
    seen = Q(private_to=None) | Q(private_to=viewer.member)
    row = Interaction.objects.filter(seen, pk=interaction_id).values_list(*_COLUMNS, "text").first()
    if row is None:
        raise NotHere("This is not here any more.")
    with_whom = _others([interaction_id]).get(interaction_id, ())
    told = _entry(viewer, (*row, PartyRole.FROM.value), with_whom)
    return replace(told, text=row[-1], is_cut=False)


def timeline_of(viewer: Viewer, person_id: uuid.UUID, on: date, *, before: str = "", kind: Kind = Kind.ALL) -> Timeline:
    """The same inside a query's scope, for somebody who is known to be there."""
    ended = _ended(before)
    rows = _page(viewer, person_id, ended, kind)
    shown = rows[:PAGE]
    several = [row[0] for row in shown if 1 < row[_OTHERS] <= MOST_OTHERS]
    others = _others(several, beside=person_id) if several else {}
    entries = _with_what_was_found(viewer, [_entry(viewer, row, others.get(row[0], ())) for row in shown])
    later = clock.local_day(ended[0], viewer.time_zone) if ended else on
    months = _months(entries, later if kind is Kind.ALL else None)
    return Timeline(kind, tuple(months), _cursor(shown[-1]) if len(rows) > PAGE else "")


_COLUMNS = ("id", "happened_at", "channel", "direction", "subject", "minutes", "others", "counts", "private_to")
_OTHERS = _COLUMNS.index("others")
_SELECT = ", ".join(f"i.{name}" for name in _COLUMNS)
_OF_KIND = {
    Kind.ALL: (),
    Kind.MET: tuple(sorted({Channel.IN_PERSON, *SPOKEN})),
    Kind.WRITTEN: tuple(sorted(WRITTEN)),
    Kind.NOTES: (Channel.NOTE,),
}


def _page(viewer: Viewer, person_id: uuid.UUID, ended: Place | None, kind: Kind) -> list[Sequence[Any]]:
    """Rows of a page and one more, along the timeline index, in a plain statement."""
    values: list[Any] = [SHOWN + 1, stored_key(viewer.network), stored_key(person_id), stored_key(viewer.member)]
    behind = of_kind = ""
    if ended is not None:
        at, key = moment(ended[0]), stored_key(ended[1])
        behind = " AND p.happened_at <= %s AND (p.happened_at < %s OR p.interaction_id < %s)"
        values += [at, at, key]
    if channels := _OF_KIND[kind]:
        of_kind = f" AND i.channel IN ({marks(len(channels))})"
        values += [channel.value for channel in channels]
    rows = select(
        f"SELECT {_SELECT}, SUBSTR(i.text, 1, %s), p.role FROM records_participant p"
        " JOIN records_interaction i ON i.id = p.interaction_id AND i.network_id = p.network_id"
        " WHERE p.network_id = %s AND p.person_id = %s AND i.trashed_at IS NULL"
        f" AND (i.private_to IS NULL OR i.private_to = %s){behind}{of_kind}"
        " ORDER BY p.happened_at DESC, p.interaction_id DESC LIMIT %s",
        [*values, PAGE + 1],
    )
    return [(as_uuid(row[0]), moment_of(row[1]), *row[2:]) for row in rows]


def _entry(viewer: Viewer, row: Sequence[Any], others: Sequence[tuple[uuid.UUID, str]]) -> Entry:
    key, at, channel, direction, subject, minutes, crowd, counts, private_to, text, role = row
    kind, way = Channel(channel), Direction(direction)
    told = Told(
        channel=kind,
        direction=way,
        others=[name for _, name in others],
        crowd=crowd - 1 if crowd > MOST_OTHERS else 0,
        minutes=minutes,
        private=private_to is not None,
        by_them=role == PartyRole.FROM,
    )
    return Entry(
        id=key,
        at=None if at == UNDATED else at.astimezone(viewer.time_zone),
        channel=kind,
        direction=way,
        subject=subject,
        text=_cut(text),
        is_quote=kind in WRITTEN and bool(text),
        is_cut=len(text) > SHOWN,
        who=who_did(told),
        others=tuple(others),
        minutes=minutes,
        private=private_to is not None,
        counts=bool(counts),
        is_news=is_news(told),
    )


def _with_what_was_found(viewer: Viewer, entries: Sequence[Entry]) -> list[Entry]:
    told = told_in(viewer, [one.id for one in entries])
    return [
        replace(one, marked=marked(one.text, told[one.id].phrases), found=told[one.id].words) if one.id in told else one
        for one in entries
    ]


def _cut(text: str) -> str:
    """Line breaks kept, cut at the end of a word."""
    if len(text) <= SHOWN:
        return text.strip()
    head = text[:SHOWN]
    at = max(head.rfind(" "), head.rfind("\n"))
    return f"{head[: at if at > SHOWN // 2 else SHOWN].rstrip(' ,;:.')}…"


def _others(
    ids: Sequence[uuid.UUID], beside: uuid.UUID | None = None
) -> dict[uuid.UUID, tuple[tuple[uuid.UUID, str], ...]]:
    """Who else took part in each; nobody from the bin."""
    rows = Participant.objects.filter(interaction_id__in=ids, person__trashed_at=None, person__merged_into=None)
    found: defaultdict[uuid.UUID, list[tuple[uuid.UUID, str]]] = defaultdict(list)
    for interaction, person, name in rows.order_by("person__sort_name").values_list(
        "interaction_id", "person_id", "person__name"
    ):
        if person != beside:
            found[interaction].append((person, name))
    return {interaction: tuple(people) for interaction, people in found.items()}


def _months(entries: Sequence[Entry], later: date | None) -> Iterator[Month]:
    """Entries by month; a silence is told only where nothing was left out between."""
    for label, group in groupby(entries, key=_label):
        held = tuple(group)
        newest, oldest = held[0].at, held[-1].at
        silence = silence_between(newest.date(), later) if newest and later else ""
        yield Month(label, silence, held)
        later = oldest.date() if oldest and later else later


def _label(told: Entry) -> str:
    return f"{told.at:%B %Y}" if told.at else UNKNOWN_DATE


def _cursor(row: Sequence[Any]) -> str:
    return to_cursor([row[1].isoformat(), row[0].hex])


def _ended(before: str) -> Place | None:
    parts = from_cursor(before, str, str)
    if parts is None:
        return None
    try:
        at, key = datetime.fromisoformat(str(parts[0])), uuid.UUID(str(parts[1]))
    except ValueError:
        at, key = None, None
    if at is None or key is None or at.tzinfo is None:
        raise NotAccepted("This page is not here any more. Begin again at the newest.", "before")
    return at, key
