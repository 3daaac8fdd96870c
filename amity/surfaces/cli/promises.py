"""Promises on the command line: the list, and what became of one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated
from uuid import UUID

import typer

from amity.actions import promises as acts
from amity.actions.setup import prepare
from amity.judgement.vocabulary import PromiseState
from amity.lib.errors import NotHere
from amity.lib.text import legible, shorten
from amity.lib.viewer import Viewer
from amity.queries.promises import PromiseRow, PromisesPage, SuggestedPromise, promises_meant, promises_page
from amity.surfaces.cli.options import AsJson, OnDay, day
from amity.surfaces.cli.show import Changed, print_changed, print_json, print_table
from amity.surfaces.cli.who import Who, one_person

Which = Annotated[
    str,
    typer.Argument(metavar="WHICH", help="Words of the promise, the person's name when it is the only one, or an id."),
]
What = Annotated[str | None, typer.Option("--what", help="Other words for it.")]
By = Annotated[
    str | None, typer.Option("--by", metavar="DAY", help="For when: 2026-12-04, friday, soon; “” for no day at all.")
]
PastDay = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help="On which day, as 2026-11-20 or yesterday; today without it.")
]

OPEN, SETTLED = (PromiseState.OPEN,), (PromiseState.KEPT, PromiseState.RELEASED)
WAITING = (PromiseState.SUGGESTED,)
ANY = (*OPEN, *WAITING, *SETTLED)
LONGEST_SAID_BACK = 60  # characters
COLUMNS = ("for", "what", "", "where it was said", "now")

commands = typer.Typer(rich_markup_mode=None)
promise = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Note a promise, and say what became of it.")
commands.add_typer(promise, name="promise")


@commands.command()
def promises(
    show_all: Annotated[bool, typer.Option("--all", help="Settled ones too, back to the first.")] = False,
    suggested: Annotated[
        bool, typer.Option("--suggested", help="Only what was found and waits for a yes or no.")
    ] = False,
    on: OnDay = None,
    as_json: AsJson = False,
) -> None:
    """List what you promised and what was promised to you: open ones first, the longest waiting at the top."""
    viewer = prepare()
    page = _whole(viewer, day(viewer, on), show_all)
    if as_json:
        print_json(page.suggested if suggested else page)
    elif suggested:
        typer.echo("\n".join(_to_decide(page)))
    else:
        _print(page)


@promise.command()
def add(
    who: Who,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="What was promised: “Send her the deck”.")],
    by: By = None,
    theirs: Annotated[bool, typer.Option("--theirs", help="They promised it to you.")] = False,
    said: Annotated[
        str | None, typer.Option("--said", metavar="DAY", help="When it was said; today without it.")
    ] = None,
    private: Annotated[bool, typer.Option("--private", help="For your eyes alone, in a shared network.")] = False,
    as_json: AsJson = False,
) -> None:
    """Note what you promised somebody, or with --theirs what they promised you."""
    viewer = prepare()
    due = acts.due_of(viewer, by or "")
    change = acts.add_promise(
        viewer,
        one_person(viewer, who).id,
        what,
        mine=not theirs,
        due_on=due.on,
        due_words=due.words,
        said_on=acts.day_gone(viewer, said) if said else None,
        private=private,
    )
    _answer(Changed(change.pk, change.label), as_json)


@promise.command()
def accept(which: Which, by: By = None, what: What = None, as_json: AsJson = False) -> None:
    """Yes to a found promise, for the day that was found unless --by says another."""
    viewer = prepare()
    due = _due(viewer, by)
    change = acts.accept_promise(viewer, _one(viewer, which, WAITING), due_on=due[0], due_words=due[1], what=what)
    _answer(Changed(change.pk, change.label), as_json)


@promise.command()
def dismiss(which: Which, as_json: AsJson = False) -> None:
    """No to a found promise, for good: it is not found again in the same letter."""
    viewer = prepare()
    change = acts.dismiss_promise(viewer, _one(viewer, which, WAITING))
    _answer(Changed(change.pk, change.label), as_json)


@promise.command()
def keep(which: Which, on: PastDay = None, as_json: AsJson = False) -> None:
    """Say that it is kept, or that what was promised to you came. Late is still kept."""
    viewer = prepare()
    kept_on = acts.day_gone(viewer, on) if on else None
    change = acts.keep_promise(viewer, _one(viewer, which, OPEN), kept_on)
    _answer(Changed(change.pk, change.label), as_json)


@promise.command("not-yet")
def not_yet(which: Which, as_json: AsJson = False) -> None:
    """No to "did that keep it?": it stays open, and that letter does not ask again."""
    viewer = prepare()
    change = acts.not_kept_by_that(viewer, _one(viewer, which, OPEN))
    _answer(Changed(change.pk, change.label), as_json)


@promise.command()
def release(
    which: Which,
    they_know: Annotated[bool, typer.Option("--they-know", help="You told them, and they agree.")] = False,
    as_json: AsJson = False,
) -> None:
    """Let go of it: a good ending too, once they know."""
    viewer = prepare()
    change = acts.release_promise(viewer, _one(viewer, which, OPEN), they_know=they_know)
    _answer(Changed(change.pk, change.label), as_json)


@promise.command("open")
def open_again(which: Which, as_json: AsJson = False) -> None:
    """Open one again that was kept or let go."""
    viewer = prepare()
    change = acts.open_again(viewer, _one(viewer, which, SETTLED))
    _answer(Changed(change.pk, change.label), as_json)


@promise.command()
def correct(
    which: Which,
    what: What = None,
    by: By = None,
    person: Annotated[str | None, typer.Option("--with", metavar="WHO", help="The person it is really about.")] = None,
    as_json: AsJson = False,
) -> None:
    """Put it right: its words, its day, or the person."""
    viewer = prepare()
    key, due = _one(viewer, which, ANY), _due(viewer, by)
    other = one_person(viewer, person).id if person else None
    change = acts.correct_promise(viewer, key, what=what, due_on=due[0], due_words=due[1], person_id=other)
    _answer(Changed(change.pk, change.label), as_json)


@promise.command()
def remove(which: Which, as_json: AsJson = False) -> None:
    """Take it off the list, as if it had never been written down."""
    viewer = prepare()
    change = acts.remove_promise(viewer, _one(viewer, which, (*OPEN, *SETTLED)))
    _answer(Changed(change.pk, change.label), as_json)


def _one(viewer: Viewer, text: str, states: tuple[PromiseState, ...]) -> UUID:
    """Which promise `text` means, those in `states` before others. Several: they are listed, and it ends with 1."""
    on = day(viewer)
    found = promises_meant(viewer, text, on, states) or promises_meant(viewer, text, on, ANY)
    if not found:
        raise NotHere(f"No such promise here says “{shorten(legible(text), LONGEST_SAID_BACK)}”.")
    if len(found) > 1:
        typer.echo("amity: It could be any of these. Please say it with an id.", err=True)
        print_table(("id", "what", ""), [(str(row.id), row.what, _to_or_from(row)) for row in found])
        raise typer.Exit(1)
    return found[0].id


def _due(viewer: Viewer, by: str | None) -> tuple[date | None | acts.Left, str]:
    if by is None:
        return acts.AS_IT_WAS, ""
    due = acts.due_of(viewer, by)
    return due.on, due.words


def _answer(changed: Changed, as_json: bool) -> None:
    if as_json:
        print_json(changed)
    else:
        print_changed(changed.sentence, changed.change_id)


def _whole(viewer: Viewer, on: date, show_all: bool) -> PromisesPage:
    """The page with all its rows."""
    page = promises_page(viewer, on, show_all=show_all)
    rows, after = list(page.mine), page.next
    while after:
        more = promises_page(viewer, on, show_all=show_all, after=after)
        rows, after = [*rows, *more.mine], more.next
    return replace(page, mine=tuple(rows), next="")


def _print(page: PromisesPage) -> None:
    typer.echo(page.lede)
    if page.mine:
        typer.echo("\nYou promised")
        print_table(COLUMNS, map(_line, page.mine))
    for row in page.mine:
        _ask(row)
    if page.suggested:
        typer.echo("")
        typer.echo("\n".join(_to_decide(page)))
    if page.theirs:
        typer.echo("\nPromised to you")
        print_table(COLUMNS, map(_line, page.theirs))
    for sentence in page.beside:
        typer.echo(f"\n{sentence}")


def _line(row: PromiseRow) -> tuple[str, ...]:
    return row.for_words, row.what, _to_or_from(row), row.where, row.now


def _to_or_from(row: PromiseRow) -> str:
    return f"{'to' if row.mine else 'from'} {row.name}"


def _ask(row: PromiseRow) -> None:
    if row.asks_kept:
        typer.echo(f"\n{row.what} {_to_or_from(row)}: {row.asks_kept.sentence}")
        typer.echo(f"  Yes: amity promise keep {row.id} --on {row.asks_kept.on}")
        typer.echo(f"  No: amity promise not-yet {row.id}")


def _to_decide(page: PromisesPage) -> Iterator[str]:
    if not page.suggested:
        yield "Nothing was found that waits for a yes or no."
        return
    yield f"Was this promised? {page.accepted_words}".rstrip()
    for one in page.suggested:
        yield from _suggestion(one)
    if page.suggested_more:
        yield f"{page.suggested_more:,} more come when these are decided."


def _suggestion(one: SuggestedPromise) -> Iterator[str]:
    row = one.row
    due = f", {'by ' if one.due_on else ''}{one.due_label}" if one.due_label else ""
    yield f"\n{one.when_words}, {_to_or_from(row)}: {row.what}{due}"
    said = "".join(f"[{text}]" if is_marked else text for text, is_marked in row.sentence)
    yield from (f"  {line}" for line in (legible(said), one.reason) if line)
    yield f"  Yes: amity promise accept {row.id}"
    yield f"  No: amity promise dismiss {row.id}"
