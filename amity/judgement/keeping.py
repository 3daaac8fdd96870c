"""How long what was done can be taken back, and what was thrown away comes back."""

from datetime import date, timedelta

KEPT_DAYS = 30


def kept_until(day: date) -> date:
    """The last day on which what was done or thrown away on `day` can come back."""
    return day + timedelta(days=KEPT_DAYS)


def is_kept(day: date, today: date) -> bool:
    """Whether what was done or thrown away on `day` can still come back."""
    return today <= kept_until(day)
