"""What moves somebody just now: what happened in their life, what they need, and what the owner asked and promised."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from amity.judgement.childhood import is_child
from amity.judgement.help_states import STALE_AFTER_DAYS
from amity.judgement.life_events import MOURNS_FOR_DAYS, Happened
from amity.judgement.telling import noted_words
from amity.judgement.vocabulary import HelpState, MatchState, PromiseState
from amity.judgement.whom_to_ask import LONG_SINCE_DAYS, Circumstances, OpenNeed
from amity.lib.viewer import Viewer
from amity.queries.left_in_peace import RELATION
from amity.queries.plain import day, stored_day
from amity.records.bulk import Row, as_uuid, in_slices, marks, select, stored_key
from amity.records.facts import LIFE_EVENT

MOST_LOOKED_AT = 60  # life events, needs, people asked long ago: the newest of each
MOST_MOVED = 40  # people, the nearest of those: many times as many as a day asks about


def circumstances(viewer: Viewer, on: date, besides: Collection[uuid.UUID]) -> list[Circumstances]:
    """Of the owner's people whom something moves, without those named in `besides`; inside a query's scope.

    The nearest of them, where there are many. Keys stay as the database gives them until it is known who that is.
    """
    events, needs = _by_person(_life_events(viewer, on)), _by_person(_needs(viewer, on))
    people = {*events, *needs, *_asked_long_ago(viewer, on)} - {stored_key(person) for person in besides}
    nearest = _nearest(viewer, people)
    keys = [row[0] for row in nearest]
    asked, promised, young = _last_asked(viewer, keys), _last_promised(viewer, keys), _told_young(viewer, keys)
    return [
        Circumstances(
            person=as_uuid(person),
            strength=strength,
            is_child=is_child(born_year, young[person], on),
            asleep_until=day(paused_until),
            never=left_out_at is not None,
            asked_on=asked.get(person),
            answered_on=max((when for when in (asked.get(person), promised.get(person)) if when), default=None),
            happened=tuple(_happened(row, on) for row in events[person]),
            needs=tuple(_need(row, on) for row in needs[person]),
        )
        for person, strength, paused_until, left_out_at, born_year in nearest
    ]


def answers(viewer: Viewer, people: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """What each of these people said when last asked, as far as it is kept; inside a query's scope."""
    rows = _of(
        [stored_key(person) for person in people],
        "SELECT person_id, answer, asked_on FROM records_helpasked WHERE network_id = %s AND member_id = %s"
        " AND person_id IN ({}) ORDER BY asked_on, id",
        [stored_key(viewer.network), stored_key(viewer.member)],
    )
    return {as_uuid(person): answer for person, answer, _ in rows}


def _by_person(rows: Iterable[Row]) -> defaultdict[Any, list[Row]]:
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for person, *row in rows:
        found[person].append(tuple(row))
    return found


def _happened(row: Row, on: date) -> Happened:
    text, label, noted_on, happens_on, source = row
    return Happened(text, label, day(happens_on) or day(noted_on) or on, source)


def _need(row: Row, on: date) -> OpenNeed:
    key, what, said, confirmed, source = row
    said_on, confirmed_on = day(said), day(confirmed)
    heard_on = max(when for when in (said_on, confirmed_on) if when)
    return OpenNeed(as_uuid(key), what, heard_on, noted_words(source, said_on, on))


def _life_events(viewer: Viewer, on: date) -> list[Row]:
    since = stored_day(on - timedelta(days=MOURNS_FOR_DAYS))
    return select(
        "SELECT t.person_id, t.text, t.label, t.noted_on, t.happens_on, t.source FROM records_fact t"
        " WHERE t.network_id = %s AND t.kind = %s AND t.trashed_at IS NULL AND (t.private_to IS NULL"
        " OR t.private_to = %s) AND (t.noted_on >= %s OR t.happens_on >= %s)"
        " AND COALESCE(t.happens_on, t.noted_on) <= %s ORDER BY t.noted_on DESC NULLS LAST, t.id DESC LIMIT %s",
        [
            stored_key(viewer.network),
            LIFE_EVENT,
            stored_key(viewer.member),
            since,
            since,
            stored_day(on),
            MOST_LOOKED_AT,
        ],
    )


