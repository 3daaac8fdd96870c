from datetime import date

import pytest

from amity.judgement.fitting import WORDS, Fitting, draft, fitting, takes_minutes

SAID = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("what", "act"),
    [
        ("Send the letting agent’s number", Fitting.SEND),
        ("send you the deck", Fitting.SEND),
        ("E-mail the photographs", Fitting.SEND),
        ("dig out the framer’s card", Fitting.SEND),
        ("give you her number", Fitting.SEND),
        ("introduce you to Ana", Fitting.INTRODUCE),
        ("put her in touch with Bo", Fitting.INTRODUCE),
        ("get you two together with Bo", Fitting.INTRODUCE),
        ("get back to you", Fitting.WRITE),
        ("let you know", Fitting.WRITE),
        ("be in touch", Fitting.WRITE),
        ("Ask Ana about the flat", Fitting.WRITE),
        ("call her back", Fitting.CALL),
        ("ring", Fitting.CALL),
        ("call the landlord", None),
        ("ask the choir", None),
        ("give you a hand", None),
        ("get the boiler fixed", None),
        ("look into it", None),
        ("Bring back the ladder", None),
        ("Read the first two chapters", None),
        ("Drive him to the scan", None),
        ("🎸", None),
        ("", None),
        ("أرسل الصور", None),
        ("<b>send</b>", None),
    ],
)
def test_the_act_fits_the_words(what, act):
    assert fitting(what, "Ana") is act


def test_every_act_has_words():
    assert set(WORDS) == set(Fitting)


@pytest.mark.parametrize(
    ("what", "minutes"),
    [
        ("Send the number", 2),
        ("get back to you", 5),
        ("put her in touch with Bo", 10),
        ("Bring back the ladder", 20),
        ("Read the first two chapters", 45),
        ("Drive him to the scan", 60),
        ("Think of a name", 15),
        ("", 15),
    ],
)
def test_how_long_it_takes_is_guessed_from_the_verb(what, minutes):
    assert takes_minutes(what) == minutes


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("Send the agent’s number.", "Hello Ana,\n\nI said I would send the agent’s number.\n\n"),
        ("send you the deck", "Hello Ana,\n\nI said I would send you the deck.\n\n"),
        ("DHL the parcel", "Hello Ana,\n\nI said I would DHL the parcel.\n\n"),
        ("Send her the deck", "Hello Ana,\n\nI promised you something on 2 November.\n\n"),
        ("Read their letter", "Hello Ana,\n\nI promised you something on 2 November.\n\n"),
        ("Send Ana the deck", "Hello Ana,\n\nI promised you something on 2 November.\n\n"),
    ],
)
def test_a_letter_never_speaks_of_its_reader_as_of_somebody_else(today, what, body):
    assert draft(what, "Ana", SAID, None, today).body == body


def test_a_letter_on_the_day_is_in_time(today):
    assert "later" not in draft("Send the deck", "Ana", SAID, today, today).body


def test_a_letter_after_the_day_says_that_it_is_late(today):
    letter = draft("Send the deck", "Ana", SAID, date(2026, 11, 9), today)

    assert letter.body == "Hello Ana,\n\nI said I would send the deck. It comes later than I said.\n\n"


def test_a_letter_to_somebody_without_a_name_begins_at_once(today):
    assert draft("Send her the deck", "", None, None, today).body == "I promised you something.\n\n"
