"""How it stands with needs and offers, in words."""

from datetime import date, timedelta

import pytest

from amity.judgement.help_states import (
    ago,
    helping_lede,
    is_stale,
    need_now,
    needs_lede,
    offer_now,
    offers_lede,
)
from amity.judgement.vocabulary import HelpState
from tests.conftest import TODAY


def before(days):
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("state", "heard_on", "stale"),
    [
        (HelpState.OPEN, before(180), False),
        (HelpState.OPEN, before(181), True),
        (HelpState.OPEN, None, False),
        (HelpState.MET, before(400), False),
        (HelpState.SUGGESTED, before(400), False),
    ],
)
def test_an_open_need_goes_stale_half_a_year_after_it_was_last_heard_of(state, heard_on, stale):
    assert is_stale(state, heard_on, TODAY) is stale


@pytest.mark.parametrize(
    ("state", "heard_on", "settled_on", "words"),
    [
        (HelpState.OPEN, before(10), None, "Open"),
        (HelpState.OPEN, before(213), None, "Perhaps no longer so: last heard of 7 months ago"),
        (HelpState.MET, before(40), date(2026, 10, 3), "Met, 3 October"),
        (HelpState.OVER, before(40), date(2026, 10, 3), "No longer so, 3 October"),
        (HelpState.SUGGESTED, before(1), None, "Found, yours to decide"),
    ],
)
def test_a_need_says_how_it_stands(state, heard_on, settled_on, words):
    assert need_now(state, heard_on, settled_on, TODAY) == words


def test_an_offer_is_taken_up_not_met():
    assert offer_now(HelpState.MET, before(9), before(2), TODAY) == "Taken up, 29 November"


@pytest.mark.parametrize(
    ("needs", "known", "words"),
    [
        (0, 0, "No open needs that you know of. One sentence is enough to note one."),
        (1, 0, "One open need."),
        (1, 1, "One open need. For it you may know somebody."),
        (5, 2, "Five open needs. For two of them you may know somebody."),
    ],
)
def test_the_page_of_needs_begins_with_how_many_there_are(needs, known, words):
    assert needs_lede(needs, known) == words


@pytest.mark.parametrize(
    ("offers", "needed", "words"),
    [
        (0, 0, "No open offers that you know of. One sentence is enough to note one."),
        (3, 0, "Three open offers."),
        (1, 1, "One open offer. It may meet a need."),
        (3, 2, "Three open offers. Two of them may meet a need."),
    ],
)
def test_the_page_of_offers_begins_with_how_many_there_are(offers, needed, words):
    assert offers_lede(offers, needed) == words


def test_helping_says_how_many_were_asked_and_when_last():
    assert helping_lede(0, None, TODAY) == "Whom you asked how you can help, and what they said, is kept here."
    assert helping_lede(1, TODAY, TODAY) == "You have asked one person how you can help, most recently today."
    assert (
        helping_lede(4, before(12), TODAY) == "You have asked four people how you can help, most recently 12 days ago."
    )


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "yesterday"), (12, "12 days ago")])
def test_how_long_ago_is_said_plainly(days, words):
    assert ago(before(days), TODAY) == words
