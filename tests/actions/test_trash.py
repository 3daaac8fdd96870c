"""The bin is emptied of what is kept no longer: what is in it then is gone, and nothing else is."""

from datetime import timedelta

import pytest

from amity.actions import facts, interactions, merging, people
from amity.actions.trash import Emptied, purge_trash
from amity.actions.undo import undo_last
from amity.lib import clock
from amity.records import fulltext
from amity.records.models import Change, Document, Fact, Handle, Interaction, Participant, Person, Tie
from amity.records.scope import scope_of
from tests.actions.everything import everything, what_changed
from tests.conftest import NOW, TODAY, someone


@pytest.fixture
def after(monkeypatch):
    """So many days later."""
    return lambda days: monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=days, minutes=1))


def test_what_has_been_in_it_for_less_stays(viewer, ada, after):
    people.trash_person(viewer, ada.pk)
    before = everything()
    after(30)

    assert purge_trash(viewer) == Emptied(0, 0, 0)
    assert what_changed(before, everything()) == {}


def test_somebody_goes_with_all_that_was_theirs_alone(viewer, ada, bo, after):
    interactions.add_interaction(viewer, [ada.pk, bo.pk], "in_person", TODAY, "Tea on the quay.")
    people.trash_person(viewer, ada.pk)
    after(31)

    emptied = purge_trash(viewer)

    assert emptied == Emptied(people=1, facts=0, interactions=0)
    with scope_of(viewer):
        assert list(Person.objects.all()) == [bo]
        for model in (Handle, Fact, Tie, Participant):
            assert not model.objects.filter(person_id=ada.pk).exists(), model
        tea = Interaction.objects.get(text="Tea on the quay.")
        assert Interaction.objects.count() == Participant.objects.filter(person=bo).count()
        assert list(tea.participants.values_list("person_id", flat=True)) == [bo.pk]
    assert fulltext.said(viewer.network, "canal", 5) == []
    assert not Document.objects.filter(row=ada.pk).exists()


def test_no_word_is_left_behind_in_the_full_text_table(viewer, ada, after):
    people.trash_person(viewer, ada.pk)
    after(31)

    purge_trash(viewer)

    assert not Document.objects.exists()


def test_facts_and_notes_in_the_bin_go_alone(viewer, ada, after):
    with scope_of(viewer):
        fact = Fact.objects.get(person=ada, kind="cares_about")
        walk = Interaction.objects.get(channel="in_person")
    facts.trash_fact(viewer, fact.pk)
    interactions.trash_interaction(viewer, walk.pk)
    after(31)

    assert purge_trash(viewer) == Emptied(people=0, facts=1, interactions=1)
    with scope_of(viewer):
        assert Person.objects.filter(pk=ada.pk).exists()
        assert not Fact.objects.filter(pk=fact.pk).exists()
        assert not Interaction.objects.filter(pk=walk.pk).exists()
        change = Change.objects.get(verb="purge_trash")
    assert change.label == "Emptied the bin of one fact and one note or meeting."


def test_who_became_one_with_them_does_not_come_back(viewer, ada, bo, after):
    double = someone(viewer, "A. N. Okafor", "ada@work.example")
    merging.merge_people(viewer, ada.pk, double.pk)
    people.trash_person(viewer, ada.pk)
    after(31)

    assert purge_trash(viewer).people == 2
    with scope_of(viewer):
        assert list(Person.objects.all()) == [bo]


def test_history_keeps_the_line_and_forgets_what_it_held(viewer, ada, after):
    facts.add_fact(viewer, ada.pk, "other", "Sings alto.")
    people.trash_person(viewer, ada.pk)
    after(31)

    purge_trash(viewer)

    with scope_of(viewer):
        about_ada = Change.objects.filter(person_id=ada.pk)
        assert about_ada.count() == 2
        assert all(change.rows == [] for change in about_ada)


def test_other_networks_keep_what_is_in_their_bin(viewer, elsewhere, dee, after):
    people.trash_person(elsewhere, dee.pk)
    after(60)

    assert purge_trash(viewer) == Emptied(0, 0, 0)
    with scope_of(elsewhere):
        assert Person.objects.get().trashed_at == NOW


def test_undoing_the_last_thing_passes_over_an_emptied_bin(viewer, ada, bo, after):
    people.trash_person(viewer, ada.pk)
    after(20)
    facts.add_fact(viewer, bo.pk, "other", "Likes figs.")
    after(31)
    purge_trash(viewer)

    assert undo_last(viewer).label == "Taken back: Wrote down about Bo Lindqvist: “Likes figs.”."


def test_where_nothing_is_to_be_emptied_nothing_is_written_down(viewer, ada):
    purge_trash(viewer)

    with scope_of(viewer):
        assert not Change.objects.exists()
