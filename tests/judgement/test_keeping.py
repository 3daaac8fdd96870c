from datetime import date

from amity.judgement.keeping import is_kept, kept_until

THROWN = date(2026, 11, 22)


def test_what_was_thrown_away_comes_back_for_thirty_days():
    assert kept_until(THROWN) == date(2026, 12, 22)
    assert is_kept(THROWN, date(2026, 12, 22))
    assert not is_kept(THROWN, date(2026, 12, 23))
