from datetime import timedelta

import pytest

from amity.actions.facts import add_fact
from amity.actions.help import add_need, add_offer, ask_how_to_help, meet_need
from amity.actions.people import trash_person
from amity.actions.promises import add_promise, keep_promise
from amity.judgement.vocabulary import Channel, Direction, MatchState
from amity.queries.person import person_page
from amity.records.facts import LIFE_EVENT
from amity.records.models import Fact, Match, Need, Offer, Person, Promise, Relationship
from amity.records.scope import scope_of
from tests.conftest import TODAY, happened, settle


def briefing(viewer, person):
    return person_page(viewer, person.pk, TODAY).briefing


@pytest.fixture
def meeting(viewer, bo, ada):
    """Bo needs what Ada offers."""
    add_need(viewer, bo.pk, "A dry shed", said_on=TODAY - timedelta(days=20), source="his mail")
    add_offer(viewer, ada.pk, "A barn to let", said_on=TODAY - timedelta(days=5), source="her message")
    with scope_of(viewer):
        need, offer = Need.objects.get(), Offer.objects.get()
        match, _ = Match.objects.update_or_create(need=need, person=ada, defaults={"offer": offer, "closeness": 0.8})
        return match


def test_nothing_written_down_is_an_empty_briefing_with_the_first_question(viewer, cy):
    told = briefing(viewer, cy)

    assert (told.needs, told.offers, told.promised, told.promised_to_you, told.ahead) == ((), (), (), (), ())
    assert told.ask_next == ("How can you help them? You have not asked yet.",)


def test_the_last_news_stands_first_with_its_age(viewer, bo):
    happened(viewer, bo, 150, Channel.MAIL, Direction.IN, text="The yard has a new slip.")
    settle(viewer, bo)

    news = briefing(viewer, bo).news

    assert news is not None
    assert (news.text, news.age, news.is_stale) == ("The yard has a new slip.", "5 months", True)


def test_a_need_comes_with_who_may_help_and_the_offer_with_whom_it_may_help(viewer, bo, ada, meeting):
    [need] = briefing(viewer, bo).needs
    [helped] = briefing(viewer, ada).could_help

    assert (need.what, need.where) == ("A dry shed", "His mail, 11 November")
    assert [(one.name, one.words, one.where) for one in need.meets] == [
        ("Ada Okafor", "A barn to let", "Her message, 26 November")
    ]
    assert (helped.need_name, helped.need_what) == ("Bo Lindqvist", "A dry shed")
    assert [offer.what for offer in briefing(viewer, ada).offers] == ["A barn to let"]


def test_what_is_no_match_or_no_need_any_more_is_left_out(viewer, bo, ada, meeting):
    with scope_of(viewer):
        Match.objects.update(state=MatchState.NOT_A_MATCH)
    refused = briefing(viewer, bo).needs[0].meets
    meet_need(viewer, meeting.need_id)

    assert refused == ()
    assert briefing(viewer, bo).needs == ()
    assert briefing(viewer, ada).could_help == ()


def test_who_lies_in_the_bin_is_not_offered(viewer, bo, ada, meeting):
    trash_person(viewer, ada.pk)

    assert briefing(viewer, bo).needs[0].meets == ()


def test_what_is_private_to_somebody_else_is_not_in_a_briefing(viewer, elsewhere, bo, ada, meeting):
    with scope_of(viewer):
        Offer.objects.update(private_to=elsewhere.member)

    assert briefing(viewer, bo).needs[0].meets == ()
    assert briefing(viewer, ada).offers == ()


def test_an_old_need_is_said_to_have_perhaps_passed(viewer, bo):
    add_need(viewer, bo.pk, "A dry shed", said_on=TODAY - timedelta(days=300))

    [need] = briefing(viewer, bo).needs

    assert need.is_stale
    assert need.now.startswith("Perhaps no longer so")


def test_open_promises_stand_in_it_both_ways(viewer, bo):
    add_promise(viewer, bo.pk, "Send the plans")
    add_promise(viewer, bo.pk, "Lend the saw", mine=False)
    add_promise(viewer, bo.pk, "Bring the ladder back")
    with scope_of(viewer):
        ladder = Promise.objects.get(what__startswith="Bring").pk
    keep_promise(viewer, ladder)

    told = briefing(viewer, bo)

    assert [row.what for row in told.promised] == ["Send the plans"]
    assert [row.what for row in told.promised_to_you] == ["Lend the saw"]


def test_days_ahead_are_birthdays_and_what_is_noted_of_their_life(viewer, ada):
    with scope_of(viewer):
        Fact.objects.create(
            person=ada, kind=LIFE_EVENT, text="Exhibition opens", happens_on=TODAY + timedelta(days=3), noted_on=TODAY
        )

    told = briefing(viewer, ada)

    assert [near.sentence for near in told.ahead] == ["Exhibition opens, on Friday", "Turns 42 on 10 December"]
    assert told.ask_next[0] == "Exhibition opens, on Friday. How does it look?"


def test_what_is_ahead_of_a_daughter_is_asked_about_too(viewer, ada, bo):
    with scope_of(viewer):
        Relationship.objects.create(person=bo, other=ada, kind="daughter of")
        Fact.objects.create(
            person=bo, kind=LIFE_EVENT, text="Interview in Glasgow", happens_on=TODAY + timedelta(days=3)
        )

    assert "Bo: Interview in Glasgow, on Friday" in [near.sentence for near in briefing(viewer, ada).ahead]
    assert briefing(viewer, ada).ask_next[0] == "Bo: Interview in Glasgow, on Friday. How does it look?"


def test_what_is_ahead_of_a_colleague_is_their_own(viewer, ada, bo):
    with scope_of(viewer):
        Relationship.objects.create(person=bo, other=ada, kind="colleague of")
        Fact.objects.create(
            person=bo, kind=LIFE_EVENT, text="Interview in Glasgow", happens_on=TODAY + timedelta(days=3)
        )

    assert "Glasgow" not in repr(briefing(viewer, ada))


def test_the_last_time_one_asked_how_to_help_stands_with_the_answer(viewer, bo):
    ask_how_to_help(viewer, bo.pk, TODAY - timedelta(days=200), "Nothing just now.")
    ask_how_to_help(viewer, bo.pk, TODAY - timedelta(days=100), "A hand with the slip.")

    told = briefing(viewer, bo)

    assert told.last_asked is not None
    assert (told.last_asked.when, told.last_asked.answer) == ("3 months ago", "A hand with the slip.")
    assert told.ask_next == ("How can you help them? You last asked 3 months ago.",)


def test_pronouns_are_used_where_they_are_known(viewer, bo):
    with scope_of(viewer):
        Person.objects.filter(pk=bo.pk).update(pronouns="he/him")
    add_need(viewer, bo.pk, "A dry shed")

    told = briefing(viewer, bo)

    assert told.they == ("He", "s")
    assert told.ask_next == ("Would a dry shed still help him?",)


def test_a_private_fact_of_another_member_is_asked_about_by_nobody_else(viewer, elsewhere, bo):
    add_fact(viewer, bo.pk, LIFE_EVENT, "New job at the yard", private=True)
    mine = briefing(viewer, bo).ask_next
    with scope_of(viewer):
        Fact.objects.filter(kind=LIFE_EVENT).update(private_to=elsewhere.member)

    assert mine[0] == "New job at the yard. How are they now?"
    assert "New job" not in repr(briefing(viewer, bo).ask_next)
