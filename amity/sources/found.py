"""What every reader yields: found things, problems with their place, and how far it has come.

FOUND    a plain value in the source's own terms, normalised where a standard says how.
PROBLEM  something that could not be understood, or only in part, with its place; beside the good, never instead of it.
CURSOR   how far a reader has come; handed back to `read`, it goes on behind the last thing yielded before it.

A reader is a function `read(path, cursor) -> Iterator[Found | Problem | Cursor]` that streams with bounded memory,
never raises on bad input, and yields a Cursor at least every few hundred things, so that a chunk can be stored
together with it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from amity.judgement.vocabulary import Channel, HandleKind, PartyRole, Shape


@dataclass(frozen=True, slots=True)
class FoundHandle:
    """An address. `value` is the normal form (`formats.handles`), `shown` is as it stood, `label` as "work"."""

    kind: HandleKind
    value: str
    shown: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in its parts; `shown` is the whole as its owner writes it, `latin` the same in Latin letters."""

    shown: str
    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    called: str = ""
    latin: str = ""


@dataclass(frozen=True, slots=True)
class FoundBirthday:
    """A birthday; the year is often unknown."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class FoundFact:
    """Something known about a person: `kind` as in records.facts ("work", "title", "lives_in", "note", "web" …).

    `noted_on` and `source` ("contacts card", "signature of a letter") where the source itself tells; else the
    intake's own day and words are used.
    """

    kind: str
    text: str
    label: str = ""
    noted_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A picture as it stood in the card: undecoded bytes, checked and written anew before it is kept."""

    content: bytes
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """One card of an address book. `key`: 16 bytes that tell the same card in a second reading (UID, else text)."""

    key: bytes
    name: FoundName
    shape: Shape = Shape.PERSON
    handles: tuple[FoundHandle, ...] = ()
    facts: tuple[FoundFact, ...] = ()
    birthday: FoundBirthday | None = None
    photo: FoundPhoto | None = None
    circles: tuple[str, ...] = ()
    pronouns: str = ""
    verbatim: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """One address in a message: the normal form, the name written beside it (decoded, may be empty), and its place."""

    role: PartyRole
    value: str
    name: str = ""
    kind: HandleKind = HandleKind.MAIL


@dataclass(frozen=True, slots=True)
class FoundInteraction:
    """One message, call or meeting.

    key        16 bytes that tell the same one in a second reading: of the Message-ID, else of headers and body
    at         aware, UTC; None when nothing in it says when
    text       what the writer themselves wrote: quoted text and signature cut
    signature  the cut signature, for names, phones and employers
    signs      evidence for people against machines, lower case, as "list-id", "precedence:bulk", "auto-submitted",
               "return-path:<>"; judged in judgement.personhood, not here. In chats "group", of calls
               "missed", of short messages "no-reply"
    folder     "sent", "inbox", "drafts", "trash", "spam" where the source tells, else "". In chats and calls "sent"
               says that the owner is whoever it is from, "inbox" that the owner is among those it is to
    delivered  addresses it was delivered to (Delivered-To, X-Original-To), normal form
    minutes    how long it took, where known
    floating   `at` is what a clock on the wall showed, written down as if it were UTC; the owner's zone is put in later
    """

    key: bytes
    at: datetime | None
    channel: Channel
    parties: tuple[Party, ...]
    subject: str = ""
    text: str = ""
    signature: str = ""
    signs: tuple[str, ...] = ()
    folder: str = ""
    delivered: tuple[str, ...] = ()
    minutes: int | None = None
    where: str = ""
    floating: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be understood. `kept` says that the rest of it was taken in all the same."""

    where: str
    why: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a reader has come: `position` is the reader's own, plain JSON; `done` of `total` bytes for the bar."""

    position: dict[str, int | str] = field(default_factory=dict)
    done: int = 0
    total: int = 0


Found = FoundPerson | FoundInteraction


@dataclass(frozen=True, slots=True)
class Counted:
    """How many letters and cards a source holds, by their separators; without `whole` there are at least so many."""

    letters: int = 0
    cards: int = 0
    whole: bool = True


GoOn = Callable[[], bool]  # asked between pieces of work that may be ended early


class Reader(Protocol):
    """A module `sources/<kind>/read.py` offers these four."""

    def recognise(self, path: str, head: bytes) -> str | None:
        """A sentence naming what it is ("Mail, mbox, 1.2 GB"), or None; `head`: the first 64 KiB, b"" for a folder."""

    def read(self, path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
        """Everything behind `cursor`, in the order of the source."""

    def sample(self, path: str, count: int) -> Iterator[Found | Problem]:
        """About `count` things spread over the whole, for the preview and for telling whose mailbox it is."""

    def count(self, path: str, go_on: GoOn) -> Counted:
        """How much there is to read, found without reading it; `go_on` ends it early. Never raises."""
