"""Facts by hand."""

from dataclasses import replace

import pytest

from amity.actions import facts
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.ids import new_id
from amity.records import fulltext
from amity.records.models import Fact, Person
from amity.records.scope import scope_of
from tests.conftest import NOW, TODAY


def test_a_fact_carries_its_day_its_source_and_is_found(viewer, ada):
    facts.add_fact(viewer, ada.pk, "cares_about", "  Builds\r\nboats. ", "hobby")

    with scope_of(viewer):
        fact = Fact.objects.get(person=ada, label="hobby")
    assert (fact.text, fact.noted_on, fact.source) == ("Builds\nboats.", TODAY, "your note")
    assert fact.touched_at == NOW
    assert fulltext.said(viewer.network, "boats", 5)[0][1:] == ("fact", fact.pk)


def test_where_somebody_lives_stands_beside_their_name_at_once(viewer, ada):
    added = facts.add_fact(viewer, ada.pk, "lives_in", "Bath")
    assert place(viewer, ada) == "Bath"

    with scope_of(viewer):
        fact = Fact.objects.get(text="Bath")
    facts.correct_fact(viewer, fact.pk, "Wells")
    assert place(viewer, ada) == "Wells"

    facts.trash_fact(viewer, fact.pk)
    assert place(viewer, ada) == "Bristol"
    assert added.label == "Wrote down about Ada Okafor: “Bath”."


def test_a_name_with_braces_is_told_as_it_is(viewer, ada):
    with scope_of(viewer):
        Person.objects.filter(pk=ada.pk).update(name="{0} {name}")

    assert facts.add_fact(viewer, ada.pk, "lives_in", "{Bath}").label == "Wrote down about {0} {name}: “{Bath}”."


def place(viewer, person):
    with scope_of(viewer):
        return Person.objects.get(pk=person.pk).place


def test_corrected_words_are_found_and_the_old_ones_are_not(viewer, ada):
    with scope_of(viewer):
        fact = Fact.objects.get(person=ada, kind="cares_about")

    facts.correct_fact(viewer, fact.pk, "Her dog is called Max.")

    assert [key for _, _, key in fulltext.said(viewer.network, "max", 5)] == [fact.pk]
    assert "fact" not in [kind for _, kind, _ in fulltext.said(viewer.network, "rex", 5)]


@pytest.mark.parametrize(
    ("kind", "text", "field"),
    [("other", "   ", "text"), ("other", "x" * 100_001, "text"), ("Not a kind", "x", "kind"), ("", "x", "kind")],
)
def test_what_cannot_be_kept_is_refused(viewer, ada, kind, text, field):
    with pytest.raises(NotAccepted) as refusal:
        facts.add_fact(viewer, ada.pk, kind, text)

    assert refusal.value.field == field


def test_a_private_fact_is_not_here_for_another_member(viewer, ada):
    facts.add_fact(viewer, ada.pk, "other", "A surprise party.", private=True)
    with scope_of(viewer):
        fact = Fact.objects.get(text="A surprise party.")

    with pytest.raises(NotHere):
        facts.correct_fact(replace(viewer, member=new_id()), fact.pk, "No party.")


def test_what_is_in_the_bin_is_brought_back_first(viewer, ada):
    with scope_of(viewer):
        fact = Fact.objects.get(person=ada, kind="cares_about")
    facts.trash_fact(viewer, fact.pk)

    with pytest.raises(NotHere):
        facts.correct_fact(viewer, fact.pk, "x")
    facts.restore_fact(viewer, fact.pk)
    facts.correct_fact(viewer, fact.pk, "Her dog is called Max.")
    with pytest.raises(NotHere):
        facts.restore_fact(viewer, fact.pk)
