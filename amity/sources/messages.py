"""From the bytes of one mail message to what is found in it; shared by every reader of mail."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from amity.formats.email import MOST_TEXT, Mail, read_mail
from amity.formats.mail_headers import read_head
from amity.judgement.vocabulary import Channel, PartyRole
from amity.lib.clock import now
from amity.sources.found import FoundInteraction, Party, Problem

LARGEST_MESSAGE = 64 * 1024 * 1024  # bytes; larger ones are stepped over without being loaded
CURSOR_EVERY = 200  # messages
CLOCKS_AHEAD = timedelta(days=2)  # dates further in the future are not believed

# Two of these make a message, or an author of typed content; one alone also stands on top of notes, scripts and lists.
_MAKING_FIELDS = ("from", "date", "subject", "message-id", "received", "return-path", "x-from")


@dataclass(frozen=True, slots=True)
class RawMessage:
    """One message as it stood: `where` for a person to find it again, `folder` as the mailbox calls it, if known."""

    content: bytes
    where: str
    folder: str = ""
    envelope: str = ""


def latest_date() -> datetime:
    """The last moment a message may claim; fixed once per reading."""
    return now() + CLOCKS_AHEAD


def is_message(head: bytes) -> bool:
    """Whether bytes begin with the header of a mail message."""
    if not head or head[:1] in b"\0\x1f\x89\xff{[<":
        return False
    fields = read_head(head)
    count = sum(name in fields.single for name in _MAKING_FIELDS) + ("to" in fields.every or "cc" in fields.every)
    return count >= 2 or ("from" in fields.single and "content-type" in fields.single)


def found_in_message(message: RawMessage, latest: datetime) -> Iterator[FoundInteraction | Problem]:
    """The interaction that a message is, or a problem; a second, kept problem where only part of it is taken in."""
    mail = read_mail(message.content, latest, message.envelope)
    parties = _parties(mail)
    if not parties and mail.at is None and not mail.subject:
        yield Problem(message.where, "It says neither from whom, nor when, nor about what: not a mail message.")
        return
    yield FoundInteraction(
        mail.key,
        mail.at,
        Channel.MAIL,
        parties,
        mail.subject,
        mail.text,
        mail.signature,
        mail.signs,
        mail.folder or message.folder,
        mail.delivered,
        None,
        message.where,
    )
    if mail.shortened:
        yield Problem(message.where, f"Its text is very long; the first {MOST_TEXT:,} characters are kept.", kept=True)


def too_large(where: str, size: int) -> Problem:
    """What is said of a message that nobody could have written."""
    return Problem(where, f"One message of {size / 1024 / 1024:,.0f} MB is more than Amity reads; it was passed over.")


def _parties(mail: Mail) -> tuple[Party, ...]:
    parties = [Party(PartyRole.FROM, each.address, each.name) for each in mail.senders]
    parties += [Party(PartyRole.TO, each.address, each.name) for each in mail.to]
    if mail.cc:
        parties += [Party(PartyRole.CC, each.address, each.name) for each in mail.cc]
    return tuple(parties)
