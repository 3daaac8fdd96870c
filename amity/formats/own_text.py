"""What the writer of a message wrote themselves: quotes, their headers and the signature taken out, line by line.

    Gladly, Thursday suits me.                        own
    -- ⏎ Bo Berg ⏎ +44 20 7946 0123                   signature
    On 3 May 2024 at 10:02, Ada <ada@…> wrote:        attribution
    > Shall we meet?                                  quoted

Nothing is cut "from here on" while the rest may hold the writer's words: answers below and between quotes stay.
"""

import re
from dataclasses import dataclass

from amity.formats.body_lines import OWN, QUOTED, RULES, SIGNATURE, BodyLines
from amity.formats.quote_words import CLOSING_STARTS, HEADER_STARTS, MOBILE_STARTS
from amity.formats.quotes import attribution_start, drop_attribution, drop_message, is_message_header, message_start
from amity.formats.signatures import (
    ARMOUR,
    drop_armour,
    drop_list_footer,
    is_list_footer,
    mark_closing,
    mark_dashed_name,
    mark_named,
    mark_signature,
    may_close,
)

LONGEST_MARK = 400  # characters; a longer line is prose and no mark of any kind
LONGEST_FIELD_NAME = 24  # characters of "Enviado el:" and its kin

_MANY_BLANKS = re.compile(r"\n{3,}")
_BEFORE_A_MARK = " \t\r*\xa0"  # what may stand before a mark on its line
_SIGNATURE_LINES = ("--", "—")
# The first two letters of every line that may be a mark; any other line costs one look into this set.
_SUSPECTS = (
    frozenset({"--", "__", "==", "**", "~-", "—", "*F", "*V", "*D", "Be", "Sp"})
    | HEADER_STARTS
    | CLOSING_STARTS
    | MOBILE_STARTS
)


@dataclass(frozen=True, slots=True)
class OwnText:
    """The writer's own words, and the signature that stood below them."""

    text: str
    signature: str = ""


def own_text(body: str, writer: str = "") -> OwnText:
    """The writer's own words in a plain text body; `writer`, their name, may begin a signature. Never raises."""
    lines = BodyLines(body)
    suspects = _find_suspects(lines)
    if suspects:
        _judge(lines, suspects)
    if " " in writer and writer in body:
        mark_named(lines, writer)
    if lines.kinds.count(OWN) == lines.end:
        return OwnText(_tidy(lines.lines))
    signature = _tidy(lines.of(SIGNATURE)).removeprefix("--").strip() if SIGNATURE in lines.kinds else ""
    return OwnText(_tidy(lines.of(OWN)), signature)


def _find_suspects(body: BodyLines) -> list[int]:
    """Marks the quoted lines and gives the numbers of those that may be another mark."""
    suspects = []
    known, kinds = _SUSPECTS, body.kinds
    for number, line in enumerate(body.lines):
        if not line:
            continue
        first = line[0]
        if first == ">":
            kinds[number] = QUOTED
        elif line[-1] == ":" or line[:2] in known:
            suspects.append(number)
        elif first in _BEFORE_A_MARK or line[-1] in " \r":
            line = line.strip()
            if line[:1] == ">":
                kinds[number] = QUOTED
            elif line[-1:] == ":" or line[:2] in known:
                suspects.append(number)
    return suspects


def _judge(body: BodyLines, suspects: list[int]) -> None:
    """Decides on each suspect in turn; closings last, when it is known what stands below them."""
    done, signature = 0, -1  # `signature`: where an open one began; the next mark ends it
    closings = []
    for number in suspects:
        line = body.lines[number].strip()
        if number < done or not 0 < len(line) <= LONGEST_MARK:
            continue
        if may_close(line):
            closings.append(number)
            continue
        opens = line in _SIGNATURE_LINES
        span = (number, number) if opens else _drop_mark(body, number, line)
        if span:
            start, done = span
            if signature >= 0:
                mark_signature(body, signature, start)
            signature = number if opens else -1
    if signature >= 0:
        mark_signature(body, signature, body.end)
    mark_dashed_name(body)
    for number in reversed(closings):
        if not body.kinds[number]:
            mark_closing(body, number)


def _drop_mark(body: BodyLines, number: int, line: str) -> tuple[int, int] | None:
    """Drops the mark that this line is or ends, and what belongs to it; where it began, and where reading goes on."""
    if line[-1] == ":" and (start := attribution_start(body, number, line)) >= 0:
        return start, drop_attribution(body, start, number)
    if (":" in line[:LONGEST_FIELD_NAME] or line[0] in RULES) and is_message_header(body, number, line):
        start = message_start(body, number)
        return start, drop_message(body, start, number)
    if line in ARMOUR:
        return number, drop_armour(body, number, line)
    if line[0] in RULES and is_list_footer(body, number, line):
        return number, drop_list_footer(body, number)
    return None


def _tidy(lines: list[str]) -> str:
    text = "\n".join(lines)
    if " \n" in text or "\t\n" in text or "\r" in text:
        text = "\n".join([line.rstrip() for line in lines])
    return (_MANY_BLANKS.sub("\n\n", text) if "\n\n\n" in text else text).strip()
