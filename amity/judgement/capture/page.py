"""A captured text made ready for reading, and the names that stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from amity.judgement.capture.known import KnownNames
from amity.judgement.capture.shapes import MOST_LETTERS, Span, WhoChip
from amity.judgement.capture.table import Phrases
from amity.judgement.dates import FoundDate, Sense, find_dates
from amity.judgement.dates.table import plain_letters

MOST_NAME_WORDS = 4
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# Flowers, hearts and faces are passed over, wherever they stand.
_PICTURE = re.compile("[\u2190-\u2bff\u3030\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]")
# "J'ai", "l'aider": the word behind a clipped article is small, unlike "D'Arcy".
_CLIPPED = re.compile(r"(?:[cdjlmnst]|qu)['’][^\W\d_A-ZÀ-Þ]", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-\u05be\u2010\u2011][^\W\d_]+)*")  # the maqaf joins Hebrew names
_TITLE = re.compile(r"(?:Dr|Mr|Mrs|Ms|Miss|Prof|Frau|Herr|Mme|Madame|M|Sr|Sra|Don|Doña|Señora?)\.?\s+(?=[^\W\d_])")
_PARTICLES = frozenset(
    ["de", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "da", "di", "du", "dos", "del"]
)


@dataclass(frozen=True)
class Page:
    """One captured text: as written (tags and unseen letters blanked, places kept), the same without its pictures, plain,
    with its dates."""

    written: str
    text: str
    plain: str
    phrases: Phrases
    on: date
    names: KnownNames
    dates: tuple[FoundDate, ...]
    is_cut: bool

    @property
    def is_small(self) -> bool:
        """Whether it is typed without any capital letter, so that names have none either."""
        return self.text == self.text.lower()

    @cached_property
    def has_no_capitals(self) -> bool:
        """Whether it is in a script that has none, such as Arabic or Japanese: there, nothing tells a new name."""
        return self.is_small and self.text == self.text.upper()


def open_page(text: str, phrases: Phrases, on: date, names: KnownNames) -> Page:
    """The text ready for reading; past MOST_LETTERS it is cut."""
    cut = text[:MOST_LETTERS]
    written = _TAG.sub(lambda tag: " " * len(tag[0]), _UNSEEN.sub(" ", cut))
    seen = _PICTURE.sub(" ", written)
    dates = find_dates(seen, on=on, language=phrases.language, sense=Sense.PAST)
    return Page(written, seen, plain_letters(seen), phrases, on, names, tuple(dates), len(text) > MOST_LETTERS)


def name_at(page: Page, place: int, *, after_trigger: bool = False) -> WhoChip | None:
    """The name that begins at a place. After "with" and its like, small letters may be a name too."""
    title = _TITLE.match(page.text, place)
    words = list(_name_words(page, title.end() if title else place, after_trigger or title is not None))
    if not words:
        return None
    for count in range(len(words), 0, -1):
        end = words[count - 1].end
        if candidates := page.names.who(page.text[words[0].start : end]):
            return WhoChip(Span(place, end), page.text[place:end], candidates)
    end = words[-1].end
    if len(words) > 1 and page.plain[words[0].start : words[0].end] in page.phrases.kin:
        # "Cousin Ludo" is known as Ludo.
        return WhoChip(Span(place, end), page.text[place:end], page.names.who(page.text[words[1].start : end]))
    if page.has_no_capitals:
        return None
    return WhoChip(Span(place, end), page.text[place:end])


def _name_words(page: Page, place: int, after_trigger: bool) -> Iterator[Span]:
    for count in range(MOST_NAME_WORDS):
        token = _TOKEN.match(page.text, place)
        if not token:
            return
        end = _without_possessive(page.text, token.start(), token.end())
        span = Span(token.start(), end)
        if not _may_be_name(page, span, after_trigger, count):
            return
        yield span
        if end != token.end() or page.text[end : end + 1] != " ":
            return
        place = end + 1


def _may_be_name(page: Page, span: Span, after_trigger: bool, count: int) -> bool:
    word = page.text[span.start : span.end]
    plain = page.plain[span.start : span.end]
    if any(found.start < span.end and span.start < found.end for found in page.dates):
        return False
    if count and plain in _PARTICLES:
        following = page.text[span.end + 1 : span.end + 2]
        return following.isupper()
    if plain in page.phrases.kin:
        return count == 0 and (after_trigger or word[0].isupper())
    if plain.split("-")[0] in page.phrases.no_names or len(word) == 1 or _CLIPPED.match(word):
        return False
    if not word[0].islower():
        return True
    if count:
        return page.is_small and word in page.names
    if after_trigger:
        return word in page.names or page.is_small
    # "tea w ana, ana needs a van": small, but known, and does something.
    return page.is_small and word in page.names and verb_follows(page, span.end)


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - 2 if end - start > 2 and text[end - 2 : end] in ("'s", "’s") else end


def names_from(page: Page, place: int, end: int, *, after_trigger: bool = False) -> list[WhoChip]:
    """The name at a place and those joined to it, as in "Ana, Ben & Cy"."""
    found: list[WhoChip] = []
    while place < end and (chip := name_at(page, place, after_trigger=after_trigger)):
        found.append(chip)
        join = page.phrases.joins.match(page.plain, chip.span.end, end)
        if not join:
            break
        place = join.end()
    return found


def verb_follows(page: Page, place: int) -> bool:
    """Whether a verb stands right after a place."""
    while page.plain[place : place + 1] == " ":
        place += 1
    phrases = page.phrases
    patterns = (phrases.verbs, phrases.needs, phrases.offers, phrases.theirs)
    return any(pattern.match(page.plain, place) for pattern in patterns)
