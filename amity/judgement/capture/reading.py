"""A page read as a whole: its clauses sorted into what happened and what was said, and who is meant by "she"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from amity.judgement.capture.clauses import Clause, Opener, clauses_of
from amity.judgement.capture.happening import (
    came_to_nothing,
    channel_in,
    in_order,
    is_meeting,
    is_same,
    known_in,
    meeting,
    minutes_in,
    people_in,
    when_in,
)
from amity.judgement.capture.page import Page, name_at, names_from
from amity.judgement.capture.saying import (
    Kind,
    Statement,
    addressed,
    due_of,
    event_in,
    lengthened,
    promised_words,
    statement_of,
    words_of,
)
from amity.judgement.capture.shapes import Capture, Promised, Said, Span, WhoChip
from amity.judgement.vocabulary import Channel


def read_page(page: Page) -> Capture:
    """All that a page says."""
    happened, statements = _sorted(page)
    people = _people(page, happened, statements)
    if not people:
        statements = [each for each in statements if each.kind is not Kind.FACT]
    statements = _resolved(page, statements, people)
    when, minutes = when_in(page, happened), minutes_in(page, happened)
    channel = channel_in(page, happened, people)
    if channel is None and people and is_meeting(page, happened, people):
        channel = meeting(people)
    if channel and channel.channel is Channel.IN_PERSON and came_to_nothing(page, happened):
        channel = None
    asked = next((Span(each.start, each.end) for each in statements if each.kind is Kind.ASKED), None)
    chips = [chip.span for chip in (*people, when, minutes, channel) if chip]
    understood = _joined([*chips, *(Span(each.start, each.end) for each in statements)])
    return Capture(
        people=tuple(people),
        when=when,
        channel=channel,
        minutes=minutes,
        needs=_told(page, statements, Kind.NEED),
        offers=_told(page, statements, Kind.OFFER),
        facts=_told(page, statements, Kind.FACT),
        promises=tuple(_promise(page, each, people) for each in statements if each.kind in (Kind.MINE, Kind.THEIRS)),
        asked_how_to_help=asked,
        understood=understood,
        rest=_rest(page, understood),
        is_cut=page.is_cut,
    )


def _sorted(page: Page) -> tuple[list[Clause], list[Statement]]:
    """The clauses that tell what happened, and the statements; a mere fragment goes on with the statement before it."""
    happened: list[Clause] = []
    statements: list[Statement] = []
    is_open = False
    for clause in clauses_of(page):
        if is_open and (begun := _unfinished(page, statements[-1])):
            statements[-1] = lengthened(begun, clause)
            continue
        before = statements if is_open else []
        statement = _answer(page, clause, before) or statement_of(page, clause)
        if statement:
            statements.append(statement)
            is_open = True
            if statement.kind is Kind.ASKED:
                happened.append(clause)
        elif is_open and clause.opener in (Opener.COMMA, Opener.AND) and statements[-1].kind is not Kind.ASKED:
            statements[-1] = lengthened(statements[-1], clause)
        else:
            happened.append(clause)
            is_open = False
    return happened, statements


def _answer(page: Page, clause: Clause, before: Sequence[Statement]) -> Statement | None:
    """What stands behind the colon of "Asked what she needs:" is needed, and what she then said."""
    if not before or before[-1].kind is not Kind.ASKED:
        return None
    answers = page.phrases.answers
    if answers and (said := answers.match(page.plain, clause.start, clause.end)):
        return Statement(Kind.NEED, clause.start, clause.end, said.end(), None, True)
    nothing = page.phrases.nothing and page.phrases.nothing.match(page.plain, clause.start, clause.end)
    if clause.opener is Opener.COLON and not nothing and statement_of(page, clause) is None:
        return Statement(Kind.NEED, clause.start, clause.end, clause.start, None, True)
    return None


def _unfinished(page: Page, statement: Statement) -> Statement | None:
    """The statement, if it has no words of its own yet, as in "Needs:" or "I promised Ana:"."""
    if statement.kind is Kind.ASKED:
        return None
    words = words_of(page, statement)
    if not words:
        return statement
    if statement.kind is not Kind.MINE:
        return None
    start = page.text.index(words, statement.words)
    chip = name_at(page, start)
    return addressed(statement, chip) if chip and chip.span.end >= start + len(words) else None


def _people(page: Page, happened: Iterable[Clause], statements: Sequence[Statement]) -> list[WhoChip]:
    found = in_order([chip for clause in happened for chip in people_in(page, clause)])
    if found:
        return found
    named = in_order([each.who for each in statements if each.who])
    if named:
        return named
    known = in_order([chip for clause in happened for chip in known_in(page, clause)])
    if known:
        return known
    return [chip for each in statements if each.kind is Kind.MINE for chip in _named_in(page, each)][:1]


def _named_in(page: Page, statement: Statement) -> list[WhoChip]:
    found: list[WhoChip] = []
    place = statement.words
    while place < statement.end:
        if page.plain[place - 1 : place].isspace() or place == statement.words:
            found += names_from(page, place, statement.end)
        place = max(place + 1, found[-1].span.end if found else 0)
    return found


def _resolved(page: Page, statements: Iterable[Statement], people: list[WhoChip]) -> list[Statement]:
    """The statements with whom they speak of: the one named, or the only one there is, or else left open."""
    resolved: list[Statement] = []
    for statement in statements:
        who, words = statement.who, statement.words
        if who and len(people) == 1 and who.text.lower() in page.phrases.kin and not is_same(who, people[0]):
            # "Dad's funeral", in a talk with Bo: his dad, not the owner's.
            who, words = people[0], statement.start if statement.kind is Kind.FACT else words
        elif who:
            who = _one_of(people, who)
        elif len(people) == 1:
            who = people[0]
        elif statement.is_elided and resolved:
            who = resolved[-1].who
        resolved.append(replace(statement, who=who, words=words))
    return resolved


def _one_of(people: Iterable[WhoChip], who: WhoChip) -> WhoChip:
    return next((each for each in people if is_same(each, who)), who)


def _told(page: Page, statements: Iterable[Statement], kind: Kind) -> tuple[Said, ...]:
    return tuple(_said(page, each) for each in statements if each.kind is kind and words_of(page, each))


def _said(page: Page, statement: Statement) -> Said:
    words = words_of(page, statement)
    if statement.whose and statement.kind is not Kind.FACT:
        words = f"{statement.whose}: {words}"
    return Said(Span(statement.start, statement.end), statement.who, words, event_in(page, statement))


def _promise(page: Page, statement: Statement, people: list[WhoChip]) -> Promised:
    due = due_of(page, statement)
    due_span = Span(due.start, due.end) if due else None
    what = promised_words(page, statement, due)
    span = Span(statement.start, statement.end)
    if statement.kind is Kind.THEIRS:
        return Promised(span, statement.who, None, what, due.day if due else None, due_span)
    to = statement.who
    if to is None:
        named = [chip for chip in _named_in(page, statement) if any(is_same(chip, each) for each in people)]
        to = next((each for each in people if named and is_same(each, named[0])), None)
    return Promised(span, None, to, what, due.day if due else None, due_span)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span.end > span.start:
            joined.append(span)
    return tuple(joined)


def _rest(page: Page, understood: Sequence[Span]) -> str:
    """What was not understood, in its order."""
    pieces: list[str] = []
    place = 0
    for span in (*understood, Span(len(page.written), len(page.written))):
        pieces.append(page.written[place : span.start].strip(" \t\n,;.:!-–—"))
        place = span.end
    return " … ".join(piece for piece in pieces if len(piece) > 1)
