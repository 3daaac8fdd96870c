"""Two people become one, and two again; and the owner's word that two are not the same.

KEPT   who stays, and takes over everything.
OTHER  whose row stays too, out of sight, for as long as the two can be parted again.
"""

import uuid
from collections.abc import Mapping

from amity.actions import rows
from amity.actions.afterwards import judge_again
from amity.actions.changes import NothingToUndo, Recorder
from amity.actions.merging_fields import FIELDS, choose_fields
from amity.actions.merging_history import move_handles, move_history
from amity.actions.merging_place import move_place
from amity.actions.parting import MERGE, merged_away
from amity.actions.undo import undo
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.records.models import Change, Likeness, Person
from amity.records.sameness import LikenessState
from amity.records.scope import changes

SIDES = ("kept", "other")


@changes
def merge_people(
    viewer: Viewer, kept_id: uuid.UUID, other_id: uuid.UUID, choices: Mapping[str, str] | None = None
) -> Change:
    """Make two people one. `choices`: whose name, birthday … stands, "kept" or "other"; the rest stays as facts."""
    chosen = dict(choices or {})
    if any(field not in FIELDS or side not in SIDES for field, side in chosen.items()):
        raise NotAccepted("Choose one of the two for each line.", "choices")
    kept, other = rows.both_locked(kept_id, other_id)
    recorder, names = Recorder(viewer), (kept.name, other.name)
    move_handles(recorder, kept, other)
    choose_fields(recorder, kept, other, chosen)
    move_history(recorder, kept, other)
    move_place(recorder, kept, other)
    _decide(recorder, kept, other, LikenessState.SAME)
    recorder.set(other, merged_into_id=kept.pk, touched_at=clock.now())
    judge_again(viewer, [kept.pk, other.pk])
    was = f"{names[1]} and {names[0]}" if names[0] != names[1] else f"Both entries of {names[0]}"
    return recorder.note(MERGE, f"{was} are one person now.", about=kept.pk)


def unmerge(viewer: Viewer, person_id: uuid.UUID) -> Change:
    """Part two again: `person_id` is who was merged away, or the one who stayed and last took another in."""
    return undo(viewer, _merge_of(viewer, person_id))


@changes
def not_the_same(viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID) -> Change:
    """These are two people: never suggested as one again."""
    person, other = rows.both_locked(person_id, other_id)
    recorder = Recorder(viewer)
    _decide(recorder, person, other, LikenessState.DIFFERENT)
    return recorder.note("not_the_same", f"{person.name} and {other.name} are two people.", about=person.pk)


@changes
def dont_know_yet(viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID) -> Change:
    """Put the question aside: it stays suggested, after those nobody has looked at."""
    person, other = rows.both_locked(person_id, other_id)
    recorder = Recorder(viewer)
    _decide(recorder, person, other, LikenessState.SUGGESTED)
    sentence = f"Whether {person.name} and {other.name} are one stays open."
    return recorder.note("dont_know_yet", sentence, about=person.pk)


@changes
def _merge_of(viewer: Viewer, person_id: uuid.UUID) -> uuid.UUID:
    person = Person.objects.filter(pk=person_id).first()
    merges = Change.objects.filter(verb=MERGE, undone_at=None).order_by("-at", "-pk")
    if person is not None and person.merged_into_id is not None:
        ours = (c for c in merges.filter(person_id=person.merged_into_id) if merged_away(c) == person.pk)
        change = next(ours, None)
    else:
        change = merges.filter(person_id=person_id).first()
    if change is None:
        raise NothingToUndo("They are not one with anybody else.")
    return change.pk


def _decide(recorder: Recorder, one: Person, two: Person, state: LikenessState) -> None:
    first, second = sorted((one.pk, two.pk))
    likeness = Likeness.objects.filter(person_id=first, other_id=second).first()
    decided = {"state": state.value, "decided_at": clock.now(), "decided_by": recorder.viewer.member}
    if likeness is None:
        recorder.make(Likeness(person_id=first, other_id=second, weight=0.0, made_at=clock.now(), **decided))
    else:
        recorder.set(likeness, **decided)
