"""One card as a person, an organisation or a group."""

import hashlib
from collections.abc import Iterable, Iterator

from amity.formats.birthdays import parse_day
from amity.formats.names import parse_name
from amity.formats.vcard import Card, Property
from amity.formats.vcard_values import data_of, list_of, parts_of, text_of
from amity.judgement.vocabulary import HandleKind, Shape
from amity.lib.text import clean, fold
from amity.sources.found import FoundBirthday, FoundFact, FoundHandle, FoundName, FoundPerson, FoundPhoto
from amity.sources.vcf.addresses import handles_of
from amity.sources.vcf.facts import fact, facts_of
from amity.sources.vcf.labels import in_order

KEY_SIZE = 16  # bytes
LONGEST_NAME = 300  # characters
LONGEST_CIRCLE = 60  # characters

# What Google calls its own lists: everybody is in them, so they say nothing.
_NO_CIRCLES = frozenset(("mycontacts", "my contacts", "starred", "contacts", "unfiled"))
_SHAPES = {
    "group": Shape.GROUP,
    "org": Shape.ORGANISATION,
    "organization": Shape.ORGANISATION,
    "location": Shape.ORGANISATION,
}


def person_of(card: Card, verbatim: str, where: str) -> FoundPerson | None:
    """What a card tells; None when it has neither a name nor a handle."""
    handles, facts = handles_of(card)
    firm = _first_firm(card)
    name = _name(card, firm, handles)
    if not name.shown:
        return None
    birthday, born = _birthday(card)
    photo, picture = _photo(card)
    shape = _shape(card, name, firm)
    known = [one for one in facts_of(card) if shape is Shape.PERSON or one.text != name.shown]
    return FoundPerson(
        key=key_of(_text(card, "UID"), verbatim),
        name=name,
        shape=shape,
        handles=tuple(handles),
        facts=tuple(cleaned([*known, *facts, *born, *picture])),
        birthday=birthday,
        photo=photo,
        circles=tuple(_circles(card)),
        pronouns=clean(_text(card, "PRONOUNS") or _text(card, "X-PRONOUNS"))[:40],
        verbatim=clean(verbatim),
        where=where,
    )


def troubles_of(card: Card) -> Iterator[tuple[int, str]]:
    """What in a card could not be understood: the line, counted from the card's own, and why."""
    bad = card.bad_lines()
    if bad:
        some = "A line" if len(bad) == 1 else f"{len(bad)} lines"
        yield (
            bad[0].line,
            f"{some} of this card could not be understood; {'it is' if len(bad) == 1 else 'they are'} kept.",
        )
    for found in card.all("PHOTO"):
        if found.param("ENCODING") and found.value.strip() and not _picture(found):
            yield found.line, "The picture in this card could not be read."


def key_of(uid: str, verbatim: str) -> bytes:
    """What tells the same card in a second reading: its UID, or its text where it has none."""
    uid = uid.lower().removeprefix("urn:uuid:")
    basis = f"uid {uid}" if uid else "text " + " ".join(verbatim.split())
    return hashlib.blake2b(basis.encode("utf-8", "surrogatepass"), digest_size=KEY_SIZE).digest()


def _text(card: Card, name: str) -> str:
    found = in_order(card.all(name))
    return next((text for one in found if (text := text_of(one, card.version).strip())), "")


def _first_firm(card: Card) -> str:
    found = card.first("ORG")
    return parts_of(found, card.version)[0].strip() if found else ""


def _name(card: Card, firm: str, handles: list[FoundHandle]) -> FoundName:
    found = next((one for one in in_order(card.all("N")) if any(parts_of(one, card.version))), None)
    parts = [part.strip() for part in parts_of(found, card.version)] if found else []
    family, given, middle, prefix, suffix = ([*parts, *[""] * 5])[:5]
    full = " ".join(_text(card, "FN").split())
    called = next((name for one in in_order(card.all("NICKNAME")) for name in list_of(one, card.version)), "")
    shown = full or " ".join(filter(None, (prefix, given, middle, family, suffix)))
    if not (given or family) and full and fold(full) != fold(firm):
        known = parse_name(full)
        given, middle, family, prefix, suffix = known.given, known.middle, known.family, known.prefix, known.suffix
        called = called or known.called
    shown = shown or firm or called or next((handle.shown for handle in _by_worth(handles)), "")
    texts = [clean(part)[:LONGEST_NAME] for part in (shown, given, middle, family, prefix, suffix, called)]
    return FoundName(*texts)


def _by_worth(handles: list[FoundHandle]) -> list[FoundHandle]:
    order = list(HandleKind)
    return sorted(handles, key=lambda handle: order.index(handle.kind))


def _shape(card: Card, name: FoundName, firm: str) -> Shape:
    written = (_text(card, "KIND") or _text(card, "X-ADDRESSBOOKSERVER-KIND")).lower()
    if written in _SHAPES:
        return _SHAPES[written]
    if _text(card, "X-ABSHOWAS").upper() == "COMPANY":
        return Shape.ORGANISATION
    named = name.given or name.family
    return Shape.ORGANISATION if firm and not named and fold(name.shown) == fold(firm) else Shape.PERSON


def _birthday(card: Card) -> tuple[FoundBirthday | None, list[FoundFact]]:
    texts = []
    for found in in_order(card.all("BDAY")):
        text = text_of(found, card.version).strip()
        omitted = next((value for name, value in found.params if name.endswith("OMIT-YEAR")), "")
        if day := parse_day(text, omitted):
            return FoundBirthday(day.month, day.day, day.year), []
        texts.append(text)
    return None, [fact("birthday", text) for text in texts if text]


def _photo(card: Card) -> tuple[FoundPhoto | None, list[FoundFact]]:
    facts = []
    for found in in_order(card.all("PHOTO")):
        if picture := _picture(found):
            return picture, []
        # An address is written down and never fetched: fetching would tell its host who reads whose card.
        if found.value.lower().startswith(("http:", "https:")) or found.param("VALUE").lower() in ("uri", "url"):
            facts.append(fact("picture", text_of(found, card.version).strip()))
    return None, [one for one in facts if one.text]


def _picture(found: Property) -> FoundPhoto | None:
    data = data_of(found)
    return FoundPhoto(*data) if data else None


def _circles(card: Card) -> Iterator[str]:
    return circles_in(name for found in card.all("CATEGORIES") for name in list_of(found, card.version))


def circles_in(names: Iterable[str]) -> Iterator[str]:
    """The circles that categories stand for, each once, without those in which everybody is."""
    for name in dict.fromkeys(" ".join(clean(name).split())[:LONGEST_CIRCLE] for name in names):
        if name and name.lower() not in _NO_CIRCLES:
            yield name


def cleaned(facts: Iterable[FoundFact]) -> Iterator[FoundFact]:
    """Facts as every database takes them, each once."""
    seen: set[tuple[str, str]] = set()
    for one in facts:
        text, label = clean(one.text), clean(one.label)
        if (one.kind, text) not in seen:
            seen.add((one.kind, text))
            yield one if (text, label) == (one.text, one.label) else fact(one.kind, text, label)
