"""What is known of one person: facts with their source, addresses, and the people around them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amity.judgement.telling import fact_label, noted_words
from amity.judgement.vocabulary import HandleKind
from amity.lib.viewer import Viewer
from amity.queries.handles import Address, ChannelLink, channel_links, link_to, shown
from amity.queries.plain import day
from amity.records.bulk import as_uuid, select, stored_key
from amity.records.sameness import LikenessState

MOST_FACTS = 100
MOST_AROUND = 150
MET_THROUGH = "met through"


@dataclass(frozen=True, slots=True)
class HandleRow:
    """A way to reach them; `href` is "" for what cannot be pressed."""

    id: uuid.UUID
    kind: HandleKind
    value: str
    shown: str
    label: str
    href: str
    shared: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    """Something known; `source` in words with its age: "your note, 20 June". `private`: only this member sees it."""

    id: uuid.UUID
    kind: str
    label: str
    text: str
    source: str
    noted_on: date | None
    happens_on: date | None
    private: bool


@dataclass(frozen=True, slots=True)
class Around:
    """Another person and how they belong together: `kind` is "sister of". `is_other_way`: said of the other person."""

    person_id: uuid.UUID
    name: str
    kind: str
    is_other_way: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """The newest face, how many cards there are, and how many suggestions that this is the same as another."""

    photo_id: uuid.UUID | None
    cards: int
    likely_same: int


def facts(viewer: Viewer, person_id: uuid.UUID, on: date) -> tuple[FactRow, ...]:
    """What is known, the newest of each kind first; inside a query's scope."""
    rows = select(
        "SELECT id, kind, label, text, source, noted_on, happens_on, private_to FROM records_fact"
        " WHERE network_id = %s AND person_id = %s AND trashed_at IS NULL AND (private_to IS NULL OR private_to = %s)"
        " ORDER BY kind, noted_on DESC NULLS LAST, id DESC LIMIT %s",
        [stored_key(viewer.network), stored_key(person_id), stored_key(viewer.member), MOST_FACTS],
    )
    return tuple(
        FactRow(
            id=as_uuid(key),
            kind=kind,
            label=label or fact_label(kind),
            text=text,
            source=noted_words(source, day(noted), on),
            noted_on=day(noted),
            happens_on=day(happens),
            private=private_to is not None,
        )
        for key, kind, label, text, source, noted, happens, private_to in rows
    )


def handles(viewer: Viewer, person_id: uuid.UUID) -> tuple[HandleRow, ...]:
    """Every way to reach them, mail before numbers before pages; inside a query's scope."""
    order = list(HandleKind)
    rows = select(
        "SELECT id, kind, value, shown, label, shared FROM records_handle"
        " WHERE network_id = %s AND person_id = %s ORDER BY id",
        [stored_key(viewer.network), stored_key(person_id)],
    )
    found = [
        HandleRow(
            id=as_uuid(key),
            kind=HandleKind(kind),
            value=value,
            shown=shown(kind, value, written),
            label=label,
            href=link_to(kind, value),
            shared=bool(shared),
        )
        for key, kind, value, written, label, shared in rows
    ]
    return tuple(sorted(found, key=lambda row: order.index(row.kind)))


def write_to(reached: Sequence[HandleRow], last_channel: str) -> ChannelLink | None:
    """The channel of the large button: as last time, else by mail."""
    addresses = [Address(row.kind, row.value, row.shown, row.shared) for row in reached]
    return next(iter(channel_links(addresses, last_channel)), None)


_AROUND = """
SELECT o.id, o.name, r.kind, 0, r.id FROM records_relationship r
JOIN records_person o ON o.network_id = r.network_id AND o.id = r.other_id
WHERE r.network_id = %s AND r.person_id = %s AND o.trashed_at IS NULL AND o.merged_into_id IS NULL
UNION ALL
SELECT o.id, o.name, r.kind, 1, r.id FROM records_relationship r
JOIN records_person o ON o.network_id = r.network_id AND o.id = r.person_id
WHERE r.network_id = %s AND r.other_id = %s AND o.trashed_at IS NULL AND o.merged_into_id IS NULL
UNION ALL
SELECT o.id, o.name, %s, 2, o.id FROM records_person o
WHERE o.network_id = %s AND o.met_through_id = %s AND o.kept_at IS NOT NULL AND o.trashed_at IS NULL
    AND o.merged_into_id IS NULL
ORDER BY 4, 3, 5 LIMIT %s
"""


def around(viewer: Viewer, person_id: uuid.UUID) -> tuple[Around, ...]:
    """Relationships either way, and whom the owner met through them; inside a query's scope."""
    both = (stored_key(viewer.network), stored_key(person_id))
    rows = select(_AROUND, [*both, *both, MET_THROUGH, *both, MOST_AROUND])
    return tuple(Around(as_uuid(key), name, kind, is_other_way=way > 0) for key, name, kind, way, _ in rows)


_BESIDE = """
SELECT
    (SELECT id FROM records_photo WHERE network_id = %s AND person_id = %s ORDER BY id DESC LIMIT 1),
    (SELECT COUNT(*) FROM records_card WHERE network_id = %s AND person_id = %s),
    (SELECT COUNT(*) FROM records_likeness WHERE network_id = %s AND person_id = %s AND state = %s)
    + (SELECT COUNT(*) FROM records_likeness WHERE network_id = %s AND other_id = %s AND state = %s)
"""


def beside(viewer: Viewer, person_id: uuid.UUID) -> Beside:
    """Face, cards, and suggestions that wait; inside a query's scope."""
    both = (stored_key(viewer.network), stored_key(person_id))
    waiting = LikenessState.SUGGESTED.value
    [(photo, cards, likely)] = select(_BESIDE, [*both, *both, *both, waiting, *both, waiting])
    return Beside(as_uuid(photo) if photo is not None else None, cards, likely)
