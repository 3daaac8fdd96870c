"""One person's page, and what the owner says about them."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from amity.actions.help import add_need
from amity.actions.promises import add_promise
from amity.records.models import InCircle, Person, Photo, Promise, Tie
from amity.records.scope import scope_of
from tests.surfaces.web.conftest import text_of


def test_the_page_tells_who_they_are_and_how_things_stand(owner, bo):
    page = text_of(owner.get(f"/people/{bo.pk}/"))

    assert "<h1><bdi>Bo Lindqvist</bdi></h1>" in page
    assert 'class="beat tie-pic"' in page
    assert "Boatbuilder, Lindqvist Boats" in page
    assert 'href="mailto:bo@lindqvist.example"' in page
    assert "How this is worked out" in page


def test_a_timeline_shows_one_kind_and_goes_further_back(owner, ada):
    met = text_of(owner.get(f"/people/{ada.pk}/?kind=met"))
    everything = text_of(owner.get(f"/people/{ada.pk}/?kind=nonsense"))

    assert "A long walk along the canal" in met
    assert "Letter of" not in met
    assert "Letter of" in everything


def test_earlier_months_come_alone(owner, ada):
    assert owner.get(f"/people/{ada.pk}/earlier/").content.lstrip().startswith(b'<ol class="months">')


def test_a_cursor_that_no_page_gave_is_not_understood(owner, ada):
    assert owner.get(f"/people/{ada.pk}/?before=nonsense").status_code == 400


def test_a_candidate_can_be_kept_and_left_out(owner, viewer, cy):
    asked = text_of(owner.get(f"/people/{cy.pk}/"))
    owner.post(f"/people/{cy.pk}/kept")
    with scope_of(viewer):
        kept = Person.objects.get(pk=cy.pk).kept_at
    owner.post(f"/people/{cy.pk}/left-out")

    assert "Not yet one of your people" in asked
    assert kept is not None
    with scope_of(viewer):
        assert Person.objects.get(pk=cy.pk).kept_at is None


@pytest.mark.parametrize(
    ("page", "form", "column", "value"),
    [
        ("name", {"name": "Bo Lindqvist-Berg", "called": "Bo"}, "name", "Bo Lindqvist-Berg"),
        ("birthday", {"day": "29", "month": "2", "year": ""}, "born_day", 29),
        ("met-through", {"who": "Ada Okafor", "how": "At the regatta"}, "met_how", "At the regatta"),
    ],
)
def test_something_about_them_is_changed_by_its_form(owner, viewer, ada, bo, page, form, column, value):
    asked = owner.get(f"/people/{bo.pk}/{page}/")
    answer = owner.post(f"/people/{bo.pk}/{page}/", form)

    assert asked.status_code == 200
    assert answer["Location"] == f"/people/{bo.pk}/"
    with scope_of(viewer):
        assert getattr(Person.objects.get(pk=bo.pk), column) == value


@pytest.mark.parametrize(
    ("page", "form", "sentence"),
    [
        ("name", {"name": ""}, "required"),
        ("birthday", {"day": "31", "month": "2"}, "alert"),
        ("met-through", {"who": "Nobody At All"}, "Nobody here is called “Nobody At All”"),
        ("met-through", {"who": "Bo Lindqvist"}, "Nobody is met through themselves"),
        ("rhythm", {"days": "99999"}, "alert"),
        ("photo", {}, "alert"),
    ],
)
def test_what_cannot_be_so_comes_back_with_the_form(owner, bo, page, form, sentence):
    answer = owner.post(f"/people/{bo.pk}/{page}/", form)

    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_a_rhythm_is_wished_for_and_left_to_itself_again(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/rhythm/", {"days": "21"})
    with scope_of(viewer):
        wished = Tie.objects.get(person=bo).set_rhythm_days
    owner.post(f"/people/{bo.pk}/rhythm/", {"days": ""})

    assert wished == 21
    with scope_of(viewer):
        assert Tie.objects.get(person=bo).set_rhythm_days is None


def test_circles_are_pressed_in_and_out(owner, viewer, ada, bo):
    with scope_of(viewer):
        friends = InCircle.objects.get(person=ada).circle_id
    asked = text_of(owner.get(f"/people/{bo.pk}/circles/"))

    owner.post(f"/people/{bo.pk}/into/{friends}")
    owner.post(f"/people/{ada.pk}/out-of/{friends}")

    assert f'formaction="/people/{bo.pk}/into/{friends}" aria-pressed="false"' in asked
    with scope_of(viewer):
        assert list(InCircle.objects.filter(circle_id=friends).values_list("person_id", flat=True)) == [bo.pk]


def test_family_is_said_and_unsaid(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/kin")
    with scope_of(viewer):
        said = Tie.objects.get(person=bo).kin
    owner.post(f"/people/{bo.pk}/not-kin")

    assert said
    with scope_of(viewer):
        assert not Tie.objects.get(person=bo).kin


def test_a_picture_is_drawn_anew_and_may_run_nothing(owner, viewer, bo):
    owner.post(f"/people/{bo.pk}/photo/", {"photo": a_picture()})
    with scope_of(viewer):
        photo = Photo.objects.get(person=bo)

    answer = owner.get(f"/people/{bo.pk}/photo/{photo.pk}")

    assert answer["Content-Type"].startswith("image/")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert f'src="/people/{bo.pk}/photo/{photo.pk}"' in text_of(owner.get(f"/people/{bo.pk}/"))
    owner.post(f"/people/{bo.pk}/photo/removed")
    assert owner.get(f"/people/{bo.pk}/photo/{photo.pk}").status_code == 404


def test_a_page_that_calls_itself_a_picture_is_refused(owner, bo):
    page = SimpleUploadedFile("face.png", b"<svg onload=alert(1)>", content_type="image/png")

    answer = owner.post(f"/people/{bo.pk}/photo/", {"photo": page})

    assert answer.status_code == 422
    assert "That picture cannot be read" in text_of(answer)


def test_somebody_goes_to_the_bin_and_comes_back(owner, viewer, bo):
    gone = owner.post(f"/people/{bo.pk}/binned")
    in_the_bin = text_of(owner.get(f"/people/{bo.pk}/"))
    owner.post(f"/people/{bo.pk}/restored")

    assert gone["Location"] == "/people/"
    assert "In the bin." in in_the_bin
    with scope_of(viewer):
        assert Person.objects.get(pk=bo.pk).trashed_at is None


def test_a_page_opens_with_the_briefing_and_can_be_printed(owner, viewer, bo):
    add_promise(viewer, bo.pk, "Send the plans", source="your mail")
    add_need(viewer, bo.pk, "A dry shed", source="his mail")

    page = text_of(owner.get(f"/people/{bo.pk}/"))

    assert "<dt>They need</dt>" in page
    assert "A dry shed." in page
    assert "<dt>You promised</dt>" in page
    assert 'aria-label="Kept: Send the plans"' in page
    assert "Would a dry shed still help them?" in page
    assert "data-prints" in page


def test_a_promise_is_kept_from_the_briefing_and_one_stays_on_the_page(owner, viewer, bo):
    add_promise(viewer, bo.pk, "Send the plans")
    with scope_of(viewer):
        promise = Promise.objects.get()

    answer = owner.post(f"/promises/{promise.pk}/kept", {"back": f"/people/{bo.pk}/"}, follow=True)

    assert answer.redirect_chain == [(f"/people/{bo.pk}/", 302)]
    assert "<dt>You promised</dt>" not in text_of(answer)


def test_write_goes_straight_to_a_letter(owner, bo):
    assert owner.get(f"/people/{bo.pk}/write")["Location"] == "mailto:bo@lindqvist.example"


def a_picture():
    file = io.BytesIO()
    Image.new("RGB", (40, 40), "#14594a").save(file, "PNG")
    return SimpleUploadedFile("face.png", file.getvalue(), content_type="image/png")
