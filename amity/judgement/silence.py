"""Silence: how ordinary today's quiet is for the two of you, and on which days that will change."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, floor

from amity.judgement.rhythm import SAME_EPISODE_DAYS, SHIFT_DAYS, Rhythm, log_gap
from amity.judgement.student import exceeded_by, tail

LONGER_BELOW = 0.20  # of this tie's own gaps: one in five lasts longer than this
QUIET_BELOW = 0.05  # one in twenty
DORMANT_TIMES_MEAN, DORMANT_DAYS = 8, 365
MOST_DAYS = 36_500  # a century: a date beyond it says nothing and would leave the calendar


@dataclass(frozen=True, slots=True)
class Turns:
    """The days on which the state changes if nothing happens."""

    longer_on: date
    quiet_on: date
    dormant_on: date


def freshness(rhythm: Rhythm, silence_days: int) -> float:
    """0 to 100: the share of this tie's own gaps that last longer than this silence."""
    if silence_days <= SAME_EPISODE_DAYS:
        return 100.0
    return 100 * tail((log_gap(silence_days) - rhythm.middle) / rhythm.scale, rhythm.degrees)


def turns(rhythm: Rhythm, last_day: date) -> Turns:
    """When a silence that began on `last_day` becomes longer than usual, quiet, and dormant."""
    return Turns(
        longer_on=_later(last_day, _first_day_below(rhythm, LONGER_BELOW)),
        quiet_on=_later(last_day, _first_day_below(rhythm, QUIET_BELOW)),
        dormant_on=_later(last_day, floor(max(DORMANT_TIMES_MEAN * rhythm.mean_gap, DORMANT_DAYS)) + 1),
    )


def heard_anyway(rhythm: Rhythm, silence_days: int, within_days: int) -> float:
    """The chance, 0 to 1, that the silence ends by itself within some days more."""
    now = freshness(rhythm, silence_days)
    return 1 - freshness(rhythm, silence_days + within_days) / now if now else 0.0


def _first_day_below(rhythm: Rhythm, share: float) -> int:
    """The first whole day of silence with a freshness under `share`."""
    log_days = rhythm.middle + exceeded_by(share, rhythm.degrees) * rhythm.scale
    if log_days > 10.5:  # e^10.5 days is a century
        return MOST_DAYS
    return max(floor(SHIFT_DAYS + exp(log_days)) + 1, SAME_EPISODE_DAYS + 1)


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, MOST_DAYS))
