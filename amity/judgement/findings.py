"""What one letter, message or note tells: promises of either side, needs, offers, and that one asked how to help."""

import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from amity.judgement.acts import ALONE, Context
from amity.judgement.due import NO_DAY, Due
from amity.judgement.found_needs import FoundHelp, HelpKind, help_in, may_tell_help
from amity.judgement.found_words import worded_help, worded_promise
from amity.judgement.promises import FoundPromise, find_promises
from amity.judgement.pronouns import Spoken
from amity.judgement.requests import find_requests
from amity.judgement.sentences import Sentence, sentences
from amity.judgement.vocabulary import Channel, Direction
from amity.lib.weights import SaidWeights

WRITTEN = frozenset({Channel.MAIL, Channel.MESSAGE, Channel.LETTER})
ANSWERS_WITHIN_DAYS = 7  # a promise so soon after a request, or after hearing of a need, answers it
LONGEST_READ = 20_000  # characters of one text; what is longer was not written to one person

# Letters of which one must be there before a promise is looked for; judgement.promise_openings.HINTS says the same and
# costs thirty times as much.
PROMISE_BITS = (
    "ll ", "will", "shall", "going to", "gonna", "let me", "i can", "i'm ", "i’m ", "i am ", "won't", "won’t",
    "promise", "guarantee", "undertake", "commit", "swear", "my word", "my plan", "on it", "with me", "to me", "on me",
    "from me",
    "me in", "me down", "consider it", "expect ", "goes out", "cross my",
)  # fmt: skip
ASK_BITS = ("help", "anything")
ASKED = re.compile(
    r"\b(?:how|what) (?:can|could|may|might) (?:i|we) (?:best )?(?:help|do (?:for you|to help))\b"
    r"|\banything (?:at all )?(?:i|we) (?:can|could) (?:do|take off you|bring|help)\b|\bwhat would help\b"
    r"|\b(?:can|may) i help (?:you|with)\b|\bdo you need (?:a hand|any help|anything)\b",
    re.IGNORECASE,
)


class Sort(StrEnum):
    """What was found: a promise of the owner's, one made to the owner, a need, an offer, "how can I help?"."""

    MINE = "mine"
    THEIRS = "theirs"
    NEED = "need"
    OFFER = "offer"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened between the owner and somebody, as far as it is read."""

    channel: Channel
    direction: Direction
    on: date
    text: str
    subject: str = ""

    @property
    def is_note(self) -> bool:
        """Whether the text is the owner's own note of it: of a call, a meeting, or just a note."""
        return self.channel not in WRITTEN or self.direction is Direction.BOTH

    @property
    def is_own(self) -> bool:
        """Whether the owner wrote the text."""
        return self.is_note or self.direction is Direction.OUT


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; the telling phrase lies from `start` to `end` in `sentence`.

    who   somebody else it is about, as the names know them; None is the one it happened with
    """

    sort: Sort
    what: str
    sentence: str
    start: int
    end: int
    confidence: float
    reason: str
    due: Due = NO_DAY
    who: Hashable | None = None

    @property
    def phrase(self) -> str:
        """The words by which it is known again."""
        return self.sentence[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading the letters of one person needs to know: how they are spoken of, and the weights that ship.

    reads_notes   of the owner's own notes; see judgement.notes
    """

    spoken: Spoken
    weights: SaidWeights
    reads_notes: Callable[[Happened, "Reader"], Iterator[Finding]]
    language: str = "en"


def findings_in(happened: Happened, before: Happened | None, reader: Reader) -> list[Finding]:
    """All that one text tells. `before`: what happened with the same person last, which it may be an answer to."""
    text = happened.text
    if len(text) > LONGEST_READ or not may_tell(text):
        return []
    if happened.is_note:
        return list(reader.reads_notes(happened, reader))
    context = cache(lambda: Context(answers_a_request=before is not None and _asks(before, happened, reader)))
    return [found for each in sentences(text) if (found := _in_letter(each, happened, context, reader))]


def may_tell(text: str) -> bool:
    """Whether a text holds any word without which nothing is found: a quick no for most."""
    low = text.lower()
    return may_promise(low) or may_tell_help(low) or any(bit in low for bit in ASK_BITS)


def may_promise(low: str) -> bool:
    """Whether a text in small letters may hold a promise."""
    return bool([bit for bit in PROMISE_BITS if bit in low])  # a list is twice as fast as any()


def _in_letter(
    sentence: Sentence, happened: Happened, context: Callable[[], Context], reader: Reader
) -> Finding | None:
    mine = happened.direction is Direction.OUT
    if promise := promise_in(sentence.text, by_owner=mine, context=context, reader=reader):
        return worded(promise, sentence.text, happened.on, reader, mine=mine)
    if mine:
        return asked_in(sentence.text)
    told = help_in(sentence.text, Sentence(sentence.text, 0, len(sentence.text)))
    return of_help(told, reader.spoken) if told else None


def promise_in(
    said: str, *, by_owner: bool, reader: Reader, context: Callable[[], Context] = lambda: ALONE
) -> FoundPromise | None:
    """The promise of one sentence, if it is one that a page may name unasked.

    What came before is read only where something is found without it: it lifts no mere chance to what is suggested.
    """
    if not may_promise(said.lower()):
        return None
    weights = reader.weights.promises
    found = find_promises(said, by_owner=by_owner, weights=weights)
    if found and context() != ALONE:
        found = find_promises(said, by_owner=by_owner, weights=weights, context=context())
    return next((each for each in found if each.is_suggestable), None)


def worded(promise: FoundPromise, said: str, on: date, reader: Reader, *, mine: bool) -> Finding:
    """A promise as a finding."""
    words = worded_promise(promise.what, said, mine=mine, on=on, spoken=reader.spoken, language=reader.language)
    sort = Sort.MINE if mine else Sort.THEIRS
    return Finding(sort, words.what, said, promise.start, promise.end, promise.confidence, promise.reason, words.due)


def of_help(told: FoundHelp, spoken: Spoken) -> Finding:
    """A need or an offer as a finding; its place is in its sentence."""
    sort = Sort.NEED if told.kind is HelpKind.NEED else Sort.OFFER
    what = worded_help(told.what, spoken, as_said=told.is_as_said)
    return Finding(sort, what, told.sentence.text, told.start, told.end, told.confidence, told.reason)


def asked_in(said: str) -> Finding | None:
    """That the owner asks how to help. "Let me know if I can help" asks nothing."""
    found = ASKED.search(said) if said.rstrip().endswith("?") else None
    return Finding(Sort.ASKED, "", said, found.start(), found.end(), 1.0, "") if found else None


def _asks(before: Happened, happened: Happened, reader: Reader) -> bool:
    """Whether what happened before asked for something, or told the owner of a need."""
    if (happened.on - before.on).days > ANSWERS_WITHIN_DAYS:
        return False
    if before.is_note:
        return any(each.sort is Sort.NEED for each in reader.reads_notes(before, reader))
    if before.direction is happened.direction:
        return False
    return bool(find_requests(before.text, weights=reader.weights.requests))
