"""People on the command line: the list, and one of them."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from amity.actions.setup import prepare
from amity.lib.viewer import Viewer
from amity.queries.candidates import CandidateRow, candidates_page
from amity.queries.people import Order, PersonRow, people_page
from amity.queries.person import PersonPage, person_page
from amity.queries.timeline import Entry
from amity.surfaces.cli.options import AsJson, Who, day, one_person
from amity.surfaces.cli.show import in_one_line, print_json, print_table

ENTRIES_SHOWN = 10


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


def person(who: Who, as_json: AsJson = False) -> None:
    """Show one person: how things stand, how to reach them, what you know, and what happened last."""
    viewer = prepare()
    page = person_page(viewer, one_person(viewer, who).id, day(viewer))
    if as_json:
        print_json(page)
    else:
        typer.echo("\n".join(_portrait(page)))


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


def _portrait(page: PersonPage) -> Iterator[str]:
    yield page.name + (f" ({page.other_name})" if page.other_name else "")
    yield from (line for line in (page.who, page.tie.headline, *page.tie.why) if line)
    if page.circles:
        yield "Circles: " + ", ".join(circle.name for circle in page.circles)
    if page.news:
        yield f"Last news, {page.news.age}: {in_one_line(page.news.text)}"
    if page.birthday:
        yield f"Birthday: {page.birthday}"
    yield from (f"  {handle.shown or handle.value}" for handle in page.handles)
    yield from (f"  {fact.label or fact.kind}: {in_one_line(fact.text)} ({fact.source})" for fact in page.facts)
    entries = [entry for month in page.timeline.months for entry in month.entries]
    yield from map(_happened, entries[:ENTRIES_SHOWN])


def _happened(entry: Entry) -> str:
    when = entry.at.date() if entry.at else "date unknown"
    return f"  {when}  {entry.who} {entry.subject or in_one_line(entry.text)}".rstrip()
