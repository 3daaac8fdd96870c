"""Whose chats are they? Told before the first message is stored, and again of what stands here from earlier chats."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from amity.formats.names import name_from_address
from amity.judgement.own_chats import Chat, OwnInChats, own_in_chats, untold
from amity.judgement.vocabulary import Channel, PartyRole
from amity.lib.viewer import Viewer
from amity.records.bulk import marks, select, stored_key
from amity.records.models import OwnAddress
from amity.sources.found import FoundInteraction, Problem

# Kinds of sources that know people by what they call themselves, and the service whose handles those become.
SERVICES = {
    "whatsapp": "whatsapp",
    "telegram": "telegram",
    "messenger": "facebook",
    "instagram": "instagram",
    "signal": "signal",
    "imessage": "imessage",
    "linkedin": "linkedin",
}
FEWEST_NAME_WORDS = 2  # "ada" before an @ is no whole name
REASON = 300  # characters
MOST_ASKED = 200  # names held against what is here

_SENT, _RECEIVED, _GROUP = "sent", "inbox", "group"


@dataclass(slots=True)
class ChatCount:
    """Who talks with whom, by what names, and whom the exports themselves call the owner."""

    chats: set[Chat] = field(default_factory=set)
    told: dict[str, None] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)

    def add(self, one: FoundInteraction) -> None:
        """Hear one message."""
        if one.channel is not Channel.MESSAGE:
            return
        for party in one.parties:
            if _GROUP not in one.signs:
                self.named[party.value] = party.name or party.value
            if (one.folder, party.role is PartyRole.FROM) in ((_SENT, True), (_RECEIVED, False)):
                self.told[party.value] = None
        if len(one.parties) == 2 and _GROUP not in one.signs:  # noqa: PLR2004 - a chat of two
            self.chats.add(frozenset(party.value for party in one.parties))

    def judged(self, viewer: Viewer) -> tuple[OwnInChats, ...]:
        """Who the owner is, by these chats and those that are here; inside the viewer's scope."""
        known = own_values(viewer)
        chats = self.chats | stored_chats(viewer, [value for chat in untold(self.chats, known) for value in chat])
        return own_in_chats(untold(chats, known), self.told, self.named, _own_names(known))

    def problems(self, own: Iterable[str]) -> tuple[Problem, ...]:
        """What is said of chats of which nothing tells who of the two the owner is."""
        return tuple(self._problem(chat) for chat in untold(self.chats, set(own)))

    def _problem(self, chat: Chat) -> Problem:
        one, other = sorted(self.named.get(value, value) for value in chat)
        why = (
            "Nothing tells which of the two you are, so their messages come in as heard from both."
            f" Say it with --me, as in --me “{one}”, and bring it in again; every direction is then put right."
        )
        return Problem(f"the chat of {one} and {other}", why, kept=True)


def own_values(viewer: Viewer) -> set[str]:
    """The member's own addresses, names and numbers."""
    return set(OwnAddress.objects.filter(member_id=viewer.member, refused_at=None).values_list("value", flat=True))


def keep_inferred_in_chats(viewer: Viewer, found: Iterable[OwnInChats]) -> list[str]:
    """Names and numbers that are the owner's; unconfirmed, used, and asked about. Gives the new."""
    there = set(OwnAddress.objects.filter(member_id=viewer.member).values_list("value", flat=True))
    fresh = [own for own in found if own.value not in there]
    for own in fresh:
        OwnAddress.objects.create(
            member_id=viewer.member, kind=kind_of_value(own.value), value=own.value, reason=own.reason[:REASON]
        )
    return [own.value for own in fresh]


def kind_of_value(value: str) -> str:
    """What sort of handle a normal form is: they look unlike each other."""
    if value.startswith("+") or value.split(";")[0].isdigit():
        return "phone"
    return "account" if ":" in value.partition("@")[0] else "mail"


def stored_chats(viewer: Viewer, values: Sequence[str]) -> set[Chat]:
    """Chats of two that stand here from earlier imports and hold one of these, nobody in them known as the owner."""
    if not values:
        return set()
    some = values[:MOST_ASKED]
    rows = select(
        "SELECT DISTINCT h.value, o.value FROM records_handle h"
        " JOIN records_participant p ON p.network_id = h.network_id AND p.person_id = h.person_id"
        " AND p.handle_id = h.id"
        " JOIN records_interaction i ON i.network_id = p.network_id AND i.id = p.interaction_id"
        " JOIN records_participant q ON q.network_id = i.network_id AND q.interaction_id = i.id AND q.id <> p.id"
        " JOIN records_handle o ON o.network_id = q.network_id AND o.id = q.handle_id"
        f" WHERE h.network_id = %s AND h.value IN ({marks(len(some))}) AND i.channel = %s AND i.others = 2"
        " AND i.kind = 'personal'",
        [stored_key(viewer.network), *some, Channel.MESSAGE.value],
    )
    return {frozenset(row) for row in rows}


def stands_here(viewer: Viewer, value: str) -> bool:
    """Whether somebody here has this name or number by now, who is then the owner."""
    rows = select(
        "SELECT 1 FROM records_handle WHERE network_id = %s AND value = %s LIMIT 1", [stored_key(viewer.network), value]
    )
    return bool(rows)


def _own_names(known: Iterable[str]) -> set[str]:
    """Names of the owner, as far as their addresses and accounts hold them."""
    names = set()
    for value in known:
        kind = kind_of_value(value)
        name = name_from_address(value) if kind == "mail" else value.partition(":")[2] if kind == "account" else ""
        if len(name.split()) >= FEWEST_NAME_WORDS:
            names.add(name)
    return names
