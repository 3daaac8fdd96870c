from datetime import date

import pytest

from amity.judgement.keeping import LEARNED, UPDATED_CARD, is_kept, kept_since, kept_until, why_it_stays_done

THROWN = date(2026, 11, 22)


def test_what_was_thrown_away_comes_back_for_thirty_days():
    assert kept_until(THROWN) == date(2026, 12, 22)
    assert is_kept(THROWN, date(2026, 12, 22))
    assert not is_kept(THROWN, date(2026, 12, 23))
    assert kept_since(date(2026, 12, 22)) == THROWN


@pytest.mark.parametrize(
    ("verb", "states", "why"),
    [
        ("add_fact", (False, False, False), ""),
        ("take_in", (False, False, False), ""),
        ("add_fact", (False, True, False), "This was taken back already."),
        ("undo", (True, False, False), "Taking back cannot be taken back itself. Do the same thing again instead."),
        ("purge_trash", (False, False, True), "This changed nothing that could be taken back here."),
        (UPDATED_CARD, (False, False, False), "This goes back with the whole import that brought it."),
        (LEARNED, (False, False, False), "This goes back with the whole import that brought it."),
    ],
)
def test_what_cannot_be_taken_back_says_why(verb, states, why):
    is_an_undo, is_undone, is_empty = states

    assert why_it_stays_done(verb, is_an_undo=is_an_undo, is_undone=is_undone, is_empty=is_empty) == why
