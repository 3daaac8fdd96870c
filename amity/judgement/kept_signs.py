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
from amity.judgement.sentences import sentences
from amity.lib.text import fold

KEPT_WITHIN = timedelta(days=120)  # of the day it was due or said; what comes later is about something else
SAID_BEFORE_WITHIN = timedelta(days=21)  # "as promised" alone, without a word of it, means what was promised last
TWO_WORDS = 2  # shared by a promise to find something out and a sentence that may be the answer
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s")
SHORTEST_STEM = 3  # letters


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise that is looked for: said on which day, due on which; its verb, and the stems of what it is about."""

    said_on: date
    due_on: date | None
    verb: str
    things: frozenset[str]

    def awaits(self, on: date) -> bool:
        """Whether a message of this day may still be the promise kept."""
        return self.said_on <= on <= (self.due_on or self.said_on) + KEPT_WITHIN


@dataclass(frozen=True, slots=True)
class Later:
    """A later message of the one who promised, made ready to be held against all that they owe."""

    on: date
    titled: frozenset[str]
    said: tuple[tuple[str, frozenset[str]], ...]  # every sentence, with its stems
    stems: frozenset[str]  # of all of it
    says_so: bool  # "as promised"


def owed(what: str, said_on: date, due_on: date | None = None) -> Owed:
    """What to look for when this was promised."""
    words = _words(what)
    while len(words) > 1 and words[0] in SETTING_OUT:
        del words[0]
    things = frozenset(_stem(word) for word in words[1:] if word not in SMALL_WORDS)
    return Owed(said_on, due_on, words[0] if words else "", things)


def later(subject: str, text: str, on: date) -> Later:
    """A message as it is looked at. The subject is one of its sentences: "Your letter, read"."""
    said = tuple((each, frozenset(stems(each))) for each in _told(subject, text))
    everything = frozenset().union(*(words for _, words in said))
    return Later(on, frozenset(stems(subject)), said, everything, SAID_BEFORE.search(_plain(text)) is not None)


def kept_words(promise: Owed, message: Later) -> str:
    """The words of a later message that look like the promise kept; "" where none do."""
    if not promise.awaits(message.on) or not (message.says_so or not promise.things or promise.things & message.stems):
        return ""
    titled = message.titled & promise.things
    return next((said for said, words in message.said if _does(promise, said, words, titled, message.on)), "")


def stems(text: str) -> set[str]:
    """The telling words of a text, cut to what their forms share."""
    return {_stem(word) for word in _words(text) if word not in SMALL_WORDS}


def _told(subject: str, text: str) -> list[str]:
    found = [each.text for each in sentences(text)]
    return [*found, subject] if subject else found


def _plain(said: str) -> str:
    return said.replace("’", "'").lower()


def _does(promise: Owed, said: str, words: frozenset[str], titled: frozenset[str], on: date) -> bool:
    plain = _plain(said)
    if NOT_DONE.search(plain) or plain.rstrip("\"')").endswith("?"):
        return False
    here = words & promise.things
    shared = here | titled
    if SAID_BEFORE.search(plain):
        soon = on - promise.said_on <= SAID_BEFORE_WITHIN
        return bool(shared) or (soon and not _names_another_deed(plain))
    if promise.verb in INTRODUCING or "touch" in promise.things:
        return bool(shared) and IN_TOUCH.search(plain) is not None
    if HANDED_OVER.search(plain):
        return bool(shared)
    if _is_done(promise.verb, plain):
        return bool(shared) or not promise.things
    if promise.verb in INFORMING and here:
        return len(here) >= TWO_WORDS or (here == promise.things and ANSWERING.search(plain) is not None)
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
