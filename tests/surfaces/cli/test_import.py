"""Bringing in mail and cards on the command line, as the README does."""

import json
import signal
import sys

import pytest

from amity.records.models import Interaction
from tests.processes import CHECKOUT, amity, django_says, running

WALKTHROUGH = CHECKOUT / "docs" / "walkthrough"
LETTERS, CARDS = WALKTHROUGH / "letters.mbox", WALKTHROUGH / "friends.vcf"
MANY = 12_000  # letters: enough that a kill falls into the middle
COUNT = "from amity.records.models import Interaction; print(Interaction.unscoped.count())"
WAIT_FOR_THE_FIRST_CHUNK = """
import time
from amity.records.models import Interaction
while not Interaction.unscoped.exists():
    time.sleep(0.01)
"""


def answer(ended):
    assert ended.stderr == ""
    return json.loads(ended.stdout)


def names(new_amity, *more):
    return {row["name"] for row in answer(new_amity("people", *more, "--json"))}


def test_an_import_finds_the_people_and_the_owner(new_amity):
    brought = answer(new_amity("import", LETTERS, CARDS, "--json"))

    assert names(new_amity) == {"Priya Nambiar", "Hanne Dahl", "Tomasz Wieczorek", "Lucía Ferrer", "Yusuf Karim"}
    assert names(new_amity, "--candidates") == {"Mei-Ling Okonjo"}
    assert [row["value"] for row in brought["own_addresses"]] == ["robin@fenn.example"]


def test_an_import_is_told_in_sentences(new_amity):
    ended = new_amity("import", LETTERS, CARDS)

    assert ended.exit_code == 0
    assert "115 letters, three cards and six new addresses came in new." in ended.stdout
    assert "Taken for your own addresses:\n  robin@fenn.example" in ended.stdout
    assert ended.stderr == ""


def test_a_preview_says_what_would_come_and_brings_nothing(new_amity):
    seen = new_amity("import", LETTERS, CARDS, "--preview")

    assert seen.exit_code == 0
    assert "It seems to be the mailbox of robin@fenn.example." in seen.stdout
    assert names(new_amity) == set()
    assert not Interaction.unscoped.exists()


def test_a_preview_can_be_brought_in_afterwards(new_amity):
    seen = answer(new_amity("import", LETTERS, CARDS, "--preview", "--json"))

    new_amity("imports", "resume", seen["intake_id"])

    assert len(names(new_amity)) == 5


def test_an_import_is_taken_back_whole(new_amity):
    brought = answer(new_amity("import", LETTERS, CARDS, "--json"))

    ended = new_amity("imports", "undo", brought["report"]["progress"]["intake_id"])

    assert ended.stdout == "What only this import brought is gone.\n"
    assert names(new_amity) == set()
    assert not Interaction.unscoped.exists()


@pytest.mark.parametrize("how", ["the last", "by its line in the history"])
def test_undo_takes_an_import_back_as_a_whole(new_amity, how):
    new_amity("import", LETTERS, CARDS)
    line = answer(new_amity("history", "--json"))[0]

    ended = new_amity("undo", *([] if how == "the last" else [line["id"]]))

    assert ended.exit_code == 0
    assert ended.stdout.startswith("Took back what came from letters.mbox and 1 more.\nWhat only this import ")
    assert not Interaction.unscoped.exists()
    assert new_amity("undo").exit_code == 1


def test_undo_of_an_import_answers_as_any_undo_does(new_amity):
    new_amity("import", LETTERS)

    taken_back = answer(new_amity("undo", "--json"))

    assert taken_back["sentence"] == "Took back what came from letters.mbox."
    assert answer(new_amity("history", "--json"))[0]["id"] == taken_back["change_id"]


def test_a_second_import_of_the_same_brings_nothing_new(new_amity):
    new_amity("import", LETTERS, CARDS)
    before = answer(new_amity("person", "Priya", "--json"))["timeline"]

    again = new_amity("import", LETTERS, CARDS)

    assert again.exit_code == 0
    assert answer(new_amity("person", "Priya", "--json"))["timeline"] == before
    assert len(names(new_amity)) == 5


def test_what_cannot_be_understood_is_reported_and_not_failed(new_amity, tmp_path):
    (tmp_path / "broken.vcf").write_bytes(b"BEGIN:VCARD\nVERSION:3.0\nFN:Half a ca")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "letters.mbox").write_bytes(LETTERS.read_bytes())

    ended = new_amity("import", tmp_path)

    assert ended.exit_code == 0
    assert "Could not be understood" in ended.stdout


