import re
from itertools import product

import pytest

from amity.judgement.capacity import Paced, capacity
from amity.judgement.reach_out import Candidate, reach_out
from amity.judgement.rhythm import PriorMean, RhythmBy
from amity.judgement.ties import Wishes, judge_tie
from amity.judgement.why import closeness_words, how_rare, why
from amity.judgement.wording import headline, rhythm_words

BANNED = re.compile(
    r"\b(overdue|lead|leads|prospect\w*|scor\w+|taker\w*|neglect\w*|weak|fail\w*|miss(ed|ing)|guilt\w*|owe\w*|debt\w*|"
    r"ignor\w+|forgot\w*|late|should|must|user|selfish|rank\w*)\b|[!%]",
    re.IGNORECASE,
)


def test_the_margin_says_the_reason_and_how_rare_it_is(every, today):
    tie = judge_tie(every(42, times=10, last=190, channel="in_person"), prior=PriorMean(), today=today)

    assert why(tie, today).margin == (
        "In touch ten times since May 2025, in person, about six weeks apart.",
        "For the two of you a silence this long is rare, about 1 in 45.",
    )


def test_a_letter_and_its_answer_are_one_time_in_touch_and_never_told_as_one_letter(every, today):
    letters = every(42, times=10, last=190)
    answers = every(42, times=10, last=189)

    assert why(judge_tie([*letters, *answers], prior=PriorMean(), today=today), today).margin[0] == (
        "In touch ten times since May 2025, in writing, about six weeks apart."
    )


def test_the_owners_word_is_said_before_the_formula(every, today):
    tie = judge_tie(every(42, times=10, last=17), prior=PriorMean(), today=today, wishes=Wishes(set_days=7))

    assert why(tie, today).margin[1] == "You set “weekly”, and that is what counts."


@pytest.mark.parametrize(
    ("freshness", "words"),
    [
        (0.2, "less than 1 in 100"),
        (1.0, "about 1 in 100"),
        (3.3, "about 1 in 30"),
        (10, "about 1 in 10"),
        (18, "about 1 in 6"),
    ],
)
def test_a_freshness_is_said_as_odds_and_never_as_a_number_of_points(freshness, words):
    assert how_rare(freshness) == words


@pytest.mark.parametrize(
    ("days", "times", "words"),
    [(7, 50, "a close tie"), (91, 12, "a steady tie"), (365, 6, "a light tie"), (14, 2, "not enough recorded")],
)
def test_strength_is_said_in_words(every, today, days, times, words):
    assert closeness_words(judge_tie(every(days, times=times), prior=PriorMean(), today=today)) == words


def every_sentence(every, contact, today) -> list[str]:
    """All that is said about ties of many kinds: old, new, one-sided, quiet, paused, set by owner or circle."""
    wishes = [Wishes(), Wishes(set_days=7), Wishes(set_days=90, set_by=RhythmBy.CIRCLE), Wishes(never=True)]
    histories = [
        every(days, times=n, last=last) for days, n, last in product((2, 14, 90), (1, 3, 12), (0, 30, 200, 2000))
    ]
    histories += [
        [],
        [contact(40 + 20 * n) for n in range(12)],
        [contact(40 + 20 * n, "in", "call") for n in range(12)],
    ]
    ties = [judge_tie(h, prior=PriorMean(), today=today, wishes=w) for h, w in product(histories, wishes)]
    said = [s for tie in ties for s in (*why(tie, today).margin, *why(tie, today).working, headline(tie, today))]
    said += [rhythm_words(tie) for tie in ties] + [closeness_words(tie) for tie in ties]
    said += [s.sentence for s in reach_out([Candidate(n, t) for n, t in enumerate(ties)], today, 60)]
    said.append(capacity([Paced(n, 7.0, float(n)) for n in range(40)]).sentence)
    return said


def test_nothing_that_is_said_shames_or_labels_anybody(every, contact, today):
    said = every_sentence(every, contact, today)

    assert len(set(said)) > 60
    assert [sentence for sentence in said if BANNED.search(sentence)] == []


def test_every_sentence_of_the_reasons_is_one(every, contact, today):
    reasons = why(judge_tie(every(14, times=9, last=30), prior=PriorMean(), today=today), today)

    assert all(re.fullmatch(r"[A-Z0-9].*\.", sentence) for sentence in (*reasons.margin, *reasons.working))
