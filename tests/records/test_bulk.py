"""Rows past the ORM are the same rows that the ORM reads."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from amity.lib.ids import new_id
from amity.lib.viewer import Viewer
from amity.records.bulk import as_bytes, bulk_change, bulk_load, bulk_remove, document, moment, new_keys
from amity.records.models import Handle, Interaction, Network, Person
from amity.records.scope import scope_of

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
NAMES = ("id", "network_id", "name", "sort_name", "kept_at", "intake_id")


@pytest.fixture
def viewer():
    network = Network.objects.create(name="Ada's", made_at=NOON)
    return Viewer(network.pk, new_id())


def _load_people(viewer, *names):
    keys = new_keys()
    rows = [(next(keys), viewer.network.bytes, name, name.lower(), moment(NOON), None) for name in names]
    bulk_load(Person, NAMES, rows)
    return [row[0] for row in rows]


def test_loaded_rows_are_read_by_the_orm_with_the_defaults_of_their_columns(viewer):
    (key,) = _load_people(viewer, "Ada Byron")

    with scope_of(viewer):
        ada = Person.objects.get()

    assert (ada.pk.bytes, ada.name, ada.kept_at, ada.shape, ada.trashed_at) == (key, "Ada Byron", NOON, "person", None)


@pytest.mark.parametrize(
    "at",
    [NOON, NOON.replace(microsecond=1200), NOON.astimezone(timezone(timedelta(hours=-5))), NOON.replace(year=1970)],
)
def test_a_moment_is_the_same_moment_afterwards(viewer, at):
    columns = ("id", "network_id", "member_id", "key", "happened_at", "channel", "direction")
    bulk_load(
        Interaction, columns, [(next(new_keys()), viewer.network, viewer.member, b"k" * 16, moment(at), "mail", "in")]
    )

    with scope_of(viewer):
        row = Interaction.objects.get(happened_at=at)

    assert (row.happened_at, bytes(row.key), row.counts) == (at, b"k" * 16, True)


def test_changed_columns_are_those_named_and_no_others(viewer):
    ada, bo = _load_people(viewer, "Ada", "Bo")
    handle = next(new_keys())
    bulk_load(
        Handle,
        ("id", "network_id", "person_id", "kind", "value", "names"),
        [(handle, viewer.network, ada, "mail", "ada@byron.example", document({"Ada": 1}))],
    )

    bulk_change(Handle, ("names", "person_id"), [(document({"Ada": 2}), bo, handle)])

    with scope_of(viewer):
        row = Handle.objects.get()
    assert (row.names, row.value, as_bytes(row.person_id)) == ({"Ada": 2}, "ada@byron.example", bo)


def test_removed_rows_are_gone_and_the_others_stay(viewer):
    ada, _ = _load_people(viewer, "Ada", "Bo")

    bulk_remove(Person, [ada])

    with scope_of(viewer):
        assert [person.name for person in Person.objects.all()] == ["Bo"]


def test_keys_are_version_seven_all_different_and_rise_within_a_batch():
    keys = new_keys()

    some = [next(keys) for _ in range(1500)]

    assert len(set(some)) == 1500
    assert some[:512] == sorted(some[:512])
    assert {(key[6] >> 4, key[8] >> 6) for key in some} == {(7, 2)}
