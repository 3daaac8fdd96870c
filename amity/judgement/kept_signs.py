"""Whether a later message does what was promised: words they share, and words of handing over. It only ever asks."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from amity.judgement.kept_words import (
    ANSWERING,
    HANDED_OVER,
    IN_TOUCH,
    INFORMING,
    INTRODUCING,
    NOT_DONE,
    PAST_OF,
    SAID_BEFORE,
    SETTING_OUT,
    SMALL_WORDS,
)
from amity.judgement.sentences import Sentence, sentences
from amity.lib.text import fold

KEPT_WITHIN = timedelta(days=120)  # of the day it was due or said; what comes later is about something else
SAID_BEFORE_WITHIN = timedelta(days=21)  # "as promised" alone, without a word of it, means what was promised last
TWO_WORDS = 2  # shared by a promise to find something out and a sentence that may be the answer
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s")
SHORTEST_STEM = 3  # letters


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise that is looked for: what, said on which day, due on which."""

    what: str
    said_on: date
    due_on: date | None = None

    def awaits(self, on: date) -> bool:
        """Whether a message of this day may still be the promise kept."""
        return self.said_on <= on <= (self.due_on or self.said_on) + KEPT_WITHIN


def kept_words(owed: Owed, *, subject: str, text: str, on: date) -> str:
    """The words of a later message of the one who promised that look like the promise kept; "" where none do."""
    if not owed.awaits(on):
        return ""
    verb, things = _deed(owed.what)
    titled = stems(subject) & things
    for each in _told(subject, text):
        if _does(owed, verb, things, each.text, titled, on):
            return each.text
    return ""


def stems(text: str) -> set[str]:
    """The telling words of a text, cut to what their forms share."""
    return {_stem(word) for word in _words(text) if word not in SMALL_WORDS}


def _deed(what: str) -> tuple[str, set[str]]:
    """The verb of what was promised, and the stems of what it is about."""
    words = _words(what)
    while len(words) > 1 and words[0] in SETTING_OUT:
        del words[0]
    verb = words[0] if words else ""
    return verb, {_stem(word) for word in words[1:] if word not in SMALL_WORDS}


def _told(subject: str, text: str) -> list[Sentence]:
    """The sentences of a message. Where only a colon divides the subject from what it says, it is one of them."""
    found = sentences(text)
    return [*found, Sentence(subject, 0, 0)] if subject else found


def _does(owed: Owed, verb: str, things: set[str], said: str, titled: set[str], on: date) -> bool:
    plain = said.replace("’", "'").lower()
    if NOT_DONE.search(plain) or plain.rstrip("\"')").endswith("?"):
        return False
    here = stems(said) & things
    shared = here | titled
    if SAID_BEFORE.search(plain):
        return bool(shared) or on - owed.said_on <= SAID_BEFORE_WITHIN and not _names_another_deed(plain)
    if verb in INTRODUCING or "touch" in things:
        return bool(shared) and IN_TOUCH.search(plain) is not None
    if HANDED_OVER.search(plain):
        return bool(shared)
    if _is_done(verb, plain):
        return bool(shared) or not things
    if verb in INFORMING and here:
        return len(here) >= TWO_WORDS or (here == things and ANSWERING.search(plain) is not None)
    return False


def _names_another_deed(plain: str) -> bool:
    return re.search(r"\b(?:we|you|they|he|she)\b", plain) is not None


def _is_done(verb: str, plain: str) -> bool:
    """Whether the promised deed stands there in the past: "brought", "has been mended"."""
    pattern = PAST_OF.get(verb)
    done = pattern or re.compile(rf"\b{re.escape(_stem(verb))}\w{{0,2}}ed\b") if verb else None
    return done is not None and done.search(plain) is not None


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST_STEM else word


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text.replace("’s", "").replace("'s", "").replace("’", "'")))
