"""Addresses, facts, and what happened, written down by hand."""

import pytest

from amity.records.models import Fact, Handle, Interaction
from amity.records.scope import scope_of
from tests.surfaces.web.conftest import text_of


def test_an_address_is_added_corrected_and_taken_away(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/handles/new/", {"text": "+44 20 7946 0199", "kind": "phone", "label": "boatyard"})
    with scope_of(viewer):
        phone = Handle.objects.get(person=bo, kind="phone")
    asked = text_of(owner.get(f"/handles/{phone.pk}/"))
    owner.post(f"/handles/{phone.pk}/", {"text": "+44 20 7946 0198", "label": "home"})
    with scope_of(viewer):
        corrected = Handle.objects.get(pk=phone.pk).label
    owner.post(f"/handles/{phone.pk}/removed")

    assert 'value="boatyard"' in asked
    assert corrected == "home"
    with scope_of(viewer):
        assert not Handle.objects.filter(pk=phone.pk).exists()


def test_a_fact_is_added_corrected_thrown_away_and_brought_back(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/facts/new/", {"text": "Rows at dawn", "kind": "likes", "private": "on"})
    with scope_of(viewer):
        fact = Fact.objects.get(text="Rows at dawn")
    owner.post(f"/facts/{fact.pk}/", {"text": "Rows at dusk", "label": ""})
    owner.post(f"/facts/{fact.pk}/binned")
    thrown = text_of(owner.get("/bin/"))
    owner.post(f"/facts/{fact.pk}/restored")

    assert fact.private_to == viewer.member
    assert "Rows at dusk" in thrown
    with scope_of(viewer):
        assert Fact.objects.get(pk=fact.pk).trashed_at is None


@pytest.mark.parametrize(
    ("page", "form"),
    [
        ("handles", {"text": "not an address", "kind": "mail"}),
        ("handles", {"text": "bo@lindqvist.example", "kind": "mail"}),
        ("handles", {"text": "x", "kind": "carrier pigeon"}),
        ("facts", {"text": "", "kind": "likes"}),
        ("facts", {"text": "x", "kind": "nonsense kind"}),
    ],
)
def test_what_cannot_be_kept_comes_back_with_the_form(owner, bo, page, form):
    answer = owner.post(f"/people/{bo.pk}/{page}/new/", form)

    assert answer.status_code == 422
    assert 'role="alert"' in text_of(answer)


def test_a_meeting_with_two_people_is_written_down_corrected_and_thrown_away(owner, viewer, ada, bo):
    form = {"text": "Supper.", "who": "Ada Okafor, bo", "channel": "in_person", "happened_on": "2026-11-28"}
    owner.post("/happened/new/", form)
    with scope_of(viewer):
        supper = Interaction.objects.get(text="Supper.")
        who = set(supper.participants.values_list("person_id", flat=True))
    asked = text_of(owner.get(f"/happened/{supper.pk}/"))
    owner.post(f"/happened/{supper.pk}/", {"text": "Supper.", "channel": "call", "happened_on": "2026-11-27"})
    owner.post(f"/happened/{supper.pk}/binned")
    owner.post(f"/happened/{supper.pk}/restored")

    assert who == {ada.pk, bo.pk}
    assert 'value="2026-11-28"' in asked
    with scope_of(viewer):
        now = Interaction.objects.get(pk=supper.pk)
        assert (now.channel, now.happened_at.date().isoformat(), now.trashed_at) == ("call", "2026-11-27", None)


def test_a_note_begins_with_whom_it_is_about(owner, bo):
    assert 'value="Bo Lindqvist"' in text_of(owner.get(f"/happened/new/?with={bo.pk}"))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"who": "Nobody"}, "Nobody here is called “Nobody”"),
        ({"happened_on": "2027-01-01"}, "That day is still to come."),
        ({"happened_on": "yesterday"}, "alert"),
        ({"channel": "smoke"}, "alert"),
    ],
)
def test_what_cannot_have_happened_comes_back_with_the_form(owner, ada, bo, changed, sentence):
    form = {"text": "Tea.", "who": "Ada Okafor", "channel": "in_person", "happened_on": "2026-11-28", **changed}

    answer = owner.post("/happened/new/", form)

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert "Tea." in text_of(answer)


def test_todays_line_that_is_refused_comes_back_as_a_page_for_the_script(owner, ada):
    form = {"text": "Tea.", "who": "Nobody", "channel": "in_person", "happened_on": "2026-11-28", "from": "today"}

    answer = owner.post("/happened/new/", form, headers={"HX-Request": "true"})

    assert answer.status_code == 422
    assert '<main id="main"' in text_of(answer)
