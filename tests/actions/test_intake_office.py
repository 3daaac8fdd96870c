"""Real office mail of 2001, checked against a few lines that know nothing of Amity."""

import email.utils
import os
from collections import defaultdict
from datetime import UTC, date
from email.parser import BytesHeaderParser
from pathlib import Path

import pytest

from amity.actions.intake import new_intake, run_intake
from amity.actions.setup import ensure_network
from amity.queries.today import today_page
from amity.records.models import Handle, Person, Tie
from amity.records.scope import scope_of

OFFICE = Path(os.environ.get("AMITY_SHARED", "../shared")) / "data" / "mail" / "office_2001"
ME = "jeff.dasovich@enron.com"
MOST_OTHERS = 10
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not OFFICE.is_dir(), reason="the office mail of 2001 is not here (AMITY_SHARED)"),
]


def _addresses(head, *fields):
    values = [str(value) for field in fields for value in head.get_all(field, [])]
    return list(dict.fromkeys(a.lower() for _, a in email.utils.getaddresses(values) if "@" in a))


def _by_hand():
    """The days on which somebody and the owner wrote to each other, from the headers alone."""
    days = defaultdict(set)
    for path in OFFICE.glob("*.txt"):
        head = BytesHeaderParser().parsebytes(path.read_bytes())
        when = email.utils.parsedate_to_datetime(head["Date"]).astimezone(UTC).date() if head["Date"] else None
        sender, to = _addresses(head, "From"), _addresses(head, "To", "Cc")
        others = [address for address in dict.fromkeys([*sender, *to]) if address != ME]
        if when is None or len(others) > MOST_OTHERS:
            continue
        for address in to if ME in sender else sender if ME in to else []:
            if address != ME:
                days[address].add(when)
    return days


@pytest.fixture
def viewer():
    viewer = ensure_network()
    assert run_intake(viewer, new_intake(viewer, [str(OFFICE)], [ME])) == "done"
    return viewer


def test_the_last_contact_with_everybody_kept_is_the_one_in_their_letters(viewer):
    by_hand = _by_hand()

    with scope_of(viewer):
        ties = {tie.person_id: tie for tie in Tie.objects.filter(listed=True)}
        addresses = {h.value: ties[h.person_id] for h in Handle.objects.filter(person_id__in=ties)}
    assert len(ties) >= 5
    wrong = {
        address: (tie.last_on, max(by_hand[address]))
        for address, tie in addresses.items()
        if address in by_hand and tie.last_on != max(by_hand[address])
    }
    assert wrong == {}


def test_today_names_somebody_of_it_with_the_true_last_contact(viewer):
    page = today_page(viewer, date(2001, 12, 1))

    assert {row.name: row.last_on for row in page.reach_out} == {
        "Joseph Alamo": max(_by_hand()["joseph.alamo@enron.com"])
    }


def test_those_kept_are_people_and_not_lists_or_desks(viewer):
    with scope_of(viewer):
        kept = list(Person.objects.filter(kept_at__isnull=False).values_list("name", flat=True))
        addresses = list(Handle.objects.filter(person__kept_at__isnull=False).values_list("value", flat=True))

    assert [name for name in kept if len(name.split()) < 2] == []
    assert [a for a in addresses if any(word in a for word in ("list", "announce", "admin", "reply", "team"))] == []


def test_no_letter_of_it_is_lost(viewer):
    with scope_of(viewer):
        intake = next(iter(Person.objects.exclude(intake=None).select_related("intake"))).intake
    brought = intake.counts["new"] + intake.counts["aside"] + intake.counts["there"]
    assert intake.counts["found"] == brought == len(list(OFFICE.glob("*.txt"))) - 1  # one says where they are from
