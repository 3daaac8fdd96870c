"""Needs, offers and asking how to help on the command line: the lists, and what became of one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import typer

from amity.actions import help as acts
from amity.actions.matching import decide_match
from amity.actions.promises import day_gone
from amity.actions.setup import prepare
from amity.judgement.vocabulary import HelpState, MatchState
from amity.lib.errors import NotHere
from amity.lib.text import legible, shorten
from amity.lib.viewer import Viewer
from amity.queries.help import (
    MatchRow,
    NeedRow,
    NeedsPage,
    OfferRow,
    OffersPage,
    helping_page,
    matches_meant,
    needs_meant,
    needs_page,
    offers_meant,
    offers_page,
)
from amity.surfaces.cli.options import AsJson, OnDay, day
from amity.surfaces.cli.show import Changed, in_one_line, print_changed, print_json, print_table
from amity.surfaces.cli.who import Who, one_person

Which = Annotated[
    str, typer.Argument(metavar="WHICH", help="Words of it, the person's name when it is the only one, or an id.")
]
Words = Annotated[str | None, typer.Option("--what", help="Other words for it.")]
PastDay = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help="On which day, as 2026-11-20 or yesterday; today without it.")
]
Private = Annotated[bool, typer.Option("--private", help="For your eyes alone, in a shared network.")]
All = Annotated[bool, typer.Option("--all", help="Settled ones too.")]
Suggested = Annotated[bool, typer.Option("--suggested", help="Only what was found and waits for a yes or no.")]
MatchId = Annotated[
    str, typer.Argument(metavar="WHICH", help="Words of the need, a name, or an id as `amity needs` shows it.")
]

OPEN, WAITING, SETTLED = (HelpState.OPEN,), (HelpState.SUGGESTED,), (HelpState.MET, HelpState.OVER)
LONGEST_SAID_BACK = 60  # characters
commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def needs(show_all: All = False, suggested: Suggested = False, on: OnDay = None, as_json: AsJson = False) -> None:
    """List what people need, and who among your people may help."""
    viewer = prepare()
    page = needs_page(viewer, day(viewer, on), show_all=show_all)
    if as_json:
        print_json(page.suggested if suggested else page)
    else:
        typer.echo("\n".join(_lines(page, "need", suggested)))


@commands.command()
def offers(show_all: All = False, suggested: Suggested = False, on: OnDay = None, as_json: AsJson = False) -> None:
    """List what people offer, and whose need it may meet."""
    viewer = prepare()
    page = offers_page(viewer, day(viewer, on), show_all=show_all)
    if as_json:
        print_json(page.suggested if suggested else page)
    else:
        typer.echo("\n".join(_lines(page, "offer", suggested)))


@commands.command()
def helping(on: OnDay = None, as_json: AsJson = False) -> None:
    """List whom you asked how you can help, when, and what they said."""
    viewer = prepare()
    page = helping_page(viewer, day(viewer, on))
    if as_json:
        print_json(page)
        return
    typer.echo(page.lede)
    if page.rows:
        print_table(("who", "asked", "what they said"), [(r.name, r.when, in_one_line(r.answer)) for r in page.rows])


@commands.command()
def asked(
    who: Who,
    answer: Annotated[str, typer.Argument(metavar="[ANSWER]", help="What they said.")] = "",
    on: PastDay = None,
    private: Private = False,
    as_json: AsJson = False,
) -> None:
    """Keep that you asked somebody how you can help, and what they said."""
    viewer = prepare()
    asked_on = day_gone(viewer, on) if on else None
    change = acts.ask_how_to_help(viewer, one_person(viewer, who).id, asked_on, answer, private=private)
    _answer(Changed(change.pk, change.label), as_json)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A need or an offer: its name, how one is found by words, and the verbs."""

    name: str
    meant: Callable[..., Sequence[NeedRow | OfferRow]]
    add: Callable[..., Any]
    accept: Callable[..., Any]
    correct: Callable[..., Any]

    def one(self, viewer: Viewer, text: str, states: tuple[HelpState, ...]) -> UUID:
        """Which one `text` means. Several: they are listed, and the command ends with 1."""
        found = self.meant(viewer, text, day(viewer), states) or self.meant(viewer, text, day(viewer))
        if not found:
            raise NotHere(f"No such {self.name} here says “{shorten(legible(text), LONGEST_SAID_BACK)}”.")
        if len(found) > 1:
            typer.echo("amity: It could be any of these. Please say it with an id.", err=True)
            print_table(("id", "what", ""), [(str(row.id), row.what, row.name) for row in found])
            raise typer.Exit(1)
        return found[0].id


