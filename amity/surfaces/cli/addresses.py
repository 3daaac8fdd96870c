"""The owner's own addresses: they decide which letters you wrote and which came to you."""

from typing import Annotated

import typer

from amity.actions.own import confirm_own_address, refuse_own_address
from amity.actions.setup import prepare
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.settings import OwnAddressRow, settings_page
from amity.surfaces.cli.options import AsJson
from amity.surfaces.cli.show import print_changed, print_json, print_table

Address = Annotated[
    str,
    typer.Argument(metavar="ADDRESS", help="A mail address, a telephone number, or a name in chats, as whatsapp:NAME."),
]

commands = typer.Typer(rich_markup_mode=None)
addresses = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
commands.add_typer(addresses, name="addresses")


@addresses.callback()
def list_addresses(context: typer.Context, as_json: AsJson = False) -> None:
    """List your own addresses, confirmed, guessed and refused; confirm or refuse one."""
    if context.invoked_subcommand:
        return
    rows = settings_page(prepare()).own_addresses
    if as_json:
        print_json(rows)
    elif not rows:
        typer.echo("None is known yet. Name yours with: amity addresses confirm ADDRESS")
    else:
        print_table(("address", "", "why"), [(row.shown or row.value, _standing(row), row.reason) for row in rows])


@addresses.command()
def confirm(address: Address) -> None:
    """Say that an address is yours. Letters sent from it then count as written by you."""
    viewer = prepare()
    change = confirm_own_address(viewer, _kind(address), address)
    print_changed(change.label, change.pk)


@addresses.command()
def refuse(address: Address) -> None:
    """Say that a guessed address is not yours."""
    viewer = prepare()
    change = refuse_own_address(viewer, _known(viewer, address).id)
    print_changed(change.label, change.pk)


def _standing(row: OwnAddressRow) -> str:
    if row.refused:
        return "not yours"
    return "yours" if row.confirmed else "guessed"


def _kind(address: str) -> str:
    return "mail" if "@" in address else "account" if ":" in address else "phone"


def _known(viewer: Viewer, address: str) -> OwnAddressRow:
    wanted = address.strip().lower()
    for row in settings_page(viewer).own_addresses:
        if wanted in (row.value.lower(), row.shown.lower()):
            return row
    raise NotHere(f"{address} is not among the addresses taken for yours.")
