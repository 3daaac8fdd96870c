"""Two people become one, lose nothing, and are two again whenever the owner says so."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amity.actions import facts, merging, people, ties
from amity.actions.afterwards import judge_again
from amity.actions.changes import CannotUndo, NothingToUndo
from amity.actions.undo import undo, undo_last
from amity.judgement.vocabulary import Channel, Direction
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.records import fulltext
from amity.records.models import (
    Card,
    Circle,
    Fact,
    Handle,
    InCircle,
    Interaction,
    Likeness,
    Participant,
    Pause,
    Person,
    Photo,
    Relationship,
    Tie,
)
from amity.records.scope import scope_of
from tests.actions.everything import everything, what_changed
from tests.conftest import NOW, TODAY, happened, in_circle, known, letters, settle, someone


@pytest.fixture
def double(viewer, ada):
    """Ada a second time, from her work: another address, another spelling, a birthday with another day."""
    double = someone(
        viewer, "A. N. Okafor", "ada@work.example", called="Addie", pronouns="she/her", born_month=12, born_day=11,
        language="en",
    )  # fmt: skip
    letters(viewer, double, range(5, 200, 30))
    happened(viewer, double, 4, Channel.CALL, Direction.BOTH, text="About the harp.")
    known(viewer, double, "work", "Surveyor, Tide Office")
    known(viewer, double, "lives_in", "Cardiff", noted_on=date(2026, 6, 1))
    known(viewer, double, "cares_about", "her dog is called REX.")
    with scope_of(viewer):
        Handle.objects.create(person=double, kind="phone", value="+442079460101", label="mobile")
        Handle.objects.filter(value="+442079460101").update(shared=True)
        Card.objects.create(person=double, key=b"k" * 16, verbatim="BEGIN:VCARD")
        Photo.objects.create(person=double, content=b"x", media_type="image/jpeg", digest=b"d" * 32)
        Pause.objects.create(member_id=viewer.member, person=double, answer="later", made_at=NOW)
    in_circle(viewer, double, "Neighbours", "r-neighbours")
    in_circle(viewer, double, "Friends", "r-friends")
    ties.set_rhythm(viewer, [double.pk], 30)
    return settle(viewer, double)


def together(viewer, one, two, role_of_two):
    """A letter that went to both, or came from one of them with a copy to the other."""
    letter = happened(viewer, one, 2, Channel.MAIL, Direction.IN, text="To both of me.", others=2)
    with scope_of(viewer):
        Participant.objects.filter(interaction=letter).update(role="cc")
        handle = Handle.objects.get(person=two, kind="mail")
        Participant.objects.create(
            interaction=letter, person=two, handle=handle, role=role_of_two, happened_at=letter.happened_at
        )
    return letter


def fresh(viewer, person):
    with scope_of(viewer):
        return Person.objects.get(pk=person.pk)


def tie(person):
    return Tie.unscoped.get(person_id=person.pk)


def texts(viewer, person, kind):
    with scope_of(viewer):
        return set(Fact.objects.filter(person=person, kind=kind).values_list("text", flat=True))


def test_everything_of_the_other_is_the_kept_persons_now(viewer, ada, double):
    with scope_of(viewer):
        letters_before = Participant.objects.filter(person__in=[ada, double]).count()

    merging.merge_people(viewer, ada.pk, double.pk)

    with scope_of(viewer):
        assert Participant.objects.filter(person=ada).count() == letters_before
        for model in (Participant, Handle, Fact, InCircle, Card, Photo, Pause):
            assert not model.objects.filter(person=double).exists(), model
        values = sorted(Handle.objects.filter(person=ada).values_list("value", flat=True))
        circles = sorted(Circle.objects.filter(members__person=ada).values_list("name", flat=True))
    assert values == ["+442079460101", "ada@okafor.example", "ada@work.example"]
    assert circles == ["Friends", "Neighbours"]
    assert tie(ada).last_on == TODAY - timedelta(days=4)
    assert tie(ada).set_rhythm_days == 30


def test_the_other_disappears_from_every_list(viewer, ada, double):
    merging.merge_people(viewer, ada.pk, double.pk)

    assert fresh(viewer, double).merged_into_id == ada.pk
    assert not tie(double).listed
    assert fulltext.named(viewer.network, "okafor", 5) == [ada.pk]
    assert fulltext.named(viewer.network, "work", 5) == [ada.pk]  # by the other's address
    with pytest.raises(NotHere):
        people.rename_person(viewer, double.pk, "Somebody")


def test_left_to_itself_the_kept_persons_word_stands_and_gaps_are_filled(viewer, ada, double):
    merging.merge_people(viewer, ada.pk, double.pk)

    kept = fresh(viewer, ada)
    assert (kept.name, kept.born_day, kept.born_year, kept.place) == ("Ada Okafor", 10, 1984, "Bristol")
    assert (kept.called, kept.pronouns, kept.language, kept.work) == ("Addie", "she/her", "en", "Surveyor, Tide Office")
    assert texts(viewer, ada, "other_name") == {"A. N. Okafor"}
    assert texts(viewer, ada, "birthday") == {"11 December"}
    assert texts(viewer, ada, "lives_in") == {"Bristol", "Cardiff"}


def test_the_others_word_stands_where_it_was_chosen_and_nothing_is_lost(viewer, ada, double):
    people.rename_person(viewer, ada.pk, "Ada Okafor", called="Ad", pronouns="they/them")

    merging.merge_people(
        viewer, ada.pk, double.pk,
        {"name": "other", "birthday": "other", "called": "other", "pronouns": "other", "place": "other"},
    )  # fmt: skip

    kept = fresh(viewer, ada)
    assert (kept.name, kept.sort_name, kept.given) == ("A. N. Okafor", "a. n. okafor", "A.")
    assert (kept.born_month, kept.born_day, kept.born_year, kept.place) == (12, 11, None, "Cardiff")
    assert (kept.called, kept.pronouns) == ("Addie", "she/her")
    assert texts(viewer, ada, "other_name") == {"Ada Okafor", "Ad"}
    assert texts(viewer, ada, "birthday") == {"10 December 1984"}
    assert texts(viewer, ada, "pronouns") == {"they/them"}


def test_a_title_does_not_move_to_the_others_employer(viewer, ada, double):
    known(viewer, ada, "title", "Harpist")
    known(viewer, ada, "work", "City Orchestra", noted_on=date(2026, 11, 1))

    merging.merge_people(viewer, ada.pk, double.pk, {"work": "other"})

    assert fresh(viewer, ada).work == "Surveyor, Tide Office"
    assert "Harpist" in texts(viewer, ada, "other")


def test_what_both_say_is_said_once(viewer, ada, double):
    merging.merge_people(viewer, ada.pk, double.pk)

    assert texts(viewer, ada, "cares_about") == {"Her dog is called Rex."}
    with scope_of(viewer):
        phone = Handle.objects.get(value="+442079460101")
    assert (phone.label, phone.shared) == ("mobile", False)


def test_names_written_beside_an_address_of_both_are_counted_together(viewer, ada, double):
    with scope_of(viewer):
        Handle.objects.filter(person=ada, kind="phone").update(names={"Ada": 2})
        Handle.objects.filter(person=double, kind="phone").update(names={"Ada": 1, "Addie": 3}, signature="Ada\nHarps")

    merging.merge_people(viewer, ada.pk, double.pk)

    with scope_of(viewer):
        assert Handle.objects.get(value="+442079460101").names == {"Ada": 3, "Addie": 3}


@pytest.mark.parametrize(("role", "stands"), [("from", "from"), ("to", "to"), ("cc", "cc")])
def test_in_a_letter_with_both_they_stand_once_and_nearest(viewer, ada, double, role, stands):
    letter = together(viewer, ada, double, role)

    merging.merge_people(viewer, ada.pk, double.pk)

    with scope_of(viewer):
        participant = Participant.objects.get(interaction=letter)
        letter.refresh_from_db()
    assert (participant.person_id, participant.role, letter.others) == (ada.pk, stands, 1)


def test_relationships_and_introductions_point_to_the_one(viewer, ada, double, bo, cy):
    with scope_of(viewer):
        Relationship.objects.create(person=ada, other=double, kind="colleague of")
        Relationship.objects.create(person=double, other=bo, kind="cousin of")
        Relationship.objects.create(person=ada, other=bo, kind="cousin of")
        Relationship.objects.create(person=cy, other=double, kind="tenant of")
        Person.objects.filter(pk=cy.pk).update(met_through=double)
        Person.objects.filter(pk=ada.pk).update(met_through=double)

    merging.merge_people(viewer, ada.pk, double.pk)

    with scope_of(viewer):
        pairs = set(Relationship.objects.values_list("person__name", "kind", "other__name"))
    assert pairs == {("Ada Okafor", "cousin of", "Bo Lindqvist"), ("Cy Ramanathan", "tenant of", "Ada Okafor")}
    assert fresh(viewer, cy).met_through_id == ada.pk
    assert fresh(viewer, ada).met_through_id is None


def test_the_pair_is_confirmed_and_a_no_about_the_other_holds_for_both(viewer, ada, double, bo, cy):
    merging.not_the_same(viewer, double.pk, bo.pk)
    with scope_of(viewer):
        first, second = sorted((double.pk, cy.pk))
        Likeness.objects.create(
            person_id=first, other_id=second, weight=2, state="suggested", reasons_for=["Alike."], made_at=NOW
        )

    merging.merge_people(viewer, ada.pk, double.pk)

    assert likeness(viewer, ada, double).state == "same"
    assert likeness(viewer, ada, bo).state == "different"
    assert (likeness(viewer, ada, cy).state, likeness(viewer, ada, cy).reasons_for) == ("suggested", ["Alike."])


def likeness(viewer, one, two):
    first, second = sorted((one.pk, two.pk))
    with scope_of(viewer):
        return Likeness.objects.get(person_id=first, other_id=second)


def test_two_who_are_not_the_same_stay_so_until_it_is_taken_back(viewer, ada, bo):
    change = merging.not_the_same(viewer, bo.pk, ada.pk)
    assert (likeness(viewer, ada, bo).state, likeness(viewer, ada, bo).decided_by) == ("different", viewer.member)

    undo(viewer, change.pk)
    with scope_of(viewer):
        assert not Likeness.objects.exists()


def test_a_question_put_aside_stays_open(viewer, ada, bo):
    merging.dont_know_yet(viewer, ada.pk, bo.pk)

    assert (likeness(viewer, ada, bo).state, likeness(viewer, ada, bo).decided_at) == ("suggested", NOW)


def test_a_candidate_becomes_one_of_the_owners_people_with_the_other(viewer, ada, cy):
    merging.merge_people(viewer, cy.pk, ada.pk)

    assert fresh(viewer, cy).kept_at == NOW
    assert tie(cy).listed


@pytest.mark.parametrize("choices", [{"name": "both"}, {"shoe size": "kept"}])
def test_choices_are_between_the_two(viewer, ada, double, choices):
    with pytest.raises(NotAccepted):
        merging.merge_people(viewer, ada.pk, double.pk, choices)


def test_nobody_is_merged_with_themselves_or_twice(viewer, ada, double, bo):
    with pytest.raises(NotAccepted):
        merging.merge_people(viewer, ada.pk, ada.pk)

    merging.merge_people(viewer, ada.pk, double.pk)
    with pytest.raises(NotHere):
        merging.merge_people(viewer, bo.pk, double.pk)


CHOICES = [{}, {"name": "other", "birthday": "other", "work": "other", "place": "other"}]


@pytest.mark.parametrize("choices", CHOICES)
@pytest.mark.parametrize("by", ["the other", "the kept", "the last change"])
def test_parted_at_once_all_is_as_before(viewer, ada, double, bo, choices, by):
    together(viewer, ada, double, "from")
    merging.not_the_same(viewer, double.pk, bo.pk)
    known(viewer, ada, "work", "City Orchestra")
    for person in (ada, double):
        settle(viewer, person)
    before = everything()

    merging.merge_people(viewer, ada.pk, double.pk, choices)
    if by == "the last change":
        undo_last(viewer)
    else:
        merging.unmerge(viewer, double.pk if by == "the other" else ada.pk)

    assert what_changed(before, everything()) == {}


@pytest.fixture
def months_later(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(days=90))


def arrived(viewer, person, value, role="from", days_ago=0):
    """A letter that came in after the merge, through one address."""
    letter = happened(viewer, person, days_ago - 60, Channel.MAIL, Direction.IN, text="Since then.")
    with scope_of(viewer):
        Participant.objects.filter(interaction=letter).update(handle=Handle.objects.get(value=value), role=role)
    return letter


def who(viewer, letter):
    with scope_of(viewer):
        return Participant.objects.get(interaction=letter).person_id


def test_months_later_what_came_through_the_others_address_goes_back(viewer, ada, double, months_later):
    merging.merge_people(viewer, ada.pk, double.pk)
    theirs = arrived(viewer, ada, "ada@work.example")
    copied = arrived(viewer, ada, "ada@work.example", role="cc")
    ours = arrived(viewer, ada, "ada@okafor.example")
    with scope_of(viewer):
        Fact.objects.create(person=ada, kind="title", text="Harbour master", interaction=theirs)
        Fact.objects.create(person=ada, kind="cares_about", text="Tides.", interaction=copied)
        Fact.objects.create(person=ada, kind="cares_about", text="Reeds.", interaction=ours)
    judge_again(viewer, [ada.pk])

    merging.unmerge(viewer, double.pk)

    assert [who(viewer, letter) for letter in (theirs, copied, ours)] == [double.pk, double.pk, ada.pk]
    assert texts(viewer, double, "title") == {"Harbour master"}
    assert {"Tides.", "Reeds."} <= texts(viewer, ada, "cares_about")
    assert fresh(viewer, double).work == "Harbour master, Surveyor, Tide Office"
    assert fresh(viewer, double).merged_into_id is None
    assert tie(double).listed


def test_months_later_what_was_changed_since_stays(viewer, ada, double, months_later):
    merging.merge_people(viewer, ada.pk, double.pk, {"name": "other", "birthday": "other"})
    people.rename_person(viewer, ada.pk, "Ada King", pronouns="they/them")
    facts.add_fact(viewer, ada.pk, "cares_about", "Weirs.")
    with scope_of(viewer):
        spelling = Fact.objects.get(person=ada, kind="other_name", text="Ada Okafor")
    facts.correct_fact(viewer, spelling.pk, "Ada Okafor (until 2026)")

    merging.unmerge(viewer, double.pk)

    kept, parted = fresh(viewer, ada), fresh(viewer, double)
    assert (kept.name, kept.given, kept.pronouns) == ("Ada King", "Ada", "they/them")
    assert (kept.born_month, kept.born_day, kept.born_year) == (12, 10, 1984)
    assert (parted.name, parted.pronouns, parted.born_day) == ("A. N. Okafor", "she/her", 11)
    assert "Weirs." in texts(viewer, ada, "cares_about")
    assert texts(viewer, ada, "other_name") == {"Ada Okafor (until 2026)"}


def test_three_who_became_one_part_in_order_only(viewer, ada, double, bo):
    before = everything()
    merging.merge_people(viewer, ada.pk, double.pk)
    merging.merge_people(viewer, bo.pk, ada.pk)

    with pytest.raises(CannotUndo) as refusal:
        merging.unmerge(viewer, double.pk)
    assert str(refusal.value) == "Ada Okafor became one with somebody else later. Take that back first."

    merging.unmerge(viewer, ada.pk)
    merging.unmerge(viewer, double.pk)
    assert what_changed(before, everything()) == {}


def test_two_taken_in_one_after_the_other_may_leave_in_any_order(viewer, ada, double, bo):
    merging.merge_people(viewer, ada.pk, double.pk)
    merging.merge_people(viewer, ada.pk, bo.pk)

    merging.unmerge(viewer, double.pk)

    with scope_of(viewer):
        assert Handle.objects.get(value="ada@work.example").person_id == double.pk
        assert Handle.objects.get(value="bo@lindqvist.example").person_id == ada.pk
    merging.unmerge(viewer, bo.pk)
    with scope_of(viewer):
        assert Handle.objects.get(value="bo@lindqvist.example").person_id == bo.pk


def test_one_in_the_bin_is_brought_back_before_they_part(viewer, ada, double):
    merging.merge_people(viewer, ada.pk, double.pk)
    people.trash_person(viewer, ada.pk)

    with pytest.raises(CannotUndo):
        merging.unmerge(viewer, double.pk)


def test_who_never_became_one_with_anybody_cannot_part(viewer, ada, dee):
    for person in (ada, dee):
        with pytest.raises(NothingToUndo):
            merging.unmerge(viewer, person.pk)


def test_parted_and_merged_again_is_possible(viewer, ada, double):
    merging.merge_people(viewer, ada.pk, double.pk)
    merging.unmerge(viewer, double.pk)

    merging.merge_people(viewer, double.pk, ada.pk)

    assert fresh(viewer, ada).merged_into_id == double.pk


def many_letters(viewer, person, number):
    with scope_of(viewer):
        handle = Handle.objects.get(person=person, kind="mail")
        rows = [
            Interaction(member_id=viewer.member, happened_at=NOW - timedelta(hours=n), channel="mail", direction="in")
            for n in range(number)
        ]
        Interaction.objects.bulk_create(rows)
        Participant.objects.bulk_create(
            [
                Participant(interaction=row, person=person, handle=handle, role="from", happened_at=row.happened_at)
                for row in rows
            ]
        )
    return rows


def test_statements_grow_with_slices_of_letters_not_with_letters(viewer, ada, bo):
    def statements(number):
        rows = many_letters(viewer, bo, number)
        with scope_of(viewer):  # half of them went to Ada, too
            Participant.objects.bulk_create(
                [Participant(interaction=row, person=ada, role="to", happened_at=row.happened_at) for row in rows[::2]]
            )
        with CaptureQueriesContext(connection) as asked:
            merging.merge_people(viewer, ada.pk, bo.pk)
            merging.unmerge(viewer, bo.pk)
        return len(asked)

    few, more = statements(400), statements(400)  # 400 and 800 letters

    assert more - few <= 40
