"""Reads the sample life from a ticket: a small file that says on which day it is to be looked at.

    {"amity": "sample life", "today": "2026-11-23"}

Letters are handed on as whole messages through the mail reader; calls, meetings, chats and notes as they happened.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from amity.judgement.vocabulary import Channel, HandleKind, PartyRole
from amity.sources.demo.cards import KEY_SIZE, card_of, handles_of
from amity.sources.demo.letters import letter, mail_of, moment
from amity.sources.demo.life import OWNER, Happened, Somebody, everybody, everything, owner
from amity.sources.found import Counted, Cursor, Found, FoundInteraction, FoundPerson, GoOn, Party, Problem
from amity.sources.messages import RawMessage, found_in_message, latest_date

TICKET = "sample life"
CURSOR_EVERY = 200
CHANNELS = {
    "chat": Channel.MESSAGE,
    "text": Channel.MESSAGE,
    "call": Channel.CALL,
    "video": Channel.VIDEO,
    "meeting": Channel.IN_PERSON,
    "letter": Channel.LETTER,
    "note": Channel.NOTE,
}


def recognise(path: str, head: bytes) -> str | None:
    """A sentence naming what it is, or None."""
    return "The sample life of Maren Holt" if _ticket(head) else None


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Everything behind `cursor`: first the address book, then what happened, in the order of days."""
    ticket = _ticket(Path(path).read_bytes())
    if ticket is None:
        yield Problem(path, "This file does not say on which day to look at the sample life.")
        return
    found = list(_found(date.fromisoformat(ticket["today"])))
    start = int(cursor.position.get("next", 0)) if cursor else 0
    for number, thing in enumerate(found[start:], start + 1):
        yield thing
        if number % CURSOR_EVERY == 0 or number == len(found):
            yield Cursor({"next": number}, number, len(found))


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` things spread over the whole."""
    found = [thing for thing in read(path, None) if not isinstance(thing, Cursor)]
    yield from found[:: max(1, len(found) // max(count, 1))]


def count(path: str, go_on: GoOn) -> Counted:
    """How many there are."""
    found = [thing for thing in read(path, None) if not isinstance(thing, Cursor)]
    cards = sum(isinstance(thing, FoundPerson) for thing in found)
    return Counted(letters=len(found) - cards, cards=cards)


def ticket(today: date) -> str:
    """What a ticket file holds."""
    return json.dumps({"amity": TICKET, "today": today.isoformat()})


def _ticket(head: bytes) -> dict[str, Any] | None:
    try:
        ticket = json.loads(head)
        if ticket["amity"] == TICKET:
            date.fromisoformat(ticket["today"])
            return dict(ticket)
    except (ValueError, KeyError, TypeError):
        pass
    return None


def _found(today: date) -> Iterator[Found | Problem]:
    people = everybody(today)
    for somebody in people.values():
        if card := card_of(somebody, today):
            yield card
    me = owner(today)
    latest = latest_date()
    for contact in everything(today):
        if contact.channel == "mail":
            content = letter(contact, people, today, me["name"], me["addresses"][0])
            yield from found_in_message(RawMessage(content, f"letter {contact.id}, sample life"), latest)
        else:
            yield _spoken(contact, people, today, me["addresses"][0])


def _spoken(contact: Happened, people: dict[str, Somebody], today: date, own: str) -> FoundInteraction:
    mine = Party(PartyRole.FROM if contact.sender == OWNER else PartyRole.TO, own)
    parties = []
    for who in contact.others:
        role = PartyRole.FROM if contact.sender == who else PartyRole.TO
        parties.append(_party(people[who], contact.channel, role))
    begun = (mine, *parties) if contact.sender else tuple(parties)
    return FoundInteraction(
        key=hashlib.blake2b(f"demo {contact.id}".encode(), digest_size=KEY_SIZE).digest(),
        at=moment(contact, today),
        channel=CHANNELS[contact.channel],
        parties=begun,
        text=contact.text,
        minutes=contact.minutes,
        where=f"{contact.channel} {contact.id}, sample life",
    )


def _party(somebody: Somebody, channel: str, role: PartyRole) -> Party:
    liked = {"call": HandleKind.PHONE, "text": HandleKind.PHONE, "chat": HandleKind.ACCOUNT}.get(channel)
    handles = list(handles_of(somebody))
    for handle in sorted(handles, key=lambda each: each.kind is not liked):
        return Party(role, handle.value, somebody.name, handle.kind)
    return Party(role, mail_of(somebody), somebody.name)
