"""One at a time: locks on files in the data folder, which the system gives back however their holder dies."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Held(RuntimeError):
    """Another process holds this lock."""


@contextmanager
def waiting_for(path: Path) -> Iterator[None]:
    """Hold the lock at `path`, however long another process needs first."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock at `path`, or raise `Held` at once."""
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Held(path.name) from None
        yield
