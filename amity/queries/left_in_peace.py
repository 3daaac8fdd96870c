"""Of whom nothing is asked: children, and who lost somebody within the year."""

import uuid
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from amity.judgement.childhood import is_child
from amity.judgement.life_events import Happened, is_mourning
from amity.lib.viewer import Viewer
from amity.queries.plain import day
from amity.records.bulk import as_uuid, marks, select, stored_key
from amity.records.facts import LIFE_EVENT

RELATION = "relation"  # "niece, nine years old"


def left_in_peace(viewer: Viewer, born: Mapping[uuid.UUID, int | None], on: date) -> set[uuid.UUID]:
    """Of these people with their years of birth, those of whom nothing is asked; inside a query's scope.

    What is private to another member counts as well: whoever mourns is not to be asked by anybody.
    """
    told: defaultdict[uuid.UUID, list[tuple[str, date | None]]] = defaultdict(list)
    happened: defaultdict[uuid.UUID, list[Happened]] = defaultdict(list)
    for key, kind, label, text, noted_on, happens_on in _facts(viewer, list(born)):
        person, noted, happens = as_uuid(key), day(noted_on), day(happens_on)
        if kind == RELATION:
            told[person].append((text, noted))
        elif when := happens or noted:
            happened[person].append(Happened(text, label, when))
    return {
        person
        for person, year in born.items()
        if is_child(year, told[person], on) or any(is_mourning(event, on) for event in happened[person])
    }


def _facts(viewer: Viewer, people: list[uuid.UUID]) -> list[tuple[object, str, str, str, object, object]]:
    if not people:
        return []
    rows = select(
        "SELECT person_id, kind, label, text, noted_on, happens_on FROM records_fact"
        f" WHERE network_id = %s AND person_id IN ({marks(len(people))}) AND kind IN (%s, %s) AND trashed_at IS NULL",
        [stored_key(viewer.network), *map(stored_key, people), LIFE_EVENT, RELATION],
    )
    return [(key, kind, label, text, noted, happens) for key, kind, label, text, noted, happens in rows]
