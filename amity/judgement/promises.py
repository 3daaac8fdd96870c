"""Promises: clauses in which the writer undertakes something of their own for somebody else."""

from dataclasses import dataclass

from amity.judgement.acts import ALONE, ANSWERS_A_REQUEST, TO_MANY, Context
from amity.judgement.foreign_acts import HINTS as FOREIGN_HINTS
from amity.judgement.foreign_acts import foreign_promise
from amity.judgement.promise_clauses import THIRD_CONDITION, Opening, openings
from amity.judgement.promise_openings import HINTS
from amity.judgement.sentences import Sentence, place_in, sentences
from amity.lib.weights import SignWeights, chance

FOUND_FROM = 0.6  # confidence from which a clause counts as a promise
SUGGEST_FROM = 0.8  # confidence from which a page may ask "did you mean to keep track of this?"

# Log-odds a clause loses that hangs on a third event. No promise by definition; training saw too few to learn it.
ON_A_THIRD_EVENT = -2.0

_FOR = {True: "something of your own to do", False: "something of theirs to do"}


@dataclass(frozen=True, slots=True)
class FoundPromise:
    """One promise; `start` and `end` enclose, in the text, the phrase to highlight; `what` is the deed alone."""

    start: int
    end: int
    sentence: Sentence
    what: str
    confidence: float
    is_suggestable: bool
    reason: str


def find_promises(text: str, *, by_owner: bool, weights: SignWeights, context: Context = ALONE) -> list[FoundPromise]:
    """The promises in a writer's own text, at most one a sentence; `by_owner`: the owner wrote it."""
    speaks_english = HINTS.search(text) is not None
    speaks_otherwise = FOREIGN_HINTS.search(text) is not None
    if not speaks_english and not speaks_otherwise:
        return []
    found = []
    for each in sentences(text):
        if (
            speaks_english
            and (promise := _english(text, each, by_owner, weights, context))
            or speaks_otherwise
            and (promise := _foreign(text, each, by_owner))
        ):
            found.append(promise)
    return found


def _english(
    text: str, sentence: Sentence, by_owner: bool, weights: SignWeights, context: Context
) -> FoundPromise | None:
    if not HINTS.search(sentence.text):
        return None
    more = ANSWERS_A_REQUEST * context.answers_a_request + TO_MANY * context.to_many
    rated = [(_log_odds(each, weights) + more, each) for each in openings(sentence.text)]
    if not rated:
        return None
    log_odds, best = max(rated, key=lambda each: each[0])
    confidence = chance(log_odds)
    if confidence < FOUND_FROM:
        return None
    start, end = place_in(text, sentence, best.start, best.end)
    reason = _reason(best, by_owner, context)
    return FoundPromise(start, end, sentence, best.what, confidence, confidence >= SUGGEST_FROM, reason)


def _log_odds(opening: Opening, weights: SignWeights) -> float:
    return weights.log_odds(opening.signs) + ON_A_THIRD_EVENT * (THIRD_CONDITION in opening.signs)


def _foreign(text: str, sentence: Sentence, by_owner: bool) -> FoundPromise | None:
    found = foreign_promise(sentence.text)
    if found is None:
        return None
    start, end = place_in(text, sentence, found.start, found.end)
    what = sentence.text[found.start : found.end]
    return FoundPromise(start, end, sentence, what, found.confidence, found.confidence >= SUGGEST_FROM, _FOR[by_owner])


def _reason(opening: Opening, by_owner: bool, context: Context) -> str:
    """In words: "something of your own to do, for the reader, with a day, in answer to a request"."""
    parts = [_FOR[by_owner]]
    if {"you", "to you"} & set(opening.signs):
        parts.append("for the reader")
    if {"time", "time elsewhere"} & set(opening.signs):
        parts.append("with a time")
    if {"if you", "asked first"} & set(opening.signs):
        parts.append("if the reader wishes")
    if context.answers_a_request:
        parts.append("in answer to a request")
    return ", ".join(parts)
