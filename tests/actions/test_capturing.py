"""A captured sentence kept: one change for all of it, taken back without a trace; nothing while a question is open."""

from datetime import date

import pytest

from amity.actions import capturing
from amity.actions.capturing import CaptureKept, Saying, Somebody, Undecided, decided, keep
from amity.actions.undo import undo
from amity.judgement.readback import ChipKind
from amity.judgement.vocabulary import Channel, MatchState
from amity.lib.errors import NotAccepted, NotHere
from amity.queries.capturing import Answer, read
from amity.queries.help import needs_page
from amity.queries.search import find
from amity.records.models import Change, Fact, HelpAsked, Interaction, Need, Offer, Participant, Person, Promise
from amity.records.scope import scope_of
from tests.actions.everything import everything, what_changed
from tests.conftest import TODAY, settle, someone
from tests.queries.counting import statements

SENTENCE = (
    "Coffee with Ada and Zora Neumann yesterday 45 min. Ada needs a plumber, Zora can lend a ladder. "
    "Ada's daughter starts school on Monday. I'll send Ada the number by Friday. Asked how I can help."
)


def kept(viewer, text, **given):
    return keep(viewer, decided(read(viewer, text, TODAY, **given)))


def test_everything_in_a_sentence_is_kept_at_once_and_named_in_one_sentence(viewer, cast):
    change = kept(viewer, SENTENCE)

    with scope_of(viewer):
        zora = Person.objects.get(name="Zora Neumann")
        [meeting] = Interaction.objects.filter(text=SENTENCE)
        assert (meeting.channel, meeting.minutes, meeting.counts) == ("in_person", 45, True)
        assert set(Participant.objects.filter(interaction=meeting).values_list("person_id", flat=True)) == {
            cast.ada.pk,
            zora.pk,
        }
        assert (Need.objects.get().what, Need.objects.get().person_id) == ("A plumber", cast.ada.pk)
        assert (Offer.objects.get().what, Offer.objects.get().person_id) == ("Lend a ladder", zora.pk)
        assert {asked.person_id for asked in HelpAsked.objects.all()} == {cast.ada.pk, zora.pk}
        assert HelpAsked.objects.get(person=cast.ada).answer == "a plumber"
        assert zora.kept_at is not None
        assert Change.objects.count() == 1
    assert change.label == (
        "Kept a meeting with Ada Okafor and Zora Neumann, one thing to remember, one need, one offer, "
        "one promise and one time you asked how you can help."
    )


def test_a_promise_remembers_its_day_its_meeting_and_the_words(viewer, ada):
    kept(viewer, SENTENCE)

    with scope_of(viewer):
        promise = Promise.objects.get()
        shown = promise.sentence[promise.mark_start : promise.mark_end]
        assert promise.interaction.text == SENTENCE
    assert (promise.mine, promise.due_on, promise.person_id) == (True, date(2026, 12, 4), ada.pk)
    assert shown.startswith("I'll send Ada the number")
    assert "plumber" not in promise.sentence


def test_a_need_is_held_at_once_against_what_others_offer(viewer, ada, bo):
    kept(viewer, "Tea with Bo, Bo can lend a carpet washer")

    kept(viewer, "Tea with Ada, Ada needs a carpet washer")

    [need] = needs_page(viewer, TODAY).open
    assert [(match.name, match.state) for match in need.matches] == [("Bo Lindqvist", MatchState.SUGGESTED)]


@pytest.mark.parametrize(
    "told", ["Tea with Bo, Bo can lend a carpet washer", "Tea with Bo, Bo works as a carpet washer"]
)
def test_an_offer_or_a_fact_is_held_at_once_against_what_others_need(viewer, ada, bo, told):
    kept(viewer, "Tea with Ada, Ada needs a carpet washer")

    kept(viewer, told)

    [need] = needs_page(viewer, TODAY).open
    assert [match.name for match in need.matches] == ["Bo Lindqvist"]


def test_an_event_of_a_life_remembers_the_day_it_happens(viewer, ada):
    kept(viewer, "Coffee with Ada, her daughter starts school on Monday")

    with scope_of(viewer):
        fact = Fact.objects.get(kind="life_event")
    assert (fact.label, fact.happens_on, fact.noted_on) == ("School", date(2026, 12, 7), TODAY)
    assert fact.text == "Her daughter starts school on Monday"
    assert [said.person_id for said in find(viewer, "daughter school", TODAY).said] == [ada.pk, ada.pk]


