"""A sentence kept from the command line: read, asked about where a terminal is there to ask, and kept."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated
from uuid import UUID

import typer

from amity.actions.capturing import CaptureKept, decided, keep
from amity.actions.setup import prepare
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.capturing import NOBODY, Answer, CaptureReading, Choice, NameLine, read
from amity.surfaces.cli.options import AsJson, OnDay, day
from amity.surfaces.cli.show import in_one_line, print_changed, print_json

MOST_QUESTIONS = 50  # of one sentence
BY_ID = "Say it with --with and an id, or write the whole name."
BY_NAME = "Write the name instead of “she” or “he”."
commands = typer.Typer(rich_markup_mode=None)


@dataclass(frozen=True, slots=True)
class Captured:
    """What a sentence was taken for. `change_id` is what `amity undo` takes; null after --dry-run: nothing was kept."""

    change_id: UUID | None
    sentence: str
    kept: CaptureKept


@dataclass(slots=True)
class _Talk:
    """A sentence, and what was answered about it so far."""

    text: str
    on: date
    also: list[str]
    answers: dict[str, Answer] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)

    def read(self, viewer: Viewer) -> CaptureReading:
        reading = read(viewer, self.text, self.on, answers=self.answers, also=self.also)
        if reading is None:
            raise NotAccepted("Write a few words first.", "text")
        return reading


@commands.command()
def capture(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What happened, in a sentence or a few.")],
    on: OnDay = None,
    together: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="NAME",
            help="Who was there beside those in TEXT, or which of several of a name is meant. May be repeated.",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what it is read as, and keep nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Keep what happened and what was said, as in amity capture "coffee with Ilse tue, she needs a plumber".

    A name that fits several people is asked about; without a terminal it is refused, with the choices.
    """
    viewer = prepare()
    talk = _Talk(text, day(viewer, on), list(together or ()))
    reading = _talked_over(viewer, talk) if sys.stdin.isatty() else _clear(talk.read(viewer))
    kept = decided(reading)
    change = None if dry_run else keep(viewer, kept)
    if as_json:
        answer = Captured(change.pk, change.label, kept) if change else Captured(None, reading.summary, kept)
        print_json(answer)
        return
    typer.echo("\n".join(_lines(reading)))
    if change:
        print_changed(change.label, change.pk)
    else:
        typer.echo("Nothing was kept.")


def _clear(reading: CaptureReading) -> CaptureReading:
    """A reading without an open question; else the choices are listed, and the command ends with 2."""
    choices = _choices(reading)
    if not reading.undecided or not choices:
        return reading
    is_name = any(line.key == reading.undecided for line in reading.names)
    typer.echo(f"amity: {reading.why} {BY_ID if is_name else BY_NAME}", err=True)
    for one in choices:
        typer.echo(f"  {one.value}  {_described(one)}" if is_name else f"  {one.name}", err=True)
    raise typer.Exit(2)


def _talked_over(viewer: Viewer, talk: _Talk) -> CaptureReading:
    """Read again after every answer, until nothing is open and somebody new was agreed to."""
    for _ in range(MOST_QUESTIONS):
        reading = talk.read(viewer)
        new = next((line for line in reading.names if _is_to_confirm(line, talk)), None)
        if reading.undecided == NOBODY:
            talk.also.append(typer.prompt(reading.why, err=True))
        elif reading.undecided:
            talk.answers[reading.undecided] = _asked(reading)
        elif new:
            talk.confirmed.add(new.key)
            is_wanted = typer.confirm(f"{new.name} is new here. Add them?", default=True, err=True)
            talk.answers[new.key] = Answer(is_out=not is_wanted)
        else:
            return reading
    raise NotAccepted("That could not be decided. Please write the whole names.")


def _is_to_confirm(line: NameLine, talk: _Talk) -> bool:
    return line.is_new and not line.is_out and line.key not in talk.confirmed


def _asked(reading: CaptureReading) -> Answer:
    choices = _choices(reading)
    if not choices:
        return Answer(name=typer.prompt(f"{reading.why} Who is it", err=True))
    typer.echo(reading.why, err=True)
    for number, one in enumerate(choices, 1):
        typer.echo(f"  {number}  {_described(one)}", err=True)
    number = typer.prompt("Which one", type=int, err=True)
    return Answer(who=choices[number - 1].value) if 1 <= number <= len(choices) else Answer()


def _choices(reading: CaptureReading) -> Sequence[Choice]:
    of_line = {line.key: line.choices for line in reading.names} | {line.key: line.choices for line in reading.said}
    return of_line.get(reading.undecided, ())


def _described(one: Choice) -> str:
    return f"{one.name}, {one.detail}" if one.detail else one.name


def _lines(reading: CaptureReading) -> Iterator[str]:
    """What it was read as, a line each."""
    yield f"Happened: {_joined(reading.happened.parts)}"
    for name in reading.names:
        if not name.is_out:
            yield f"{'With' if name.was_there else 'About'}: {name.name}{' (new)' if name.is_new else ''}"
    for said in reading.said:
        whose = f"{said.about_name}: " if said.choices and said.about_name else ""
        yield f"{said.label}: {whose}{in_one_line(_joined(said.parts))}"
    if reading.left:
        yield f"Not read, and kept in the note: {in_one_line(reading.left)}"


def _joined(parts: Sequence[tuple[str, bool]]) -> str:
    return "".join(words for words, _ in parts)
