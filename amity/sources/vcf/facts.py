"""The facts of a card: work, places, notes, languages, people named beside somebody, and days."""

from collections.abc import Iterator

from amity.formats.birthdays import parse_day
from amity.formats.vcard import Card, Property
from amity.formats.vcard_values import list_of, parts_of, text_of
from amity.sources.found import FoundFact
from amity.sources.vcf.labels import in_order, label_of

SOURCE = "contacts card"

_PLAIN = {
    "NOTE": "note",
    "BIRTHPLACE": "born_in",
    "DEATHPLACE": "died_in",
    "HOBBY": "cares_about",
    "INTEREST": "cares_about",
    "EXPERTISE": "knows_about",
    "LANG": "speaks",
    "LANGUAGE": "speaks",
    "TZ": "time_zone",
}
_RELATED = {
    "RELATED": "",
    "X-ABRELATEDNAMES": "",
    "X-SPOUSE": "spouse",
    "X-EVOLUTION-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
    "X-MANAGER": "manager",
    "X-MS-MANAGER": "manager",
    "X-EVOLUTION-MANAGER": "manager",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "manager",
    "X-ASSISTANT": "assistant",
    "X-MS-ASSISTANT": "assistant",
    "X-EVOLUTION-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
    "X-MS-SPOUSE": "spouse",
    "X-MS-CHILD": "child",
    "X-CHILDREN": "child",
}
_DAYS = {
    "ANNIVERSARY": "anniversary",
    "X-ANNIVERSARY": "anniversary",
    "X-EVOLUTION-ANNIVERSARY": "anniversary",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversary",
    "X-MS-ANNIVERSARY": "anniversary",
    "DEATHDATE": "died",
    "X-ABDATE": "day",
}
_PHONETIC = ("X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME", "X-PHONETIC-LAST-NAME")
_POST_BOX, _EXTENDED, _STREET, _PLACE, _REGION, _CODE, _COUNTRY = range(7)


def facts_of(card: Card) -> Iterator[FoundFact]:
    """Everything known about somebody that is neither name, handle, birthday, picture nor circle."""
    yield from _work(card)
    for found in in_order(card.all("ADR")):
        yield from _address(found, card)
    sounds = [text_of(found, card.version).strip() for name in _PHONETIC for found in card.all(name)[:1]]
    if any(sounds):
        yield fact("pronounced", " ".join(filter(None, sounds)))
    for found in card.properties:
        yield from _other(found, card)


def fact(kind: str, text: str, label: str = "") -> FoundFact:
    """A fact whose source is the card."""
    return FoundFact(kind, text, label, source=SOURCE)


def work_facts(firms: list[str], titles: list[str], roles: list[str]) -> Iterator[FoundFact]:
    """Jobs: the first title with the first firm, and so on; a role that is no title stands alone."""
    roles = [role for role in roles if role not in titles]
    firms, titles = [firm for firm in firms if firm], titles or roles[:1]
    for place in range(max(len(firms), len(titles))):
        yield fact("work", joined([*titles[place : place + 1], *firms[place : place + 1]]))
    for role in roles:
        if role not in titles:
            yield fact("work", role, "role")


def address_facts(parts: list[str], label: str, written: str, *, is_work: bool) -> Iterator[FoundFact]:
    """Where somebody lives, and the address: seven parts as ADR has them, or as it is `written` on one label."""
    parts = [" ".join(part.replace("\n", ", ").split()) for part in parts]
    parts = [part.strip(" ,") for part in [*parts, *[""] * 7][:7]]
    if parts[_PLACE] and not is_work:
        yield fact("lives_in", joined([parts[_PLACE], parts[_REGION], parts[_COUNTRY]]), label)
    place = " ".join(filter(None, (parts[_CODE], parts[_PLACE])))
    whole = [parts[_STREET], parts[_EXTENDED], parts[_POST_BOX], place, parts[_REGION], parts[_COUNTRY]]
    if text := joined(whole) or written:
        yield fact("address", text, label)


def joined(parts: list[str]) -> str:
    """Parts as one text, without empty ones."""
    return ", ".join(part.strip() for part in parts if part.strip())


def _work(card: Card) -> Iterator[FoundFact]:
    firms = [joined(parts_of(found, card.version)) for found in in_order(card.all("ORG"))]
    yield from work_facts(firms, _texts(card, "TITLE"), _texts(card, "ROLE"))


def _texts(card: Card, name: str) -> list[str]:
    return [text for found in in_order(card.all(name)) if (text := text_of(found, card.version).strip())]


def _address(found: Property, card: Card) -> Iterator[FoundFact]:
    written, is_work = found.param("LABEL").strip(), "work" in found.types()
    yield from address_facts(parts_of(found, card.version), label_of(found, card), written, is_work=is_work)


def _other(found: Property, card: Card) -> Iterator[FoundFact]:
    kind = _PLAIN.get(found.name)
    if kind:
        if text := text_of(found, card.version).strip():
            yield fact(kind, text)
    elif found.name in _RELATED:
        yield from _related(found, card)
    elif found.name in _DAYS:
        yield from _day(found, card)
    elif found.name == "CONTACT-URI" and (text := text_of(found, card.version).strip()):
        yield fact("other", text, "contact")


def _related(found: Property, card: Card) -> Iterator[FoundFact]:
    label = _RELATED[found.name] or label_of(found, card)
    for name in list_of(found, card.version) if found.name == "X-CHILDREN" else [text_of(found, card.version).strip()]:
        # A link to another card says nothing to a reader; the card itself keeps it.
        if name and not name.lower().startswith("urn:"):
            yield fact("related", name.removeprefix("mailto:"), label)


def _day(found: Property, card: Card) -> Iterator[FoundFact]:
    if not (text := text_of(found, card.version).strip()):
        return
    kind, label = _DAYS[found.name], ""
    if kind == "day":
        label = label_of(found, card)
        kind, label = ("anniversary", "") if label.lower() == "anniversary" else (kind, label)
    day = parse_day(text, found.param("X-APPLE-OMIT-YEAR"))
    yield fact(kind, str(day) if day else text, label)
