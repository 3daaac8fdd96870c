"""Notes, meetings, calls and letters by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from amity.actions import interactions
from amity.actions.undo import undo
from amity.judgement.vocabulary import Channel, Direction
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.ids import new_id
from amity.records import fulltext
from amity.records.models import Interaction, Participant, Tie
from amity.records.scope import scope_of
from tests.conftest import NOW, TODAY, happened, someone

YESTERDAY = TODAY - timedelta(days=1)


def the_one(viewer, **which):
    with scope_of(viewer):
        return Interaction.objects.get(**which)


def tie(person):
    return Tie.unscoped.get(person_id=person.pk)


def test_a_meeting_moves_the_tie_of_everybody_who_was_there(viewer, ada, bo):
    interactions.add_interaction(viewer, [ada.pk, bo.pk], "in_person", YESTERDAY, "Tea on the quay.", minutes=90)

    meeting = the_one(viewer, text="Tea on the quay.")
    assert (meeting.others, meeting.minutes, meeting.counts, meeting.direction) == (2, 90, True, "both")
    assert meeting.happened_at == datetime(2026, 11, 30, 12, tzinfo=UTC)
    assert tie(ada).last_on == tie(bo).last_on == YESTERDAY
    assert tie(bo).last_channel == "in_person"
    assert tie(bo).quiet_on > TODAY


def test_a_candidate_the_owner_met_is_one_of_their_people(viewer, cy):
    change = interactions.add_interaction(viewer, [cy.pk], "in_person", YESTERDAY, "Showed him the flat.")
    assert tie(cy).listed

    undo(viewer, change.pk)
    assert not tie(cy).listed


def test_a_note_is_kept_and_found_but_moves_nothing(viewer, bo):
    before = tie(bo).last_on

    interactions.add_interaction(viewer, [bo.pk], "note", TODAY, "He moved to Malmö.")

    note = the_one(viewer, channel="note")
    assert not note.counts
    assert tie(bo).last_on == before
    assert [key for _, _, key in fulltext.said(viewer.network, "malmo", 5)] == [note.pk]


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 7, 1), datetime(2026, 7, 1, 11, tzinfo=UTC)),  # noon in London's summer
        (date(1962, 7, 1), datetime(1962, 7, 1, 11, tzinfo=UTC)),
        (TODAY, NOW),
    ],
)
def test_a_day_is_kept_at_its_noon_where_the_owner_lives(viewer, ada, day, moment):
    interactions.add_interaction(viewer, [ada.pk], "call", day, "x")

    assert the_one(viewer, text="x").happened_at == moment


REFUSED = [
    ({"channel": "pigeon"}, "channel"),
    ({"direction": "sideways"}, "direction"),
    ({"happened_on": TODAY + timedelta(days=1)}, "happened_on"),
    ({"happened_on": date(1899, 12, 31)}, "happened_on"),
    ({"minutes": -1}, "minutes"),
    ({"minutes": 100_000}, "minutes"),
    ({"text": "x" * 100_001}, "text"),
    ({"channel": "note", "text": " "}, "text"),
    ({"person_ids": []}, "people"),
]


@pytest.mark.parametrize(("given", "field"), REFUSED, ids=str)
def test_what_cannot_have_been_is_refused(viewer, ada, given, field):
    told = {"person_ids": [ada.pk], "channel": "call", "happened_on": TODAY, "text": "x", **given}

    with pytest.raises(NotAccepted) as refusal:
        interactions.add_interaction(viewer, **told)

    assert refusal.value.field == field


def test_a_crowd_in_one_meeting_has_an_end(viewer, ada, monkeypatch):
    monkeypatch.setattr(interactions, "MOST_AT_ONCE", 0)

    with pytest.raises(NotAccepted):
        interactions.add_interaction(viewer, [ada.pk], "call", TODAY)


def test_a_corrected_day_moves_the_timeline_and_the_tie(viewer, bo):
    interactions.add_interaction(viewer, [bo.pk], "call", TODAY, "About the keel.")
    call = the_one(viewer, channel="call")

    interactions.correct_interaction(viewer, call.pk, happened_on=YESTERDAY)

    call = the_one(viewer, channel="call")
    with scope_of(viewer):
        participant = Participant.objects.get(interaction=call)
    assert participant.happened_at == call.happened_at == datetime(2026, 11, 30, 12, tzinfo=UTC)
    assert tie(bo).last_on == YESTERDAY
    assert [key for _, _, key in fulltext.said(viewer.network, "keel", 5)] == [call.pk]


def test_the_hour_that_a_letter_told_stays_when_its_day_is_not_corrected(viewer, bo):
    letter = happened(viewer, bo, 3, Channel.MAIL, Direction.IN, text="x", key=b"0" * 16)
    with scope_of(viewer):
        at = letter.happened_at.replace(hour=7)
        Interaction.objects.filter(pk=letter.pk).update(happened_at=at)

    interactions.correct_interaction(viewer, letter.pk, happened_on=at.date(), text="y")

    assert the_one(viewer, pk=letter.pk).happened_at == at
    with scope_of(viewer):
        assert Participant.objects.get(interaction=letter).role == "from"


def test_who_took_part_can_be_corrected(viewer, ada, bo, cy):
    interactions.add_interaction(viewer, [ada.pk, bo.pk], "call", TODAY, "x")
    call = the_one(viewer, text="x")

    interactions.correct_interaction(viewer, call.pk, person_ids=[bo.pk, cy.pk], direction="in")

    with scope_of(viewer):
        there = dict(Participant.objects.filter(interaction=call).values_list("person_id", "role"))
    assert there == {bo.pk: "from", cy.pk: "from"}
    assert tie(ada).last_on < TODAY
    assert tie(cy).last_on == TODAY


def test_what_turns_out_to_be_a_note_no_longer_counts(viewer, bo):
    before = tie(bo).last_on
    interactions.add_interaction(viewer, [bo.pk], "call", TODAY, "x")

    interactions.correct_interaction(viewer, the_one(viewer, text="x").pk, channel="note")

    assert tie(bo).last_on == before


def test_words_taken_out_are_found_no_more(viewer, bo):
    interactions.add_interaction(viewer, [bo.pk], "call", TODAY, "About the keel.", minutes=5)
    call = the_one(viewer, channel="call")

    interactions.correct_interaction(viewer, call.pk, text="", minutes=0)

    call = the_one(viewer, channel="call")
    assert (call.docid, call.minutes) == (None, None)
    assert fulltext.said(viewer.network, "keel", 5) == []


def test_in_the_bin_it_does_not_count_and_out_of_it_it_does(viewer, bo):
    before = tie(bo).last_on
    interactions.add_interaction(viewer, [bo.pk], "call", TODAY, "x")
    call = the_one(viewer, text="x")

    interactions.trash_interaction(viewer, call.pk)
    assert tie(bo).last_on == before
    with pytest.raises(NotHere):
        interactions.correct_interaction(viewer, call.pk, text="y")

    interactions.restore_interaction(viewer, call.pk)
    assert tie(bo).last_on == TODAY
    with pytest.raises(NotHere):
        interactions.restore_interaction(viewer, call.pk)


def test_a_private_note_is_not_here_for_another_member(viewer, ada):
    interactions.add_interaction(viewer, [ada.pk], "note", TODAY, "A surprise.", private=True)

    with pytest.raises(NotHere):
        interactions.trash_interaction(replace(viewer, member=new_id()), the_one(viewer, channel="note").pk)


def test_undone_the_tie_is_as_quiet_as_before(viewer, bo):
    before = tie(bo).quiet_on
    change = interactions.add_interaction(viewer, [bo.pk], "in_person", TODAY, "x")
    assert tie(bo).quiet_on != before

    undo(viewer, change.pk)

    assert tie(bo).quiet_on == before


@pytest.mark.parametrize(
    ("number", "label"),
    [
        (1, "Wrote down a call with Guest 0."),
        (3, "Wrote down a call with Guest 0, Guest 1 and Guest 2."),
        (5, "Wrote down a call with Guest 0, Guest 1 and 3 others."),
    ],
)
def test_the_line_of_history_names_a_few(viewer, number, label):
    guests = [someone(viewer, f"Guest {n}", f"guest{n}@fair.example") for n in range(number)]

    change = interactions.add_interaction(viewer, [guest.pk for guest in guests], "call", TODAY)

    assert change.label == label
