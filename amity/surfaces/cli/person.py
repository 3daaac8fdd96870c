"""One person on the command line."""

from collections.abc import Iterator

import typer

from amity.actions.setup import prepare
from amity.queries.person import PersonPage, person_page
from amity.queries.timeline import Entry
from amity.surfaces.cli.options import AsJson, day
from amity.surfaces.cli.show import in_one_line, print_json
from amity.surfaces.cli.who import Who, one_person

ENTRIES_SHOWN = 10
commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def person(who: Who, as_json: AsJson = False) -> None:
    """Show one person: how things stand, how to reach them, what you know, and what happened last."""
    viewer = prepare()
    page = person_page(viewer, one_person(viewer, who).id, day(viewer))
    if as_json:
        print_json(page)
    else:
        typer.echo("\n".join(_portrait(page)))


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
