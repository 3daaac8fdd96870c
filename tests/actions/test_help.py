"""What people need and offer, and that the owner asked: noted, decided, settled, and refused when it makes no sense."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from amity.actions import help as helping
from amity.actions.changes import CannotUndo, Recorder
from amity.actions.matching import decide_match
from amity.actions.merging import merge_people
from amity.actions.people import restore_person, trash_person
from amity.actions.undo import undo
from amity.judgement.vocabulary import Channel, Direction, HelpState, MatchState
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.ids import new_id
from amity.queries.help import helping_page, helping_with, needs_page, offers_page
from amity.records.models import HelpAsked, Match, Need, Offer
from amity.records.scope import changes
from tests.actions.worlds import told
from tests.conftest import TODAY, happened

TOMORROW = TODAY + timedelta(days=1)
FOUND = {"state": HelpState.SUGGESTED, "key": b"k" * 16}


def now(row):
    return type(row).unscoped.get(pk=row.pk)


def needed(viewer, person, what="A plumber for a blocked drain", **more) -> Need:
    return Need.unscoped.get(pk=helping.add_need(viewer, person.pk, what, **more).rows[0]["id"])


def offered(viewer, person, what="Heating and plumbing engineer, drains too", **more) -> Offer:
    return Offer.unscoped.get(pk=helping.add_offer(viewer, person.pk, what, **more).rows[0]["id"])


def test_a_need_is_noted_with_its_words_its_day_and_its_phrase(viewer, ada):
    need = needed(
        viewer, ada, " A  notary\x00 ", said_on=TODAY - timedelta(days=3), sentence="She needs a notary.", mark=(10, 18)
    )

    assert (need.what, need.state, need.said_on) == ("A notary", "open", TODAY - timedelta(days=3))
    assert (need.source, need.mark_start, need.mark_end) == ("your note", 10, 18)


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda v, p: helping.add_need(v, p, "  \x00 "), "what"),
        (lambda v, p: helping.add_offer(v, p, "x" * 301), "what"),
        (lambda v, p: helping.add_need(v, p, "A notary", said_on=TOMORROW), "said_on"),
        (lambda v, p: helping.add_need(v, p, "A notary", said_on=date(1, 1, 1)), "said_on"),
        (lambda v, p: helping.ask_how_to_help(v, p, TOMORROW), "on"),
        (lambda v, p: helping.ask_how_to_help(v, p, answer="x" * 100_001), "answer"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_field_to_mend(viewer, ada, call, field):
    with pytest.raises(NotAccepted) as refused:
        call(viewer, ada.pk)

    assert refused.value.field == field
    assert not Need.unscoped.exists()


@pytest.mark.parametrize(
    "what", ["<b onclick=alert(1)>a roof</b>", "'; DROP TABLE records_need; --", "مكان هادئ", "🌻 a lift", "{{ x }}"]
)
def test_whatever_is_typed_is_kept_as_text_and_matched(viewer, ada, bo, what):
    offered(viewer, bo, what)

    assert needed(viewer, ada, what).what == what


@pytest.mark.parametrize("mark", [(-1, 4), (4, 4), (4, 2), (0, 99), (0, 40_000)])
def test_a_mark_that_does_not_fit_marks_nothing(viewer, ada, mark):
    need = needed(viewer, ada, sentence="I need a plumber.", mark=mark)

    assert (need.mark_start, need.mark_end) == (None, None)


def test_a_letter_of_another_network_proves_nothing_here(viewer, ada, elsewhere, dee):
    letter = happened(elsewhere, dee, 3, Channel.MAIL, Direction.IN, text="I need a plumber.")

    with pytest.raises(NotHere):
        helping.add_need(viewer, ada.pk, "A plumber", interaction_id=letter.pk)


def test_an_answer_of_somebody_in_the_bin_is_not_here(viewer, ada):
    helping.ask_how_to_help(viewer, ada.pk)
    trash_person(viewer, ada.pk)

    with pytest.raises(NotHere):
        helping.note_answer(viewer, HelpAsked.unscoped.get().pk, "Soup.")


def test_a_found_need_is_accepted_in_better_words(viewer, ada):
    need = told(viewer, Need, ada, "somebody for the drain", **FOUND)

    change = helping.accept_need(viewer, need.pk, "A plumber")

    assert change.label == "Kept the need “A plumber”."
    assert (now(need).what, now(need).state, now(need).settled_on) == ("A plumber", "open", None)


def test_what_was_dismissed_is_kept_as_a_key_and_is_not_here_any_more(viewer, ada):
    need = told(viewer, Need, ada, "no need at all", **FOUND)

    helping.dismiss_need(viewer, need.pk)

    assert (now(need).state, now(need).key) == ("dismissed", b"k" * 16)
    assert needs_page(viewer, TODAY, show_all=True).settled == ()
    with pytest.raises(NotHere):
        helping.accept_need(viewer, need.pk)


def test_what_was_found_is_dismissed_when_removed_and_what_was_typed_goes(viewer, ada):
    found, typed = told(viewer, Offer, ada, "a van", **FOUND), told(viewer, Offer, ada, "a boat")

    helping.remove_offer(viewer, found.pk)
    helping.remove_offer(viewer, typed.pk)

    assert now(found).state == "dismissed"
    assert not Offer.unscoped.filter(pk=typed.pk).exists()


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (helping.accept_need, HelpState.OPEN),
        (helping.dismiss_need, HelpState.OPEN),
        (helping.meet_need, HelpState.SUGGESTED),
        (helping.end_need, HelpState.MET),
        (helping.confirm_need, HelpState.OVER),
        (helping.open_need_again, HelpState.OPEN),
    ],
)
def test_a_verb_that_does_not_fit_the_state_is_refused(viewer, ada, act, state):
    need = told(viewer, Need, ada, "a lift", state=state)

    with pytest.raises(NotAccepted):
        act(viewer, need.pk)

    assert now(need).state == state


def test_a_met_need_says_when_and_opened_again_it_says_nothing(viewer, ada):
    need = told(viewer, Need, ada, "a lift")

    helping.meet_need(viewer, need.pk, TODAY - timedelta(days=2))
    met = now(need)
    helping.open_need_again(viewer, need.pk)

    assert (met.state, met.settled_on) == ("met", TODAY - timedelta(days=2))
    assert (now(need).state, now(need).settled_on) == ("open", None)


def test_a_confirmed_need_is_fresh_again(viewer, ada):
    need = told(viewer, Need, ada, "a lift", said_on=TODAY - timedelta(days=300))
    [stale] = needs_page(viewer, TODAY).open

    helping.confirm_need(viewer, need.pk)

    assert stale.is_stale
    assert not needs_page(viewer, TODAY).open[0].is_stale


def test_asking_is_kept_and_the_answer_may_come_later(viewer, ada):
    change = helping.ask_how_to_help(viewer, ada.pk, TODAY - timedelta(days=12))
    asked = HelpAsked.unscoped.get()

    helping.note_answer(viewer, asked.pk, "A lift on Tuesdays.")

    assert change.label == "You asked Ada Okafor how you can help."
    [row] = helping_page(viewer, TODAY).rows
    assert (row.name, row.when, row.answer) == ("Ada Okafor", "12 days ago", "A lift on Tuesdays.")


def test_what_another_member_asked_is_theirs(viewer, ada):
    helping.ask_how_to_help(viewer, ada.pk)
    beside = replace(viewer, member=new_id())

    assert helping_page(beside, TODAY).rows == ()
    with pytest.raises(NotHere):
        helping.note_answer(beside, HelpAsked.unscoped.get().pk, "x")


def test_a_private_need_is_seen_by_its_member_alone(viewer, ada):
    need = needed(viewer, ada, private=True)
    beside = replace(viewer, member=new_id())

    assert [row.private for row in needs_page(viewer, TODAY).open] == [True]
    assert needs_page(beside, TODAY).open == ()
    with pytest.raises(NotHere):
        helping.meet_need(beside, need.pk)


def test_of_people_in_the_bin_nothing_is_shown_until_they_come_back(viewer, ada, bo):
    needed(viewer, ada)
    offered(viewer, bo)

    trash_person(viewer, ada.pk)
    gone = needs_page(viewer, TODAY).open, offers_page(viewer, TODAY).open[0].matches
    restore_person(viewer, ada.pk)

    assert gone == ((), ())
    assert [row.matches[0].name for row in needs_page(viewer, TODAY).open] == ["Bo Lindqvist"]


def test_two_who_become_one_keep_the_needs_and_offers_of_both_and_part_with_them(viewer, ada, bo, cy):
    needed(viewer, ada), needed(viewer, bo, "A dry barn"), offered(viewer, bo, "Mends boats")
    helping.ask_how_to_help(viewer, bo.pk, answer="A barn.")

    change = merge_people(viewer, ada.pk, bo.pk, {})
    together = helping_with(viewer, ada.pk, TODAY)
    undo(viewer, change.pk)

    assert {row.what for row in together.needs} == {"A plumber for a blocked drain", "A dry barn"}
    assert [row.what for row in together.offers] == ["Mends boats"]
    assert together.last_asked.answer == "A barn."
    assert [row.what for row in helping_with(viewer, ada.pk, TODAY).needs] == ["A plumber for a blocked drain"]


def test_a_need_taken_back_takes_its_suggestions_along(viewer, ada, bo):
    offered(viewer, bo)
    change = helping.add_need(viewer, ada.pk, "A plumber for a blocked drain")
    suggested = Match.unscoped.count()

    undo(viewer, change.pk)

    assert suggested == 1
    assert not Match.unscoped.exists()


def test_a_need_whose_match_was_decided_is_not_taken_back_before_that_is(viewer, ada, bo):
    offered(viewer, bo)
    change = helping.add_need(viewer, ada.pk, "A plumber for a blocked drain")
    decided = decide_match(viewer, Match.unscoped.get().pk, MatchState.HELPING)

    with pytest.raises(CannotUndo):
        undo(viewer, change.pk)
    undo(viewer, decided.pk)
    undo(viewer, change.pk)

    assert not Need.unscoped.exists()


def test_a_removed_need_comes_back_with_what_was_decided_of_it(viewer, ada, bo):
    offered(viewer, bo)
    need = needed(viewer, ada)
    decide_match(viewer, Match.unscoped.get().pk, MatchState.NOT_A_MATCH)

    undo(viewer, helping.remove_need(viewer, need.pk).pk)

    assert [match.state for match in Match.unscoped.all()] == ["not a match"]


def test_another_action_may_note_needs_and_offers_within_its_own_change(viewer, ada):
    @changes
    def capture(viewer):
        recorder = Recorder(viewer)
        helping.put_need(recorder, ada, "a lift", private=True)
        helping.put_offer(recorder, ada, "a van", source="call")
        helping.put_help_asked(recorder, ada, answer="A lift.")
        return recorder.note("capture", "Wrote down a call.")

    change = capture(viewer)
    held = helping_with(viewer, ada.pk, TODAY)
    undo(viewer, change.pk)

    assert ([row.what for row in held.needs], held.offers[0].where) == (["a lift"], "Call, 1 December")
    assert held.last_asked.answer == "A lift."
    assert helping_with(viewer, ada.pk, TODAY).needs == ()
