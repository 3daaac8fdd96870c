"""Somebody told by the cells of a row: as a person, and as the vCard that says the same.

A row of a table has no text that could be kept as it stood: its cells mean nothing without the header above them. So it
is kept as a card, which is what every other address book becomes, and what is read again when a later export says
something else. Cells of columns that nobody can tell stay in it as X-AMITY-CELL.
"""

from amity.formats.birthdays import parse_day
from amity.formats.handles import account_handle, account_of_page, mail_handle, phone_handle, web_handle
from amity.formats.names import Name, parse_name
from amity.judgement.vocabulary import HandleKind, Shape
from amity.lib.text import clean, fold
from amity.sources.card_text import card_of
from amity.sources.drafts import Draft, shown_name
from amity.sources.found import FoundBirthday, FoundFact, FoundHandle, FoundName, FoundPerson
from amity.sources.vcf.addresses import LONGEST_SHOWN, handle_of
from amity.sources.vcf.facts import address_facts, fact, joined, work_facts
from amity.sources.vcf.person import LONGEST_NAME, circles_in, cleaned, key_of

_ORDER = {kind: place for place, kind in enumerate(HandleKind)}


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
    verbatim = clean(card_of(draft))
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
    shown = shown_name(draft)
    firm = draft.firms[0][0] if draft.firms else ""
    if not (given or family):
        # "Dr." alone, or a title beside a firm, is nobody's name
        known = parse_name(shown) if shown and fold(shown) != fold(firm) else Name("")
        given, middle, family, prefix, suffix = known.given, known.middle, known.family, known.prefix, known.suffix
        called = called or known.called
    shown = shown or firm or called or (handles[0].shown if handles else "")
    parts = (shown, given, middle, family, prefix, suffix, called)
    return FoundName(*(clean(part)[:LONGEST_NAME] if part else "" for part in parts))


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