def _needs(viewer: Viewer, on: date) -> list[Row]:
    """Open needs heard of lately, without those that somebody is helping with or about to be introduced for."""
    since = stored_day(on - timedelta(days=STALE_AFTER_DAYS))
    return select(
        "SELECT t.person_id, t.id, t.what, t.said_on, t.confirmed_on, t.source FROM records_need t"
        " WHERE t.network_id = %s AND t.state = %s AND (t.private_to IS NULL OR t.private_to = %s)"
        " AND (t.said_on >= %s OR t.confirmed_on >= %s) AND NOT EXISTS (SELECT 1 FROM records_match m"
        " WHERE m.network_id = t.network_id AND m.need_id = t.id AND m.state IN (%s, %s))"
        " ORDER BY t.said_on DESC, t.id DESC LIMIT %s",
        [
            *(stored_key(viewer.network), HelpState.OPEN.value, stored_key(viewer.member), since, since),
            *(MatchState.HELPING.value, MatchState.INTRODUCING.value, MOST_LOOKED_AT),
        ],
    )


def _asked_long_ago(viewer: Viewer, on: date) -> Iterator[Any]:
    rows = select(
        "SELECT t.person_id FROM records_helpasked t WHERE t.network_id = %s AND t.member_id = %s"
        " GROUP BY t.person_id HAVING MAX(t.asked_on) < %s ORDER BY MAX(t.asked_on) LIMIT %s",
        [
            *(stored_key(viewer.network), stored_key(viewer.member)),
            *(stored_day(on - timedelta(days=LONG_SINCE_DAYS)), MOST_LOOKED_AT),
        ],
    )
    return (person for (person,) in rows)


def _nearest(viewer: Viewer, people: Collection[Any]) -> list[Row]:
    """Key, strength, until when asleep, when left out, year of birth: of those on the owner's lists."""
    if not people:
        return []
    network = stored_key(viewer.network)
    return select(
        _NEAREST.format(marks(len(people))), [network, stored_key(viewer.member), *people, MOST_MOVED, network]
    )


_NEAREST = """
SELECT t.person_id, t.strength, t.paused_until, t.left_out_at, p.born_year FROM (
    SELECT person_id, strength, paused_until, left_out_at FROM records_tie
    WHERE network_id = %s AND member_id = %s AND listed AND person_id IN ({}) ORDER BY strength DESC, person_id LIMIT %s
) t
JOIN records_person p ON p.network_id = %s AND p.id = t.person_id
ORDER BY t.strength DESC, t.person_id
"""


def _last_asked(viewer: Viewer, people: Collection[Any]) -> dict[Any, date | None]:
    rows = _of(
        people,
        "SELECT person_id, MAX(asked_on) FROM records_helpasked WHERE network_id = %s AND member_id = %s"
        " AND person_id IN ({}) GROUP BY person_id",
        [stored_key(viewer.network), stored_key(viewer.member)],
    )
    return {person: day(last) for person, last in rows}


def _last_promised(viewer: Viewer, people: Collection[Any]) -> dict[Any, date | None]:
    """Who promised to help need not ask how."""
    rows = _of(
        people,
        "SELECT person_id, MAX(said_on) FROM records_promise WHERE network_id = %s AND member_id = %s AND mine"
        " AND state IN (%s, %s) AND said_on IS NOT NULL AND person_id IN ({}) GROUP BY person_id",
        [
            *(stored_key(viewer.network), stored_key(viewer.member)),
            *(PromiseState.OPEN.value, PromiseState.KEPT.value),
        ],
    )
    return {person: day(last) for person, last in rows}


def _told_young(viewer: Viewer, people: Collection[Any]) -> defaultdict[Any, list[tuple[str, date | None]]]:
    told: defaultdict[Any, list[tuple[str, date | None]]] = defaultdict(list)
    rows = _of(
        people,
        "SELECT person_id, text, noted_on FROM records_fact WHERE network_id = %s AND kind = %s"
        " AND trashed_at IS NULL AND person_id IN ({})",
        [stored_key(viewer.network), RELATION],
    )
    for person, text, noted_on in rows:
        told[person].append((text, day(noted_on)))
    return told


def _of(people: Collection[Any], statement: str, values: list[Any]) -> Iterator[Row]:
    """Rows of a statement whose last values are these people, by the keys that the database gave."""
    for some in in_slices(list(people)):
        yield from select(statement.format(marks(len(some))), [*values, *some])
