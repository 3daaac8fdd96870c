"""Whom Today suggests to ask how one can help."""

from dataclasses import replace
from datetime import timedelta

import pytest

from amity.actions import help as helping
from amity.actions.matching import decide_match
from amity.actions.promises import add_promise, dismiss_promise
from amity.actions.ties import set_kin
from amity.actions.today import later, not_this_person
from amity.judgement.vocabulary import MatchState, PromiseState
from amity.lib.ids import new_id
from amity.queries.help import whom_to_ask
from amity.queries.today import today_page
from amity.records.models import Fact, Match, Need, Person, Promise
from amity.records.scope import scope_of
from tests.actions.worlds import a_promise, told
from tests.conftest import TODAY, known, settle, someone
from tests.queries.counting import statements


def before(days):
    return TODAY - timedelta(days=days)


def happened_to(viewer, person, label, text, days, **columns) -> Fact:
    fact = known(viewer, person, "life_event", text, noted_on=before(days))
    with scope_of(viewer):
        Fact.objects.filter(pk=fact.pk).update(label=label, **columns)
    return fact


def asked(viewer, most=9, **more):
    return [(one.called, one.line_only) for one in whom_to_ask(viewer, TODAY, most, **more)]


@pytest.fixture
def newborn(viewer, ada):
    return happened_to(viewer, ada, "new baby", "The baby came on 12 October", 50)


def test_after_a_birth_one_is_asked_once(viewer, ada, newborn):
    [one] = whom_to_ask(viewer, TODAY, 2)

    assert (one.name, one.since, one.since_on) == ("Ada Okafor", "October", before(50))
    assert one.about == "The baby came on 12 October. You have not asked since."
    assert one.why == ("New baby, from your note.",)
    assert (
        one.question
        == "How has it been since the baby came on 12 October? A meal at the door, or an hour with the pram?"
    )
    assert one.channels[0].href == "mailto:ada@okafor.example"
    helping.ask_how_to_help(viewer, ada.pk)
    assert asked(viewer) == []


def test_what_is_still_ahead_is_not_asked_about(viewer, ada):
    happened_to(viewer, ada, "new baby", "The baby is due", 20, happens_on=TODAY + timedelta(days=9))

    assert asked(viewer) == []


def test_what_happened_counts_from_its_own_day(viewer, ada):
    happened_to(viewer, ada, "moved", "Moved to Leeds", 10, happens_on=before(100))

    assert asked(viewer) == []


def test_a_promise_made_since_answers_as_well_but_a_found_one_does_not(viewer, ada, newborn):
    found = a_promise(viewer, ada, "Bring soup", state=PromiseState.SUGGESTED, key=b"k" * 16)
    with_found = asked(viewer)
    dismiss_promise(viewer, found.pk)

    add_promise(viewer, ada.pk, "Bring soup")

    assert with_found == [("Ada", False)]
    assert asked(viewer) == []


def test_what_they_promised_answers_nothing(viewer, ada, newborn):
    add_promise(viewer, ada.pk, "Send a picture", mine=False)

    assert asked(viewer) == [("Ada", False)]


def test_an_open_need_is_asked_about_with_who_may_help(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, "Heating and plumbing engineer")
    helping.add_need(viewer, ada.pk, "A plumber for a blocked drain", said_on=before(21), source="her mail")

    [one] = whom_to_ask(viewer, TODAY, 2)

    assert (
        one.about
        == "Three weeks ago they needed a plumber for a blocked drain. You could ask whether that still helps."
    )
    assert one.question == "Would a plumber for a blocked drain still help? I may know somebody."
    assert one.why == ("Her mail, 10 November.",)
    assert (one.match.name, one.need_id) == ("Bo Lindqvist", Need.unscoped.get().pk)


def test_who_may_help_somebody_else_is_asked_with_that_need_in_mind(viewer, ada, bo):
    helping.add_offer(viewer, bo.pk, "Heating and plumbing engineer")
    helping.add_need(viewer, ada.pk, "A plumber for a blocked drain")
    told(viewer, Need, bo, "A berth in spring", said_on=before(21))

    [one] = whom_to_ask(viewer, TODAY, 2)

    assert (one.called, one.match.need_name, one.match.name) == ("Bo", "Ada Okafor", "Bo Lindqvist")
    assert one.question == "Would a berth in spring still help?"


@pytest.mark.parametrize("state", [MatchState.HELPING, MatchState.INTRODUCING])
def test_a_need_that_somebody_is_helping_with_is_not_asked_about(viewer, ada, bo, state):
    helping.add_offer(viewer, bo.pk, "Heating and plumbing engineer")
    helping.add_need(viewer, ada.pk, "A plumber for a blocked drain", said_on=before(21))

    decide_match(viewer, Match.unscoped.get().pk, state)

    assert asked(viewer) == []


