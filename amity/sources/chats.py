"""What every reader of chats shares: who takes part under which handle, keys, and texts of a sane length."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from amity.formats.handles import account_handle, mail_handle, phone_handle
from amity.judgement.vocabulary import HandleKind, PartyRole
from amity.judgement.wording import count
from amity.lib.text import clean
from amity.sources.found import Party, Problem

CURSOR_EVERY = 200  # messages
MOST_TEXT = 100_000  # characters of one message
LONGEST_NAME = 150  # characters; a longer one is no name
GROUP, MISSED = ("group",), ("missed",)  # signs
SENT, RECEIVED = "sent", "inbox"  # folders
KEY_SIZE = 16  # bytes


def party(role: PartyRole, service: str, name: str, account: str = "") -> Party | None:
    """Somebody in a chat, by number, mail address or account, else by name alone: "whatsapp:zoë müller".

    `account` is what the service calls them, where it tells.
    """
    name = clean(" ".join(name.split()))[:LONGEST_NAME]
    written = clean(account) or name
    if "@" in written and (mail := mail_handle(written)):
        return Party(role, mail, name if name != written else "", HandleKind.MAIL)
    if _is_number(written) and (number := phone_handle(written)):
        return Party(role, number, name if not _is_number(name) else "", HandleKind.PHONE)
    handle = account_handle(service, written)
    return Party(role, handle, name, HandleKind.ACCOUNT) if handle else None


def group_party(service: str, title: str) -> Party:
    """The group that something was said to: nobody, but the place it went."""
    handle = account_handle(f"{service}-group", clean(title)[:LONGEST_NAME]) or f"{service}-group:unnamed"
    return Party(PartyRole.TO, handle, "", HandleKind.ACCOUNT)


def key_of(*parts: str) -> bytes:
    """16 bytes for the same message in a later, longer export."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=KEY_SIZE).digest()


def moment_key(at: datetime | None) -> str:
    """A moment as part of a key."""
    return at.isoformat() if at else ""


def shown_text(text: str, where: str) -> tuple[str, Problem | None]:
    """A message's text, and what is said where only its beginning is kept."""
    if len(text) <= MOST_TEXT:
        return text, None
    return text[:MOST_TEXT], Problem(
        where, f"Its text is very long; the first {MOST_TEXT:,} characters are kept.", kept=True
    )


def left_out(where: str, media: int, notices: int, service: str) -> Iterable[Problem]:
    """Said once for a whole file: what is not words."""
    told = []
    if media:
        told.append(
            f"{count(media, 'picture, recording or file', 'pictures, recordings and files')} went without words"
        )
    if notices:
        told.append(
            f"{count(notices, 'line')} written by {service} itself {'was' if notices == 1 else 'were'} passed over"
        )
    if told:
        sentence = "; ".join(told)
        yield Problem(where, f"{sentence[0].upper()}{sentence[1:]}.", kept=True)


def _is_number(text: str) -> bool:
    return (
        bool(text)
        and all(c in "+()-./ \u00a0\u2010\u2011" or c.isdigit() for c in text)
        and any(map(str.isdigit, text))
    )
