"""The list of people on the command line."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from amity.actions.setup import prepare
from amity.lib.viewer import Viewer
from amity.queries.candidates import CandidateRow, candidates_page
from amity.queries.people import Order, PersonRow, people_page
from amity.surfaces.cli.options import AsJson, day
from amity.surfaces.cli.show import print_json, print_table

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def people(
    candidates: Annotated[
        bool, typer.Option("--candidates", help="Those met in mail and cards whom you have not kept yet.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the people you keep in touch with, the quietest first."""
    viewer = prepare()
    if candidates:
        _list_candidates(list(_all_candidates(viewer)), as_json)
    else:
        _list_people(list(_all_people(viewer, day(viewer))), as_json)


def _all_people(viewer: Viewer, on: date) -> Iterator[PersonRow]:
    page = people_page(viewer, on, order=Order.QUIET)
    yield from page.rows
    while page.next:
        page = people_page(viewer, on, order=Order.QUIET, after=page.next)
        yield from page.rows


def _all_candidates(viewer: Viewer) -> Iterator[CandidateRow]:
    page = candidates_page(viewer)
    yield from page.rows
    while page.next:
        page = candidates_page(viewer, after=page.next)
        yield from page.rows


def _list_people(rows: list[PersonRow], as_json: bool) -> None:
    if as_json:
        print_json(rows)
    elif not rows:
        typer.echo("Nobody here yet. Bring in what you have: amity import PATH")
    else:
        lines = [(r.name, ", ".join(c.name for c in r.circles), r.last, r.usually, r.place) for r in rows]
        print_table(("name", "circles", "last", "usually", "place"), lines)


def _list_candidates(rows: list[CandidateRow], as_json: bool) -> None:
    if as_json:
        print_json(rows)
    elif not rows:
        typer.echo("Nobody waits to be kept.")
    else:
        print_table(("name", "address", "what there is"), [(r.name, r.address, r.reason) for r in rows])
