"""More people than the cast, for lists."""

from collections.abc import Callable

import pytest

from amity.judgement.vocabulary import Channel, Direction
from amity.records.models import Person
from tests.conftest import happened, in_circle, known, letters, settle, someone


@pytest.fixture
def crowd(viewer) -> Callable[[int], list[Person]]:
    """crowd(10): ten people, about half of them gone quiet, each with a circle, a fact and a birthday."""
    made: list[Person] = []

    def make(count: int) -> list[Person]:
        for number in range(len(made), len(made) + count):
            name = f"{chr(65 + number % 26)}na Person{number:02}"
            person = someone(
                viewer, name, f"person{number}@crowd.example", born_year=1980, born_month=12, born_day=2 + number % 9
            )
            in_circle(viewer, person, "Friends", "r-friends")
            letters(viewer, person, range(240, 520, 40) if number % 2 else range(3, 280, 40))
            happened(viewer, person, 3, Channel.NOTE, Direction.OUT, text=f"A note about number {number}", counts=False)
            known(viewer, person, "life_event", f"Moves house, number {number}")
            made.append(settle(viewer, person))
        return made

    return make