def test_a_need_that_is_gone_stale_is_not_asked_about_here(viewer, ada):
    told(viewer, Need, ada, "A plumber", said_on=before(181))

    assert asked(viewer) == []


def test_a_confirmed_need_counts_from_the_day_it_was_confirmed(viewer, ada):
    told(viewer, Need, ada, "A plumber", said_on=before(300), confirmed_on=before(20))

    assert asked(viewer) == [("Ada", False)]


def test_long_after_asking_one_may_ask_again_about_what_was_said(viewer, ada):
    helping.ask_how_to_help(viewer, ada.pk, before(230), "A lift on Tuesdays.")

    [one] = whom_to_ask(viewer, TODAY, 2)

    assert one.about == "You last asked in April. The answer was: “A lift on Tuesdays”."
    assert "you said: “A lift on Tuesdays”" in one.question


def test_who_lost_somebody_gets_a_line_and_no_question(viewer, ada, bo):
    happened_to(viewer, ada, "bereaved", "Her father died on 1 November", 30)
    helping.add_need(viewer, bo.pk, "Somebody to walk a dog")
    known(viewer, ada, "other", "Walks dogs for friends")

    [one] = [one for one in whom_to_ask(viewer, TODAY, 9) if one.line_only]

    assert (one.called, one.question, one.match) == ("Ada", "", None)
    assert one.about == "Her father died on 1 November. A line is enough; nothing needs to be asked."


@pytest.mark.parametrize(
    ("born_year", "relation"), [(2016, ""), (None, "niece, nine years old")], ids=["by year", "by what they are"]
)
def test_a_child_is_never_asked(viewer, born_year, relation):
    nell = someone(viewer, "Nell Okafor", "nell@okafor.example", born_year=born_year)
    known(viewer, nell, "relation", relation, noted_on=before(30)) if relation else None
    set_kin(viewer, nell.pk, True)
    happened_to(viewer, settle(viewer, nell), "ill", "Broke her arm", 5)

    assert asked(viewer) == []


@pytest.mark.parametrize("act", [lambda v, p: later(v, p), lambda v, p: not_this_person(v, p)], ids=["later", "never"])
def test_whoever_was_put_off_or_left_out_is_left_alone(viewer, ada, newborn, act):
    act(viewer, ada.pk)

    assert asked(viewer) == []


def test_a_candidate_is_not_asked(viewer, cy):
    happened_to(viewer, cy, "ill", "Is in hospital", 5)

    assert asked(viewer) == []


def test_what_is_private_to_another_member_moves_nobody_here(viewer, ada):
    happened_to(viewer, ada, "ill", "Is in hospital", 5, private_to=new_id())
    told(viewer, Need, ada, "A plumber", said_on=before(20), private_to=new_id())

    assert asked(viewer) == []


def test_another_member_asks_for_themselves(viewer, ada, newborn):
    helping.ask_how_to_help(replace(viewer, member=new_id()), ada.pk)

    assert asked(viewer) == [("Ada", False)]


def test_people_of_another_network_and_people_in_the_bin_are_not_asked(viewer, elsewhere, dee):
    happened_to(elsewhere, dee, "ill", "Is in hospital", 5)
    gone = someone(viewer, "Fay Oduya", "fay@oduya.example", trashed_at="2026-11-30T10:00Z")
    happened_to(viewer, settle(viewer, gone), "ill", "Is in hospital", 5)

    assert asked(viewer) == []
    assert asked(elsewhere) == [("Dee", False)]


def test_whoever_stands_on_the_page_anyway_is_not_named_twice(viewer, ada, bo, newborn):
    happened_to(viewer, bo, "ill", "Is in hospital", 5)  # and Bo has gone quiet, so Today names him first

    page = today_page(viewer, TODAY)

    assert asked(viewer, besides={ada.pk}) == [("Bo", False)]
    assert [one.called for one in page.reach_out] == ["Bo"]
    assert [one.called for one in page.ask_how] == ["Ada"]


def test_at_most_so_many_are_named(viewer, ada, bo, newborn):
    happened_to(viewer, bo, "ill", "Is in hospital", 5)

    assert asked(viewer, most=1) == [("Bo", False)]
    assert asked(viewer, most=0) == []


def test_twenty_people_cost_as_many_statements_as_ten(viewer, crowd):
    def with_reasons(people):
        for number, person in enumerate(people):
            happened_to(viewer, person, "ill", "Is in hospital", 5) if number % 2 else None
            told(viewer, Need, person, "A plumber", said_on=before(20))
        return statements(lambda: whom_to_ask(viewer, TODAY, 20))

    ten = with_reasons(crowd(10))

    assert with_reasons(crowd(10)[10:]) == ten
    assert Person.unscoped.count() == 20
    assert not Promise.unscoped.exists()
