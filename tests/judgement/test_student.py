from math import exp, lgamma, pi, sqrt

import pytest

from amity.judgement.student import exceeded_by, tail


def by_summing(t: float, degrees: int) -> float:
    """P(T > t) by adding up the density in small steps from the middle: slow, plain, and independent."""
    scale = exp(lgamma((degrees + 1) / 2) - lgamma(degrees / 2)) / sqrt(degrees * pi)
    step = t / 20_000
    area = sum((1 + ((i + 0.5) * step) ** 2 / degrees) ** (-(degrees + 1) / 2) for i in range(20_000))
    return 0.5 - scale * area * step


@pytest.mark.parametrize("degrees", [6, 7, 11, 40, 300])
@pytest.mark.parametrize("t", [-2.2, -0.4, 0.0, 0.7, 1.9, 5.0])
def test_the_tail_is_the_area_under_the_curve(t, degrees):
    assert tail(t, degrees) == pytest.approx(by_summing(t, degrees), abs=1e-8)


@pytest.mark.parametrize(
    ("share", "degrees", "t"),
    [(0.05, 6, 1.943), (0.2, 6, 0.906), (0.05, 10, 1.812), (0.2, 30, 0.854), (0.05, 1, 6.314)],
)
def test_the_inverse_gives_the_printed_tables(share, degrees, t):
    assert exceeded_by(share, degrees) == pytest.approx(t, abs=6e-4)
    assert tail(exceeded_by(share, degrees), degrees) == pytest.approx(share)
