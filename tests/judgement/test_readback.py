"""The words in which a captured sentence is read back."""

from datetime import date

import pytest

from amity.judgement.capture import LifeEvent
from amity.judgement.readback import (
    ChipKind,
    Happened,
    choice_words,
    day_words,
    event_day,
    event_label,
    happened_parts,
    keep_words,
    kept_words,
    left_over,
    read_words,
    said_parts,
    sentence_around,
)
from amity.judgement.vocabulary import Channel

ON = date(2026, 11, 25)


def marked(parts):
    return "".join(f"[{words}]" if is_marked else words for words, is_marked in parts)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 17), "Tuesday 17 November"),
        (date(2026, 12, 24), "Thursday 24 December"),
        (date(2025, 12, 24), "Wednesday 24 December 2025"),
        (date(2028, 2, 29), "Tuesday 29 February 2028"),
    ],
)
def test_a_day_is_told_so_that_it_can_be_checked(day, words):
    assert day_words(day, ON) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            Happened(Channel.IN_PERSON, "coffee", date(2026, 11, 24), 45, True),
            "[Coffee] in person, [Tuesday 24 November], [45 minutes]",
        ),
        (Happened(Channel.IN_PERSON, "in person", ON, None, True), "[In person], [Wednesday 25 November]"),
        (Happened(Channel.IN_PERSON, "", ON, None, False), "In person, today, Wednesday 25 November"),
        (Happened(Channel.CALL, "rang", ON, 1, True), "[By phone], [Wednesday 25 November], [one minute]"),
        (Happened(Channel.NOTE, "", ON, None, False), "Only a note for you, today, Wednesday 25 November"),
        (Happened(Channel.LETTER, "card", date(2026, 11, 20), None, False), "[A letter or a card], Friday 20 November"),
    ],
)
def test_how_it_happened_is_told_with_the_words_that_say_so(told, words):
    assert marked(happened_parts(told, ON)) == words


def test_a_promise_says_by_when_and_a_fact_on_which_day():
    day = date(2026, 11, 27)

    assert marked(said_parts("send the number", day, ON, is_promise=True)) == "Send the number by [Friday 27 November]"
    assert marked(said_parts("has an exam", day, ON, is_promise=False)) == "Has an exam, [Friday 27 November]"
    assert marked(said_parts("a plumber", None, ON, is_promise=False)) == "A plumber"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("has an interview on Friday", date(2026, 11, 27)),
        ("her daughter was born on 3 November", date(2026, 11, 3)),
        ("se muda el 12 de diciembre", date(2026, 12, 12)),
        ("her dog Rex is home", None),
    ],
)
def test_the_day_of_an_event_lies_where_its_verb_puts_it(words, day):
    assert event_day(words, ON, "en") == day


def test_an_event_of_a_life_stands_under_its_name():
    assert (event_label(LifeEvent.NEW_BABY), event_label(None)) == ("New baby", "")


@pytest.mark.parametrize(
    ("work", "place", "days", "last_on", "words"),
    [
        ("Potter", "Leeds", 9, date(2026, 10, 2), "Leeds, in touch 8 weeks ago"),
        ("Potter", "", 1, date(2022, 3, 1), "Potter, in touch once, in 2022"),
        ("", "", 9, date(2026, 11, 24), "in touch yesterday"),
        ("", "Hull", 0, None, "Hull"),
        ("", "", 0, None, "nothing recorded yet"),
        ("Runs the bookings of forty village halls and churches", "", 0, None, "Runs the bookings of forty village…"),
    ],
)
def test_a_choice_is_told_from_others_of_its_name(work, place, days, last_on, words):
    assert choice_words(work, place, days, last_on, ON) == words


def test_the_evidence_is_the_sentence_alone_with_its_mark():
    text = "Coffee with Ada. I'll send her the number by Friday. She was tired."
    start = text.index("I'll")

    sentence, (first, last) = sentence_around(text, start, start + 24)

    assert sentence == "I'll send her the number by Friday."
    assert sentence[first:last] == "I'll send her the number"


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("with … am", ""),
        ("with … on 31 February", "on 31 February"),
        ("", ""),
        ("The sky is blue", "The sky is blue"),
    ],
)
def test_scraps_are_not_worth_telling(rest, words):
    assert left_over(rest) == words


@pytest.mark.parametrize(
    ("things", "words"), [(1, "Keep"), (2, "Keep both"), (4, "Keep all four"), (14, "Keep all 14")]
)
def test_the_button_counts_what_it_keeps(things, words):
    assert keep_words(things) == words


def test_what_was_kept_is_one_sentence():
    kinds = [ChipKind.PROMISE, ChipKind.FACT, ChipKind.FACT]

    assert kept_words(Channel.IN_PERSON, "Ilse", kinds) == (
        "Kept a meeting with Ilse, two things to remember and one promise."
    )
    assert kept_words(Channel.NOTE, "Ilse", []) == "Kept a note about Ilse."


def test_what_was_read_is_told_for_ears():
    parts = [("In person", False), (", today", False)]

    assert (
        read_words(parts, ["Ilse", "Bo"], [ChipKind.NEED]) == "Read as: In person, today, with Ilse and Bo; one need."
    )
    assert read_words(parts, [], []) == "Read as: In person, today."
