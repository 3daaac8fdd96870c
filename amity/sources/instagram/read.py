"""Instagram's export to JSON: the folder "inbox" with a folder for each chat, one of these, or one file."""

import os
from collections.abc import Iterator

from amity.sources import threads
from amity.sources.found import Counted, Cursor, Found, GoOn, Problem

_NAME = b"instagram"
SERVICE = threads.Service("instagram", "Instagram")


def recognise(path: str, head: bytes) -> str | None:
    """ "Instagram, 214 chats, 12 MB" for chats that name Instagram in their text, or lie in its folders."""
    known = threads.recognise(path, head, SERVICE)
    return known if known and (_NAME in head.lower() or _NAME.decode() in os.path.abspath(path).lower()) else None


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every message behind `cursor`."""
    return threads.read(path, cursor, SERVICE)


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` messages spread over all chats."""
    return threads.sample(path, count, SERVICE)


def count(path: str, go_on: GoOn) -> Counted:
    """How many messages there are."""
    return threads.count(path, go_on)
