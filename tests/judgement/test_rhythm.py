from datetime import timedelta
from math import exp, log

import pytest

from amity.judgement.rhythm import PriorMean, finished_gaps, learn, nearest_step, prior_over


@pytest.mark.parametrize(
    ("ago", "gaps"),
    [([], []), ([5], []), ([8, 5, 2], []), ([9, 5], [4]), ([60, 58, 30, 2, 1], [28, 28]), ([20, 17, 14, 0], [14])],
)
def test_days_at_most_three_apart_are_one_time_in_touch(today, ago, gaps):
    assert finished_gaps([today - timedelta(days=days) for days in ago]) == gaps


def test_before_anything_is_known_a_rhythm_is_two_months():
    rhythm = learn([], PriorMean())

    assert rhythm.days == pytest.approx(62.5)
    assert not rhythm.known


def test_the_posterior_is_the_closed_form_of_the_normal_inverse_gamma():
    gaps, prior = [10, 20, 40], PriorMean(total=6.0, count=2)
    start = (5 * log(60) + 6.0) / 7
    logs = [log(g - 2.5) for g in gaps]
    own = sum(logs) / 3
    b = 3 + sum((y - own) ** 2 for y in logs) / 2 + 2 * 3 * (own - start) ** 2 / (2 * 5)

    rhythm = learn(gaps, prior)

    assert rhythm.middle == pytest.approx((2 * start + sum(logs)) / 5)
    assert rhythm.scale**2 == pytest.approx(b * (5 + 1) / (4.5 * 5))
    assert rhythm.degrees == 9
    assert rhythm.mean_gap == pytest.approx(70 / 3)


def test_many_gaps_of_a_month_are_a_monthly_rhythm_whatever_the_others_do():
    assert learn([30] * 200, PriorMean(total=200 * log(200), count=200)).days == pytest.approx(30, abs=1)


def test_few_gaps_lean_on_the_owners_other_ties():
    weekly_owner = prior_over([[7, 7, 7, 7]] * 50)

    assert weekly_owner.count == 200
    assert learn([30], weekly_owner).days < learn([30], PriorMean()).days


@pytest.mark.parametrize(("gaps", "known"), [([30, 30], False), ([30, 30, 30], True)])
def test_a_rhythm_is_known_from_four_times_in_touch(gaps, known):
    assert learn(gaps, PriorMean()).known is known


@pytest.mark.parametrize(
    ("days", "step"), [(3, 7), (8, 7), (10.5, 14), (21.1, 30), (39, 30), (43, 60), (75, 90), (5000, 365)]
)
def test_the_nearest_offered_step_is_near_by_proportion(days, step):
    assert nearest_step(days) == step


def test_the_prior_of_nothing_is_sixty_days():
    assert exp(prior_over([]).value) == pytest.approx(60)
