"""What cannot be taken back says why, and nothing is half taken back."""

import json
import uuid
from datetime import timedelta

import pytest

from amity.actions import circles, facts, handles, interactions, people, ties
from amity.actions.changes import CannotUndo, NothingToUndo
from amity.actions.trash import purge_trash
from amity.actions.undo import undo, undo_last
from amity.judgement.vocabulary import Channel, Direction
from amity.lib import clock
from amity.lib.errors import NotHere
from amity.records import fulltext
from amity.records.models import Change, Circle, Fact, Handle, InCircle, Interaction, Person
from amity.records.scope import scope_of
from tests.actions.everything import everything, what_changed
from tests.conftest import NOW, TODAY, happened, letters


def refused(viewer, change):
    """The sentence with which an undo is refused; nothing must have been written."""
    before = everything()
    with pytest.raises(CannotUndo) as refusal:
        undo(viewer, change.pk)
    assert what_changed(before, everything()) == {}
    return str(refusal.value)


def test_a_name_that_was_changed_again_goes_back_in_order_only(viewer, ada):
    first = people.rename_person(viewer, ada.pk, "Ada Byron")
    second = people.rename_person(viewer, ada.pk, "Ada King")

    assert refused(viewer, first) == "It was changed again later. Undo the later change first."

    undo(viewer, second.pk)
    undo(viewer, first.pk)
    with scope_of(viewer):
        assert Person.objects.get(pk=ada.pk).name == "Ada Okafor"


def test_another_correction_of_the_same_person_does_not_stand_in_the_way(viewer, ada, monkeypatch):
    renamed = people.rename_person(viewer, ada.pk, "Ada Byron")
    later = NOW + timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    people.set_birthday(viewer, ada.pk, 1, 2, 1990)

    undo(viewer, renamed.pk)

    with scope_of(viewer):
        ada = Person.objects.get(pk=ada.pk)
    assert (ada.name, ada.born_month, ada.touched_at) == ("Ada Okafor", 1, later)


def test_somebody_who_wrote_since_does_not_vanish_with_the_undo(viewer):
    added = people.add_person(viewer, "Eve Sutter", handles=[("mail", "eve@sutter.example")])
    with scope_of(viewer):
        letters(viewer, Person.objects.get(pk=added.id), [3, 2, 1])

    assert refused(viewer, added.change).startswith("More has been added to it since")


def test_an_address_that_letters_came_through_since_is_not_undone(viewer, ada):
    added = handles.add_handle(viewer, ada.pk, "mail", "ada@new.example")
    with scope_of(viewer):
        letter = happened(viewer, ada, 1, Channel.MAIL, Direction.IN)
        letter.participants.update(handle=Handle.objects.get(value="ada@new.example"))

    assert refused(viewer, added).startswith("More has been added to it since")


def test_a_circle_that_was_filled_since_is_not_undone(viewer, ada):
    made = circles.make_circle(viewer, "Choir")
    with scope_of(viewer):
        choir = Circle.objects.get(name="Choir")
    put = circles.put_in_circle(viewer, [ada.pk], choir.pk)

    assert refused(viewer, made).startswith("More has been added to it since")

    undo(viewer, put.pk)
    undo(viewer, made.pk)


def test_what_stands_in_its_place_by_now_is_not_overwritten(viewer, ada):
    with scope_of(viewer):
        handle = Handle.objects.get(person=ada, kind="mail")
    removed = handles.remove_handle(viewer, handle.pk)
    handles.add_handle(viewer, ada.pk, "mail", handle.value)

    assert refused(viewer, removed) == "Something else stands in its place by now. Undo the later change first."


def test_what_left_the_bin_for_ever_does_not_come_back(viewer, ada, monkeypatch):
    with scope_of(viewer):
        fact = Fact.objects.filter(person=ada).first()
    trashed = facts.trash_fact(viewer, fact.pk)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=31))
    purge_trash(viewer)

    assert refused(viewer, trashed) == "That is more than thirty days ago."


def test_an_address_does_not_come_back_to_somebody_who_is_gone(viewer, ada, monkeypatch):
    with scope_of(viewer):
        handle = Handle.objects.get(person=ada, kind="mail")
    removed = handles.remove_handle(viewer, handle.pk)
    with scope_of(viewer):
        kept = Change.objects.get(pk=removed.pk).rows
    people.trash_person(viewer, ada.pk)
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=31))
    purge_trash(viewer)
    with scope_of(viewer):  # as if what history held of her had not gone with her
        Change.objects.filter(pk=removed.pk).update(rows=kept, at=NOW + timedelta(days=1))

    assert refused(viewer, removed) == "What this changed is gone by now, so there is nothing to take back."


def test_several_people_who_were_restored_by_hand_are_not_restored_twice(viewer, ada, bo):
    trashed = people.trash_people(viewer, [ada.pk, bo.pk])
    people.restore_person(viewer, ada.pk)

    undo(viewer, trashed.pk)

    with scope_of(viewer):
        assert Person.objects.filter(trashed_at=None).count() == 2


def test_of_a_bulk_nothing_is_left_of_there_is_nothing_to_take_back(viewer, ada, bo):
    trashed = people.trash_people(viewer, [ada.pk, bo.pk])
    people.restore_person(viewer, ada.pk)
    people.restore_person(viewer, bo.pk)

    assert refused(viewer, trashed) == "It was changed again later. Undo the later change first."


