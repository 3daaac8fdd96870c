"""What was done, and taking it back."""

from typing import Annotated
from uuid import UUID

import typer

from amity.actions.setup import prepare
from amity.actions.undo import TakenBackWhole, undo_last
from amity.actions.undo import undo as take_back
from amity.lib.viewer import Viewer
from amity.queries.history import history_page
from amity.surfaces.cli.options import AsJson, day, key
from amity.surfaces.cli.show import Changed, print_json, print_table
from amity.surfaces.cli.whole import print_taken_back, take_whole_back

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def undo(
    change_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Which change, as `amity history` names it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take back the last change, or the one named; what was brought in goes as a whole."""
    viewer = prepare()
    try:
        change = take_back(viewer, key(change_id, "change", "amity history")) if change_id else undo_last(viewer)
    except TakenBackWhole as whole:
        if whole.intake_id is None:
            raise
        _take_whole_back(viewer, whole.intake_id, as_json)
        return
    if as_json:
        print_json(Changed(change.pk, change.label))
    else:
        typer.echo(change.label)


def _take_whole_back(viewer: Viewer, intake_id: UUID, as_json: bool) -> None:
    undone = take_whole_back(viewer, intake_id)
    if as_json:
        print_json(Changed(undone.change_id, undone.label))
    else:
        typer.echo(undone.label)
        print_taken_back(undone)


@commands.command()
def history(as_json: AsJson = False) -> None:
    """List the newest changes, and which of them can be taken back."""
    viewer = prepare()
    page = history_page(viewer, day(viewer))
    if as_json:
        print_json(page.rows)
    elif not page.rows:
        typer.echo("Nothing has been changed yet.")
    else:
        rows = [(f"{r.at:%Y-%m-%d %H:%M}", r.label, str(r.id) if r.can_undo else r.why_not) for r in page.rows]
        print_table(("when", "what", "amity undo"), rows)
