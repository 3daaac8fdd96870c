"""What is stored of people beside their own columns: where they live, what they do, and the words they are found by."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import F

from amity.formats.handles import shown_handle
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records import fulltext
from amity.records.bulk import bulk_change, in_slices
from amity.records.models import Fact, Handle, InCircle, Person, Tie
from amity.records.people import NAME_LENGTH
from amity.records.scope import changes

SLICE = 500
PLACE, WORK, TITLE = "lives_in", "work", "title"


@changes
def refresh_people(viewer: Viewer, person_ids: Iterable[uuid.UUID]) -> None:
    """Work out anew place, work and search words of these people, and whether their ties are listed."""
    for some in in_slices(list(dict.fromkeys(person_ids)), SLICE):
        refresh_slice(viewer, some)


def refresh_slice(viewer: Viewer, person_ids: Sequence[uuid.UUID]) -> None:
    """The same for one slice, inside the scope and a transaction of the caller."""
    people = list(Person.objects.filter(pk__in=person_ids).order_by("pk"))
    facts = _newest_facts(person_ids)
    _store_place_and_work(people, facts)
    _list_ties(people)
    gone = [person.pk for person in people if person.trashed_at or person.merged_into_id or person.aside]
    fulltext.remove_named(viewer.network, [*gone, *(set(person_ids) - {person.pk for person in people})])
    words = _words(person_ids)
    here = [person for person in people if person.pk not in set(gone)]
    fulltext.add_named(viewer.network, [(p.pk, _document(p, words[p.pk])) for p in here], clock.now())


def _newest_facts(person_ids: Sequence[uuid.UUID]) -> dict[tuple[uuid.UUID, str], str]:
    """The one in force is the last one the owner touched; without any, the newest."""
    rows = Fact.objects.filter(
        person_id__in=person_ids, kind__in=[PLACE, WORK, TITLE], trashed_at=None, private_to=None
    ).order_by(F("touched_at").asc(nulls_first=True), F("noted_on").asc(nulls_first=True), "pk")
    return {(person, kind): text for person, kind, text in rows.values_list("person_id", "kind", "text")}


def _store_place_and_work(people: Sequence[Person], facts: dict[tuple[uuid.UUID, str], str]) -> None:
    changed = []
    for person in people:
        place = " ".join(facts.get((person.pk, PLACE), "").split())[:NAME_LENGTH]
        work = _work(facts.get((person.pk, TITLE), ""), facts.get((person.pk, WORK), ""))
        if (place, work) != (person.place, person.work):
            person.place, person.work = place, work
            changed.append((place, work, person.pk.bytes))
    bulk_change(Person, ("place", "work"), changed)


def _work(title: str, employer: str) -> str:
    return " ".join(", ".join(text for text in (title, employer) if text).split())[:NAME_LENGTH]


def _list_ties(people: Sequence[Person]) -> None:
    for listed in (True, False):
        ids = [p.pk for p in people if _is_listed(p) is listed]
        Tie.objects.filter(person_id__in=ids).exclude(listed=listed).update(listed=listed)


def _is_listed(person: Person) -> bool:
    return person.kept_at is not None and person.trashed_at is None and person.merged_into_id is None


def _words(person_ids: Sequence[uuid.UUID]) -> defaultdict[uuid.UUID, list[str]]:
    words: defaultdict[uuid.UUID, list[str]] = defaultdict(list)
    handles = Handle.objects.filter(person_id__in=person_ids).order_by("pk")
    for person, kind, value, shown in handles.values_list("person_id", "kind", "value", "shown"):
        words[person] += [value, shown or shown_handle(kind, value)]
    for person, circle in InCircle.objects.filter(person_id__in=person_ids).values_list("person_id", "circle__name"):
        words[person].append(circle)
    return words


def _document(person: Person, words: Sequence[str]) -> str:
    return " ".join([person.name, person.called, person.given, person.family, person.place, person.work, *words])
