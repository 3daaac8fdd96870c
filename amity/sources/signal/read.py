"""Signal's own export of all chats to plain text: main.jsonl, one JSON object a line, in the form of its backups."""

import os
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from amity.judgement.vocabulary import Channel, PartyRole
from amity.sources.byte_streams import Stream, UnreadableError, shown_size, unpacked_head
from amity.sources.chats import GROUP, MISSED, RECEIVED, SENT, group_party, key_of, left_out, shown_text
from amity.sources.found import Counted, Cursor, Found, FoundInteraction, GoOn, Party, Problem
from amity.sources.json_files import Things, moment_of, number_in, outline_alone, read_steps, sample_steps, text_in
from amity.sources.messages import latest_date
from amity.sources.signal.outline import (
    SERVICE,
    Outline,
    Recipient,
    call_of,
    has_media,
    is_call,
    is_notice,
    items_of,
    outline_of,
    words_of,
)

WHOLE = "the whole export"
_OURS = re.compile(rb'"backupTimeMs"|\n\s*\{\s*"(?:recipient|account|chatItem)"\s*:\s*\{')
_ANSWERED = "ACCEPTED"


def recognise(path: str, head: bytes) -> str | None:
    """ "Signal export, 12 MB" for JSON lines that are the frames of a Signal backup."""
    content = unpacked_head(head).lstrip(b"\xef\xbb\xbf \t\r\n")
    if content[:1] != b"{" or not _OURS.search(b"\n" + content):
        return None
    return f"Signal export, {shown_size(os.path.getsize(path) if os.path.isfile(path) else len(head))}"


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every message behind `cursor`, whose position is the number of the next line."""
    return read_steps(path, cursor, outline_of, _steps)


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` messages spread over the whole."""
    return sample_steps(path, count, outline_of, _steps)


def count(path: str, go_on: GoOn) -> Counted:
    """How many messages there are."""
    outline = outline_alone(path, lambda stream: outline_of(stream, go_on))
    return Counted(letters=outline.messages, whole=outline.whole) if outline else Counted(whole=False)


def _steps(stream: Stream, outline: Outline) -> Iterator[Things]:
    yield tuple(left_out(WHOLE, outline.media, outline.notices, "Signal"))
    latest, number = latest_date(), 0
    try:
        for number, frame in enumerate(items_of(stream), 1):
            yield tuple(_found(frame, outline, latest, f"line {number}"))
    except UnreadableError as error:
        yield (Problem(f"behind line {number}", str(error)),)


def _found(frame: Any, outline: Outline, latest: datetime, where: str) -> Iterator[Found | Problem]:
    if not isinstance(frame, dict):
        yield Problem(where, "This line is no JSON as Signal writes it.")
        return
    item = frame.get("chatItem")
    if item is None:
        return  # people, chats and settings
    if not isinstance(item, dict):
        yield Problem(where, "This is no message as Signal writes them.")
        return
    if is_notice(item, outline):
        return  # counted, and said once
    chat, author = outline.chat(item), outline.author(item)
    milliseconds = number_in(item, "dateSent")
    at = moment_of(milliseconds, latest)
    if at is None or chat is None:
        yield Problem(where, _why(at))
        return
    call = call_of(item) if is_call(item) else None
    sent = "outgoing" in item or (author is not None and author.is_owner)
    if call is not None:
        sent = text_in(call, "direction") == "OUTGOING"
    text, shortened = shown_text(words_of(item).strip(), where)
    yield FoundInteraction(
        _key(item, chat, author, milliseconds),
        at,
        _channel(call),
        _parties(chat, author, sent),
        chat.name if chat.is_group else "",
        text,
        signs=_signs(chat, call),
        folder=SENT if sent else RECEIVED if not chat.is_group else "",
        where=where,
    )
    if shortened:
        yield shortened


def _parties(chat: Recipient, author: Recipient | None, sent: bool) -> tuple[Party, ...]:
    if chat.is_group:
        writer = author.party(PartyRole.FROM) if author and not sent else None
        group = group_party(SERVICE, chat.name)
        return (writer, group) if writer else (group,)
    other = None if chat.is_owner else chat.party(PartyRole.TO if sent else PartyRole.FROM)
    return (other,) if other else ()


def _key(item: Any, chat: Recipient, author: Recipient | None, milliseconds: int | None) -> bytes:
    """The numbers of people and chats change from export to export; who they are does not, nor does the moment."""
    writer = author or Recipient()
    named = (writer.account or writer.name, chat.account or chat.name)
    return key_of(
        SERVICE, *named, str(milliseconds), "call" if is_call(item) else "", "media" if has_media(item) else ""
    )


def _channel(call: Any) -> Channel:
    if call is None:
        return Channel.MESSAGE
    return Channel.VIDEO if text_in(call, "type") == "VIDEO_CALL" else Channel.CALL


def _signs(chat: Recipient, call: Any) -> tuple[str, ...]:
    if chat.is_group:
        return GROUP
    return MISSED if call is not None and text_in(call, "state") != _ANSWERED else ()


def _why(at: datetime | None) -> str:
    if at is None:
        return "It does not say when, or names a time that cannot have been."
    return "It belongs to a chat that the export does not name."
