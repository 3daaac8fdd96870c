"""What the owner's own notes tell: "he needs a framer", "I promised Ana the keys", "she said: I'll ask my choir"."""

import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace

from amity.judgement.capture import Capture, KnownNames, Promised, Said, WhoChip, read_capture
from amity.judgement.findings import Finding, Happened, Reader, Sort, promise_in, worded
from amity.judgement.found_needs import may_tell_help
from amity.judgement.found_words import worded_help, worded_promise
from amity.judgement.need_words import IDLE
from amity.judgement.sentences import Sentence, sentences

CONFIDENCE = 0.8  # chosen: the owner's own words, read by the rules of capture
REASONS = {
    Sort.NEED: "your own note of what they need",
    Sort.OFFER: "your own note of what they can offer",
    Sort.MINE: "your own note of what you promised",
    Sort.THEIRS: "your own note of what they promised",
}

_SPOKE = re.compile(
    r"^(?P<who>[^\W\d_][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)?) "
    r"(?:said|says|promised|wrote|answered)\s*[:,]\s*[\"“‘]?(?=I\b|I['’])"
)
_PROMISED = re.compile(r"\b(?:promised|owe|agreed to|said i(?:'d|’d| would))\b", re.IGNORECASE)
_FULFILLED = re.compile(r"\bpromised [^.]{1,40}, (?:brought|sent|done|gave|did)\b", re.IGNORECASE)
_FOR_OTHERS = re.compile(
    r"\b(?:me|us|you|people|anyone|anybody|others|somebody|someone|lend|lends|offer\w*|help\w*|spare|free|let)\b",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"^(?:her|him|them|me) (?=(?:an?|the|my|some|two|three|our|your)\b)", re.IGNORECASE)
_NOTED_HINTS = re.compile(r"\b(?:promis\w+|owe|agreed|said|says|will|he'll|she'll|they'll|help)\b", re.IGNORECASE)
_RECEIVER = re.compile(r"^\w+ (?P<name>[A-ZÀ-ÞĀ-ŽḀ-Ỿ][\w’'-]*)")


@dataclass(frozen=True, slots=True)
class NoteReader:
    """Reads notes of what happened with one person, among all those whom the owner may name."""

    person: Hashable
    names: Callable[[], KnownNames]

    def __call__(self, happened: Happened, reader: Reader) -> Iterator[Finding]:
        """All that one note tells."""
        taken: list[Sentence] = []
        for sentence in sentences(happened.text):
            found = self._promise(sentence, happened, reader)
            if found:
                taken.append(sentence)
                yield found
        if may_tell_help(happened.text) or _NOTED_HINTS.search(happened.text):
            capture = read_capture(happened.text, on=happened.on, known=self.names(), language=reader.language)
            yield from self._captured(capture, taken, happened, reader)

    def _promise(self, sentence: Sentence, happened: Happened, reader: Reader) -> Finding | None:
        said = sentence.text
        if spoke := _SPOKE.match(said):
            words = said[spoke.end() :]
            promise = promise_in(words, by_owner=False, reader=reader)
            if promise is None:
                return None
            found = worded(promise, words, happened.on, reader, mine=False)
            moved = replace(found, sentence=said, start=found.start + spoke.end(), end=found.end + spoke.end())
            return self._about(moved, self._named(spoke["who"]))
        promise = promise_in(said, by_owner=True, reader=reader)
        if promise is None:
            return None
        receiver = _RECEIVER.match(promise.what)
        found = worded(promise, said, happened.on, reader, mine=True)
        return self._about(found, self._named(receiver["name"]) if receiver else ())

    def _captured(
        self, capture: Capture, taken: list[Sentence], happened: Happened, reader: Reader
    ) -> Iterator[Finding]:
        for sort, told in ((Sort.NEED, capture.needs), (Sort.OFFER, capture.offers)):
            for each in told:
                if _is_telling(sort, each, happened.text) and (found := self._told(sort, each, happened, reader)):
                    yield found
        for promised in capture.promises:
            if not any(one.start < promised.span.end and promised.span.start < one.end for one in taken):
                found = self._promised(promised, happened, reader)
                if found:
                    yield found
        if asked := capture.asked_how_to_help:
            yield Finding(Sort.ASKED, "", happened.text[asked.start : asked.end], 0, asked.end - asked.start, 1.0, "")

    def _told(self, sort: Sort, told: Said, happened: Happened, reader: Reader) -> Finding | None:
        sentence = happened.text[told.span.start : told.span.end]
        what = worded_help(told.what, reader.spoken)
        found = Finding(sort, what, sentence, 0, len(sentence), CONFIDENCE, REASONS[sort])
        return self._about(found, self._who(told.who))

    def _promised(self, promised: Promised, happened: Happened, reader: Reader) -> Finding | None:
        sentence = happened.text[promised.span.start : promised.span.end]
        mine = promised.by is None
        if _FULFILLED.search(sentence) or (mine and not _PROMISED.search(sentence)):
            return None
        sort = Sort.MINE if mine else Sort.THEIRS
        words = worded_promise(
            _TO_THEM.sub("", promised.what),
            sentence,
            mine=False,
            on=happened.on,
            spoken=reader.spoken,
            language=reader.language,
        )
        found = Finding(sort, words.what, sentence, 0, len(sentence), CONFIDENCE, REASONS[sort], words.due)
        return self._about(found, self._who(promised.to if mine else promised.by))

    def _about(self, found: Finding, candidates: tuple[Hashable, ...]) -> Finding | None:
        """The finding, of the only one who may be meant; None where the name fits several, or nobody known."""
        if not candidates or self.person in candidates:
            return found
        return replace(found, who=candidates[0]) if len(candidates) == 1 else None

    def _named(self, name: str) -> tuple[Hashable, ...]:
        return self.names().who(name)

    def _who(self, chip: WhoChip | None) -> tuple[Hashable, ...]:
        return chip.candidates if chip else ()


def _is_telling(sort: Sort, told: Said, text: str) -> bool:
    """Whether a captured clause is worth asking about: "he can still hear which train is late" offers nothing."""
    if sort is Sort.NEED:
        return IDLE.match(told.what) is None
    return _FOR_OTHERS.search(text[told.span.start : told.span.end]) is not None
