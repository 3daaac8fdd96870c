"""A later message that does what was promised: words of it, words of handing over, and not too long after."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from amity.judgement.kept_signs import KEPT_WITHIN, kept_words, later, owed
from bench.kept import read_pairs

SAID = date(2026, 5, 5)

KEPT = [
    ("send the spine sketch", "Re: Spine", "Here is the spine sketch, with the fin."),
    ("read her letter", "Your letter, read", "Late, forgive me. It is good."),
    ("send three grids", "Three grids", "Three grids, as promised, a week early for once."),
    ("drop soup round", "", "Left soup at hers, stayed for half an hour."),
    ("mend the lamp for her", "", "The lamp is mended and works."),
    ("pay them back", "", "Just paid you back."),
    ("introduce them to Priti", "Introduction: Priti and you", "Priti, meet a friend of mine."),
    ("put them in touch with Karim", "", "Karim, this is Lea, of whom I told you."),
    ("find out when the market opens", "", "The market opens at seven."),
    ("try to find the address", "", "Found the address, it is 12 Mill Lane."),
]
NOT_KEPT = [
    ("send the spine sketch", "Spine", "I will send the sketch on Friday."),
    ("send the spine sketch", "", "Here is the poster for Friday."),
    ("read her letter", "", "I have not read your letter yet, forgive me."),
    ("bring the drill back", "", "Sorry, still have your drill."),
    ("send the photos", "", "Could you send me the photos you took?"),
    ("mend the lamp", "", "Did the lamp ever work?"),
    ("make a list of plumbers", "", "As said, we leave at nine on Sunday."),
    ("find out when the market opens", "", "The market was full of plums."),
]


@pytest.mark.parametrize(("what", "subject", "text"), KEPT)
def test_a_message_that_does_what_was_promised_gives_the_words_that_show_it(what, subject, text):
    message = later(subject, text, SAID + timedelta(days=3))

    words = kept_words(owed(what, SAID), message)

    assert words
    assert words in (subject, *(f"{each}." for each in text.rstrip(".").split(". ")))


@pytest.mark.parametrize(("what", "subject", "text"), NOT_KEPT)
def test_one_that_puts_it_off_asks_for_it_or_speaks_of_something_else_does_not(what, subject, text):
    assert kept_words(owed(what, SAID), later(subject, text, SAID + timedelta(days=3))) == ""


@pytest.mark.parametrize(("days", "is_asked"), [(-1, False), (0, True), (KEPT_WITHIN.days, True), (200, False)])
def test_only_what_comes_within_months_of_the_promise_may_keep_it(days, is_asked):
    message = later("", "Here is the recipe.", SAID + timedelta(days=days))

    assert bool(kept_words(owed("send the recipe", SAID), message)) is is_asked


def test_a_day_far_ahead_moves_the_months_along():
    promise = owed("send the recipe", SAID, SAID + timedelta(days=150))

    assert kept_words(promise, later("", "Here is the recipe.", SAID + timedelta(days=200)))


def test_at_least_eight_in_ten_are_right_on_the_pairs_kept_apart():
    pairs = [pair for pair in read_pairs(Path(__file__).parents[2] / "bench/data/kept-own.tsv") if pair.half == "test"]

    asked = [pair for pair in pairs if pair.is_asked]

    assert sum(pair.is_kept for pair in asked) >= 0.8 * len(asked)
    assert sum(pair.is_kept for pair in asked) >= 0.7 * sum(pair.is_kept for pair in pairs)
