"""What two people are to each other."""

import uuid

from amity.actions import rows
from amity.actions.changes import Recorder
from amity.actions.words import line
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.records.models import Change, Relationship
from amity.records.scope import changes

LONGEST_KIND = 60


@changes
def add_relationship(viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID, kind: str) -> Change:
    """`person_id` is `kind` `other_id`, as "sister of"."""
    person, other, recorder = rows.person(person_id), rows.person(other_id), Recorder(viewer)
    said = line(kind, "kind", LONGEST_KIND)
    if not said:
        raise NotAccepted("Say what they are to each other, as “sister of”.", "kind")
    if person == other:
        raise NotAccepted("Choose somebody else.", "other")
    if Relationship.objects.filter(person=person, other=other, kind=said).exists():
        raise NotAccepted("This is noted already.", "kind")
    recorder.make(Relationship(person=person, other=other, kind=said))
    return recorder.note("add_relationship", f"{person.name}: {said} {other.name}.", about=person.pk)


@changes
def remove_relationship(viewer: Viewer, relationship_id: uuid.UUID) -> Change:
    """Take it away; both people stay as they are."""
    relationship, recorder = Relationship.objects.filter(pk=relationship_id).first(), Recorder(viewer)
    if relationship is None:
        raise NotHere("This is not here any more.")
    recorder.remove(relationship)
    sentence = f"{relationship.person.name} is no longer noted as {relationship.kind} {relationship.other.name}."
    return recorder.note("remove_relationship", sentence, about=relationship.person_id)
