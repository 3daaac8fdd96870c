"""Notes, meetings, calls and letters that the owner writes down."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from amity.actions import rows
from amity.actions.afterwards import docid_for, find_again, find_no_more, judge_again
from amity.actions.changes import Recorder
from amity.actions.words import moment_of, one_of, passage
from amity.judgement import contacts
from amity.judgement.vocabulary import Channel, Direction, PartyRole
from amity.judgement.wording import listed
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.records.models import Change, Interaction, Participant, Person
from amity.records.scope import changes

MOST_MINUTES = 7 * 24 * 60  # a week's visit
MOST_AT_ONCE = 200  # people in one meeting

SAID = {
    Channel.MAIL: "a mail",
    Channel.MESSAGE: "a message",
    Channel.CALL: "a call",
    Channel.VIDEO: "a video call",
    Channel.IN_PERSON: "a meeting",
    Channel.LETTER: "a letter",
    Channel.NOTE: "a note",
}
ROLES = {Direction.OUT: PartyRole.TO, Direction.BOTH: PartyRole.TO, Direction.IN: PartyRole.FROM}


@dataclass(frozen=True, slots=True)
class Told:
    """What the owner tells of something that happened; None: nothing, or in a correction, as it was."""

    channel: str | None = None
    happened_on: date | None = None
    text: str | None = None
    minutes: int | None = None
    direction: str | None = None
    private: bool | None = None


@changes
def add_interaction(
    viewer: Viewer,
    person_ids: Sequence[uuid.UUID],
    channel: str,
    happened_on: date,
    text: str = "",
    *,
    minutes: int | None = None,
    direction: str = "both",
    private: bool = False,
) -> Change:
    """Write down what happened between the owner and these people; channel "note" for a note."""
    people, recorder = rows.people(person_ids), Recorder(viewer)
    told = Told(channel, happened_on, text, minutes, direction, private)
    interaction = write_down(recorder, people, told)
    return recorder.note(
        "add_interaction",
        f"Wrote down {SAID[Channel(interaction.channel)]} with {_names(people)}.",
        about=people[0].pk if len(people) == 1 else None,
    )


def write_down(recorder: Recorder, people: Sequence[Person], told: Told) -> Interaction:
    """The part of `add_interaction` that other actions share: records, words to find, ties."""
    viewer = recorder.viewer
    if len(people) > MOST_AT_ONCE:
        raise NotAccepted(f"That is more than {MOST_AT_ONCE} people for one meeting.", "people")
    interaction = Interaction(member_id=viewer.member, others=len(people), touched_at=clock.now())
    for name, value in _columns(viewer, told).items():
        setattr(interaction, name, value)
    if interaction.channel == Channel.NOTE and not interaction.text:
        raise NotAccepted("Write a few words first.", "text")
    interaction.counts = _counts(interaction, len(people))
    interaction.docid = docid_for(interaction.happened_at, interaction.text)
    recorder.make(interaction)
    for person in people:
        recorder.make(_participant(interaction, person.pk))
    find_again(viewer, interactions=[interaction.pk])
    judge_again(viewer, [person.pk for person in people])
    return interaction


@changes
def correct_interaction(
    viewer: Viewer,
    interaction_id: uuid.UUID,
    *,
    channel: str | None = None,
    happened_on: date | None = None,
    text: str | None = None,
    minutes: int | None = None,
    direction: str | None = None,
    private: bool | None = None,
    person_ids: Sequence[uuid.UUID] | None = None,
) -> Change:
    """Correct what was told; None leaves it as it was, and zero minutes means that nobody knows how long."""
    interaction, recorder = _here(viewer, interaction_id), Recorder(viewer)
    told = Told(channel, happened_on, text, minutes, direction, private)
    before = _who(interaction)
    people = rows.people(person_ids) if person_ids is not None else []
    values = _columns(viewer, told)
    if told.happened_on == clock.local_day(interaction.happened_at, viewer.time_zone):
        values.pop("happened_at")  # the hour that a letter itself tells is not overwritten with noon
    find_no_more(viewer, interactions=[interaction.pk])
    moved = "happened_at" in values
    recorder.set(interaction, **values, touched_at=clock.now())
    recorder.set(interaction, docid=_docid(interaction, moved=moved))
    if people:
        _change_who(recorder, interaction, people)
    if people or told.channel is not None or moved:
        recorder.set(interaction, counts=_counts(interaction, interaction.others))
    _take_along(recorder, interaction)
    find_again(viewer, interactions=[interaction.pk])
    judge_again(viewer, before | _who(interaction))
    return recorder.note(
        "correct_interaction",
        f"Corrected {SAID[Channel(interaction.channel)]}.",
        about=next(iter(before)) if len(before) == 1 else None,
    )


@changes
def trash_interaction(viewer: Viewer, interaction_id: uuid.UUID) -> Change:
    """Move it to the bin: it no longer counts, and can come back for 30 days."""
    interaction, recorder = _here(viewer, interaction_id), Recorder(viewer)
    recorder.set(interaction, trashed_at=clock.now())
    return _noted(recorder, interaction, "trash_interaction", "Moved {} to the bin.")


@changes
def restore_interaction(viewer: Viewer, interaction_id: uuid.UUID) -> Change:
    """Bring it back from the bin."""
    interaction, recorder = rows.interaction(viewer, interaction_id), Recorder(viewer)
    if interaction.trashed_at is None:
        raise NotHere("This is not in the bin.")
    recorder.set(interaction, trashed_at=None)
    return _noted(recorder, interaction, "restore_interaction", "Brought {} back.")


def _noted(recorder: Recorder, interaction: Interaction, verb: str, sentence: str) -> Change:
    who = _who(interaction)
    judge_again(recorder.viewer, who)
    about = next(iter(who)) if len(who) == 1 else None
    return recorder.note(verb, sentence.format(SAID[Channel(interaction.channel)]), about=about)


def _here(viewer: Viewer, interaction_id: uuid.UUID) -> Interaction:
    interaction = rows.interaction(viewer, interaction_id)
    if interaction.trashed_at is not None:
        raise NotHere("This is in the bin. Bring it back first.")
    return interaction


def _columns(viewer: Viewer, told: Told) -> dict[str, object]:
    values: dict[str, object] = {}
    if told.channel is not None:
        values["channel"] = one_of(Channel, told.channel, "channel").value
    if told.direction is not None:
        values["direction"] = one_of(Direction, told.direction, "direction").value
    if told.happened_on is not None:
        values["happened_at"] = moment_of(viewer, told.happened_on)
    if told.text is not None:
        values["text"] = passage(told.text)
    if told.minutes is not None:
        values["minutes"] = _minutes(told.minutes)
    if told.private is not None:
        values["private_to"] = viewer.member if told.private else None
    return values


def _minutes(minutes: int) -> int | None:
    if not 0 <= minutes <= MOST_MINUTES:
        raise NotAccepted("That is longer than a week. Give the time in minutes.", "minutes")
    return minutes or None


def _counts(interaction: Interaction, others: int) -> bool:
    day = interaction.happened_at.date()
    contact = contacts.Contact(day, Channel(interaction.channel), Direction(interaction.direction), others)
    return contacts.counts(contact)


def _participant(interaction: Interaction, person_id: uuid.UUID) -> Participant:
    return Participant(
        interaction=interaction,
        person_id=person_id,
        role=ROLES[Direction(interaction.direction)].value,
        happened_at=interaction.happened_at,
    )


def _docid(interaction: Interaction, *, moved: bool) -> int | None:
    words = f"{interaction.subject}{interaction.text}"
    if interaction.docid is not None and words and not moved:
        return interaction.docid
    return docid_for(interaction.happened_at, words)


def _take_along(recorder: Recorder, interaction: Interaction) -> None:
    role = ROLES[Direction(interaction.direction)].value
    for participant in Participant.objects.filter(interaction=interaction):
        written_down = interaction.key is None  # a letter that was read knows better who stood where
        recorder.set(
            participant,
            happened_at=interaction.happened_at,
            role=role if written_down else participant.role,
        )


def _change_who(recorder: Recorder, interaction: Interaction, people: Iterable[Person]) -> None:
    wanted = {person.pk for person in people}
    there = list(Participant.objects.filter(interaction=interaction))
    recorder.remove_many([participant for participant in there if participant.person_id not in wanted])
    for person_id in wanted - {participant.person_id for participant in there}:
        recorder.make(_participant(interaction, person_id))
    recorder.set(interaction, others=len(wanted))


def _who(interaction: Interaction) -> set[uuid.UUID]:
    return set(Participant.objects.filter(interaction=interaction).values_list("person_id", flat=True))


def _names(people: Sequence[Person]) -> str:
    names = [person.name for person in people[:3]]
    return listed(names if len(people) <= 3 else [*names[:2], f"{len(people) - 2} others"])
