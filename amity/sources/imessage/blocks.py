"""The messages of an exported chat: a line that says when, one that says who, and the words up to the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from amity.sources.byte_streams import Stream
from amity.sources.chats import MOST_TEXT
from amity.sources.json_files import lines_in

OWNER = "Me"
_WHEN = re.compile(
    r"(?P<indent> *)(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?P<day>\d\d), (?P<year>\d{4}) "
    r"[ ]?(?P<hour>\d{1,2}):(?P<minute>\d\d):(?P<second>\d\d) (?P<half>[AP]M)(?P<rest>.*)"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOON = 12
_REACTIONS = ("Tapbacks:", "Reactions:")
_REPLIED = "This message responded to an earlier message."
_FILE = re.compile(r"(?:attachments/|/|~/|\\|[A-Za-z]:\\).*\.\w{2,5}")
_NO_FILE = "Attachment missing!"


@dataclass(slots=True)
class Block:
    """One message. `rest` stands behind the moment: when it was read, or what the program itself tells."""

    line: int
    at: datetime | None
    rest: str
    sender: str = ""
    words: list[str] = field(default_factory=list)
    size: int = 0
    media: int = 0
    has_ended: bool = False

    @property
    def is_notice(self) -> bool:
        """Whether the program tells of a group: who joined, how it is called now."""
        return bool(self.rest) and not self.rest.startswith("(")

    @property
    def text(self) -> str:
        """What was written, without reactions, files and the answers that stand indented below it."""
        return "\n".join(self.words).strip()


def is_when(line: str) -> bool:
    """Whether a line says when, as "May 17, 2022  5:29:42 PM (Read by you after 3 seconds)"."""
    return _WHEN.fullmatch(line) is not None


def blocks_of(stream: Stream) -> Iterator[Block]:
    """Every message of a file in order, and stray text above as one without a moment; raises UnreadableError."""
    now: Block | None = None
    for number, line in enumerate(lines_in(stream), 1):
        found = _WHEN.fullmatch(line) if line is not None and line[-2:] else None
        if found and not found["indent"]:
            if now:
                yield now
            now = Block(number, _moment(found), found["rest"].strip())
        elif now is None:
            if line is None or line.strip():
                now = Block(number, None, "", has_ended=True)
        else:
            _add(now, line, is_answer=found is not None)
    if now:
        yield now


def _add(block: Block, line: str | None, *, is_answer: bool) -> None:
    block.has_ended = block.has_ended or is_answer or line in _REACTIONS
    if line is None or block.has_ended or block.is_notice:
        return
    if not block.sender:
        block.sender = line.strip()
    elif line == _NO_FILE or _FILE.fullmatch(line):
        block.media += 1
    elif line != _REPLIED and block.size <= MOST_TEXT:
        block.words.append(line)
        block.size += len(line) + 1


def _moment(found: re.Match[str]) -> datetime | None:
    """What the clock of the exporting computer showed."""
    hour = int(found["hour"]) % _NOON + (_NOON if found["half"] == "PM" else 0)
    month = _MONTHS.index(found["month"]) + 1
    day = (int(found["year"]), month, int(found["day"]))
    try:
        return datetime(*day, hour, int(found["minute"]), int(found["second"]), tzinfo=UTC)
    except ValueError:
        return None
