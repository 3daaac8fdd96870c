"""SMS Backup & Restore: short messages, picture messages and the call log of an Android telephone, in XML."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from amity.formats.handles import phone_handle
from amity.formats.phone_regions import Regions
from amity.judgement.vocabulary import Channel, HandleKind, PartyRole
from amity.lib.text import clean
from amity.sources.byte_streams import Stream, UnreadableError, opened, shown_size, unpacked_head
from amity.sources.chats import GROUP, MISSED, RECEIVED, SENT, group_party, key_of, left_out, party, shown_text
from amity.sources.found import Counted, Cursor, Found, FoundInteraction, GoOn, Party, Problem
from amity.sources.json_files import Things, minutes_of, moment_of, number_in, read_steps, sample_steps
from amity.sources.messages import latest_date
from amity.sources.sms.rows import DamagedXml, Row, rows_of

SERVICE = "sms"
WHOLE = "the whole backup"
LONGEST_SHORT_NUMBER = 6  # digits; such numbers belong to firms, and so do names in the place of a number
KEY_DIGITS = 7  # of the end of a number: how it begins depends on where one dials
NO_REPLY = ("no-reply",)
DRAFTS = "drafts"

_OURS = re.compile(rb"<(?:smses|calls)[\s>]")
_BOXES = {"1": RECEIVED, "2": SENT, "3": DRAFTS, "4": SENT, "5": SENT, "6": SENT}
_CALLS = {"1": RECEIVED, "2": SENT, "3": RECEIVED, "4": RECEIVED, "5": RECEIVED, "6": RECEIVED, "7": RECEIVED}
_UNANSWERED = ("3", "4", "5", "6")  # missed, voicemail, rejected, blocked
_NOBODY = ("", "null", "(unknown)", "-1", "-2", "-3")
_FROM, _SELF = "137", "insert-address-token"
_UNWRITTEN = ("application/smil",)
_NOT_DIGITS = re.compile(r"\D+")
_ROW = re.compile(rb"<(?:sms|mms|call)\s")


@dataclass(slots=True)
class Outline:
    """What a whole backup tells: how much there is, and in which country its telephone stands."""

    regions: Regions = field(default_factory=Regions)
    media: int = 0
    records: int = 0


def recognise(path: str, head: bytes) -> str | None:
    """ "Text messages, 12 MB" or "Call log, 214 KB" for a backup's XML."""
    found = _OURS.search(unpacked_head(head))
    if not found:
        return None
    what = "Call log" if b"calls" in found[0] else "Text messages"
    return f"{what} (SMS Backup & Restore), {shown_size(os.path.getsize(path) if os.path.isfile(path) else len(head))}"


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every message and call behind `cursor`, whose position is the number of the next."""
    return read_steps(path, cursor, _outline_of, _steps)


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` messages and calls spread over the whole."""
    return sample_steps(path, count, _outline_of, _steps)


def count(path: str, go_on: GoOn) -> Counted:
    """How many rows there are."""
    number = 0
    try:
        with opened(path) as (stream, _):
            held = b""
            while piece := stream.read(1024 * 1024):
                if not go_on():
                    return Counted(letters=number, whole=False)
                held += piece
                cut = held.rfind(b"<")
                number += len(_ROW.findall(held[: max(cut, 0)]))
                held = held[max(cut, 0) :] if len(held) - cut < 1024 * 1024 else b""
            number += len(_ROW.findall(held))
    except UnreadableError:
        return Counted(letters=number, whole=False)
    return Counted(letters=number)


def _outline_of(stream: Stream) -> Outline:
    outline = Outline()
    try:
        for row in rows_of(stream):
            outline.records += 1
            outline.regions.add(row.values.get("service_center", ""))
            for number in (row.values.get("number") or row.values.get("address", "")).split("~"):
                outline.regions.add(number)
            outline.media += any(_is_media(part) for part in row.parts)
    except (DamagedXml, UnreadableError):
        pass  # whatever came until here is read, and the damage told behind it
    return outline


def _steps(stream: Stream, outline: Outline) -> Iterator[Things]:
    yield tuple(left_out(WHOLE, outline.media, 0, "the app"))
    region, latest = outline.regions.judged(), latest_date()
    number = 0
    try:
        for number, row in enumerate(rows_of(stream), 1):
            where = f"{'call' if row.name == 'call' else 'message'} {number}"
            yield tuple(_call(row, region, latest, where) if row.name == "call" else _text(row, region, latest, where))
    except (DamagedXml, UnreadableError) as error:
        yield (Problem(f"behind row {number}", str(error)),)


