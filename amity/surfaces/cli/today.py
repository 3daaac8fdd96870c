"""The daily page on the command line."""

from collections.abc import Iterator

import typer

from amity.actions.setup import prepare
from amity.queries.today import TodayPage, today_page
from amity.surfaces.cli.options import AsJson, OnDay, day
from amity.surfaces.cli.show import print_json

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def today(on: OnDay = None, as_json: AsJson = False) -> None:
    """Show the day: who would be glad to hear from you, and which dates are near."""
    viewer = prepare()
    page = today_page(viewer, day(viewer, on))
    if as_json:
        print_json(page)
    else:
        typer.echo("\n".join(_lines(page)))


def _lines(page: TodayPage) -> Iterator[str]:
    yield f"{page.on:%A} {page.on.day} {page.on:%B %Y}"
    if page.empty:
        yield page.empty.title
        yield page.empty.sentence
    elif page.lede:
        yield page.lede
    for person in page.reach_out:
        yield ""
        yield f"{person.name}. {person.headline}"
        yield from (f"  {line}" for line in (person.about, *person.why) if line)
        yield from (f"  {channel.label}" for channel in person.channels[:1])
    if page.dates:
        yield ""
    yield from (f"{date.on.day} {date.on:%B}: {date.name} {date.sentence}" for date in page.dates)
    if page.confirm_addresses:
        yield ""
        yield "Are these yours? " + ", ".join(row.shown or row.value for row in page.confirm_addresses)
        yield "Say so with: amity addresses confirm ADDRESS"
