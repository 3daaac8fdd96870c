"""What is known of one person: facts with their source, addresses, and the people around them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from amity.judgement.telling import fact_label, noted_words
from amity.judgement.vocabulary import HandleKind
from amity.lib.viewer import Viewer
from amity.queries.handles import Address, ChannelLink, channel_links, link_to, shown
from amity.records.models import Fact, Handle, Person, Relationship

MOST_FACTS = 100
MOST_AROUND = 50


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
    private: bool


@dataclass(frozen=True, slots=True)
class Around:
    """Another person and how they belong together: `kind` is "sister of". `is_other_way`: said of the other person."""

    person_id: uuid.UUID
    name: str
    kind: str
    is_other_way: bool


def facts(viewer: Viewer, person_id: uuid.UUID, on: date) -> tuple[FactRow, ...]:
    """What is known, the newest of each kind first; inside a query's scope."""
    seen = Q(private_to=None) | Q(private_to=viewer.member)
    rows = Fact.objects.filter(seen, person_id=person_id, trashed_at=None)
    columns = rows.order_by("kind", F("noted_on").desc(nulls_last=True), "-pk").values_list(
        "pk", "kind", "label", "text", "source", "noted_on", "private_to"
    )
    return tuple(
        FactRow(
            id=key,
            kind=kind,
            label=label or fact_label(kind),
            text=text,
            source=noted_words(source, noted_on, on),
            noted_on=noted_on,
            private=private_to is not None,
        )
        for key, kind, label, text, source, noted_on, private_to in columns[:MOST_FACTS]
    )


def handles(person_id: uuid.UUID) -> tuple[HandleRow, ...]:
    """Every way to reach them, mail before numbers before pages; inside a query's scope."""
    order = list(HandleKind)
    rows = Handle.objects.filter(person_id=person_id).order_by("pk")
    found = [
        HandleRow(key, HandleKind(kind), value, shown(kind, value, written), label, link_to(kind, value), shared)
        for key, kind, value, written, label, shared in rows.values_list(
            "pk", "kind", "value", "shown", "label", "shared"
        )
    ]
    return tuple(sorted(found, key=lambda row: order.index(row.kind)))


def write_to(reached: Sequence[HandleRow], last_channel: str) -> ChannelLink | None:
    """The channel of the large button: as last time, else by mail."""
    addresses = [Address(row.kind, row.value, row.shown, row.shared) for row in reached]
    return next(iter(channel_links(addresses, last_channel)), None)


def around(person_id: uuid.UUID) -> tuple[Around, ...]:
    """Relationships either way, and whom the owner met through them; inside a query's scope."""
    here = {"trashed_at": None, "merged_into": None}
    of_theirs = Relationship.objects.filter(
        person_id=person_id, **{f"other__{name}": value for name, value in here.items()}
    )
    of_others = Relationship.objects.filter(
        other_id=person_id, **{f"person__{name}": value for name, value in here.items()}
    )
    met = Person.objects.filter(met_through_id=person_id, kept_at__isnull=False, **here)
    return (
        *(
            Around(key, name, kind, is_other_way=False)
            for key, name, kind in of_theirs.order_by("kind", "pk").values_list("other_id", "other__name", "kind")[
                :MOST_AROUND
            ]
        ),
        *(
            Around(key, name, kind, is_other_way=True)
            for key, name, kind in of_others.order_by("kind", "pk").values_list("person_id", "person__name", "kind")[
                :MOST_AROUND
            ]
        ),
        *(
            Around(key, name, "met through", is_other_way=True)
            for key, name in met.order_by("sort_name").values_list("pk", "name")[:MOST_AROUND]
        ),
    )
