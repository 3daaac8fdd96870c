"""Names, addresses and numbers as somebody else's parser reads them, on our samples and on cards met outside."""

import os
from pathlib import Path

import pytest
import vobject

from amity.formats.vcard import Card, parse, serialise, split_cards
from amity.formats.vcard_values import parts_of, text_of
from amity.sources.found import FoundPerson, Problem
from amity.sources.vcf.read import read

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.vcf"))
SHARED = Path(os.environ.get("AMITY_SHARED", Path(__file__).parents[4] / "shared")) / "data" / "vcard"
OUTSIDE = sorted(SHARED.rglob("*.vcf")) or [
    pytest.param(SHARED, marks=pytest.mark.skip("the shared data is not beside the checkout; set AMITY_SHARED"))
]
# The oracle splits FN at an unescaped comma, which in FN is a comma.
FN_WITH_COMMA = "John_Doe_GMAIL.vcf"


def ours(card: Card) -> tuple[list[str], list[list[str]], list[str], list[str]]:
    names = [[*parts_of(found, card.version), *[""] * 5][:5] for found in card.all("N")]
    texts = [[text_of(found, card.version) for found in card.all(name)] for name in ("FN", "EMAIL", "TEL")]
    return texts[0], names, texts[1], texts[2]


def theirs(text: str) -> tuple[list[str], list[list[str]], list[str], list[str]] | None:
    try:
        contents = vobject.readOne(text).contents
    except vobject.base.VObjectError:
        return None
    names = [
        [flat(part) for part in (name.family, name.given, name.additional, name.prefix, name.suffix)]
        for name in (one.value for one in contents.get("n", []))
    ]
    texts = [[one.value for one in contents.get(name, [])] for name in ("fn", "email", "tel")]
    return texts[0], names, texts[1], texts[2]


def flat(part: str | list[str]) -> str:
    return ", ".join(filter(None, (one.strip() for one in part))) if isinstance(part, list) else part.strip()


@pytest.mark.parametrize("path", [*SAMPLES, *OUTSIDE], ids=lambda path: path.name)
def test_the_oracle_reads_the_same_names_addresses_and_numbers(path: Path) -> None:
    with path.open("rb") as stream:
        texts = [text.verbatim for text in split_cards(stream) if text.verbatim]

    expected = {text: names for text in texts if (names := theirs(text))}

    if not expected:
        pytest.skip("the oracle refuses every card of it: soft-broken lines of 2.1 are tested by hand")
    for text, names in expected.items():
        full = ["Mr. John Richter, James Doe Sr."] if path.name == FN_WITH_COMMA else names[0]
        assert ours(parse(text)) == (full, *names[1:])


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: path.name)
def test_no_card_met_outside_is_lost_or_changed(path: Path) -> None:
    count = path.read_bytes().upper().count(b"BEGIN:VCARD")

    things = list(read(str(path), None))

    found = [thing for thing in things if isinstance(thing, FoundPerson)]
    assert len(found) == count
    assert all(thing.kept for thing in things if isinstance(thing, Problem))
    assert all(serialise(parse(person.verbatim)) == person.verbatim for person in found)
