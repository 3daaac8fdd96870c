"""People: added, named, kept or left out, moved to the bin and brought back."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amity.actions import rows
from amity.actions.afterwards import judge_again
from amity.actions.changes import Recorder
from amity.actions.circles import alone, who
from amity.actions.detecting import look_through_people_later
from amity.actions.handles import attach, read_handle
from amity.actions.interactions import Told, write_down
from amity.actions.words import line
from amity.formats.mailboxes import is_machine_address
from amity.formats.names import name_from_address, parse_name, sort_name
from amity.formats.pictures import face
from amity.judgement.vocabulary import Channel
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.records.models import Change, InCircle, Person, Photo
from amity.records.people import NAME_LENGTH
from amity.records.scope import changes

LONGEST_PRONOUNS = 40
EARLIEST_BIRTH = 1850
A_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Added:
    """Somebody new, and the change that brought them."""

    id: uuid.UUID
    change: Change


@changes
def add_person(
    viewer: Viewer,
    name: str,
    *,
    handles: Sequence[tuple[str, str]] = (),
    circles: Sequence[uuid.UUID] = (),
    note: str = "",
) -> Added:
    """Somebody the owner wants here, with (kind, text) addresses, circles and a first note."""
    recorder = Recorder(viewer)
    readings = dict.fromkeys(read_handle(viewer, kind, text) for kind, text in handles if text.strip())
    given = line(name, "name", NAME_LENGTH) or _name_from([reading.value for reading in readings])
    person = Person(**name_columns(given), kept_at=clock.now(), chosen_at=clock.now(), touched_at=clock.now())
    inside = [rows.circle(circle_id) for circle_id in dict.fromkeys(circles)]
    recorder.make(person)
    for reading in readings:
        attach(recorder, person, reading)
    for circle in inside:
        recorder.make(InCircle(circle=circle, person=person))
    if note.strip():
        write_down(recorder, [person], _note_today(viewer, note))
    judge_again(viewer, [person.pk])
    return Added(person.pk, recorder.note("add_person", f"Added {person.name}.", about=person.pk))


@changes
def rename_person(
    viewer: Viewer, person_id: uuid.UUID, name: str, called: str | None = None, pronouns: str | None = None
) -> Change:
    """Another name, what they are called, their pronouns; None leaves the last two as they are."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    was, new = person.name, line(name, "name", NAME_LENGTH)
    values = name_columns(new) if new != was else {}
    values["called"] = person.called if called is None else line(called, "called", NAME_LENGTH)
    if pronouns is not None:
        values["pronouns"] = line(pronouns, "pronouns", LONGEST_PRONOUNS)
    recorder.set(person, **values, touched_at=clock.now())
    judge_again(viewer, [person.pk])
    sentence = f"Renamed {was} to {new}." if new != was else f"Corrected what {new} is called."
    return recorder.note("rename_person", sentence, about=person.pk)


@changes
def set_birthday(
    viewer: Viewer, person_id: uuid.UUID, month: int | None, day: int | None, year: int | None = None
) -> Change:
    """A birthday; the year may stay unknown, or be all that is known. Nothing at all takes it away."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    _check_birthday(month, day, year, clock.today(viewer.time_zone))
    recorder.set(person, born_month=month, born_day=day, born_year=year, touched_at=clock.now())
    return recorder.note("set_birthday", f"Noted when {person.name} was born.", about=person.pk)


@changes
def set_met_through(viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID | None, how: str = "") -> Change:
    """Through whom, and how, the owner met somebody."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    other = rows.person(other_id) if other_id else None
    if other == person:
        raise NotAccepted("Nobody is met through themselves. Choose somebody else.", "other")
    said = line(how, "how", NAME_LENGTH)
    recorder.set(person, met_through_id=other.pk if other else None, met_how=said, touched_at=clock.now())
    through = f" through {other.name}" if other else ""
    return recorder.note("set_met_through", f"Noted how you met {person.name}{through}.", about=person.pk)


