"""Every `--json` answers as docs/cli.md says, whatever there is to answer."""

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from amity.actions.people import trash_person
from amity.surfaces.cli.answers import ANSWERS
from docs.generate import shape
from tests.actions.worlds import helping_of, promises_of
from tests.processes import CHECKOUT

LETTERS, CARDS = (str(CHECKOUT / "docs" / "walkthrough" / name) for name in ("letters.mbox", "friends.vcf"))
EVERYTHING_SAID = "Call with Ada today, she needs a plumber, she can lend a van. I'll ring Friday. Asked how to help."
CALLS = [
    ("today", []),
    ("today", ["--on", "2027-06-01"]),
    ("promises", []),
    ("promises", ["--all", "--on", "2027-06-01"]),
    ("promises --suggested", []),
    ("capture", ["Coffee with Ada and Zora Neumann, Ada needs a plumber", "--dry-run"]),
    ("capture", [EVERYTHING_SAID]),
    ("needs", ["--all"]),
    ("needs --suggested", []),
    ("offers", ["--on", "2027-06-01"]),
    ("offers --suggested", []),
    ("helping", []),
    ("people", []),
    ("people --candidates", []),
    ("person", ["Ada"]),
    ("person", ["cy@ramanathan.example"]),
    ("brief", ["Ada"]),
    ("search", ["canal"]),
    ("search", ["nothing like it"]),
    ("duplicates", []),
    ("history", []),
    ("addresses", []),
    ("imports", []),
    ("import --preview", [LETTERS, CARDS]),
]
CHANGES = [
    ("promise add", ["Bo", "Lend the tent", "--by", "friday", "--said", "yesterday", "--private"]),
    ("promise add", ["Bo", "Lend you the tent", "--theirs"]),
    ("promise accept", ["card", "--by", "soon", "--what", "Find the card"]),
    ("promise dismiss", ["card"]),
    ("promise keep", ["ladder", "--on", "yesterday"]),
    ("promise not-yet", ["deck"]),
    ("promise release", ["ladder", "--they-know"]),
    ("promise open", ["press"]),
    ("promise correct", ["ladder", "--by", "", "--with", "Bo"]),
    ("promise remove", ["ladder"]),
    ("need add", ["Bo", "A berth in spring", "--said", "yesterday", "--private"]),
    ("need accept", ["dog", "--what", "A dog walker"]),
    ("need correct", ["drain", "--what", "A plumber", "--of", "Bo"]),
    ("need dismiss", ["dog"]),
    ("need met", ["plumber", "--on", "yesterday"]),
    ("need over", ["plumber"]),
    ("need still", ["plumber"]),
    ("need open", ["tent"]),
    ("need remove", ["plumber"]),
    ("offer add", ["Ada", "A spare room"]),
    ("offer accept", ["dogs"]),
    ("offer correct", ["engineer", "--what", "Plumbs"]),
    ("offer dismiss", ["dogs"]),
    ("offer taken", ["engineer"]),
    ("offer over", ["engineer"]),
    ("offer still", ["engineer"]),
    ("offer open", ["tent"]),
    ("offer remove", ["tent"]),
    ("match help", ["plumber"]),
    ("match introduce", ["Bo"]),
    ("match no", ["drain"]),
    ("asked", ["Bo", "A berth.", "--on", "yesterday", "--private"]),
]


@pytest.mark.parametrize(("call", "more"), CALLS)
def test_an_answer_has_the_documented_shape(amity, viewer, ada, bo, call, more):
    promises_of(viewer, ada), helping_of(viewer, ada, bo)

    ended = amity(*call.split(), *more, "--json")

    assert ended.exit_code == 0
    assert ended.stderr == ""
    assert misfits(json.loads(ended.stdout), shape(ANSWERS[call])) == []


@pytest.mark.parametrize(("call", "more"), CHANGES)
def test_a_change_answers_with_itself_and_with_the_way_back(amity, viewer, ada, bo, call, more):
    promises_of(viewer, ada), helping_of(viewer, ada, bo)

    answer = json.loads(amity(*call.split(), *more, "--json").stdout)

    assert misfits(answer, shape(ANSWERS[call])) == []
    assert amity("undo", answer["change_id"]).stdout == f"Taken back: {answer['sentence']}\n"


def test_what_changes_something_answers_with_the_change(amity, viewer, cast):
    trash_person(viewer, cast.ada.pk)

    undone = amity("undo", "--json")
    merged = amity("merge", "Bo", "Ada", "--json")

    for ended in (undone, merged):
        assert misfits(json.loads(ended.stdout), shape(ANSWERS["undo"])) == []


@pytest.mark.django_db(transaction=True)
def test_what_is_brought_in_and_taken_back_answers_with_a_report(amity):
    brought = json.loads(amity("import", LETTERS, CARDS, "--json").stdout)
    intake = brought["report"]["progress"]["intake_id"]
    again = json.loads(amity("imports", "resume", intake, "--json").stdout)
    gone = json.loads(amity("imports", "undo", intake, "--json").stdout)

    assert misfits(brought, shape(ANSWERS["import"])) == []
    assert misfits(again, shape(ANSWERS["imports resume"])) == []
    assert misfits(gone, shape(ANSWERS["imports undo"])) == []


def test_every_documented_answer_is_tried():
    tried = {call for call, _ in (*CALLS, *CHANGES)} | {"merge", "undo"} | {"import", "imports resume", "imports undo"}

    assert tried == set(ANSWERS)


def misfits(value: Any, drawn: Any, where: str = "") -> list[str]:
    """Where a value is not as drawn: one line each."""
    if isinstance(drawn, dict):
        if value is None:
            return []
        if not isinstance(value, dict) or value.keys() != drawn.keys():
            return [f"{where}: {value!r} has not the fields {list(drawn)}"]
        return [line for name in drawn for line in misfits(value[name], drawn[name], f"{where}.{name}")]
    if isinstance(drawn, list):
        if not isinstance(value, list):
            return [f"{where}: {value!r} is no list"]
        kinds = drawn * len(value) if len(drawn) == 1 else drawn
        return [line for one, kind in zip(value, kinds, strict=True) for line in misfits(one, kind, where + "[]")]
    return [] if fits(value, drawn) else [f"{where}: {value!r} is not: {drawn}"]


def fits(value: Any, word: str) -> bool:
    if word.endswith(" or null"):
        return value is None or fits(value, word.removesuffix(" or null"))
    parsers = {"id": UUID, "date": date.fromisoformat, "moment": datetime.fromisoformat}
    if word in parsers:
        return parsers[word](value) is not None
    if word == "true or false":
        return isinstance(value, bool)
    if word == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if " | " in word:
        return value in word.replace('""', "").split(" | ")
    return isinstance(value, str)
