"""Who is kept, who waits as a candidate, who is left aside: read again from what is stored, so order never matters."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from amity.judgement.contacts import MOST_OTHERS
from amity.judgement.personhood import Standing, Standings, is_kept
from amity.judgement.vocabulary import HandleKind, Shape
from amity.lib.viewer import Viewer
from amity.records.bulk import as_uuid, bulk_change, in_slices, marks, moment, select, stored_key
from amity.records.models import Handle, Person
from amity.records.people import NAME_LENGTH

_COUNTED = """
    SELECT p.person_id,
      SUM(CASE WHEN i.kind = 'personal' AND i.direction = 'out' THEN 1 ELSE 0 END),
      SUM(CASE WHEN i.kind = 'personal' AND i.direction = 'in' AND p.role = 'from' THEN 1 ELSE 0 END),
      SUM(CASE WHEN i.channel IN ('call', 'video', 'in_person') THEN 1 ELSE 0 END),
      SUM(CASE WHEN i.kind = 'list' AND i.direction = 'in' AND p.role = 'from' AND i.others <= {crowd} THEN 1
          ELSE 0 END),
      SUM(CASE WHEN i.kind = 'list' AND i.direction = 'in' AND p.role = 'from' AND i.others > {crowd} THEN 1
          ELSE 0 END),
      SUM(CASE WHEN i.kind = 'invitation' AND p.role = 'from' THEN 1 ELSE 0 END),
      SUM(CASE WHEN i.direction = 'in' AND p.role <> 'from' THEN 1 ELSE 0 END)
    FROM records_participant p
    JOIN records_interaction i ON i.id = p.interaction_id AND i.network_id = p.network_id
    WHERE p.network_id = %s AND p.person_id IN ({people}) AND i.trashed_at IS NULL AND i.channel <> 'note'
    GROUP BY p.person_id
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands in the letters of one person, as judgement.personhood counts it."""

    written: int = 0
    heard: int = 0
    met: int = 0
    by_list: int = 0
    crowds: int = 0
    invitations: int = 0
    beside: int = 0


def counted_of(viewer: Viewer, person_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Counted]:
    """The counts of these people; who took part in nothing is not among them."""
    found: dict[uuid.UUID, Counted] = {}
    for some in in_slices(person_ids, 500):
        values = [stored_key(viewer.network), *map(stored_key, some)]
        for key, *counts in select(_COUNTED.format(people=marks(len(some)), crowd=MOST_OTHERS), values):
            found[as_uuid(key)] = Counted(*map(int, counts))
    return found


def stand(person_ids: Sequence[uuid.UUID], counted: Mapping[uuid.UUID, Counted], now: datetime) -> None:
    """Store where each stands. The owner's choice, and their address book's, is left as it is; a group is nobody."""
    addresses: defaultdict[uuid.UUID, list[str]] = defaultdict(list)
    handles = Handle.objects.filter(person_id__in=person_ids, kind=HandleKind.MAIL.value)
    for person_id, value in handles.values_list("person_id", "value"):
        addresses[person_id].append(value)
    changed = []
    people = Person.objects.filter(pk__in=person_ids, chosen_at=None).exclude(shape=Shape.GROUP.value)
    columns = ("pk", "name", "kept_at", "standing", "aside", "rank")
    for key, name, since, *before in people.values_list(*columns):
        counts = counted.get(key, Counted())
        verdict = is_kept(
            Standings(
                addresses=tuple(addresses[key]),
                name=name,
                written=counts.written,
                heard=counts.heard,
                met=counts.met,
                by_list=counts.by_list,
                crowds=counts.crowds,
                invitations=counts.invitations,
                beside=counts.beside,
            )
        )
        kept = verdict.standing is Standing.PERSON
        kept_at = (since or now) if kept else None
        aside = verdict.standing is Standing.ASIDE
        reason = verdict.reason[:NAME_LENGTH]
        if kept_at != since or [reason, aside, verdict.rank] != before:
            at = moment(kept_at) if kept_at else None
            changed.append((at, reason, aside, verdict.rank, key.bytes))
    bulk_change(Person, ("kept_at", "standing", "aside", "rank"), changed)
