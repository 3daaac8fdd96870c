"""`amity serve`: a server and a worker under one parent."""

import socket
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

import typer
from django.conf import settings
from django.db import connection

from amity.actions.locks import Held, only_one
from amity.actions.setup import prepare
from amity.surfaces.cli.children import Program, keep_running
from amity.surfaces.cli.setup import set_up_address
from amity.surfaces.cli.static import refresh_static

GRACE_SECONDS = 30  # for the requests that are running when we are asked to stop
BACKLOG = 1024


commands = typer.Typer(rich_markup_mode=None)


@commands.command()
def serve() -> None:
    """Start Amity: the pages, and the worker behind them. Ctrl-C stops both; a running request is answered first."""
    serve_greeting(set_up_greeting)


def serve_greeting(greeting: Callable[[], str]) -> NoReturn:
    """Serve, and begin with what `greeting` says once the tables are there and the port is ours."""
    try:
        with only_one(settings.DATA / "serve.lock"):
            raise typer.Exit(_serve(greeting))
    except Held:
        raise _refused(f"Amity is being served from {settings.DATA} already. Stop that one first.") from None


def set_up_greeting() -> str:
    address = set_up_address()
    if address:
        return f"Welcome. Open this address once to choose your name and password:\n\n    {address}\n"
    return f"Amity is at {settings.URL}"


def _serve(greeting: Callable[[], str]) -> int:
    prepare()
    refresh_static()
    listener = _listen()
    said = greeting()
    connection.close()  # nothing of ours may stay open beside the children's connections
    typer.echo(said)
    sys.stdout.flush()
    with listener:
        return keep_running(_programs(listener), grace_seconds=GRACE_SECONDS + 5)


def _listen() -> socket.socket:
    """Taken by the parent, so that a browser waits instead of failing while the server behind it is restarted."""
    family = socket.AF_INET6 if ":" in settings.BIND else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.BIND, settings.PORT))
    except OSError as error:
        listener.close()
        raise _refused(
            f"Port {settings.PORT} on {settings.BIND} cannot be used ({error.strerror}). "
            "Is something else running there? Choose another with AMITY_PORT."
        ) from None
    listener.listen(BACKLOG)
    return listener


def _refused(sentence: str) -> typer.Exit:
    typer.echo(f"amity: {sentence}", err=True)
    return typer.Exit(1)


def _programs(listener: socket.socket) -> Sequence[Program]:
    gunicorn = (
        *(sys.executable, "-m", "gunicorn", "amity.config.wsgi"),
        *("--bind", f"fd://{listener.fileno()}", "--backlog", str(BACKLOG)),
        *("--worker-class", "gthread", "--workers", str(settings.WEB_PROCESSES), "--threads", "8"),
        *("--graceful-timeout", str(GRACE_SECONDS), "--keep-alive", "15"),
        *("--max-requests", "20000", "--max-requests-jitter", "2000"),  # a leak in a library ends here
        *("--log-level", "warning"),  # its greeting names an address that is not ours to give
        *("--no-control-socket",),
    )
    worker = (sys.executable, "-m", "amity.surfaces.jobs")
    return (Program("web", gunicorn, keep_open=(listener.fileno(),)), Program("worker", worker))
