"""A person's page: who they are, how things stand between the two of you, and what to know before you meet."""

import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amity.judgement.beat import Beat
from amity.judgement.vocabulary import HandleKind, TieState
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.circles import CircleMark
from amity.queries.handles import ChannelLink
from amity.queries.timeline import Timeline
from amity.records.scope import reads


class Standing(StrEnum):
    """Where a person stands in the network."""

    KEPT = "kept"
    CANDIDATE = "candidate"
    TRASHED = "trashed"


@dataclass(frozen=True, slots=True)
class HandleRow:
    """A way to reach them; `href` is "" for what cannot be pressed."""

    id: uuid.UUID
    kind: HandleKind
    value: str
    shown: str
    label: str
    href: str
    shared: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    """Something known; `source` in words with its age: "your note, 20 June". `private`: only this member sees it."""

    id: uuid.UUID
    kind: str
    label: str
    text: str
    source: str
    noted_on: date | None
    private: bool


@dataclass(frozen=True, slots=True)
class Around:
    """Another person, and how the two belong together: "sister of", "introduced you"; `sentence` holds no name."""

    person_id: uuid.UUID
    name: str
    kind: str
    is_other_way: bool


@dataclass(frozen=True, slots=True)
class TieRow:
    """How things stand between the two of you.

    headline     "Quiet for 5 months, usually 6 weeks"
    why          sentences beside it, `working` behind "How this is worked out"
    closeness    "a close tie"
    set_days     the rhythm the member set; `step_days` is the one to offer
    """

    state: TieState
    is_quiet: bool
    headline: str
    why: tuple[str, ...]
    working: tuple[str, ...]
    closeness: str
    rhythm: str
    set_days: int | None
    step_days: int
    kin: bool
    last_on: date | None
    paused_until: date | None
    never: bool
    beat: Beat
    beat_words: str


@dataclass(frozen=True, slots=True)
class News:
    """The last news: when and how old in words; `is_stale` says that much may have changed."""

    text: str
    on: date
    age: str
    is_stale: bool


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything on a person's page that does not need asking for.

    who          a sentence or two: "Met through Ilse. Furniture maker in Otley."
    write_to     the channel of the large button, None when there is none
    photo_id     key of the newest face, for the photo's address
    earlier      how many interactions there are in all, in words; "" when all are shown
    likely_same  how many suggestions wait that this is the same person as another
    """

    id: uuid.UUID
    standing: Standing
    name: str
    other_name: str
    called: str
    pronouns: str
    language: str
    who: str
    circles: tuple[CircleMark, ...]
    born: tuple[int | None, int | None, int | None]
    birthday: str
    place: str
    work: str
    tie: TieRow
    news: News | None
    facts: tuple[FactRow, ...]
    handles: tuple[HandleRow, ...]
    write_to: ChannelLink | None
    met_through: Around | None
    met_how: str
    around: tuple[Around, ...]
    photo_id: uuid.UUID | None
    cards: int
    likely_same: int
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Face:
    """A photo's bytes, written anew by Amity when it came."""

    content: bytes
    media_type: str
    digest: bytes


@reads
def person_page(viewer: Viewer, person_id: uuid.UUID, on: date) -> PersonPage:
    """The page of one person, trashed and candidates too. Raises NotHere."""
    raise NotHere("This page is not written yet.")


@reads
def face(viewer: Viewer, photo_id: uuid.UUID) -> Face:
    """One photo. Raises NotHere."""
    raise NotHere("This page is not written yet.")


@reads
def card_texts(viewer: Viewer, person_id: uuid.UUID) -> tuple[str, ...]:
    """The address-book cards of a person, letter for letter as they came. Raises NotHere."""
    raise NotHere("This page is not written yet.")