@changes
def set_photo(viewer: Viewer, person_id: uuid.UUID, content: bytes) -> Change:
    """A face: decoded, made small and written anew. It takes the place of the one before."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    picture = face(content)
    if picture is None:
        raise NotAccepted("That picture cannot be read. A JPEG, PNG, WebP or GIF below 15 MB will do.", "photo")
    recorder.remove_many(list(Photo.objects.filter(person=person)))
    recorder.make(Photo(person=person, content=picture.content, media_type=picture.media_type, digest=picture.digest))
    recorder.set(person, touched_at=clock.now())
    return recorder.note("set_photo", f"Put a photo of {person.name} on their page.", about=person.pk)


@changes
def remove_photo(viewer: Viewer, person_id: uuid.UUID) -> Change:
    """Take the photo away."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    photos = list(Photo.objects.filter(person=person))
    if photos:
        recorder.remove_many(photos)
        recorder.set(person, touched_at=clock.now())
    return recorder.note("remove_photo", f"Took the photo of {person.name} away.", about=person.pk)


@changes
def keep_person(viewer: Viewer, person_id: uuid.UUID) -> Change:
    """A candidate becomes one of the owner's people."""
    return _choose(viewer, person_id, keep=True)


@changes
def leave_out_person(viewer: Viewer, person_id: uuid.UUID) -> Change:
    """Not a person for the owner: out of every list, and no count brings them back."""
    return _choose(viewer, person_id, keep=False)


@changes
def trash_person(viewer: Viewer, person_id: uuid.UUID) -> Change:
    """Move somebody to the bin with all that belongs to them; they can come back for 30 days."""
    return trash_people(viewer, [person_id])


@changes
def trash_people(viewer: Viewer, person_ids: Sequence[uuid.UUID]) -> Change:
    """Move several people to the bin at once: one change, one undo."""
    people, recorder = rows.people(person_ids), Recorder(viewer)
    ids = [person.pk for person in people]
    recorder.set_many(Person, ids, "trashed_at", None, clock.now())
    judge_again(viewer, ids)
    return recorder.note("trash_person", f"Moved {who(people)} to the bin.", about=alone(people))


@changes
def restore_person(viewer: Viewer, person_id: uuid.UUID) -> Change:
    """Bring somebody back from the bin, with all that belongs to them."""
    recorder = Recorder(viewer)
    person = Person.objects.filter(pk=person_id, trashed_at__isnull=False, merged_into=None).first()
    if person is None:
        raise NotHere("This person is not in the bin.")
    recorder.set(person, trashed_at=None)
    judge_again(viewer, [person.pk])
    return recorder.note("restore_person", f"{person.name} is back.", about=person.pk)


def _choose(viewer: Viewer, person_id: uuid.UUID, *, keep: bool) -> Change:
    person, recorder = rows.person(person_id), Recorder(viewer)
    now = clock.now()
    recorder.set(person, kept_at=(person.kept_at or now) if keep else None, chosen_at=now, touched_at=now)
    judge_again(viewer, [person.pk])
    if keep:
        look_through_people_later(viewer, [person.pk])
        return recorder.note("keep_person", f"{person.name} is one of your people now.", about=person.pk)
    return recorder.note("leave_out_person", f"Left {person.name} out.", about=person.pk)


def name_columns(name: str) -> dict[str, str]:
    """A written name as the columns of a person keep it: its parts, and by what it is sorted."""
    if not name:
        raise NotAccepted("Give a name, or an address to know them by.", "name")
    parts = parse_name(name)
    return {
        "name": name,
        "given": parts.given,
        "family": parts.family,
        "called": parts.called,
        "sort_name": sort_name(name) or name,
    }


def _name_from(addresses: Sequence[str]) -> str:
    """Without a name, somebody is called what their mail address spells, or the address itself."""
    spelt = (name_from_address(value) for value in addresses if "@" in value and not is_machine_address(value))
    return next(filter(None, spelt), addresses[0] if addresses else "")


def _note_today(viewer: Viewer, text: str) -> Told:
    return Told(Channel.NOTE.value, clock.today(viewer.time_zone), text, None, "both", private=False)


def _check_birthday(month: int | None, day: int | None, year: int | None, today: date) -> None:
    if (month is None) != (day is None):
        raise NotAccepted("A birthday needs its month and its day; the year may stay open.", "day")
    if year is not None and not EARLIEST_BIRTH <= year <= today.year:
        raise NotAccepted(f"Choose a year between {EARLIEST_BIRTH} and {today.year}.", "year")
    if month is None or day is None:
        return
    try:
        born = date(year or A_LEAP_YEAR, month, day)
    except ValueError:
        raise NotAccepted("There is no such day in that month.", "day") from None
    if year is not None and born > today:
        raise NotAccepted("That day is still to come.", "year")
