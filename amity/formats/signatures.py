"""What stands below a letter: "-- " and a signature, "Best regards, ⏎ Bo", a mailing list's footer, OpenPGP's frame."""

import re

from amity.formats.body_lines import DROPPED, QUOTED, SIGNATURE, BodyLines
from amity.formats.quote_words import CLOSING_STARTS, CLOSINGS, MOBILE_SIGNATURE, MOBILE_STARTS

LONGEST_SIGNATURE = 25  # lines after "-- "; longer ones are a letter that has such a line in it
LONGEST_CLOSING_WORDS = 60  # characters of the closing itself, or of "Sent from my phone"
LONGEST_CLOSING = 8  # lines of name, title and numbers after "Best regards,"
LONGEST_CLOSING_LINE = 70  # characters
LONGEST_FOOTER = 12  # lines that a mailing list adds below its rule
LONGEST_ARMOUR = 80  # lines of an OpenPGP signature
FEWEST_WORDS_OF_PROSE = 4  # in lower case on one line; a title has fewer

# OpenPGP's frame around a signed text (RFC 9580, section 7), and what ends each of its pieces.
ARMOUR = {"-----BEGIN PGP SIGNED MESSAGE-----": "", "-----BEGIN PGP SIGNATURE-----": "-----END PGP SIGNATURE-----"}

_FOOTER = re.compile(r"mailing list|listinfo|list info|unsubscribe|to post to|https?://|mailto:", re.IGNORECASE)
_RULE = re.compile(r"[_=*~-]{10,}$")
_DASHED_NAME = re.compile(r"[-–—]+ ?[A-ZÀ-Þ][\w.'’]{1,20}(?: [A-ZÀ-Þ][\w.'’]{0,20}){0,3}$")
_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[.!?]$")
_POSTSCRIPT = re.compile(r"p\.?\s?s\b|n\.?\s?b\b", re.IGNORECASE)


def may_close(line: str) -> bool:
    """Whether the line may be the first of a signature: "Best regards," or "Sent from my phone"."""
    if len(line) > LONGEST_CLOSING_WORDS:
        return False
    two = line[:2]
    return bool(two in CLOSING_STARTS and CLOSINGS.match(line) or two in MOBILE_STARTS and MOBILE_SIGNATURE.match(line))


def is_list_footer(body: BodyLines, number: int, line: str) -> bool:
    """Whether a mailing list's footer begins: a rule, and soon below it an address of the list."""
    if not _RULE.match(line):
        return False
    below = [text for text in body.lines[number + 1 : number + 1 + LONGEST_FOOTER] if text.strip()]
    return any(_FOOTER.search(text) for text in below[:4])


def drop_list_footer(body: BodyLines, number: int) -> int:
    """Drops it, unless more stands there than a list would add. Gives the line at which reading goes on."""
    end = body.end_of_own(number, LONGEST_FOOTER)
    if end < 0:
        return number + 1
    body.mark(number, end, DROPPED)
    return end


def drop_armour(body: BodyLines, number: int, line: str) -> int:
    """Drops a piece of OpenPGP's frame; one without an end only its line. Gives the line at which reading goes on."""
    for end in range(number + 1, min(number + LONGEST_ARMOUR, body.end)):
        if body.lines[end].strip() == ARMOUR[line]:
            body.mark(number, end + 1, DROPPED)
            return end + 1
    body.mark(number, number + 1, DROPPED)
    return number + 1


def mark_signature(body: BodyLines, start: int, end: int) -> None:
    """The signature below "-- ", down to `end` or the first quoted line; a second one is the mailing list's."""
    quoted = body.kinds.find(QUOTED, start, end)
    end = quoted if quoted >= 0 else end
    if sum(not body.is_blank(number) for number in range(start, end)) <= LONGEST_SIGNATURE:
        body.mark(start, end, DROPPED if SIGNATURE in body.kinds else SIGNATURE)


def mark_closing(body: BodyLines, number: int) -> None:
    """ "Best regards, ⏎ Bo" is a signature where nothing but names and numbers stands between it and the end."""
    end = body.end_of_own(number, LONGEST_CLOSING + 1)
    if end < 0:
        return
    below = [line.strip() for line in body.lines[number + 1 : end] if line.strip()]
    if any(map(_is_prose, below)) or below and MOBILE_SIGNATURE.match(body.lines[number].strip()):
        return
    above = body.lines[number - 1].rstrip()[-1:] if number else ""
    if not above.islower():  # a letter: the end of a wrapped sentence, as "give her my ⏎ regards."
        body.mark(number, end, SIGNATURE)


def mark_named(body: BodyLines, writer: str) -> None:
    """A line with nothing but the writer's full name, below an empty line, begins a signature as a closing does."""
    for number in range(1, body.end):
        line = body.lines[number]
        if writer not in line or body.kinds[number]:
            continue
        if line.strip(" \t-–—*_") == writer and (body.kinds[number - 1] or body.is_blank(number - 1)):
            mark_closing(body, number)


def mark_dashed_name(body: BodyLines) -> None:
    """ "-Bo Berg" by itself at the end of what was written; in a list of items it is one of them."""
    for number in range(body.end - 1, 0, -1):
        if body.kinds[number] or body.is_blank(number):
            continue
        if body.is_blank(number - 1) and _DASHED_NAME.match(body.lines[number]):
            above = number - 1
            while above > 0 and body.is_blank(above):
                above -= 1
            if body.lines[above].lstrip()[:1] not in tuple("-–—*•"):
                body.kinds[number] = SIGNATURE
        return


def _is_prose(line: str) -> bool:
    if len(line) > LONGEST_CLOSING_LINE or _SENTENCE.match(line) or _POSTSCRIPT.match(line):
        return True
    return sum(word[0].islower() for word in line.split()) >= FEWEST_WORDS_OF_PROSE
