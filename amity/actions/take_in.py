"""Letters, calls and meetings into rows: one chunk at a time, past the ORM, the same rows however often it is read."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from amity.actions.bringing import Bringing, Tally
from amity.actions.sightings import note_sightings
from amity.judgement.contacts import MOST_OTHERS
from amity.judgement.personhood import MailKind, MailVerdict, kind_of_mail
from amity.judgement.vocabulary import Channel, Direction, HandleKind, PartyRole
from amity.lib.text import clean
from amity.records import fulltext
from amity.records.bulk import as_bytes, bulk_load, in_slices, marks, select, stored_key
from amity.records.documents import NOISE_BITS
from amity.records.interactions import UNDATED
from amity.records.models import Interaction, Participant
from amity.sources.found import FoundInteraction, Party, Problem

MOST_PARTICIPANTS = 25  # of a letter; to more it speaks to nobody, and only its author is kept
LONGEST_SUBJECT = 400  # characters
MOST_COUNTED = 32_000  # others; what the column takes
INTERACTION = "interaction"

_INTERACTION = (
    *("id", "network_id", "member_id", "key", "happened_at", "channel", "direction", "subject", "text", "minutes"),
    *("kind", "counts", "others", "own_address_id", "docid", "intake_id", "private_to", "touched_at", "trashed_at"),
)
_PARTICIPANT = ("id", "network_id", "interaction_id", "person_id", "handle_id", "role", "happened_at")
_BETWEEN = frozenset((Channel.CALL, Channel.VIDEO, Channel.IN_PERSON, Channel.NOTE))
# Drivers take a plain str as it is, and look long for what to do with a member of an enum.
_PLAIN: dict[str, str] = {
    word: str(word.value) for words in (Channel, Direction, PartyRole, MailKind, HandleKind) for word in words
}
_PERSONAL = MailVerdict(MailKind.PERSONAL, "")
# Said to a group is as good as said on a list: kept to be searched, counted for nobody.
_OF_SIGN = {
    "group": MailVerdict(MailKind.LIST, "It was said in a group."),
    "missed": MailVerdict(MailKind.MACHINE, "A call that nobody answered."),
    "no-reply": MailVerdict(MailKind.MACHINE, "Nobody in particular writes from such a name or short number."),
}
_SENT = "sent"
_TOLD = (_SENT, "inbox")
_DRAFT = "A draft: it was never sent."
_SPAM = "It lay in the spam folder."
_TO_SELF = "You wrote it to yourself."
_NOBODY = "Nobody else is named in it."


@dataclass(slots=True)
class _Rows:
    interactions: list[tuple[Any, ...]] = field(default_factory=list)
    participants: list[tuple[Any, ...]] = field(default_factory=list)
    said: list[tuple[Any, ...]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    """One letter seen from the owner: who began it, who else took part (the author first), which address it reached."""

    direction: Direction
    others: Sequence[Party]
    own: bytes | None
    author: Party | None


def take_in(run: Bringing, found: Sequence[FoundInteraction], tally: Tally) -> None:
    """Store what is new of a chunk; inside the scope and the transaction of the caller."""
    fresh = _not_yet_here(run, found, tally)
    _load_addresses(run, fresh)
    rows, noise = _Rows(), os.urandom(6 * len(fresh))
    for number, one in enumerate(fresh):
        _take_one(run, one, rows, tally, noise[6 * number : 6 * number + 6])
    tally.add("people", run.book.made)
    run.book.store()
    bulk_load(Interaction, _INTERACTION, rows.interactions)
    bulk_load(Participant, _PARTICIPANT, rows.participants)
    fulltext.add_said(rows.said)
    tally.add("new", len(rows.interactions))


def looked_at(run: Bringing, found: Sequence[FoundInteraction], tally: Tally) -> list[FoundInteraction]:
    """What of a sample would come; the rest is counted as there already or left aside. Stores nothing."""
    there: set[bytes] = set()
    for some in in_slices([one.key for one in found]):
        there |= {bytes(key) for key in Interaction.objects.filter(key__in=some).values_list("key", flat=True) if key}
    come = []
    for one in found:
        read = _seen_from_owner(run, one)
        if one.key in there:
            tally.add("there")
        elif why := _why_aside(one, read, _verdict(one, read)):
            tally.leave(why, f"{one.subject} · {read.author.value if read.author else one.where}")
        else:
            come.append(one)
    return come


def _not_yet_here(run: Bringing, found: Sequence[FoundInteraction], tally: Tally) -> list[FoundInteraction]:
    """What no intake has brought; what another one brought is noted as seen, so that undoing that one leaves it."""
    there: dict[bytes, tuple[Any, Any]] = {}
    for some in in_slices([one.key for one in found]):
        rows = select(
            f"SELECT key, id, intake_id FROM records_interaction WHERE network_id = %s AND key IN ({marks(len(some))})",
            [stored_key(run.viewer.network), *some],
        )
        there |= {bytes(key): (row, intake) for key, row, intake in rows}
    fresh, seen = [], set(there)
    for one in found:
        if one.key not in seen:
            seen.add(one.key)
            fresh.append(one)
    ours = run.intake.bytes
    others = [as_bytes(row) for row, intake in there.values() if intake is None or as_bytes(intake) != ours]
    note_sightings(run, INTERACTION, others)
    tally.add("found", len(found))
    tally.add("there", len(found) - len(fresh))
    return fresh


def _load_addresses(run: Bringing, found: Iterable[FoundInteraction]) -> None:
    values: dict[str, dict[str, None]] = {}
    own = run.own
    for one in found:
        for party in one.parties:
            if party.value not in own:
                values.setdefault(_PLAIN[party.kind], {})[party.value] = None
    for kind, some in values.items():
        run.book.load(kind, some)


def _take_one(run: Bringing, one: FoundInteraction, rows: _Rows, tally: Tally, noise: bytes) -> None:
    read = _seen_from_owner(run, one)
    verdict = _verdict(one, read)
    if one.channel is Channel.MAIL:
        _count_mailbox(run, one, read, verdict)
    if why := _why_aside(one, read, verdict):
        tally.leave(why, f"{one.subject} · {read.author.value if read.author else one.where}")
        tally.add("aside")
        return
    if one.at is None:
        tally.missed(Problem(one.where, "Nothing in it says when; it is kept without a date.", kept=True))
    when = one.at.replace(tzinfo=run.viewer.time_zone).astimezone(UTC) if one.at and one.floating else one.at
    key, at = next(run.keys), run.moment(when or UNDATED)
    _add_participants(run, one, read, verdict.kind, rows, (key, at))
    subject = clean(one.subject[:LONGEST_SUBJECT])
    text = clean(one.text) if run.keep_text else ""
    docid = _docid(when, noise) if subject or text else None
    others = len(read.others)
    counts = verdict.kind is MailKind.PERSONAL and others <= MOST_OTHERS and one.at is not None
    rows.interactions.append(
        (
            *(key, run.network_key, run.member_key, one.key, at, _PLAIN[one.channel], _PLAIN[read.direction]),
            *(subject, text, one.minutes, _PLAIN[verdict.kind], counts and one.channel is not Channel.NOTE),
            *(min(others, MOST_COUNTED), read.own, docid, run.intake_key, None, None, None),
        )
    )
    if docid is not None:
        rows.said.append((docid, run.network_key, INTERACTION, key, f"{subject}\n{text}" if text else subject))


def _add_participants(
    run: Bringing, one: FoundInteraction, read: _Read, kind: MailKind, rows: _Rows, of: tuple[bytes, Any]
) -> None:
    there: set[bytes] = set()
    for party in _kept_parties(read, kind):
        holder = run.book.holder(_PLAIN[party.kind], party.value, clean(party.name))
        if holder is None or holder.person in there:
            continue  # nobody, or somebody who stands here with another address already
        there.add(holder.person)
        rows.participants.append(
            (next(run.keys), run.network_key, of[0], holder.person, holder.handle, _PLAIN[party.role], of[1])
        )
        if one.signature and party is read.author:
            run.book.sign(holder, one.signature, one.at or UNDATED)


def _seen_from_owner(run: Bringing, one: FoundInteraction) -> _Read:
    if one.folder in _TOLD and one.channel is not Channel.MAIL:
        return _told_by_source(run, one)
    own, mine, author, others, seen = run.own, None, None, [], set()
    began = False
    for party in one.parties:
        value = party.value
        if value in own:
            began = began or party.role is PartyRole.FROM
            mine = mine or own[value]
        elif value not in seen:
            seen.add(value)
            others.append(party)
            if author is None and party.role is PartyRole.FROM:
                author = party
    if began:
        direction = Direction.OUT
        others = [party for party in others if party.role is not PartyRole.FROM]
        author = None
    elif author is None and one.channel in _BETWEEN:
        direction = Direction.BOTH
    else:
        direction = Direction.IN
    return _Read(direction, others, mine, author)


def _told_by_source(run: Bringing, one: FoundInteraction) -> _Read:
    """Chats and calls say themselves which way they went; whoever stands on the owner's side of them is the owner."""
    sent = one.folder == _SENT
    mine = next((run.own[party.value] for party in one.parties if party.value in run.own), None)
    others = [
        party for party in one.parties if (party.role is PartyRole.FROM) is not sent and party.value not in run.own
    ]
    author = others[0] if others and not sent else None
    return _Read(Direction.OUT if sent else Direction.IN, others, mine, author)


