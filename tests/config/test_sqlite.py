"""What our SQLite backend promises: no lost commits, no locked database, keys of 16 bytes."""

import subprocess
import sys
import uuid

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.models import OuterRef, Subquery

from amity.config.sqlite.base import refuse_unmended
from amity.lib import clock
from amity.lib.ids import new_id
from amity.lib.viewer import Role
from amity.records.models import Membership, Network, User
from tests.processes import Home, amity, django_says

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="this is about SQLite")

PRAGMAS = """
from django.db import connection
with connection.cursor() as cursor:
    for name in ("journal_mode", "synchronous", "foreign_keys"):
        print(cursor.execute(f"PRAGMA {name}").fetchone()[0])
print(connection.settings_dict["OPTIONS"]["transaction_mode"], connection.settings_dict["OPTIONS"]["timeout"])
"""
WRITE_MUCH = """
import uuid
from django.db import transaction
from amity.lib import clock
from amity.records.models import Network
for number in range(150):
    with transaction.atomic():
        before = Network.objects.count()
        Network.objects.create(name=f"{before}", made_at=clock.now())
"""
FULL = "2"


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 44, 5), (3, 50, 6), (3, 51, 2), (3, 45, 9)])
def test_a_library_that_can_lose_commits_is_refused(version):
    with pytest.raises(ImproperlyConfigured, match="can lose commits"):
        refuse_unmended(version)


@pytest.mark.parametrize("version", [(3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 52, 0), (3, 53, 4), (4, 0, 0)])
def test_a_mended_library_is_taken(version):
    assert refuse_unmended(version) is None


def test_every_commit_reaches_the_disk_and_writers_take_turns(tmp_path):
    home = Home(tmp_path / "data")

    assert django_says(home, PRAGMAS).split() == ["wal", FULL, "1", "IMMEDIATE", "30"]


def test_two_processes_write_at_once_and_nothing_is_locked_or_lost(tmp_path):
    home = Home(tmp_path / "data")
    amity(home, "setup-address")
    env = home.environment(DJANGO_SETTINGS_MODULE="amity.config.settings")
    command = [sys.executable, "-c", f"import django; django.setup()\n{WRITE_MUCH}"]

    writers = [subprocess.Popen(command, env=env, stderr=subprocess.PIPE) for _ in range(2)]
    said = [writer.communicate(timeout=120)[1] for writer in writers]

    assert said == [b"", b""]
    names = django_says(
        home, "from amity.records.models import Network; print(*Network.objects.values_list('name', flat=True))"
    )
    # each read the count and wrote it in one transaction: a lost update would write a number twice
    assert sorted(int(name) for name in names.replace("My network", "").split()) == list(range(1, 301))


@pytest.mark.django_db
def test_keys_are_sixteen_bytes():
    Network.objects.create(name="Ada", made_at=clock.now())

    with connection.cursor() as cursor:
        kind, length = cursor.execute("SELECT typeof(id), length(id) FROM records_network").fetchone()

    assert (kind, length) == ("blob", 16)


@pytest.mark.django_db
def test_keys_come_back_as_uuids_from_rows_lists_and_subqueries():
    user = User.objects.create_user("ada")
    network = new_id()
    Membership.objects.create(user=user, network_id=network, role=Role.OWNER, joined_at=clock.now())

    of_user = Membership.objects.filter(user=OuterRef("pk"))
    found = User.objects.annotate(
        membership=Subquery(of_user.values("user")[:1]), of=Subquery(of_user.values("network_id")[:1])
    ).get()

    assert found.pk == user.pk
    assert found.membership == user.pk
    assert found.of == network
    assert all(isinstance(key, uuid.UUID) for key in (found.pk, found.membership, found.of))
    assert User.objects.filter(pk__in=[user.pk, new_id()]).count() == 1
