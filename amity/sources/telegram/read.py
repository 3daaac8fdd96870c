"""Telegram's export to JSON: result.json, of one chat or of the whole account."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from amity.formats.json_stream import DamagedJson
from amity.judgement.vocabulary import Channel, HandleKind, PartyRole
from amity.judgement.wording import count as counted
from amity.lib.text import clean
from amity.sources.byte_streams import Stream, UnreadableError, shown_size
from amity.sources.chats import GROUP, MISSED, RECEIVED, SENT, group_party, key_of, left_out, party, shown_text
from amity.sources.found import Counted, Cursor, Found, FoundInteraction, GoOn, Party, Problem
from amity.sources.json_files import (
    Things,
    minutes_of,
    moment_of,
    number_in,
    outline_alone,
    read_steps,
    sample_steps,
    text_in,
)
from amity.sources.messages import latest_date
from amity.sources.telegram.outline import (
    DIRECT,
    GROUPS,
    SERVICE,
    ChatHead,
    Item,
    Outline,
    account_of,
    cards_of,
    is_call,
    is_notice,
    is_of_machine,
    items_of,
    outline_of,
)

_OURS = re.compile(
    rb'"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|private_(?:group|supergroup|channel)|'
    rb'public_(?:supergroup|channel))"|"personal_information"\s*:\s*\{\s*"user_id"'
)
_NO_ANSWER = ("missed", "busy")
WHERE = "the whole export"


def recognise(path: str, head: bytes) -> str | None:
    """ "Telegram export, 12 MB" for JSON that names a chat's type as Telegram does."""
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"{" or not _OURS.search(head):
        return None
    return f"Telegram export, {shown_size(os.path.getsize(path) if os.path.isfile(path) else len(head))}"


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every contact and message behind `cursor`, whose position is the number of the next."""
    return read_steps(path, cursor, outline_of, _steps)


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` contacts and messages spread over the whole."""
    return sample_steps(path, count, outline_of, _steps)


def count(path: str, go_on: GoOn) -> Counted:
    """How many messages and contacts there are."""
    outline = outline_alone(path, lambda stream: outline_of(stream, go_on))
    if outline is None:
        return Counted(whole=False)
    return Counted(outline.messages, outline.records - outline.messages, outline.whole)


def _steps(stream: Stream, outline: Outline) -> Iterator[Things]:
    yield tuple(_said_once(outline))
    for card in cards_of(outline):
        yield (card,)
    number = 0
    latest = latest_date()
    try:
        for number, item in enumerate(items_of(stream), 1):
            yield tuple(_found(item, outline, latest, f"message {number}"))
    except (DamagedJson, UnreadableError) as error:
        yield (Problem(f"behind message {number}", str(error)),)


def _said_once(outline: Outline) -> Iterator[Problem]:
    yield from left_out(WHERE, outline.media, outline.notices, "Telegram")
    if outline.by_machines:
        were = "was" if outline.by_machines == 1 else "were"
        why = f"{counted(outline.by_machines, 'message')} of bots and channels {were} passed over.".capitalize()
        yield Problem(WHERE, why, kept=True)


def _found(item: Item, outline: Outline, latest: datetime, where: str) -> Iterator[Found | Problem]:
    chat, message = item.chat, item.value
    if not isinstance(message, dict):
        yield Problem(where, "This is no message as Telegram writes them.")
        return
    if is_of_machine(chat) or is_notice(message):
        return  # counted, and said once
    at, floating = _moment(message, latest)
    if at is None:
        yield Problem(where, "It does not say when, or names a time that cannot have been.")
        return
    text, shortened = shown_text(_text(message.get("text")), where)
    parties, folder = _parties(chat, message, outline.me)
    if not parties:
        yield Problem(where, "It does not say from whom.")
        return
    number = number_in(message, "id")
    key = key_of(SERVICE, str(chat.id), str(number) if number is not None else f"{at.isoformat()} {text}")
    seconds = number_in(message, "duration_seconds")
    call = is_call(message)
    missed = call and (text_in(message, "discard_reason") in _NO_ANSWER or not seconds)
    yield FoundInteraction(
        key,
        at,
        Channel.CALL if call else Channel.MESSAGE,
        parties,
        chat.name if chat.type in GROUPS else "",
        text,
        signs=GROUP if chat.type in GROUPS else MISSED if missed else (),
        folder=folder,
        minutes=minutes_of(seconds) if call else None,
        where=where,
        floating=floating,
    )
    if shortened:
        yield shortened


def _parties(chat: ChatHead, message: Any, me: str) -> tuple[tuple[Party, ...], str]:
    """Who stands in a message, and which way it went where that is known."""
    call = is_call(message)
    account = account_of(_sender(message, "actor_id" if call else "from_id"))
    name = text_in(message, "actor" if call else "from")
    author = party(PartyRole.FROM, SERVICE, name, account or name)
    if author is None:
        return (), ""
    if chat.type in GROUPS:
        return (author, group_party(SERVICE, chat.name)), SENT if me and account == me else ""
    owner = Party(PartyRole.TO, f"{SERVICE}:{me}", "", HandleKind.ACCOUNT) if me else None
    partner = account_of(chat.id)
    if chat.type == DIRECT and account != me and (account == partner or me):
        return (author, owner) if owner else (author,), RECEIVED
    other = party(PartyRole.TO, SERVICE, chat.name, partner) if chat.type == DIRECT else None
    return (author, other) if other else (author,), SENT


def _sender(message: Any, name: str) -> int | str | None:
    return number_in(message, name) or text_in(message, name)


def _moment(message: Any, latest: datetime) -> tuple[datetime | None, bool]:
    """When, and whether that is only what the clock on the wall showed, as older exports have it."""
    seconds = number_in(message, "date_unixtime")
    if seconds is not None:
        return moment_of(seconds * 1000, latest), False
    try:
        at = datetime.fromisoformat(text_in(message, "date"))
    except ValueError:
        return None, False
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return (at if at <= latest else None), True


def _text(text: Any) -> str:
    """Words, of which links, names and bold ones are objects: ["See ", {"type": "link", "text": "…"}]."""
    if isinstance(text, str):
        return clean(text).strip()
    parts = text if isinstance(text, list) else ()
    return clean("".join(part if isinstance(part, str) else text_in(part, "text") for part in parts)).strip()
