"""What holds for every action: it is one change, taken back without a trace, and blind to other networks."""

import uuid
from dataclasses import fields, replace
from datetime import timedelta

import pytest

from amity.actions import (
    capturing,
    circles,
    facts,
    handles,
    help,
    interactions,
    matching,
    merging,
    own,
    people,
    preferences,
    promises,
    relationships,
    ties,
    today,
)
from amity.actions.changes import CannotUndo, NothingToUndo
from amity.actions.undo import undo, undo_last
from amity.judgement.readback import ChipKind
from amity.judgement.vocabulary import Channel, MatchState
from amity.lib.errors import NotHere
from amity.lib.viewer import Role
from amity.records.models import Change
from amity.records.scope import MayNotChange, scope_of
from tests.actions.everything import everything, what_changed
from tests.actions.worlds import World, a_world
from tests.conftest import TODAY, someone

YESTERDAY = TODAY - timedelta(days=1)
A_PICTURE = bytes.fromhex(
    "47494638396101000100800000ff0000ffffff21f90400000000002c00000000010001000002024401003b"
)  # a GIF of one red pixel


def a_capture(world):
    """Everything that one sentence may say, with somebody new in it."""
    ada, zora = capturing.Somebody(world.person, "Ada"), capturing.Somebody(None, "Zora Neumann")
    said = [
        capturing.Saying(ChipKind.FACT, ada, "her daughter starts school", TODAY, "life_event", "School"),
        capturing.Saying(ChipKind.NEED, ada, "a plumber", sentence="Ada needs a plumber", mark=(0, 19)),
        capturing.Saying(ChipKind.OFFER, zora, "a ladder"),
        capturing.Saying(ChipKind.PROMISE, zora, "bring it back", TODAY),
        capturing.Saying(ChipKind.THEIR_PROMISE, ada, "send the photos"),
        capturing.Saying(ChipKind.ASKED, None, "how you can help"),
    ]
    return capturing.CaptureKept("Coffee with Ada and Zora", (ada, zora), Channel.IN_PERSON, YESTERDAY, 45, tuple(said))


