"""Whom the owner might ask today how they can help, and what to ask."""

import uuid
from dataclasses import dataclass
from datetime import date

from amity.lib.viewer import Viewer
from amity.queries.handles import ChannelLink
from amity.queries.help_rows import MatchRow
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class AskHow:
    """Somebody to ask how one can help, or to send a line to.

    since     "October": since when what moves it has been so; `since_on` its day
    about     what happened or is needed, in sentences: "The baby came on 4 October. You have not asked since."
    why       for the margin: "New baby, from your note."
    question  plain words to edit and send, made from what is known; "" where only a line is fitting
    line_only nothing is asked of them, not even what they need: a line is enough
    match     the need of theirs that somebody may help with, or somebody's need that they may help with
    """

    person_id: uuid.UUID
    name: str
    called: str
    language: str
    pronouns: str
    since: str
    since_on: date | None
    about: str
    why: tuple[str, ...]
    question: str
    line_only: bool
    need_id: uuid.UUID | None
    match: MatchRow | None
    channels: tuple[ChannelLink, ...]


@reads
def whom_to_ask(viewer: Viewer, on: date, most: int) -> tuple[AskHow, ...]:
    """At most `most` people whom to ask how one can help, those to whom it matters most first."""
    return ()
