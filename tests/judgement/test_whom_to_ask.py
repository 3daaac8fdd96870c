"""Whom to ask how one can help: for a reason, in order, and never a child or a mourner."""

from datetime import timedelta

import pytest

from amity.judgement.life_events import Happened
from amity.judgement.whom_to_ask import Because, Circumstances, OpenNeed, asking_of, may_help_others, whom_to_ask
from tests.conftest import TODAY


def before(days):
    return TODAY - timedelta(days=days)


def event(label, days, text="Something happened"):
    return Happened(text, label, before(days), "your note")


def need(days, what="a lift on Tuesdays"):
    return OpenNeed(what, what, before(days))


def of(person="ada", **known):
    return Circumstances(person, **known)


@pytest.mark.parametrize(
    ("known", "because"),
    [
        (of(happened=[event("new baby", 50)]), Because.HANDS_FULL),
        (of(happened=[event("new baby", 91)]), None),
        (of(happened=[event("new baby", 50)], answered_on=before(49)), None),
        (of(happened=[event("new baby", 50)], answered_on=before(51)), Because.HANDS_FULL),
        (of(happened=[event("new job", 30)]), Because.LIFE),
        (of(happened=[event("new baby", -3)]), None),  # still to come
        (of(needs=[need(21)]), Because.NEED),
        (of(needs=[need(6)]), None),  # just heard of
        (of(needs=[need(181)]), None),  # gone stale
        (of(needs=[need(21)], answered_on=before(21)), None),
        (of(happened=[event("looking for work", 56)], needs=[need(21)], answered_on=before(50)), Because.HANDS_FULL),
        (of(happened=[event("new job", 56)], needs=[need(21)]), Because.NEED),
        (of(asked_on=before(184), answered_on=before(184)), Because.LONG_SINCE),
        (of(asked_on=before(183), answered_on=before(183)), None),
        (of(), None),
    ],
)
def test_somebody_is_asked_for_a_reason(known, because):
    asking = asking_of(known, TODAY)

    assert (asking and asking.because) is because


@pytest.mark.parametrize(
    "left_alone",
    [{"is_child": True}, {"never": True}, {"asleep_until": TODAY + timedelta(days=1)}],
    ids=["a child", "left out", "put off"],
)
def test_some_are_left_alone_whatever_happened(left_alone):
    assert asking_of(of(happened=[event("ill", 3)], needs=[need(20)], **left_alone), TODAY) is None


def test_who_was_put_off_until_today_is_awake():
    assert asking_of(of(happened=[event("ill", 3)], asleep_until=TODAY), TODAY)


def test_who_lost_somebody_gets_a_line_and_is_asked_nothing():
    asking = asking_of(of(happened=[event("bereaved", 20)], needs=[need(20)]), TODAY)

    assert asking.line_only
    assert asking.need is None
    assert not may_help_others(asking)


@pytest.mark.parametrize("days", [91, 200, 365])
def test_for_a_year_nothing_else_is_asked_of_them_either(days):
    mourning = of(happened=[event("bereaved", days)], needs=[need(20)], asked_on=before(300))

    assert asking_of(mourning, TODAY) is None


def test_it_began_when_it_happened_and_the_newest_need_is_spoken_of():
    asking = asking_of(of(happened=[event("ill", 40)], needs=[need(30, "a lift"), need(9, "soup")]), TODAY)

    assert asking.since_on == before(40)
    assert asking.need.what == "soup"


def test_first_who_has_their_hands_full_then_needs_then_news_then_long_ago():
    known = [
        of("long", asked_on=before(300)),
        of("news", happened=[event("new job", 10)]),
        of("need", needs=[need(8)]),
        of("full", happened=[event("new baby", 80)]),
    ]

    assert [asking.of.person for asking in whom_to_ask(known, TODAY, 9)] == ["full", "need", "news", "long"]


def test_among_equals_what_was_heard_last_comes_first_then_who_is_nearer():
    known = [
        of("earlier", needs=[need(30)], strength=90),
        of("far", needs=[need(9)], strength=10),
        of("near", needs=[need(9)], strength=50),
    ]

    assert [asking.of.person for asking in whom_to_ask(known, TODAY, 2)] == ["near", "far"]


def test_of_those_asked_long_ago_who_waited_longest_comes_first():
    known = [of("later", asked_on=before(200)), of("sooner", asked_on=before(900))]

    assert [asking.of.person for asking in whom_to_ask(known, TODAY, 2)] == ["sooner", "later"]


@pytest.mark.parametrize(
    ("label", "may"), [("looking for work", True), ("new baby", False), ("ill", False), ("moved", True)]
)
def test_nobody_with_their_hands_full_is_thought_of_for_others_but_who_looks_for_work(label, may):
    assert may_help_others(asking_of(of(happened=[event(label, 9)]), TODAY)) is may
