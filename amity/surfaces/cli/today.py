"""The daily page on the command line."""

from collections.abc import Iterable, Iterator

import typer

from amity.actions.setup import prepare
from amity.queries.dates import DateAhead, DateKind
from amity.queries.today import AskHow, PromiseRow, ReachOut, TodayPage, today_page
from amity.surfaces.cli.options import AsJson, OnDay, day
from amity.surfaces.cli.show import in_one_line, print_json

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def today(on: OnDay = None, as_json: AsJson = False) -> None:
    """Show the day: promises to keep, who would be glad to hear from you, whom to ask how you can help, and dates."""
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
    yield from _part("Promises to keep", map(_promise, page.promises))
    yield from _part("Glad to hear from you", map(_person, page.reach_out))
    yield from _part("Ask how you can help", map(_asking, page.ask_how))
    yield from _part("Dates ahead", map(_date, page.dates))
    if page.found.promises or page.found.help:
        yield ""
        yield "Found in your letters, and yours to decide:"
        yield from ("  amity promises --suggested",) if page.found.promises else ()
        yield from ("  amity needs", "  amity offers") if page.found.help else ()
    if page.confirm_addresses:
        yield ""
        yield "Are these yours? " + ", ".join(row.shown or row.value for row in page.confirm_addresses)
        yield "Say so with: amity addresses confirm ADDRESS"


def _part(title: str, entries: Iterable[Iterable[str]]) -> Iterator[str]:
    """A heading, and the lines of each entry, the first of them at the margin."""
    for number, entry in enumerate(entries):
        yield from () if number else ("", title)
        first, *more = filter(None, entry)
        yield first
        yield from (f"  {line}" for line in more)


def _promise(row: PromiseRow) -> Iterator[str]:
    yield f"{row.what}, to {row.name}. {row.now}."
    yield f"{row.where}{':' if row.sentence else ''} {_words(row.sentence)}".rstrip()
    yield f"{row.act.words}: {row.act.label}" if row.act and row.act.label else ""
    yield f"Kept? Say so with: amity promise keep {row.id}"


def _person(person: ReachOut) -> Iterator[str]:
    yield f"{person.name}. {person.headline}"
    yield from (person.about, *person.why)
    yield from (channel.label for channel in person.channels[:1])


def _asking(ask: AskHow) -> Iterator[str]:
    yield f"{ask.name}. {ask.about}"
    yield from ask.why
    if ask.match:
        who = ask.match
        yield f"A need meets an offer: {who.need_name} needs “{who.need_what}”; {who.name}: {_words(who.evidence)}"
    yield f"You could ask: {in_one_line(ask.question)}" if ask.question else ""


def _date(ahead: DateAhead) -> Iterator[str]:
    colon = ":" if ahead.kind is DateKind.AHEAD else ""
    yield f"{ahead.on.day} {ahead.on:%B}: {ahead.name}{colon} {ahead.sentence}"


def _words(pieces: Iterable[tuple[str, bool]]) -> str:
    return "".join(text for text, _ in pieces)
