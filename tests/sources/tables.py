"""What tests of tables share: rows as a file, what was found in it, and whether a card says what its row said."""

import csv
import io
import random
from collections.abc import Iterable, Sequence
from types import ModuleType

from amity.formats.vcard import parse
from amity.sources.found import Cursor, Found, FoundPerson, Problem
from amity.sources.vcf.person import person_of

Thing = Found | Problem


def table(rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """Rows as a program writes them."""
    held = io.StringIO()
    csv.writer(held, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return held.getvalue()


def things_in(reader: ModuleType, path: object) -> list[Thing]:
    """Everything a reader finds, without cursors."""
    return [thing for thing in reader.read(str(path), None) if not isinstance(thing, Cursor)]


def people_in(reader: ModuleType, path: object) -> list[FoundPerson]:
    return [thing for thing in things_in(reader, path) if isinstance(thing, FoundPerson)]


def problems_in(reader: ModuleType, path: object) -> list[Problem]:
    return [thing for thing in things_in(reader, path) if isinstance(thing, Problem)]


def handles(found: FoundPerson) -> list[tuple[str, str, str]]:
    return [(handle.kind.value, handle.value, handle.label) for handle in found.handles]


def facts(found: FoundPerson) -> list[tuple[str, str, str]]:
    return [(fact.kind, fact.text, fact.label) for fact in found.facts]


def told(found: FoundPerson) -> tuple[object, ...]:
    """All that a card tells, for comparing a row with the card that is kept of it."""
    return (
        *(found.name, found.shape, found.birthday, found.circles, found.pronouns, found.key),
        *(sorted(handles(found)), sorted(facts(found))),
    )


def its_card(found: FoundPerson) -> FoundPerson:
    """The same person, read from the card that is kept."""
    again = person_of(parse(found.verbatim), found.verbatim, found.where)
    assert again is not None
    return again


def damaged(content: bytes, seed: int) -> bytes:
    """The same bytes with a few changed, cut, doubled or made out of nothing."""
    chance, held = random.Random(seed), bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(held) + 1)
        match chance.randrange(5):
            case 0:
                held[at : at + chance.randint(0, 40)] = b""
            case 1:
                held[at:at] = chance.choice((b'"', b"\r", b"\n", b",", b";", b"\t", b"\0", b"\xff", b'""', b" ::: "))
            case 2:
                held[at:at] = held[: chance.randint(0, 300)]
            case 3:
                held[at : at + 1] = bytes((chance.randrange(256),))
            case _:
                del held[at + chance.randint(0, 2000) :]
    return bytes(held)
