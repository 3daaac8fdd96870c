"""How a finding is written down: the deed alone, for when, and "their" where the letter said "my"."""

import re
from dataclasses import dataclass
from datetime import date

from amity.judgement.dates import due_date
from amity.judgement.due import LONGEST_WORDS, NO_DAY, Due
from amity.judgement.pronouns import Spoken
from amity.judgement.wording import capital
from amity.lib.text import shorten

LONGEST_WHAT = 140  # characters; the sentence stands beside it

_BY_THEN = re.compile(
    r"[\s,(]*\b(?:no later than|at the latest by|by|before|until|till|on|for|at|over|in|within|from)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
# What stands for a day and is none. "As soon as I find the lease" is "soon".
_SOON = re.compile(r"(?:,? (?:and )?)?\bas soon as\b.*$|\b(?:very |pretty )?(?:soon|shortly|asap)\b", re.IGNORECASE)
_SOME_DAY = re.compile(
    r"\b(?:in|by|before|until|after|over|during|this|next)\s+(?:the\s+)?(?:early\s+|late\s+)?"
    r"(?:spring|summer|autumn|winter|new year|holidays?|term|school year)\b"
    r"|\b(?:one of these days|some ?day|some time|at some point|in a bit|when I(?:'m| am| get| come)\b[^,;.]{2,40})",
    re.IGNORECASE,
)
_FEAST = re.compile(r"\b(?:by|before|until|after)\s+(?!I\b)[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?")
_AFTERTHOUGHT = re.compile(
    r",? (?:but|so that|so (?:you|he|she|they|it|we)|because|if (?:it|that|you)|and (?:then|we|you)|just)\b.*$"
    r"|, .{25,}$",
    re.IGNORECASE,
)
_MORE = re.compile(r",? (?:whenever you|if you)\b.*$| and (?:does|doesn['’]t|do|cannot|knows)\b.*$", re.IGNORECASE)
_MY = re.compile(r"\b(?:my|our|mine|ours|me|us|myself)\b", re.IGNORECASE)
_YOUR = re.compile(r"\b(?:your|yourself|yours|you)\b(?!['’])", re.IGNORECASE)
_YOU_DO = re.compile(
    r"\b(?:sure|that|if|when|what|as|whether|until|before|after|like|because|than|once|how)\W+$", re.IGNORECASE
)

_EITHER = re.compile(f"{_YOUR.pattern}|{_MY.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Worded:
    """A promise as the ledger writes it."""

    what: str
    due: Due


def worded_promise(what: str, sentence: str, *, mine: bool, on: date, spoken: Spoken, language: str = "en") -> Worded:
    """The deed without its day and its afterthoughts, in the owner's words; and the day, or what was said for one.

    `mine`: the owner wrote it to the one `spoken` of: their "your letter" is "her letter" in the ledger.
    """
    due, phrase = _due(sentence, on, language)
    deed = _without(_SOON.sub("", what) if due.words == "soon" else what, phrase)
    deed = _AFTERTHOUGHT.sub("", deed).strip(" ,;:.!–—-") or what
    told = _of_reader(deed, spoken) if mine else in_third_person(deed, spoken)
    return Worded(capital(shorten(told, LONGEST_WHAT)), due)


def worded_help(what: str, spoken: Spoken, *, as_said: bool = False) -> str:
    """A need or an offer in a few words; a whole clause stays as it was said."""
    what = what if as_said else _MORE.sub("", what)
    return capital(shorten(what if as_said else in_third_person(what, spoken), LONGEST_WHAT))


def in_third_person(text: str, spoken: Spoken) -> str:
    """ "on my portfolio" becomes "on her portfolio"."""
    hers = {"my": spoken.their, "our": "their", "me": spoken.them, "us": "them"}
    return _MY.sub(lambda found: hers.get(found[0].lower(), found[0]), text)


def _of_reader(text: str, spoken: Spoken) -> str:
    """ "read your letter to my sister" becomes "read her letter to your sister"."""
    theirs = {"your": spoken.their, "you": spoken.them}
    own = {"my": "your", "our": "your", "mine": "yours", "me": "you", "us": "you"}
    both = theirs | own

    def turned(found: re.Match[str]) -> str:
        does_something = found[0].lower() == "you" and _YOU_DO.search(text[: found.start()])
        return found[0] if does_something else both.get(found[0].lower(), found[0])

    return _EITHER.sub(turned, text)


def _due(sentence: str, on: date, language: str) -> tuple[Due, str]:
    """For when, and the letters that say so."""
    if found := due_date(sentence, on=on, language=language):
        return Due(on=found.day), sentence[found.start : found.end]
    for pattern in (_SOME_DAY, _FEAST):
        if said := pattern.search(sentence):
            return Due(words=shorten(said[0], LONGEST_WORDS)), said[0]
    return (Due(words="soon"), "") if _SOON.search(sentence) else (NO_DAY, "")


def _without(deed: str, phrase: str) -> str:
    """The deed without the letters that say when, and the preposition before them."""
    place = deed.find(phrase) if phrase else -1
    if place < 0:
        return deed
    before = deed[:place]
    lead = _BY_THEN.search(before)
    kept = before[: lead.start()] if lead else before
    return " ".join(f"{kept} {deed[place + len(phrase) :]}".split())
