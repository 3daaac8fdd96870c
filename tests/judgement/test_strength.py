import pytest

from amity.judgement.contacts import contact_days
from amity.judgement.strength import balance, strength


@pytest.mark.parametrize(("days", "expected"), [(7, 98), (30, 63), (91, 29), (365, 11)])
def test_letters_kept_up_for_years_come_to_the_published_strength(every, today, days, expected):
    history = contact_days(every(days, times=4000 // days), today)

    assert strength(history, today, kin=False) == pytest.approx(expected, abs=0.6)


def test_nothing_recorded_is_zero_and_nothing_passes_a_hundred(every, today):
    daily_meetings = contact_days(every(1, times=3000, channel="in_person"), today)

    assert strength([], today, kin=False) == 0
    assert 99 < strength(daily_meetings, today, kin=False) <= 100


def test_family_fades_half_as_fast(contact, today):
    two_years_ago = contact_days([contact(730, "in", "in_person")], today)

    friend, sister = strength(two_years_ago, today, kin=False), strength(two_years_ago, today, kin=True)

    assert sister == pytest.approx(2 * friend, rel=0.05)


@pytest.mark.parametrize(
    ("directions", "expected"),
    [("oi", 1.0), ("oooi", 0.5), ("oooo", 0.0), ("b", 1.0), ("", 0.0), ("ob", 0.5)],
)
def test_balance_is_one_when_both_begin_alike(contact, today, directions, expected):
    words = {"o": "out", "i": "in", "b": "both"}
    history = contact_days([contact(n, words[d], "mail") for n, d in enumerate(directions)], today)

    assert balance(history, today, kin=False) == pytest.approx(expected, abs=0.01)
