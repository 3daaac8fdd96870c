"""What moves somebody just now: what happened in their life, what they need, and what the owner asked and promised."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from amity.judgement.childhood import is_child
from amity.judgement.help_states import STALE_AFTER_DAYS
from amity.judgement.life_events import MOURNS_FOR_DAYS, Happened
from amity.judgement.telling import noted_words
from amity.judgement.vocabulary import HelpState, PromiseState
from amity.judgement.whom_to_ask import LONG_SINCE_DAYS, Circumstances, OpenNeed
from amity.lib.viewer import Viewer
from amity.queries.left_in_peace import RELATION
from amity.queries.plain import day as read_day
from amity.queries.plain import stored_day
from amity.records.bulk import Row, as_uuid, in_slices, marks, select, stored_key
from amity.records.facts import LIFE_EVENT

MOST_LOOKED_AT = 250  # life events, needs, people asked long ago: the newest of each; one statement takes 900 keys


_PERSON = (
    "JOIN records_person p ON p.network_id = t.network_id AND p.id = t.person_id"
    " AND p.trashed_at IS NULL AND p.merged_into_id IS NULL"
)


@dataclass(frozen=True, slots=True)
class _Heard:
    happened: defaultdict[uuid.UUID, list[Happened]] = field(default_factory=lambda: defaultdict(list))
    needs: defaultdict[uuid.UUID, list[OpenNeed]] = field(default_factory=lambda: defaultdict(list))
    asked_long_ago: set[uuid.UUID] = field(default_factory=set)

    def people(self) -> set[uuid.UUID]:
        return {*self.happened, *self.needs, *self.asked_long_ago}


def circumstances(viewer: Viewer, on: date, besides: Collection[uuid.UUID]) -> list[Circumstances]:
    """Of the owner's people whom something moves, without those named in `besides`; inside a query's scope."""
    heard = _heard(viewer, on)
    people = heard.people() - set(besides)
    asked, promised = _last_asked(viewer, people), _last_promised(viewer, people)
    young = _told_young(viewer, people)
    return [
        Circumstances(
            person=person,
            strength=strength,
            is_child=is_child(born_year, young[person], on),
            asleep_until=paused_until,
            never=never,
            asked_on=asked.get(person),
            answered_on=max((day for day in (asked.get(person), promised.get(person)) if day), default=None),
            happened=tuple(heard.happened[person]),
            needs=tuple(heard.needs[person]),
        )
        for person, strength, paused_until, never, born_year in _ties(viewer, people)
    ]


def answers(viewer: Viewer, people: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """What each of these people said when last asked, as far as it is kept; inside a query's scope."""
    rows = _of(
        list(people),
        "SELECT person_id, answer, asked_on FROM records_helpasked WHERE network_id = %s AND member_id = %s"
        " AND person_id IN ({}) ORDER BY asked_on, id",
        [stored_key(viewer.network), stored_key(viewer.member)],
    )
    return {as_uuid(person): answer for person, answer, _ in rows}


def _heard(viewer: Viewer, on: date) -> _Heard:
    heard = _Heard()
    for person, text, label, noted_on, happens_on, source in _life_events(viewer, on):
        when = happens_on or noted_on
        if when and when <= on:
            heard.happened[person].append(Happened(text, label, when, source))
    for key, person, what, said_on, confirmed_on, source in _needs(viewer, on):
        heard_on = max(day for day in (said_on, confirmed_on) if day)
        heard.needs[person].append(OpenNeed(key, what, heard_on, noted_words(source, said_on, on)))
    heard.asked_long_ago.update(_asked_long_ago(viewer, on))
    return heard


def _life_events(viewer: Viewer, on: date) -> Iterator[tuple[uuid.UUID, str, str, date | None, date | None, str]]:
    since = stored_day(on - timedelta(days=MOURNS_FOR_DAYS))
    rows = select(
        f"SELECT t.person_id, t.text, t.label, t.noted_on, t.happens_on, t.source FROM records_fact t {_PERSON}"
        " WHERE t.network_id = %s AND t.kind = %s AND t.trashed_at IS NULL AND (t.private_to IS NULL"
        " OR t.private_to = %s) AND (t.noted_on >= %s OR t.happens_on >= %s)"
        " ORDER BY t.noted_on DESC NULLS LAST, t.id DESC LIMIT %s",
        [stored_key(viewer.network), LIFE_EVENT, stored_key(viewer.member), since, since, MOST_LOOKED_AT],
    )
    for person, text, label, noted_on, happens_on, source in rows:
        yield as_uuid(person), text, label, read_day(noted_on), read_day(happens_on), source


