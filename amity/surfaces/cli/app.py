"""All commands in the order in which help shows them, and the one place where a refusal becomes an exit code.

EXIT CODES  0 done · 1 not found, or not possible now · 2 the call cannot be used · 78 a setting cannot be used
"""

from typing import Any

import typer
from typer.core import TyperGroup

from amity.actions.changes import CannotUndo, NothingToUndo
from amity.actions.locks import Held
from amity.actions.setup import NewerData
from amity.lib.errors import NotAccepted, NotHere
from amity.surfaces.cli import addresses, demo, duplicates, intake, nightly, people, search, serve, setup, today, undo

NOT_POSSIBLE = (NotHere, NothingToUndo, CannotUndo, NewerData, Held)


class Amity(TyperGroup):
    """The group of all commands: what an action refuses becomes a sentence and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except NotAccepted as error:
            raise _ended_with(error, 2) from None
        except NOT_POSSIBLE as error:
            raise _ended_with(error, 1) from None


def _ended_with(error: Exception, code: int) -> typer.Exit:
    typer.echo(f"amity: {error}", err=True)
    return typer.Exit(code)


app = typer.Typer(
    cls=Amity,
    help="Keep in touch, sincerely. Start with `amity serve` or `amity import PATH`, then `amity today`.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help reads the same in every terminal, and in docs/cli.md
    pretty_exceptions_enable=False,
)
app.command("serve")(serve.serve)
app.command("import")(intake.bring_in)
app.command("today")(today.today)
app.command("people")(people.people)
app.command("person")(people.person)
app.command("search")(search.search)
app.command("duplicates")(duplicates.duplicates)
app.command("merge")(duplicates.merge)
app.command("undo")(undo.undo)
app.command("history")(undo.history)
app.add_typer(intake.imports, name="imports")
app.add_typer(addresses.addresses, name="addresses")
app.command("demo")(demo.demo)
app.command("nightly")(nightly.nightly)
app.command("setup-address")(setup.setup_address)
