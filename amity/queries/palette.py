"""Find or do: people and commands for one field that opens everywhere."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amity.formats.names import first_name
from amity.judgement.lede import found_words
from amity.judgement.listing import is_quiet, last_words
from amity.judgement.ties import state_on
from amity.lib.text import fold
from amity.lib.viewer import Viewer
from amity.queries.judged import LISTED, listed_tie
from amity.queries.search import LONGEST, FoundPerson, find_people
from amity.records.models import Tie
from amity.records.scope import reads

PEOPLE = 6
COMMANDS = 6


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do. `verb` names it for the surface, which knows the address and the key; `person_id` whom for."""

    verb: str
    label: str
    person_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Palette:
    """`foot` is "three found"; `people` have their line as in search, "Quiet for 5 months"."""

    people: tuple[FoundPerson, ...]
    commands: tuple[Command, ...]
    foot: str


GOING = (
    Command("today", "Go to Today"),
    Command("people", "Go to People"),
    Command("promises", "Go to Promises"),
    Command("helping", "Go to Helping: needs and offers"),
    Command("candidates", "People you might keep"),
    Command("duplicates", "Are these the same person?"),
    Command("sources", "Bring something in: import"),
    Command("history", "What was changed, and undo"),
    Command("bin", "Open the bin"),
    Command("circles", "Circles and their rhythms"),
    Command("settings", "Settings"),
    Command("note", "Write something down"),
    Command("new-promise", "Write a promise down"),
    Command("new-need", "Write down what somebody needs or offers"),
    Command("new-person", "Add a person"),
    Command("keys", "All keys"),
)
EVERYDAY = tuple(command for command in GOING if command.verb in ("note", "new-person", "people", "sources", "keys"))


@reads
def palette(viewer: Viewer, text: str, on: date) -> Palette:
    """What the typed words may mean; with none, the people nearest just now and the everyday commands."""
    text = text[:LONGEST].strip()
    if not text:
        return Palette(_warmest(viewer, on), EVERYDAY, "")
    people = find_people(viewer, text, on, PEOPLE)
    commands = (*_matching(text), *(_with(people[0]) if people else ()))
    return Palette(people, commands[:COMMANDS], found_words(len(people)))


def _warmest(viewer: Viewer, on: date) -> tuple[FoundPerson, ...]:
    ties = Tie.objects.filter(member_id=viewer.member, listed=True).order_by("-warmth", "-person_id")
    shown = ("person_id", "person__name", "person__latin", "person__language")
    rows = [(row[:4], listed_tie(row[4:])) for row in ties.values_list(*shown, *LISTED)[:PEOPLE]]
    return tuple(
        FoundPerson(key, name, latin, language, last_words(judged, on), is_quiet(state_on(judged, on)), kept=True)
        for (key, name, latin, language), judged in rows
    )


def _matching(text: str) -> Sequence[Command]:
    """Commands in whose words every typed word begins something."""
    typed = fold(text).split()
    return [
        command
        for command in GOING
        if all(any(word.startswith(begun) for word in fold(command.label).split()) for begun in typed)
    ]


def _with(person: FoundPerson) -> Sequence[Command]:
    """What can be done with the likeliest person."""
    called = first_name(person.name)
    return (
        Command("write", f"Write to {called}", person.id),
        Command("note-about", f"Write something down about {called}", person.id),
        Command("done", f"We spoke, {called} and I", person.id),
        Command("promise-to", f"Write down a promise to {called}", person.id),
        Command("asked", f"I asked {called} how I can help", person.id),
        Command("rhythm", f"Set the rhythm with {called}", person.id),
    )
