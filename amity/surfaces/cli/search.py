"""Search on the command line."""

from collections.abc import Iterator
from typing import Annotated

import typer

from amity.actions.setup import prepare
from amity.queries.search import Found, find
from amity.surfaces.cli.options import AsJson, day
from amity.surfaces.cli.show import in_one_line, print_json

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def search(
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="Words; the last one may be only begun.")],
    as_json: AsJson = False,
) -> None:
    """Find people by any part of a name or address, and anything said or noted, newest first."""
    viewer = prepare()
    found = find(viewer, " ".join(text), day(viewer))
    if as_json:
        print_json(found)
    else:
        typer.echo("\n".join(_lines(found)) or "Nothing like that is here.")


def _lines(found: Found) -> Iterator[str]:
    for person in found.people:
        yield f"{person.name}  {person.line}".rstrip()
    if found.people and found.said:
        yield ""
    for said in found.said:
        words = in_one_line("".join(piece for piece, _ in said.snippet))
        yield f"{said.on or 'date unknown'}  {said.name}: {words}"
