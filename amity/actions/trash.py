"""Empties the bin of what has been in it for as long as it is kept. This is the one act that cannot be taken back."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time

from amity.actions.afterwards import find_no_more
from amity.actions.changes import Recorder, slices
from amity.actions.learned import forget_learned
from amity.actions.meanings import leave_matches
from amity.actions.undo import EMPTIED
from amity.judgement.keeping import kept_since
from amity.judgement.wording import count, listed
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records import fulltext
from amity.records.models import Change, Fact, Handle, Interaction, Participant, Person
from amity.records.scope import changes

Ids = list[uuid.UUID]


@dataclass(frozen=True, slots=True)
class Emptied:
    """How much went for ever."""

    people: int
    facts: int
    interactions: int


@changes
def purge_trash(viewer: Viewer) -> Emptied:
    """Delete for ever what is kept no longer, and what belongs to nobody then."""
    before = datetime.combine(kept_since(clock.today(viewer.time_zone)), time.min, viewer.time_zone)
    people = _people(before)
    facts = list(Fact.objects.filter(trashed_at__lt=before).values_list("pk", flat=True))
    interactions = list(Interaction.objects.filter(trashed_at__lt=before).values_list("pk", flat=True))
    emptied = Emptied(len(people), len(facts), len(interactions))
    if not (people or facts or interactions):
        return emptied
    interactions += _only_with(people)
    for some in slices(people):
        facts += Fact.objects.filter(person_id__in=some).values_list("pk", flat=True)
    find_no_more(viewer, interactions=interactions, facts=facts)
    leave_matches(viewer, facts)
    fulltext.remove_named(viewer.network, people)
    _delete(viewer, people, facts, interactions)
    Recorder(viewer).note(EMPTIED, f"Emptied the bin of {_said(emptied)}.")
    return emptied


def _people(before: datetime) -> Ids:
    """Those in the bin, and whoever became one with them: without them they would be back in the lists."""
    people = list(Person.objects.filter(trashed_at__lt=before).values_list("pk", flat=True))
    seen, new = set(people), people
    while new:
        found: set[uuid.UUID] = set()
        for some in slices(new):
            found.update(Person.objects.filter(merged_into_id__in=some).values_list("pk", flat=True))
        new = sorted(found - seen)
        seen.update(new)
    return sorted(seen)


def _only_with(people: Ids) -> Ids:
    """Interactions that nobody else took part in."""
    gone = set(people)
    found: Ids = []
    for some in slices(people):
        theirs = Participant.objects.filter(person_id__in=some)
        for keys in slices(sorted(set(theirs.values_list("interaction_id", flat=True)))):
            rows = Participant.objects.filter(interaction_id__in=keys).values_list("interaction_id", "person_id")
            with_others = {interaction for interaction, person in rows if person not in gone}
            found += set(keys) - with_others
    return list(dict.fromkeys(found))


def _delete(viewer: Viewer, people: Ids, facts: Ids, interactions: Ids) -> None:
    for some in slices(facts):
        Fact.objects.filter(pk__in=some).delete()
    for some in slices(interactions):
        Interaction.objects.filter(pk__in=some).delete()
    for some in slices(people):
        # What history kept of them goes too: the bin is emptied, not moved to another room.
        forget_learned(viewer, list(Handle.objects.filter(person_id__in=some).values_list("pk", flat=True)))
        Change.objects.filter(person_id__in=some).update(rows=[])
        Person.objects.filter(pk__in=some).delete()


def _said(emptied: Emptied) -> str:
    numbers = (
        (emptied.people, "person", "people"),
        (emptied.facts, "fact", "facts"),
        (emptied.interactions, "note or meeting", "notes and meetings"),
    )
    return listed([count(number, one, many) for number, one, many in numbers if number])
