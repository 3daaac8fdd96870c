"""A sentence read back: who, when, what was said; what the writer answered; several who fit are asked about."""

from datetime import date

import pytest

from amity.actions.people import add_person, rename_person, trash_person
from amity.actions.undo import undo
from amity.judgement.readback import ChipKind
from amity.judgement.vocabulary import Channel
from amity.queries.capturing import Answer, read
from amity.records.models import Person
from amity.records.scope import scope_of
from tests.conftest import TODAY, letters, settle, someone
from tests.queries.counting import statements

SENTENCE = "Coffee with Ada yesterday 45 min, her dog Rex is home from the vet. I'll send her the number by Friday"


def test_a_sentence_is_read_into_lines_that_can_be_counted(viewer, cast):
    reading = read(viewer, SENTENCE, TODAY)

    assert reading.happened.channel is Channel.IN_PERSON
    assert reading.happened.day == date(2026, 11, 30)
    assert reading.happened.minutes == 45
    assert [line.person_id for line in reading.names] == [cast.ada.pk]
    assert [(line.kind, line.day) for line in reading.said] == [
        (ChipKind.FACT, None),
        (ChipKind.PROMISE, date(2026, 12, 4)),
    ]
    assert (reading.things, reading.button, reading.undecided) == (4, "Keep all four", "")


@pytest.mark.parametrize("text", ["", "  \n ", "\0"])
def test_no_words_are_nothing_to_read(viewer, text):
    assert read(viewer, text, TODAY) is None


def test_a_name_that_fits_several_of_the_owners_people_is_asked_about(viewer, ada):
    other = settle(viewer, someone(viewer, "Ada Lovell", "ada@lovell.example"))

    reading = read(viewer, "Lunch with Ada", TODAY)
    [line] = reading.names
    answered = read(viewer, "Lunch with Ada", TODAY, answers={line.key: Answer(who=str(other.pk))})

    assert line.is_undecided
    assert {choice.name for choice in line.choices} == {"Ada Okafor", "Ada Lovell"}
    assert (reading.undecided, reading.why) == (line.key, "Which Ada?")
    assert (answered.undecided, answered.names[0].person_id) == ("", other.pk)


def test_of_two_who_fit_the_one_whom_the_owner_keeps_is_taken_and_the_other_offered(viewer, ada):
    settle(viewer, someone(viewer, "Ada Lovell", "ada@lovell.example", kept_at=None))

    [line] = read(viewer, "Lunch with Ada", TODAY).names

    assert line.person_id == ada.pk
    assert [choice.is_chosen for choice in line.choices] == [True, False]


def test_somebody_whom_nobody_knows_is_offered_as_new_by_name(viewer, cast):
    reading = read(viewer, "Met Zora Neumann today, she can lend a ladder", TODAY)

    [line] = reading.names
    assert (line.is_new, line.name, line.choices) == (True, "Zora Neumann", ())
    assert [(said.kind, said.about) for said in reading.said] == [(ChipKind.OFFER, line.key)]


def test_several_people_in_one_sentence_each_have_what_is_said_of_them(viewer, cast):
    reading = read(viewer, "Dinner with Ada and Bo. Ada needs a plumber. Bo can lend a van.", TODAY)

    assert [line.person_id for line in reading.names] == [cast.ada.pk, cast.bo.pk]
    assert [(said.kind, said.about_name) for said in reading.said] == [
        (ChipKind.NEED, "Ada Okafor"),
        (ChipKind.OFFER, "Bo Lindqvist"),
    ]


def test_of_whom_something_is_said_is_asked_where_it_may_be_either(viewer, cast):
    text = "Dinner with Ada and Bo. I'll send the photos by Friday."
    reading = read(viewer, text, TODAY)
    [promise] = reading.said
    bo = reading.names[1].key

    answered = read(viewer, text, TODAY, answers={promise.key: Answer(who=bo)})

    assert promise.is_undecided
    assert reading.undecided == promise.key
    assert (answered.undecided, answered.said[0].about) == ("", bo)


def test_answers_change_lines_and_leave_others_out(viewer, cast):
    first = read(viewer, SENTENCE, TODAY)
    fact, promise = first.said
    answers = {
        first.happened.key: Answer(channel="call", day="2026-11-28", minutes=""),
        fact.key: Answer(is_out=True),
        promise.key: Answer(what="send the physio's number", day=""),
    }

    reading = read(viewer, SENTENCE, TODAY, answers=answers)

    assert (reading.happened.channel, reading.happened.minutes) == (Channel.CALL, None)
    assert reading.happened.day == date(2026, 11, 28)
    assert [(said.is_out, said.what, said.day) for said in reading.said] == [
        (True, fact.what, None),
        (False, "send the physio's number", None),
    ]
    assert reading.button == "Keep all three"


