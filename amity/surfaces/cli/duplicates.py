"""Two entries that may be one person: the list, and making them one."""

import typer

from amity.actions.merging import merge_people
from amity.actions.setup import prepare
from amity.queries.duplicates import PairRow, duplicates_page
from amity.surfaces.cli.options import AsJson
from amity.surfaces.cli.show import Changed, print_changed, print_json, print_table
from amity.surfaces.cli.who import Who, one_person

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def duplicates(as_json: AsJson = False) -> None:
    """List pairs that may be one person, the likeliest first. Nothing is merged without your word."""
    viewer = prepare()
    page = duplicates_page(viewer)
    rows: list[PairRow] = list(page.rows)
    while page.next:
        page = duplicates_page(viewer, after=page.next)
        rows += page.rows
    if as_json:
        print_json(rows)
    elif not rows:
        typer.echo("No two people here look like one.")
    else:
        lines = [(r.name, r.other_name, r.likeliness, r.reason, f"{r.person_id} {r.other_id}") for r in rows]
        print_table(("one", "other", "", "why", "for amity merge"), lines)


@commands.command()
def merge(kept: Who, other: Who, as_json: AsJson = False) -> None:
    """Make two people one: the first stays and takes over everything the second has."""
    viewer = prepare()
    change = merge_people(viewer, one_person(viewer, kept).id, one_person(viewer, other).id)
    if as_json:
        print_json(Changed(change.pk, change.label))
    else:
        print_changed(change.label, change.pk)
