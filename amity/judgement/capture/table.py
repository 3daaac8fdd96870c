"""What a language's table for captured sentences is made of. Patterns see small letters without accents."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amity.judgement.capture.shapes import LifeEvent
from amity.judgement.dates.table import plain_letters
from amity.judgement.vocabulary import Channel

_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Phrases:
    """The phrases of one language, each a pattern that is laid on the beginning of a clause unless said otherwise.

    `subject` is who a clause speaks of when it is no name: group "whose" for "her son", "he" and "she".
    `mine` and `theirs` open a promise of the owner's and of somebody else; what follows is what was promised.
    `people` is anywhere, and ends where a name may begin; `joins` stands between two names.
    `beside` ends right before a name that was there; `and_me` follows a name in "Ana and I"; `contact` follows a name that got in touch ("Ana called").
    `relation` is "my friend" and the like before a name; `occasion` follows a name in "Ana's party"; `answers` is "she said",
    before what somebody needs, `nothing` that there is nothing; `undone` tells that a meeting came to nothing;
    `meetings` stands right before a known or a capital name in "Coffee Ana Tue".
    `by_then` is the preposition before a day that is cut from the words of a promise.
    """

    language: str
    common: frozenset[str]
    channels: tuple[tuple[Channel, re.Pattern[str]], ...]
    minutes: tuple[tuple[re.Pattern[str], int], ...]
    numbers: Mapping[str, float]
    people: re.Pattern[str]
    joins: re.Pattern[str]
    beside: re.Pattern[str]
    and_me: re.Pattern[str]
    contact: re.Pattern[str]
    subject: re.Pattern[str]
    verbs: re.Pattern[str]
    needs: re.Pattern[str]
    offers: re.Pattern[str]
    mine: re.Pattern[str]
    theirs: re.Pattern[str]
    asked: re.Pattern[str]
    speaking: re.Pattern[str]
    no_names: frozenset[str]
    kin: frozenset[str]
    events: tuple[tuple[LifeEvent, re.Pattern[str]], ...]
    by_then: re.Pattern[str]
    fact: re.Pattern[str]
    relation: re.Pattern[str] | None = None
    occasion: re.Pattern[str] | None = None
    nothing: re.Pattern[str] | None = None
    meetings: re.Pattern[str] | None = None
    undone: re.Pattern[str] | None = None
    answers: re.Pattern[str] | None = None


def starting(pattern: str) -> re.Pattern[str]:
    """A pattern for the beginning of a clause: blanks stand for any white space."""
    return re.compile(rf"(?:{pattern})(?:(?<=[\s'])|(?!\w))".replace(" ", r"\s+"))


def anywhere(pattern: str) -> re.Pattern[str]:
    """A pattern for whole words anywhere."""
    return re.compile(rf"(?<![\w@.-])(?:{pattern})(?!\w)".replace(" ", r"\s+"))


def spoken(text: str, languages: Sequence[Phrases], default: str) -> Phrases:
    """The language with the most everyday words in a text; the default where none has more."""
    words = _WORD.findall(plain_letters(text))
    return max(
        languages,
        key=lambda each: (
            sum(word in each.common or word in each.no_names for word in words),
            each.language == default,
        ),
    )
