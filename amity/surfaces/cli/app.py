"""All commands in the order in which help shows them, and the one place where a refusal becomes an exit code.

EXIT CODES  0 done · 1 not found, or not possible now · 2 the call cannot be used · 78 a setting cannot be used
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from amity.actions.changes import CannotUndo, NothingToUndo
from amity.actions.locks import Held
from amity.actions.setup import NewerData, NoDatabase
from amity.lib.errors import BrokeOff, NotAccepted, NotHere

# The registry of commands: each name, and the module here that holds it. A module is loaded when its command is called,
# so that listing people does not pay for everything that reads mail.
MODULES = {
    "serve": "serve",
    "import": "intake",
    "imports": "intake",
    "today": "today",
    "capture": "capture",
    "promises": "promises",
    "promise": "promises",
    "needs": "help",
    "need": "help",
    "offers": "help",
    "offer": "help",
    "match": "help",
    "helping": "help",
    "asked": "help",
    "people": "people",
    "person": "person",
    "brief": "brief",
    "search": "search",
    "duplicates": "duplicates",
    "merge": "duplicates",
    "undo": "undo",
    "history": "undo",
    "addresses": "addresses",
    "nightly": "nightly",
    "demo": "demo",
    "setup-address": "setup",
}
NOT_POSSIBLE = (NotHere, NothingToUndo, CannotUndo, NewerData, NoDatabase, Held, BrokeOff)


class Commands(Mapping[str, Any]):
    """The commands by name."""

    def __getitem__(self, name: str) -> Any:
        module = import_module(f"amity.surfaces.cli.{MODULES[name]}")
        return get_group(module.commands).commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


class Amity(TyperGroup):
    """The group of all commands: what an action refuses becomes a sentence and an exit code."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings | {"commands": Commands()})

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
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help reads the same in every terminal, and in docs/cli.md
    pretty_exceptions_enable=False,
)


@app.callback()
def amity() -> None:
    """Keep in touch, sincerely. Start with `amity serve` or `amity import PATH`, then `amity today`."""