def test_a_bulk_over_many_slices_is_one_undo(viewer, ada):
    with scope_of(viewer):
        many = [Person(name=f"Guest {n}", sort_name=f"guest {n}", kept_at=NOW) for n in range(1_203)]
        Person.objects.bulk_create(many)
        circle = Circle.objects.get(name="Friends")
    put = circles.put_in_circle(viewer, [person.pk for person in many], circle.pk)
    set_to = ties.set_rhythm(viewer, [person.pk for person in many], 60)

    undo(viewer, set_to.pk)
    undo(viewer, put.pk)

    with scope_of(viewer):
        assert InCircle.objects.count() == 1


def test_words_are_found_again_after_an_undo(viewer, ada):
    told = interactions.add_interaction(viewer, [ada.pk], "note", TODAY, "She plays the theorbo.")
    with scope_of(viewer):
        note = Interaction.objects.get(channel="note")
    corrected = interactions.correct_interaction(viewer, note.pk, text="She plays the viol.")
    assert found(viewer, "viol") == [note.pk]

    undo(viewer, corrected.pk)
    assert found(viewer, "theorbo") == [note.pk]
    assert found(viewer, "viol") == []

    undo(viewer, told.pk)
    assert found(viewer, "theorbo") == []


def found(viewer, words):
    return [key for _, _, key in fulltext.said(viewer.network, words, 10)]


def test_what_was_brought_in_is_taken_back_elsewhere(viewer, ada):
    facts.add_fact(viewer, ada.pk, "other", "Likes figs.")
    with scope_of(viewer):
        Change.objects.create(
            member_id=viewer.member, at=NOW + timedelta(hours=1), verb="take_in", label="Brought in ten letters."
        )

    with pytest.raises(CannotUndo):
        undo_last(viewer)


@pytest.mark.parametrize(("days", "is_taken_back"), [(30, True), (31, False)])
def test_what_was_done_comes_back_for_as_long_as_it_is_kept(viewer, ada, monkeypatch, days, is_taken_back):
    told = facts.add_fact(viewer, ada.pk, "other", "Likes figs.")
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days))

    if is_taken_back:
        undo(viewer, told.pk)
    else:
        with pytest.raises(CannotUndo, match="more than thirty days ago"):
            undo(viewer, told.pk)

    with scope_of(viewer):
        assert Fact.objects.filter(text="Likes figs.").exists() is not is_taken_back


def test_what_changed_nothing_is_passed_over(viewer, ada):
    facts.add_fact(viewer, ada.pk, "other", "Likes figs.")
    people.remove_photo(viewer, ada.pk)
    with scope_of(viewer):
        friends = Circle.objects.get(name="Friends")
    circles.put_in_circle(viewer, [ada.pk], friends.pk)

    taken_back = undo_last(viewer)

    assert taken_back.label == "Taken back: Wrote down about Ada Okafor: “Likes figs.”."


def test_a_change_that_never_was_is_not_here(viewer):
    with pytest.raises(NotHere):
        undo(viewer, uuid.uuid4())
    with pytest.raises(NothingToUndo):
        undo_last(viewer)


# Written by the first release. Later releases must still be able to take it back: never edit this, add beside it.
FIRST_RELEASE = """[
 {"model": "person", "id": "{person}", "before": {"name": "Ada", "a_column_that_is_gone": 1, "born_year": null},
  "after": {"name": "Ada Okafor", "a_column_that_is_gone": 2, "born_year": 1984}},
 {"model": "fact", "id": "{made}", "before": null, "after": {"person_id": "{person}", "kind": "other",
  "label": "", "text": "Likes figs.", "noted_on": "2026-12-01", "source": "your note", "interaction_id": null,
  "card_id": null, "private_to": null, "touched_at": "2026-12-01T10:00:00+00:00", "trashed_at": null,
  "intake_id": null}},
 {"model": "fact", "ids": ["{first}", "{second}"], "after": null,
  "before": {"person_id": "{person}", "kind": "other", "label": "", "noted_on": "2026-05-02", "source": "",
             "interaction_id": null, "card_id": null, "private_to": null, "touched_at": null, "trashed_at": null,
             "intake_id": "01890a5d-ac96-774b-bcce-b302099a8057"},
  "each": {"text": ["Has a boat.", "Sold the boat."]}},
 {"model": "tie", "ids": ["{tie}"], "before": {"set_rhythm_days": null}, "after": {"set_rhythm_days": 30}}
]"""


def test_what_the_first_release_wrote_is_still_taken_back(viewer, ada):
    made = facts.add_fact(viewer, ada.pk, "other", "Likes figs.")
    ties.set_rhythm(viewer, [ada.pk], 30)
    with scope_of(viewer):
        tie = ada.ties.get()
        keys = {"person": ada.pk, "made": uuid.UUID(made.rows[0]["id"]), "tie": tie.pk}
        keys |= {"first": uuid.uuid4(), "second": uuid.uuid4()}
        text = FIRST_RELEASE
        for name, key in keys.items():
            text = text.replace(f"{{{name}}}", key.hex)
        old = Change.objects.create(member_id=viewer.member, at=NOW, verb="x", label="Old.", rows=json.loads(text))

    undo(viewer, old.pk)

    with scope_of(viewer):
        ada.refresh_from_db()
        tie.refresh_from_db()
        facts_now = set(Fact.objects.filter(person=ada, kind="other").values_list("text", flat=True))
    assert (ada.name, ada.born_year, tie.set_rhythm_days) == ("Ada", None, None)
    assert facts_now == {"Has a boat.", "Sold the boat."}
