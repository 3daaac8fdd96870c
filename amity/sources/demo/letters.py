"""The letters of the sample life as they arrived: whole messages, quotes, signatures and headers included."""

from datetime import UTC, date, datetime, time, timedelta
from email.header import Header
from email.utils import format_datetime

from amity.sources.demo.life import OWNER, Happened, Somebody

DOMAIN = "sample.example"


def moment(contact: Happened, today: date) -> datetime:
    """When it happened, in UTC: the sample life is lived on Greenwich time."""
    return datetime.combine(today + timedelta(days=contact.day), time.fromisoformat(contact.time), UTC)


def letter(contact: Happened, people: dict[str, Somebody], today: date, owner_name: str, owner_mail: str) -> bytes:
    """The message as bytes, the way a mail program would have kept it."""
    me = _mailbox(owner_name, owner_mail)
    them = [_mailbox(people[who].name, mail_of(people[who])) for who in contact.others]
    by_owner = contact.sender == OWNER
    head = [
        f"Message-ID: <{contact.id.replace(':', '.')}@{DOMAIN}>",
        f"Date: {format_datetime(moment(contact, today))}",
        f"From: {me if by_owner else them[0]}",
        f"To: {', '.join(them) if by_owner else me}",
        f"Subject: {_encoded(contact.subject)}",
        *([f"In-Reply-To: <{contact.reply_to}@{DOMAIN}>"] if contact.reply_to else []),
        *(f"{name}: {value}" for name, value in contact.headers),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    return "\r\n".join([*head, "", *_body(contact)]).encode()


def mail_of(somebody: Somebody) -> str:
    """Their mail address; for those who have none in the data, one that only the letters know."""
    known = [value for kind, value in somebody.handles if kind == "mail"]
    return known[0] if known else f"{somebody.id}@post.example"


def _body(contact: Happened) -> list[str]:
    lines = [contact.text]
    if contact.signature:
        lines += ["", "-- ", *contact.signature.splitlines()]
    if contact.quoted_line:
        lines += ["", contact.quoted_line, *(f"> {line}" for line in contact.quoted_text.splitlines())]
    return [*lines, ""]


def _mailbox(name: str, address: str) -> str:
    written = f'"{name}"' if name.isascii() else _encoded(name)
    return f"{written} <{address}>"


def _encoded(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8").encode(linesep="\r\n")
