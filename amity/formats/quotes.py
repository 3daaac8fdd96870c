"""Quotes in a body: "On Monday, Ada wrote:" above them, and whole messages under their own header."""

import re

from amity.formats.body_lines import DROPPED, QUOTED, RULES, BodyLines
from amity.formats.quote_words import (
    ATTRIBUTION_OPENERS,
    ATTRIBUTION_VERBS,
    QUOTE_BANNER,
    QUOTE_BANNER_BARE,
    QUOTE_END,
    QUOTE_FROM,
    QUOTE_HEADER,
    QUOTE_SUBJECT,
)

LONGEST_ATTRIBUTION = 3  # lines that a mail program wraps it over
LONGEST_BARE_ATTRIBUTION = 6  # words of "Bo Berg wrote:", without a date; longer ones are prose above a quote
LONGEST_HEADER_BLOCK = 12  # lines of From, Sent, To, Subject, wrapped ones included
FEWEST_FIELDS = 3  # of From, Sent, To, Subject in such a block
LONGEST_NAME = 4  # words

_OTHER_QUOTE_MARKS = tuple(")|}:#%»")
_DATE_OR_SENDER = re.compile(r"\d{1,2}[:.h]\d{2}|<[^<>\s]+@[^<>\s]+>|mailto:|\b\d{4}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}")
_DAY_OR_SENDER = re.compile(r"<[^<>\s]+@[^<>\s]+>|mailto:|\b\d{4}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
# "2011/4/2 Bo Berg <bo@…>:" and "Thu, 26 Jun 2014 14:00 от Bo <bo@…>:", without a verb in any language we know.
_DATED_SENDER = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}:\d{2})\b.*<[^<>\s]+@[^<>\s]+>:$"
)
_DIGIT = re.compile(r"\d")
_LOTUS_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_RULE = re.compile(r"[_=*~-]{10,}$")


def attribution_start(body: BodyLines, number: int, line: str) -> int:
    """Where the attribution that ends in this line begins ("On Monday … ⏎ wrote:"), -1 when it is none."""
    verb = ATTRIBUTION_VERBS.search(line)
    if verb is None:
        return number if _DATED_SENDER.search(line) or QUOTE_BANNER_BARE.match(line) else -1
    start = _opener_above(body, number)
    whole = " ".join(body.lines[start : number + 1])
    opened = start < number or bool(ATTRIBUTION_OPENERS.match(line))
    below = body.next_line(number)
    if below < body.end and body.kinds[below] == QUOTED:
        dated = _DATE_OR_SENDER.search(whole) or opened and _DIGIT.search(whole)
        return start if dated or len(line[: verb.start()].split()) <= LONGEST_BARE_ATTRIBUTION else -1
    # Nothing marks what follows as a quote: so much more must speak for it than in "At 10:30 Bo wrote:".
    return start if opened and _TIME.search(whole) and _DAY_OR_SENDER.search(whole) else -1


def drop_attribution(body: BodyLines, start: int, number: int) -> int:
    """Drops it; and what follows, where it is quoted without any mark and something of the writer's stands above.

    Gives the line at which reading goes on.
    """
    body.mark(start, number + 1, DROPPED)
    if body.kinds.find(QUOTED, number + 1) >= 0:
        return number + 1
    below = body.next_line(number)
    if below < body.end and body.lines[below][:1] in _OTHER_QUOTE_MARKS:
        return _mark_quoted_with(body, body.lines[below][0], below)
    if not body.has_own_above(start):
        return number + 1  # the quote was deleted by hand, and the answer begins here
    return _drop_rest(body, number + 1)


def is_message_header(body: BodyLines, number: int, line: str) -> bool:
    """Whether a message quoted under its own header begins: with a banner, or From, Sent, To, Subject."""
    if line[0] in RULES and QUOTE_BANNER.match(line):
        return not QUOTE_END.match(line)
    if not QUOTE_HEADER.match(line):
        return False
    fields, subject = _count_fields(body, number)
    return fields >= FEWEST_FIELDS and (subject or bool(QUOTE_FROM.match(line)))


def message_start(body: BodyLines, number: int) -> int:
    """Up over the rule, and over Lotus Notes' name and date, that stand on top of a header."""
    start = number
    for above in range(number - 1, max(number - 5, -1), -1):
        line = body.lines[above].strip()
        if not line:
            continue
        if body.kinds[above] or not (_RULE.match(line) or _LOTUS_DATE.search(line) and len(line) < 90):
            break
        start = above
    if 0 < start < number and _LOTUS_DATE.match(body.lines[start].strip()):
        name = body.lines[start - 1].strip()
        if name and len(name.split()) <= LONGEST_NAME and name[-1] not in ".!?:,":
            start -= 1
    return start


def drop_message(body: BodyLines, start: int, number: int) -> int:
    """Drops the header, and the message below it: to its end banner or the end, or only where its lines are marked.

    Gives the line at which reading goes on.
    """
    below = number + 1
    while below < min(number + LONGEST_HEADER_BLOCK, body.end):
        line = body.lines[below]
        if body.kinds[below] or line.strip() and not QUOTE_HEADER.match(line) and line[:1] not in " \t":
            break
        below += 1
    body.mark(start, below, DROPPED)
    first = body.next_line(below - 1)
    if first < body.end and body.kinds[first] == QUOTED:
        return below
    return _drop_rest(body, below)


def _opener_above(body: BodyLines, number: int) -> int:
    """The line on which a wrapped attribution opens, or this one."""
    if ATTRIBUTION_OPENERS.match(body.lines[number]):
        return number
    for start in range(number - 1, max(number - LONGEST_ATTRIBUTION, -1), -1):
        line = body.lines[start].strip()
        if not line or body.kinds[start] or line[-1] in ".!?":
            break
        if ATTRIBUTION_OPENERS.match(line) and _DATE_OR_SENDER.search(" ".join(body.lines[start : number + 1])):
            return start
    return number


def _mark_quoted_with(body: BodyLines, mark: str, start: int) -> int:
    """Some programs quote with ")" or "|"; which one, the first line below the attribution tells."""
    for number in range(start, body.end):
        if body.lines[number][:1] == mark:
            body.kinds[number] = QUOTED
    return start


def _count_fields(body: BodyLines, number: int) -> tuple[int, bool]:
    fields, subject, blanks = 0, False, 0
    for below in range(number, min(number + LONGEST_HEADER_BLOCK, body.end)):
        line = body.lines[below]
        if not line.strip():
            blanks += 1
            if blanks > 1 or fields >= FEWEST_FIELDS:
                break
        elif body.kinds[below]:
            break
        elif QUOTE_HEADER.match(line):
            fields += 1
            subject = subject or bool(QUOTE_SUBJECT.match(line))
    return fields, subject


def _drop_rest(body: BodyLines, start: int) -> int:
    for number in range(start, body.end):
        if body.lines[number][:2] == "--" and QUOTE_END.match(body.lines[number]):
            body.mark(start, number + 1, DROPPED)
            return number + 1
    body.mark(start, body.end, DROPPED)
    return body.end