ACTIONS = {
    "add a person": lambda v, w: (
        people.add_person(
            v, "Eve Sutter", handles=[("mail", "eve@sutter.example")], circles=[w.circle], note="Met at the fair."
        ).change
    ),
    "rename": lambda v, w: people.rename_person(v, w.person, "Ada Byron", called="Addie", pronouns="she/her"),
    "birthday": lambda v, w: people.set_birthday(v, w.person, 3, 14, 1985),
    "met through": lambda v, w: people.set_met_through(v, w.person, w.other, "at a wedding"),
    "photo": lambda v, w: people.set_photo(v, w.person, A_PICTURE),
    "no photo": lambda v, w: people.remove_photo(v, w.person),
    "keep": lambda v, w: people.keep_person(v, w.candidate),
    "leave out": lambda v, w: people.leave_out_person(v, w.person),
    "trash a person": lambda v, w: people.trash_person(v, w.person),
    "trash people": lambda v, w: people.trash_people(v, [w.person, w.other, w.candidate]),
    "restore a person": lambda v, w: people.restore_person(v, w.trashed_person),
    "add a handle": lambda v, w: handles.add_handle(v, w.person, "phone", "+44 20 7946 0155", "work"),
    "add a shared handle": lambda v, w: handles.add_handle(v, w.candidate, "mail", "bo@lindqvist.example"),
    "correct a handle": lambda v, w: handles.correct_handle(v, w.handle, "ada.okafor@okafor.example", "home"),
    "remove a handle": lambda v, w: handles.remove_handle(v, w.handle),
    "add a fact": lambda v, w: facts.add_fact(v, w.person, "lives_in", "Bath"),
    "correct a fact": lambda v, w: facts.correct_fact(v, w.fact, "Sings tenor.", label="choir"),
    "trash a fact": lambda v, w: facts.trash_fact(v, w.fact),
    "restore a fact": lambda v, w: facts.restore_fact(v, w.trashed_fact),
    "add a meeting": lambda v, w: interactions.add_interaction(
        v, [w.person, w.other], "in_person", YESTERDAY, "Coffee by the lock.", minutes=90
    ),
    "capture a sentence": lambda v, w: capturing.keep(v, a_capture(w)),
    "correct a note": lambda v, w: interactions.correct_interaction(
        v,
        w.note,
        channel="call",
        happened_on=YESTERDAY,
        text="She sang.",
        minutes=10,
        person_ids=[w.other, w.candidate],
    ),
    "trash a note": lambda v, w: interactions.trash_interaction(v, w.note),
    "restore a note": lambda v, w: interactions.restore_interaction(v, w.trashed_note),
    "rename a circle": lambda v, w: circles.rename_circle(v, w.circle, "Singers"),
    "rhythm of a circle": lambda v, w: circles.set_circle_rhythm(v, w.circle, 14),
    "remove a circle": lambda v, w: circles.remove_circle(v, w.circle),
    "put in a circle": lambda v, w: circles.put_in_circle(v, [w.person, w.other, w.candidate], w.circle),
    "take out of a circle": lambda v, w: circles.take_out_of_circle(v, [w.person], w.circle),
    "rhythm": lambda v, w: ties.set_rhythm(v, [w.person, w.other], 30),
    "kin": lambda v, w: ties.set_kin(v, w.person, True),
    "done": lambda v, w: today.mark_done(v, w.other, "call"),
    "later": lambda v, w: today.later(v, w.other),
    "not now": lambda v, w: today.not_now(v, w.other, "She is moving house."),
    "not this person": lambda v, w: today.not_this_person(v, w.other),
    "suggest again": lambda v, w: today.suggest_again(v, w.other),
    "merge": lambda v, w: merging.merge_people(v, w.person, w.other, {"name": "other", "work": "other"}),
    "not the same": lambda v, w: merging.not_the_same(v, w.person, w.other),
    "do not know yet": lambda v, w: merging.dont_know_yet(v, w.person, w.other),
    "add a relationship": lambda v, w: relationships.add_relationship(v, w.person, w.other, "neighbour of"),
    "remove a relationship": lambda v, w: relationships.remove_relationship(v, w.relationship),
    "add a promise": lambda v, w: promises.add_promise(
        v, w.person, "Send the photographs", due_on=TODAY + timedelta(days=3), interaction_id=w.note
    ),
    "add a promise of theirs": lambda v, w: promises.add_promise(
        v, w.other, "Lend you the bandsaw", mine=False, due_words="in spring", private=True
    ),
    "accept a promise": lambda v, w: promises.accept_promise(v, w.found_promise, due_on=TODAY, what="Find the card"),
    "dismiss a promise": lambda v, w: promises.dismiss_promise(v, w.found_promise),
    "correct a promise": lambda v, w: promises.correct_promise(
        v, w.promise, what="Bring the ladder", due_words="soon", person_id=w.other
    ),
    "keep a promise": lambda v, w: promises.keep_promise(v, w.promise, YESTERDAY),
    "keep a promise that was not decided": lambda v, w: promises.keep_promise(v, w.found_promise),
    "open a promise again": lambda v, w: promises.open_again(v, w.kept_promise),
    "let go of a promise": lambda v, w: promises.release_promise(v, w.promise, they_know=True),
    "remove a promise": lambda v, w: promises.remove_promise(v, w.promise),
    "remove a found promise": lambda v, w: promises.remove_promise(v, w.asked_promise),
    "not kept by that": lambda v, w: promises.not_kept_by_that(v, w.asked_promise),
    "add a need": lambda v, w: help.add_need(
        v, w.person, "A notary", said_on=YESTERDAY, interaction_id=w.note, sentence="She needs a notary.", mark=(10, 18)
    ),
    "add an offer": lambda v, w: help.add_offer(v, w.other, "Unblocks drains", private=True),
    "accept a need": lambda v, w: help.accept_need(v, w.found_need, "A dog walker"),
    "accept an offer": lambda v, w: help.accept_offer(v, w.found_offer),
    "dismiss a need": lambda v, w: help.dismiss_need(v, w.found_need),
    "dismiss an offer": lambda v, w: help.dismiss_offer(v, w.found_offer),
    "correct a need": lambda v, w: help.correct_need(v, w.need, what="A good plumber", person_id=w.other),
    "correct an offer": lambda v, w: help.correct_offer(v, w.offer, what="Plumbs", person_id=w.person),
    "meet a need": lambda v, w: help.meet_need(v, w.need, YESTERDAY),
    "take up an offer": lambda v, w: help.take_up_offer(v, w.offer, YESTERDAY),
    "end a need": lambda v, w: help.end_need(v, w.need),
    "end an offer": lambda v, w: help.end_offer(v, w.offer),
    "open a need again": lambda v, w: help.open_need_again(v, w.met_need),
    "open an offer again": lambda v, w: help.open_offer_again(v, w.taken_offer),
    "confirm a need": lambda v, w: help.confirm_need(v, w.need),
    "confirm an offer": lambda v, w: help.confirm_offer(v, w.offer, YESTERDAY),
    "remove a need": lambda v, w: help.remove_need(v, w.need),
    "remove an offer": lambda v, w: help.remove_offer(v, w.offer),
    "remove a found need": lambda v, w: help.remove_need(v, w.found_need),
    "ask how to help": lambda v, w: help.ask_how_to_help(v, w.other, YESTERDAY, "Soup.", private=True),
    "note an answer": lambda v, w: help.note_answer(v, w.asked, "Two lifts."),
    "decide a match": lambda v, w: matching.decide_match(v, w.match, MatchState.NOT_A_MATCH),
    "introduce a match": lambda v, w: matching.decide_match(v, w.match, MatchState.INTRODUCING),
    "refuse an address": lambda v, w: own.refuse_own_address(v, w.own_address),
    "forget an address": lambda v, w: own.forget_own_address(v, w.own_address),
}
ABOUT_NOTHING_THERE = {
    "make a circle": lambda v, w: circles.make_circle(v, "Book club", "r-friends"),
    "confirm an address": lambda v, w: own.confirm_own_address(v, "mail", "robin@mill.example"),
    "take a person for oneself": lambda v, w: own.confirm_own_address(v, "mail", "bo@lindqvist.example"),
    "preferences": lambda v, w: preferences.set_preferences(v, today_limit=5, light="dark"),
}
EVERYTHING = ACTIONS | ABOUT_NOTHING_THERE
CHANGES_NOTHING = {"no photo", "suggest again"}  # in this world; they are tested beside their neighbours
NOTHING = World(*[uuid.uuid4() for _ in fields(World)])


