"""A sentence kept from the command line."""

import json
import sys
from contextlib import contextmanager

import pytest
from typer.testing import CliRunner

from amity.queries.search import find
from amity.records.models import Change, Need, Person, Promise
from amity.records.scope import scope_of
from amity.surfaces.cli.app import app
from tests.conftest import TODAY, settle, someone

SENTENCE = "Coffee with Ada yesterday, she needs a plumber. I'll send her the number by Friday"


@pytest.fixture
def other(viewer, ada):
    return settle(viewer, someone(viewer, "Ada Lovell", "ada@lovell.example"))


class Terminal(CliRunner):
    """Somebody sits there and types."""

    @contextmanager
    def isolation(self, *arguments, **named):
        with super().isolation(*arguments, **named) as streams:
            sys.stdin.isatty = lambda: True
            yield streams


@pytest.fixture
def in_a_terminal(cast):
    """`in_a_terminal("2\n", "capture", …)`."""
    return lambda typed, *call: Terminal().invoke(app, list(call), input=typed, prog_name="amity")


def test_a_sentence_is_kept_and_the_way_back_is_named(amity, viewer, ada):
    ended = amity("capture", SENTENCE)

    assert ended.exit_code == 0
    assert "Happened: Coffee in person, Monday 30 November" in ended.stdout
    assert "With: Ada Okafor" in ended.stdout
    assert "You promised: Send her the number by Friday 4 December" in ended.stdout
    assert "Kept a meeting with Ada Okafor, one need and one promise." in ended.stdout
    amity("undo", ended.stdout.split()[-1])
    with scope_of(viewer):
        assert not Promise.objects.exists()


def test_a_dry_run_keeps_nothing(amity, viewer, ada):
    ended = amity("capture", SENTENCE, "--dry-run")

    assert ended.stdout.endswith("Nothing was kept.\n")
    with scope_of(viewer):
        assert not Change.objects.exists()


def test_json_tells_what_was_kept_and_how_to_undo_it(amity, viewer, ada):
    answer = json.loads(amity("capture", SENTENCE, "--json").stdout)
    tried = json.loads(amity("capture", SENTENCE, "--json", "--dry-run").stdout)

    with scope_of(viewer):
        assert Change.objects.get().pk.hex == answer["change_id"].replace("-", "")
    assert [said["kind"] for said in answer["kept"]["said"]] == ["need", "promise"]
    assert answer["kept"]["said"][1]["day"] == "2026-12-04"
    assert tried["change_id"] is None
    assert tried["kept"] == answer["kept"]


def test_without_a_terminal_an_ambiguous_name_is_refused_with_the_choices(amity, viewer, ada, other):
    ended = amity("capture", "Lunch with Ada")

    assert ended.exit_code == 2
    assert "amity: Which Ada?" in ended.stderr
    assert str(ada.pk) in ended.stderr
    assert str(other.pk) in ended.stderr
    with scope_of(viewer):
        assert not Change.objects.exists()


def test_without_a_terminal_a_she_who_may_be_either_is_refused_with_both(amity, cast):
    ended = amity("capture", "Dinner with Ada and Bo, she needs a plumber")

    assert ended.exit_code == 2
    assert "Write the name instead" in ended.stderr
    assert "  Ada Okafor\n  Bo Lindqvist\n" in ended.stderr


def test_with_says_which_of_several_is_meant(amity, viewer, ada, other):
    ended = amity("capture", "Lunch with Ada", "--with", other.pk)

    assert "a meeting with Ada Lovell." in ended.stdout


def test_with_adds_who_was_there_and_may_be_repeated(amity, cast):
    ended = amity("capture", "Coffee", "--with", "Ada", "--with", "bo@lindqvist.example")

    assert "a meeting with Ada Okafor and Bo Lindqvist." in ended.stdout


def test_what_was_asked_of_several_stands_alone(amity, cast):
    ended = amity("capture", "Coffee with Ada and Bo, asked how I can help", "--dry-run")

    assert "You asked: How you can help" in ended.stdout.splitlines()


def test_days_are_counted_from_the_day_that_is_given(amity, ada):
    ended = amity("capture", "Coffee with Ada yesterday", "--on", "2026-11-20", "--dry-run")

    assert "Thursday 19 November" in ended.stdout


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (["  "], "amity: Write a few words first.\n"),
        (["The sky is blue"], "amity: With whom, or about whom? A name is all that is missing.\n"),
        (["Tea", "--with", "who@no.example"], "amity: Nobody here answers to “who@no.example”.\n"),
        (["Coffee with Ada", "--on", "2027-03-01"], "amity: That day is still to come.\n"),
        (["Coffee with Ada " + "and so on " * 11_000], "amity: That is longer than 100,000 characters."),
    ],
)
def test_what_cannot_be_kept_ends_with_two_and_a_sentence(amity, ada, call, sentence):
    ended = amity("capture", *call)

    assert ended.exit_code == 2
    assert ended.stderr.startswith(sentence)


def test_in_a_terminal_an_ambiguous_name_is_asked_about(in_a_terminal, viewer, ada, other):
    ended = in_a_terminal("9\n1\n", "capture", "Lunch with Ada")

    assert ended.exit_code == 0
    assert "Which Ada?" in ended.stderr
    assert "a meeting with Ada Okafor." in ended.stdout


def test_in_a_terminal_somebody_new_is_agreed_to_first(in_a_terminal, viewer):
    refused = in_a_terminal("n\nAda\n", "capture", "Lunch with Zora Neumann")
    added = in_a_terminal("y\n", "capture", "Lunch with Zora Neumann")

    assert "Zora Neumann is new here." in refused.stderr
    assert "a meeting with Ada Okafor." in refused.stdout
    assert "a meeting with Zora Neumann." in added.stdout
    with scope_of(viewer):
        assert Person.objects.filter(name="Zora Neumann").count() == 1


def test_in_a_terminal_of_whom_something_is_said_is_asked(in_a_terminal, viewer, cast):
    in_a_terminal("2\n", "capture", "Dinner with Ada and Bo. I'll send the photos by Friday.")

    with scope_of(viewer):
        assert Promise.objects.get().person_id == cast.bo.pk


def test_what_is_captured_is_found(amity, viewer, ada):
    amity("capture", SENTENCE)

    with scope_of(viewer):
        assert Need.objects.get().person_id == ada.pk
    assert find(viewer, "plumber", TODAY).said[0].person_id == ada.pk
