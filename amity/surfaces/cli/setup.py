"""The one-time address that gives the owner a name and a password."""

import typer
from django.conf import settings

from amity.actions.setup import new_set_up_token, prepare

commands = typer.Typer(rich_markup_mode=None)


@commands.command("setup-address")
def setup_address() -> None:
    """Print a fresh one-time set-up address; the one printed before stops working."""
    prepare()
    address = set_up_address()
    typer.echo(address or f"This Amity has its owner already. Sign in at {settings.URL}/")


def set_up_address() -> str | None:
    token = new_set_up_token()
    return None if token is None else f"{settings.URL}/welcome/{token}/"
