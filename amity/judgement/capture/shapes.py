"""What one sentence is understood to say: chips with their place in the text, so that each can be shown, changed, dropped."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amity.judgement.vocabulary import Channel

MOST_LETTERS = 5_000  # of one captured text; more is a document, not a note


class LifeEvent(StrEnum):
    """What may happen in somebody's life that a friend would ask about next time."""

    NEW_BABY = "new baby"
    BEREAVED = "bereaved"
    MOVED = "moved"
    NEW_JOB = "new job"
    LOOKING_FOR_WORK = "looking for work"
    ILL = "ill"
    WEDDING = "wedding"
    SEPARATED = "separated"
    SCHOOL = "school"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of the text from `start` up to, but without, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KnownName:
    """Somebody of the network, under every name they may be written by."""

    id: Hashable
    name: str
    called: str = ""
    given: str = ""
    family: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WhoChip:
    """Somebody named: nobody known fits (`is_new`), one does, or several, and then the owner is asked."""

    span: Span
    text: str
    candidates: tuple[Hashable, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether nobody known has this name."""
        return not self.candidates

    @property
    def is_unsure(self) -> bool:
        """Whether several people have this name."""
        return len(self.candidates) > 1


@dataclass(frozen=True, slots=True)
class WhenChip:
    """The day it happened."""

    span: Span
    day: date


@dataclass(frozen=True, slots=True)
class ChannelChip:
    """How it happened; the place is empty when only "with" tells of a meeting."""

    span: Span
    channel: Channel


@dataclass(frozen=True, slots=True)
class MinutesChip:
    """How long it took."""

    span: Span
    minutes: int


@dataclass(frozen=True, slots=True)
class Said:
    """A need, an offer or a fact: of whom (None is left to the owner), and in which words."""

    span: Span
    who: WhoChip | None
    what: str
    event: LifeEvent | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise. `by` None is the owner's own; `to` None is the owner where `by` is somebody, else left open."""

    span: Span
    by: WhoChip | None
    to: WhoChip | None
    what: str
    due: date | None = None
    due_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """All that was understood. `rest` is what was not, and stays as the note; `is_cut`: the text was too long."""

    people: tuple[WhoChip, ...] = ()
    when: WhenChip | None = None
    channel: ChannelChip | None = None
    minutes: MinutesChip | None = None
    needs: tuple[Said, ...] = ()
    offers: tuple[Said, ...] = ()
    facts: tuple[Said, ...] = ()
    promises: tuple[Promised, ...] = ()
    asked_how_to_help: Span | None = None
    understood: tuple[Span, ...] = ()
    rest: str = ""
    is_cut: bool = False
