"""Somebody told by the cells of a row: as a person, and as the vCard that says the same.

A row of a table has no text that could be kept as it stood: its cells mean nothing without the header above them. So it
is kept as a card, which is what every other address book becomes, and what is read again when a later export says
something else. Cells of columns that nobody can tell stay in it as X-AMITY-CELL.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from amity.formats.birthdays import parse_day
from amity.formats.handles import account_handle, account_of_page, mail_handle, phone_handle, web_handle
from amity.formats.names import Name, parse_name
from amity.formats.vcard import fold as folded
from amity.formats.vcard_values import escaped
from amity.judgement.vocabulary import HandleKind, Shape
from amity.lib.text import clean, fold
from amity.sources.found import FoundBirthday, FoundFact, FoundHandle, FoundName, FoundPerson
from amity.sources.vcf.addresses import LONGEST_SHOWN, handle_of
from amity.sources.vcf.facts import address_facts, fact, joined, work_facts
from amity.sources.vcf.labels import LONGEST_LABEL
from amity.sources.vcf.person import LONGEST_NAME, circles_in, cleaned, key_of

_SHORT = 75  # characters; a line of no more needs no fold
_LONGEST_ACRONYM = 4  # letters
_TYPES = {
    "home": ";TYPE=home",
    "work": ";TYPE=work",
    "mobile": ";TYPE=cell",
    "fax": ";TYPE=fax",
    "home fax": ";TYPE=home;TYPE=fax",
    "work fax": ";TYPE=work;TYPE=fax",
    "pager": ";TYPE=pager",
    "other": ";TYPE=other",
    "main": ";TYPE=main",
}
_ORDER = {kind: place for place, kind in enumerate(HandleKind)}
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々・]+")
_NOT_PLAIN = re.compile(r"[\\;,\r\n]")
_NO_PARAM = re.compile(r"[\x00-\x1f]")

# Facts that are one property each; what a card calls them.
_PROPERTIES = {
    "note": "NOTE",
    "cares_about": "HOBBY",
    "speaks": "LANG",
}


@dataclass(slots=True)
class Draft:
    """What a row says, gathered cell by cell. Entries are (text, label); labels as vCard has them ("work fax")."""

    full: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    called: str = ""
    sounds: list[str] = field(default_factory=list)
    mails: list[tuple[str, str]] = field(default_factory=list)
    phones: list[tuple[str, str]] = field(default_factory=list)
    accounts: list[tuple[str, str]] = field(default_factory=list)  # the label is the service
    pages: list[tuple[str, str]] = field(default_factory=list)
    firms: list[tuple[str, ...]] = field(default_factory=list)  # a firm and its department
    titles: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    addresses: list[tuple[list[str], str, str]] = field(default_factory=list)  # parts as ADR, label, as written
    birthday: str = ""
    anniversary: str = ""
    days: list[tuple[str, str]] = field(default_factory=list)
    related: list[tuple[str, str]] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)  # (kind of fact, text): note, cares_about, speaks
    circles: list[str] = field(default_factory=list)
    pronouns: str = ""
    picture: str = ""
    uid: str = ""
    cells: list[tuple[str, str]] = field(default_factory=list)  # (header, text) of what nobody can tell


def own_label(text: str) -> str:
    """A label in somebody's own words, as it comes back from a card."""
    text = clean(" ".join(text.split()))[:LONGEST_LABEL]
    return text.lower().replace("_", " ") if text.isupper() and len(text) > _LONGEST_ACRONYM else text


