"""Circles by hand."""

import pytest

from amity.actions import circles
from amity.lib.errors import NotAccepted
from amity.records import fulltext
from amity.records.models import Circle, InCircle, Tie
from amity.records.scope import scope_of


def circle(viewer, name):
    with scope_of(viewer):
        return Circle.objects.get(name=name)


def members(viewer, row):
    with scope_of(viewer):
        return set(InCircle.objects.filter(circle=row).values_list("person_id", flat=True))


def test_a_new_circle_stands_after_the_others(viewer, ada):
    circles.make_circle(viewer, "  Book   club ", "r-class")
    circles.make_circle(viewer, "Choir")

    book_club, choir = circle(viewer, "Book club"), circle(viewer, "Choir")
    assert (book_club.mark, choir.mark) == ("r-class", "r-through")
    assert circle(viewer, "Friends").position < book_club.position < choir.position


@pytest.mark.parametrize("name", ["", "  ", "friends", "FRIENDS", "x" * 61])
def test_a_circle_needs_a_name_of_its_own(viewer, ada, name):
    with pytest.raises(NotAccepted):
        circles.make_circle(viewer, name)


def test_a_circle_may_keep_its_name_in_other_letters(viewer, ada):
    circles.rename_circle(viewer, circle(viewer, "Friends").pk, "FRIENDS", mark="r-family")

    assert circle(viewer, "FRIENDS").mark == "r-family"


@pytest.mark.parametrize("mark", ["", "red", "r-", "r-x; color: red"])
def test_only_a_mark_that_is_drawn_is_taken(viewer, mark):
    with pytest.raises(NotAccepted):
        circles.make_circle(viewer, "Choir", mark)


def test_its_members_are_found_by_the_new_name(viewer, ada):
    circles.rename_circle(viewer, circle(viewer, "Friends").pk, "Companions")

    assert fulltext.named(viewer.network, "companions", 5) == [ada.pk]
    assert fulltext.named(viewer.network, "friends", 5) == []


def test_a_rhythm_of_the_circle_holds_for_all_in_it(viewer, ada, bo):
    friends = circle(viewer, "Friends")
    circles.put_in_circle(viewer, [ada.pk, bo.pk], friends.pk)

    circles.set_circle_rhythm(viewer, friends.pk, 7)

    ties = {tie.person_id: (tie.rhythm_days, tie.rhythm_by) for tie in Tie.unscoped.all()}
    assert ties == {ada.pk: (7, "circle"), bo.pk: (7, "circle")}


@pytest.mark.parametrize("days", [0, -7, 3_651])
def test_a_rhythm_is_between_a_day_and_ten_years(viewer, ada, days):
    with pytest.raises(NotAccepted):
        circles.set_circle_rhythm(viewer, circle(viewer, "Friends").pk, days)


def test_a_circle_taken_away_leaves_its_people(viewer, ada):
    circles.remove_circle(viewer, circle(viewer, "Friends").pk)

    with scope_of(viewer):
        assert not Circle.objects.exists()
        assert ada.circles.count() == 0
        ada.refresh_from_db()
    assert ada.kept_at is not None


def test_who_is_inside_already_stays_and_the_others_come_in(viewer, ada, bo):
    friends = circle(viewer, "Friends")

    change = circles.put_in_circle(viewer, [ada.pk, bo.pk], friends.pk)

    assert members(viewer, friends) == {ada.pk, bo.pk}
    assert change.label == "Put two people in Friends."


def test_who_is_taken_out_is_out(viewer, ada, bo):
    friends = circle(viewer, "Friends")
    circles.put_in_circle(viewer, [bo.pk], friends.pk)

    change = circles.take_out_of_circle(viewer, [ada.pk], friends.pk)

    assert members(viewer, friends) == {bo.pk}
    assert (change.label, change.person_id) == ("Took Ada Okafor out of Friends.", ada.pk)
