"""The owner's word about a tie."""

import pytest

from amity.actions import ties
from amity.actions.undo import undo
from amity.lib.errors import NotAccepted
from amity.records.models import Tie


def tie(person):
    return Tie.unscoped.get(person_id=person.pk)


def test_a_rhythm_that_was_set_wins_over_the_learned_one(viewer, ada, bo):
    learned = tie(ada).rhythm_days

    change = ties.set_rhythm(viewer, [ada.pk, bo.pk], 7)

    assert [(tie(one).rhythm_days, tie(one).rhythm_by) for one in (ada, bo)] == [(7, "owner"), (7, "owner")]
    assert change.label == "Set to be in touch with two people every week."

    ties.set_rhythm(viewer, [ada.pk], None)
    assert tie(ada).rhythm_days == learned


def test_different_wishes_of_before_all_come_back_with_one_undo(viewer, ada, bo, cy):
    ties.set_rhythm(viewer, [ada.pk], 7)
    ties.set_rhythm(viewer, [bo.pk], 90)

    undo(viewer, ties.set_rhythm(viewer, [ada.pk, bo.pk, cy.pk], 30).pk)

    assert [tie(one).set_rhythm_days for one in (ada, bo, cy)] == [7, 90, None]


@pytest.mark.parametrize("days", [0, -1, 100_000])
def test_a_rhythm_that_cannot_be_kept_is_refused(viewer, ada, days):
    with pytest.raises(NotAccepted):
        ties.set_rhythm(viewer, [ada.pk], days)


def test_family_fades_more_slowly(viewer, bo):
    before = tie(bo).strength

    ties.set_kin(viewer, bo.pk, True)

    assert tie(bo).strength > before
    assert tie(bo).kin
