"""One sentence about somebody, read into chips that the owner sees, changes or drops before anything is kept."""

from collections.abc import Sequence
from datetime import date

from amity.judgement.capture.english import PHRASES as ENGLISH
from amity.judgement.capture.french import PHRASES as FRENCH
from amity.judgement.capture.german import PHRASES as GERMAN
from amity.judgement.capture.known import KnownNames
from amity.judgement.capture.page import open_page
from amity.judgement.capture.reading import read_page
from amity.judgement.capture.shapes import (
    Capture,
    ChannelChip,
    KnownName,
    LifeEvent,
    MinutesChip,
    Promised,
    Said,
    Span,
    WhenChip,
    WhoChip,
)
from amity.judgement.capture.spanish import PHRASES as SPANISH
from amity.judgement.capture.table import Phrases, spoken

__all__ = [
    "Capture", "ChannelChip", "KnownName", "KnownNames", "LifeEvent", "MinutesChip", "Promised", "Said", "Span",
    "WhenChip", "WhoChip", "read_capture",
]  # fmt: skip

LANGUAGES: tuple[Phrases, ...] = (ENGLISH, GERMAN, FRENCH, SPANISH)


def read_capture(text: str, *, on: date, known: KnownNames | Sequence[KnownName] = (), language: str = "en") -> Capture:
    """What a captured text says, as in "Coffee with Ana Tue 45 min, she needs a plumber".

    Every chip holds its place in `text`. For a large network build `KnownNames` once and hand it in. `language` is the one
    that is taken where the words tell no other.
    """
    names = known if isinstance(known, KnownNames) else KnownNames(known)
    return read_page(open_page(text, spoken(text, LANGUAGES, language), on, names))
