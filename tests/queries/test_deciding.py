from datetime import date

import pytest

from amity.actions.merging import dont_know_yet, merge_people, not_the_same
from amity.actions.people import leave_out_person, trash_person
from amity.judgement.vocabulary import HandleKind
from amity.lib.errors import NotHere
from amity.queries.candidates import candidates_page
from amity.queries.duplicates import Side, duplicates_page, pair
from amity.records.models import Handle, Likeness, Person
from amity.records.scope import scope_of
from tests.conftest import NOW, known, settle, someone


@pytest.fixture
def double(viewer, bo):
    """Bo once more, from a card: newer about where he lives, with a number, but never written to."""
    card = someone(viewer, "Bo E. Lindqvist", "bo@boats.example", born_month=2, born_day=3)
    with scope_of(viewer):
        Handle.objects.create(person=card, kind=HandleKind.PHONE, value="+442079460199")
    known(viewer, bo, "lives_in", "Visby", noted_on=date(2019, 4, 1))
    known(viewer, card, "lives_in", "Gränna", noted_on=date(2025, 4, 1))
    settle(viewer, bo)
    settle(viewer, card)
    suggest(viewer, bo, card, 11.0, ["The same name in both."], ["Two cities, six years apart."])
    return card


def suggest(viewer, one, other, weight, reasons_for=(), reasons_against=()):
    first, second = sorted((one.pk, other.pk))
    with scope_of(viewer):
        return Likeness.objects.create(
            person_id=first,
            other_id=second,
            weight=weight,
            reasons_for=list(reasons_for),
            reasons_against=list(reasons_against),
            state="suggested",
            made_at=NOW,
        )


def test_two_records_stand_side_by_side(viewer, bo, double):
    both = pair(viewer, double.pk, bo.pk)

    lines = {line.name: (line.kept, line.other, line.chosen, line.note) for line in both.fields}
    assert (both.kept.name, both.other.name) == ("Bo Lindqvist", "Bo E. Lindqvist")
    assert lines["place"] == ("Visby", "Gränna", Side.OTHER, "2025 against 2019: the newer is chosen")
    assert lines["birthday"] == ("", "3 February", Side.OTHER, "")
    assert lines["phone"] == ("", "+44 20 7946 0199", Side.BOTH, "")
    assert lines["mail"] == ("bo@lindqvist.example", "bo@boats.example", Side.BOTH, "both kept")
    assert "pronouns" not in lines


def test_the_reasons_for_and_against_are_said(viewer, bo, double):
    both = pair(viewer, bo.pk, double.pk)

    assert both.lede == "Probably. You decide; either answer can be undone for thirty days."
    assert both.reasons_for == ("The same name in both.",)
    assert both.reasons_against == ("Two cities, six years apart.",)
    assert both.after.startswith("One person, 3 addresses, 14 letters and meetings")
    assert both.kept.since == "since 2025, 14 letters and meetings"


def test_the_likeliest_come_first_and_those_put_aside_behind_them(viewer, cast, double):
    suggest(viewer, cast.ada, cast.bo, 7.0)
    suggest(viewer, cast.ada, double, 6.0)
    dont_know_yet(viewer, cast.bo.pk, double.pk)

    page = duplicates_page(viewer)

    assert [(row.likeliness, row.put_aside) for row in page.rows] == [
        ("perhaps", False),
        ("perhaps", False),
        ("probably", True),
    ]
    assert page.lede == "Three pairs look alike. Nothing is joined before you say so."


def test_one_goes_from_pair_to_pair(viewer, cast, double):
    suggest(viewer, cast.ada, cast.bo, 7.0)
    suggest(viewer, cast.ada, double, 6.0)

    first = pair(viewer, cast.bo.pk, double.pk)
    second = pair(viewer, *first.later)

    assert (first.number, first.total, first.earlier) == (1, 3, None)
    assert (second.number, set(second.earlier)) == (2, {cast.bo.pk, double.pk})
    assert set(second.later) == {cast.ada.pk, double.pk}


@pytest.mark.parametrize("answer", [not_the_same, merge_people])
def test_what_was_answered_is_not_asked_again(viewer, bo, double, answer):
    answer(viewer, bo.pk, double.pk)

    assert duplicates_page(viewer).total == 0


def test_who_is_in_the_bin_is_not_asked_about(viewer, bo, double):
    trash_person(viewer, double.pk)

    assert duplicates_page(viewer).rows == ()
    with pytest.raises(NotHere):
        pair(viewer, bo.pk, double.pk)


def test_two_that_nobody_suggested_can_be_compared(viewer, cast):
    both = pair(viewer, cast.ada.pk, cast.bo.pk)

    assert (both.suggested, both.number, both.reasons_for) == (False, 0, ())


def test_nobody_is_compared_with_themselves_or_with_strangers(viewer, cast, dee):
    for other in (cast.ada.pk, dee.pk):
        with pytest.raises(NotHere):
            pair(viewer, cast.ada.pk, other)


def test_candidates_stand_with_the_likeliest_first(viewer, cast):
    second = settle(viewer, someone(viewer, "Kim Once", "kim@once.example", kept_at=None))
    with scope_of(viewer):
        Person.objects.filter(pk=second.pk).update(rank=0.2, standing="Wrote to you once; you have not written yet.")
        Person.objects.filter(pk=cast.cy.pk).update(rank=0.8)

    page = candidates_page(viewer)

    assert [row.name for row in page.rows] == ["Cy Ramanathan", "Kim Once"]
    assert page.rows[1].reason == "Wrote to you once; you have not written yet."
    assert page.rows[0].address == "cy@ramanathan.example"


def test_candidates_are_paged_without_loss(viewer):
    for number in range(64):
        someone(viewer, f"Cand {number}", f"c{number}@there.example", kept_at=None, rank=float(number % 3))

    names, after = [], ""
    while True:
        page = candidates_page(viewer, after=after)
        names += [row.name for row in page.rows]
        if not page.next:
            break
        after = page.next

    assert len(names) == len(set(names)) == 64


def test_whoever_is_left_aside_or_in_the_bin_is_no_candidate(viewer, cast):
    aside = someone(viewer, "Letters List", "list@lists.example", kept_at=None, aside=True)
    settle(viewer, aside)
    leave_out_person(viewer, cast.bo.pk)
    trash_person(viewer, cast.cy.pk)

    assert [row.name for row in candidates_page(viewer).rows] == ["Bo Lindqvist"]
