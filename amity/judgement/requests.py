"""Requests: sentences in which the writer asks the reader to do or to answer something."""

from dataclasses import dataclass

from amity.judgement.acts import ALONE, TO_MANY, Context
from amity.judgement.foreign_acts import HINTS as FOREIGN_HINTS
from amity.judgement.foreign_acts import foreign_request
from amity.judgement.request_signs import request_signs
from amity.judgement.request_words import HINTS
from amity.judgement.sentences import Sentence, sentences
from amity.lib.weights import SignWeights, chance

FOUND_FROM = 0.5  # confidence from which a sentence counts as a request
SUGGEST_FROM = 0.75  # confidence from which a page may name one unasked; see docs/judgement.md for what it costs

# What a page says for the sign that weighed most.
_REASONS = {
    "asks you": "asks whether you could",
    "may I": "asks you for something",
    "let me know": "asks you to let them know",
    "need": "says what they need",
    "wish": "would be glad of it",
    "wondering": "wonders, and hopes you know",
    "any idea": "asks whether anybody knows",
    "seeks": "is looking for somebody",
    "let us": "proposes something to do together",
    "duty": "says what you should do",
    "proposes": "proposes something",
    "please": "says please",
    "please inside": "says please",
    "order": "asks you to do it",
    "order not": "asks you not to do it",
    "asks reader": "asks you a question",
    "question": "asks a question",
}
_DOING = frozenset(
    {"asks you", "may I", "let us", "let me know", "need", "order", "order not", "please", "please inside"}
)


@dataclass(frozen=True, slots=True)
class FoundRequest:
    """One request; `start` and `end` are offsets into the text, `kind` is "do" or "answer"."""

    start: int
    end: int
    sentence: Sentence
    confidence: float
    kind: str
    is_suggestable: bool
    reason: str


def find_requests(text: str, *, weights: SignWeights, context: Context = ALONE) -> list[FoundRequest]:
    """The requests in a writer's own text, in order; quotes and signature should be cut already."""
    return [found for each in sentences(text) if (found := request_in(each, weights, context))]


def request_in(sentence: Sentence, weights: SignWeights, context: Context = ALONE) -> FoundRequest | None:
    """The request that one sentence makes, if it makes one."""
    signs = request_signs(sentence.text)
    log_odds = weights.log_odds(signs) + (TO_MANY if context.to_many else 0.0) if signs else 0.0
    confidence = chance(log_odds) if signs else 0.0
    is_foreign = False
    if confidence < FOUND_FROM and FOREIGN_HINTS.search(sentence.text) and (found := foreign_request(sentence.text)):
        confidence, is_foreign = found.confidence, True
    if confidence < FOUND_FROM:
        return None
    kind = "do" if is_foreign or not _DOING.isdisjoint(signs) or "question" not in signs else "answer"
    heaviest = max(
        (sign for sign in signs if sign in _REASONS), key=lambda sign: weights.of.get(sign, 0.0), default="asks you"
    )
    is_suggestable = confidence >= SUGGEST_FROM
    return FoundRequest(sentence.start, sentence.end, sentence, confidence, kind, is_suggestable, _REASONS[heaviest])


def may_ask(text: str) -> bool:
    """Whether a text holds any word that a request could not do without: a quick no for most."""
    return HINTS.search(text) is not None
