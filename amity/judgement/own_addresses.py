"""Whose mailbox is it? The owner's addresses, inferred from counts and always confirmed by the owner."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from amity.formats.mailboxes import is_machine_address, is_role_address
from amity.judgement.personhood import is_list_address
from amity.judgement.wording import count

SENT_SHARE = 0.05  # of the letters in "sent" folders, from which an address is the owner's
FEWEST_SENT = 2  # one letter in "sent" may have been moved there
DELIVERED_SHARE = 0.3  # of the letters that say to whom they were delivered
SECOND_DELIVERED_SHARE = 0.02
FEWEST_DELIVERED = 3
RECEIVED_SHARE = 0.4  # of personal letters: only with this, and nothing better, an address may be the owner's
SECOND_RECEIVED_SHARE = 0.25
FEWEST_RECEIVED = 5
MOSTLY = 0.5
WRITES_AND_RECEIVES_SHARE = 0.2  # enough for an address that does both, if the next one is far behind
FAR_AHEAD = 1.5
_WORDS = re.compile(r"[^\W\d_]{2,}")


class Confidence(StrEnum):
    """How sure we are. PERHAPS is asked about and not used before it is confirmed."""

    SURE = "sure"
    LIKELY = "likely"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class AddressCounts:
    """How often one address stood where. `received` (To, Cc) counts letters without the signs of a list only."""

    address: str
    sent: int = 0  # From, in a folder of sent mail
    written: int = 0  # From, anywhere
    received: int = 0
    delivered: int = 0


@dataclass(frozen=True, slots=True)
class MailboxCounts:
    """How many letters there are, of which kinds. `with_delivery`: those that name where they were delivered."""

    letters: int
    in_sent: int = 0
    with_delivery: int = 0
    by_list: int = 0


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """An address that seems to be the owner's, with the reasons in sentences."""

    address: str
    confidence: Confidence
    reasons: tuple[str, ...]


def own_addresses(counted: Sequence[AddressCounts], mailbox: MailboxCounts) -> tuple[OwnAddress, ...]:
    """The owner's addresses, the surest first. Nobody's mailbox, as a list archive, gives none."""
    found = [own for counts in counted if (own := _by_sent(counts, mailbox))]
    found += _by_delivery(counted, mailbox, {own.address for own in found})
    if not found:
        found = _by_receiving(counted, mailbox)
    order = list(Confidence)
    weight = {counts.address: counts.sent + counts.delivered + counts.received for counts in counted}
    found.sort(key=lambda own: (order.index(own.confidence), -weight[own.address], own.address))
    return tuple(_doubted(own, found[0].address) for own in found)


def _by_sent(counts: AddressCounts, mailbox: MailboxCounts) -> OwnAddress | None:
    """Who stands as the sender in a folder of sent mail wrote it."""
    if not counts.sent or is_machine_address(counts.address):
        return None
    share = counts.sent / mailbox.in_sent
    if share < SENT_SHARE or (counts.sent < FEWEST_SENT and share < MOSTLY):
        return None
    reasons = [f"It sent {counts.sent:,} of {mailbox.in_sent:,} letters in the sent mail."]
    if counts.delivered:
        reasons.append(f"It is where {count(counts.delivered, 'letter')} went.")
    sure = share >= MOSTLY or (counts.sent >= FEWEST_DELIVERED and bool(counts.delivered or counts.received))
    return OwnAddress(counts.address, Confidence.SURE if sure else Confidence.LIKELY, tuple(reasons))


def _by_delivery(counted: Sequence[AddressCounts], mailbox: MailboxCounts, known: set[str]) -> list[OwnAddress]:
    """Where letters were delivered to is the mailbox itself, unless one list took them all in."""
    found = []
    some = any(_delivered_share(counts, mailbox) >= DELIVERED_SHARE and _may_own(counts) for counts in counted)
    least = SECOND_DELIVERED_SHARE if some or known else DELIVERED_SHARE
    for counts in counted:
        share = _delivered_share(counts, mailbox)
        if counts.address in known or not _may_own(counts) or share < least or counts.delivered < FEWEST_DELIVERED:
            continue
        # A forwarding host names itself on the way; an owner's address is also written to, or writes.
        if not (counts.received or counts.written):
            continue
        likely = Confidence.LIKELY if share >= DELIVERED_SHARE or counts.written else Confidence.PERHAPS
        reason = f"{counts.delivered:,} of {mailbox.with_delivery:,} letters were delivered to it."
        found.append(OwnAddress(counts.address, likely, (reason,)))
    return found


def _by_receiving(counted: Sequence[AddressCounts], mailbox: MailboxCounts) -> list[OwnAddress]:
    """With nothing better: who receives nearly everything. A list does so too, hence only "perhaps"."""
    personal = mailbox.letters - mailbox.by_list
    if personal < FEWEST_RECEIVED or personal < MOSTLY * mailbox.letters:
        return []
    shares = sorted(((_received_share(c, personal), c.address, c) for c in counted if _may_own(c)), reverse=True)
    if not shares:
        return []
    most, _, first = shares[0]
    next_one = shares[1][0] if len(shares) > 1 else 0.0
    both = first.written and first.received and most >= max(WRITES_AND_RECEIVES_SHARE, FAR_AHEAD * next_one)
    if first.received < RECEIVED_SHARE * personal and not both:
        return []
    return [
        OwnAddress(counts.address, Confidence.PERHAPS, (_received_reason(counts, personal),))
        for _, _, counts in shares
        if counts is first or counts.received >= SECOND_RECEIVED_SHARE * personal
    ]


def _received_reason(counts: AddressCounts, personal: int) -> str:
    wrote = f", and it wrote {counts.written:,}" if counts.written else ""
    return f"{counts.received:,} of {personal:,} personal letters went to it{wrote}."


def _doubted(own: OwnAddress, first: str) -> OwnAddress:
    """The same, less sure where the spelling names another person than the surest address does."""
    if not _names_another(own.address, first):
        return own
    return OwnAddress(own.address, Confidence.PERHAPS, (*own.reasons, f"Its name is another than in {first}."))


def _names_another(address: str, first: str) -> bool:
    """jane.roe@firm.example beside ada.holt@firm.example: two colleagues in one folder, not one person's addresses."""
    names, domains = zip(*(address.rpartition("@")[::2] for address in (address, first)), strict=True)
    one, other = (set(_WORDS.findall(name)) for name in names)
    return domains[0] == domains[1] and min(len(one), len(other)) > 1 and one.isdisjoint(other)


def _may_own(counts: AddressCounts) -> bool:
    return not (is_list_address(counts.address) or is_machine_address(counts.address))


def _delivered_share(counts: AddressCounts, mailbox: MailboxCounts) -> float:
    return counts.delivered / mailbox.with_delivery if mailbox.with_delivery else 0.0


def _received_share(counts: AddressCounts, personal: int) -> float:
    return 0.0 if is_role_address(counts.address) else (counts.received + counts.written) / personal
