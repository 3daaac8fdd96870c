"""What a clause says of somebody: a need, an offer, a promise, a fact."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from amity.judgement.capture.clauses import Clause, Opener
from amity.judgement.capture.page import Page, name_at
from amity.judgement.capture.shapes import LifeEvent, WhoChip
from amity.judgement.dates import FoundDate, Sense, find_dates

_LEADING = ' \t\n,;:-–—()"“”'
_TRAILING = ' \t\n,;:-–—(.!"“”'


class Kind(Enum):
    """What sort of statement a clause makes."""

    NEED = "need"
    OFFER = "offer"
    FACT = "fact"
    MINE = "mine"
    THEIRS = "theirs"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause that was understood: of whom (`who` None with `is_named` False is a pronoun, or nobody), and from where
    to where its own words run."""

    kind: Kind
    start: int
    end: int
    words: int
    who: WhoChip | None
    is_elided: bool
    whose: str = ""


def statement_of(page: Page, clause: Clause) -> Statement | None:
    """What a clause says, or None: then it tells what happened, or goes on with the clause before."""
    plain, phrases = page.plain, page.phrases
    if asked := phrases.asked.search(plain, clause.start, clause.end):
        return Statement(Kind.ASKED, clause.start, clause.end, asked.end(), None, True)
    if mine := phrases.mine.match(plain, clause.start, clause.end):
        return _mine(page, clause, mine)
    if subject := phrases.subject.match(plain, clause.start, clause.end):
        whose = " ".join((subject.groupdict().get("whose") or "").split())
        place = _skip(plain, _before_verb(page, subject), clause.end)
        if said := _said(page, clause, place, None, whose):
            return said
        return Statement(Kind.FACT, clause.start, clause.end, clause.start, None, False, whose)
    if named := _named(page, clause):
        return named
    return None if _got_in_touch(page, clause) else _elided(page, clause)


def _got_in_touch(page: Page, clause: Clause) -> bool:
    """Whether the clause is "Mum called", which tells what happened."""
    chip = name_at(page, clause.start)
    return chip is not None and bool(
        page.phrases.contact.match(page.plain, _skip(page.plain, chip.span.end, clause.end), clause.end)
    )


def _before_verb(page: Page, subject: re.Match[str]) -> int:
    # "she's looking for": the verb begins at the apostrophe; "her son needs": "needs" is no part of her son.
    tail = re.search(r"'(?:s|ll|d|re|ve)$", subject[0])
    if tail:
        return subject.start() + tail.start()
    words = subject[0].split()
    for count in range(len(words) - 1, 1, -1):
        place = subject.start() + subject[0].rindex(words[count])
        if any(each.match(page.plain, place) for each in (page.phrases.verbs, page.phrases.needs)):
            return place
    return subject.end()


def _named(page: Page, clause: Clause) -> Statement | None:
    chip = name_at(page, clause.start)
    if chip is None:
        return None
    place, whose = chip.span.end, ""
    if page.phrases.occasion and page.phrases.occasion.match(page.plain, place, clause.end):
        return None  # "Ana's party on Monday" tells what happened
    if page.plain[place : place + 2] == "'s" and not page.phrases.needs.match(page.plain, place):
        place, whose = _possession(page, place, clause.end)
    place = _skip(page.plain, place, clause.end)
    if page.plain[place : place + 1] == ":":
        place = _skip(page.plain, place + 1, clause.end)
    if page.phrases.contact.match(page.plain, place, clause.end):
        return None
    if said := _said(page, clause, place, chip, whose):
        return said
    if page.phrases.verbs.match(page.plain, place, clause.end) or whose or page.plain[place : place + 3] == "'s ":
        words = clause.start if whose else place
        return Statement(Kind.FACT, clause.start, clause.end, words, chip, False, whose)
    return None


