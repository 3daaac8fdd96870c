"""Dates ahead: the birthdays of the next days, of those nearest to the owner."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from amity.formats.names import first_name
from amity.judgement.birthdays import MonthDays, days_ahead, next_birthday, turns_words
from amity.lib.viewer import Viewer
from amity.records.models import Person, Tie

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
    found = {row[0]: row for run in days_ahead(on, days) for row in _born(run)}
    nearest = Tie.objects.filter(member_id=viewer.member, listed=True, person_id__in=found)
    ids = nearest.order_by("-strength", "person_id").values_list("person_id", flat=True)[:most]
    ahead = [_ahead(found[key], on) for key in ids]
    return tuple(sorted(ahead, key=lambda date_ahead: (date_ahead.on, date_ahead.name)))


Born = tuple[uuid.UUID, str, str, str, int | None, int, int]


def _born(run: MonthDays) -> list[Born]:
    people = Person.objects.filter(
        Q(born_month=run.month, born_day__gte=run.first, born_day__lte=run.last),
        kept_at__isnull=False,
        trashed_at=None,
        merged_into=None,
    )
    columns = people.order_by("born_day").values_list(
        "pk", "name", "called", "language", "born_year", "born_month", "born_day"
    )
    return list(columns[:MOST_LOOKED_AT])  # type: ignore[arg-type]  # month and day are set: the filter says so


def _ahead(born: Born, on: date) -> DateAhead:
    key, name, called, language, year, month, day = born
    falls = next_birthday(month, day, on)
    return DateAhead(
        on=falls,
        person_id=key,
        name=name,
        called=called or first_name(name),
        language=language,
        sentence=turns_words(year, falls),
        is_today=falls == on,
    )