def test_one_undo_takes_all_of_it_back(viewer, cast, elsewhere):
    before = everything()

    undo(viewer, kept(viewer, SENTENCE).pk)

    assert what_changed(before, everything()) == {}


def test_only_the_note_keeps_the_words_and_who_and_nothing_else(viewer, ada):
    keep(viewer, decided(read(viewer, "Ada needs a plumber. I'll ask Tom.", TODAY), only_the_note=True))

    with scope_of(viewer):
        note = Interaction.objects.get(text="Ada needs a plumber. I'll ask Tom.")
        assert (note.channel, note.counts) == ("note", False)
        assert not Need.objects.exists()
        assert not Promise.objects.exists()


def test_what_is_left_out_is_not_kept_and_stays_in_the_note(viewer, ada):
    text = "Coffee with Ada, she needs a plumber"
    [need] = read(viewer, text, TODAY).said

    kept(viewer, text, answers={need.key: Answer(is_out=True)})

    with scope_of(viewer):
        assert not Need.objects.exists()
        assert Interaction.objects.filter(text=text).exists()


def test_an_open_question_keeps_nothing_and_names_its_line(viewer, ada):
    settle(viewer, someone(viewer, "Ada Lovell", "ada@lovell.example"))
    reading = read(viewer, "Lunch with Ada", TODAY)
    before = everything()

    with pytest.raises(Undecided) as refused:
        decided(reading)

    assert (refused.value.field, refused.value.sentence) == (reading.names[0].key, "Which Ada?")
    assert what_changed(before, everything()) == {}


def test_of_whom_is_no_question_when_only_the_note_is_kept(viewer, cast):
    reading = read(viewer, "Dinner with Ada and Bo. I'll send the photos by Friday.", TODAY)

    assert decided(reading, only_the_note=True).said == ()
    with pytest.raises(Undecided):
        decided(reading)


def test_two_mentions_of_one_new_name_are_one_new_person(viewer, ada):
    zora = Somebody(None, "Zora Neumann")
    said = (Saying(ChipKind.NEED, Somebody(None, "Zora Neumann"), "a ladder"),)

    keep(viewer, CaptureKept("Tea with Zora", (zora,), Channel.IN_PERSON, TODAY, said=said))

    with scope_of(viewer):
        assert Person.objects.filter(name="Zora Neumann").count() == 1


@pytest.mark.parametrize(
    ("kept_as", "sentence"),
    [
        (CaptureKept("  ", (Somebody(None, "Zora"),), Channel.NOTE, TODAY), "Write a few words first."),
        (CaptureKept("x" * 100_001, (Somebody(None, "Zora"),), Channel.NOTE, TODAY), "That is longer than 100,000"),
        (CaptureKept("Tea", (), Channel.NOTE, TODAY), "With whom, or about whom?"),
        (CaptureKept("Tea", (Somebody(None, " "),), Channel.NOTE, TODAY), "Give a name"),
        (CaptureKept("Tea", (Somebody(None, "Zo"),), Channel.NOTE, date(2027, 1, 1)), "That day is still to come."),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence_and_nothing_is_written(viewer, ada, kept_as, sentence):
    before = everything()

    with pytest.raises(NotAccepted) as refused:
        keep(viewer, kept_as)

    assert refused.value.sentence.startswith(sentence)
    assert what_changed(before, everything()) == {}


def test_somebody_of_another_network_is_not_here(viewer, ada, dee):
    before = everything()

    with pytest.raises(NotHere):
        keep(viewer, CaptureKept("Tea", (Somebody(dee.pk, "Dee"),), Channel.IN_PERSON, TODAY))

    assert what_changed(before, everything()) == {}


def test_keeping_costs_no_more_the_more_people_there_are(viewer, ada):
    def cost():
        reading = read(viewer, "Coffee with Ada yesterday, she needs a plumber", TODAY)
        return statements(lambda: keep(viewer, decided(reading)))

    def ten_more(start):
        for number in range(start, start + 10):
            settle(viewer, someone(viewer, f"Other Person{number}", f"other{number}@crowd.example"))
        return cost()

    cost()

    assert ten_more(0) == ten_more(10)


def test_the_bound_on_statements_of_one_note_holds(viewer, ada):
    said = (Saying(ChipKind.FACT, Somebody(ada.pk, ""), "sings"),) * (capturing.MOST_SAID + 1)

    with pytest.raises(NotAccepted):
        keep(viewer, CaptureKept("Tea", (Somebody(ada.pk, ""),), Channel.IN_PERSON, TODAY, said=said))
