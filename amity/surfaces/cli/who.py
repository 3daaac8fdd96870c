"""Whom a command means."""

from typing import Annotated

import typer

from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.resolve import PersonBrief, who
from amity.surfaces.cli.show import print_table

Who = Annotated[str, typer.Argument(metavar="WHO", help="A name or its beginning, an address, or an id.")]


def one_person(viewer: Viewer, text: str) -> PersonBrief:
    """Whom `text` means. Several: they are listed, and the command ends with 1."""
    found = who(viewer, text)
    if not found:
        raise NotHere(f"Nobody here answers to “{text}”.")
    if len(found) > 1:
        typer.echo(f"amity: “{text}” could be any of these. Please say it with an id.", err=True)
        print_table(("id", "name", ""), [(str(p.id), p.name, p.line) for p in found])
        raise typer.Exit(1)
    return found[0]