def _needs(viewer: Viewer, on: date) -> Iterator[tuple[uuid.UUID, uuid.UUID, str, date | None, date | None, str]]:
    since = stored_day(on - timedelta(days=STALE_AFTER_DAYS))
    rows = select(
        f"SELECT t.id, t.person_id, t.what, t.said_on, t.confirmed_on, t.source FROM records_need t {_PERSON}"
        " WHERE t.network_id = %s AND t.state = %s AND (t.private_to IS NULL OR t.private_to = %s)"
        " AND (t.said_on >= %s OR t.confirmed_on >= %s) ORDER BY t.said_on DESC, t.id DESC LIMIT %s",
        [stored_key(viewer.network), HelpState.OPEN.value, stored_key(viewer.member), since, since, MOST_LOOKED_AT],
    )
    for key, person, what, said_on, confirmed_on, source in rows:
        yield as_uuid(key), as_uuid(person), what, read_day(said_on), read_day(confirmed_on), source


def _asked_long_ago(viewer: Viewer, on: date) -> list[uuid.UUID]:
    rows = select(
        f"SELECT t.person_id FROM records_helpasked t {_PERSON} WHERE t.network_id = %s AND t.member_id = %s"
        " GROUP BY t.person_id HAVING MAX(t.asked_on) < %s ORDER BY MAX(t.asked_on) LIMIT %s",
        [
            *(stored_key(viewer.network), stored_key(viewer.member)),
            *(stored_day(on - timedelta(days=LONG_SINCE_DAYS)), MOST_LOOKED_AT),
        ],
    )
    return [as_uuid(person) for (person,) in rows]


def _ties(
    viewer: Viewer, people: Collection[uuid.UUID]
) -> Iterator[tuple[uuid.UUID, float, date | None, bool, int | None]]:
    """Strength, until when asleep, never to be suggested, year of birth: of those on the owner's lists."""
    rows = _of(
        people,
        f"SELECT t.person_id, t.strength, t.paused_until, t.left_out_at, p.born_year FROM records_tie t {_PERSON}"
        " WHERE t.network_id = %s AND t.member_id = %s AND t.listed AND t.person_id IN ({})",
        [stored_key(viewer.network), stored_key(viewer.member)],
    )
    for person, strength, paused_until, left_out_at, born_year in rows:
        yield as_uuid(person), strength, read_day(paused_until), left_out_at is not None, born_year


def _last_asked(viewer: Viewer, people: Collection[uuid.UUID]) -> dict[uuid.UUID, date | None]:
    rows = _of(
        people,
        "SELECT person_id, MAX(asked_on) FROM records_helpasked WHERE network_id = %s AND member_id = %s"
        " AND person_id IN ({}) GROUP BY person_id",
        [stored_key(viewer.network), stored_key(viewer.member)],
    )
    return {as_uuid(person): read_day(last) for person, last in rows}


def _last_promised(viewer: Viewer, people: Collection[uuid.UUID]) -> dict[uuid.UUID, date | None]:
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
    return {as_uuid(person): read_day(last) for person, last in rows}


def _told_young(viewer: Viewer, people: Collection[uuid.UUID]) -> defaultdict[uuid.UUID, list[tuple[str, date | None]]]:
    told: defaultdict[uuid.UUID, list[tuple[str, date | None]]] = defaultdict(list)
    rows = _of(
        people,
        "SELECT person_id, text, noted_on FROM records_fact WHERE network_id = %s AND kind = %s"
        " AND trashed_at IS NULL AND person_id IN ({})",
        [stored_key(viewer.network), RELATION],
    )
    for person, text, noted_on in rows:
        told[as_uuid(person)].append((text, read_day(noted_on)))
    return told


def _of(people: Collection[uuid.UUID], statement: str, values: list[Any]) -> Iterator[Row]:
    """Rows of a statement whose last values are these people."""
    for some in in_slices(list(people)):
        yield from select(statement.format(marks(len(some))), [*values, *map(stored_key, some)])
