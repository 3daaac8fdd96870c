"""Likely doubles, suggested with their reasons. What the owner answered is never asked again."""

import uuid
from collections import defaultdict
from collections.abc import Iterable

from amity.judgement.sameness import Birthday, LikelyPair, PersonSummary, likely_pairs
from amity.judgement.vocabulary import HandleKind
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records.models import Fact, Handle, Likeness, Person
from amity.records.sameness import LikenessState

MOST_COMPARED = 60_000  # people; beyond it only those who are kept are compared
MOST_SUGGESTED = 2_000  # pairs of one intake, the likeliest first


def suggest(viewer: Viewer, touched: Iterable[uuid.UUID]) -> int:
    """Compare everybody; store the pairs of which one was touched. Gives how many are new."""
    fresh = set(touched)
    pairs = [pair for pair in likely_pairs(_summaries()) if pair.one in fresh or pair.other in fresh]
    there = set(Likeness.objects.values_list("person_id", "other_id"))
    made_at = clock.now()
    rows = []
    for pair in pairs[:MOST_SUGGESTED]:
        first, second = _in_order(pair)
        if (first, second) not in there:
            rows.append(
                Likeness(
                    person_id=first,
                    other_id=second,
                    weight=pair.weight,
                    reasons_for=list(pair.reasons_for),
                    reasons_against=list(pair.reasons_against),
                    state=LikenessState.SUGGESTED.value,
                    made_at=made_at,
                )
            )
    Likeness.objects.bulk_create(rows)
    return len(rows)


def _in_order(pair: LikelyPair) -> tuple[uuid.UUID, uuid.UUID]:
    one, other = uuid.UUID(str(pair.one)), uuid.UUID(str(pair.other))
    return (one, other) if one < other else (other, one)


def _summaries() -> list[PersonSummary]:
    people = Person.objects.filter(trashed_at=None, merged_into=None, aside=False, shape="person").order_by("pk")
    if people.count() > MOST_COMPARED:
        people = people.filter(kept_at__isnull=False)
    handles: defaultdict[uuid.UUID, list[tuple[HandleKind, str]]] = defaultdict(list)
    for key, kind, value in Handle.objects.order_by("pk").values_list("person_id", "kind", "value"):
        handles[key].append((HandleKind(kind), value))
    employers, places = _facts("work"), _facts("lives_in")
    columns = ("pk", "name", "called", "family", "born_month", "born_day", "born_year")
    return [
        PersonSummary(
            key=key,
            names=tuple(dict.fromkeys(filter(None, (name, f"{called} {family}" if called and family else "")))),
            handles=tuple(handles[key]),
            employers=employers[key],
            places=places[key],
            birthday=Birthday(month, day, year) if month and day else None,
        )
        for key, name, called, family, month, day, year in people.values_list(*columns)
    ]


def _facts(kind: str) -> defaultdict[uuid.UUID, tuple[str, ...]]:
    found: defaultdict[uuid.UUID, tuple[str, ...]] = defaultdict(tuple)
    rows = Fact.objects.filter(kind=kind, trashed_at=None).order_by("pk").values_list("person_id", "text")
    for key, text in rows:
        found[key] = (*found[key], text)
    return found
