"""Whose address it is decides who wrote a letter, and whose tie it belongs to."""

import pytest

from amity.actions import own
from amity.actions.undo import undo
from amity.judgement.vocabulary import Channel, Direction
from amity.lib.errors import NotAccepted, NotHere
from amity.records.models import Handle, Interaction, OwnAddress, Participant, Person, Tie
from amity.records.scope import scope_of
from tests.actions.everything import everything, what_changed
from tests.conftest import NOW, OWN_ADDRESS, TODAY, happened, settle, someone


@pytest.fixture
def old_self(viewer):
    """The owner's old address, taken for a person until somebody says so."""
    return someone(viewer, "Robin Fenn", "robin@old.example")


def a_letter(viewer, writer, reader, days_ago):
    """A letter between two who both were taken for others."""
    letter = happened(viewer, writer, days_ago, Channel.MAIL, Direction.IN, subject="The roof", others=2)
    with scope_of(viewer):
        handle = Handle.objects.filter(person=reader, kind="mail").first()
        Participant.objects.create(
            interaction=letter, person=reader, handle=handle, role="to", happened_at=letter.happened_at
        )
    return letter


def tie(person):
    return Tie.unscoped.get(person_id=person.pk)


def parts(viewer, letter):
    with scope_of(viewer):
        return dict(Participant.objects.filter(interaction=letter).values_list("person_id", "role"))


def fresh(viewer, row):
    with scope_of(viewer):
        return type(row).objects.get(pk=row.pk)


def the_address(viewer, value):
    with scope_of(viewer):
        return OwnAddress.objects.get(value=value)


def test_what_came_from_an_own_address_was_written_by_the_owner(viewer, old_self, bo):
    letter = a_letter(viewer, old_self, bo, 1)
    settle(viewer, bo)
    settle(viewer, old_self)
    written = tie(bo).written

    own.confirm_own_address(viewer, "mail", " Robin@OLD.example ")

    address = the_address(viewer, "robin@old.example")
    after = fresh(viewer, letter)
    assert (address.confirmed_at, address.reason) == (NOW, "You said so.")
    assert (after.direction, after.own_address_id, after.others) == ("out", address.pk, 1)
    assert parts(viewer, letter) == {bo.pk: "to"}
    assert tie(bo).written == written + 1
    assert tie(bo).last_direction == "out"


def test_what_came_to_an_own_address_still_came_from_the_other(viewer, old_self, bo):
    letter = a_letter(viewer, bo, old_self, 1)
    heard = tie(bo).heard

    own.confirm_own_address(viewer, "mail", "robin@old.example")

    after = fresh(viewer, letter)
    assert (after.direction, after.own_address_id) == ("in", the_address(viewer, "robin@old.example").pk)
    assert parts(viewer, letter) == {bo.pk: "from"}
    assert tie(bo).heard == heard + 1


def test_who_was_only_the_owner_is_left_out_and_who_was_more_is_kept(viewer, old_self, bo):
    a_letter(viewer, old_self, bo, 1)
    settle(viewer, old_self)
    own.confirm_own_address(viewer, "mail", "robin@old.example")
    assert (fresh(viewer, old_self).kept_at, fresh(viewer, old_self).chosen_at) == (None, NOW)
    assert not tie(old_self).listed

    happened(viewer, bo, 3, Channel.IN_PERSON, Direction.BOTH)
    with scope_of(viewer):
        Participant.objects.filter(person=bo, interaction__channel="in_person").update(handle=None)
    own.confirm_own_address(viewer, "mail", "bo@lindqvist.example")
    assert fresh(viewer, bo).kept_at == NOW


def test_an_address_nobody_has_is_only_noted(viewer, bo):
    before = tie(bo).judged_on

    own.confirm_own_address(viewer, "phone", "+44 20 7946 0177")

    assert the_address(viewer, "+442079460177").kind == "phone"
    assert tie(bo).judged_on == before


def test_an_inferred_address_is_confirmed_once(viewer):
    with scope_of(viewer):
        OwnAddress.objects.create(member_id=viewer.member, value="robin@work.example", refused_at=NOW)

    own.confirm_own_address(viewer, "mail", "robin@work.example")

    assert the_address(viewer, "robin@work.example").refused_at is None
    with pytest.raises(NotAccepted):
        own.confirm_own_address(viewer, "mail", "robin@work.example")
    with pytest.raises(NotAccepted):
        own.confirm_own_address(viewer, "mail", OWN_ADDRESS)


