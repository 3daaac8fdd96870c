"""What was done, and taking it back."""

from typing import Annotated
from uuid import UUID

import typer

from amity.actions.setup import prepare
from amity.actions.undo import undo as take_back
from amity.actions.undo import undo_last
from amity.queries.history import history_page
from amity.surfaces.cli.options import AsJson, day
from amity.surfaces.cli.show import Changed, print_json, print_table

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def undo(
    change_id: Annotated[
        UUID | None, typer.Argument(metavar="[ID]", help="Which change, as `amity history` names it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take back the last change, or the one named."""
    viewer = prepare()
    change = take_back(viewer, change_id) if change_id else undo_last(viewer)
    if as_json:
        print_json(Changed(change.pk, change.label))
    else:
        typer.echo(change.label)


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
