"""Settings: the day, own addresses, circles."""

import pytest

from amity.records.models import Circle, OwnAddress, Preferences
from amity.records.scope import scope_of
from tests.conftest import OWN_ADDRESS
from tests.surfaces.web.conftest import text_of
from tests.surfaces.web.test_today import likes


def test_the_page_shows_what_is_set(owner, ada):
    page = text_of(owner.get("/settings/"))

    assert '<option value="Europe/London" selected>' in page
    assert OWN_ADDRESS in page
    assert "Friends" in page


def test_how_the_day_should_be_is_kept(owner, viewer):
    owner.post("/settings/likes", likes(today_limit="5", light="dark", single_keys=""))

    page = text_of(owner.get("/settings/"))
    with scope_of(viewer):
        kept = Preferences.objects.get()
    assert (kept.today_limit, kept.light, kept.single_keys) == (5, "dark", False)
    assert 'data-scheme="dark"' in page
    assert "data-single" not in page


@pytest.mark.parametrize(
    "changed", [{"time_zone": "Atlantis/Capital"}, {"weekly_contacts": "many"}, {"today_limit": "0"}, {"light": "neon"}]
)
def test_what_cannot_be_set_comes_back_with_the_page(owner, changed):
    answer = owner.post("/settings/likes", likes(**changed))

    assert answer.status_code == 422
    assert 'role="alert"' in text_of(answer)


def test_an_address_is_said_to_be_ones_own_refused_and_forgotten(owner, viewer):
    owner.post("/own-addresses/new/", {"text": "robin@old.example", "kind": "mail"})
    with scope_of(viewer):
        mine = OwnAddress.objects.get(value="robin@old.example")
    owner.post(f"/own-addresses/{mine.pk}/refused")
    with scope_of(viewer):
        refused = OwnAddress.objects.get(pk=mine.pk).refused_at
    owner.post(f"/own-addresses/{mine.pk}/confirmed")
    owner.post(f"/own-addresses/{mine.pk}/forgotten")

    assert refused is not None
    with scope_of(viewer):
        assert not OwnAddress.objects.filter(pk=mine.pk).exists()


@pytest.mark.parametrize("text", ["", "not an address", OWN_ADDRESS])
def test_an_address_that_cannot_be_taken_comes_back_with_the_form(owner, text):
    assert owner.post("/own-addresses/new/", {"text": text, "kind": "mail"}).status_code == 422


def test_a_circle_is_made_renamed_given_a_rhythm_and_taken_away(owner, viewer):
    owner.post("/circles/new/", {"name": "Choir", "mark": "r-class"})
    with scope_of(viewer):
        choir = Circle.objects.get(name="Choir")
    owner.post(f"/circles/{choir.pk}/", {"name": "Old choir", "mark": "r-class"})
    owner.post(f"/circles/{choir.pk}/rhythm/", {"days": "30"})
    with scope_of(viewer):
        changed = Circle.objects.get(pk=choir.pk)
    owner.post(f"/circles/{choir.pk}/removed")

    assert (changed.name, changed.rhythm_days) == ("Old choir", 30)
    with scope_of(viewer):
        assert not Circle.objects.filter(pk=choir.pk).exists()


@pytest.mark.parametrize("form", [{"name": "", "mark": "r-class"}, {"name": "Choir", "mark": "r-nonsense"}])
def test_a_circle_that_cannot_be_comes_back_with_the_form(owner, form):
    assert owner.post("/circles/new/", form).status_code == 422
