"""The chats that lie beside the checkout, of other projects' tests and written from descriptions of the formats."""

import os
from pathlib import Path

import pytest

from amity.sources import registry
from amity.sources.found import Cursor, FoundInteraction, Problem

EXPORTS = Path(os.environ.get("AMITY_SHARED", "../shared")) / "data" / "exports"
AMBIGUOUS = "may be written with the day first or with the month first"

pytestmark = pytest.mark.skipif(not EXPORTS.is_dir(), reason=f"no exports to read in {EXPORTS}; set AMITY_SHARED")


def things_of(name: str) -> tuple[list[FoundInteraction], list[Problem]]:
    path = EXPORTS / name
    known = registry.recognise(str(path))
    assert isinstance(known, registry.Recognised)
    things = [thing for thing in registry.read(known.kind, known.path, None) if not isinstance(thing, Cursor)]
    messages = [thing for thing in things if isinstance(thing, FoundInteraction)]
    return messages, [thing for thing in things if isinstance(thing, Problem)]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("whatstk/chats/whatsapp/lorem.txt", 500),
        ("whatstk/chats/whatsapp/lorem-2000.txt", 2_000),
        ("whatstk/chats/whatsapp/lorem-merge-part1.txt", 300),
        ("chatistics/tests/test_data/whatsapp/_chat 2.txt", 4),
        ("chatistics/tests/test_data/whatsapp/_chat 4.txt", 3),
        ("synthetic_from_format_docs/whatsapp_ios_de.txt", 2),
        ("synthetic_from_format_docs/whatsapp_android_jp.txt", 1),
    ],
)
def test_chats_are_read_whole(name: str, count: int) -> None:
    messages, problems = things_of(name)

    assert len(messages) == count
    assert all(problem.kept for problem in problems)


@pytest.mark.parametrize(
    "name",
    [
        "chatistics/tests/test_data/whatsapp/_chat 3.txt",
        "synthetic_from_format_docs/whatsapp_android_us.txt",
        "synthetic_from_format_docs/whatsapp_ios_us_12h_nnbsp.txt",
    ],
)
def test_chats_whose_dates_tell_nothing_are_not_guessed_at(name: str) -> None:
    messages, problems = things_of(name)

    assert messages == []
    assert AMBIGUOUS in problems[0].why


@pytest.mark.parametrize(
    ("name", "kind", "count"),
    [
        ("telegram_result_full.json", "telegram", 4),
        ("facebook_message_1.json", "messenger", 4),
        ("sms_backup_restore.xml", "sms", 3),
        ("sms_backup_restore_calls.xml", "sms", 2),
    ],
)
def test_exports_written_from_descriptions_are_read_whole(name: str, kind: str, count: int) -> None:
    known = registry.recognise(str(EXPORTS / "synthetic_from_format_docs" / name))

    messages, problems = things_of(f"synthetic_from_format_docs/{name}")

    assert isinstance(known, registry.Recognised)
    assert known.kind == kind
    assert len(messages) == count
    assert all(problem.kept for problem in problems)
