"""The handles of a card: mail addresses, numbers, pages and accounts, in normal form."""

import re
from collections.abc import Iterator

from amity.formats.handles import account_handle, account_of_page, mail_handle, phone_handle, web_handle
from amity.formats.vcard import Card, Property
from amity.formats.vcard_values import text_of
from amity.judgement.vocabulary import HandleKind
from amity.lib.text import clean
from amity.sources.found import FoundFact, FoundHandle
from amity.sources.vcf.labels import in_order, label_of

LONGEST_SHOWN = 320  # characters

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!//)(.+)", re.DOTALL)
_NO_SERVICES = frozenset(("x-apple", "im", "pref", "other", "personal", "home", "work", "sip-msg"))
# "X-SKYPE:jane": one property for each service, as everybody wrote before IMPP.
_SERVICES = (
    "aim facebook gadugadu github google-talk groupwise gtalk icq instagram jabber linkedin mastodon matrix msn qq"
    " signal sip skype telegram threema twitter whatsapp xing yahoo"
)
_OWN_PROPERTIES = {f"X-{service.upper()}": service for service in _SERVICES.split()} | {
    "X-SKYPE-USERNAME": "skype",
    "X-TWITTER-USERNAME": "twitter",
    "X-TELEGRAM-USERNAME": "telegram",
}


def handles_of(card: Card) -> tuple[list[FoundHandle], list[FoundFact]]:
    """The handles, preferred first, each once; and as facts what stands in their place but reaches nobody."""
    handles: dict[tuple[str, str], FoundHandle] = {}
    facts: list[FoundFact] = []
    region = _region(card)
    for found in _entries(card):
        written = clean(text_of(found, card.version)).strip()
        handle = _handle(found, written, label_of(found, card), region) if written else None
        if handle:
            handles.setdefault((handle.kind, handle.value), handle)
        elif written:
            facts.append(FoundFact("other", written, label_of(found, card) or found.name.lower()))
    return list(handles.values()), facts


def _entries(card: Card) -> Iterator[Property]:
    by_name: dict[str, list[Property]] = {}
    for found in card.properties:
        by_name.setdefault(found.name, []).append(found)
    for name in ("EMAIL", "TEL", "IMPP", "X-SOCIALPROFILE", "SOCIALPROFILE", *_OWN_PROPERTIES, "X-MS-IMADDRESS", "URL"):
        if name in by_name:
            yield from in_order(by_name[name])


def _region(card: Card) -> str | None:
    # Apple writes the country of an address as two letters beside it; numbers without a country code are dialled there.
    codes = {found.value.strip().upper() for found in card.all("X-ABADR")}
    code = codes.pop() if len(codes) == 1 else ""
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _handle(found: Property, written: str, label: str, region: str | None) -> FoundHandle | None:
    shown = written[:LONGEST_SHOWN]
    if found.name == "EMAIL":
        return handle_of(HandleKind.MAIL, mail_handle(written), shown, label)
    if found.name == "TEL":
        return handle_of(HandleKind.PHONE, phone_handle(written, region), shown.removeprefix("tel:"), label)
    if found.name == "URL":
        account = account_of_page(written)
        kind = HandleKind.ACCOUNT if account else HandleKind.WEB
        return handle_of(kind, account or web_handle(written), shown, label)
    return handle_of(HandleKind.ACCOUNT, *_account(found, written), label) or _page(written, shown, label)


def _page(written: str, shown: str, label: str) -> FoundHandle | None:
    return handle_of(HandleKind.WEB, web_handle(written), shown, label) if written.startswith("http") else None


def handle_of(kind: HandleKind, value: str | None, shown: str, label: str) -> FoundHandle | None:
    """A handle; None where the text is no address, or too long for one."""
    return FoundHandle(kind, value, shown, label) if value and len(value) <= LONGEST_SHOWN else None


def _account(found: Property, written: str) -> tuple[str | None, str]:
    if found.name in _OWN_PROPERTIES:
        return account_handle(_OWN_PROPERTIES[found.name], written), written[:LONGEST_SHOWN]
    scheme = _SCHEME.fullmatch(written)
    name = clean(found.param("X-USER") or found.param("USERNAME")) or (scheme[2] if scheme else written)
    service = clean(found.param("X-SERVICE-TYPE") or found.param("SERVICE-TYPE") or _service(found))
    if not service and scheme and scheme[1].lower() not in _NO_SERVICES:
        service = scheme[1]
    if page := account_of_page(written):
        return page, written[:LONGEST_SHOWN]
    return account_handle(service or "im", name), name[:LONGEST_SHOWN]


def _service(found: Property) -> str:
    if not found.name.endswith("SOCIALPROFILE"):
        return ""
    types = (value for name, value in found.params if name == "TYPE")
    return next((value for value in types if value.lower() not in _NO_SERVICES), "")
