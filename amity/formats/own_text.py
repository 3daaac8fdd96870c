"""What the writer of a message wrote themselves: quoted lines, quoting headers and the signature taken out, line by line.

    Gladly, Thursday suits me.                        own
    -- ⏎ Bo Berg ⏎ +44 20 7946 0123                   signature
    On 3 May 2024 at 10:02, Ada <ada@…> wrote:        attribution
    > Shall we meet?                                  quoted

Nothing is cut "from here on" while the rest may hold the writer's words: answers below and between quotes stay.
"""

import re
from dataclasses import dataclass

from amity.formats.quote_words import (
    ATTRIBUTION_OPENERS,
    ATTRIBUTION_VERBS,
    CLOSING_STARTS,
    CLOSINGS,
    HEADER_OPENERS,
    MOBILE_SIGNATURE,
    MOBILE_STARTS,
    QUOTE_BANNER,
    QUOTE_BANNER_BARE,
    QUOTE_END,
    QUOTE_FROM,
    QUOTE_HEADER,
    QUOTE_SUBJECT,
)

LONGEST_ATTRIBUTION = 3  # lines that a mail program wraps it over
LONGEST_BARE_ATTRIBUTION = 6  # words of "Bo Berg wrote:", without a date; longer ones are prose above a quote
LONGEST_SIGNATURE = 25  # lines after "-- "; longer ones are a letter that has such a line in it
LONGEST_CLOSING = 8  # lines of name, title and numbers after "Best regards,"
LONGEST_CLOSING_LINE = 70  # characters
LONGEST_FOOTER = 12  # lines that a mailing list adds below its rule
LONGEST_HEADER_BLOCK = 12  # lines of From, Sent, To, Subject, wrapped ones included
LONGEST_MARK = 400  # characters; a longer line is prose and no mark of any kind

_OWN, _QUOTED, _DROPPED, _SIGNATURE = range(4)
_MANY_BLANKS = re.compile(r"\n{3,}")
_DATE_OR_SENDER = re.compile(r"\d{1,2}[:.h]\d{2}|<[^<>\s]+@[^<>\s]+>|mailto:|\b\d{4}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_TIME_OR_SENDER = re.compile(r"\d{1,2}[:.h]\d{2}|<[^<>\s]+@[^<>\s]+>|mailto:")
_DATED_SENDER = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b.*<[^<>\s]+@[^<>\s]+>:?$"
)
_LOTUS_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_FOOTER = re.compile(r"mailing list|listinfo|list info|unsubscribe|to post to|https?://|mailto:", re.IGNORECASE)
_RULE = re.compile(r"[_=*~-]{10,}$")
_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[.!?]$")
_POSTSCRIPT = re.compile(r"p\.?\s?s\b|n\.?\s?b\b", re.IGNORECASE)
# The first two letters of every line that may be a mark; any other line costs one look into this set.
_SUSPECTS = (
    frozenset({"--", "__", "==", "**", "~-", "—", "*F", "*V", "*D", "Be", "Sp"})
    | {word[:2] for word in HEADER_OPENERS}
    | CLOSING_STARTS
    | MOBILE_STARTS
)


@dataclass(frozen=True, slots=True)
class OwnText:
    """The writer's own words, and the signature that stood below them."""

    text: str
    signature: str = ""


def own_text(body: str) -> OwnText:
    """The writer's own words in a plain text body. Linear in its length; never raises."""
    lines = body.split("\n")
    kinds = bytearray(len(lines))
    suspects = _suspects(lines, kinds)
    if suspects:
        _Reading(lines, kinds).judge(suspects)
    if not any(kinds):
        return OwnText(_MANY_BLANKS.sub("\n\n", "\n".join([line.rstrip() for line in lines]).strip("\n")))
    text = "\n".join([line.rstrip() for line, kind in zip(lines, kinds, strict=True) if not kind]).strip("\n")
    signature = ""
    if _SIGNATURE in kinds:
        signature = "\n".join([line for line, kind in zip(lines, kinds, strict=True) if kind == _SIGNATURE]).strip()
    return OwnText(_MANY_BLANKS.sub("\n\n", text), signature.removeprefix("--").lstrip())


