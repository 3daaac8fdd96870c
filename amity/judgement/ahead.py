"""Dates of a life: what is ahead of somebody, and what happened a year ago; how each is said on Today."""

from dataclasses import dataclass
from datetime import date, timedelta

from amity.judgement.birthdays import falls_on
from amity.judgement.pronouns import Spoken

# What a note of an event begins with when nobody is named first: such a note goes on behind "she" or in a sentence
_DONE = frozenset(
    {
        *("moved", "opened", "started", "began", "got", "had", "left", "became", "lost", "married", "finished"),
        *("retired", "bought", "sold", "adopted", "founded", "graduated", "joined", "emigrated", "returned"),
        *("separated", "divorced"),
    }
)
_SMALL = _DONE | {"the", "a", "an", "new", "first", "her", "his", "their", "waiting", "looking"}
MARK_LENGTH = 60  # characters of an event in the strip of days


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, both ends included."""

    first: date
    last: date


def a_year_before(today: date, days: int) -> Days:
    """The days whose first return falls on `today` or one of the days behind it; `days` counts today too."""
    return Days(_year_back(today), _year_back(today + timedelta(days=days - 1)))


def year_after(day: date) -> date:
    """When a year has passed: of 29 February, the 28th."""
    return falls_on(day.month, day.day, day.year + 1)


def event_words(text: str) -> str:
    """What stands behind a name and a colon: "Zosia’s interview in Glasgow"."""
    return " ".join(text.split()).rstrip(".")


def year_words(text: str, spoken: Spoken) -> str:
    """ "a year since she moved in", or with what is no verb "a year ago: the baby came on 4 October"."""
    words = event_words(text)
    first, _, rest = words.partition(" ")
    if first.lower() in _DONE:
        return f"a year since {spoken.they} {first.lower()} {rest}".rstrip()
    return f"a year ago: {in_sentence(words)}"


def in_sentence(words: str) -> str:
    """The note within a sentence: small where it began with a common word, as it was where it may be a name."""
    first = words.partition(" ")[0]
    return first.lower() + words[len(first) :] if first.lower() in _SMALL else words


def event_mark(called: str, text: str) -> str:
    """What stands in the strip of days: "Tomasz: Zosia’s interview in Glasgow"."""
    words = event_words(text)
    return f"{called}: {words if len(words) <= MARK_LENGTH else words[:MARK_LENGTH].rstrip() + '…'}"


def year_mark(called: str, text: str) -> str:
    """The same for a year that has passed: "A year since Bo moved in"."""
    words = event_words(text)
    first, _, rest = words.partition(" ")
    if first.lower() in _DONE:
        return f"A year since {called} {first.lower()} {rest}".rstrip()
    return f"{called}, a year ago: {in_sentence(words)}"


def _year_back(day: date) -> date:
    """29 February is looked for from 28 February of the year before on."""
    return falls_on(day.month, day.day, day.year - 1)
