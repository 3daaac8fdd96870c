import pytest

from amity.judgement.day import Places, filled, minutes, places
from amity.judgement.lede import time_words


@pytest.mark.parametrize(
    ("limit", "promises", "asks", "dates", "shared"),
    [
        (12, 3, 2, 3, Places(3, 4, 2, 3)),
        (12, 0, 0, 0, Places(0, 12, 0, 0)),
        (12, 9, 5, 9, Places(4, 3, 2, 3)),
        (6, 9, 5, 9, Places(2, 1, 1, 2)),
        (3, 9, 5, 9, Places(1, 1, 0, 1)),
        (1, 9, 5, 9, Places(1, 0, 0, 0)),
    ],
)
def test_a_day_never_holds_more_than_was_asked_for(limit, promises, asks, dates, shared):
    assert places(limit, promises, asks, dates) == shared
    assert shared.promises + shared.people + shared.asks + shared.dates <= limit


@pytest.mark.parametrize(
    ("people", "asks", "promises", "dates", "shared"),
    [
        (2, 2, 9, 9, Places(4, 2, 2, 4)),
        (0, 2, 9, 9, Places(6, 0, 2, 4)),
        (0, 2, 5, 9, Places(5, 0, 2, 5)),
        (2, 1, 9, 9, Places(5, 2, 1, 4)),
    ],
)
def test_places_nobody_takes_go_to_promises_and_then_to_dates(people, asks, promises, dates, shared):
    assert filled(Places(4, 2, 2, 4), people, asks, promises, dates) == shared


@pytest.mark.parametrize(
    ("promises", "people", "asks", "words"),
    [
        (0, 0, 0, ""),
        (1, 0, 0, "About five minutes."),
        (0, 2, 0, "About ten minutes."),
        (3, 4, 2, "About half an hour."),
        (4, 12, 2, "More than an hour."),
    ],
)
def test_how_long_a_day_takes_is_said_roughly(promises, people, asks, words):
    assert time_words(minutes(promises, people, asks)) == words
