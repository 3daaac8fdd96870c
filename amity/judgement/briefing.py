"""What to know before the two of you meet: which dates are near, and what to ask next, in the words that were noted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amity.judgement.ahead import event_words
from amity.judgement.lede import when
from amity.judgement.pronouns import Spoken
from amity.judgement.wording import capital

AHEAD_DAYS = 60  # what is further off need not be spoken of yet
ASKED_AFTER_DAYS = 183  # half a year: after that it is no news that one asks about
MOST_QUESTIONS = 4
BEREAVED = frozenset({"bereaved", "bereavement", "died", "death", "mourning"})


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something in a life: `label` says what sort, "new baby"; `on` when it happens, `noted_on` when it was heard."""

    text: str
    label: str
    on: date | None
    noted_on: date | None


def ahead_of(events: Iterable[LifeEvent], today: date) -> tuple[LifeEvent, ...]:
    """What is ahead of somebody within two months, the soonest first."""
    near = [event for event in events if event.on and 0 <= (event.on - today).days <= AHEAD_DAYS]
    return tuple(sorted(near, key=lambda event: (event.on or today, event.text)))


def questions(events: Iterable[LifeEvent], spoken: Spoken, today: date) -> tuple[str, ...]:
    """What a friend would ask about: first what is ahead, then what has just been, the newest first."""
    asked = [(_days_off(event, today), _question(event, spoken, today)) for event in events]
    worth = sorted({(off, question) for off, question in asked if question})
    return tuple(dict.fromkeys(question for _, question in worth))[:MOST_QUESTIONS]


def _days_off(event: LifeEvent, today: date) -> tuple[bool, int]:
    """What is ahead before what has been; near before far."""
    day = event.on or event.noted_on or date.min
    return day < today, abs((day - today).days)


def _question(event: LifeEvent, spoken: Spoken, today: date) -> str:
    day = event.on or event.noted_on
    words = event_words(event.text)
    if day is None or not words:
        return ""
    days = (day - today).days
    if days >= 0:
        return _before(words, day, spoken, today) if days <= AHEAD_DAYS else ""
    if -days > ASKED_AFTER_DAYS:
        return ""
    if event.label.strip().lower() in BEREAVED:
        return f"{capital(words)}. A line that you think of {spoken.them} is enough."
    if event.on and event.noted_on and event.noted_on < event.on:
        return f"How did it go: {words}?"
    return f"{capital(words)}: how {spoken.are} {spoken.they} now?"


def _before(words: str, day: date, spoken: Spoken, today: date) -> str:
    return f"{capital(words)}, {when(day, today)}: how {spoken.are} {spoken.they} before it?"
