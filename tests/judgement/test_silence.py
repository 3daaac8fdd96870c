from datetime import timedelta

import pytest

from amity.judgement.rhythm import PriorMean, learn
from amity.judgement.silence import freshness, heard_anyway, turns

REGULAR = learn([14] * 12, PriorMean())
IRREGULAR = learn([5, 90, 8, 200, 30, 6], PriorMean())
NEW = learn([], PriorMean())


@pytest.mark.parametrize("rhythm", [REGULAR, IRREGULAR, NEW])
def test_freshness_only_falls_while_nothing_happens(rhythm):
    values = [freshness(rhythm, days) for days in range(800)]

    assert values[:4] == [100.0] * 4
    assert values == sorted(values, reverse=True)


def test_half_of_the_gaps_last_longer_than_the_usual_one():
    assert freshness(REGULAR, round(REGULAR.days)) == pytest.approx(50, abs=5)


@pytest.mark.parametrize("rhythm", [REGULAR, IRREGULAR, NEW])
def test_the_days_of_change_are_the_first_below_each_line(rhythm, today):
    when = turns(rhythm, today)
    longer, quiet = (when.longer_on - today).days, (when.quiet_on - today).days

    assert freshness(rhythm, longer) < 20 <= freshness(rhythm, longer - 1)
    assert freshness(rhythm, quiet) < 5 <= freshness(rhythm, quiet - 1)


@pytest.mark.parametrize(("gaps", "after"), [([14] * 12, 366), ([100] * 5, 801), ([], 366)])
def test_dormant_is_eight_usual_gaps_and_at_least_a_year(today, gaps, after):
    assert turns(learn(gaps, PriorMean()), today).dormant_on == today + timedelta(days=after)


def test_the_chance_to_hear_anyway_grows_with_the_days_given():
    chances = [heard_anyway(REGULAR, 10, days) for days in (0, 5, 30, 300)]

    assert chances[0] == 0
    assert chances == sorted(chances)
    assert chances[-1] > 0.99


def test_a_rhythm_of_decades_stays_within_the_calendar(today):
    assert turns(learn([9_000, 4, 9_000, 4], PriorMean()), today).quiet_on.year < 2200
