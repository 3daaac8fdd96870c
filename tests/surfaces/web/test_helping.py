"""Needs, offers, and whom one asked, in the browser."""

from datetime import timedelta

import pytest

from amity.actions.help import add_need, add_offer, ask_how_to_help
from amity.judgement.vocabulary import HelpState, MatchState
from amity.records.models import HelpAsked, Match, Need, Offer
from amity.records.scope import scope_of
from tests.conftest import TODAY
from tests.surfaces.web.conftest import text_of


@pytest.fixture
def need(viewer, bo):
    add_need(viewer, bo.pk, "A dry shed for the winter", said_on=TODAY - timedelta(days=20), source="his mail")
    with scope_of(viewer):
        return Need.objects.get()


@pytest.fixture
def offer(viewer, ada):
    add_offer(viewer, ada.pk, "A barn by the canal to let", said_on=TODAY - timedelta(days=5), source="her message")
    with scope_of(viewer):
        return Offer.objects.get()


@pytest.fixture
def match(viewer, need, offer):
    with scope_of(viewer):
        found, _ = Match.objects.get_or_create(
            need=need, person=offer.person, defaults={"offer": offer, "closeness": 0.8}
        )
        return found


def state_of(viewer, row):
    with scope_of(viewer):
        return type(row).objects.get(pk=row.pk).state


def test_the_page_shows_needs_offers_and_what_meets(owner, need, offer, match):
    page = text_of(owner.get("/helping/"))

    assert "<h1>Helping</h1>" in page
    assert "What people need" in page
    assert "A dry shed for the winter" in page
    assert "What people offer" in page
    assert "<b>A need meets an offer.</b>" in page
    assert f'formaction="/matches/{match.pk}/not-a-match"' in page


def test_an_empty_page_says_why_and_offers_one_thing_to_do(owner):
    page = text_of(owner.get("/helping/"))

    assert "Nobody’s needs are written down yet" in page
    assert 'href="/helping/new/"' in page


@pytest.mark.parametrize(("verb", "state"), [("met", HelpState.MET), ("over", HelpState.OVER)])
def test_a_need_is_met_or_over_and_open_again(owner, viewer, need, verb, state):
    owner.post(f"/needs/{need.pk}/{verb}")
    settled = state_of(viewer, need)
    owner.post(f"/needs/{need.pk}/open-again")

    assert (settled, state_of(viewer, need)) == (state, HelpState.OPEN)


def test_an_offer_is_taken_up(owner, viewer, offer):
    owner.post(f"/offers/{offer.pk}/taken-up")

    assert state_of(viewer, offer) == HelpState.MET


@pytest.mark.parametrize(("verb", "state"), [("accepted", HelpState.OPEN), ("dismissed", HelpState.DISMISSED)])
@pytest.mark.parametrize(("model", "noun"), [(Need, "needs"), (Offer, "offers")])
def test_what_was_found_waits_for_a_yes_or_no(owner, viewer, bo, model, noun, verb, state):
    with scope_of(viewer):
        found = model.objects.create(
            member_id=viewer.member,
            person=bo,
            what="Soup",
            state="suggested",
            said_on=TODAY,
            key=b"n" * 16,
            reason="Said.",
        )

    page = text_of(owner.get("/helping/"))
    owner.post(f"/{noun}/{found.pk}/{verb}")

    assert "<b>Why it looks like one:</b> Said." in page
    assert state_of(viewer, found) == state


def test_not_a_match_is_remembered_and_gone_from_the_page(owner, viewer, match):
    owner.post(f"/matches/{match.pk}/not-a-match")

    assert state_of(viewer, match) == MatchState.NOT_A_MATCH
    assert "A need meets an offer" not in text_of(owner.get("/helping/"))


def test_helping_directly_is_kept_and_said(owner, viewer, match):
    owner.post(f"/matches/{match.pk}/helping")

    assert state_of(viewer, match) == MatchState.HELPING
    assert "You are helping with this." in text_of(owner.get("/helping/"))


def test_the_first_letter_about_a_match_asks_the_one_in_need_and_names_nobody_else(owner, match):
    answer = owner.get(f"/matches/{match.pk}/letter")

    assert answer["Location"].startswith("mailto:bo@lindqvist.example?subject=An%20idea%20for%20you&body=Hello%20Bo")
    assert "dry%20shed" in answer["Location"]
    assert "Ada" not in answer["Location"]


def test_a_need_and_an_offer_are_written_down(owner, viewer, bo):
    owner.post("/helping/new/", {"what": "A lift", "sort": "need", "who": "Bo"})
    owner.post("/helping/new/", {"what": "A boat", "sort": "offer", "who": "Bo"})

    with scope_of(viewer):
        assert Need.objects.get().what == "A lift"
        assert Offer.objects.get().what == "A boat"


def test_a_need_is_corrected_in_place(owner, viewer, need):
    owner.post(f"/needs/{need.pk}/", {"what": "A dry shed until May", "who": "Bo Lindqvist"})

    with scope_of(viewer):
        assert Need.objects.get().what == "A dry shed until May"


def test_what_cannot_be_kept_comes_back_with_the_form(owner, bo):
    answer = owner.post("/helping/new/", {"what": "A lift", "sort": "need", "who": "Nobody At All"})

    assert answer.status_code == 422
    assert "Nobody here is called" in text_of(answer)


def test_that_one_asked_is_kept_and_what_they_said_is_added_later(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/asked/", {"asked_on": "2026-11-30", "answer": ""})
    with scope_of(viewer):
        asked = HelpAsked.objects.get()
    before = text_of(owner.get("/helping/"))
    owner.post(f"/asked/{asked.pk}/", {"answer": "A hand with the slip."})

    assert "No answer written down yet." in before
    assert "A hand with the slip." in text_of(owner.get("/helping/"))


def test_an_answer_is_recorded_from_their_page(owner, viewer, bo):
    ask_how_to_help(viewer, bo.pk, TODAY - timedelta(days=40))

    page = text_of(owner.get(f"/people/{bo.pk}/"))

    assert "What did they say?" in page
