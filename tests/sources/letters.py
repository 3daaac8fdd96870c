"""Letters of the cast for the tests of mail readers."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

MORNING = datetime(2024, 5, 2, 9, 30, tzinfo=UTC)


def letter(number: int) -> bytes:
    """The `number`-th letter from Ada to Bo, unlike all others."""
    return (
        f"Message-ID: <{number}@ada.example>\n"
        f"Date: {format_datetime(MORNING + timedelta(hours=number))}\n"
        "From: Ada Lindqvist <ada@lindqvist.example>\n"
        "To: Bo Berg <bo@berg.example>\n"
        f"Subject: Letter {number}\n"
        "\n"
        f"Dear Bo,\n\nthis is the letter number {number}. How is the garden?\n"
    ).encode()


def mbox_of(letters: list[bytes]) -> bytes:
    """Letters in one mbox file."""
    return b"".join(b"From ada@lindqvist.example Thu May  2 09:30:00 2024\n" + each + b"\n" for each in letters)
