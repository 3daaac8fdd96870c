"""Somebody else's life, to look around in."""

from typing import Annotated

import typer
from django.conf import settings

from amity.actions.demo import fill_with_sample_life
from amity.actions.setup import new_signed_in_token, prepare
from amity.lib.viewer import Viewer
from amity.queries.people import people_page
from amity.surfaces.cli.options import day
from amity.surfaces.cli.progress import bar
from amity.surfaces.cli.serve import serve_greeting

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def demo(
    only_fill: Annotated[bool, typer.Option("--only-fill", help="Read the sample life in, and serve nothing.")] = False,
) -> None:
    """Fill an empty data folder with the sample life of Maren Holt, and serve it at a signed-in address."""
    viewer = prepare()
    if not people_page(viewer, day(viewer)).rows:
        _fill(viewer)
    if only_fill:
        typer.echo("The life of Maren Holt is here. Look at it with: amity today, or amity demo")
    else:
        serve_greeting(_look_around)


def _fill(viewer: Viewer) -> None:
    with bar("Reading") as show:
        fill_with_sample_life(viewer, day(viewer), lambda step: show(step.done, step.total, step.name.capitalize()))


def _look_around() -> str:
    address = f"{settings.URL}/look-around/{new_signed_in_token()}/"
    return f"The life of Maren Holt is open. Look around, signed in, at\n\n    {address}\n"
