from datetime import timedelta

import pytest

from amity.judgement.reach_out import Candidate, Reason, if_you_like, old_tie_of_the_week, reach_out
from amity.judgement.rhythm import PriorMean
from amity.judgement.ties import Wishes, judge_tie


@pytest.fixture
def tie(every, today):
    """tie("Bo", last=200) is a fortnightly tie, silent for 200 days."""

    def make(person, last, times=12, set_days=None, **asleep):
        wishes = Wishes(set_days=set_days, paused_until=asleep.get("asleep_until"), never=asleep.get("never", False))
        judged = judge_tie(every(14, times=times, last=last), prior=PriorMean(), today=today, wishes=wishes)
        return Candidate(person, judged, **asleep)

    return make


def people(suggestions):
    return [suggestion.person for suggestion in suggestions]


def test_the_quiet_come_first_by_closeness_then_what_was_wished_then_one_old_tie(tie, today):
    candidates = [
        tie("old", last=900),
        tie("wished", last=10, set_days=7),
        tie("near", last=120, times=30),
        tie("ordinary", last=3),
        tie("far", last=120),
    ]

    suggested = reach_out(candidates, today, 5)

    assert people(suggested) == ["near", "far", "wished", "old"]
    assert [s.why for s in suggested] == [Reason.QUIET, Reason.QUIET, Reason.WISHED, Reason.OLD_TIE]


def test_many_quiet_ties_still_leave_a_place_for_a_wish_and_for_an_old_tie(tie, today):
    quiet = [tie(f"quiet {n}", last=120) for n in range(20)]

    suggested = reach_out([*quiet, tie("wished", last=10, set_days=7), tie("old", last=900)], today, 4)

    assert people(suggested)[2:] == ["wished", "old"]
    assert len(suggested) == 4


@pytest.mark.parametrize("most", [0, 1, 2, 3])
def test_there_are_never_more_than_asked_for(tie, today, most):
    candidates = [tie(n, last=120) for n in range(5)] + [tie("old", last=900), tie("wished", last=10, set_days=7)]

    assert len(reach_out(candidates, today, most)) == most


def test_nobody_stands_there_twice(tie, today):
    assert people(reach_out([tie("Bo", last=120), tie("Bo", last=120)], today, 5)) == ["Bo"]


def test_the_owner_may_wait_or_never_be_asked(tie, today):
    tomorrow = today + timedelta(days=1)
    candidates = [
        tie("later", last=120, asleep_until=tomorrow),
        tie("never", last=120, never=True),
        tie("old, later", last=900, asleep_until=tomorrow),
        tie("old, never", last=900, never=True),
    ]

    assert reach_out(candidates, today, 5) == ()


def test_the_old_tie_stays_for_a_week_and_then_changes(today):
    names = [f"person {n}" for n in range(40)]
    monday = today - timedelta(days=today.weekday())

    this_week = {old_tie_of_the_week(names, monday + timedelta(days=n)) for n in range(7)}
    ten_weeks = {old_tie_of_the_week(names[::-1], monday + timedelta(weeks=n)) for n in range(10)}

    assert len(this_week) == 1
    assert this_week <= ten_weeks
    assert len(ten_weeks) >= 8


def test_an_old_tie_written_to_this_week_is_not_followed_by_another(tie, today):
    assert reach_out([tie("old", last=900)], today, 5, old_tie=False) == ()


def test_a_day_that_asks_for_nobody_offers_those_longer_silent_than_usual(tie, today):
    longer = tie("longer", last=25, times=30)
    others = [tie("ordinary", last=3), tie("asleep", last=25, asleep_until=today + timedelta(days=1))]

    offered = if_you_like([*others, longer], today)

    assert people(offered) == ["longer"]
    assert offered[0].why is Reason.IF_YOU_LIKE
    assert offered[0].sentence == "25 days since you were in touch, usually fortnightly. Only if you like."


def test_such_a_day_offers_three_people_at_most_the_nearest_first(tie, today):
    longer = [tie(f"longer {times}", last=28, times=times) for times in (20, 30, 22, 26)]

    assert people(if_you_like(longer, today)) == ["longer 30", "longer 26", "longer 22"]
