from datetime import timedelta

import pytest

from amity.actions.people import trash_person
from amity.judgement.vocabulary import Channel, Direction
from amity.lib.errors import NotAccepted
from amity.queries.people import Only, Order, people_page
from amity.records.models import Circle, Tie
from amity.records.scope import scope_of
from tests.conftest import TODAY, happened, known, letters, settle, someone


def all_names(viewer, **asked):
    """Every page one after the other."""
    names, after = [], ""
    while True:
        page = people_page(viewer, TODAY, after=after, **asked)
        names += [row.name for row in page.rows]
        if not page.next:
            return names
        after = page.next


def test_the_quietest_come_first_and_old_ties_and_strangers_last(viewer, cast):
    old = someone(viewer, "Old Friend", "old@past.example")
    letters(viewer, old, range(900, 1600, 40))
    stranger = someone(viewer, "Nan Card", "nan@card.example")
    few = someone(viewer, "Few Letters", "few@new.example")
    letters(viewer, few, [4, 30])
    for person in (old, stranger, few):
        settle(viewer, person)

    page = people_page(viewer, TODAY)

    assert [(row.name, row.last, row.usually) for row in page.rows] == [
        ("Bo Lindqvist", "Quiet for 5 months", "6 weeks"),
        ("Ada Okafor", "9 days", "fortnightly"),
        ("Few Letters", "4 days", "not known yet"),
        ("Old Friend", "2 years", "dormant"),
        ("Nan Card", "", "not known yet"),
    ]
    assert [row.is_quiet for row in page.rows] == [True, False, False, True, False]
    assert page.lede == "5 people, the quietest for the two of you first."


def test_candidates_the_bin_and_other_networks_are_not_listed(viewer, cast, elsewhere):
    trash_person(viewer, cast.bo.pk)

    page = people_page(viewer, TODAY)

    assert [row.name for row in page.rows] == ["Ada Okafor"]
    assert (page.total, page.candidates) == (1, 1)


@pytest.mark.parametrize("order", Order)
def test_pages_hold_everybody_once_in_every_order(viewer, order):
    for number in range(65):
        person = someone(viewer, f"P{number:02} Same", f"p{number}@same.example")
        if number % 3:
            letters(viewer, person, [number % 7, 40, 80, 120, 160])
        settle(viewer, person)

    names = all_names(viewer, order=order)

    assert len(names) == len(set(names)) == 65


def test_by_name_is_by_name_across_pages(viewer, crowd):
    crowd(20)
    for number in range(20):
        settle(viewer, someone(viewer, f"Zed {number:02}", f"z{number}@z.example"))

    names = all_names(viewer, order=Order.NAME)

    assert names == sorted(names)


def test_last_in_touch_first_and_never_in_touch_behind(viewer, cast):
    settle(viewer, someone(viewer, "Nan Card", "nan@card.example"))

    assert all_names(viewer, order=Order.LAST) == ["Ada Okafor", "Bo Lindqvist", "Nan Card"]


@pytest.mark.parametrize(
    ("only", "expected"),
    [(Only.QUIET, ["Bo Lindqvist"]), (Only.DORMANT, ["Old Friend"]), (Only.NO_RHYTHM, ["Few Letters"])],
)
def test_a_filter_holds_what_it_says(viewer, cast, only, expected):
    old = someone(viewer, "Old Friend", "old@past.example")
    letters(viewer, old, range(900, 1600, 40))
    few = someone(viewer, "Few Letters", "few@new.example")
    letters(viewer, few, [4, 30])
    settle(viewer, old)
    settle(viewer, few)

    assert all_names(viewer, only=only) == expected


def test_a_circle_holds_its_people_with_its_mark(viewer, cast):
    with scope_of(viewer):
        friends = Circle.objects.get(name="Friends")

    page = people_page(viewer, TODAY, circle=friends.pk)

    assert [row.name for row in page.rows] == ["Ada Okafor"]
    assert [mark.mark for mark in page.rows[0].circles] == ["r-friends"]
    assert page.lede == "1 person in Friends, the quietest for the two of you first."
    assert all_names(viewer, circle=friends.pk, order=Order.NAME) == ["Ada Okafor"]


@pytest.mark.parametrize("find", ["okaf", "ada@okafor", "bristol", "friends ada", "ÁDA"])
def test_people_are_found_by_any_part_of_what_is_known(viewer, cast, find):
    page = people_page(viewer, TODAY, find=find)

    assert [row.name for row in page.rows] == ["Ada Okafor"]
    assert page.is_filtered


@pytest.mark.parametrize("find", ["nobody", '"', "'; DROP TABLE", "*", "(", "\0", "x" * 10_000])
def test_odd_words_find_nobody_and_do_no_harm(viewer, cast, find):
    page = people_page(viewer, TODAY, find=find)

    assert page.rows == () or find.strip('"*(\0') == ""


def test_on_the_mind_is_the_newest_event_else_the_last_words(viewer, cast):
    known(viewer, cast.bo, "life_event", "New baby", noted_on=TODAY - timedelta(days=20))
    known(viewer, cast.bo, "life_event", "Left the yard", noted_on=TODAY - timedelta(days=900))

    minds = {row.name: row.mind for row in people_page(viewer, TODAY).rows}

    assert minds == {"Bo Lindqvist": "New baby", "Ada Okafor": "Letter of 22 November"}


def test_a_private_fact_of_somebody_else_is_on_nobodys_mind(viewer, cast, elsewhere):
    fact = known(viewer, cast.bo, "life_event", "A secret", noted_on=TODAY)
    with scope_of(viewer):
        fact.private_to = elsewhere.member
        fact.save(update_fields=["private_to"])

    assert "A secret" not in repr(people_page(viewer, TODAY))


def test_the_beat_comes_from_the_tie_alone(viewer, ada):
    happened(viewer, ada, 0, Channel.IN_PERSON, Direction.BOTH)
    settle(viewer, ada)
    with scope_of(viewer):
        Tie.objects.filter(person=ada).update(recent=b"")

    [row] = people_page(viewer, TODAY).rows

    assert row.beat.beads == ()


@pytest.mark.parametrize("cursor", ["x", "W10", "eyJhIjoxfQ", "bnVsbA", "a" * 5_000, "WyJuYW1lIiwieCIsIngiXQ", "\0"])
def test_a_cursor_that_no_page_gave_is_refused_kindly(viewer, cursor):
    with pytest.raises(NotAccepted, match="Begin again"):
        people_page(viewer, TODAY, after=cursor)


def test_a_cursor_of_another_order_is_refused(viewer, crowd):
    crowd(20)
    for number in range(15):
        settle(viewer, someone(viewer, f"Zed {number:02}", f"z{number}@z.example"))
    cursor = people_page(viewer, TODAY, order=Order.NEAR).next

    with pytest.raises(NotAccepted):
        people_page(viewer, TODAY, order=Order.WARM, after=cursor)
