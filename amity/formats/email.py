"""One message from its bytes: who, when, about what, and what its writer wrote. The parts are in modules of their own.

A message is `header ⏎ ⏎ body` (RFC 5322) with MIME parts in the body (RFC 2045 ff.); addresses are split before their
encoded words are decoded, attachments are never decoded, and whatever is broken gives what can still be read of it.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from amity.formats.addresses import Mailbox, read_mailboxes
from amity.formats.mail_dates import message_date
from amity.formats.mail_folders import folder_of_labels, known_folder
from amity.formats.mail_headers import MailHead, machine_signs, read_head
from amity.formats.mail_parts import part_head, read_text
from amity.formats.mail_words import decode_words
from amity.formats.own_text import own_text

MOST_TEXT = 100_000  # characters of own text that are kept
MOST_BODY = 1_000_000  # characters of a body that are looked at, quotes included
MOST_SIGNATURE = 2_000  # characters
MOST_SUBJECT = 1_000  # characters
KEY_SIZE = 16  # bytes

_MESSAGE_ID = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Mail:
    """One message. `at` is UTC, `key` 16 bytes of its Message-ID; `shortened`: the text goes on in the original."""

    key: bytes
    at: datetime | None
    senders: tuple[Mailbox, ...]
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    subject: str
    text: str
    signature: str
    signs: tuple[str, ...]
    folder: str
    delivered: tuple[str, ...]
    shortened: bool = False


def read_mail(raw: bytes, latest: datetime, envelope: str = "") -> Mail:
    """One message; no date after `latest` is believed; `envelope` is the mbox "From …" line above it. Never raises."""
    head = read_head(raw)
    single = head.single
    kind = part_head(
        single.get("content-type", ""),
        single.get("content-transfer-encoding", ""),
        single.get("content-disposition", ""),
    )
    found = read_text(raw, head.body, kind)
    senders = _senders(head)
    own = own_text(found.text[:MOST_BODY], senders[0].name if len(senders) == 1 else "")
    shortened = found.shortened or len(found.text) > MOST_BODY or len(own.text) > MOST_TEXT
    signs = machine_signs(head)
    if found.report or found.calendar:
        extra = {"report"} if found.report else set()
        extra |= {"calendar"} if found.calendar else set()
        signs = tuple(sorted(extra.union(signs)))
    return Mail(
        key=message_key(raw, head),
        at=message_date(single.get("date", ""), single.get("received", ""), envelope, latest),
        senders=senders,
        to=_every_mailbox(head, "to"),
        cc=_every_mailbox(head, "cc"),
        subject=decode_words(single.get("subject", ""))[:MOST_SUBJECT],
        text=own.text[:MOST_TEXT],
        signature=own.signature[:MOST_SIGNATURE],
        signs=signs,
        folder=_folder(head),
        delivered=_delivered(head),
        shortened=shortened,
    )


def message_key(raw: bytes, head: MailHead) -> bytes:
    """16 bytes, the same for the same message in two folders or exports: of its Message-ID, else of its content."""
    identity = head.single.get("message-id", "")
    found = _MESSAGE_ID.search(identity) if identity else None
    plain = "".join((found[1] if found else identity).split()) if identity else ""
    if plain:
        return hashlib.blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=KEY_SIZE).digest()
    digest = hashlib.blake2b(digest_size=KEY_SIZE)
    # Fields added on delivery differ between copies, and so do line ends and the empty lines at the end.
    for name in ("date", "from", "subject"):
        digest.update(" ".join(head.get(name).split()).encode("utf-8", "surrogatepass") + b"\0")
    for name in ("to", "cc"):
        for value in head.every.get(name, ()):
            digest.update(" ".join(value.split()).encode("utf-8", "surrogatepass") + b"\0")
    digest.update(raw[head.body :].replace(b"\r\n", b"\n").rstrip())
    return digest.digest()


def _senders(head: MailHead) -> tuple[Mailbox, ...]:
    senders = read_mailboxes(head.get("from")) or read_mailboxes(head.get("sender"))
    if len(senders) == 1 and not senders[0].name and "x-from" in head.single:
        # Exchange exports of old keep the name apart: "X-From: Berg, Bo </O=…>".
        name = decode_words(head.single["x-from"].partition("<")[0]).strip(" \"'")
        if name and "@" not in name:
            return (Mailbox(senders[0].address, name),)
    return senders


def _every_mailbox(head: MailHead, name: str) -> tuple[Mailbox, ...]:
    values = head.every.get(name)
    if not values:
        return ()
    if len(values) == 1:
        return read_mailboxes(values[0])
    found: dict[str, Mailbox] = {}
    for value in values:
        for mailbox in read_mailboxes(value):
            found.setdefault(mailbox.address, mailbox)
    return tuple(found.values())


def _folder(head: MailHead) -> str:
    single = head.single
    if "x-gmail-labels" in single:
        return folder_of_labels(decode_words(single["x-gmail-labels"]))
    if "x-folder" in single:
        return known_folder(decode_words(single["x-folder"]))
    return ""


def _delivered(head: MailHead) -> tuple[str, ...]:
    every = head.every
    values = every.get("delivered-to", []) + every.get("x-original-to", [])
    if not values:
        return ()
    return tuple(dict.fromkeys(mailbox.address for value in values for mailbox in read_mailboxes(value)))
