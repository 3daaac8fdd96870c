"""The sample life, to look around in."""

import typer
from django.conf import settings

from amity.actions.demo import fill_with_sample_life
from amity.actions.setup import new_signed_in_token, prepare
from amity.queries.people import people_page
from amity.surfaces.cli.options import day
from amity.surfaces.cli.progress import bar
from amity.surfaces.cli.serve import serve_greeting


def demo(
    only_fill: bool = typer.Option(False, "--only-fill", help="Read the sample life in, and serve nothing."),
) -> None:
    """Fill an empty data folder with the invented life of Maren Holt, print a signed-in address, and serve it."""
    viewer = prepare()
    if not people_page(viewer, day(viewer)).rows:
        with bar("Reading the sample life") as show:
            fill_with_sample_life(viewer, day(viewer), lambda step: show(step.done, step.total, step.name.capitalize()))
    if only_fill:
        return
    serve_greeting(look_around_greeting)


def look_around_greeting() -> str:
    address = f"{settings.URL}/look-around/{new_signed_in_token()}/"
    return f"The sample life of Maren Holt is open. Look around, signed in, at\n\n    {address}\n"
