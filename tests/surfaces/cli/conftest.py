"""Commands run in this very process, on the cast."""

from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from amity.surfaces.cli.app import app

Amity = Callable[..., Result]


def run(*arguments: object) -> Result:
    """`run("today", "--json")`: `.stdout`, `.stderr`, `.exit_code`."""
    ended = CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="amity")
    if ended.exception is not None and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    return ended


@pytest.fixture
def amity(cast) -> Amity:
    """Commands on Robin Fenn's network."""
    return run


@pytest.fixture
def new_amity(transactional_db) -> Amity:
    """Commands on an Amity where nobody is yet. Imports commit, so the test must."""
    return run
