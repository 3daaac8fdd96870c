"""iMessage and text messages of Apple's devices, as imessage-exporter writes them to text, a file for each chat."""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from amity.judgement.vocabulary import Channel, PartyRole
from amity.sources.byte_streams import Stream, UnreadableError, opened, shown_size, unpacked_head
from amity.sources.chats import GROUP, RECEIVED, SENT, group_party, key_of, left_out, party, shown_text
from amity.sources.found import Counted, Cursor, Found, FoundInteraction, GoOn, Party, Problem
from amity.sources.imessage.blocks import OWNER, Block, blocks_of, is_when
from amity.sources.json_files import VALUES_BETWEEN_QUESTIONS, Things, read_steps, sample_steps, to_the_end
from amity.sources.messages import latest_date

SERVICE = "imessage"
FIRST_LINES = 3  # of which one must say when
MOST_SENDERS = 1_000
MOST_ALIKE = 5_000  # messages of one second that are told apart
_ID = re.compile(r" - \d+$")  # behind the name of a chat that is not the only one of that name


@dataclass(slots=True)
class Outline:
    """What a whole file tells: who writes beside the owner, and how much there is."""

    others: dict[str, None] = field(default_factory=dict)
    title: str = ""
    messages: int = 0
    media: int = 0
    notices: int = 0
    whole: bool = True

    @property
    def records(self) -> int:
        """How many messages there are."""
        return self.messages

    @property
    def is_group(self) -> bool:
        """Whether more than two talk; of a chat of two the program tells no news."""
        return len(self.others) > 1 or self.notices > 0 or ", " in self.title

    @property
    def partner(self) -> str:
        """The other of a chat of two: who wrote, else whom the file is named after."""
        return next(iter(self.others), self.title)


def recognise(path: str, head: bytes) -> str | None:
    """ "iMessage chat, 214 KB" for a text that begins with a moment as imessage-exporter writes it."""
    lines = unpacked_head(head).decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    if not any(is_when(line) for line in lines[:FIRST_LINES]) or "\0" in "".join(lines[:FIRST_LINES]):
        return None
    return f"iMessage chat, {shown_size(os.path.getsize(path) if os.path.isfile(path) else len(head))}"


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every message behind `cursor`, whose position is the number of the next."""
    return read_steps(path, cursor, _outline_at(path), _steps)


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` messages spread over the chat."""
    return sample_steps(path, count, _outline_at(path), _steps)


def count(path: str, go_on: GoOn) -> Counted:
    """How many messages there are."""
    try:
        with opened(path) as (stream, _):
            outline = _outline_at(path, go_on)(stream)
    except UnreadableError:
        return Counted(whole=False)
    return Counted(letters=outline.messages, whole=outline.whole)


def _outline_at(path: str, go_on: GoOn = to_the_end) -> Callable[[Stream], Outline]:
    return partial(_outline_of, _ID.sub("", os.path.splitext(os.path.basename(path))[0]), go_on)


def _outline_of(title: str, go_on: GoOn, stream: Stream) -> Outline:
    outline = Outline(title=title)
    try:
        for number, block in enumerate(blocks_of(stream)):
            if number % VALUES_BETWEEN_QUESTIONS == 0 and not go_on():
                outline.whole = False
                break
            if block.is_notice:
                outline.notices += 1
            elif block.sender:
                outline.messages += 1
                outline.media += block.media
                # A sender with nothing below may be cut short with the file, and nobody's name.
                said = block.media or block.words
                if said and block.sender != OWNER and len(outline.others) < MOST_SENDERS:
                    outline.others[block.sender] = None
    except UnreadableError:
        pass  # whatever came until here is read, and the damage told behind it
    return outline


def _steps(stream: Stream, outline: Outline) -> Iterator[Things]:
    yield tuple(left_out("the whole chat", outline.media, outline.notices, "the program"))
    latest, line = latest_date(), 0
    alike: Counter[bytes] = Counter()
    last: datetime | None = None
    try:
        for block in blocks_of(stream):
            line = block.line
            if block.at != last or len(alike) > MOST_ALIKE:
                alike.clear()
            last = block.at
            yield tuple(_found(block, outline, latest, alike))
    except UnreadableError as error:
        yield (Problem(f"behind line {line}", str(error)),)


def _found(block: Block, outline: Outline, latest: datetime, alike: Counter[bytes]) -> Iterator[Found | Problem]:
    where = f"line {block.line}"
    if block.is_notice:
        return  # counted, and said once
    if block.at is None or block.at > latest:
        yield Problem(where, "Here a line should say when a message was written; what stands there is something else.")
        return
    parties, folder = _parties(block, outline)
    if not block.sender or not parties:
        yield Problem(where, "It does not say from whom.")
        return
    text, shortened = shown_text(block.text, where)
    identity = "group" if outline.is_group else outline.partner
    key = key_of(SERVICE, identity, block.at.isoformat(), block.sender, text)
    alike[key] += 1
    if alike[key] > 1:
        key = key_of(key.hex(), str(alike[key]))
    yield FoundInteraction(
        key,
        block.at,
        Channel.MESSAGE,
        parties,
        outline.title if outline.is_group else "",
        text,
        signs=GROUP if outline.is_group else (),
        folder=folder,
        where=where,
        floating=True,
    )
    if shortened:
        yield shortened


def _parties(block: Block, outline: Outline) -> tuple[tuple[Party, ...], str]:
    sent = block.sender == OWNER
    if outline.is_group:
        writer = None if sent else party(PartyRole.FROM, SERVICE, block.sender)
        group = group_party(SERVICE, outline.title)
        return (writer, group) if writer else (group,), SENT if sent else ""
    other = party(PartyRole.TO if sent else PartyRole.FROM, SERVICE, outline.partner if sent else block.sender)
    return ((other,) if other else ()), SENT if sent else RECEIVED
