"""Somebody else's life, to look around in."""

import typer

from amity.actions.demo import fill_with_sample_life
from amity.actions.setup import prepare
from amity.surfaces.cli.options import day
from amity.surfaces.cli.progress import bar

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def demo() -> None:
    """Fill an empty data folder with the sample life of Maren Holt."""
    viewer = prepare()
    with bar("Reading") as show:
        fill_with_sample_life(viewer, day(viewer), lambda step: show(step.done, step.total, step.name.capitalize()))
    typer.echo("The life of Maren Holt is here. Look at it with: amity today, or amity serve")
