"""When an offer or a fact comes close enough to a need to be named."""

import pytest

from amity.judgement.matching import (
    closeness,
    could_help,
    marked,
    match_words,
    searched_for,
    stems,
    worth_naming,
)

RARITY = {"notary": 0.9, "barn": 0.4, "upright": 0.4, "tune": 0.4}


def rarity(word):
    return RARITY.get(word.lower(), 0.0)


@pytest.mark.parametrize(
    ("need", "other", "cosine", "is_enough"),
    [
        ("a lawyer for a rental dispute", "tenancy solicitor", 0.45, True),
        ("a lawyer for a rental dispute", "runs a bakery", 0.37, False),
        ("a notary for the house", "notary public", 0.30, True),  # by its rare word
        ("a notary for the house", "notary public", 0.19, False),  # the same word, but about something strange
        ("a house in Leeds", "the house of cards", 0.37, False),  # a common word adds nothing
    ],
)
def test_a_need_is_met_by_meaning_or_by_a_rare_word_of_both(need, other, cosine, is_enough):
    assert closeness(need, other, cosine, rarity).is_enough is is_enough


def test_a_rare_word_of_both_brings_them_closer():
    plain, shared = (closeness("a dry barn", other, 0.5, rarity) for other in ("a dry shed", "has a barn"))

    assert plain.value == 0.5
    assert shared.value == pytest.approx(0.54)
    assert shared.shared == ("barn",)


def test_nothing_is_closer_than_the_same_or_further_than_strange():
    assert closeness("notary", "notary", 0.99, rarity).value == 1
    assert closeness("a boat", "a wedding", -0.4, rarity).value == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("roofing", "roofer"), ("tune", "tunes"), ("wedding", "weddings"), ("adopted", "adopt"), ("Gärtner", "gartner")],
)
def test_words_meet_whatever_their_endings(one, other):
    assert stems(one).keys() == stems(other).keys()


def test_words_that_stand_in_every_need_are_none():
    assert stems("Someone who can help with the two of us, for my old …") == {}


def test_the_words_that_both_have_are_marked_where_they_stand():
    need = "Someone to tune the hall’s old upright"

    assert marked(need, "Keeps uprights in the hall, and tunes") == (
        ("Keeps ", False), ("uprights", True), (" in the ", False), ("hall", True), (", and ", False), ("tunes", True),
    )  # fmt: skip
    assert marked(need, "Sings") == (("Sings", False),)
    assert marked(need, "") == ()


@pytest.mark.parametrize(
    ("kind", "text", "helps"),
    [
        ("work", "Plumber in Meanwood", True),
        ("other", "Has a barn to let near Otley", True),
        ("cares_about", "hedgelaying, slide guitar", True),
        ("other", "Needs teaching notes for six titles", False),
        ("other", "Looking for a framer who uses no plastic", False),
        ("other", "She is fond of you", True),
        ("other", "You have her ladder", False),
        ("other", "Sucht eine Wohnung", False),
        ("life_event", "Opened a dye works", False),
        ("lives_in", "Otley", False),
        ("relation", "niece, nine years old", False),
    ],
)
def test_what_somebody_lacks_or_went_through_is_no_help(kind, text, helps):
    assert could_help(kind, text) is helps


def test_what_is_searched_for_is_spelt_as_it_was_written():
    assert searched_for("Ein Geschäft", lambda word: 1.0) == ("Geschäft",)


def test_only_rare_words_are_searched_for_the_rarest_first():
    assert searched_for("A notary with a barn and a house", rarity) == ("notar", "barn")


def test_at_most_five_are_named_and_none_far_behind_the_best():
    assert worth_naming([]) == 0
    assert worth_naming([0.8, 0.7, 0.6]) == 2
    assert worth_naming([0.5] * 9) == 5


@pytest.mark.parametrize(
    ("pronouns", "offered", "words"),
    [("he/him", True, "He offers it."), ("she/her", False, "You know it of her."), ("", True, "They offer it.")],
)
def test_a_match_says_where_it_comes_from(pronouns, offered, words):
    assert match_words(pronouns, offered=offered) == words