NEED = _Kind("need", needs_meant, acts.add_need, acts.accept_need, acts.correct_need)
OFFER = _Kind("offer", offers_meant, acts.add_offer, acts.accept_offer, acts.correct_offer)


def _group(kind: _Kind, about: str) -> typer.Typer:
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=about)

    @group.command(help=f"Note what somebody {kind.name}s.")
    def add(
        who: Who,
        what: Annotated[str, typer.Argument(metavar="WHAT", help="In a few words.")],
        said: Annotated[
            str | None, typer.Option("--said", metavar="DAY", help="When it was said; today without it.")
        ] = None,
        private: Private = False,
        as_json: AsJson = False,
    ) -> None:
        viewer = prepare()
        said_on = day_gone(viewer, said) if said else None
        change = kind.add(viewer, one_person(viewer, who).id, what, said_on=said_on, private=private)
        _answer(Changed(change.pk, change.label), as_json)

    @group.command(help=f"Yes to a found {kind.name}, in other words with --what.")
    def accept(which: Which, what: Words = None, as_json: AsJson = False) -> None:
        viewer = prepare()
        change = kind.accept(viewer, kind.one(viewer, which, WAITING), what)
        _answer(Changed(change.pk, change.label), as_json)

    @group.command(help="Put it right: its words, or the person.")
    def correct(
        which: Which,
        what: Words = None,
        person: Annotated[str | None, typer.Option("--of", metavar="WHO", help=f"Whose {kind.name} it is.")] = None,
        as_json: AsJson = False,
    ) -> None:
        viewer = prepare()
        other = one_person(viewer, person).id if person else None
        key = kind.one(viewer, which, (*OPEN, *WAITING, *SETTLED))
        change = kind.correct(viewer, key, what=what, person_id=other)
        _answer(Changed(change.pk, change.label), as_json)

    return group


def _verb(
    group: typer.Typer, kind: _Kind, name: str, act: Callable[..., Any], states: tuple[HelpState, ...], about: str
) -> None:
    """A verb that only says which."""

    @group.command(name, help=about)
    def command(which: Which, as_json: AsJson = False) -> None:
        viewer = prepare()
        change = act(viewer, kind.one(viewer, which, states))
        _answer(Changed(change.pk, change.label), as_json)


def _verb_on(group: typer.Typer, kind: _Kind, name: str, act: Callable[..., Any], about: str) -> None:
    """A verb of an open one, on a day."""

    @group.command(name, help=about)
    def command(which: Which, on: PastDay = None, as_json: AsJson = False) -> None:
        viewer = prepare()
        change = act(viewer, kind.one(viewer, which, OPEN), day_gone(viewer, on) if on else None)
        _answer(Changed(change.pk, change.label), as_json)


