"""Circles, who is in them, and how often the owner would like to be in touch with all of one."""

import re
import uuid
from collections.abc import Sequence

from amity.actions import rows
from amity.actions.afterwards import judge_again
from amity.actions.changes import Recorder, slices
from amity.actions.words import line
from amity.judgement.wording import count
from amity.lib.errors import NotAccepted
from amity.lib.text import fold
from amity.lib.viewer import Viewer
from amity.records.models import Change, Circle, InCircle, Person
from amity.records.scope import changes

LONGEST_NAME = 60
LONGEST_RHYTHM_DAYS = 10 * 365
PLAIN_MARK = "r-through"
_MARK = re.compile(r"r-[a-z]{1,18}")


@changes
def make_circle(viewer: Viewer, name: str, mark: str = PLAIN_MARK) -> Change:
    """A new, empty circle, after the others."""
    recorder = Recorder(viewer)
    last = Circle.objects.order_by("-position").first()
    circle = Circle(name=_free_name(name), mark=_mark(mark), position=last.position + 1 if last else 0)
    recorder.make(circle)
    return recorder.note("make_circle", f"Made the circle {circle.name}.")


@changes
def rename_circle(viewer: Viewer, circle_id: uuid.UUID, name: str, mark: str | None = None) -> Change:
    """Another name, and another mark when one is given."""
    circle, recorder = rows.circle(circle_id), Recorder(viewer)
    was = circle.name
    new_name = _free_name(name, but=circle)
    recorder.set(circle, name=new_name, mark=circle.mark if mark is None else _mark(mark))
    judge_again(viewer, _members(circle))
    return recorder.note("rename_circle", f"Renamed the circle {was} to {circle.name}.")


@changes
def set_circle_rhythm(viewer: Viewer, circle_id: uuid.UUID, days: int | None) -> Change:
    """How often the owner would like to be in touch with everybody in it; None for no wish."""
    circle, recorder = rows.circle(circle_id), Recorder(viewer)
    recorder.set(circle, rhythm_days=rhythm(days))
    judge_again(viewer, _members(circle))
    wish = f"every {count(days, 'day')}" if days else "as it comes"
    return recorder.note("set_circle_rhythm", f"Set {circle.name} to be in touch {wish}.")


@changes
def remove_circle(viewer: Viewer, circle_id: uuid.UUID) -> Change:
    """Take the circle away; the people in it stay."""
    circle, recorder = rows.circle(circle_id), Recorder(viewer)
    members = _members(circle)
    recorder.remove_many(list(InCircle.objects.filter(circle=circle)))
    recorder.remove(circle)
    judge_again(viewer, members)
    return recorder.note("remove_circle", f"Took the circle {circle.name} away. Everybody in it is still here.")


@changes
def put_in_circle(viewer: Viewer, person_ids: Sequence[uuid.UUID], circle_id: uuid.UUID) -> Change:
    """Put these people into a circle; who is in it already stays."""
    circle, people, recorder = rows.circle(circle_id), rows.people(person_ids), Recorder(viewer)
    inside = _members(circle)
    new = [person for person in people if person.pk not in inside]
    recorder.make_many([InCircle(circle=circle, person=person) for person in new])
    judge_again(viewer, [person.pk for person in new])
    return recorder.note("put_in_circle", f"Put {who(people)} in {circle.name}.", about=alone(people))


@changes
def take_out_of_circle(viewer: Viewer, person_ids: Sequence[uuid.UUID], circle_id: uuid.UUID) -> Change:
    """Take these people out of a circle."""
    circle, people, recorder = rows.circle(circle_id), rows.people(person_ids), Recorder(viewer)
    for some in slices([person.pk for person in people]):
        recorder.remove_many(list(InCircle.objects.filter(circle=circle, person_id__in=some)))
    judge_again(viewer, [person.pk for person in people])
    return recorder.note("take_out_of_circle", f"Took {who(people)} out of {circle.name}.", about=alone(people))


def rhythm(days: int | None) -> int | None:
    """A rhythm in days that a person can wish for."""
    if days is not None and not 1 <= days <= LONGEST_RHYTHM_DAYS:
        raise NotAccepted("Choose between a day and ten years.", "days")
    return days


def who(people: Sequence[Person]) -> str:
    """The people of a bulk change in a sentence: a name, or how many."""
    return people[0].name if len(people) == 1 else count(len(people), "person", "people")


def alone(people: Sequence[Person]) -> uuid.UUID | None:
    """Whom a change is about, when it is about one person."""
    return people[0].pk if len(people) == 1 else None


def _members(circle: Circle) -> set[uuid.UUID]:
    return set(InCircle.objects.filter(circle=circle).values_list("person_id", flat=True))


def _free_name(name: str, but: Circle | None = None) -> str:
    kept = line(name, "name", LONGEST_NAME)
    if not kept:
        raise NotAccepted("Give the circle a name.", "name")
    if any(fold(other.name) == fold(kept) and other != but for other in Circle.objects.all()):
        raise NotAccepted("There is a circle of that name already.", "name")
    return kept


def _mark(mark: str) -> str:
    if not _MARK.fullmatch(mark):
        raise NotAccepted("Choose one of the marks.", "mark")
    return mark