def _call(row: Row, region: str | None, latest: datetime, where: str) -> Iterator[Found | Problem]:
    values = row.values
    at, kind = moment_of(number_in(values, "date"), latest), values.get("type", "")
    folder = _CALLS.get(kind)
    if at is None or folder is None:
        yield Problem(where, _why(at))
        return
    number, seconds = values.get("number", ""), number_in(values, "duration")
    role = PartyRole.FROM if folder == RECEIVED else PartyRole.TO
    other = _party(role, number, values.get("contact_name", ""), region)
    missed = kind in _UNANSWERED or not seconds
    yield FoundInteraction(
        key_of("call", at.isoformat(), folder, _digits(number)),
        at,
        Channel.CALL,
        (other,) if other else (),
        signs=MISSED if missed else NO_REPLY if other and _is_firm(other) else (),
        folder=folder,
        minutes=minutes_of(seconds),
        where=where,
    )


def _text(row: Row, region: str | None, latest: datetime, where: str) -> Iterator[Found | Problem]:
    values = row.values
    at = moment_of(number_in(values, "date"), latest)
    folder = _BOXES.get(values.get("type" if row.name == "sms" else "msg_box", ""))
    if at is None or folder is None:
        yield Problem(where, _why(at))
        return
    addresses = [one for one in values.get("address", "").split("~") if one.lower() not in _NOBODY]
    words = values.get("body", "") if row.name == "sms" else "\n".join(filter(None, map(_words, row.parts)))
    text, shortened = shown_text(clean("" if words == "null" else words).strip(), where)
    is_group = len(addresses) > 1
    parties = _in_group(row, addresses, region) if is_group else _of_two(values, addresses, folder, region)
    firm = not is_group and any(map(_is_firm, parties))
    subject = values.get("subject") or values.get("sub") or ""
    yield FoundInteraction(
        key_of(SERVICE, at.isoformat(), folder, ",".join(sorted(map(_digits, addresses))), text),
        at,
        Channel.MESSAGE,
        parties,
        "" if subject == "null" else clean(subject),
        text,
        signs=GROUP if is_group else NO_REPLY if firm else (),
        folder=folder if folder != RECEIVED or not is_group else "",
        where=where,
    )
    if shortened:
        yield shortened


def _of_two(values: dict[str, str], addresses: list[str], folder: str, region: str | None) -> tuple[Party, ...]:
    role = PartyRole.FROM if folder == RECEIVED else PartyRole.TO
    parties = (_party(role, address, values.get("contact_name", ""), region) for address in addresses)
    return tuple(one for one in parties if one)


def _in_group(row: Row, addresses: list[str], region: str | None) -> tuple[Party, ...]:
    sender = next((one.get("address", "") for one in row.addresses if one.get("type") == _FROM), "")
    author = _party(PartyRole.FROM, sender, "", region) if sender and sender != _SELF else None
    group = group_party(SERVICE, ",".join(sorted(map(_digits, addresses))))
    return (author, group) if author else (group,)


def _party(role: PartyRole, address: str, name: str, region: str | None) -> Party | None:
    address = address.strip()
    name = "" if name.strip().lower() in _NOBODY else clean(" ".join(name.split()))
    if address.lower() in _NOBODY:
        return None
    if not any(map(str.isalpha, address)) and (number := phone_handle(address, region)):
        return Party(role, number, name, HandleKind.PHONE)
    return party(role, SERVICE, name, address)


def _is_firm(one: Party) -> bool:
    """Whether nobody in particular can be reached: a short number, or a name where a number should be."""
    if one.kind is HandleKind.PHONE:
        return len(one.value) <= LONGEST_SHORT_NUMBER
    return one.kind is HandleKind.ACCOUNT


def _words(part: dict[str, str]) -> str:
    text = part.get("text", "")
    return text if part.get("ct") == "text/plain" and text != "null" else ""


def _is_media(part: dict[str, str]) -> bool:
    return part.get("ct") not in ("text/plain", *_UNWRITTEN)


def _digits(address: str) -> str:
    digits = _NOT_DIGITS.sub("", address)
    return digits[-KEY_DIGITS:] if digits else address.strip().lower()


def _why(at: datetime | None) -> str:
    if at is None:
        return "It does not say when, or names a time that cannot have been."
    return "It does not say which way it went."
