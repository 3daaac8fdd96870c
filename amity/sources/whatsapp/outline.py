"""What a whole chat tells before its first message is read: how its lines look, how it writes dates, and who wrote."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from amity.formats.clock_words import is_known_word
from amity.formats.date_order import DateOrder, Order
from amity.sources.whatsapp.lines import Head, Style, head_of, is_media, is_of_group, is_own_words, sender_of

LONGEST_LINE = 1024 * 1024  # bytes read at a time; what is longer goes on in the next piece
MOST_STYLES = 8
MOST_SENDERS = 5_000
MOST_SHOWN = 40  # characters of an unknown word


@dataclass(frozen=True, slots=True)
class Outline:
    """What was found out in one reading of a whole file.

    style     None where no line begins as WhatsApp's do
    order     None where it cannot be told which number of a date is the day
    titled    in whose name WhatsApp wrote the very first line: the partner of a chat of two, or a group's name
    senders   everybody who wrote, with how much
    strays    lines in another style, and the first of them: pasted, or of another phone
    unknown   a word beside the hour that is not understood
    """

    style: Style | None
    order: Order | None
    dates: tuple[str, str] = ("", "")
    titled: str = ""
    senders: dict[str, int] = field(default_factory=dict)
    messages: int = 0
    media: int = 0
    notices: int = 0
    of_group: bool = False
    strays: int = 0
    first_stray: int = 0
    unknown: str = ""


@dataclass(slots=True)
class _Seen:
    dates: DateOrder
    lines: int = 0
    first_line: int = 0
    first_date: str = ""
    last_date: str = ""
    titled: str = ""
    senders: dict[str, int] = field(default_factory=dict)
    messages: int = 0
    media: int = 0
    notices: int = 0
    of_group: bool = False
    unknown: str = ""

    def add(self, head: Head) -> None:
        self.dates.add(head.date)
        self.first_date = self.first_date or head.date
        self.last_date = head.date
        if head.half and not is_known_word(head.half):
            self.unknown = head.half[:MOST_SHOWN]
        sender, text = sender_of(head.rest)
        if not sender or is_own_words(text):
            self.titled = sender if not self.lines else self.titled
            self.notices += 1
            self.of_group = self.of_group or is_of_group(text)
        elif sender in self.senders or len(self.senders) < MOST_SENDERS:
            self.senders[sender] = self.senders.get(sender, 0) + 1
            self.messages += 1
            self.media += is_media(text)
        else:
            self.messages += 1
        self.lines += 1


def outline_of(path: str, latest: datetime) -> Outline:
    """Read a file through once; raises OSError."""
    styles: dict[Style, _Seen] = {}
    others = first_other = 0
    for number, (line, _) in enumerate(lines_of(path, 0), 1):
        head = head_of(line)
        if head is None:
            continue
        seen = styles.get(head.style)
        if seen is None:
            if len(styles) == MOST_STYLES:
                others, first_other = others + 1, first_other or number
                continue
            seen = styles[head.style] = _Seen(DateOrder(latest.date()), first_line=number)
        seen.add(head)
    if not styles:
        return Outline(None, None)
    style = max(styles, key=lambda one: styles[one].lines)
    strays = [seen for one, seen in styles.items() if one != style]
    first = min([first_other or 1 << 60, *(seen.first_line for seen in strays)])
    return _outline(style, styles[style], others + sum(seen.lines for seen in strays), first)


def _outline(style: Style, seen: _Seen, strays: int, first_stray: int) -> Outline:
    return Outline(
        style=style,
        order=seen.dates.judged(),
        dates=(seen.first_date, seen.last_date),
        titled=seen.titled,
        senders=seen.senders,
        messages=seen.messages,
        media=seen.media,
        notices=seen.notices,
        of_group=seen.of_group,
        strays=strays,
        first_stray=first_stray if strays else 0,
        unknown=seen.unknown,
    )


def lines_of(path: str, start: int) -> Iterator[tuple[str, int]]:
    """Every line behind byte `start`, without its end, and the byte where the next begins; raises OSError."""
    with open(path, "rb") as file:
        file.seek(start)
        reached = start
        while raw := file.readline(LONGEST_LINE):
            reached += len(raw)
            yield raw.decode("utf-8", "replace").rstrip("\r\n"), reached
