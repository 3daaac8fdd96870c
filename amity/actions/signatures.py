"""What people write below their letters: their work and their numbers, as facts with the letter as the source."""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from amity.judgement.signatures import SignatureFact, signature_facts
from amity.judgement.vocabulary import HandleKind
from amity.lib import clock
from amity.lib.text import clean, fold
from amity.lib.viewer import Viewer
from amity.records import fulltext
from amity.records.bulk import bulk_load, new_keys
from amity.records.documents import new_docids
from amity.records.models import Fact, Handle, Intake

SOURCE = "signature of a letter"
FACTS = {"title": "title", "employer": "work", "place": "works_in"}
HANDLES = {"phone": HandleKind.PHONE.value, "web": HandleKind.WEB.value, "account": HandleKind.ACCOUNT.value}
LONGEST_HANDLE = 320  # characters


@dataclass(frozen=True, slots=True)
class _Signed:
    person: uuid.UUID
    signed_at: datetime | None
    told: Sequence[SignatureFact]


def note_signatures(viewer: Viewer, intake: Intake, person_ids: Sequence[uuid.UUID]) -> None:
    """Facts and numbers from the newest signature of each kept person; inside the caller's scope and transaction."""
    signed = list(_signed(person_ids))
    if signed:
        _note_facts(viewer, intake, signed)
        _note_handles(viewer, intake, signed)


def _signed(person_ids: Sequence[uuid.UUID]) -> Iterator[_Signed]:
    rows = Handle.objects.filter(person_id__in=person_ids, person__kept_at__isnull=False).exclude(signature="")
    columns = ("person_id", "value", "signature", "signature_at", "person__name")
    for person, value, signature, at, name in rows.order_by("pk").values_list(*columns):
        if told := signature_facts(signature, value.rpartition("@")[2], name):
            yield _Signed(person, at, told)


def _note_facts(viewer: Viewer, intake: Intake, signed: Sequence[_Signed]) -> None:
    known: defaultdict[uuid.UUID, set[tuple[str, str]]] = defaultdict(set)
    there = Fact.objects.filter(person_id__in=[one.person for one in signed])
    for person, kind, text in there.values_list("person_id", "kind", "text"):
        known[person].add((kind, fold(text)))
    keys, rows = new_keys(), []
    for one in signed:
        noted_on = clock.local_day(one.signed_at, viewer.time_zone) if one.signed_at else None
        for told in one.told:
            kind = FACTS.get(told.kind, "")
            if not kind or (kind, fold(told.text)) in known[one.person]:
                continue
            known[one.person].add((kind, fold(told.text)))
            rows.append((next(keys), viewer.network, one.person, kind, clean(told.text), noted_on, SOURCE, intake.pk))
    bulk_load(Fact, ("id", "network_id", "person_id", "kind", "text", "noted_on", "source", "intake_id"), rows)
    now = clock.now()
    places = zip(new_docids(now, len(rows)), rows, strict=True)
    fulltext.add_said([(docid, row[1], "fact", row[0], row[4]) for docid, row in places])


def _note_handles(viewer: Viewer, intake: Intake, signed: Sequence[_Signed]) -> None:
    wanted: dict[tuple[str, str], list[uuid.UUID]] = {}
    for one in signed:
        for told in one.told:
            if told.kind in HANDLES:
                holders = wanted.setdefault((HANDLES[told.kind], told.text[:LONGEST_HANDLE]), [])
                holders += [one.person] if one.person not in holders else []
    known: defaultdict[tuple[str, str], set[uuid.UUID]] = defaultdict(set)
    there = Handle.objects.filter(value__in=[value for _, value in wanted])
    for kind, value, person in there.values_list("kind", "value", "person_id"):
        known[kind, value].add(person)
    keys, rows = new_keys(), []
    for (kind, value), people in wanted.items():
        fresh = [person for person in people if person not in known[kind, value]]
        shared = len(known[kind, value]) + len(fresh) > 1  # the number of an office says nothing about who is who
        rows += [(next(keys), viewer.network, person, kind, value, shared, intake.pk) for person in fresh]
        if shared and fresh:
            Handle.objects.filter(kind=kind, value=value).update(shared=True)
    bulk_load(Handle, ("id", "network_id", "person_id", "kind", "value", "shared", "intake_id"), rows)