def _verdict(one: FoundInteraction, read: _Read) -> MailVerdict:
    if one.channel is not Channel.MAIL:
        return next((_OF_SIGN[sign] for sign in one.signs if sign in _OF_SIGN), _PERSONAL)
    recipients = [party.value for party in one.parties if party.role is not PartyRole.FROM]
    # Ten recipients tell whether it is a list; how many there are is this module's own matter.
    folder = "sent" if read.direction is Direction.OUT else one.folder
    return kind_of_mail(one.signs, read.author.value if read.author else "", recipients[:MOST_OTHERS], folder)


def _why_aside(one: FoundInteraction, read: _Read, verdict: MailVerdict) -> str | None:
    if verdict.kind is MailKind.MACHINE:
        # one reason for all addresses of a kind, or there would be as many reasons as addresses
        return verdict.reason.replace(read.author.value, "such an address") if read.author else verdict.reason
    if one.folder == "drafts":
        return _DRAFT
    if one.folder == "spam" and read.direction is not Direction.OUT:
        return _SPAM
    if read.others:
        return None
    return _TO_SELF if read.direction is Direction.OUT else _NOBODY


def _kept_parties(read: _Read, kind: MailKind) -> Sequence[Party]:
    if kind is not MailKind.LIST and len(read.others) <= MOST_PARTICIPANTS:
        return read.others
    return (read.author,) if read.author else ()


def _count_mailbox(run: Bringing, one: FoundInteraction, read: _Read, verdict: MailVerdict) -> None:
    mailbox = run.mailbox
    mailbox.letters += 1
    if verdict.kind is MailKind.LIST:
        mailbox.by_list += 1
    if one.folder == "sent":
        for party in one.parties:
            if party.role is PartyRole.FROM:
                mailbox.note_sent(party.value)
                break
    if one.delivered:
        mailbox.note_delivered(one.delivered)


def _docid(at: datetime | None, noise: bytes) -> int:
    """As records.documents.new_docid; the undated share one second, so theirs get more room for chance."""
    chance = int.from_bytes(noise, "big")
    if at is None:
        return chance >> 1
    return (max(int(at.timestamp()), 1 << 20) << NOISE_BITS) | (chance & ((1 << NOISE_BITS) - 1))
