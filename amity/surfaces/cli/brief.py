"""What to know before the two of you meet, on the command line."""

from collections.abc import Iterable, Iterator

import typer

from amity.actions.setup import prepare
from amity.queries.briefing import Briefing
from amity.queries.person import person_page
from amity.surfaces.cli.options import AsJson, OnDay, day
from amity.surfaces.cli.show import in_one_line, print_json
from amity.surfaces.cli.who import Who, one_person

commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def brief(who: Who, on: OnDay = None, as_json: AsJson = False) -> None:
    """Show what to know before you meet: last news, needs, promises both ways, dates ahead, and what to ask next."""
    viewer = prepare()
    briefing = person_page(viewer, one_person(viewer, who).id, day(viewer, on)).briefing
    if as_json:
        print_json(briefing)
    else:
        typer.echo("\n".join(_lines(briefing)))


def _lines(briefing: Briefing) -> Iterator[str]:
    they, s = briefing.they
    yield briefing.name
    yield from filter(None, (briefing.who, f"{briefing.headline}."))
    yield from _news(briefing)
    yield from _part(f"{they} need{s}", _needs(briefing))
    yield from _part(f"{they} offer{s}", [f"{offer.what} ({offer.where})" for offer in briefing.offers])
    helps = [f"{match.need_name} needs: {match.need_what}" for match in briefing.could_help]
    yield from _part(f"{they} may help with", helps)
    yield from _part("You promised", [f"{row.what} ({row.where}). {row.now}." for row in briefing.promised])
    theirs = [f"{row.what} ({row.where}). {row.for_words}." for row in briefing.promised_to_you]
    yield from _part(f"{they} promised", theirs)
    yield from _part("Dates ahead", [near.sentence for near in briefing.ahead])
    if briefing.last_asked:
        answer = briefing.last_asked.answer
        said = [f"“{in_one_line(answer)}”" if answer else "No answer written down yet."]
        yield from _part(f"How you can help, asked {briefing.last_asked.when}", said)
    yield from _part("Ask next", briefing.ask_next)


def _news(briefing: Briefing) -> Iterator[str]:
    news = briefing.news
    if news is None:
        yield from _part("Last news", ["None written down yet. A line after you next speak is enough."])
        return
    yield from _part(f"Last news, {news.age}", [in_one_line(news.text)])
    if news.is_stale:
        yield "  Much may have changed since. Ask before you assume."


def _needs(briefing: Briefing) -> Iterator[str]:
    for need in briefing.needs:
        yield f"{need.what} ({need.where})"
        yield from (f"  {one.name}: {one.words} ({one.where})" for one in need.meets)


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and its lines; nothing at all where there are none."""
    for number, line in enumerate(lines):
        if not number:
            yield from ("", title)
        yield f"  {line}"
