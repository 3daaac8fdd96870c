"""Where two people who become one stand among others: circles, relationships, ties, and who they are not."""

from amity.actions.changes import Recorder
from amity.lib import clock
from amity.records.models import InCircle, Likeness, Person, Relationship, Tie
from amity.records.sameness import LikenessState


def move_place(recorder: Recorder, kept: Person, other: Person) -> None:
    """Circles, relationships, wishes and likenesses of the other go over to the kept person, each once."""
    _move_circles(recorder, kept, other)
    _move_relationships(recorder, kept, other)
    _move_met_through(recorder, kept, other)
    _move_wishes(recorder, kept, other)
    _carry_likenesses(recorder, kept, other)


def _move_circles(recorder: Recorder, kept: Person, other: Person) -> None:
    ours = set(InCircle.objects.filter(person=kept).values_list("circle_id", flat=True))
    theirs = list(InCircle.objects.filter(person=other))
    recorder.remove_many([place for place in theirs if place.circle_id in ours])
    for place in theirs:
        if place.circle_id not in ours:
            recorder.set(place, person_id=kept.pk)


def _move_relationships(recorder: Recorder, kept: Person, other: Person) -> None:
    for relationship in [*Relationship.objects.filter(person=other), *Relationship.objects.filter(other=other)]:
        person_id = kept.pk if relationship.person_id == other.pk else relationship.person_id
        other_id = kept.pk if relationship.other_id == other.pk else relationship.other_id
        same = Relationship.objects.filter(person_id=person_id, other_id=other_id, kind=relationship.kind)
        if person_id == other_id or same.exists():
            recorder.remove(relationship)
        else:
            recorder.set(relationship, person_id=person_id, other_id=other_id)


def _move_met_through(recorder: Recorder, kept: Person, other: Person) -> None:
    led_to = Person.objects.filter(met_through=other).exclude(pk=kept.pk).values_list("pk", flat=True)
    recorder.set_many(Person, led_to, "met_through_id", other.pk, kept.pk)
    if kept.met_through_id == other.pk:
        recorder.set(kept, met_through_id=None)


def _move_wishes(recorder: Recorder, kept: Person, other: Person) -> None:
    """The kept person's own wishes stand; those that only the other had come along."""
    for theirs in Tie.objects.filter(person=other):
        ours, _ = Tie.objects.get_or_create(member_id=theirs.member_id, person_id=kept.pk)
        recorder.set(
            ours,
            set_rhythm_days=ours.set_rhythm_days or theirs.set_rhythm_days,
            kin=ours.kin or theirs.kin,
            paused_until=ours.paused_until or theirs.paused_until,
        )


def _carry_likenesses(recorder: Recorder, kept: Person, other: Person) -> None:
    """A "no" is remembered for both; a suggestion about the other is one about the kept person now."""
    for likeness in [*Likeness.objects.filter(person=other), *Likeness.objects.filter(other=other)]:
        third = likeness.other_id if likeness.person_id == other.pk else likeness.person_id
        if third == kept.pk or likeness.state == LikenessState.SAME:
            continue
        first, second = sorted((kept.pk, third))
        ours = Likeness.objects.filter(person_id=first, other_id=second).first()
        if ours is None:
            copy = Likeness(person_id=first, other_id=second, weight=likeness.weight, made_at=clock.now())
            for column in ("reasons_for", "reasons_against", "state", "decided_at", "decided_by"):
                setattr(copy, column, getattr(likeness, column))
            recorder.make(copy)
        elif likeness.state == LikenessState.DIFFERENT and ours.state == LikenessState.SUGGESTED:
            decided = {name: getattr(likeness, name) for name in ("state", "decided_at", "decided_by")}
            recorder.set(ours, **decided)
