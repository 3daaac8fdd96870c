"""Bringing in mail and cards on the command line, as the README does."""

import json
import signal
import sys

import pytest

from tests.processes import CHECKOUT, amity, django_says, running

WALKTHROUGH = CHECKOUT / "docs" / "walkthrough"
MANY = 12_000  # letters: enough that a kill falls into the middle
COUNT = "from amity.records.models import Interaction; print(Interaction.unscoped.count())"
WAIT_FOR_THE_FIRST_CHUNK = """
import time
from amity.records.models import Interaction
while not Interaction.unscoped.exists():
    time.sleep(0.01)
"""
LETTERS, CARDS = str(WALKTHROUGH / "letters.mbox"), str(WALKTHROUGH / "friends.vcf")


@pytest.fixture
def brought_in(home):
    """What an import of the walk-through's letters and cards printed as JSON."""
    return json.loads(amity(home, "import", LETTERS, CARDS, "--json").stdout)


def listed(home, *call):
    return json.loads(amity(home, *call, "--json").stdout)


def test_an_import_finds_the_people_and_the_owner(home, brought_in):
    names = {row["name"] for row in listed(home, "people")}

    assert names == {"Priya Nambiar", "Hanne Dahl", "Tomasz Wieczorek", "Lucía Ferrer", "Yusuf Karim"}
    assert [row["value"] for row in brought_in["own_addresses"]] == ["robin@fenn.example"]
    assert [row["name"] for row in listed(home, "people", "--candidates")] == ["Mei-Ling Okonjo"]


def test_an_import_is_told_in_sentences(home):
    ended = amity(home, "import", LETTERS, CARDS)

    assert ended.returncode == 0
    assert "115 letters, three cards and six new addresses came in new." in ended.stdout
    assert "Taken for your own addresses:\n  robin@fenn.example" in ended.stdout
    assert ended.stderr == ""


def test_a_preview_says_what_would_come_and_brings_nothing(home):
    seen = amity(home, "import", LETTERS, CARDS, "--preview")

    assert seen.returncode == 0
    assert "It seems to be the mailbox of robin@fenn.example." in seen.stdout
    assert listed(home, "people") == []
    assert int(django_says(home, COUNT)) == 0


def test_a_preview_can_be_brought_in_afterwards(home):
    seen = json.loads(amity(home, "import", LETTERS, CARDS, "--preview", "--json").stdout)

    amity(home, "imports", "resume", seen["intake_id"])

    assert len(listed(home, "people")) == 5


def test_an_import_is_taken_back_whole(home, brought_in):
    ended = amity(home, "imports", "undo", brought_in["report"]["progress"]["intake_id"])

    assert ended.stdout == "What only this import brought is gone.\n"
    assert listed(home, "people") == []
    assert int(django_says(home, COUNT)) == 0


def test_an_import_that_is_interrupted_stops_and_can_go_on(home, tmp_path):
    many = tmp_path / "many.mbox"
    many.write_bytes(b"".join(_letter(number) for number in range(MANY)))
    amity(home, "setup-address")

    with running([sys.executable, "-m", "amity", "import", str(many)], tmp_path / "log", home.environment()) as process:
        django_says(home, WAIT_FOR_THE_FIRST_CHUNK)
        process.send_signal(signal.SIGINT)
        code = process.wait(60)

    [left] = listed(home, "imports")
    assert code == 0
    assert left["state"] == "stopped"
    assert f"amity imports resume {left['id']}" in (tmp_path / "log").read_text()


def test_a_second_import_of_the_same_brings_nothing_new(home, brought_in):
    before = listed(home, "person", "Priya")["timeline"]

    again = amity(home, "import", LETTERS, CARDS)

    assert again.returncode == 0
    assert listed(home, "person", "Priya")["timeline"] == before
    assert len(listed(home, "people")) == 5


def test_what_cannot_be_understood_is_reported_and_not_failed(home, tmp_path):
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / "broken.vcf").write_bytes(b"BEGIN:VCARD\nVERSION:3.0\nFN:Half a ca")
    (tmp_path / "mixed" / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "mixed" / "letters.mbox").write_bytes((WALKTHROUGH / "letters.mbox").read_bytes())

    ended = amity(home, "import", str(tmp_path / "mixed"))

    assert ended.returncode == 0
    assert "Could not be understood" in ended.stdout


def test_named_own_addresses_are_taken_as_said(home):
    amity(home, "import", LETTERS, "--me", "robin@fenn.example", "--me", "Robin@work.example")

    own = {row["value"]: row["confirmed"] for row in listed(home, "addresses")}
    assert own == {"robin@fenn.example": True, "robin@work.example": True}


@pytest.mark.parametrize(
    "call",
    [
        ["import"],
        ["import", "no/such/file.mbox"],
        ["import", str(CHECKOUT / "Makefile")],
        ["import", LETTERS, "--me", "nonsense"],
        ["imports", "resume", "7"],
    ],
)
def test_a_call_that_cannot_be_used_ends_with_two_and_a_sentence(home, call):
    ended = amity(home, *call)

    assert ended.returncode == 2
    assert ended.stderr.strip()
    assert "Traceback" not in ended.stderr
    assert listed(home, "imports") == []


def test_an_unknown_import_ends_with_one(home):
    ended = amity(home, "imports", "resume", "018f0000-0000-7000-8000-000000000000")

    assert ended.returncode == 1
    assert ended.stderr == "amity: There is no such import.\n"


def test_an_import_that_is_killed_is_resumed_and_loses_and_doubles_nothing(home, tmp_path):
    many = tmp_path / "many.mbox"
    many.write_bytes(b"".join(_letter(number) for number in range(MANY)))
    amity(home, "setup-address")
    command = [sys.executable, "-m", "amity", "import", str(many)]

    with running(command, tmp_path / "log", home.environment()) as process:
        django_says(home, WAIT_FOR_THE_FIRST_CHUNK)
        process.kill()
        process.wait()
    [left] = listed(home, "imports")
    stored = int(django_says(home, COUNT))
    ended = amity(home, "imports", "resume", left["id"], "--json")

    assert 0 < stored < MANY
    assert json.loads(ended.stdout)["report"]["progress"]["state"] == "done"
    assert int(django_says(home, COUNT)) == MANY


def _letter(number: int) -> bytes:
    out = number % 2
    ada, robin = b"Ada Okafor <ada@okafor.example>", b"Robin Fenn <robin@fenn.example>"
    return (
        b"From x Mon Jan  5 08:00:00 2026\nDate: Mon, 5 Jan 2026 08:%02d:%02d +0000\nFrom: %s\nTo: %s\n"
        b"Subject: Letter %d\nMessage-ID: <%d@okafor.example>\n\nA few words, number %d.\n\n"
    ) % (number // 60 % 60, number % 60, robin if out else ada, ada if out else robin, number, number, number)
