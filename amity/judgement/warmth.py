"""Warmth: how much you are in touch just now. Short memory; for putting lists in order."""

from collections.abc import Iterable
from datetime import date

HALVED_AFTER_DAYS = 7  # chosen after looking at public message sets: a good default, not a finding


def warmth(days: Iterable[date], today: date) -> float:
    """The sum of 1/(1 + days ago/7) over contact-days: today 1, a week ago a half, a year ago 1/53."""
    return sum(1 / (1 + (today - day).days / HALVED_AFTER_DAYS) for day in days)
