import pytest

from amity.judgement.capacity import NEAREST, Paced, capacity, weekly


def test_a_week_is_the_sum_of_its_rhythms():
    assert weekly([7, 7, 14, 70]) == pytest.approx(2.6)


def test_what_fits_is_left_alone():
    room = capacity([Paced(n, 14, 50) for n in range(10)], budget=10)

    assert room.fits
    assert room.longer == ()
    assert room.sentence == "Your rhythms come to five times in touch a week, and you have room for ten."


def test_when_it_does_not_fit_the_outermost_ties_are_offered_more_time():
    ties = [Paced(n, 14.0, strength=float(n)) for n in range(40)]

    room = capacity(ties, budget=18)

    assert not room.fits
    assert [longer.person for longer in room.longer] == list(range(len(room.longer)))
    assert all(longer.to_days > longer.from_days for longer in room.longer)
    assert weekly([30] * len(room.longer) + [14] * (40 - len(room.longer))) <= 18


def test_those_nearest_are_never_asked_to_wait():
    room = capacity([Paced(n, 1.0, strength=90) for n in range(NEAREST)], budget=10)

    assert not room.fits
    assert room.longer == ()