def test_an_answer_holds_for_what_was_read_when_it_was_given(viewer, cast):
    begun = "Coffee with Ada. I'll send her the number"
    [promise] = read(viewer, begun, TODAY).said

    [finished] = read(
        viewer, f"{begun} by Friday", TODAY, answers={promise.key: Answer(what=promise.what, day="")}
    ).said

    assert finished.day == date(2026, 12, 4)


def test_another_name_may_be_an_address_or_somebody_new(viewer, cast):
    [line] = read(viewer, "Lunch with Ada", TODAY).names

    [by_address] = read(viewer, "Lunch with Ada", TODAY, answers={line.key: Answer(name="bo@lindqvist.example")}).names
    [new] = read(viewer, "Lunch with Ada", TODAY, answers={line.key: Answer(name="Ilse Sommer")}).names
    [odd] = read(viewer, "Lunch with Ada", TODAY, answers={line.key: Answer(name="who@no.example")}).names

    assert by_address.person_id == cast.bo.pk
    assert (new.is_new, new.name) == (True, "Ilse Sommer")
    assert odd.is_undecided
    assert odd.problem == "Nobody here answers to “who@no.example”."


def test_on_somebodys_page_her_dog_is_theirs(viewer, cast):
    reading = read(viewer, "Her dog Rex is home. I'll call her by Friday.", TODAY, about=cast.bo.pk)

    assert [line.person_id for line in reading.names] == [cast.bo.pk]
    assert {said.about_name for said in reading.said} == {"Bo Lindqvist"}
    assert [said.what for said in reading.said] == ["Her dog Rex is home", "call her"]
    assert reading.said[0].start == 0


def test_on_somebodys_page_another_who_is_named_is_meant(viewer, cast):
    reading = read(viewer, "Coffee with Ada", TODAY, about=cast.bo.pk)

    assert [line.person_id for line in reading.names] == [cast.ada.pk]


def test_a_page_of_another_network_says_nothing_of_anybody(viewer, cast, dee):
    reading = read(viewer, "Her dog Rex is home.", TODAY, about=dee.pk)

    assert reading.names == ()
    assert reading.undecided == "also"
    assert "Dee" not in repr(reading)


def test_names_given_beside_the_sentence_are_there_too(viewer, cast):
    reading = read(viewer, "Coffee with Ada", TODAY, also=["bo@lindqvist.example"])

    assert [line.person_id for line in reading.names] == [cast.ada.pk, cast.bo.pk]


def test_a_name_given_beside_settles_which_of_several_is_meant(viewer, ada):
    other = settle(viewer, someone(viewer, "Ada Lovell", "ada@lovell.example"))

    reading = read(viewer, "Coffee with Ada", TODAY, also=[str(other.pk)])

    assert [(line.person_id, line.written) for line in reading.names] == [(other.pk, "Ada")]


def test_nobody_named_asks_for_a_name(viewer, cast):
    reading = read(viewer, "The sky is blue", TODAY)

    assert reading.undecided == "also"
    assert reading.left == "The sky is blue"


def test_a_day_that_no_calendar_has_stays_in_the_note_and_is_said(viewer, cast):
    reading = read(viewer, "Dinner with Ada on 31 February", TODAY)

    assert reading.left == "on 31 February"
    assert reading.happened.day == TODAY


def test_what_is_still_to_come_is_a_note_of_today(viewer, cast):
    reading = read(viewer, "Dinner with Ada on 24 December 2026", TODAY)

    assert reading.happened.channel is Channel.NOTE
    assert reading.happened.day == TODAY
    assert "still to come" in reading.happened.hint
    assert reading.undecided == ""


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer(day="2026-02-31"), "There is no such day. Choose another, or none."),
        (Answer(day="2027-01-01"), "That day is still to come."),
        (Answer(minutes="a while"), "Give the time in minutes, a week at most."),
        (Answer(minutes="9999999999999"), "Give the time in minutes, a week at most."),
    ],
)
def test_an_answer_that_cannot_be_used_is_asked_about_again(viewer, cast, answer, sentence):
    key = read(viewer, "Coffee with Ada", TODAY).happened.key

    reading = read(viewer, "Coffee with Ada", TODAY, answers={key: answer})

    assert (reading.undecided, reading.why) == (key, sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Kaffee mit Ada am Dienstag, sie sucht eine Wohnung. Ich schicke ihr die Adresse bis Freitag",
        "Café avec Ada mardi, elle cherche un appartement. Je lui enverrai l'adresse avant vendredi",
        "Café con Ada el martes, necesita un piso. Le mandaré la dirección antes del viernes",
    ],
)
def test_other_languages_are_read_by_their_own_words(viewer, cast, text):
    reading = read(viewer, text, TODAY)

    assert reading.happened.channel is Channel.IN_PERSON
    assert [line.person_id for line in reading.names] == [cast.ada.pk]
    assert [said.kind for said in reading.said] == [ChipKind.NEED, ChipKind.PROMISE]
    assert reading.said[1].day == date(2026, 12, 4)


