"""Dates ahead: the birthdays of the next days, of those nearest to the owner."""

import uuid
from dataclasses import dataclass
from datetime import date

from amity.formats.names import first_name
from amity.judgement.birthdays import MonthDays, days_ahead, next_birthday, turns_words
from amity.lib.viewer import Viewer
from amity.records.bulk import Row, as_uuid, select, stored_key

MOST_SHOWN = 50
MOST_LOOKED_AT = 200  # birthdays, the soonest first: a network of ten thousand has as many in two weeks


@dataclass(frozen=True, slots=True)
class DateAhead:
    """A birthday soon: `sentence` follows the name, "turns 38" or "has a birthday"."""

    on: date
    person_id: uuid.UUID
    name: str
    called: str
    language: str
    sentence: str
    is_today: bool


def dates_ahead(viewer: Viewer, on: date, days: int, most: int) -> tuple[DateAhead, ...]:
    """At most `most` birthdays from `on`, the soonest first; where there are more, of the strongest ties.

    Inside a query's scope.
    """
    born = [row for run in days_ahead(on, days) for row in _born(viewer, run)]
    born.sort(key=lambda row: (-row[-1], row[0]))
    ahead = [_ahead(row, on) for row in born[:most]]
    return tuple(sorted(ahead, key=lambda date_ahead: (date_ahead.on, date_ahead.name)))


_BORN = """
SELECT t.person_id, p.name, p.called, p.language, p.born_year, p.born_month, p.born_day, t.strength
FROM (
    SELECT id, name, called, language, born_year, born_month, born_day FROM records_person
    WHERE network_id = %s AND born_month = %s AND born_day BETWEEN %s AND %s
        AND kept_at IS NOT NULL AND trashed_at IS NULL AND merged_into_id IS NULL
    ORDER BY born_day LIMIT %s
) p
JOIN records_tie t ON t.network_id = %s AND t.member_id = %s AND t.person_id = p.id
WHERE t.listed
ORDER BY t.strength DESC LIMIT %s
"""


def _born(viewer: Viewer, run: MonthDays) -> list[Row]:
    """Birthdays within a month, the nearest people first."""
    network = stored_key(viewer.network)
    return select(
        _BORN,
        [network, run.month, run.first, run.last, MOST_LOOKED_AT, network, stored_key(viewer.member), MOST_SHOWN],
    )


def _ahead(born: Row, on: date) -> DateAhead:
    key, name, called, language, year, month, day, _ = born
    falls = next_birthday(month, day, on)
    return DateAhead(
        on=falls,
        person_id=as_uuid(key),
        name=name,
        called=called or first_name(name),
        language=language,
        sentence=turns_words(year, falls),
        is_today=falls == on,
    )
