"""Bringing in mail and address books: a look beforehand, the reading, and what to do about earlier ones."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import Annotated
from uuid import UUID

import typer

from amity.actions.detecting import Looked, look_through, look_through_later
from amity.actions.intake import new_intake, run_intake, stop_intake
from amity.actions.intake_preview import PreviewResult
from amity.actions.intake_preview import preview as look
from amity.actions.reading import Stopped
from amity.actions.setup import prepare
from amity.actions.steps import Step
from amity.judgement.intake_words import now_in
from amity.lib.viewer import Viewer
from amity.queries.intakes import IntakePage, intake_page, intakes_page
from amity.queries.settings import OwnAddressRow, settings_page
from amity.surfaces.cli.options import AsJson, day, key
from amity.surfaces.cli.progress import bar
from amity.surfaces.cli.show import print_json, print_table
from amity.surfaces.cli.whole import print_taken_back, take_whole_back

TROUBLES_SHOWN = 10
EXAMPLES_SHOWN = 3

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...", help="Files or folders: mail, chats, calls, address books, tables.", show_default=False
    ),
]
Me = Annotated[
    list[str] | None,
    typer.Option(
        "--me", metavar="ADDRESS", help="An address of your own, or your name in chats; may be said several times."
    ),
]
IntakeId = Annotated[str, typer.Argument(metavar="ID", help="Which import, as `amity imports` names it.")]

commands = typer.Typer(rich_markup_mode=None)
imports = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
commands.add_typer(imports, name="imports")


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import, every address now taken for the owner's own, and what waits to be decided."""

    report: IntakePage
    own_addresses: tuple[OwnAddressRow, ...]
    looked: Looked | None


@dataclass(frozen=True, slots=True)
class Stays:
    """What an import brought and taking it back left: why, how much, and a few examples."""

    why: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking an import back left."""

    intake_id: UUID
    stays: tuple[Stays, ...]


@commands.command("import")
def bring_in(
    paths: Paths,
    me: Me = None,
    preview: Annotated[bool, typer.Option("--preview", help="Look at a sample, and store nothing of it.")] = False,
    later: Annotated[
        bool, typer.Option("--later", help="Leave looking for promises and needs to the worker of amity serve.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring in mail, chats, calls and address books. Your own addresses are found out when you name none."""
    viewer, names = prepare(), [str(path) for path in paths]
    if not preview:
        _read(viewer, new_intake(viewer, names, me or (), with_nothing_to_read=True), as_json, later=later)
        return
    seen = look(viewer, names, me or (), with_nothing_to_read=True)
    if as_json:
        print_json(seen)
    else:
        typer.echo("\n".join(_seen(seen)))


@imports.callback()
def list_imports(context: typer.Context, as_json: AsJson = False) -> None:
    """List what was brought in; go on with one, stop it, or take it back."""
    if context.invoked_subcommand:
        return
    rows = intakes_page(prepare()).rows
    if as_json:
        print_json(rows)
    elif not rows:
        typer.echo("Nothing has been brought in yet. Begin with: amity import PATH")
    else:
        lines = [(f"{r.made_at:%Y-%m-%d %H:%M}", r.title, r.state_words, r.came, str(r.id)) for r in rows]
        print_table(("when", "what", "", "came", "id"), lines)


@imports.command()
def resume(intake_id: IntakeId, as_json: AsJson = False) -> None:
    """Go on with one that was stopped or broke off, from where it stands, or begin one that was only looked at."""
    _read(prepare(), _key(intake_id), as_json)


@imports.command()
def stop(intake_id: IntakeId) -> None:
    """Ask one that is being read to stop. What came stays, and it can go on later."""
    viewer, named = prepare(), _key(intake_id)
    stop_intake(viewer, named)
    typer.echo(intake_page(viewer, named, day(viewer)).progress.state_words)


@imports.command()
def undo(intake_id: IntakeId, as_json: AsJson = False) -> None:
    """Take one back: what only it brought goes, unless you touched it since; what stays is told."""
    viewer, named = prepare(), _key(intake_id)
    undone = take_whole_back(viewer, named)
    if as_json:
        print_json(TakenBack(named, tuple(Stays(*one) for one in undone.stays)))
    else:
        print_taken_back(undone)


def _key(text: str) -> UUID:
    return key(text, "import", "amity imports")