def test_however_much_was_not_understood_every_place_is_named(new_amity, tmp_path):
    for number in range(60):
        (tmp_path / f"{number}.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "letters.mbox").write_bytes(LETTERS.read_bytes())

    told = new_amity("import", tmp_path).stdout
    report = answer(new_amity("import", tmp_path, "--json"))["report"]

    assert "And 50 more. To see them all: amity imports resume " in told
    assert len({trouble["where"] for trouble in report["troubles"]}) == report["trouble_count"] == 60
    assert report["next"] == ""


def test_named_own_addresses_are_taken_as_said(new_amity):
    new_amity("import", LETTERS, "--me", "robin@fenn.example", "--me", "Robin@work.example")

    own = {row["value"]: row["confirmed"] for row in answer(new_amity("addresses", "--json"))}
    assert own == {"robin@fenn.example": True, "robin@work.example": True}


@pytest.mark.parametrize(
    "call",
    [
        ["import"],
        ["import", "no/such/file.mbox"],
        ["import", "no/such/file.mbox", "--preview"],
        ["import", LETTERS, "--me", "nonsense"],
        ["imports", "resume", "7"],
    ],
)
def test_a_call_that_cannot_be_used_ends_with_two_and_a_sentence(new_amity, call):
    ended = new_amity(*call)

    assert ended.exit_code == 2
    assert ended.stderr.strip()
    assert answer(new_amity("imports", "--json")) == []


@pytest.mark.parametrize("content", [b"", b"\0\1\2" * 99, b"all: build\n"], ids=["empty", "binary", "something else"])
def test_a_file_that_nobody_understands_is_a_problem_of_the_input_and_not_of_the_call(new_amity, tmp_path, content):
    (tmp_path / "file.mbox").write_bytes(content)

    seen = answer(new_amity("import", tmp_path / "file.mbox", "--preview", "--json"))
    ended = new_amity("import", tmp_path / "file.mbox")
    report = answer(new_amity("import", tmp_path / "file.mbox", "--json"))["report"]

    assert seen["parts"] == []
    assert [problem["kept"] for problem in seen["problems"]] == [False]
    assert ended.exit_code == 0
    assert "file.mbox" in ended.stdout
    assert report["trouble_count"] == len(report["troubles"]) == 1


def test_an_unknown_import_ends_with_one(new_amity):
    ended = new_amity("imports", "resume", "018f0000-0000-7000-8000-000000000000")

    assert ended.exit_code == 1
    assert ended.stderr == "amity: There is no such import.\n"


@pytest.fixture
def importing(home, tmp_path):
    """A process that is in the middle of reading many letters."""
    many = tmp_path / "many.mbox"
    many.write_bytes(b"".join(_letter(number) for number in range(MANY)))
    amity(home, "setup-address")
    command = [sys.executable, "-m", "amity", "import", str(many)]
    with running(command, tmp_path / "log", home.environment()) as process:
        django_says(home, WAIT_FOR_THE_FIRST_CHUNK)
        yield process


def test_an_import_that_is_killed_is_resumed_and_loses_and_doubles_nothing(home, importing):
    importing.kill()
    importing.wait()
    [left] = answer_of(home, "imports")
    stored = int(django_says(home, COUNT))
    resumed = answer_of(home, "imports", "resume", left["id"])

    assert 0 < stored < MANY
    assert resumed["report"]["progress"]["state"] == "done"
    assert int(django_says(home, COUNT)) == MANY


def test_an_import_that_is_interrupted_stops_and_can_go_on(home, importing, tmp_path):
    importing.send_signal(signal.SIGINT)
    code = importing.wait(60)

    [left] = answer_of(home, "imports")
    assert code == 0
    assert left["state"] == "stopped"
    assert f"amity imports resume {left['id']}" in (tmp_path / "log").read_text()


def answer_of(home, *call):
    return json.loads(amity(home, *call, "--json").stdout)


def _letter(number: int) -> bytes:
    out = number % 2
    ada, robin = b"Ada Okafor <ada@okafor.example>", b"Robin Fenn <robin@fenn.example>"
    return (
        b"From x Mon Jan  5 08:00:00 2026\nDate: Mon, 5 Jan 2026 08:%02d:%02d +0000\nFrom: %s\nTo: %s\n"
        b"Subject: Letter %d\nMessage-ID: <%d@okafor.example>\n\nA few words, number %d.\n\n"
    ) % (number // 60 % 60, number % 60, robin if out else ada, ada if out else robin, number, number, number)
