"""What the worker does every night, now."""

import typer

from amity.actions.nightly import run_night
from amity.actions.setup import prepare
from amity.surfaces.cli.progress import bar

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def nightly() -> None:
    """Judge all ties anew and empty the bin of what is thirty days old. `amity serve` does this by itself."""
    viewer = prepare()
    with bar("Judging ties") as progress:
        run_night(viewer, progress)
    typer.echo("Every tie is as it stands today.")