need = _group(NEED, "Note a need, and say what became of it.")
_verb(need, NEED, "dismiss", acts.dismiss_need, WAITING, "No to a found need, for good.")
_verb_on(need, NEED, "met", acts.meet_need, "Say that it was met, by whomever it was.")
_verb_on(need, NEED, "over", acts.end_need, "Say that it is no longer so.")
_verb_on(need, NEED, "still", acts.confirm_need, "Say that you heard it is still so.")
_verb(need, NEED, "open", acts.open_need_again, SETTLED, "Open one again that was met or over.")
_verb(need, NEED, "remove", acts.remove_need, (*OPEN, *SETTLED), "Take it off the list, as if never written down.")
offer = _group(OFFER, "Note an offer, and say what became of it.")
_verb(offer, OFFER, "dismiss", acts.dismiss_offer, WAITING, "No to a found offer, for good.")
_verb_on(offer, OFFER, "taken", acts.take_up_offer, "Say that it was taken up, and is no longer open.")
_verb_on(offer, OFFER, "over", acts.end_offer, "Say that it is no longer so.")
_verb_on(offer, OFFER, "still", acts.confirm_offer, "Say that you heard it is still so.")
_verb(offer, OFFER, "open", acts.open_offer_again, SETTLED, "Open one again that was taken up or over.")
_verb(offer, OFFER, "remove", acts.remove_offer, (*OPEN, *SETTLED), "Take it off the list, as if never written down.")
match = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Say what you make of a match.")
commands.add_typer(need, name="need")
commands.add_typer(offer, name="offer")
commands.add_typer(match, name="match")


@match.command("help")
def match_help(which: MatchId, as_json: AsJson = False) -> None:
    """They help, or you help with it yourself."""
    _decide(which, MatchState.HELPING, as_json)


@match.command("introduce")
def match_introduce(which: MatchId, as_json: AsJson = False) -> None:
    """The two are to meet."""
    _decide(which, MatchState.INTRODUCING, as_json)


@match.command("no")
def match_no(which: MatchId, as_json: AsJson = False) -> None:
    """No match: the two are not suggested again."""
    _decide(which, MatchState.NOT_A_MATCH, as_json)


def _decide(which: str, state: MatchState, as_json: bool) -> None:
    viewer = prepare()
    found = matches_meant(viewer, which, day(viewer))
    if not found:
        raise NotHere(f"No such match here says “{shorten(legible(which), LONGEST_SAID_BACK)}”.")
    if len(found) > 1:
        typer.echo("amity: It could be any of these. Please say it with an id.", err=True)
        print_table(("id", "may help", "with"), [(str(row.id), row.name, row.need_what) for row in found])
        raise typer.Exit(1)
    change = decide_match(viewer, found[0].id, state)
    _answer(Changed(change.pk, change.label), as_json)


def _answer(changed: Changed, as_json: bool) -> None:
    if as_json:
        print_json(changed)
    else:
        print_changed(changed.sentence, changed.change_id)


def _lines(page: NeedsPage | OffersPage, name: str, suggested: bool) -> Iterator[str]:
    if not suggested:
        yield page.lede
        for row in (*page.open, *page.settled):
            yield from _told(row)
    if page.suggested:
        yield f"\nIs this {'a need' if name == 'need' else 'an offer'}?"
        for row in page.suggested:
            yield from _found(row, name)
    elif suggested:
        yield "Nothing was found that waits for a yes or no."
    if page.more:
        yield "\nThere are more; the newest are shown."


def _told(row: NeedRow | OfferRow) -> Iterator[str]:
    yield f"\n{row.name}: {row.what}"
    yield f"  {row.where}. {row.now}."
    for found in row.matches:
        yield from _match(found, of_need=isinstance(row, NeedRow))


def _match(found: MatchRow, *, of_need: bool) -> Iterator[str]:
    said = "".join(f"[{text}]" if is_marked else text for text, is_marked in found.evidence)
    if of_need:
        where = f" ({found.evidence_where})" if found.evidence_where else ""
        yield f"  {found.name} may help. {found.why} {legible(said)}{where}".rstrip()
    else:
        yield f"  {found.need_name} needs it: {found.need_what}"
    if found.state is MatchState.SUGGESTED:
        yield f"    amity match help|introduce|no {found.id}"
    else:
        yield f"    {'They are helping' if found.state is MatchState.HELPING else 'To be introduced'}."


def _found(row: NeedRow | OfferRow, name: str) -> Iterator[str]:
    said = "".join(f"[{text}]" if is_marked else text for text, is_marked in row.sentence)
    yield f"\n{row.when}, {row.name}: {row.what}"
    yield from (f"  {line}" for line in (legible(said), row.reason) if line)
    yield f"  Yes: amity {name} accept {row.id}"
    yield f"  No: amity {name} dismiss {row.id}"
