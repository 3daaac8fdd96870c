"""Whose mailbox is it? The owner's addresses, inferred from counts and always confirmed by the owner."""

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
    return tuple(sorted(found, key=lambda own: (order.index(own.confidence), -weight[own.address], own.address)))


def _by_sent(counts: AddressCounts, mailbox: MailboxCounts) -> OwnAddress | None:
    """Who stands as the sender in a folder of sent mail wrote it."""
    if not counts.sent or is_machine_address(counts.address):
        return None
    share = counts.sent / mailbox.in_sent
    if share < SENT_SHARE or (counts.sent < FEWEST_SENT and share < MOSTLY):
        return None
    reasons = [f"Sent {counts.sent:,} of the {count(mailbox.in_sent, 'letter')} in your sent mail."]
    if counts.delivered:
        reasons.append(f"{count(counts.delivered, 'letter').capitalize()} were delivered to it.")
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
        reason = f"{counts.delivered:,} of {count(mailbox.with_delivery, 'letter')} were delivered to it."
        found.append(OwnAddress(counts.address, likely, (reason,)))
    return found


def _by_receiving(counted: Sequence[AddressCounts], mailbox: MailboxCounts) -> list[OwnAddress]:
    """With nothing better: who receives nearly everything. A list does so too, hence only "perhaps"."""
    personal = mailbox.letters - mailbox.by_list
    if personal < FEWEST_RECEIVED or personal < MOSTLY * mailbox.letters:
        return []
    most = max((_received_share(counts, personal) for counts in counted if _may_own(counts)), default=0.0)
    if most < RECEIVED_SHARE:
        return []
    return [
        OwnAddress(
            counts.address,
            Confidence.PERHAPS,
            (f"{counts.received:,} of {count(personal, 'personal letter')} went to it.",),
        )
        for counts in counted
        if _may_own(counts) and _received_share(counts, personal) >= SECOND_RECEIVED_SHARE
    ]


def _may_own(counts: AddressCounts) -> bool:
    return not (is_list_address(counts.address) or is_machine_address(counts.address))


def _delivered_share(counts: AddressCounts, mailbox: MailboxCounts) -> float:
    return counts.delivered / mailbox.with_delivery if mailbox.with_delivery else 0.0


def _received_share(counts: AddressCounts, personal: int) -> float:
    return 0.0 if is_role_address(counts.address) else (counts.received + counts.written) / personal
