"""What sort of thing happened, and how long it moves somebody."""

from datetime import timedelta

import pytest

from amity.judgement.capture.shapes import LifeEvent
from amity.judgement.life_events import Happened, is_hard, is_mourning, kind_of, moves
from tests.conftest import TODAY


@pytest.mark.parametrize("event", LifeEvent)
def test_what_capture_calls_it_is_understood(event):
    assert kind_of(event.value, "") is event


@pytest.mark.parametrize(
    ("label", "text", "kind"),
    [
        ("newborn", "The baby came on 4 October", LifeEvent.NEW_BABY),
        ("Job  seeker", "Museum closed her team", LifeEvent.LOOKING_FOR_WORK),
        ("newcomer", "Came from Penzance", LifeEvent.MOVED),
        ("health", "Waiting for a scan", LifeEvent.ILL),
        ("", "Piet died in July", LifeEvent.BEREAVED),
        ("", "Lost her husband in spring", LifeEvent.BEREAVED),
        ("", "Lost her job in spring", LifeEvent.LOOKING_FOR_WORK),
        ("", "Lost her keys again", None),
        ("news", "Has an operation on her knee", LifeEvent.ILL),
        ("", "They split up", LifeEvent.SEPARATED),
        ("", "Opened his own practice in Hull", LifeEvent.NEW_JOB),
        ("", "Won a prize for dahlias", None),
    ],
)
def test_the_label_tells_what_it_is_else_the_words(label, text, kind):
    assert kind_of(label, text) is kind


def test_hands_are_full_after_a_birth_not_after_a_wedding():
    assert is_hard(LifeEvent.NEW_BABY)
    assert not is_hard(LifeEvent.WEDDING)
    assert not is_hard(None)


@pytest.mark.parametrize(("days_ago", "yes"), [(-1, False), (0, True), (90, True), (91, False)])
def test_one_asks_about_it_for_a_season(days_ago, yes):
    assert moves(Happened("Moved", "moved", TODAY - timedelta(days=days_ago)), TODAY) is yes


@pytest.mark.parametrize(
    ("label", "days_ago", "yes"), [("bereaved", 365, True), ("bereaved", 366, False), ("moved", 10, False)]
)
def test_who_lost_somebody_mourns_for_a_year(label, days_ago, yes):
    assert is_mourning(Happened("Piet", label, TODAY - timedelta(days=days_ago)), TODAY) is yes
