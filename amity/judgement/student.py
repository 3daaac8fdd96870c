"""Student's t distribution: the upper tail and its inverse, fast enough for every tie of a large network."""

from functools import lru_cache
from math import exp, lgamma, log, pi, sqrt

_TINY = 1e-300
_PRECISE = 1e-14
_MOST_STEPS = 300
_MOST_NEWTON_STEPS = 60


def tail(t: float, degrees: int) -> float:
    """P(T > t) with `degrees` of freedom, through the incomplete beta function."""
    half = _incomplete_beta(degrees / 2, 0.5, degrees / (degrees + t * t)) / 2
    return half if t >= 0 else 1 - half


@lru_cache(maxsize=8192)
def exceeded_by(share: float, degrees: int) -> float:
    """The t that a `share` (below one half) of the distribution lies above."""
    t = 0.0
    # The tail is convex above 0, so Newton's steps from there only ever come nearer, from below.
    for _ in range(_MOST_NEWTON_STEPS):
        step = (tail(t, degrees) - share) / _density(t, degrees)
        t += step
        if step <= _PRECISE * t:
            break
    return t


def _density(t: float, degrees: int) -> float:
    at_zero = exp(lgamma((degrees + 1) / 2) - lgamma(degrees / 2)) / sqrt(degrees * pi)
    return float(at_zero * (1 + t * t / degrees) ** (-(degrees + 1) / 2))


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function I_x(a, b), by its continued fraction."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(_log_beta(a, b) + a * log(x) + b * log(1 - x))
    # The fraction converges quickly only on this side of the mean; the other side follows by symmetry.
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


@lru_cache(maxsize=8192)
def _log_beta(a: float, b: float) -> float:
    return lgamma(a + b) - lgamma(a) - lgamma(b)


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, evaluated by Lentz's method."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < _PRECISE:
            break
    return value


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
