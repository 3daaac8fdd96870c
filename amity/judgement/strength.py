"""Strength, 0 to 100: how much this person has been in your life. Long memory; no forecast of anything."""

from collections.abc import Iterable
from datetime import date
from math import exp

from amity.judgement.contacts import ContactDay

HALF_LIFE_DAYS = 365
KIN_HALF_LIFE_DAYS = 730  # family holds where friendship fades; the number is our own choice
FULL_AT = 18.0  # weekly mail comes to about 98, monthly 63, quarterly 29, yearly 11
ENOUGH_DAYS = 3  # fewer contact-days say "not enough recorded", never "weak": little contact is no weak tie


def strength(days: Iterable[ContactDay], today: date, *, kin: bool) -> float:
    """How much of a life this tie has been: 100·(1 − e^(−C/18)), C the contact-days with their age taken off."""
    total = sum(value for value, _ in _aged(days, today, kin=kin))
    return 100 * (1 - exp(-total / FULL_AT))


def balance(days: Iterable[ContactDay], today: date, *, kin: bool) -> float:
    """Two-way balance, 0 to 1: 1 when both begin alike. Shown beside strength, never multiplied into it."""
    out = into = 0.0
    for value, outward in _aged(days, today, kin=kin):
        out += value * outward
        into += value * (1 - outward)
    return 2 * min(out, into) / (out + into) if out + into else 0.0


def _aged(days: Iterable[ContactDay], today: date, *, kin: bool) -> Iterable[tuple[float, float]]:
    half_life = KIN_HALF_LIFE_DAYS if kin else HALF_LIFE_DAYS
    for day in days:
        yield day.value * 2 ** (-(today - day.day).days / half_life), day.outward
