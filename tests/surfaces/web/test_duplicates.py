"""Two people who may be one."""

import pytest

from amity.records.models import Likeness, Person
from amity.records.sameness import LikenessState
from amity.records.scope import scope_of
from tests.conftest import NOW, someone
from tests.surfaces.web.conftest import text_of


@pytest.fixture
def double(viewer, bo):
    """Somebody who looks like Bo."""
    other = someone(viewer, "B. Lindqvist", "b@lindqvist.example")
    first, second = sorted((bo.pk, other.pk))
    with scope_of(viewer):
        Likeness.objects.create(
            person_id=first,
            other_id=second,
            weight=0.8,
            reasons_for=["The same family name and initial."],
            state=LikenessState.SUGGESTED,
            made_at=NOW,
        )
    return other


def test_pairs_wait_with_their_reason_and_stand_side_by_side(owner, bo, double):
    listed = text_of(owner.get("/duplicates/"))
    pair = text_of(owner.get(f"/duplicates/{bo.pk}/{double.pk}/"))

    assert "The same family name and initial." in listed
    assert "Why they look alike" in pair
    assert 'name="field-name" value="kept" checked' in pair


def test_a_persons_page_leads_to_their_pair(owner, bo, double):
    answer = owner.get(f"/duplicates/?of={bo.pk}")

    assert answer["Location"] in (f"/duplicates/{bo.pk}/{double.pk}/", f"/duplicates/{double.pk}/{bo.pk}/")


def test_two_are_joined_with_the_name_that_was_chosen(owner, viewer, bo, double):
    answer = owner.post(f"/duplicates/{bo.pk}/{double.pk}/joined", {"field-name": "other"})

    assert answer["Location"] == "/duplicates/"
    with scope_of(viewer):
        assert Person.objects.get(pk=double.pk).merged_into_id == bo.pk
        assert Person.objects.get(pk=bo.pk).name == "B. Lindqvist"


@pytest.mark.parametrize(("word", "state"), [("two-people", "different"), ("not-yet", "suggested")])
def test_the_other_answers_are_kept(owner, viewer, bo, double, word, state):
    owner.post(f"/duplicates/{bo.pk}/{double.pk}/{word}")

    with scope_of(viewer):
        assert Likeness.objects.get().state == state
        assert Person.objects.filter(merged_into__isnull=False).count() == 0


def test_a_choice_that_no_page_gave_joins_nobody(owner, viewer, bo, double):
    answer = owner.post(f"/duplicates/{bo.pk}/{double.pk}/joined", {"field-name": "neither"}, follow=True)

    assert "Choose one of the two for each line." in text_of(answer)
    with scope_of(viewer):
        assert Person.objects.get(pk=double.pk).merged_into_id is None


def test_somebody_is_not_compared_with_themselves(owner, bo):
    assert owner.get(f"/duplicates/{bo.pk}/{bo.pk}/").status_code == 404
