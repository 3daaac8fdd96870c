from datetime import timedelta

import pytest

from amity.judgement.rhythm import PriorMean, RhythmBy
from amity.judgement.ties import Wishes, judge_tie
from amity.judgement.vocabulary import Channel
from amity.judgement.wording import count, headline, listed, quiet_for, rhythm_words, usually


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days"),
        (17, "17 days"),
        (27, "27 days"),
        (28, "4 weeks"),
        (70, "10 weeks"),
        (92, "3 months"),
        (156, "5 months"),
        (425, "14 months"),
        (729, "24 months"),
        (730, "2 years"),
        (1094, "3 years"),
    ],
)
def test_a_silence_is_said_in_its_natural_unit(today, days, words):
    assert quiet_for(today - timedelta(days=days), today) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "daily"),
        (3.4, "3 days"),
        (7, "weekly"),
        (8.2, "weekly"),
        (10, "10 days"),
        (14, "fortnightly"),
        (21.3, "3 weeks"),
        (30, "monthly"),
        (39, "6 weeks"),
        (75, "11 weeks"),
        (91, "3 months"),
        (180, "6 months"),
        (365, "yearly"),
        (1100, "3 years"),
    ],
)
def test_a_rhythm_is_said_as_people_say_it(days, words):
    assert usually(days) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no letters"), (1, "one letter"), (12, "twelve letters"), (13, "13 letters")]
)
def test_small_numbers_are_spelt(number, words):
    assert count(number, "letter") == words


def test_words_are_listed_with_an_and():
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]


def test_a_rhythm_is_said_with_its_evidence(every, today):
    tie = judge_tie(every(42, times=9, channel="in_person"), prior=PriorMean(), today=today)

    assert rhythm_words(tie) == "about every 6 weeks, from nine times in touch"


@pytest.mark.parametrize(
    ("last", "wishes", "channel", "words"),
    [
        (160, Wishes(), None, "Quiet for 5 months, usually 6 weeks"),
        (17, Wishes(), Channel.CALL, "17 days since a call, usually 6 weeks"),
        (17, Wishes(set_days=7), Channel.CALL, "17 days since a call, you set weekly"),
        (
            17,
            Wishes(set_days=7, set_by=RhythmBy.CIRCLE),
            None,
            "17 days since you were in touch, set for the circle: weekly",
        ),
        (1, Wishes(), None, "In touch yesterday"),
        (1500, Wishes(), None, "An old tie, 4 years since you were in touch"),
    ],
)
def test_the_headline_says_how_long_and_what_is_usual(every, today, last, wishes, channel, words):
    tie = judge_tie(every(42, times=30, last=last), prior=PriorMean(), today=today, wishes=wishes)

    assert headline(tie, today, channel) == words


def test_with_too_little_recorded_nothing_is_claimed(contact, today):
    tie = judge_tie([contact(40)], prior=PriorMean(), today=today)

    assert headline(tie, today) == "6 weeks since you were in touch"
    assert rhythm_words(tie) == "not known yet"