def _possession(page: Page, place: int, end: int) -> tuple[int, str]:
    """Where the verb of "Ana's new flat is" begins, and what is hers; a mere "Ana's ill" has nothing of hers."""
    nouns = re.compile(r"'s ((?:[a-z'-]+ ){1,3}?)").match(page.plain, place, end)
    for words in range(1, 4):
        nouns = re.compile(rf"'s ((?:[a-z'-]+\s){{{words}}})").match(page.plain, place, end)
        if nouns and page.phrases.verbs.match(page.plain, nouns.end(), end):
            return nouns.end(), nouns[1].strip()
        if nouns and page.phrases.needs.match(page.plain, nouns.end(), end):
            return nouns.end(), nouns[1].strip()
    return place, ""


def _said(page: Page, clause: Clause, place: int, who: WhoChip | None, whose: str) -> Statement | None:
    phrases = page.phrases
    for kind, pattern in ((Kind.THEIRS, phrases.theirs), (Kind.NEED, phrases.needs), (Kind.OFFER, phrases.offers)):
        if found := pattern.match(page.plain, place, clause.end):
            return Statement(kind, clause.start, clause.end, found.end(), who, False, whose)
    return None


def _elided(page: Page, clause: Clause) -> Statement | None:
    phrases = page.phrases
    for kind, pattern in ((Kind.NEED, phrases.needs), (Kind.OFFER, phrases.offers), (Kind.THEIRS, phrases.theirs)):
        if found := pattern.match(page.plain, clause.start, clause.end):
            return Statement(kind, clause.start, clause.end, found.end(), None, True)
    if phrases.fact.match(page.plain, clause.start, clause.end) and clause.opener is not Opener.AND:
        return Statement(Kind.FACT, clause.start, clause.end, clause.start, None, True)
    return None


def _mine(page: Page, clause: Clause, opener: re.Match[str]) -> Statement:
    return Statement(Kind.MINE, clause.start, clause.end, opener.end(), _named_within(page, opener), False)


def _named_within(page: Page, opener: re.Match[str]) -> WhoChip | None:
    for word in re.finditer(r"\s+(?=\S)", opener[0]):
        if chip := name_at(page, opener.start() + word.end()):
            return chip if chip.span.end <= opener.end() or chip.span.start < opener.end() else None
    return None


def lengthened(statement: Statement, clause: Clause) -> Statement:
    """A statement that goes on in the next clause."""
    return replace(statement, end=clause.end)


def addressed(statement: Statement, to: WhoChip) -> Statement:
    """A promise of which only the person was named so far, as in "Promise to Ana:"."""
    return replace(statement, who=to, words=to.span.end)


def words_of(page: Page, statement: Statement) -> str:
    """The words of a statement as written, without what opened it."""
    return page.text[_skip(page.plain, statement.words, statement.end) : statement.end].strip(_TRAILING)


def due_of(page: Page, statement: Statement) -> FoundDate | None:
    """The day by which a promise is due: a deadline first, and no day gone by. Its place is in the whole text."""
    part = page.text[statement.start : statement.end]
    dates = find_dates(part, on=page.on, language=page.phrases.language, sense=Sense.AHEAD)
    ahead = [each for each in dates if each.day >= page.on]
    best = max(ahead, key=lambda each: (each.is_deadline, -each.start), default=None)
    if best is None:
        return None
    return replace(best, start=best.start + statement.start, end=best.end + statement.start)


def promised_words(page: Page, statement: Statement, due: FoundDate | None) -> str:
    """What was promised, without the day and its preposition."""
    start = _skip(page.plain, statement.words, statement.end)
    if due is None or due.end <= start:
        return page.text[start : statement.end].strip(_TRAILING)
    lead = page.phrases.by_then.search(page.plain, start, max(start, due.start))
    before = page.text[start : lead.start() if lead else max(start, due.start)]
    after = re.sub(
        r"^\s*(?:at the latest|latest|spätestens|au plus tard|morning|evening|night)\b",
        "",
        page.text[due.end : statement.end],
    )
    return " ".join(f"{before.strip(_TRAILING)} {after.strip(_LEADING)}".split()).strip(_TRAILING)


def event_in(page: Page, statement: Statement) -> LifeEvent | None:
    """The event of a life that a statement tells of."""
    for event, pattern in page.phrases.events:
        if pattern.search(page.plain, statement.start, statement.end):
            return event
    return None


def _skip(plain: str, place: int, end: int) -> int:
    while place < end and plain[place] in _LEADING:
        place += 1
    return place
