"""Addresses by hand."""

import pytest

from amity.actions import handles
from amity.lib.errors import NotAccepted, NotHere
from amity.records import fulltext
from amity.records.models import Handle, Likeness, Participant, Person
from amity.records.scope import scope_of

READ = [
    ("mail", "<Ada@New.example>", "mail", "ada@new.example", "ada@new.example"),
    ("phone", "0044 20 7946 0999", "phone", "+442079460999", "+44 20 7946 0999"),
    ("web", "ada.example/about/", "web", "https://ada.example/about", "ada.example/about"),
    ("account", "Mastodon: @ada", "account", "mastodon:ada", "Mastodon: ada"),
    ("web", "https://github.com/ada", "account", "github:ada", "GitHub: ada"),
]


@pytest.mark.parametrize(("kind", "text", "stored_kind", "value", "shown"), READ)
def test_an_address_is_kept_in_its_normal_form_and_shown_as_written(viewer, ada, kind, text, stored_kind, value, shown):
    handles.add_handle(viewer, ada.pk, kind, text, " work ")

    with scope_of(viewer):
        handle = Handle.objects.get(person=ada, value=value)
    assert (handle.kind, handle.shown, handle.label) == (stored_kind, shown, "work")


REFUSED = [
    ("mail", "ada", "That does not look like a mail address, as “jane@example.org”."),
    ("phone", "call me", "That does not look like a telephone number, as “+44 20 7946 0123”."),
    ("web", "javascript:alert(1)", "That does not look like a web address, as “https://jane.example”."),
    ("account", "ada", "Write the service and the name, as “mastodon: jane”."),
    ("mail", "ADA@okafor.example", "Ada Okafor has this address already."),
    ("mail", "x" * 400, "That is longer than 320 characters. Please shorten it."),
]


@pytest.mark.parametrize(("kind", "text", "sentence"), REFUSED)
def test_what_is_no_address_is_refused_in_a_sentence(viewer, ada, kind, text, sentence):
    with pytest.raises(NotAccepted) as refusal:
        handles.add_handle(viewer, ada.pk, kind, text)

    assert refusal.value.sentence == sentence
    assert refusal.value.field == "text"


def test_a_corrected_address_keeps_what_came_through_it_and_is_found(viewer, ada):
    with scope_of(viewer):
        handle = Handle.objects.get(person=ada, kind="mail")
        before = Participant.objects.filter(handle=handle).count()

    handles.correct_handle(viewer, handle.pk, "ada@elsewhere.example")

    with scope_of(viewer):
        assert Participant.objects.filter(handle=handle).count() == before > 0
    assert fulltext.named(viewer.network, "elsewhere", 5) == [ada.pk]


def test_an_address_cannot_be_corrected_to_another_of_the_same_person(viewer, ada):
    with scope_of(viewer):
        phone = Handle.objects.get(person=ada, kind="phone")
    handles.add_handle(viewer, ada.pk, "phone", "+44 20 7946 0188")

    with pytest.raises(NotAccepted):
        handles.correct_handle(viewer, phone.pk, "+44 20 7946 0188")


def test_only_the_label_may_be_corrected(viewer, ada):
    with scope_of(viewer):
        phone = Handle.objects.get(person=ada, kind="phone")

    handles.correct_handle(viewer, phone.pk, phone.value, label="home")

    with scope_of(viewer):
        assert Handle.objects.get(pk=phone.pk).label == "home"


def test_taken_away_an_address_leaves_its_letters(viewer, ada):
    with scope_of(viewer):
        handle = Handle.objects.get(person=ada, kind="mail")
        before = Participant.objects.filter(person=ada).count()

    handles.remove_handle(viewer, handle.pk)

    with scope_of(viewer):
        assert Participant.objects.filter(person=ada).count() == before
        assert not Participant.objects.filter(person=ada, handle__isnull=False).exists()


def test_two_people_with_one_address_are_suggested_once(viewer, ada, bo):
    handles.add_handle(viewer, bo.pk, "mail", "ada@okafor.example")
    handles.add_handle(viewer, bo.pk, "phone", "+44 20 7946 0101")

    with scope_of(viewer):
        assert Likeness.objects.count() == 1
        assert Handle.objects.filter(shared=True).count() == 4


def test_an_address_of_somebody_in_the_bin_is_not_here(viewer, ada):
    with scope_of(viewer):
        handle = Handle.objects.get(person=ada, kind="mail")
        Person.objects.filter(pk=ada.pk).update(trashed_at="2026-12-01T10:00:00Z")

    with pytest.raises(NotHere):
        handles.remove_handle(viewer, handle.pk)
