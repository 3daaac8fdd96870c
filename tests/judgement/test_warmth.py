from datetime import timedelta

import pytest

from amity.judgement.warmth import warmth


@pytest.mark.parametrize(("ago", "expected"), [(0, 1), (7, 1 / 2), (21, 1 / 4), (364, 1 / 53)])
def test_a_day_in_touch_warms_less_the_longer_it_is_ago(today, ago, expected):
    assert warmth([today - timedelta(days=ago)], today) == pytest.approx(expected)


def test_days_in_touch_add_up(today):
    assert warmth([today, today - timedelta(days=7)], today) == pytest.approx(1.5)