def _suspects(lines: list[str], kinds: bytearray) -> list[int]:
    """Marks the quoted lines and gives the numbers of those that may be another mark."""
    suspects = []
    known = _SUSPECTS
    for number, line in enumerate(lines):
        first = line[:1]
        if first == ">":
            kinds[number] = _QUOTED
        elif line[:2] in known or line[-1:] == ":":
            suspects.append(number)
        elif first in " \t\r*\xa0" and line:
            line = line.strip()
            if line[:1] == ">":
                kinds[number] = _QUOTED
            elif line[:2] in known or line[-1:] == ":":
                suspects.append(number)
        elif line[-1:] in " \r" and line.rstrip()[-1:] == ":":
            suspects.append(number)
    return suspects


class _Reading:
    """One body while its lines are being told apart."""

    def __init__(self, lines: list[str], kinds: bytearray) -> None:
        self.lines = lines
        self.kinds = kinds
        self.end = len(lines)
        self.signature = -1  # where an open signature began
        self.last_quoted = kinds.rfind(_QUOTED)

    def judge(self, suspects: list[int]) -> None:
        """Decides on each suspect in turn; closings last, when it is known what stands below them."""
        done = 0
        trailing = []
        for number in suspects:
            line = self.lines[number].strip()
            if number < done or len(line) > LONGEST_MARK:
                continue
            two = line[:2]
            if line[-1:] == ":" and (start := self.attribution(number, line)) >= 0:
                self.close_signature(start)
                done = self.drop_attribution(start, number)
            elif (
                two in CLOSING_STARTS and CLOSINGS.match(line) or two in MOBILE_STARTS and MOBILE_SIGNATURE.match(line)
            ):
                trailing.append(number)
            elif (start := self.header_block(number, line)) >= 0:
                self.close_signature(start)
                done = self.drop_message(start, number)
            elif line in ("--", "—") and self.signature < 0:
                self.signature = number
            elif two in ("__", "--", "==", "**", "~-") and self.is_footer(number, line):
                self.close_signature(number)
                done = self.drop_footer(number)
        self.close_signature(self.end)
        for number in reversed(trailing):
            if not self.kinds[number]:
                self.mark_closing(number)

    def mark(self, start: int, end: int, kind: int) -> None:
        for number in range(start, end):
            if not self.kinds[number]:
                self.kinds[number] = kind

    def next_line(self, number: int) -> int:
        """The next line below that is not empty, or the end."""
        number += 1
        while number < self.end and not self.lines[number].strip():
            number += 1
        return number

    def attribution(self, number: int, line: str) -> int:
        """Where the attribution that ends in this line begins ("On Monday … ⏎ wrote:"), -1 when it is none."""
        verb = ATTRIBUTION_VERBS.search(line)
        if verb is None:
            return number if _DATED_SENDER.search(line) or QUOTE_BANNER_BARE.match(line) else -1
        start = self.attribution_start(number)
        whole = " ".join(self.lines[start : number + 1])
        below = self.next_line(number)
        dated = bool(_DATE_OR_SENDER.search(whole))
        if below < self.end and self.kinds[below] == _QUOTED:
            if dated or len(line[: verb.start()].split()) <= LONGEST_BARE_ATTRIBUTION:
                return start
        elif start < number or ATTRIBUTION_OPENERS.match(line):
            if dated and _TIME_OR_SENDER.search(whole):
                return start
        return -1

    def attribution_start(self, number: int) -> int:
        if ATTRIBUTION_OPENERS.match(self.lines[number]):
            return number
        for start in range(number - 1, max(number - LONGEST_ATTRIBUTION, -1), -1):
            line = self.lines[start].strip()
            if not line or self.kinds[start] or line[-1:] in ".!?":
                break
            if ATTRIBUTION_OPENERS.match(line) and _DATE_OR_SENDER.search(" ".join(self.lines[start : number + 1])):
                return start
        return number

    def drop_attribution(self, start: int, number: int) -> int:
        """Drops it; and what follows, where no line anywhere below it is marked as quoted."""
        self.mark(start, number + 1, _DROPPED)
        if self.last_quoted > number:
            return number + 1
        return self.drop_rest(number + 1)

    def header_block(self, number: int, line: str) -> int:
        """Where a message quoted under its own header begins: a banner, or From, Sent, To, Subject; else -1."""
        if line[:2] in ("--", "__", "==", "**", "- ") and QUOTE_BANNER.match(line) and not QUOTE_END.match(line):
            return number
        if not QUOTE_HEADER.match(line):
            return -1
        fields, subject = self.count_fields(number)
        if QUOTE_FROM.match(line) and fields >= 3 or subject and fields >= 3:
            return self.block_start(number)
        return -1

    def count_fields(self, number: int) -> tuple[int, bool]:
        fields, subject, blanks = 0, False, 0
        for below in range(number, min(number + LONGEST_HEADER_BLOCK, self.end)):
            line = self.lines[below]
            if not line.strip():
                blanks += 1
                if blanks > 1 or fields > 2:
                    break
            elif self.kinds[below]:
                break
            elif QUOTE_HEADER.match(line):
                fields += 1
                if QUOTE_SUBJECT.match(line):
                    subject = True
                    break
        return fields, subject

    def block_start(self, number: int) -> int:
        """Up over the rule, and over Lotus Notes' name and date, that stand on top of a block."""
        start = number
        for above in range(number - 1, max(number - 5, -1), -1):
            line = self.lines[above].strip()
            if not line:
                continue
            if self.kinds[above] or not (_RULE.match(line) or _LOTUS_DATE.search(line) and len(line) < 90):
                break
            start = above
        if start < number and start > 0 and _LOTUS_DATE.match(self.lines[start].strip()):
            name = self.lines[start - 1].strip()
            if name and len(name.split()) <= 4 and name[-1] not in ".!?:,":
                start -= 1
        return start

    def drop_message(self, start: int, number: int) -> int:
        """Drops the block; and the message below it, down to its end banner, the end, or only where it is marked."""
        below = number + 1
        while below < min(number + LONGEST_HEADER_BLOCK, self.end):
            line = self.lines[below]
            if self.kinds[below] or line.strip() and not QUOTE_HEADER.match(line) and line[:1] not in " \t":
                break
            below += 1
        self.mark(start, below, _DROPPED)
        body = self.next_line(below - 1)
        if body < self.end and self.kinds[body] == _QUOTED:
            return below
        return self.drop_rest(below)

    def drop_rest(self, start: int) -> int:
        for number in range(start, self.end):
            line = self.lines[number]
            if line[:2] == "--" and QUOTE_END.match(line):
                self.mark(start, number + 1, _DROPPED)
                return number + 1
        self.mark(start, self.end, _DROPPED)
        return self.end

    def is_footer(self, number: int, line: str) -> bool:
        if not _RULE.match(line):
            return False
        below = [text for text in self.lines[number + 1 : number + 1 + LONGEST_FOOTER] if text.strip()]
        return any(_FOOTER.search(text) for text in below[:4])

    def drop_footer(self, number: int) -> int:
        end = number + 1
        while end < self.end and not self.kinds[end]:
            end += 1
        if sum(1 for line in self.lines[number:end] if line.strip()) > LONGEST_FOOTER:
            return number + 1
        self.mark(number, end, _DROPPED)
        return end

    def close_signature(self, end: int) -> None:
        """Ends an open signature at the next mark, or at the first quoted line below it."""
        if self.signature < 0:
            return
        start, self.signature = self.signature, -1
        quoted = self.kinds.find(_QUOTED, start, end)
        end = quoted if quoted >= 0 else end
        if sum(1 for line in self.lines[start:end] if line.strip()) <= LONGEST_SIGNATURE:
            self.mark(start, end, _SIGNATURE)

    def mark_closing(self, number: int) -> None:
        """ "Best regards, ⏎ Bo" is a signature where nothing but names and numbers stands between it and the end."""
        end = number + 1
        while end < self.end and not self.kinds[end]:
            end += 1
        below = [line.strip() for line in self.lines[number + 1 : end] if line.strip()]
        if len(below) > LONGEST_CLOSING:
            return
        if any(len(line) > LONGEST_CLOSING_LINE or _SENTENCE.match(line) or _POSTSCRIPT.match(line) for line in below):
            return
        if below and MOBILE_SIGNATURE.match(self.lines[number].strip()):
            return
        self.mark(number, end, _SIGNATURE)
