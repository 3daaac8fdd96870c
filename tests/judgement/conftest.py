"""What the tests of judgement share: a day, short ways to write contacts, and the data kept beside the checkout."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from amity.judgement.contacts import Contact
from amity.judgement.vocabulary import Channel, Direction

TODAY = date(2026, 11, 23)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def shared() -> Path:
    folder = Path(os.environ.get("AMITY_SHARED", Path(__file__).parents[3] / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared data is not beside the checkout; set AMITY_SHARED")
    return folder


@pytest.fixture
def contact() -> Callable[..., Contact]:
    """contact(10) is a letter of yours ten days ago."""

    def make(ago: int, direction: str = "out", channel: str = "mail", others: int = 1) -> Contact:
        return Contact(TODAY - timedelta(days=ago), Channel(channel), Direction(direction), others)

    return make


@pytest.fixture
def every(contact: Callable[..., Contact]) -> Callable[..., list[Contact]]:
    """every(14, times=6, last=30): six letters a fortnight apart, by turns, the last of them 30 days ago and theirs."""

    def make(days: int, times: int, last: int = 0, channel: str = "mail") -> list[Contact]:
        return [contact(last + n * days, "out" if n % 2 else "in", channel) for n in range(times)]

    return make
