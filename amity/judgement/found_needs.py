"""Needs and offers told in a letter: "I am looking for two honest readers", "you may borrow the maps".

A mere question, and a plea that the reader do something, is no need: those are requests (judgement.requests).
"""

from dataclasses import dataclass
from enum import StrEnum

from amity.judgement import need_words as words
from amity.judgement.sentences import Sentence, place_in, sentences

LONGEST_WHAT = 120  # characters; more is no longer short, and is cut between words


class HelpKind(StrEnum):
    """What a sentence tells of."""

    NEED = "need"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class FoundHelp:
    """One need or offer; `start` and `end` enclose, in the text, the phrase to highlight; `what` is it in few words.

    `confidence` is the share that was right among what the same kind of wording found in labelled letters.
    """

    kind: HelpKind
    start: int
    end: int
    sentence: Sentence
    what: str
    confidence: float
    reason: str
    is_as_said: bool = False  # `what` is the whole clause, in the writer's own words


def find_help(text: str) -> list[FoundHelp]:
    """The needs and offers in a writer's own text, at most one a sentence; quotes should be cut already."""
    if not may_tell_help(text):
        return []
    return [found for each in sentences(text) if (found := help_in(text, each))]


def may_tell_help(text: str) -> bool:
    """Whether a text holds any word that a need or an offer could not do without: a quick no for most."""
    low = text.lower()
    return bool([bit for bit in words.BITS if bit in low])


def help_in(text: str, sentence: Sentence) -> FoundHelp | None:
    """The need or the offer that one sentence tells of, if it does."""
    said = sentence.text.replace("’", "'")
    low = said.lower()
    forms = [form for bit, form in words.BY_BIT if bit in low]  # a list: this is looked at for every sentence there is
    is_question = bool(forms) and said.rstrip("\"') ").endswith("?")
    for form in forms:
        found = form.pattern.search(said)
        if (
            found is None
            or words.NOBODYS_OWN.search(said)
            or (is_question and not form.is_asked)
            or _is_taken_back(said, found.start())
        ):
            continue
        what, end = _what(sentence.text, found.start("what"))
        if not what or words.IDLE.match(what.replace("’", "'")):
            continue
        if form.is_told_whole:
            what = _short(sentence.text[found.start() : end])
        start, end = place_in(text, sentence, found.start(), end)
        kind = HelpKind.OFFER if form.is_offer else HelpKind.NEED
        return FoundHelp(kind, start, end, sentence, what, form.confidence, form.reason, form.is_told_whole)
    return None


def _is_taken_back(said: str, start: int) -> bool:
    """Whether the words before make it a condition, a quotation or somebody else's saying."""
    before = said[:start]
    return (
        words.UNMAKES.search(before) is not None or before.count('"') % 2 == 1 or before.count("“") > before.count("”")
    )


def _what(said: str, start: int) -> tuple[str, int]:
    """What is needed or offered, up to the end of its clause."""
    ended = words.CLAUSE_END.search(said, start)
    end = ended.start() if ended else len(said)
    return _short(said[start:end]), end


def _short(what: str) -> str:
    trimmed = what.strip(" .,;:!?-–—\"'”’)(")
    if len(trimmed) <= LONGEST_WHAT:
        return trimmed
    return trimmed[:LONGEST_WHAT].rsplit(" ", 1)[0].rstrip(",;:-–—")
