"""A bar for long work: on a terminal only, and on standard error, so that standard output holds the answer alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

Step = Callable[[int, int], None]


@contextmanager
def bar(what: str) -> Iterator[Step]:
    """A function to be told how much is done, and of how much."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task(what, total=None)

        def step(done: int, total: int) -> None:
            shown.update(task, completed=done, total=total or None)

        yield step
