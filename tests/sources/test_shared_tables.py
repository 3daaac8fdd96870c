"""The tables that lie beside the checkout, of other projects' tests and written from descriptions of the formats."""

import os
from pathlib import Path

import pytest

from amity.sources import registry
from amity.sources.found import Cursor, FoundInteraction, FoundPerson, Problem
from tests.sources.tables import its_card, told

EXPORTS = Path(os.environ.get("AMITY_SHARED", "../shared")) / "data" / "exports"

pytestmark = pytest.mark.skipif(not EXPORTS.is_dir(), reason=f"no exports to read in {EXPORTS}; set AMITY_SHARED")


@pytest.mark.parametrize(
    ("name", "kind", "people", "messages", "lost"),
    [
        ("synthetic_from_format_docs/google_contacts_new.csv", "google_csv", 2, 0, 0),
        ("rolomind_csv/tests/fixtures/google.csv", "google_csv", 4, 0, 0),
        ("rolomind_csv/tests/fixtures/linkedin.csv", "linkedin", 5, 0, 0),
        ("rolomind_csv/tests/fixtures/custom.csv", "any_csv", 4, 0, 0),
        ("rolomind_csv/tests/fixtures/rolodex.csv", "any_csv", 4, 0, 0),
        ("google_csv_takbok/testcases/test-data/sample1.csv", "any_csv", 16, 0, 0),
        ("google_csv_takbok/testcases/test-data/sample2.csv", "any_csv", 100, 0, 0),
        ("synthetic_from_format_docs/linkedin_Connections.csv", "linkedin", 2, 0, 1),
        ("linkedin_labeldekho/tests/fixtures", "linkedin", 10, 11, 0),
    ],
)
def test_tables_met_outside_are_read_whole(name: str, kind: str, people: int, messages: int, lost: int) -> None:
    known = registry.recognise(str(EXPORTS / name))
    assert isinstance(known, registry.Recognised)
    things = [thing for thing in registry.read(known.kind, known.path, None) if not isinstance(thing, Cursor)]

    found = [thing for thing in things if isinstance(thing, FoundPerson)]
    assert known.kind == kind
    assert len(found) == people
    assert sum(isinstance(thing, FoundInteraction) for thing in things) == messages
    assert sum(isinstance(thing, Problem) and not thing.kept for thing in things) == lost
    assert all(told(its_card(person)) == told(person) for person in found)


def test_every_message_of_an_export_met_outside_says_which_way_it_went() -> None:
    path = EXPORTS / "linkedin_labeldekho" / "tests" / "fixtures"

    ways = [thing.folder for thing in registry.read("linkedin", str(path), None) if isinstance(thing, FoundInteraction)]

    assert (ways.count("inbox"), ways.count("sent")) == (6, 5)
