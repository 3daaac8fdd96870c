"""A text cut into clauses, each of which says one thing: what happened, what is needed, what was promised."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from amity.judgement.capture.page import Page, name_at, verb_follows

_EDGE = re.compile(
    r"(?P<stop>(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bst)(?<!\bprof)(?<!\s[a-z])(?<!\d)[.]+(?=\s|$)"
    r"|(?<=\d)[.](?=\s+[A-Z]|\s*$)"
    r"|[!?;…]+(?:\s|$)|\s*\n+\s*)|(?P<colon>\s?:(?=\s)|\s[-–—]\s|\s?\()|(?P<comma>,(?=\s)|\))"
    r"|(?P<and>\s+(?:and|but|so|und|aber|et|mais|y|pero|e)\s+)"
)  # fmt: skip
_OPENS = "'’@#+£$€½¼¾"  # a clause may begin with these; other marks are passed over
_CONJUNCTION = re.compile(r"(?:(?:and|but|so|then|also|yes|yeah|und|aber|et|mais|y|pero|plus|btw|ps)[\s,]+)+")


MOST_LETTERS_TO_A_VERB = 40


class Opener(Enum):
    """What stands before a clause."""

    STOP = "stop"
    COLON = "colon"
    COMMA = "comma"
    AND = "and"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the text, and what opened it; `start` lies behind "and" and "but"."""

    start: int
    end: int
    opener: Opener


def clauses_of(page: Page) -> list[Clause]:
    """The clauses of a page in order."""
    return list(_clauses(page, lambda place: begins_statement(page, place)))


def _clauses(page: Page, begins: Callable[[int], bool]) -> Iterator[Clause]:
    start, opener = 0, Opener.STOP
    for edge in _EDGE.finditer(page.plain):
        kind = Opener(edge.lastgroup)
        if kind is Opener.AND and (not begins(edge.end()) or _is_name_only(page, start, edge.start())):
            continue
        if _is_within_date(page, edge.start(), edge.end()):
            continue
        if clause := _clause(page, start, edge.start(), opener):
            yield clause
        start, opener = edge.end(), kind
    if clause := _clause(page, start, len(page.plain), opener):
        yield clause


def _clause(page: Page, start: int, end: int, opener: Opener) -> Clause | None:
    while start < end and not (page.plain[start].isalnum() or page.plain[start] in _OPENS):
        start += 1
    while end > start and page.plain[end - 1] in ' \t\n,;:-–—("“”':
        end -= 1
    if conjunction := _CONJUNCTION.match(page.plain, start, end):
        start = conjunction.end()
    return Clause(start, end, opener) if end > start else None


def begins_statement(page: Page, place: int) -> bool:
    """Whether a need, an offer, a promise or a sentence about somebody begins here."""
    phrases, plain = page.phrases, page.plain
    if phrases.mine.match(plain, place) or phrases.needs.match(plain, place) or phrases.offers.match(plain, place):
        return True
    if subject := phrases.subject.match(plain, place):
        return not (subject.groupdict().get("whose")) or _verb_near(page, subject.start())
    chip = name_at(page, place)
    if chip is None:
        return False
    after = chip.span.end
    return plain[after : after + 3] == "'s " or verb_follows(page, after)


def _verb_near(page: Page, place: int) -> bool:
    """Whether a verb stands behind "her husband", with a word or two between, and not only "her husband at the play"."""
    words = list(re.finditer(r"\s+", page.plain[place : place + MOST_LETTERS_TO_A_VERB]))[1:3]
    return any(verb_follows(page, place + word.end()) for word in words)


def _is_name_only(page: Page, start: int, end: int) -> bool:
    while page.plain[start : start + 1] in (" ", "\n"):
        start += 1
    if subject := page.phrases.subject.match(page.plain, start, end):
        return subject.end() >= end
    chip = name_at(page, start)
    return chip is not None and chip.span.end >= end


def _is_within_date(page: Page, start: int, end: int) -> bool:
    return any(found.start < start and end < found.end for found in page.dates)
