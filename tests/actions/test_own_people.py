"""An address that turns out to be the owner's: its letters are turned round, and nobody is left behind it."""

import pytest

from amity.actions import own_letters
from amity.actions.bringing import Bringing, Mailbox, Tally
from amity.actions.own_people import take_as_own
from amity.actions.take_in import take_in
from amity.judgement.keeping import FOUND_OWN
from amity.judgement.vocabulary import PartyRole
from amity.lib.errors import NotAccepted
from amity.records.models import Intake, Interaction, OwnAddress, Participant, Person
from amity.records.scope import scope_of
from amity.sources.found import Party
from tests.actions.test_take_in import NOON, found

FROM, TO = PartyRole.FROM, PartyRole.TO
WORK = "robin@work.example"


@pytest.fixture
def run(viewer):
    with scope_of(viewer):
        intake = Intake(member_id=viewer.member, title="letters", state="reading", made_at=NOON)
        intake.save(force_insert=True)
        yield Bringing.begin(viewer, intake.pk, {}, Mailbox(), keep_text=True)


def test_letters_from_it_become_the_owners_and_it_takes_part_in_none(run):
    ada = Party(TO, "ada@okafor.example", "Ada Okafor")
    take_in(run, [found(Party(FROM, WORK, "Robin Fenn"), ada)], Tally())
    take_in(run, [found(Party(FROM, ada.value, ada.name), Party(TO, WORK))], Tally())
    own_letters.keep_given(run.viewer, [WORK])

    change, concerned = take_as_own(run.viewer, Intake.objects.get(pk=run.intake), WORK)

    letters = Interaction.objects.filter(intake=run.intake)
    assert sorted(letters.values_list("direction", flat=True)) == ["in", "out"]
    assert set(letters.values_list("own_address__value", flat=True)) == {WORK}
    assert set(Participant.objects.filter(interaction__in=letters).values_list("person__name", flat=True)) == {
        "Ada Okafor"
    }
    assert Person.objects.get(name="Ada Okafor").pk in concerned
    assert not Person.objects.filter(name="Robin Fenn", handles__value=WORK).exists()
    assert (change.label, change.verb) == ("robin@work.example seems to be yours.", FOUND_OWN)


def test_the_owners_word_takes_back_a_refusal_and_what_was_refused_is_not_guessed_again(run):
    viewer = run.viewer
    OwnAddress.objects.create(member_id=viewer.member, value=WORK, refused_at=NOON)
    counts = own_letters.MailCount()
    for number in range(10):
        counts.add(found(Party(FROM, WORK), Party(TO, f"p{number}@people.example"), folder="sent"))

    guessed = own_letters.keep_inferred(viewer, counts.judged())
    own_letters.keep_given(viewer, own_letters.given(["Robin@Work.example"]))

    assert guessed == []
    assert WORK in own_letters.known(viewer)


def test_what_is_no_address_is_not_taken_for_one():
    with pytest.raises(NotAccepted, match="not a mail address"):
        own_letters.given(["robin"])
