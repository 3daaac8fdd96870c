"""Who talks in a chat: two people or a group, and which of the two the owner is, where the export itself says so."""

import os
import re
from dataclasses import dataclass

from amity.judgement.vocabulary import HandleKind, PartyRole
from amity.lib.text import fold
from amity.sources.chats import GROUP, RECEIVED, SENT, group_party, party
from amity.sources.found import Party
from amity.sources.whatsapp.lines import plain_sender
from amity.sources.whatsapp.outline import MOST_SENDERS, Outline

SERVICE = "whatsapp"
INNER_NAME = "_chat"  # what iPhones call the file; its folder is named after the chat
_COPY = re.compile(r"\s?\(\d{1,3}\)$")
# "WhatsApp Chat with Zoë", "Chat de WhatsApp con Zoë", "WhatsApp Chat - Zoë": between the app's name and the chat's.
_NAMED_AFTER = re.compile(
    r"whatsapp\b.{0,12}?(?:\s(?:with|mit|con|com|avec|met|med|na|dengan|с|з|ile|s|z|kanssa)\s|\s[-–]\s)(?P<title>.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody's messages stand: the parties, the folder that says which way they went, what is part of a key."""

    parties: tuple[Party, ...]
    folder: str
    author: str


@dataclass(frozen=True, slots=True)
class Chat:
    """`title` is a group's; `identity` tells this chat from others that hold the same words in the same minute."""

    is_group: bool
    title: str
    identity: str
    places: dict[str, Place]

    @property
    def signs(self) -> tuple[str, ...]:
        """What its messages are marked with."""
        return GROUP if self.is_group else ()

    def place(self, sender: str) -> Place:
        """Where messages of somebody stand."""
        known = self.places.get(sender)
        if known is None:
            if len(self.places) > MOST_SENDERS:
                self.places.clear()
            author = _party(PartyRole.FROM, sender)
            known = self.places[sender] = Place((author, group_party(SERVICE, self.title)), "", author.value)
        return known


def chat_of(outline: Outline, path: str) -> Chat:
    """The chat that a file holds; its name is heard where it names one of the two who write."""
    senders, name = list(outline.senders), _chat_name(path)
    titled = outline.titled
    beside = bool(titled) and titled not in outline.senders
    if len(senders) > 2 or outline.of_group or (beside and len(senders) == 2):  # noqa: PLR2004 - two talk, more are a group
        return Chat(True, titled if beside else name, "group", {})
    partner = titled or _named(senders, name) or (_other_name(name, senders) if len(senders) == 1 else "")
    owner = next((sender for sender in senders if partner and sender != partner), "")
    both = list(dict.fromkeys(one for one in (partner, owner, *senders) if one))
    identity = "\x1e".join(sorted(_party(PartyRole.FROM, one).value for one in both))
    places = {one: _place(one, [other for other in both if other != one], partner) for one in both}
    return Chat(False, "", identity, places)


def _place(sender: str, others: list[str], partner: str) -> Place:
    author = _party(PartyRole.FROM, sender)
    parties = (author, *(_party(PartyRole.TO, other) for other in others))
    folder = "" if not partner else RECEIVED if sender == partner else SENT
    return Place(parties, folder, author.value)


def _party(role: PartyRole, name: str) -> Party:
    found = party(role, SERVICE, name)
    return found or Party(role, f"{SERVICE}:unnamed", "", HandleKind.ACCOUNT)


def _chat_name(path: str) -> str:
    """What the chat is called, as far as file or folder say: "Zoë Müller" of "WhatsApp Chat with Zoë Müller.txt"."""
    stem = os.path.splitext(os.path.basename(path))[0]
    if stem.startswith(INNER_NAME):
        stem = os.path.basename(os.path.dirname(os.path.abspath(path)))
    stem = _COPY.sub("", stem)
    found = _NAMED_AFTER.search(stem)
    return plain_sender(found["title"]) if found else ""


def _named(senders: list[str], name: str) -> str:
    named = [sender for sender in senders if name and _same(sender, name)]
    return named[0] if len(named) == 1 else ""


def _other_name(name: str, senders: list[str]) -> str:
    """Of a chat in which only one wrote: whoever it is named after."""
    return name if name and not _same(senders[0], name) else ""


def _same(sender: str, name: str) -> bool:
    """Whether a file's name means this sender; what file systems cannot write is missing there."""
    return _letters(sender) == _letters(name)


def _letters(name: str) -> str:
    return "".join(c for c in fold(name) if c.isalnum())
