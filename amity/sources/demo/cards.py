"""The people of the sample life as an address book would hand them over."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from amity.formats.handles import account_handle, mail_handle, phone_handle
from amity.formats.names import parse_name
from amity.judgement.vocabulary import HandleKind
from amity.sources.demo.life import Somebody, circle_names
from amity.sources.found import FoundBirthday, FoundFact, FoundHandle, FoundName, FoundPerson

KEY_SIZE = 16
CARD = "card:"
SOURCES = {
    "note": "your note",
    "mail": "a letter",
    "letter": "a letter",
    "call": "a call",
    "video": "a call",
    "meeting": "when you met",
    "chat": "a message",
    "text": "a message",
}


def card_of(somebody: Somebody, today: date) -> FoundPerson | None:
    """The card of one of them; None for machines and role mailboxes, which are in nobody's address book."""
    if somebody.is_stranger and not somebody.id.startswith(CARD):
        return None
    row = somebody.row
    return FoundPerson(
        key=hashlib.blake2b(f"demo {somebody.id}".encode(), digest_size=KEY_SIZE).digest(),
        name=_name(somebody),
        handles=tuple(handles_of(somebody)),
        facts=tuple(_facts(row, today)),
        birthday=_birthday(row.get("birthday"), today),
        circles=tuple(circle_names()[circle] for circle in row.get("circles", [row.get("circle")]) if circle),
        pronouns=row.get("pronouns", ""),
        where=f"{somebody.name}, sample life",
    )


def handles_of(somebody: Somebody) -> Iterator[FoundHandle]:
    """Their handles in normal form, in the order of the data; an address by post is none."""
    for kind, value in somebody.handles:
        if kind == "mail" and (mail := mail_handle(value)):
            yield FoundHandle(HandleKind.MAIL, mail, value)
        elif kind == "phone" and (phone := phone_handle(value)):
            yield FoundHandle(HandleKind.PHONE, phone, value)
        elif kind == "chat" and (account := account_handle("chat", value)):
            yield FoundHandle(HandleKind.ACCOUNT, account, value, "chat")


def _name(somebody: Somebody) -> FoundName:
    parts = parse_name(somebody.name)
    row = somebody.row
    return FoundName(
        shown=somebody.name,
        given=parts.given,
        middle=parts.middle,
        family=parts.family,
        called=row.get("called", ""),
        latin=row.get("latin", ""),
    )


def _facts(row: dict[str, Any], today: date) -> Iterator[FoundFact]:
    if place := row.get("place"):
        yield FoundFact("lives_in", place, source="contacts card")
    work = row.get("work", [])
    for text in work if isinstance(work, list) else [work]:
        yield FoundFact("work", text, source="contacts card")
    for text in row.get("school", []):
        yield FoundFact("studied_at", text, source="your note")
    if interests := row.get("interests"):
        yield FoundFact("cares_about", ", ".join(interests), source="your note")
    for kind, text in (("relation", row.get("relation")), ("pronounced", row.get("say"))):
        if text:
            yield FoundFact(kind, text, source="your note")
    for fact in row.get("facts", []):
        yield FoundFact(
            "other", fact["text"], "", _day(fact, today), SOURCES.get(fact.get("source", "note"), "your note")
        )


def _day(row: dict[str, Any], today: date) -> date:
    return today + timedelta(days=int(row["day"]))


def _birthday(given: str | dict[str, int] | None, today: date) -> FoundBirthday | None:
    """ "1951-03-19", "10-08" without a year, or {"in_days": 3, "turns": 38}."""
    if given is None:
        return None
    if isinstance(given, dict):
        day = today + timedelta(days=given["in_days"])
        return FoundBirthday(day.month, day.day, day.year - given["turns"] if "turns" in given else None)
    *year, month, number = (int(part) for part in given.split("-"))
    return FoundBirthday(month, number, year[0] if year else None)
