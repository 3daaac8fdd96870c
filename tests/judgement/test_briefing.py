from datetime import timedelta

import pytest

from amity.judgement.briefing import LifeEvent, ahead_of, questions
from amity.judgement.pronouns import spoken

HE, THEY = spoken("he/him"), spoken("")


def event(today, text, on=None, noted=None, label=""):
    def day(off):
        return None if off is None else today + timedelta(days=off)

    return LifeEvent(text, label, day(on), day(noted))


@pytest.mark.parametrize(
    ("text", "on", "noted", "label", "question"),
    [
        ("Zosia’s interview", 5, -30, "", "Zosia’s interview, on Saturday. How does it look?"),
        ("the scan", 0, -5, "", "The scan, today. How does it look?"),
        ("Zosia’s interview", -3, -30, "", "How did it go: Zosia’s interview?"),
        ("The baby came.", -50, -50, "new baby", "The baby came. How is he now?"),
        ("Firm closed; tell nobody", -50, -50, "", "Firm closed. How is he now?"),
        ("New knee", None, -14, "health", "New knee. How is he now?"),
        (
            "Piet died",
            None,
            -135,
            "Bereaved",
            "Piet died. A line that you think of him is enough.",
        ),
    ],
)
def test_a_friend_asks_about_what_is_ahead_and_what_has_just_been(today, text, on, noted, label, question):
    assert questions([event(today, text, on, noted, label)], HE, today) == (question,)


@pytest.mark.parametrize(("on", "noted"), [(61, -3), (-200, -220), (None, -200), (None, None)])
def test_what_is_far_off_or_long_over_is_not_asked_about(today, on, noted):
    assert questions([event(today, "A move", on, noted)], HE, today) == ()


def test_what_is_ahead_is_asked_before_what_has_been_and_no_more_than_four(today):
    events = [event(today, f"Event {off}", off, off) for off in (-1, -9, 3, -20, 8, -30)]

    asked = questions(events, THEY, today)

    assert [question.split(". How")[0].split(",")[0] for question in asked] == [
        "Event 3",
        "Event 8",
        "Event -1",
        "Event -9",
    ]


def test_what_is_ahead_stands_in_the_order_of_its_days(today):
    events = [event(today, text, on) for text, on in (("c", 60), ("a", 0), ("gone", -1), ("far", 61), ("b", 4))]

    assert [one.text for one in ahead_of(events, today)] == ["a", "b", "c"]