NASTY = [
    "<script>alert(1)</script> coffee with Ada",
    "Coffee with Ada " + "and so on " * 20_000,
    "قهوة مع نور اليوم",
    "Tea with 🦊 Fox 🦊 and Ada",
    "'; DROP TABLE records_person; -- with Ada",
    "Coffee with {{ Ada }} {% load x %}",
    "with " * 2_000,
    "Ada, " * 900,
]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_whatever_is_typed_is_read_and_none_of_it_is_lost(viewer, cast, text):
    reading = read(viewer, text, TODAY)

    assert reading.text == text.strip()


def test_a_new_name_and_a_changed_one_are_known_at_once(viewer, cast):
    assert read(viewer, "Lunch with Zora", TODAY).names[0].is_new

    added = add_person(viewer, "Zora Neumann")
    assert read(viewer, "Lunch with Zora", TODAY).names[0].person_id == added.id
    renamed = rename_person(viewer, added.id, "Quill Neumann")
    assert read(viewer, "Lunch with Zora", TODAY).names[0].is_new
    assert read(viewer, "Lunch with Quill", TODAY).names[0].person_id == added.id
    undo(viewer, renamed.pk)
    assert read(viewer, "Lunch with Zora", TODAY).names[0].person_id == added.id
    trash_person(viewer, added.id)
    assert read(viewer, "Lunch with Zora", TODAY).names[0].is_new


def test_somebody_who_came_past_the_index_is_not_taken_for_new(viewer, cast):
    read(viewer, "Lunch with Zora Neumann", TODAY)

    with scope_of(viewer):
        zora = Person.objects.create(name="Zora Neumann", sort_name="zora neumann")

    assert read(viewer, "Lunch with Zora Neumann", TODAY).names[0].person_id == zora.pk


def test_nobody_of_another_network_is_meant(viewer, cast, dee):
    [line] = read(viewer, "Lunch with Dee Marchetti", TODAY).names

    assert (line.is_new, line.choices) == (True, ())


def test_a_reading_costs_as_many_statements_with_twenty_people_as_with_ten(viewer, crowd):
    def cost():
        read(viewer, "Lunch with Ana and Bna", TODAY)
        return statements(lambda: read(viewer, "Lunch with Ana and Bna, Ana needs a plumber", TODAY))

    crowd(10)
    ten = cost()
    crowd(10)

    assert cost() == ten <= 6


def test_a_hundred_names_that_fit_many_are_read(viewer):
    for number in range(24):
        for given in ("Ivo", "Ada", "Bo", "Cy", "Eve", "Fay", "Gus", "Hal", "Ida", "Jo"):
            with scope_of(viewer):
                name = f"{given} Brandt{chr(65 + number)}"
                Person.objects.create(name=name, given=given, sort_name=name.lower())

    reading = read(viewer, "Dinner with Ivo, Ada, Bo, Cy, Eve, Fay, Gus, Hal, Ida and Jo", TODAY)

    assert len(reading.names) == 10
    assert all(line.is_undecided and len(line.choices) == 12 for line in reading.names)


def test_more_than_can_be_shown_stays_in_the_note(viewer, cast):
    names = ", ".join(f"{chr(65 + number % 26)}{chr(97 + number // 26)}bel" for number in range(120))

    reading = read(viewer, f"Party with {names}. " + "Ada needs a van. " * 80, TODAY)

    assert (len(reading.names), len(reading.said), reading.is_cut) == (50, 50, True)


def test_a_new_name_typed_small_gets_its_capitals(viewer):
    [line] = read(viewer, "lunch with zora", TODAY).names

    assert (line.written, line.name) == ("zora", "Zora")


def test_the_closest_who_fits_is_offered_first(viewer):
    far = settle(viewer, someone(viewer, "Ivo Brandt", "ivo@brandt.example"))
    near = someone(viewer, "Ivo Castell", "ivo@castell.example")
    letters(viewer, near, range(2, 100, 7))
    settle(viewer, near)

    [line] = read(viewer, "Lunch with Ivo", TODAY).names

    assert [choice.value for choice in line.choices] == [str(near.pk), str(far.pk)]
