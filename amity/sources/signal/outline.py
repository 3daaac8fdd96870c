"""What a Signal export tells before its messages are read: who its people and groups are, and which chats there are."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from amity.judgement.vocabulary import PartyRole
from amity.sources.byte_streams import Stream, UnreadableError
from amity.sources.chats import party
from amity.sources.found import GoOn, Party
from amity.sources.json_files import VALUES_BETWEEN_QUESTIONS, lines_in, text_in, to_the_end

SERVICE = "signal"
MOST_KNOWN = 200_000  # people, groups and chats
_MEDIA = ("stickerMessage", "contactMessage", "viewOnceMessage", "poll")
_UPDATE = "updateMessage"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a chat is with, or who wrote. Neither a group nor the owner nor anybody: the program's own news."""

    account: str = ""
    name: str = ""
    is_owner: bool = False
    is_group: bool = False

    def party(self, role: PartyRole) -> Party | None:
        """Their place in a message."""
        return party(role, SERVICE, self.name, self.account) if self.account or self.name else None


@dataclass(slots=True)
class Outline:
    """What was found out in one reading."""

    recipients: dict[str, Recipient] = field(default_factory=dict)
    chats: dict[str, str] = field(default_factory=dict)
    media: int = 0
    notices: int = 0
    messages: int = 0
    whole: bool = True

    @property
    def records(self) -> int:
        """How many messages there are."""
        return self.messages

    def chat(self, item: Any) -> Recipient | None:
        """Whom the chat of a message is with; None where the export does not say."""
        return self.recipients.get(self.chats.get(id_in(item, "chatId"), ""))

    def author(self, item: Any) -> Recipient | None:
        """Who wrote a message."""
        return self.recipients.get(id_in(item, "authorId"))


def items_of(stream: Stream) -> Iterator[Any]:
    """Every line of a file as an object, None for one that is none; raises UnreadableError."""
    for line in lines_in(stream):
        if line is not None and not line.strip():
            continue
        try:
            yield json.loads(line) if line is not None else None
        except (ValueError, RecursionError):
            yield None


def outline_of(stream: Stream, go_on: GoOn = to_the_end) -> Outline:
    """Read a file through once, unless it is ended early; what is damaged is told when it is read."""
    outline = Outline()
    try:
        for number, frame in enumerate(items_of(stream)):
            if number % VALUES_BETWEEN_QUESTIONS == 0 and not go_on():
                outline.whole = False
                break
            _hear(outline, frame)
    except UnreadableError:
        pass  # whatever came until here is read, and the damage told behind it
    return outline


def is_call(item: Any) -> bool:
    """Whether a message of the program itself stands for a call between two."""
    return isinstance(_inside(item, _UPDATE).get("individualCall"), dict)


def is_notice(item: Any, outline: Outline) -> bool:
    """Whether the program itself wrote it, its writer took it back, or it is news of the makers."""
    chat = outline.chat(item)
    if chat is not None and not (chat.account or chat.name or chat.is_owner or chat.is_group):
        return True
    written = ("standardMessage", *_MEDIA)
    return isinstance(item, dict) and not is_call(item) and not any(name in item for name in written)


def has_media(item: Any) -> bool:
    """Whether something beside words went with a message."""
    return any(name in item for name in _MEDIA) or bool(_inside(item, "standardMessage").get("attachments"))


def id_in(values: Any, name: str) -> str:
    """A number that names something, which JSON holds as text or as a number."""
    found = values.get(name) if isinstance(values, Mapping) else None
    return str(found) if isinstance(found, str | int) else ""


def call_of(item: Any) -> Mapping[str, Any]:
    """What is said of a call."""
    return _inside(_inside(item, _UPDATE), "individualCall")


def words_of(item: Any) -> str:
    """What was written."""
    return text_in(_inside(_inside(item, "standardMessage"), "text"), "body")


def _hear(outline: Outline, frame: Any) -> None:
    if not isinstance(frame, dict) or len(outline.recipients) + len(outline.chats) > MOST_KNOWN:
        return
    if isinstance(one := frame.get("recipient"), dict):
        outline.recipients[id_in(one, "id")] = _recipient(one)
    elif isinstance(one := frame.get("chat"), dict):
        outline.chats[id_in(one, "id")] = id_in(one, "recipientId")
    elif isinstance(one := frame.get("chatItem"), dict):
        if is_notice(one, outline):
            outline.notices += 1
        else:
            outline.messages += 1
            outline.media += has_media(one)


def _recipient(one: Mapping[str, Any]) -> Recipient:
    if "self" in one:
        return Recipient(is_owner=True)
    if group := _inside(one, "group"):
        title = text_in(_inside(_inside(group, "snapshot"), "title"), "title")
        return Recipient(name=title or "unnamed", is_group=True)
    contact = _inside(one, "contact")
    number = id_in(contact, "e164").removeprefix("+")
    account = f"+{number}" if number.isdecimal() else text_in(contact, "username") or text_in(contact, "aci")
    return Recipient(account, _name(contact))


def _name(contact: Mapping[str, Any]) -> str:
    """The name the owner gave, else that of the address book, else their own."""
    nickname = _inside(contact, "nickname")
    names = (
        (text_in(nickname, "given"), text_in(nickname, "family")),
        (text_in(contact, "systemGivenName"), text_in(contact, "systemFamilyName")),
        (text_in(contact, "profileGivenName"), text_in(contact, "profileFamilyName")),
    )
    return next((name for one in names if (name := " ".join(" ".join(one).split()))), "")


def _inside(values: Any, name: str) -> Mapping[str, Any]:
    found = values.get(name) if isinstance(values, Mapping) else None
    return found if isinstance(found, Mapping) else {}
