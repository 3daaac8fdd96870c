"""Cursors: where a page ended, as a short text that goes into an address. Never trusted when it comes back."""

import base64
import binascii
import json
from collections.abc import Sequence

from amity.lib.errors import NotAccepted

LONGEST = 1_200  # characters; a name of 300 letters fits


def to_cursor(parts: Sequence[str | int | float]) -> str:
    """What a page ended with, as text."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def from_cursor(text: str, *kinds: type) -> list[str | int | float] | None:
    """The parts again, each of its kind; None without a cursor. Raises NotAccepted for one that no page gave."""
    if not text:
        return None
    try:
        if len(text) > LONGEST:
            raise ValueError
        parts = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        if not isinstance(parts, list) or len(parts) != len(kinds):
            raise ValueError
        if not all(type(part) is kind for part, kind in zip(parts, kinds, strict=True)):
            raise ValueError
    except (ValueError, binascii.Error, RecursionError):
        raise NotAccepted("This page is not here any more. Begin again at the first.", "after") from None
    return parts
