"""What several commands ask for in the same words, and what they say to what they cannot use.

Values are read here and not by the parser of the command line, whose refusals speak of formats and validity.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

import typer

from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
OnDay = Annotated[
    str | None, typer.Option("--on", metavar="DAY", help="As on this day instead of today, as 2026-11-25.")
]


def day(viewer: Viewer, on: str | None = None) -> date:
    if on is None:
        return clock.today(viewer.time_zone)
    try:
        return date.fromisoformat(on)
    except ValueError:
        raise NotAccepted(f"“{on}” is not a day Amity can read. Write it as 2026-11-25.", "on") from None


def key(text: str, what: str, listed_by: str) -> UUID:
    """The id of a change or an import, as a listing prints it."""
    try:
        return UUID(text)
    except ValueError:
        raise NotAccepted(f"“{text}” names no {what}. To see them all: {listed_by}", "id") from None
