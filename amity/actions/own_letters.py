"""Whose mailbox is it? The member's own addresses: given, confirmed before, or told from the letters themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.conf import settings

from amity.actions.bringing import Mailbox
from amity.actions.own_chats import kind_of_value
from amity.formats.handles import account_handle, mail_handle, phone_handle
from amity.judgement.own_addresses import AddressCounts, Confidence, MailboxCounts, own_addresses
from amity.judgement.own_addresses import OwnAddress as Own
from amity.judgement.personhood import MailKind, kind_of_mail
from amity.judgement.vocabulary import Channel, PartyRole
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.records.bulk import marks, select, stored_key
from amity.records.models import OwnAddress
from amity.sources.found import FoundInteraction

REASON = 300  # characters
MAIL = "mail"


@dataclass(slots=True)
class _Counts:
    sent: int = 0
    written: int = 0
    received: int = 0
    delivered: int = 0


@dataclass(slots=True)
class MailCount:
    """Counts over letters, for judgement.own_addresses."""

    letters: int = 0
    in_sent: int = 0
    with_delivery: int = 0
    by_list: int = 0
    addresses: dict[str, _Counts] = field(default_factory=dict)

    def add(self, letter: FoundInteraction) -> None:
        """Count one letter."""
        if letter.channel is not Channel.MAIL:
            return
        self.letters += 1
        sender = next((party.value for party in letter.parties if party.role is PartyRole.FROM), "")
        recipients = [party.value for party in letter.parties if party.role is not PartyRole.FROM]
        personal = kind_of_mail(letter.signs, sender, recipients, letter.folder).kind is MailKind.PERSONAL
        self.by_list += not personal
        self.in_sent += letter.folder == "sent"
        self.with_delivery += bool(letter.delivered)
        if sender:
            self._of(sender).written += 1
            self._of(sender).sent += letter.folder == "sent"
        if personal:
            for value in set(recipients):
                self._of(value).received += 1
        for value in letter.delivered:
            self._of(value).delivered += 1

    def judged(self) -> tuple[Own, ...]:
        """The owner's addresses, the surest first."""
        counted = [
            AddressCounts(value, c.sent, c.written, c.received, c.delivered) for value, c in self.addresses.items()
        ]
        return own_addresses(counted, MailboxCounts(self.letters, self.in_sent, self.with_delivery, self.by_list))

    def _of(self, value: str) -> _Counts:
        return self.addresses.setdefault(value, _Counts())


def given(addresses: Iterable[str], services: Sequence[str] = ()) -> list[str]:
    """The normal forms of addresses, numbers, and names in chats of these services; NotAccepted for what is none."""
    forms: list[str] = []
    for address in addresses:
        number = None if any(map(str.isalpha, address)) else phone_handle(address, settings.REGION)
        if form := mail_handle(address) or number:
            forms.append(form)
            continue
        names = [form for service in services if (form := account_handle(service, address))]
        if not names:
            raise NotAccepted(f"“{address}” is not a mail address.", "me")
        forms += names
    return list(dict.fromkeys(forms))


def known(viewer: Viewer) -> dict[str, bytes]:
    """The member's own addresses with the keys of their rows; refused ones are not among them."""
    rows = OwnAddress.objects.filter(member_id=viewer.member, refused_at=None)
    return {value: key.bytes for value, key in rows.values_list("value", "pk")}


def knows_mailbox(viewer: Viewer) -> bool:
    """Whether a mail address of the member is known."""
    return OwnAddress.objects.filter(member_id=viewer.member, kind=MAIL, refused_at=None).exists()


def keep_given(viewer: Viewer, addresses: Sequence[str]) -> None:
    """The owner's word: theirs and confirmed, whatever was said before."""
    for value in addresses:
        own, is_new = OwnAddress.objects.get_or_create(
            member_id=viewer.member,
            kind=kind_of_value(value),
            value=value,
            defaults={"confirmed_at": clock.now(), "reason": "You said so."},
        )
        if not is_new and (own.confirmed_at is None or own.refused_at is not None):
            own.confirmed_at, own.refused_at = clock.now(), None
            own.save(update_fields=["confirmed_at", "refused_at"])


def keep_inferred(viewer: Viewer, found: Iterable[Own]) -> list[str]:
    """Addresses that are the owner's beyond doubt or very likely; unconfirmed, used, and asked about. Gives the new."""
    there = set(OwnAddress.objects.filter(member_id=viewer.member, kind=MAIL).values_list("value", flat=True))
    fresh = [own for own in found if own.confidence is not Confidence.PERHAPS and own.address not in there]
    for own in fresh:
        OwnAddress.objects.create(
            member_id=viewer.member, kind=MAIL, value=own.address, reason=" ".join(own.reasons)[:REASON]
        )
    return [own.address for own in fresh]


def told_by_counts(viewer: Viewer, mailbox: Mailbox) -> tuple[Own, ...]:
    """The same question again when everything is read: from sent mail and deliveries, counted over the whole."""
    counts = MailCount(mailbox.letters, mailbox.in_sent, mailbox.with_delivery, mailbox.by_list)
    for value, number in mailbox.sent.items():
        counts._of(value).sent = counts._of(value).written = number
    for value, number in mailbox.delivered.items():
        counts._of(value).delivered = number
    for value, received in _received(viewer, list(counts.addresses)).items():
        counts._of(value).received = received
    return counts.judged()


def _received(viewer: Viewer, values: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for value in values[:500]:
        rows = select(
            "SELECT COUNT(*) FROM records_participant p JOIN records_handle h ON h.id = p.handle_id"
            " AND h.network_id = p.network_id WHERE p.network_id = %s AND h.kind = 'mail' AND h.value IN ("
            f"{marks(1)}) AND p.person_id = h.person_id AND p.role <> 'from'",
            [stored_key(viewer.network), value],
        )
        found[value] = rows[0][0]
    return found
