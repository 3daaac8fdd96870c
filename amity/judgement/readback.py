"""The words in which a captured sentence is read back to its writer: what Amity took it for, and how many things."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amity.judgement.capture import LifeEvent
from amity.judgement.dates import FoundDate, Sense, find_dates
from amity.judgement.sentences import sentences
from amity.judgement.vocabulary import Channel
from amity.judgement.wording import capital, count, listed, quiet_for, spell
from amity.lib.text import shorten


class ChipKind(StrEnum):
    """What a statement in a captured sentence is kept as."""

    FACT = "fact"
    NEED = "need"
    OFFER = "offer"
    PROMISE = "promise"  # the owner's own
    THEIR_PROMISE = "their promise"
    ASKED = "asked"  # how one can help


@dataclass(frozen=True, slots=True)
class Happened:
    """How it happened, by which word of the sentence; when, which `is_said` in it or not; how many minutes."""

    channel: Channel
    word: str
    day: date
    minutes: int | None
    is_said: bool


Part = tuple[str, bool]  # some words, and whether they are marked as understood
YEAR_NAMED_AFTER_DAYS = 300  # a day so far away is ambiguous without its year
LONGEST_WORK = 40  # characters of what somebody does, beside their name
FEWEST_WORDS_LEFT = 2  # in one stretch, before it is worth telling that it was not understood
LABELS = {
    ChipKind.FACT: "To remember",
    ChipKind.NEED: "Needs",
    ChipKind.OFFER: "Offers",
    ChipKind.PROMISE: "You promised",
    ChipKind.THEIR_PROMISE: "Promised you",
    ChipKind.ASKED: "You asked",
}
HOW_TO_HELP = "How you can help"
_SAYS_IT_ALL = frozenset(["in person", "face to face", "at the"])
_HOW = {
    Channel.MAIL: "By mail",
    Channel.MESSAGE: "Messages",
    Channel.CALL: "By phone",
    Channel.VIDEO: "By video",
    Channel.IN_PERSON: "In person",
    Channel.LETTER: "A letter or a card",
    Channel.NOTE: "Only a note for you",
}


def day_words(day: date, on: date) -> str:
    """A day to be checked at a glance: "Tuesday 17 November"; far away with its year."""
    far = abs((day - on).days) > YEAR_NAMED_AFTER_DAYS
    return f"{day:%A} {day.day} {day:%B}{f' {day.year}' if far else ''}"


def happened_parts(told: Happened, on: date) -> list[Part]:
    """ "[Coffee] in person, [Tuesday 17 November], [45 minutes]"."""
    channel, word, day = told.channel, told.word, told.day
    is_named = word and channel is Channel.IN_PERSON and word.lower() not in _SAYS_IT_ALL
    how = [(capital(word), True), (" in person", False)] if is_named else [(_HOW[channel], bool(word))]
    when = day_words(day, on) if told.is_said or day != on else f"today, {day_words(day, on)}"
    lasted = [(", ", False), (count(told.minutes, "minute"), True)] if told.minutes else []
    return [*how, (", ", False), (when, told.is_said), *lasted]


def said_parts(what: str, day: date | None, on: date, *, is_promise: bool) -> list[Part]:
    """ "Send her the number by [Friday 27 November]"; a fact shows its day after a comma."""
    if day is None:
        return [(capital(what), False)]
    return [(capital(what), False), (" by " if is_promise else ", ", False), (day_words(day, on), True)]


def event_day(words: str, on: date, language: str) -> date | None:
    """The day that a fact tells of: "has an interview on Friday" lies ahead, "was born on 3 November" behind."""
    found: Sequence[FoundDate] = find_dates(words, on=on, language=language, sense=Sense.AHEAD)
    return found[0].day if found else None


def event_label(event: LifeEvent | None) -> str:
    """What stands before an event of a life among what is known: "New baby"."""
    return capital(event.value) if event else ""


def choice_words(work: str, place: str, days: int, last_on: date | None, on: date) -> str:
    """What tells one Ilse from another: "Bradford, in touch 6 days ago". `days`: with contact."""
    where = place or shorten(work, LONGEST_WORK)
    if last_on is None:
        return where or "nothing recorded yet"
    quiet = quiet_for(last_on, on)
    ago = quiet if quiet in ("today", "yesterday") else f"{quiet} ago"
    when = f"in touch once, in {last_on.year}" if days == 1 else f"in touch {ago}"
    return f"{where}, {when}" if where else when


def sentence_around(text: str, start: int, end: int) -> tuple[str, tuple[int, int]]:
    """The sentence in which a statement stands, and where in it: what a page shows as the evidence."""
    around = [one for one in sentences(text) if one.start < end and start < one.end]
    first = min([start, *(one.start for one in around)])
    last = max([end, *(one.end for one in around)])
    return text[first:last], (start - first, end - first)


def left_over(rest: str) -> str:
    """What of a sentence was not understood and is worth saying so; scraps like "with" and "am" are not."""
    pieces = [piece for piece in rest.split(" … ") if len(piece.split()) >= FEWEST_WORDS_LEFT]
    return " … ".join(pieces)


def keep_words(things: int) -> str:
    """What the button says: "Keep all four", "Keep both", "Keep"."""
    return {0: "Keep", 1: "Keep", 2: "Keep both"}.get(things, f"Keep all {spell(things)}")


def read_words(parts: Sequence[Part], names: Sequence[str], kinds: Sequence[ChipKind]) -> str:
    """All that was read, for ears: "Read as: in person, today, with Ilse; one thing to remember, one promise." """
    happened = "".join(words for words, _ in parts)
    whom = f", with {listed(names)}" if names else ""
    others = ", ".join(counted_kinds(kinds))
    return f"Read as: {happened}{whom}{'; ' if others else ''}{others}."


def counted_kinds(kinds: Sequence[ChipKind]) -> list[str]:
    """How many of each: "one thing to remember", "two promises"."""
    return [count(kinds.count(kind), *_NOUNS[kind]) for kind in ChipKind if kind in kinds]


def kept_words(channel: Channel, whom: str, kinds: Sequence[ChipKind]) -> str:
    """What the toast says: "Kept a meeting with Ilse, one thing to remember and one promise." """
    first = f"{_KEPT[channel]} {'about' if channel is Channel.NOTE else 'with'} {whom}"
    return f"Kept {listed([first, *counted_kinds(kinds)])}."


_KEPT = {
    Channel.MAIL: "mail",
    Channel.MESSAGE: "messages",
    Channel.CALL: "a call",
    Channel.VIDEO: "a video call",
    Channel.IN_PERSON: "a meeting",
    Channel.LETTER: "a letter",
    Channel.NOTE: "a note",
}
_NOUNS = {
    ChipKind.FACT: ("thing to remember", "things to remember"),
    ChipKind.NEED: ("need", "needs"),
    ChipKind.OFFER: ("offer", "offers"),
    ChipKind.PROMISE: ("promise", "promises"),
    ChipKind.THEIR_PROMISE: ("promise of theirs", "promises of theirs"),
    ChipKind.ASKED: ("time you asked how you can help", "times you asked how you can help"),
}
