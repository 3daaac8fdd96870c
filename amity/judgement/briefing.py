"""What to know before the two of you meet: which dates are near, and what to ask next, in the words that were noted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from amity.judgement.ahead import event_words
from amity.judgement.help_questions import ask_about_them
from amity.judgement.lede import when
from amity.judgement.pronouns import Spoken
from amity.judgement.wording import capital, quiet_for, span

AHEAD_DAYS = 60  # what is further off need not be spoken of yet
ASKED_AFTER_DAYS = 183  # half a year: after that it is no news that one asks about
ASK_AGAIN_DAYS = 90  # a season: before that one has just asked
MOST_QUESTIONS = 4
_KIN = frozenset(
    [
        "daughter",
        "son",
        "child",
        "partner",
        "wife",
        "husband",
        "mother",
        "father",
        "parent",
        "sister",
        "brother",
        "twin",
    ]
)
BEREAVED = frozenset({"bereaved", "bereavement", "died", "death", "mourning"})


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something in a life: `label` says what sort, "new baby"; `on` when it happens, `noted_on` when it was heard."""

    text: str
    label: str
    on: date | None
    noted_on: date | None


def is_family(kind: str) -> bool:
    """Whether "daughter of" says that what happens to one is news of the other."""
    return not _KIN.isdisjoint(kind.lower().replace("-", " ").split())


def of_their_family(called: str, event: LifeEvent) -> LifeEvent:
    """The same as it is said on another's page: "Zosia: interview in Glasgow", unless her name is in it."""
    words = event_words(event.text)
    return event if called.lower() in words.lower() else replace(event, text=f"{called}: {words}")


def ahead_of(events: Iterable[LifeEvent], today: date) -> tuple[LifeEvent, ...]:
    """What is ahead of somebody within two months, the soonest first."""
    near = [event for event in events if event.on and 0 <= (event.on - today).days <= AHEAD_DAYS]
    return tuple(sorted(near, key=lambda event: (event.on or today, event.text)))


def questions(events: Iterable[LifeEvent], spoken: Spoken, today: date) -> tuple[str, ...]:
    """What a friend would ask about: first what is ahead, then what has just been, the newest first."""
    asked = [(_days_off(event, today), _question(event, spoken, today)) for event in events]
    worth = sorted({(off, question) for off, question in asked if question})
    return tuple(dict.fromkeys(question for _, question in worth))[:MOST_QUESTIONS]


def how_can_i_help(asked_on: date | None, needs: Sequence[str], spoken: Spoken, today: date) -> str:
    """The question of all questions; of an open need first whether that is still it. "" where it was just asked."""
    if needs:
        return ask_about_them(needs[0], spoken)
    if asked_on is None:
        return f"How can you help {spoken.them}? You have not asked yet."
    days = (today - asked_on).days
    return f"How can you help {spoken.them}? You last asked {span(days)} ago." if days > ASK_AGAIN_DAYS else ""


def asked_words(asked_on: date, today: date) -> str:
    """When it was asked, behind "asked": "yesterday", "9 weeks ago"."""
    quiet = quiet_for(asked_on, today)
    return quiet if quiet in ("today", "yesterday") else f"{quiet} ago"


def next_questions(of_life: Sequence[str], of_help: str) -> tuple[str, ...]:
    """What is asked next: of their life, then how to help."""
    return tuple(filter(None, (*of_life[: MOST_QUESTIONS - 1], of_help)))


def _days_off(event: LifeEvent, today: date) -> tuple[bool, int]:
    """What is ahead before what has been; near before far."""
    day = event.on or event.noted_on or date.min
    return day < today, abs((day - today).days)


def _question(event: LifeEvent, spoken: Spoken, today: date) -> str:
    day = event.on or event.noted_on
    words = event_words(event.text).split(";")[0].strip()  # what stands behind it is a note to oneself
    if day is None or not words:
        return ""
    days = (day - today).days
    if event.on and days >= 0:
        return f"{capital(words)}, {when(day, today)}. How does it look?" if days <= AHEAD_DAYS else ""
    if -days > ASKED_AFTER_DAYS:
        return ""
    if event.label.strip().lower() in BEREAVED:
        return f"{capital(words)}. A line that you think of {spoken.them} is enough."
    if event.on and event.noted_on and event.noted_on < event.on:
        return f"How did it go: {words}?"
    return f"{capital(words)}. How {spoken.are} {spoken.they} now?"
