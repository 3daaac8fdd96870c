"""Commands run in this very process, on the cast."""

from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from amity.surfaces.cli.app import app

Amity = Callable[..., Result]


@pytest.fixture
def amity(cast) -> Amity:
    """`amity("today", "--json")` on Robin Fenn's network; `.stdout`, `.stderr`, `.exit_code`."""

    def run(*arguments: object) -> Result:
        ended = CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="amity")
        if ended.exception is not None and not isinstance(ended.exception, SystemExit):
            raise ended.exception
        return ended

    return run
