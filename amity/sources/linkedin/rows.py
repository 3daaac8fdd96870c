"""Rows of LinkedIn's tables: connections as people, messages and invitations with words as messages."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from amity.formats.csv_tables import Row
from amity.formats.html_text import html_to_text
from amity.formats.mail_dates import read_date
from amity.judgement.vocabulary import Channel, HandleKind, PartyRole
from amity.sources.chats import GROUP, RECEIVED, SENT, key_of, shown_text
from amity.sources.csv_people import people_in_row
from amity.sources.drafts import Draft
from amity.sources.found import Found, FoundInteraction, Party, Problem
from amity.sources.linkedin.outline import LONGEST_NAME, SERVICE, Outline
from amity.sources.linkedin.tables import Cells, Kind

CONNECTED = "connected on LinkedIn"
LONGEST_SUBJECT = 400  # characters

_DAY = re.compile(r"(\d{1,2})[ -]([A-Za-zÀ-ÿ]{3,9})\.?[ -](\d{2}|\d{4})")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4}),? (\d{1,2}):(\d{2})(?::\d{2})?[ \u202f]?([AaPp][Mm])?")
_MARKUP = re.compile(r"</?(?:p|br|a|div|span|ul|ol|li|strong|em)\b", re.IGNORECASE)
_ADVERTISED = re.compile(r"spinmail-|%FIRSTNAME%")
_SPAM, _DRAFTS = "spam", "drafts"

Make = Callable[[Row, str], Iterator[Found | Problem]]


def maker(kind: Kind, columns: Cells, outline: Outline) -> Make:
    """What makes things of the rows of one table."""
    made = {Kind.CONNECTIONS: _connection, Kind.INVITATIONS: _invitation, Kind.MESSAGES: _message}[kind]
    return lambda row, where: made(row, where, columns, outline)


def _connection(row: Row, where: str, columns: Cells, outline: Outline) -> Iterator[Found | Problem]:
    cells = row.cells
    family, _, letters = columns.of(cells, "last name").partition(",")
    draft = Draft(given=_plain_name(columns.of(cells, "first name")), family=_plain_name(family))
    draft.suffix = _plain_name(letters)
    draft.full = " ".join(filter(None, (draft.given, draft.family)))
    if page := columns.of(cells, "url"):
        account = outline.account("", page)
        draft.uid = account if account.startswith(f"{SERVICE}:") else ""
        draft.accounts.append((page, SERVICE))
    if mail := columns.of(cells, "email address"):
        draft.mails.append((mail, ""))
    if firm := columns.of(cells, "company"):
        draft.firms.append((firm,))
    if title := columns.of(cells, "position"):
        draft.titles.append(title)
    if (draft.full or draft.mails or draft.accounts) and (on := columns.of(cells, "connected on")):
        draft.days.append((_day(on), CONNECTED))
    if not draft.full:
        draft.firms = []  # a firm alone would become an organisation, and here it is where nobody any more worked
    yield from people_in_row(draft, row, where)


def _plain_name(text: str) -> str:
    """A name without hearts, rockets and check marks."""
    if text.isascii():
        return " ".join(text.split()).strip(" |,")
    kept = "".join(c for c in text if unicodedata.category(c) not in ("So", "Sk", "Cn", "Co") and c != "\ufe0f")
    return " ".join(kept.split()).strip(" |,")


def _day(text: str) -> str:
    """ "12 Mar 2024" and "15-Jan-24" as they are read everywhere."""
    found = _DAY.fullmatch(text)
    return f"{found[1]} {found[2]} {found[3] if len(found[3]) == 4 else '20' + found[3]}" if found else text


def _message(row: Row, where: str, columns: Cells, outline: Outline) -> Iterator[Found | Problem]:
    cells = row.cells
    content, conversation = columns.of(cells, "content"), columns.of(cells, "conversation id")
    sender = columns.of(cells, "from"), columns.of(cells, "sender profile url")
    names, date = columns.of(cells, "to"), columns.of(cells, "date")
    if not content:
        return  # counted, and said once
    to = outline.recipients(names, columns.of(cells, "recipient profile urls"))
    parties = _parties(outline, sender, to)
    folder = columns.of(cells, "folder").lower()
    if columns.of(cells, "is message draft").lower() in ("yes", "true"):
        folder = _DRAFTS
    elif folder != _SPAM and not (_ADVERTISED.search(content) and not sender[1]):
        folder = _way(outline, parties)
    else:
        folder = _SPAM
    if folder == RECEIVED:
        # Of a talk of several only its author matters: who stands beside the owner would be taken for the owner too.
        parties = tuple(party for party in parties if party.role is PartyRole.FROM or party.value == outline.owner)
    text, problem = shown_text(html_to_text(content) if _MARKUP.search(content) else content, where)
    yield FoundInteraction(
        key=key_of(SERVICE, conversation or f"{sender[0]} {names}", date, content),
        at=_moment(date),
        channel=Channel.MESSAGE,
        parties=parties,
        subject=columns.of(cells, "subject")[:LONGEST_SUBJECT],
        text=text,
        signs=GROUP if len(to) > 1 else (),
        folder=folder,
        where=where,
    )
    if problem:
        yield problem


def _invitation(row: Row, where: str, columns: Cells, outline: Outline) -> Iterator[Found | Problem]:
    cells = row.cells
    names, sent_at = (columns.of(cells, "from"), columns.of(cells, "to")), columns.of(cells, "sent at")
    words = columns.of(cells, "message")
    if not words:
        return  # counted, and said once
    inviter = names[0], columns.of(cells, "inviterprofileurl")
    parties = _parties(outline, inviter, [(names[1], columns.of(cells, "inviteeprofileurl"))])
    folder = {"outgoing": SENT, "incoming": RECEIVED}.get(columns.of(cells, "direction").lower(), "")
    text, problem = shown_text(words, where)
    yield FoundInteraction(
        key=key_of(SERVICE, "invitation", *names, sent_at, words),
        at=_moment(sent_at),
        channel=Channel.MESSAGE,
        parties=parties,
        text=text,
        folder=folder or _way(outline, parties),
        where=where,
    )
    if problem:
        yield problem


def _parties(outline: Outline, sender: tuple[str, str], to: list[tuple[str, str]]) -> tuple[Party, ...]:
    found = []
    for role, (name, page) in ((PartyRole.FROM, sender), *((PartyRole.TO, one) for one in to)):
        if account := outline.account(name, page):
            found.append(Party(role, account, " ".join(name.split())[:LONGEST_NAME], HandleKind.ACCOUNT))
    return tuple(found)


def _way(outline: Outline, parties: tuple[Party, ...]) -> str:
    """Which way it went, where it is known whose messages these are."""
    for party in parties:
        if outline.owner and party.value == outline.owner:
            return SENT if party.role is PartyRole.FROM else RECEIVED
    return ""


def _moment(text: str) -> datetime | None:
    found = _AMERICAN.fullmatch(text)
    if found is None:
        return read_date(text.removesuffix("UTC").strip()) if text else None
    year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
    hour = int(found[4]) % 12 + 12 * (found[6].lower() == "pm") if found[6] else int(found[4])
    try:
        return datetime(year, int(found[1]), int(found[2]), hour, int(found[5]), tzinfo=UTC)
    except ValueError:
        return None
