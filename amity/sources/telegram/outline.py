"""What a Telegram export tells before its messages are read: whose it is, its contacts, and which chats it holds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from amity.formats.handles import account_handle, phone_handle
from amity.formats.json_stream import DamagedJson, Mark, Path, walk
from amity.formats.names import parse_name
from amity.judgement.vocabulary import HandleKind
from amity.lib.text import fold
from amity.sources.byte_streams import Stream, UnreadableError
from amity.sources.chats import key_of
from amity.sources.found import FoundHandle, FoundName, FoundPerson, GoOn
from amity.sources.json_files import VALUES_BETWEEN_QUESTIONS, number_in, pieces_of, text_in, to_the_end

SERVICE = "telegram"
MOST_CONTACTS = 50_000
MESSAGES = "messages"
DIRECT = "personal_chat"
SAVED = "saved_messages"
GROUPS = ("private_group", "private_supergroup", "public_supergroup")
_LISTS = ("chats", "left_chats")
_MEDIA = ("photo", "file", "media_type", "poll", "location_information", "contact_information")


@dataclass(slots=True)
class ChatHead:
    """What stands about a chat before its messages."""

    name: str = ""
    type: str = ""
    id: int | None = None


@dataclass(slots=True)
class Outline:
    """What was found out in one reading. `me`: the owner's own account, "" in the export of a single chat."""

    me: str = ""
    contacts: list[dict[str, Any]] = field(default_factory=list)
    accounts: dict[str, list[int]] = field(default_factory=dict)
    messages: int = 0
    media: int = 0
    notices: int = 0
    by_machines: int = 0
    whole: bool = True

    @property
    def records(self) -> int:
        """How many messages and contacts there are."""
        return self.messages + sum(1 for _ in cards_of(self))


@dataclass(frozen=True, slots=True)
class Item:
    """One message as it was read, with the chat it stands in."""

    chat: ChatHead
    value: Any


def account_of(number: int | str | None) -> str:
    """A sender's account as newer exports name it: 111 and "user111" are "user111"."""
    return f"user{number}" if isinstance(number, int) or (number and number.isdecimal()) else str(number or "")


def is_walked(path: Path) -> bool:
    """Which containers of an export are walked into."""
    if path in ((), (MESSAGES,), ("contacts",), ("contacts", "list")):
        return True
    if not path or path[0] not in _LISTS:
        return False
    return len(path) == 1 or path[1:] in (("list",), ("list", "*"), ("list", "*", MESSAGES))


def items_of(stream: Stream) -> Iterator[Item]:
    """Every message of a file in order; raises DamagedJson and UnreadableError behind the last whole one."""
    chat = ChatHead()
    for path, value in walk(pieces_of(stream), is_walked):
        if path[-2:] == (MESSAGES, "*"):
            yield Item(chat, value)
        else:
            chat = _heard(chat, path, value)


def outline_of(stream: Stream, go_on: GoOn = to_the_end) -> Outline:
    """Read a file through once, unless it is ended early; what is damaged is told when it is read."""
    outline, chat, heard = Outline(), ChatHead(), None
    try:
        for number, (path, value) in enumerate(walk(pieces_of(stream), is_walked)):
            if number % VALUES_BETWEEN_QUESTIONS == 0 and not go_on():
                outline.whole = False
                break
            if path[-2:] == (MESSAGES, "*"):
                _count(outline, chat, value)
                is_new = heard is not chat and len(outline.accounts) < MOST_CONTACTS
                if is_new and chat.type == DIRECT and chat.name and chat.id is not None:
                    heard = chat
                    outline.accounts.setdefault(fold(chat.name), []).append(chat.id)
            elif path == ("personal_information",):
                me = number_in(value, "user_id")
                outline.me = account_of(me) if me else ""
            elif path == ("contacts", "list", "*"):
                if len(outline.contacts) < MOST_CONTACTS and isinstance(value, dict):
                    outline.contacts.append(value)
            else:
                chat = _heard(chat, path, value)
    except (DamagedJson, UnreadableError):
        pass  # whatever came until here is read, and the damage told behind it
    return outline


def cards_of(outline: Outline) -> Iterator[FoundPerson]:
    """The contacts that have a number, with the account they write from where a single chat goes by their name."""
    numbers = Counter(fold(_name_of(contact)) for contact in outline.contacts)
    seen: set[bytes] = set()
    for contact in outline.contacts:
        name, written = _name_of(contact), text_in(contact, "phone_number")
        number = phone_handle(written)
        if not name or number is None:
            continue
        key = key_of(SERVICE, "contact", number, name)
        if key in seen:
            continue
        seen.add(key)
        accounts = outline.accounts.get(fold(name), [])
        known = number_in(contact, "user_id") or (accounts[0] if len(accounts) == numbers[fold(name)] == 1 else None)
        handles = [FoundHandle(HandleKind.PHONE, number, written)]
        if known and (account := account_handle(SERVICE, account_of(known))):
            handles.append(FoundHandle(HandleKind.ACCOUNT, account))
        parts = parse_name(name)
        yield FoundPerson(
            key,
            FoundName(name, text_in(contact, "first_name") or parts.given, "", text_in(contact, "last_name")),
            handles=tuple(handles),
            where=f"contact {name}",
        )


def has_media(message: Any) -> bool:
    """Whether something beside words went with a message."""
    return any(bool(message.get(name)) for name in _MEDIA)


def is_call(message: Any) -> bool:
    """Whether a line of the program itself stands for a call."""
    return bool(message.get("type") == "service" and message.get("action") == "phone_call")


def is_notice(message: Any) -> bool:
    """Whether the program itself wrote it: who joined, what was pinned."""
    return message.get("type") == "service" and not is_call(message)


def is_of_machine(chat: ChatHead) -> bool:
    """Whether a chat is a channel's or a bot's."""
    return chat.type != DIRECT and chat.type != SAVED and chat.type not in GROUPS


def _heard(chat: ChatHead, path: Path, value: Any) -> ChatHead:
    if value is Mark.BEGIN and (path == () or path[1:] == ("list", "*")):
        return ChatHead()
    name = path[-1] if path else ""
    if isinstance(value, str) and name in ("name", "type"):
        setattr(chat, name, text_in({name: value}, name))
    elif name == "id" and isinstance(value, int):
        chat.id = value
    return chat


def _count(outline: Outline, chat: ChatHead, message: Any) -> None:
    if not isinstance(message, dict):
        outline.messages += 1
    elif is_of_machine(chat):
        outline.by_machines += 1
    elif is_notice(message):
        outline.notices += 1
    else:
        outline.messages += 1
        outline.media += has_media(message)


def _name_of(contact: Any) -> str:
    return " ".join(f"{text_in(contact, 'first_name')} {text_in(contact, 'last_name')}".split())