def person_of_draft(draft: Draft, where: str) -> FoundPerson | None:
    """Who it is; None when it has neither a name nor an address."""
    handles, misplaced = _handles(draft)
    name = _name(draft, handles)
    if not name.shown:
        return None
    firm = draft.firms[0][0] if draft.firms else ""
    is_firm = bool(firm) and not (name.given or name.family) and fold(name.shown) == fold(firm)
    day = parse_day(draft.birthday) if draft.birthday else None
    facts = _facts(draft, name.shown if is_firm else "") + misplaced
    if draft.birthday and day is None:
        facts.append(fact("birthday", draft.birthday))
    if draft.picture:
        facts.append(fact("picture", draft.picture))
    # A comma in a category parts it in two, however it is written.
    draft.circles = [name.replace(",", " ") for name in draft.circles]
    verbatim = clean(_card(draft, name.shown))
    return FoundPerson(
        key=key_of(draft.uid, verbatim),
        name=name,
        shape=Shape.ORGANISATION if is_firm else Shape.PERSON,
        handles=handles,
        facts=tuple(cleaned(facts)),
        birthday=FoundBirthday(day.month, day.day, day.year) if day else None,
        circles=tuple(circles_in(draft.circles)) if draft.circles else (),
        pronouns=clean(draft.pronouns)[:40],
        verbatim=verbatim,
        where=where,
    )


def _name(draft: Draft, handles: tuple[FoundHandle, ...]) -> FoundName:
    given, middle, family, prefix, suffix = draft.given, draft.middle, draft.family, draft.prefix, draft.suffix
    called = draft.called.split(",")[0].strip()
    shown = _shown(draft)
    firm = draft.firms[0][0] if draft.firms else ""
    if not (given or family):
        # "Dr." alone, or a title beside a firm, is nobody's name
        known = parse_name(shown) if shown and fold(shown) != fold(firm) else Name("")
        given, middle, family, prefix, suffix = known.given, known.middle, known.family, known.prefix, known.suffix
        called = called or known.called
    shown = shown or firm or called or (handles[0].shown if handles else "")
    parts = (shown, given, middle, family, prefix, suffix, called)
    return FoundName(*(clean(part)[:LONGEST_NAME] if part else "" for part in parts))


def _shown(draft: Draft) -> str:
    if draft.full:
        return draft.full
    if draft.given and draft.family and _EAST_ASIAN.fullmatch(draft.given) and _EAST_ASIAN.fullmatch(draft.family):
        return f"{draft.family} {draft.given}"
    parts = (draft.prefix, draft.given, draft.middle, draft.family, draft.suffix)
    return " ".join(filter(None, parts)) if draft.given or draft.family else ""


def _handles(draft: Draft) -> tuple[tuple[FoundHandle, ...], list[FoundFact]]:
    found: dict[tuple[str, str], FoundHandle] = {}
    misplaced: list[FoundFact] = []

    def add(handle: FoundHandle | None, written: str, label: str, name: str) -> None:
        if handle:
            found.setdefault((handle.kind, handle.value), handle)
        else:
            misplaced.append(fact("other", written, label or name))

    for written, label in draft.mails:
        add(handle_of(HandleKind.MAIL, mail_handle(written), written[:LONGEST_SHOWN], label), written, label, "email")
    for written, label in draft.phones:
        shown = written[:LONGEST_SHOWN].removeprefix("tel:")
        add(handle_of(HandleKind.PHONE, phone_handle(written), shown, label), written, label, "tel")
    for written, service in draft.accounts:
        value = account_of_page(written) or account_handle(service, written)
        account = handle_of(HandleKind.ACCOUNT, value, written[:LONGEST_SHOWN], service)
        add(account, written, service, "x-socialprofile")
    for written, label in draft.pages:
        by_page = account_of_page(written)
        kind = HandleKind.ACCOUNT if by_page else HandleKind.WEB
        page = handle_of(kind, by_page or web_handle(written), written[:LONGEST_SHOWN], label)
        add(page, written, label, "url")
    if draft.accounts or draft.pages:
        return tuple(sorted(found.values(), key=_rank)), misplaced
    return tuple(found.values()), misplaced


def _rank(handle: FoundHandle) -> int:
    return _ORDER[handle.kind]


def _facts(draft: Draft, besides: str) -> list[FoundFact]:
    """Everything but handles and birthday; of a firm without its own name."""
    facts: list[FoundFact] = []
    if draft.firms or draft.titles or draft.roles:
        facts += work_facts([joined(list(firm)) for firm in draft.firms], draft.titles, draft.roles)
    for parts, label, written in draft.addresses:
        facts += address_facts(parts, label, written, is_work=label in ("work", "work fax"))
    if draft.sounds:
        facts.append(fact("pronounced", " ".join(draft.sounds)))
    if draft.anniversary:
        facts.append(fact("anniversary", _day(draft.anniversary)))
    facts += [fact("day", _day(text), label) for text, label in draft.days]
    facts += [fact("related", text, label) for text, label in draft.related]
    facts += [fact(kind, text) for kind, text in draft.told]
    return [one for one in facts if one.text != besides] if besides else facts