def _read(viewer: Viewer, intake_id: UUID, as_json: bool, *, later: bool = False) -> None:
    with bar("Reading") as show, _stoppable() as asked:

        def tell(step: Step) -> None:
            if asked():
                raise Stopped
            show(step.done, step.total, _now(step))

        run_intake(viewer, intake_id, tell)
    if later:
        look_through_later(viewer, intake_id)
    _report(viewer, intake_id, None if later else _look(viewer, intake_id), as_json)


def _look(viewer: Viewer, intake_id: UUID) -> Looked | None:
    """Look for promises and needs. Stopped by Ctrl-C, a worker goes on with it, now or when there is one."""
    with bar("Looking through") as show, _stoppable() as asked:

        def tell(step: Step) -> None:
            if asked():
                raise Stopped
            show(step.done, step.total, step.name.capitalize())

        try:
            return look_through(viewer, intake_id, tell)
        except Stopped:
            look_through_later(viewer, intake_id)
            return None


def _now(step: Step) -> str:
    what = step.name.capitalize()
    return f"{what}, {now_in(step.now_on)}" if step.now_on else what


@contextmanager
def _stoppable() -> Iterator[Callable[[], bool]]:
    """Ctrl-C asks for a stop behind the chunk that is being stored; a second one ends it at once, and loses nothing."""
    asked = False

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)


def _seen(seen: PreviewResult) -> Iterator[str]:
    yield from (part.sentence for part in seen.parts)
    yield from seen.sentences
    if seen.people:
        yield f"Addresses in what was looked at that nobody here has yet: {seen.people}."
    for own in seen.own:
        yield f"It seems to be the mailbox of {own.address}. {own.reason}".rstrip()
    yield from (f"Left aside: {aside.count}. {aside.why}" for aside in seen.aside)
    yield from (
        f"Could not be understood: {trouble.where}: {trouble.why}" for trouble in seen.problems[:TROUBLES_SHOWN]
    )
    yield ""
    yield f"To bring it in: amity imports resume {seen.intake_id}"


def _report(viewer: Viewer, intake_id: UUID, looked: Looked | None, as_json: bool) -> None:
    page = intake_page(viewer, intake_id, day(viewer))
    own = settings_page(viewer).own_addresses
    if as_json:
        print_json(Imported(_with_every_trouble(viewer, page), own, looked))
        return
    typer.echo("\n".join([*_lines(page), *_decide(looked)]))
    guessed = [row for row in own if not row.confirmed and not row.refused]
    if guessed:
        typer.echo("\nTaken for your own addresses:")
        typer.echo("\n".join(f"  {row.shown or row.value}  {row.reason}".rstrip() for row in guessed))
        typer.echo("Say so with `amity addresses confirm ADDRESS`, or `refuse` what is not yours.")


def _with_every_trouble(viewer: Viewer, page: IntakePage) -> IntakePage:
    """Pages turn over, a program wants the whole list."""
    troubles, after = page.troubles, page.next
    while after:
        more = intake_page(viewer, page.progress.intake_id, day(viewer), after=after)
        troubles, after = (*troubles, *more.troubles), more.next
    return replace(page, troubles=troubles, next="")


def _decide(looked: Looked | None) -> Iterator[str]:
    if looked is None or not (looked.promises or looked.needs or looked.offers):
        return
    yield ""
    yield "Found in it, and yours to decide:"
    for number, one, many in (
        (looked.promises, "may be a promise", "promises"),
        (looked.needs, "may be a need", "needs"),
        (looked.offers, "may be an offer", "offers"),
    ):
        if number:
            yield f"  {number} that {one if number == 1 else f'may be {many}'}. See: amity {many} --suggested"


def _lines(page: IntakePage) -> Iterator[str]:
    yield from page.sentences
    if page.can_resume:
        yield f"{page.progress.state_words}. Go on with: amity imports resume {page.progress.intake_id}"
    if page.aside:
        yield ""
        yield "Left aside:"
    for aside in page.aside:
        examples = ", ".join(aside.examples[:EXAMPLES_SHOWN])
        yield f"  {aside.count}  {aside.why}" + (f" ({examples})" if examples else "")
    if page.troubles:
        yield ""
        yield f"Could not be understood: {page.trouble_count}"
    yield from (f"  {trouble.where}: {trouble.why}" for trouble in page.troubles[:TROUBLES_SHOWN])
    if page.trouble_count > TROUBLES_SHOWN:
        more = page.trouble_count - TROUBLES_SHOWN
        yield f"  And {more:,} more. To see them all: amity imports resume {page.progress.intake_id} --json"
    if page.undo_until:
        yield ""
        yield f"To take it all back: amity imports undo {page.progress.intake_id}"
