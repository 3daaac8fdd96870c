"""Answers to somebody on Today: done, later, not now, not this person."""

from datetime import timedelta

import pytest

from amity.actions import circles, ties, today
from amity.actions.undo import undo
from amity.lib.errors import NotAccepted
from amity.records.models import Circle, Interaction, Pause, Tie
from amity.records.scope import scope_of
from tests.conftest import NOW, TODAY


def tie(person):
    return Tie.unscoped.get(person_id=person.pk)


def pause(viewer):
    with scope_of(viewer):
        return Pause.objects.get()


def test_bo_is_due(bo):
    assert tie(bo).due_on <= TODAY


@pytest.mark.parametrize("channel", ["message", "mail", "call", "video", "in_person", "letter"])
def test_done_moves_rhythm_and_last_contact(viewer, bo, channel):
    today.mark_done(viewer, bo.pk, channel)

    assert (tie(bo).last_on, tie(bo).last_channel, tie(bo).last_direction) == (TODAY, channel, "both")
    assert tie(bo).due_on > TODAY
    assert tie(bo).unanswered == 0


def test_done_may_have_been_on_another_day(viewer, bo):
    today.mark_done(viewer, bo.pk, on=TODAY - timedelta(days=3))

    assert tie(bo).last_on == TODAY - timedelta(days=3)


def test_done_ends_a_pause(viewer, bo):
    today.later(viewer, bo.pk, 100)

    today.mark_done(viewer, bo.pk)

    assert tie(bo).paused_until is None


@pytest.mark.parametrize("channel", ["note", "pigeon", ""])
def test_a_note_is_no_way_of_being_in_touch(viewer, bo, channel):
    with pytest.raises(NotAccepted):
        today.mark_done(viewer, bo.pk, channel)


def test_later_waits_a_week(viewer, bo):
    today.later(viewer, bo.pk)

    assert tie(bo).due_on == tie(bo).paused_until == TODAY + timedelta(days=7)
    assert (pause(viewer).answer, pause(viewer).until) == ("later", TODAY + timedelta(days=7))


@pytest.mark.parametrize("days", [0, -1, 366])
def test_later_is_within_a_year(viewer, bo, days):
    with pytest.raises(NotAccepted):
        today.later(viewer, bo.pk, days)


def test_not_now_waits_for_one_learned_rhythm_and_keeps_the_reason(viewer, bo):
    rhythm = tie(bo).rhythm_days

    today.not_now(viewer, bo.pk, " He is  moving house. ")

    assert rhythm <= (tie(bo).due_on - TODAY).days < rhythm + 1
    assert (pause(viewer).answer, pause(viewer).reason) == ("not_now", "He is moving house.")


def test_not_now_waits_for_the_rhythm_that_was_set(viewer, bo, cy):
    with scope_of(viewer):
        colleagues = Circle.objects.get(name="Ex-colleagues")
    circles.set_circle_rhythm(viewer, colleagues.pk, 20)
    today.not_now(viewer, bo.pk)
    assert tie(bo).paused_until == TODAY + timedelta(days=20)

    ties.set_rhythm(viewer, [bo.pk], 30)
    today.not_now(viewer, bo.pk)
    assert tie(bo).paused_until == TODAY + timedelta(days=30)

    today.not_now(viewer, cy.pk)  # of whom no rhythm is known
    assert tie(cy).paused_until == TODAY + timedelta(days=60)


def test_not_this_person_is_never_due_and_may_be_again(viewer, bo):
    today.not_this_person(viewer, bo.pk, "We fell out.")
    assert (tie(bo).due_on, tie(bo).left_out_at) == (None, NOW)
    assert (pause(viewer).answer, pause(viewer).until, pause(viewer).reason) == ("never", None, "We fell out.")

    today.suggest_again(viewer, bo.pk)
    assert tie(bo).due_on <= TODAY
    assert tie(bo).left_out_at is None


ANSWERS = {
    "done": lambda viewer, bo: today.mark_done(viewer, bo.pk),
    "later": lambda viewer, bo: today.later(viewer, bo.pk),
    "not now": lambda viewer, bo: today.not_now(viewer, bo.pk, "Busy."),
    "not this person": lambda viewer, bo: today.not_this_person(viewer, bo.pk),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_taken_back_bo_is_due_as_before(viewer, bo, answer):
    due, strength = tie(bo).due_on, tie(bo).strength
    with scope_of(viewer):
        letters = Interaction.objects.count()

    undo(viewer, answer(viewer, bo).pk)

    assert (tie(bo).due_on, tie(bo).strength) == (due, strength)
    with scope_of(viewer):
        assert (Interaction.objects.count(), Pause.objects.count()) == (letters, 0)