@pytest.fixture
def world(viewer, cast):
    return a_world(viewer, cast.ada, cast.bo, cast.cy)


@pytest.fixture
def other_world(elsewhere, dee):
    emil = someone(elsewhere, "Emil Sand", "emil@sand.example")
    return a_world(elsewhere, dee, emil, someone(elsewhere, "Gus Hale", "gus@hale.example", kept_at=None))


def rows_of(there):
    return [row for rows in there.values() for row in rows if isinstance(row, dict) and "network_id" in row]


def history(viewer):
    with scope_of(viewer):
        return list(Change.objects.order_by("at", "pk"))


@pytest.mark.parametrize("name", EVERYTHING)
def test_it_is_one_line_of_history_and_taken_back_it_leaves_no_trace(viewer, world, elsewhere, name):
    before = everything()

    change = EVERYTHING[name](viewer, world)
    there = what_changed(before, everything())
    if name not in CHANGES_NOTHING:
        undo(viewer, change.pk)

    assert bool(there) is (name not in CHANGES_NOTHING)
    assert {row["network_id"] for row in rows_of(there)} <= {viewer.network}
    assert [line.pk for line in history(viewer) if line.verb != "undo"] == [change.pk]
    assert change.label.endswith((".", "”"))
    assert what_changed(before, everything()) == {}


@pytest.mark.parametrize("name", ACTIONS)
def test_rows_of_another_network_are_not_here_and_nothing_is_written(viewer, world, elsewhere, other_world, name):
    before = everything()

    with pytest.raises(NotHere):
        ACTIONS[name](viewer, other_world)

    assert what_changed(before, everything()) == {}
    assert history(viewer) == history(elsewhere) == []


@pytest.mark.parametrize("name", EVERYTHING)
def test_who_may_only_look_is_refused(viewer, name):
    with pytest.raises(MayNotChange):
        EVERYTHING[name](replace(viewer, role=Role.VIEWER), NOTHING)

    assert history(viewer) == []


def test_an_undo_is_a_line_of_history_and_is_not_undone(viewer, world):
    change = today.later(viewer, world.other)

    taken_back = undo(viewer, change.pk)

    assert taken_back.verb == "undo"
    assert taken_back.undoes == change.pk
    assert taken_back.label == "Taken back: Bo Lindqvist can wait seven days."
    with pytest.raises(CannotUndo):
        undo(viewer, taken_back.pk)


def test_what_was_taken_back_can_be_done_and_taken_back_again(viewer, world):
    undo(viewer, today.later(viewer, world.other).pk)
    before = everything()

    undo(viewer, today.later(viewer, world.other).pk)

    assert what_changed(before, everything()) == {}


def test_nothing_is_taken_back_twice(viewer, world):
    change = today.later(viewer, world.other)
    undo(viewer, change.pk)

    with pytest.raises(NothingToUndo):
        undo(viewer, change.pk)


def test_somebody_elses_change_is_not_here(viewer, world, elsewhere, other_world):
    theirs = today.later(elsewhere, other_world.other)
    before = everything()

    with pytest.raises(NotHere):
        undo(viewer, theirs.pk)

    assert what_changed(before, everything()) == {}


def test_the_last_thing_goes_first_and_then_the_one_before(viewer, world):
    before = everything()
    today.later(viewer, world.other)
    facts.trash_fact(viewer, world.fact)

    labels = [undo_last(viewer).label for _ in range(2)]

    assert labels == ["Taken back: Moved “Sings alto.” to the bin.", "Taken back: Bo Lindqvist can wait seven days."]
    assert what_changed(before, everything()) == {}
    with pytest.raises(NothingToUndo):
        undo_last(viewer)
