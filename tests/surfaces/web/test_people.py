"""The list of people, somebody new, and several at once."""

import pytest

from amity.records.models import Circle, Handle, InCircle, Person, Tie
from amity.records.scope import scope_of
from tests.surfaces.web.conftest import text_of


def test_the_list_shows_everybody_who_is_kept_with_their_circles(owner, cast):
    page = text_of(owner.get("/people/"))

    assert page.index("Bo Lindqvist") < page.index("Ada Okafor")
    assert "Cy Ramanathan" not in page
    assert '<use href="#r-excol"/></svg><span class="visually-hidden">Ex-colleagues' in page


@pytest.mark.parametrize(
    ("query", "there", "not_there"),
    [
        ("find=ada", "Ada Okafor", "Bo Lindqvist"),
        ("only=quiet", "Bo Lindqvist", "Ada Okafor"),
        ("order=name", "Ada Okafor", "No one matches"),
        ("order=nonsense&only=nonsense&circle=nonsense", "Ada Okafor", "No one matches"),
        ("find=zz", "No one matches “zz”", "Ada Okafor"),
    ],
)
def test_the_address_is_the_filter(owner, cast, query, there, not_there):
    page = text_of(owner.get(f"/people/?{query}"))

    assert there in page
    assert not_there not in page


def test_a_filter_that_is_on_can_be_taken_off(owner, cast):
    with_it = text_of(owner.get("/people/?only=quiet&find=bo"))

    assert '<a class="chip" href="/people/?find=bo" aria-current="true">gone quiet' in with_it


def test_somebody_new_is_written_down_with_an_address_and_a_circle(owner, viewer, ada):
    circle = _circle(viewer)
    form = {"name": "Noor Alhashimi", "mail": "noor@quarry.example", "circles": [str(circle)], "note": "Number 14."}

    answer = owner.post("/people/new/", form)

    with scope_of(viewer):
        noor = Person.objects.get(name="Noor Alhashimi")
        assert Handle.objects.get(person=noor).value == "noor@quarry.example"
        assert InCircle.objects.filter(person=noor, circle_id=circle).exists()
    assert answer["Location"] == f"/people/{noor.pk}/"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [({"name": ""}, "required"), ({"name": "Noor", "mail": "not an address"}, "address")],
)
def test_somebody_who_cannot_be_written_down_comes_back_with_the_form(owner, form, sentence):
    answer = owner.post("/people/new/", form)

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert 'role="alert"' in text_of(answer)


def test_several_people_change_at_once(owner, viewer, ada, bo):
    both = {"person": [str(ada.pk), str(bo.pk)]}

    owner.post("/people/rhythm", {**both, "days": "30"})
    owner.post("/people/circled", {**both, "circle": str(_circle(viewer))})
    owner.post("/people/binned", both)

    with scope_of(viewer):
        assert set(Tie.objects.values_list("set_rhythm_days", flat=True)) == {30}
        assert InCircle.objects.filter(circle_id=_circle(viewer)).count() == 2
        assert Person.objects.filter(trashed_at__isnull=False).count() == 2


@pytest.mark.parametrize(
    ("path", "form", "sentence"),
    [
        ("rhythm", {"days": "30"}, "Choose at least one person."),
        ("binned", {"person": "nonsense"}, "Choose at least one person."),
        ("circled", {"circle": ""}, "Choose a circle first."),
    ],
)
def test_what_cannot_be_done_with_several_is_said(owner, ada, path, form, sentence):
    answer = owner.post(f"/people/{path}", {"person": str(ada.pk), **form} if path == "circled" else form, follow=True)

    assert sentence in text_of(answer)


def test_names_are_offered_while_one_is_typed_behind_a_comma_too(owner, ada, bo):
    offered = text_of(owner.get("/people/names/?who=Ada Okafor, bo"))

    assert '<option value="Ada Okafor, Bo Lindqvist">' in offered


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7|add:7 }}"])
def test_a_name_is_text_wherever_it_stands(owner, viewer, bo, name):
    owner.post(f"/people/{bo.pk}/name/", {"name": name})

    for path in ("/", "/people/", f"/people/{bo.pk}/", "/history/", "/search/?text=lindqvist", "/palette/?text=bo"):
        page = owner.get(path).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def _circle(viewer):
    with scope_of(viewer):
        return Circle.objects.get(name="Friends").pk
