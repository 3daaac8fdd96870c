"""People by hand."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from amity.actions import people
from amity.actions.undo import undo
from amity.lib.errors import NotAccepted, NotHere
from amity.records import fulltext
from amity.records.models import Circle, Handle, Interaction, Likeness, Person, Photo, Tie
from amity.records.scope import scope_of
from tests.conftest import NOW, OWN_ADDRESS, TODAY


def person(viewer, key):
    with scope_of(viewer):
        return Person.objects.get(pk=key)


def test_somebody_new_has_a_name_in_parts_addresses_circles_and_a_note(viewer, ada):
    with scope_of(viewer):
        friends = Circle.objects.get(name="Friends")

    added = people.add_person(
        viewer,
        "Dr. Eve  Sutter",
        handles=[("mail", "Eve@Sutter.example"), ("phone", "+44 20 7946 0123"), ("mail", "")],
        circles=[friends.pk],
        note="Met at the fair.",
    )

    with scope_of(viewer):
        eve = Person.objects.get(pk=added.id)
        handles = {(handle.kind, handle.value) for handle in eve.handles.all()}
        note = Interaction.objects.get(participants__person=eve)
        listed = Tie.objects.get(person=eve).listed
    assert (eve.name, eve.given, eve.family, eve.sort_name) == ("Dr. Eve Sutter", "Eve", "Sutter", "eve sutter")
    assert (eve.kept_at, eve.chosen_at, eve.touched_at) == (NOW, NOW, NOW)
    assert handles == {("mail", "eve@sutter.example"), ("phone", "+442079460123")}
    assert (note.channel, note.text, note.counts) == ("note", "Met at the fair.", False)
    assert listed
    assert fulltext.named(viewer.network, "sutt", 5) == [eve.pk]


@pytest.mark.parametrize(
    ("address", "name"),
    [(("mail", "eve.sutter@sutter.example"), "Eve Sutter"), (("phone", "+44 20 7946 0123"), "+442079460123")],
)
def test_without_a_name_the_address_says_how_to_call_somebody(viewer, address, name):
    added = people.add_person(viewer, " ", handles=[address])

    assert person(viewer, added.id).name == name


def test_an_address_that_somebody_has_already_suggests_that_they_are_one(viewer, ada):
    added = people.add_person(viewer, "Addie O.", handles=[("mail", "ada@okafor.example")])

    with scope_of(viewer):
        likeness = Likeness.objects.get()
        shared = set(Handle.objects.filter(value="ada@okafor.example").values_list("shared", flat=True))
    assert {likeness.person_id, likeness.other_id} == {ada.pk, added.id}
    assert likeness.person_id < likeness.other_id
    assert likeness.reasons_for == ["Both are reached at ada@okafor.example."]
    assert shared == {True}


REFUSED = [
    ({"name": "  "}, "Give a name, or an address to know them by.", "name"),
    ({"name": "x" * 301}, "That is longer than 300 characters. Please shorten it.", "name"),
    ({"name": "Eve", "handles": [("mail", "nobody")]}, "That does not look like a mail address", "text"),
    ({"name": "Eve", "handles": [("pigeon", "coo")]}, "Choose one of: mail, phone, web, account.", "kind"),
    ({"name": "Eve", "handles": [("mail", OWN_ADDRESS)]}, "This is one of your own addresses.", "text"),
]


@pytest.mark.parametrize(("given", "sentence", "field"), REFUSED)
def test_what_cannot_be_kept_is_refused_in_a_sentence(viewer, given, sentence, field):
    with pytest.raises(NotAccepted) as refusal:
        people.add_person(viewer, **given)

    assert refusal.value.sentence.startswith(sentence)
    assert refusal.value.field == field
    with scope_of(viewer):
        assert not Person.objects.exists()


def test_a_new_name_moves_somebody_in_the_list_and_is_found(viewer, ada):
    people.rename_person(viewer, ada.pk, "Zoë Byron", called="Zo", pronouns="she/her")

    zoe = person(viewer, ada.pk)
    assert (zoe.name, zoe.sort_name, zoe.called, zoe.pronouns) == ("Zoë Byron", "zoe byron", "Zo", "she/her")
    assert fulltext.named(viewer.network, "byron", 5) == [ada.pk]
    assert fulltext.named(viewer.network, "okafor", 5) == [ada.pk]  # by her address


def test_only_what_somebody_is_called_may_change(viewer, ada):
    change = people.rename_person(viewer, ada.pk, "Ada Okafor", called="Addie")

    assert (person(viewer, ada.pk).name, person(viewer, ada.pk).called) == ("Ada Okafor", "Addie")
    assert change.label == "Corrected what Ada Okafor is called."


@pytest.mark.parametrize(
    "born", [(2, 29, None), (12, 1, 2026), (1, 1, 1850), (None, None, 1975), (None, None, None)], ids=str
)
def test_a_birthday_may_lack_its_year_or_be_only_a_year(viewer, ada, born):
    people.set_birthday(viewer, ada.pk, *born)

    row = person(viewer, ada.pk)
    assert (row.born_month, row.born_day, row.born_year) == born


@pytest.mark.parametrize(
    "born",
    [(2, 30, None), (2, 29, 2023), (13, 1, None), (5, None, 1980), (None, 5, 1980), (12, 2, 2026), (1, 1, 1849)],
    ids=str,
)
def test_a_day_that_cannot_be_is_no_birthday(viewer, ada, born):
    with pytest.raises(NotAccepted):
        people.set_birthday(viewer, ada.pk, *born)


def test_nobody_is_met_through_themselves(viewer, ada):
    with pytest.raises(NotAccepted):
        people.set_met_through(viewer, ada.pk, ada.pk)


def test_a_kept_candidate_is_listed_and_one_left_out_is_not(viewer, cy):
    people.keep_person(viewer, cy.pk)
    assert Tie.unscoped.get(person_id=cy.pk).listed

    people.leave_out_person(viewer, cy.pk)
    assert not Tie.unscoped.get(person_id=cy.pk).listed
    assert (person(viewer, cy.pk).kept_at, person(viewer, cy.pk).chosen_at) == (None, NOW)


def test_the_bin_takes_somebody_out_of_lists_and_gives_them_back_whole(viewer, ada):
    people.trash_person(viewer, ada.pk)
    assert not Tie.unscoped.get(person_id=ada.pk).listed
    assert fulltext.named(viewer.network, "okafor", 5) == []

    people.restore_person(viewer, ada.pk)
    assert Tie.unscoped.get(person_id=ada.pk).listed
    assert fulltext.named(viewer.network, "okafor", 5) == [ada.pk]


def test_somebody_in_the_bin_is_not_here_for_anything_else(viewer, ada):
    people.trash_person(viewer, ada.pk)

    with pytest.raises(NotHere):
        people.rename_person(viewer, ada.pk, "Ada Byron")
    with pytest.raises(NotHere):
        people.trash_person(viewer, ada.pk)


def test_who_is_not_in_the_bin_cannot_be_brought_back(viewer, ada):
    with pytest.raises(NotHere):
        people.restore_person(viewer, ada.pk)


def test_of_several_people_one_who_is_not_here_stops_all(viewer, ada, dee):
    with pytest.raises(NotHere):
        people.trash_people(viewer, [ada.pk, dee.pk])

    assert person(viewer, ada.pk).trashed_at is None


def test_nobody_at_all_cannot_be_moved(viewer):
    with pytest.raises(NotAccepted):
        people.trash_people(viewer, [])


def test_several_people_are_one_change(viewer, ada, bo):
    change = people.trash_people(viewer, [ada.pk, bo.pk, ada.pk])

    assert change.label == "Moved two people to the bin."
    assert change.person_id is None


def a_photo(colour, side=900):
    out = BytesIO()
    Image.new("RGB", (side, side // 2), colour).save(out, "PNG")
    return out.getvalue()


def test_a_photo_is_made_small_and_takes_the_place_of_the_one_before(viewer, ada):
    people.set_photo(viewer, ada.pk, a_photo("red"))
    second = people.set_photo(viewer, ada.pk, a_photo("navy"))

    with scope_of(viewer):
        photo = Photo.objects.get(person=ada)
    assert photo.media_type == "image/jpeg"
    assert Image.open(BytesIO(photo.content)).size == (512, 256)

    undo(viewer, second.pk)
    with scope_of(viewer):
        assert bytes(Photo.objects.get(person=ada).content) != bytes(photo.content)


def test_a_photo_goes_away_and_comes_back_with_the_undo(viewer, ada):
    people.set_photo(viewer, ada.pk, a_photo("red"))
    gone = people.remove_photo(viewer, ada.pk)
    undo(viewer, gone.pk)

    with scope_of(viewer):
        content = Photo.objects.get(person=ada).content
    assert Image.open(BytesIO(content)).size == (512, 256)


@pytest.mark.parametrize("content", [b"", b"hello", b"\xff\xd8\xff\xe0broken", b"<svg/>"])
def test_what_is_no_picture_is_refused(viewer, ada, content):
    with pytest.raises(NotAccepted):
        people.set_photo(viewer, ada.pk, content)


def test_a_note_of_the_first_day_is_of_today(viewer):
    added = people.add_person(viewer, "Eve Sutter", note="Met at the fair.")

    with scope_of(viewer):
        note = Interaction.objects.get(participants__person_id=added.id)
    assert note.happened_at == NOW
    assert note.happened_at.date() == TODAY
    assert note.happened_at - NOW < timedelta(seconds=1)
