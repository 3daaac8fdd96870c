"""A bar for long work: on a terminal only, and on standard error, so that standard output holds the answer alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


class Shown(Protocol):
    """Told how much is done, of how much, and what is being done when that changes."""

    def __call__(self, done: int, total: int, what: str = "") -> None: ...


@contextmanager
def bar(what: str) -> Iterator[Shown]:
    """A bar named `what`, and the function that moves it."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task(what, total=None)

        def show(done: int, total: int, what: str = "") -> None:
            shown.update(task, completed=done, total=total or None, description=what or None)

        yield show
