"""An import taken back as a whole, whichever command asked for it."""

from uuid import UUID

import typer

from amity.actions.intake_undo import Undone, undo_intake
from amity.lib.viewer import Viewer
from amity.surfaces.cli.progress import bar


def take_whole_back(viewer: Viewer, intake_id: UUID) -> Undone:
    with bar("Taking back") as show:
        return undo_intake(viewer, intake_id, lambda step: show(step.done, step.total))


def print_taken_back(undone: Undone) -> None:
    typer.echo("What only this import brought is gone.")
    for why, count, examples in undone.stays:
        typer.echo(f"Stays: {count}. {why} ({', '.join(examples)})")
