"""Every file of real and nasty mail that lies beside the checkout: no exception, nothing lost, the oracle agrees."""

import email
import email.utils
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amity.formats.email import read_mail
from amity.formats.mbox import is_envelope, open_envelope, split_messages
from amity.sources import registry
from amity.sources.found import Cursor, FoundInteraction, Problem
from amity.sources.registry import Recognised

MAIL = Path(os.environ.get("AMITY_SHARED", "../shared")) / "data" / "mail"
LATEST = datetime(2026, 1, 1, tzinfo=UTC)
WELL_FORMED = ("lists_2002", "office_2001")

pytestmark = pytest.mark.skipif(not MAIL.is_dir(), reason=f"no mail to read in {MAIL}; set AMITY_SHARED")


def messages_in(folder: Path) -> Iterator[bytes]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        if is_envelope(content):
            yield from (open_envelope(message)[1] for message in split_messages(content))
        else:
            yield content


def test_every_file_is_found_or_a_problem_and_twice_the_same() -> None:
    for one in registry.look_through(str(MAIL / "mime")) + registry.look_through(str(MAIL / "perceval_mbox")):
        if isinstance(one, Recognised):
            things = [thing for thing in registry.read(one.kind, one.path, None) if not isinstance(thing, Cursor)]

            assert things
            assert all(isinstance(thing, Problem) or len(thing.key) == 16 for thing in things)
            assert things == [
                thing for thing in registry.read(one.kind, one.path, None) if not isinstance(thing, Cursor)
            ]


def test_any_file_may_be_taken_for_any_kind_of_mail() -> None:
    for path in sorted(path for path in MAIL.rglob("*") if path.is_file()):
        for kind in ("mbox", "eml"):
            things = list(registry.read(kind, str(path), None))

            assert isinstance(things[-1], Cursor)
            assert len(things) > 1 or not path.read_bytes().strip()


@pytest.mark.parametrize("name", WELL_FORMED)
def test_a_folder_of_letters_gives_every_letter(name: str) -> None:
    [one] = registry.look_through(str(MAIL / name))

    assert isinstance(one, Recognised)
    things = list(registry.read(one.kind, one.path, None))
    found = [thing for thing in things if isinstance(thing, FoundInteraction)]
    lost = {thing.where for thing in things if isinstance(thing, Problem) and not thing.kept}
    assert lost <= {"SOURCE.txt", "UPSTREAM_LICENSE"}
    assert len(found) >= len(list((MAIL / name).iterdir())) - 2
    assert all(thing.at and thing.parties for thing in found)


@pytest.mark.parametrize("name", WELL_FORMED)
def test_senders_and_dates_are_those_of_the_standard_library(name: str) -> None:
    differences = 0
    for content in messages_in(MAIL / name):
        oracle = email.message_from_bytes(content)
        if not oracle["from"] or not oracle["date"]:
            continue
        ours = read_mail(content, LATEST)
        sent = email.utils.parsedate_to_datetime(str(oracle["date"]))
        sent = sent.astimezone(UTC) if sent.tzinfo else sent.replace(tzinfo=UTC)
        _, address = email.utils.parseaddr(str(oracle["from"]))
        # A date before the first network mail, or one that its server's contradicts, is not believed.
        differences += [each.address for each in ours.senders] != [address.lower()]
        differences += ours.at != sent and abs(sent - ours.at).days < 300 if ours.at else 1

    assert differences == 0
