"""How far long work came, for whoever shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run came: "reading" in bytes, or a later step in people.

    found    things that were read so far
    now_on   the day of the last letter that was read
    """

    name: str
    done: int
    total: int
    found: int = 0
    problems: int = 0
    now_on: date | None = None


Progress = Callable[[Step], None]


def tell_nobody(step: Step) -> None:
    """The progress of work that nobody watches."""
