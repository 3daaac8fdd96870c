from datetime import date, timedelta

from amity.judgement.order import LAST, quiet_until, quietness
from amity.judgement.ties import JudgedTie

TODAY = date(2026, 11, 23)


def tie(last: int, *, quiet: int | None = None, dormant: int | None = None) -> JudgedTie:
    """A tie last in touch `last` days ago, that becomes quiet and dormant in so many days."""
    day = TODAY - timedelta(days=last)
    return JudgedTie(
        last_day=day,
        longer_on=TODAY if quiet is not None else None,
        quiet_on=TODAY + timedelta(days=quiet) if quiet is not None else None,
        dormant_on=TODAY + timedelta(days=dormant) if dormant is not None else None,
    )


def test_quiet_ties_come_first_then_unknown_rhythms_then_old_ties_then_strangers():
    long_quiet, quiet, fresh = tie(300, quiet=-200, dormant=65), tie(60, quiet=-1, dormant=300), tie(2, quiet=90)
    unknown, long_unknown = tie(10), tie(400)
    resting, long_resting = tie(800, quiet=-700, dormant=-400), tie(4000, quiet=-3900, dormant=-3600)
    stranger = JudgedTie()

    order = [
        quietness(each, TODAY)
        for each in (long_quiet, quiet, fresh, unknown, long_unknown, resting, long_resting, stranger)
    ]

    assert order == sorted(order)
    assert len(set(order)) == len(order)
    assert order[-1] == LAST


def test_a_tie_that_became_quiet_today_is_within_the_quiet_ones():
    assert quietness(tie(60, quiet=0), TODAY) <= quiet_until(TODAY) < quietness(tie(60, quiet=1), TODAY)


def test_unknown_rhythms_are_never_taken_for_quiet():
    assert quietness(tie(30_000), TODAY) > quiet_until(date(2700, 1, 1))
