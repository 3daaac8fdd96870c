"""Needs and offers told in letters: what is found, in which few words, and what only looks like one."""

from pathlib import Path

import pytest

from amity.judgement.found_needs import LONGEST_WHAT, HelpKind, find_help, may_tell_help
from bench.needs import precision_and_recall, read_own

TOLD = [
    ("I am looking for two honest readers.", HelpKind.NEED, "two honest readers"),
    ("We need a plumber who comes on Saturdays, but not soon.", HelpKind.NEED, "a plumber who comes on Saturdays"),
    ("Do you happen to know anyone who repairs accordions?", HelpKind.NEED, "anyone who repairs accordions"),
    ("We need it tuned before the carol evening.", HelpKind.NEED, "We need it tuned before the carol evening"),
    ("I’d love a second opinion on the roof!", HelpKind.NEED, "a second opinion on the roof"),
    ("Our choir is looking for a tenor.", HelpKind.NEED, "a tenor"),
    ("I've got two tickets going spare for Friday.", HelpKind.OFFER, "two tickets going spare for Friday"),
    ("You may borrow the van any time.", HelpKind.OFFER, "You may borrow the van any time"),
    ("We take commissions again.", HelpKind.OFFER, "take commissions again"),
]
NOT_TOLD = [
    "How are you?",
    "Could you send me the minutes?",
    "Are you looking for a flat?",
    "I need you to sign the form by Friday.",
    "I need a holiday!",
    "If I need a lawyer I shall ring your brother.",
    "She said: I need a new hip.",
    "I no longer need the tent.",
    "If you have any questions, we're happy to help you.",
    "We have rooms to let at £90, book now.",
    "Everything you can borrow is gone.",
]


@pytest.mark.parametrize(("said", "kind", "what"), TOLD)
def test_a_need_or_an_offer_is_found_in_few_words(said, kind, what):
    (found,) = find_help(said)

    assert (found.kind, found.what) == (kind, what)
    assert found.reason
    assert 0 <= found.start < found.end <= len(said)


@pytest.mark.parametrize("said", NOT_TOLD)
def test_questions_pleas_moods_and_shop_windows_tell_nothing(said):
    assert find_help(said) == []


def test_the_phrase_is_marked_where_it_stands_in_a_longer_letter():
    text = "Dear Robin,\n\nThe moor is dry. So I am looking for work, in learning or near it. Love, Ada"

    (found,) = find_help(text)

    assert text[found.start : found.end] == "I am looking for work, in learning or near it"


def test_a_letter_without_a_telling_word_is_put_down_at_once():
    assert not may_tell_help("The bees are well.")
    assert may_tell_help("I am looking for work.")


def test_a_long_need_is_cut_between_words():
    (found,) = find_help("I need somebody who " + "sings and " * 30 + "dances.")

    assert len(found.what) <= LONGEST_WHAT
    assert found.what.endswith(("sings", "and"))


@pytest.mark.parametrize("kind", ["need", "offer"])
def test_at_least_eight_in_ten_are_right_on_the_sentences_kept_apart(kind):
    lines = [line for line in read_own(Path(__file__).parents[2] / "bench/data/needs-own.tsv") if line.half == "test"]

    precision, recall = precision_and_recall(lines, kind)

    assert precision >= 0.8
    assert recall >= 0.7
