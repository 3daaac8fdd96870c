"""What needs, offers and facts are about, stored when first needed, and the nearest of them found again.

A need or an offer keeps its own; those of facts stand in a table of their own, which is read in slices from end to end:
a hundred thousand take a fifth of a second. What was made of other words, or with other vectors, is made anew.
"""

import uuid
from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.db.models import Exists, OuterRef

from amity.actions.changes import slices
from amity.judgement.matching import NO_HELP_KINDS
from amity.judgement.vocabulary import HelpState, MatchState
from amity.lib.meaning import is_current, is_of, meanings, nearest
from amity.lib.viewer import Viewer
from amity.records.bulk import Row, as_uuid, bulk_load, marks, new_keys, select, stored_key
from amity.records.models import Fact, FactMeaning, Match, Need, Offer
from amity.records.scope import changes

MOST_OPEN = 5_000  # needs, or offers, held against at once: the newest
MADE_AT_ONCE = 10_000  # meanings of facts, while somebody waits: a second
READ_AT_ONCE = 10_000
NEAREST_KEPT = 200  # of a slice, for each need
LONGEST_READ = 1_000  # characters of a fact: what comes later changes little
T = TypeVar("T", Need, Offer)
Near = list[tuple[uuid.UUID, float]]  # facts with their cosines


@changes
def vectors_of(viewer: Viewer, rows: Sequence[T]) -> list[bytes]:
    """What each need or offer is about; what was not known of its words is stored."""
    missing = [row for row in rows if not is_of(row.vector, row.what)]
    for row, vector in zip(missing, meanings([row.what for row in missing]), strict=True):
        row.vector = vector
    if missing:
        type(missing[0]).objects.bulk_update(missing, ["vector"], batch_size=500)
    return [bytes(row.vector or b"") for row in rows]


@changes
def open_needs(viewer: Viewer) -> list[Need]:
    """The open needs of people who are here, the newest ones."""
    here = Need.objects.filter(state=HelpState.OPEN, person__trashed_at=None, person__merged_into=None)
    return list(here.order_by("-pk")[:MOST_OPEN])


@changes
def open_offers(viewer: Viewer) -> list[Offer]:
    """The open offers of people who are here, the newest ones."""
    here = Offer.objects.filter(state=HelpState.OPEN, person__trashed_at=None, person__merged_into=None)
    return list(here.order_by("-pk")[:MOST_OPEN])


@changes
def make_meanings(viewer: Viewer, most: int = MADE_AT_ONCE) -> int:
    """Store what facts are about of which that is not known yet, at most so many; gives how many it were."""
    known = FactMeaning.objects.filter(fact=OuterRef("pk"))
    missing = (
        Fact.objects.filter(trashed_at=None, person__kept_at__isnull=False, person__trashed_at=None)
        .exclude(kind__in=NO_HELP_KINDS)
        .filter(~Exists(known))
        .order_by("-pk")
    )
    rows = list(missing.values_list("pk", "person_id", "text")[:most])
    texts = meanings([text[:LONGEST_READ] for *_, text in rows])
    made = [
        (key, stored_key(viewer.network), stored_key(fact), stored_key(person), vector)
        for key, (fact, person, _), vector in zip(new_keys(), rows, texts, strict=False)
    ]
    bulk_load(FactMeaning, ("id", "network_id", "fact_id", "person_id", "vector"), made)
    return len(rows)


@changes
def facts_near(viewer: Viewer, wanted: Sequence[bytes]) -> list[Near]:
    """For each of these, the facts that are about nearly the same, of the whole network."""
    found: list[Near] = [[] for _ in wanted]
    for stored in _stored_meanings(viewer):
        rows = [row for row in stored if is_current(row[1])]
        for near, kept in zip(nearest(wanted, [vector for _, vector in rows], NEAREST_KEPT), found, strict=True):
            kept += [(as_uuid(rows[at][0]), cosine) for at, cosine in near]
    return [sorted(near, key=lambda one: -one[1])[:NEAREST_KEPT] for near in found]


def _stored_meanings(viewer: Viewer) -> Iterator[list[Row]]:
    """Facts and vectors in slices, along the index that has them by fact.

    A plain statement: the object mapper would take as long again for each row.
    """
    network, after = stored_key(viewer.network), stored_key(uuid.UUID(int=0))
    while True:
        rows = select(
            "SELECT fact_id, vector FROM records_factmeaning WHERE network_id = %s AND fact_id > %s"
            " ORDER BY fact_id LIMIT %s",
            [network, after, READ_AT_ONCE],
        )
        yield rows
        if len(rows) < READ_AT_ONCE:
            return
        after = rows[-1][0]


@changes
def forget_outdated(viewer: Viewer) -> None:
    """Forget what was made with earlier vectors: the next that needs it makes it anew."""
    for stored in _stored_meanings(viewer):
        outdated = [as_uuid(fact) for fact, vector in stored if not is_current(vector)]
        for some in slices(outdated):
            FactMeaning.objects.filter(fact__in=some).delete()


@changes
def meanings_of(viewer: Viewer, facts: Sequence[uuid.UUID]) -> dict[uuid.UUID, bytes]:
    """What these facts are about, as far as it is stored."""
    found: dict[uuid.UUID, bytes] = {}
    for some in slices(facts):
        rows = select(
            "SELECT fact_id, vector FROM records_factmeaning"
            f" WHERE network_id = %s AND fact_id IN ({marks(len(some))})",
            [stored_key(viewer.network), *map(stored_key, some)],
        )
        found |= {as_uuid(fact): bytes(vector) for fact, vector in rows if is_current(vector)}
    return found


@changes
def forget_meanings(viewer: Viewer, facts: Sequence[uuid.UUID]) -> None:
    """The words of these facts changed: what they were about is forgotten, and what was suggested because of it."""
    for some in slices(facts):
        FactMeaning.objects.filter(fact__in=some).delete()
        Match.objects.filter(fact__in=some, state=MatchState.SUGGESTED).delete()


@changes
def leave_matches(viewer: Viewer, facts: Sequence[uuid.UUID]) -> None:
    """These facts are about to go: what the owner decided because of them stays, without them as its evidence."""
    for some in slices(facts):
        Match.objects.filter(fact__in=some).update(fact=None)
