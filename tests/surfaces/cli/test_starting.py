"""The first command on an empty folder, once and twice at once."""

import subprocess
import sys

from tests.processes import amity, django_says

LOOK = """
from amity.queries.access import owner_here
from amity.records.models import Circle, Membership, Network, Preferences, User
from amity.records.scope import scope_of
with scope_of(owner_here()):
    print(User.objects.count(), Network.objects.count(), Membership.objects.count(), Preferences.objects.count())
    print(*Circle.objects.order_by("position").values_list("name", flat=True), sep=", ")
"""


def test_the_first_command_makes_tables_owner_network_and_circles(home):
    ended = amity(home, "setup-address")

    assert ended.returncode == 0
    assert django_says(home, LOOK).splitlines() == [
        "1 1 1 1",
        "Family, Friends, Neighbours, Ex-colleagues, Clients, Classmates, Peers, Met through others",
    ]


def test_two_first_commands_at_once_make_one_of_each(home):
    env = home.environment()
    command = [sys.executable, "-m", "amity", "setup-address"]

    both = [subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate(timeout=120)[1] for process in both]

    assert said == [b"", b""]
    assert [process.returncode for process in both] == [0, 0]
    assert django_says(home, LOOK).startswith("1 1 1 1\n")


def test_what_amity_writes_is_for_its_owner_alone(home):
    amity(home, "setup-address")

    modes = {path.name: path.stat().st_mode & 0o077 for path in [home.data, *home.data.iterdir()]}
    assert modes
    assert set(modes.values()) == {0}


def test_a_file_that_is_no_database_is_refused_with_a_sentence(home):
    home.data.mkdir(exist_ok=True)
    (home.data / "amity.sqlite3").write_bytes(b"not a database, " * 1000)

    ended = amity(home, "people", AMITY_DATABASE_URL="")

    assert ended.returncode == 1
    assert ended.stderr == "amity: The database cannot be used: file is not a database.\n"


def test_a_database_that_is_away_is_told_in_one_sentence(home):
    ended = amity(home, "people", AMITY_DATABASE_URL="postgresql://amity:secret@127.0.0.1:1/amity")

    assert ended.returncode == 1
    assert ended.stderr.startswith("amity: The database cannot be used: ")
    assert ended.stderr.count("\n") == 1
    assert "secret" not in ended.stderr
