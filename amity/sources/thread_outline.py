"""What one file of a Facebook or Instagram chat tells before its messages are read: who talks, and how much."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from amity.formats.json_stream import DamagedJson, Path, walk
from amity.sources.byte_streams import Stream, UnreadableError
from amity.sources.json_files import pieces_of, text_in

MOST_MEMBERS = 1_000
_MESSAGES = ("messages",)
_MEMBERS = ("participants",)
_MEDIA = ("photos", "videos", "audio_files", "gifs", "sticker", "files", "share", "media")
_OF_PROGRAM = ("Subscribe", "Unsubscribe")
_ECHOES = ("Liked a message", "You sent an attachment.")
_THREAD = re.compile(
    rb'"participants"\s*:\s*\[\s*(?:\{\s*"name"\s*:|")|"sender_name"\s*:\s*"[^"\n]*",\s*"timestamp_ms"\s*:|"threadName"\s*:'
)


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands around the messages of one file."""

    members: tuple[str, ...] = ()
    title: str = ""
    thread: str = ""
    joinable: bool = False
    messages: int = 0
    media: int = 0
    notices: int = 0

    @property
    def is_group(self) -> bool:
        """Whether more than two talk."""
        return self.joinable or len(self.members) > 2  # noqa: PLR2004 - two talk, more are a group

    @property
    def partner(self) -> str:
        """Whom the chat is named after, where that is one of the two; "" where nothing tells."""
        other = self.thread.rpartition("_")[0] if not self.title else self.title
        return other if self.members.count(other) == 1 else ""


def mend(text: str) -> str:
    """Text whose UTF-8 was read as Latin-1, as both services write it: "ZoÃ«" is "Zoë"; other text stays as it is."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def is_thread(head: bytes) -> bool:
    """Whether a file begins as the messages of a chat do."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and _THREAD.search(head) is not None


def outline_of(stream: Stream) -> Outline:
    """Read a file through once; what is damaged is told when it is read."""
    members: list[str] = []
    outline = Outline()
    messages = media = notices = 0
    try:
        for path, value in walk(pieces_of(stream), _is_walked):
            if path == (*_MESSAGES, "*"):
                notice = is_notice(value)
                notices += notice
                messages += not notice
                media += not notice and _has_media(value)
            elif path == (*_MEMBERS, "*") and len(members) < MOST_MEMBERS:
                members.append(mend(value if isinstance(value, str) else text_in(value, "name")))
            elif isinstance(value, str) and path in (("title",), ("threadName",), ("thread_path",)):
                outline = (
                    replace(outline, title=mend(value)) if path == ("title",) else replace(outline, thread=mend(value))
                )
            elif path == ("joinable_mode",):
                outline = replace(outline, joinable=True)
    except (DamagedJson, UnreadableError):
        pass  # whatever came until here is read, and the damage told behind it
    return replace(outline, members=tuple(members), messages=messages, media=media, notices=notices)


def messages_of(stream: Stream) -> Iterator[Any]:
    """Every message of a file in order; raises DamagedJson and UnreadableError behind the last whole one."""
    for path, value in walk(pieces_of(stream), _is_walked):
        if path == (*_MESSAGES, "*"):
            yield value


def _is_walked(path: Path) -> bool:
    return path in ((), _MESSAGES, _MEMBERS)


def is_notice(message: Any) -> bool:
    """Whether the service wrote it itself, or a message was taken back."""
    if not isinstance(message, dict):
        return False
    taken_back = message.get("is_unsent") or message.get("isUnsent")
    return bool(taken_back) or message.get("type") in _OF_PROGRAM or message.get("content") in _ECHOES


def _has_media(message: Any) -> bool:
    return isinstance(message, dict) and any(bool(message.get(name)) for name in _MEDIA)
