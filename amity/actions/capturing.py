"""What a captured sentence was decided to say, kept: one change, and so one undo, for all of it."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amity.actions import rows
from amity.actions.afterwards import find_again, judge_again
from amity.actions.changes import Recorder
from amity.actions.facts import BY_HAND
from amity.actions.help import put_help_asked, put_need, put_offer
from amity.actions.interactions import Told, write_down
from amity.actions.matching import match_facts, match_needs, match_offers
from amity.actions.people import name_columns
from amity.actions.promises import NewPromise, put_promise
from amity.actions.words import line as one_line
from amity.actions.words import passage
from amity.judgement.due import Due
from amity.judgement.readback import ChipKind, kept_words, sentence_around
from amity.judgement.vocabulary import Channel
from amity.judgement.wording import capital, listed
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.capturing import ANYBODY, NOBODY, CaptureReading, SaidLine
from amity.records.models import Change, Fact, Interaction, Person
from amity.records.people import NAME_LENGTH
from amity.records.scope import changes

MOST_NAMED = 3  # in the sentence of the change
MOST_SAID = 100  # statements of one sentence


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody known, or without `id` somebody new of this name."""

    id: uuid.UUID | None
    name: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement. `about` is None for how one can help, which was asked of everybody who was there.

    day       a promise is due, or what a fact tells of happens
    fact_kind and `fact_label`: of a fact, "life_event" and "New baby"
    sentence  what was written, with `mark` around what tells it
    """

    kind: ChipKind
    about: Somebody | None
    what: str
    day: date | None = None
    fact_kind: str = "other"
    fact_label: str = ""
    sentence: str = ""
    mark: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class CaptureKept:
    """A sentence with every question decided. `together` were there, or are whom the note is about."""

    text: str
    together: tuple[Somebody, ...]
    channel: Channel
    day: date
    minutes: int | None = None
    said: tuple[Saying, ...] = ()


class Undecided(NotAccepted):
    """The writer has to decide something first; `field` is the key of the line."""


def decided(reading: CaptureReading, *, only_the_note: bool = False) -> CaptureKept:
    """What a reading comes to. Raises Undecided with the first question that is open."""
    asked = {line.key for line in reading.names} | {NOBODY, reading.happened.key}
    if reading.undecided and not (only_the_note and reading.undecided not in asked):
        raise Undecided(reading.why, reading.undecided)
    people = {one.key: Somebody(one.person_id, one.name) for one in reading.names if not one.is_out}
    there = [people[one.key] for one in reading.names if one.was_there and one.key in people]
    said = [] if only_the_note else [one for one in reading.said if not one.is_out]
    return CaptureKept(
        text=reading.text,
        together=tuple(dict.fromkeys(there or people.values())),
        channel=reading.happened.channel,
        day=reading.happened.day,
        minutes=reading.happened.minutes,
        said=tuple(_saying(reading.text, one, people) for one in said),
    )


def _saying(text: str, line: SaidLine, people: Mapping[str, Somebody]) -> Saying:
    sentence, mark = sentence_around(text, line.start, line.end)
    about = None if line.kind is ChipKind.ASKED else people.get(line.about)
    return Saying(line.kind, about, line.what, line.day, line.fact_kind, line.fact_label, sentence, mark)


@changes
def keep(viewer: Viewer, kept: CaptureKept) -> Change:
    """Keep what happened and everything said, somebody new among it, and look at once who may help with a need."""
    if not passage(kept.text):
        raise NotAccepted("Write a few words first.", "text")
    if not kept.together:
        raise NotAccepted(ANYBODY, NOBODY)
    if len(kept.said) > MOST_SAID:
        raise NotAccepted("That is too much for one note. Please keep it in two.", "text")
    recorder = Recorder(viewer)
    people = _people(recorder, kept)
    there = list(dict.fromkeys(people[one] for one in kept.together))
    told = Told(kept.channel.value, kept.day, kept.text, kept.minutes, "both", private=False)
    interaction = write_down(recorder, there, told)
    _keep_facts(recorder, kept, people, interaction)
    _keep_help(recorder, kept, people, interaction)
    _keep_promises(recorder, kept, people, interaction)
    everybody = list(dict.fromkeys(people.values()))
    judge_again(viewer, [person.pk for person in everybody])
    return recorder.note(
        "capture",
        kept_words(kept.channel, _names(there), [one.kind for one in kept.said]),
        about=everybody[0].pk if len(everybody) == 1 else None,
    )


People = Mapping[Somebody, Person]


def _people(recorder: Recorder, kept: CaptureKept) -> People:
    """Everybody spoken of, those who are new added; two of the same new name are one."""
    named = dict.fromkeys([*kept.together, *(one.about for one in kept.said if one.about)])
    known = [one.id for one in named if one.id]
    found = {row.pk: row for row in rows.people(known)} if known else {}
    return {one: found[one.id] if one.id else _new(recorder, one.name) for one in named}


def _new(recorder: Recorder, name: str) -> Person:
    columns = name_columns(one_line(name, "name", NAME_LENGTH))
    person = Person(**columns, kept_at=clock.now(), chosen_at=clock.now(), touched_at=clock.now())
    recorder.make(person)
    return person


def _keep_facts(recorder: Recorder, kept: CaptureKept, people: People, interaction: Interaction) -> None:
    facts = [
        Fact(
            person=people[one.about],
            kind=one.fact_kind,
            label=one.fact_label,
            text=passage(capital(one.what), "what"),
            noted_on=kept.day,
            happens_on=one.day,
            source=BY_HAND,
            interaction=interaction,
            touched_at=clock.now(),
        )
        for one in kept.said
        if one.kind is ChipKind.FACT and one.about
    ]
    for fact in facts:
        recorder.make(fact)
    if facts:
        keys = [fact.pk for fact in facts]
        find_again(recorder.viewer, facts=keys)
        match_facts(recorder.viewer, keys)


def _keep_help(recorder: Recorder, kept: CaptureKept, people: People, interaction: Interaction) -> None:
    """Needs and offers, then that the owner asked: what was needed is the answer."""
    put = {ChipKind.NEED: put_need, ChipKind.OFFER: put_offer}
    made: dict[ChipKind, list[uuid.UUID]] = {kind: [] for kind in put}
    for one in kept.said:
        if one.kind in put and one.about:
            row = put[one.kind](
                recorder,
                people[one.about],
                capital(one.what),
                said_on=kept.day,
                interaction_id=interaction.pk,
                sentence=one.sentence,
                mark=one.mark,
            )
            made[one.kind].append(row.pk)
    if any(one.kind is ChipKind.ASKED for one in kept.said):
        for somebody in kept.together:
            needs = [one.what for one in kept.said if one.kind is ChipKind.NEED and one.about == somebody]
            answer = ". ".join(needs)
            put_help_asked(
                recorder, people[somebody], on=kept.day, answer=answer, interaction_id=interaction.pk
            )  # fmt: skip
    if made[ChipKind.NEED]:
        match_needs(recorder.viewer, made[ChipKind.NEED])
    if made[ChipKind.OFFER]:
        match_offers(recorder.viewer, made[ChipKind.OFFER])


def _keep_promises(recorder: Recorder, kept: CaptureKept, people: People, interaction: Interaction) -> None:
    for one in kept.said:
        if one.kind in (ChipKind.PROMISE, ChipKind.THEIR_PROMISE) and one.about:
            new = NewPromise(
                what=capital(one.what),
                mine=one.kind is ChipKind.PROMISE,
                due=Due(one.day),
                said_on=kept.day,
                interaction=interaction,
                sentence=one.sentence,
                mark=one.mark,
            )
            put_promise(recorder, people[one.about], new)


def _names(people: Sequence[Person]) -> str:
    names = [person.name for person in people[:MOST_NAMED]]
    return listed(names if len(people) <= MOST_NAMED else [*names[:-1], f"{len(people) - MOST_NAMED + 1} others"])