def test_what_is_no_address_is_refused(viewer):
    with pytest.raises(NotAccepted):
        own.confirm_own_address(viewer, "mail", "me")


@pytest.fixture
def inferred(viewer, bo):
    """An address that was guessed to be the owner's: one letter went out through it, one came in."""
    with scope_of(viewer):
        address = OwnAddress.objects.create(member_id=viewer.member, value="jo.birk@birk.example", reason="A guess.")
    sent = happened(viewer, bo, 1, Channel.MAIL, Direction.OUT, subject="x", own_address=address)
    received = happened(viewer, bo, 2, Channel.MAIL, Direction.IN, subject="y", own_address=address)
    settle(viewer, bo)
    return address, sent, received


def test_a_refused_guess_gives_the_letters_to_whoever_has_the_address(viewer, bo, inferred):
    address, sent, received = inferred

    own.refuse_own_address(viewer, address.pk)

    with scope_of(viewer):
        jo = Person.objects.get(handles__value="jo.birk@birk.example")
    assert (jo.name, jo.given, jo.family, jo.kept_at) == ("Jo Birk", "Jo", "Birk", None)
    assert parts(viewer, sent) == {bo.pk: "to", jo.pk: "from"}
    assert parts(viewer, received) == {bo.pk: "from", jo.pk: "to"}
    assert (fresh(viewer, sent).direction, fresh(viewer, sent).own_address_id, fresh(viewer, sent).others) == (
        "in",
        None,
        2,
    )
    assert fresh(viewer, received).direction == "in"
    assert tie(jo).heard == 1
    assert tie(bo).written < 8
    assert fresh(viewer, address).refused_at == NOW


def test_a_refused_address_is_not_refused_twice_and_may_be_confirmed_after_all(viewer, bo, inferred):
    address, sent, _ = inferred
    own.refuse_own_address(viewer, address.pk)
    with pytest.raises(NotAccepted):
        own.refuse_own_address(viewer, address.pk)

    own.confirm_own_address(viewer, "mail", address.value)

    assert (fresh(viewer, sent).direction, parts(viewer, sent)) == ("out", {bo.pk: "to"})


def test_a_confirmed_address_that_was_a_mistake_is_refused_and_the_person_is_back(viewer, bo, ada):
    own.confirm_own_address(viewer, "mail", "ada@okafor.example")
    assert not tie(ada).listed

    own.refuse_own_address(viewer, the_address(viewer, "ada@okafor.example").pk)

    assert tie(ada).listed
    assert tie(ada).heard > 0


def test_a_forgotten_address_is_nobodys_and_may_be_guessed_again(viewer, bo, inferred):
    address, sent, _ = inferred

    own.forget_own_address(viewer, address.pk)

    with scope_of(viewer):
        assert not OwnAddress.objects.filter(value=address.value).exists()
        assert Person.objects.filter(handles__value=address.value).count() == 1
    assert fresh(viewer, sent).direction == "in"


ANSWERS = {
    "confirmed": lambda viewer, address: own.confirm_own_address(viewer, "mail", "bo@lindqvist.example"),
    "refused": lambda viewer, address: own.refuse_own_address(viewer, address.pk),
    "forgotten": lambda viewer, address: own.forget_own_address(viewer, address.pk),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_taken_back_every_letter_is_as_before(viewer, ada, old_self, inferred, answer):
    a_letter(viewer, old_self, ada, 1)
    for person in (ada, old_self):
        settle(viewer, person)
    before = everything()

    change = answer(viewer, inferred[0])
    assert what_changed(before, everything())
    undo(viewer, change.pk)

    assert what_changed(before, everything()) == {}


def test_another_members_letters_and_addresses_are_left_alone(viewer, elsewhere, dee, old_self, bo):
    theirs = Interaction.unscoped.filter(network_id=elsewhere.network).count()

    own.confirm_own_address(viewer, "mail", "dee@marchetti.example")

    assert Interaction.unscoped.filter(network_id=elsewhere.network, own_address=None).count() == theirs
    with pytest.raises(NotHere):
        own.refuse_own_address(elsewhere, the_address(viewer, "dee@marchetti.example").pk)


def test_the_day_does_not_matter(viewer, old_self, bo):
    letter = a_letter(viewer, old_self, bo, 0)

    own.confirm_own_address(viewer, "mail", "robin@old.example")

    assert fresh(viewer, letter).happened_at.date() == TODAY
    assert tie(bo).last_on == TODAY
