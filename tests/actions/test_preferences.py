"""How a member likes their day."""

import pytest

from amity.actions.preferences import set_preferences
from amity.lib.errors import NotAccepted
from amity.queries.access import member
from amity.records.models import Preferences


def preferences(viewer):
    return Preferences.unscoped.get(member_id=viewer.member)


def test_what_is_given_changes_and_the_rest_stays(viewer):
    set_preferences(viewer, time_zone="Asia/Tokyo", single_keys=False, weekly_contacts=4)

    row = preferences(viewer)
    assert (row.time_zone, row.single_keys, row.weekly_contacts) == ("Asia/Tokyo", False, 4)
    assert (row.today_limit, row.light, row.keep_text) == (12, "machine", True)
    assert member(viewer.member).time_zone.key == "Asia/Tokyo"


REFUSED = [
    ("time_zone", "Mars/Olympus"),
    ("time_zone", "../etc/passwd"),
    ("time_zone", ""),
    ("language", "tlh"),
    ("light", "blinding"),
    ("today_limit", 0),
    ("today_limit", 51),
    ("weekly_contacts", 0),
    ("weekly_contacts", 201),
]


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_what_cannot_be_is_refused(viewer, name, value):
    with pytest.raises(NotAccepted) as refusal:
        set_preferences(viewer, **{name: value})

    assert refusal.value.field == name
    assert preferences(viewer).today_limit == 12
