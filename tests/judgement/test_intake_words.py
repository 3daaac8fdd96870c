"""What is said of an intake while it is read and when it is done."""

from datetime import date

import pytest

from amity.judgement.intake_words import NOW_ON, now_on, reading_words

MARCH = date(2019, 3, 14)


@pytest.mark.parametrize(
    ("found", "cards", "fraction", "day", "said"),
    [
        (0, 0, 0.0, None, "Just begun"),
        (38_560, 0, 0.632, MARCH, "38,560 of about 61,000 letters, now in March 2019"),
        (900, 0, 0.01, MARCH, "900 letters so far, now in March 2019"),
        (7, 0, 0.01, None, "seven letters so far"),
        (0, 412, 1.0, None, "412 cards so far"),
    ],
)
def test_the_sentence_says_how_far_it_came_and_where_in_the_past_it_is(found, cards, fraction, day, said):
    assert reading_words(found, cards, fraction, day) == said


@pytest.mark.parametrize(("options", "day"), [({}, None), ({NOW_ON: "2019-03-14"}, MARCH)])
def test_where_it_is_stands_beside_the_counts(options, day):
    assert now_on(options) == day
