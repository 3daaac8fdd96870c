"""Find, the palette, candidates, the bin, history and undo."""

import uuid

import pytest

from amity.records.models import Change, Person
from amity.records.scope import scope_of
from tests.surfaces.web.conftest import text_of


def test_people_and_what_was_said_are_found(owner, ada, bo):
    page = text_of(owner.get("/search/?text=canal"))

    assert "<mark>canal</mark>" in page
    assert "Ada Okafor" in page


@pytest.mark.parametrize("text", ["zzzz", '"', "' OR 1=1 --", "*", "NEAR(", "\x00", "<b>"])
def test_any_text_may_be_looked_for(owner, ada, text):
    answer = owner.get("/search/", {"text": text})

    assert answer.status_code == 200
    assert "<b>" not in text_of(answer).split('id="found"')[1].split("Nothing holds")[-1][:40]


def test_an_empty_search_waits_for_letters(owner):
    assert "Begin to type" in text_of(owner.get("/search/"))


def test_the_palette_offers_people_and_what_can_be_done_with_them(owner, bo):
    offered = text_of(owner.get("/palette/?text=bo"))

    assert f'href="/people/{bo.pk}/"' in offered
    assert f'formaction="/people/{bo.pk}/done"' in offered
    assert "in letters and notes" in offered


def test_the_palette_offers_everyday_things_before_a_letter_is_typed(owner, bo):
    assert 'href="/people/new/"' in text_of(owner.get("/palette/"))


def test_candidates_wait_with_the_reason(owner, cy):
    page = text_of(owner.get("/people/candidates/"))

    assert "Cy Ramanathan" in page
    assert f'formaction="/people/{cy.pk}/kept"' in page


def test_history_tells_every_change_and_offers_the_way_back(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/name/", {"name": "Bo Berg"})
    with scope_of(viewer):
        change = Change.objects.get(verb="rename_person")

    told = text_of(owner.get("/history/"))
    owner.post(f"/changes/{change.pk}/undone")

    assert f'formaction="/changes/{change.pk}/undone"' in told
    with scope_of(viewer):
        assert Person.objects.get(pk=bo.pk).name == "Bo Lindqvist"


def test_history_of_one_person(owner, ada, bo):
    owner.post(f"/people/{bo.pk}/kin")
    owner.post(f"/people/{ada.pk}/kin")

    told = text_of(owner.get(f"/history/?about={bo.pk}")).split('id="toast"')[0]

    assert "Bo Lindqvist is family" in told
    assert "Ada Okafor is family" not in told


def test_the_last_change_is_taken_back_without_naming_it(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/binned")

    answer = owner.post("/changes/last/undone", {"back": "/people/"}, follow=True)

    assert "Taken back" in text_of(answer)
    with scope_of(viewer):
        assert Person.objects.get(pk=bo.pk).trashed_at is None


def test_what_cannot_be_taken_back_is_said(owner):
    answer = owner.post("/changes/last/undone", follow=True)

    assert "There is nothing to take back." in text_of(answer)


@pytest.mark.parametrize("path", [f"/changes/{uuid.UUID(int=7)}/undone", f"/people/{uuid.UUID(int=7)}/done"])
def test_what_is_not_there_is_not_found(owner, path):
    assert owner.post(path).status_code == 404


@pytest.mark.parametrize("path", ["/history/?about=nonsense", "/history/?about=" + str(uuid.UUID(int=7))])
def test_the_history_of_nobody_is_not_found(owner, path):
    assert owner.get(path).status_code == 404
