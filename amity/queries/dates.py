"""Dates ahead: birthdays, what is ahead in people's lives, what happened a year ago; of those nearest to the owner."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from amity.formats.names import first_name
from amity.judgement.ahead import Days, a_year_before, event_mark, event_words, year_after, year_mark, year_words
from amity.judgement.birthdays import MonthDays, days_ahead, next_birthday, turns_words
from amity.judgement.lede import birthday_mark
from amity.judgement.pronouns import spoken
from amity.lib.viewer import Viewer
from amity.queries.plain import day as read_day
from amity.queries.plain import stored_day
from amity.records.bulk import Row, as_uuid, select, stored_key

A_DAY_BEYOND = 10  # what a leap year lets fall a day beside the fourteen
MOST_LOOKED_AT = 100  # days, the soonest first: a network of eight thousand has as many birthdays in two weeks


class DateKind(StrEnum):
    """What makes a day one to know of."""

    BIRTHDAY = "birthday"
    AHEAD = "ahead"
    A_YEAR = "a year"


@dataclass(frozen=True, slots=True)
class DateAhead:
    """A day soon. `sentence` follows the name: "turns 38"; of an event behind a colon: "Zosia’s interview".

    `mark` is the same with the name in it, for the strip of days: "Sunniva’s birthday".
    """

    on: date
    kind: DateKind
    person_id: uuid.UUID
    name: str
    called: str
    language: str
    sentence: str
    mark: str
    is_today: bool


Written = Callable[[Row, date], DateAhead]


def dates_ahead(viewer: Viewer, on: date, days: int, most: int) -> tuple[DateAhead, ...]:
    """At most `most` days from `on`, those of the strongest ties first; inside a query's scope."""
    last = on + timedelta(days=days - 1)
    rows: list[tuple[Row, Written]] = [(row, _birthday) for row in _born(viewer, days_ahead(on, days), most)]
    rows += [(row, _event) for row in _events(viewer, Days(on, last), most)]
    rows += [(row, _a_year) for row in _events(viewer, a_year_before(on, days), most + A_DAY_BEYOND)]
    rows.sort(key=lambda one: (-one[0][-1], one[0][0]))
    written = (write(row, on) for row, write in rows)  # only as many as there is room for
    return tuple(islice((ahead for ahead in written if on <= ahead.on <= last), most))


def worth_saying(dates: Sequence[DateAhead], most: int) -> tuple[DateAhead, ...]:
    """At most `most` of them, the soonest first. Half the places are held for what the owner noted of a life.

    What is still to come, as an interview, goes before what happened a year ago.
    """
    noted = [ahead for ahead in dates if ahead.kind is not DateKind.BIRTHDAY]
    noted = sorted(noted, key=lambda ahead: ahead.kind is DateKind.A_YEAR)[: -(-most // 2)]
    others = [ahead for ahead in dates if ahead not in noted][: max(most - len(noted), 0)]
    return by_day([*noted, *others])


def by_day(dates: Iterable[DateAhead]) -> tuple[DateAhead, ...]:
    """The soonest first."""
    return tuple(sorted(dates, key=lambda ahead: (ahead.on, ahead.name, ahead.sentence)))


_RUN = """
SELECT * FROM (
    SELECT id, name, called, language, born_year, born_month, born_day FROM records_person
    WHERE network_id = %s AND born_month = %s AND born_day BETWEEN %s AND %s
        AND kept_at IS NOT NULL AND trashed_at IS NULL AND merged_into_id IS NULL
    ORDER BY born_day LIMIT %s
) run
"""
_BORN = """
SELECT t.person_id, p.name, p.called, p.language, p.born_year, p.born_month, p.born_day, t.strength
FROM ({} LIMIT %s) p
JOIN records_tie t ON t.network_id = %s AND t.member_id = %s AND t.person_id = p.id
WHERE t.listed
ORDER BY t.strength DESC LIMIT %s
"""


def _born(viewer: Viewer, runs: Sequence[MonthDays], most: int) -> list[Row]:
    """Birthdays, the nearest people first. What is looked at runs on from one month into the next."""
    network = stored_key(viewer.network)
    looked_at = [value for run in runs for value in (network, run.month, run.first, run.last, MOST_LOOKED_AT)]
    return select(
        _BORN.format("UNION ALL".join([_RUN] * len(runs))),
        [*looked_at, MOST_LOOKED_AT, network, stored_key(viewer.member), most],
    )


_EVENTS = """
SELECT t.person_id, p.name, p.called, p.language, p.pronouns, f.text, f.happens_on, t.strength
FROM (
    SELECT person_id, text, happens_on FROM records_fact
    WHERE network_id = %s AND happens_on IS NOT NULL AND happens_on >= %s AND happens_on <= %s
        AND trashed_at IS NULL AND (private_to IS NULL OR private_to = %s)
    ORDER BY happens_on LIMIT %s
) f
JOIN records_person p ON p.network_id = %s AND p.id = f.person_id
    AND p.kept_at IS NOT NULL AND p.trashed_at IS NULL AND p.merged_into_id IS NULL
JOIN records_tie t ON t.network_id = %s AND t.member_id = %s AND t.person_id = p.id
WHERE t.listed
ORDER BY t.strength DESC LIMIT %s
"""


def _events(viewer: Viewer, days: Days, most: int) -> list[Row]:
    """What happens in people's lives on these days, of the nearest people first."""
    network, member = stored_key(viewer.network), stored_key(viewer.member)
    between = [stored_day(days.first), stored_day(days.last)]
    return select(_EVENTS, [network, *between, member, MOST_LOOKED_AT, network, network, member, most])


def _birthday(row: Row, on: date) -> DateAhead:
    key, name, called, language, year, month, number, _ = row
    falls = next_birthday(month, number, on)
    return _ahead(DateKind.BIRTHDAY, (key, name, called, language), falls, on, turns_words(year, falls), birthday_mark)


def _event(row: Row, on: date) -> DateAhead:
    *who, _, text, happens_on, _ = row
    falls = read_day(happens_on) or on
    return _ahead(DateKind.AHEAD, who, falls, on, event_words(text), lambda called: event_mark(called, text))


def _a_year(row: Row, on: date) -> DateAhead:
    *who, pronouns, text, happens_on, _ = row
    falls = year_after(read_day(happens_on) or on)
    words = year_words(text, spoken(pronouns))
    return _ahead(DateKind.A_YEAR, who, falls, on, words, lambda called: year_mark(called, text))


def _ahead(
    kind: DateKind, who: Row | list[object], falls: date, on: date, sentence: str, mark: Callable[[str], str]
) -> DateAhead:
    key, name, called, language = who
    short = str(called or first_name(str(name)))
    return DateAhead(falls, kind, as_uuid(key), str(name), short, str(language), sentence, mark(short), falls == on)