def _day(text: str) -> str:
    day = parse_day(text)
    return str(day) if day else text


class _Lines:
    """The lines of a card in the making. Labels that vCard has no word for stand beside the entry, as Apple does it."""

    def __init__(self) -> None:
        self.lines = ["BEGIN:VCARD", "VERSION:3.0"]
        self.groups = 0

    def add(self, name: str, value: str, label: str = "") -> None:
        """A property with its value as it is to be written."""
        if not label or label in _TYPES:
            line = f"{name}{_TYPES[label] if label else ''}:{value}"
        else:
            self.groups += 1
            line = f"item{self.groups}.{name}:{value}"
            self._write(f"item{self.groups}.X-ABLABEL:{_text(label)}")
        self._write(line)

    def _write(self, line: str) -> None:
        self.lines.append(line if len(line) <= _SHORT and line.isascii() else folded(line)[:-2])

    def text(self) -> str:
        """The whole card."""
        return "\r\n".join([*self.lines, "END:VCARD", ""])


def _text(text: str) -> str:
    return escaped(text) if _NOT_PLAIN.search(text) else text


@lru_cache(maxsize=1_024)
def _param(text: str) -> str:
    """A parameter's value (RFC 6868)."""
    text = text.replace("^", "^^").replace("\r\n", "\n").replace("\n", "^n").replace('"', "^'")
    return f'"{_NO_PARAM.sub(" ", text)}"'


def _card(draft: Draft, shown: str) -> str:
    lines = _Lines()
    if draft.uid:
        lines.add("UID", _text(draft.uid))
    if draft.given or draft.family:
        parts = (draft.family, draft.given, draft.middle, draft.prefix, draft.suffix)
        lines.add("N", ";".join(map(_text, parts)))
    if named := _shown(draft):
        lines.add("FN", _text(named))
    if draft.called:
        lines.add("NICKNAME", _text(draft.called))
    for text, label in draft.mails:
        lines.add("EMAIL", _text(text), label)
    for text, label in draft.phones:
        lines.add("TEL", _text(text), label)
    for text, service in draft.accounts:
        lines.add(f"X-SOCIALPROFILE;TYPE={service}", _text(text))
    for text, label in draft.pages:
        lines.add("URL", _text(text), label)
    _add_facts(lines, draft)
    for header, text in draft.cells:
        lines.add(f"X-AMITY-CELL;X-NAME={_param(header)}", _text(text))
    return lines.text()


def _add_facts(lines: _Lines, draft: Draft) -> None:
    for firm in draft.firms:
        lines.add("ORG", ";".join(map(_text, firm)))
    for parts, label, written in draft.addresses:
        name = f"ADR;LABEL={_param(written)}" if written else "ADR"
        lines.add(name, ";".join(map(_text, parts)), label)
    for name, text in _single_lines(draft):
        if text:
            lines.add(name, _text(text))
    for name, entries in (("X-ABDATE", draft.days), ("X-ABRELATEDNAMES", draft.related)):
        for text, label in entries:
            lines.add(name, _text(text), label)
    if draft.circles:
        lines.add("CATEGORIES", ",".join(map(_text, draft.circles)))


def _single_lines(draft: Draft) -> Iterator[tuple[str, str]]:
    yield from (("TITLE", text) for text in draft.titles)
    yield from (("ROLE", text) for text in draft.roles)
    yield "BDAY", draft.birthday
    yield "ANNIVERSARY", draft.anniversary
    yield "PRONOUNS", draft.pronouns
    yield "X-PHONETIC-FIRST-NAME", " ".join(draft.sounds)
    yield from ((_PROPERTIES[kind], text) for kind, text in draft.told)
    yield "PHOTO;VALUE=uri", draft.picture
