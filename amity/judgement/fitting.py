"""What keeping a promise asks for: the act that fits, about how long it takes, and the first lines of a letter."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amity.judgement.day_words import when_said
from amity.lib.text import fold


class Fitting(StrEnum):
    """The act that keeps it, where Amity can open it."""

    SEND = "send"
    WRITE = "write"
    INTRODUCE = "introduce"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Draft:
    """The first lines of a letter, for the owner to go on with."""

    subject: str
    body: str


WORDS = {
    Fitting.SEND: "Write the letter it goes with",
    Fitting.WRITE: "Write it now",
    Fitting.INTRODUCE: "Write the introduction",
    Fitting.CALL: "Call now",
}
_BY_VERB = {
    Fitting.SEND: "send resend forward mail email e-mail post share pass attach give get find dig look pull copy scan",
    Fitting.WRITE: "write reply answer respond tell let confirm update inform thank remind ask",
    Fitting.INTRODUCE: "introduce connect recommend",
    Fitting.CALL: "call ring phone dial",
}
_FITTING = {verb: kind for kind, verbs in _BY_VERB.items() for verb in verbs.split()}
_IN_TOUCH = re.compile(r"\b(?:put|bring|get)\b.{1,60}\b(?:in touch|together) with\b|\bin touch with\b")
_BACK_TO = re.compile(r"(?:get|be|come) back (?:to|with)\b|be in touch\b|let \w+ know\b")
# These go to the reader only with such words behind them: "get the boiler fixed" is no letter
_ONLY_WITH = {
    "get": re.compile(r"get (?:you|her|him|them) "),
    "find": re.compile(r"find (?:you|her|him|them|out) "),
    "dig": re.compile(r"dig (?:out|up) "),
    "look": re.compile(r"look (?:up|out) "),
    "give": re.compile(r".*\b(?:number|address|name|details|link|contact|card|list|notes?)\b"),
    "copy": re.compile(r"copy (?:you|her|him|them) "),
}
# Done to whom it was promised, or to somebody else: "call the landlord" dials nobody here
_TO_SOMEBODY = frozenset(["tell", "inform", "thank", "remind", "ask", "call", "ring", "phone", "dial"])
_TO_THEM = re.compile(r"\w+ (?:you|her|him|them|back)\b|\w+$")
# How long a deed takes, in minutes: our own guess, only ever said with "about"
_MINUTES = {
    2: "send resend forward mail email e-mail share pass give tell let confirm text remind thank",
    5: "write reply answer respond ask check look find dig call ring phone book order pay post scan copy",
    10: "introduce connect recommend put lend",
    20: "bring return fetch collect drop pick take deliver water",
    45: "read review proofread proof draft prepare translate visit explain teach",
    60: "drive help fix repair cook bake babysit mind paint mend move build knit sew show",
}
_TAKES = {verb: minutes for minutes, verbs in _MINUTES.items() for verb in verbs.split()}
USUAL_MINUTES = 15
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_SOMEBODY_ELSE = re.compile(r"\b(?:he|him|his|she|her|hers|they|them|their|theirs)\b", re.IGNORECASE)


def fitting(what: str, called: str = "") -> Fitting | None:
    """The act that keeps it: "send you the deck" is SEND; None for what is done with hands, "bring back the ladder".

    `called` is the one it was promised to.
    """
    words = fold(what)
    if _IN_TOUCH.search(words):
        return Fitting.INTRODUCE
    if _BACK_TO.match(words):
        return Fitting.WRITE
    verb = _verb(words)
    if verb in _TO_SOMEBODY:
        to_them = _TO_THEM.match(words) or (called and words.startswith(f"{verb} {fold(called)}"))
        return _FITTING[verb] if to_them else None
    only = _ONLY_WITH.get(verb)
    return _FITTING.get(verb) if only is None or only.match(words) else None


def takes_minutes(what: str) -> int:
    """About how long it takes."""
    words = fold(what)
    if _IN_TOUCH.search(words):
        return _TAKES["introduce"]
    return _TAKES["write"] if _BACK_TO.match(words) else _TAKES.get(_verb(words), USUAL_MINUTES)


def draft(what: str, called: str, said_on: date | None, due_on: date | None, today: date) -> Draft:
    """The first lines to the one it was promised to. Words that speak of somebody as "her" are not sent to her."""
    to_them = f"I said I would {_in_a_sentence(what)}."
    if _SOMEBODY_ELSE.search(what) or (called and fold(called) in fold(what)):
        to_them = f"I promised you something{f' {when_said(said_on, today)}' if said_on else ''}."
    late = " It comes later than I said." if due_on and due_on < today else ""
    greeting = f"Hello {called},\n\n" if called else ""
    return Draft("As promised", f"{greeting}{to_them}{late}\n\n")


def _verb(words: str) -> str:
    first = _FIRST_WORD.match(words)
    return first[0] if first else ""


def _in_a_sentence(what: str) -> str:
    """The deed after "I would": a first capital goes, unless the word has more of them."""
    what = what.rstrip(" .!?…")
    first = what.split(" ", 1)[0]
    return what[:1].lower() + what[1:] if first[1:] == first[1:].lower() and first != "I" else what
