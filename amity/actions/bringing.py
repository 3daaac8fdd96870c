"""What one run of an intake carries along: for whom, whose addresses are their own, what was counted."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from amity.actions.address_book import AddressBook
from amity.lib import clock
from amity.lib.text import clean, shorten
from amity.lib.viewer import Viewer
from amity.records.bulk import moment_writer, new_keys
from amity.sources.found import Problem

EXAMPLES = 3  # of each reason, kept to be looked at
LONGEST = 500  # characters of a place, and of a reason
MOST_ADDRESSES = 2_000  # counted to tell the owner's


@dataclass(slots=True)
class Aside:
    """How many were left out for one reason, with a few examples."""

    count: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Tally:
    """What is counted while reading, as plain JSON keeps it."""

    counts: dict[str, int] = field(default_factory=dict)
    aside: dict[str, Aside] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changes: list[uuid.UUID] = field(default_factory=list)  # what was done to what was known before

    def add(self, what: str, number: int = 1) -> None:
        """Count something."""
        self.counts[what] = self.counts.get(what, 0) + number

    def leave(self, why: str, example: str) -> None:
        """Count something that was left out, and why."""
        reason = self.aside.get(why)
        if reason is None:
            reason = self.aside[why] = Aside()
        reason.count += 1
        if len(reason.examples) < EXAMPLES:
            reason.examples.append(clean(shorten(example, 120)))

    def missed(self, problem: Problem) -> None:
        """Remember what could not be understood; no problem is dropped."""
        self.problems.append(problem)
        self.add("problems")


@dataclass(slots=True)
class Mailbox:
    """How often addresses stood where only their owner stands: in "sent" folders, and as places of delivery."""

    letters: int = 0
    in_sent: int = 0
    with_delivery: int = 0
    by_list: int = 0
    sent: dict[str, int] = field(default_factory=dict)
    delivered: dict[str, int] = field(default_factory=dict)

    def note_sent(self, address: str) -> None:
        """A letter in a folder of sent mail."""
        self.in_sent += 1
        if address in self.sent or len(self.sent) < MOST_ADDRESSES:
            self.sent[address] = self.sent.get(address, 0) + 1

    def note_delivered(self, addresses: tuple[str, ...]) -> None:
        """A letter that says where it was delivered."""
        self.with_delivery += 1
        for address in addresses:
            if address in self.delivered or len(self.delivered) < MOST_ADDRESSES:
                self.delivered[address] = self.delivered.get(address, 0) + 1


@dataclass(slots=True)
class Bringing:
    """One run. `own` maps the member's own addresses to the keys of their rows; keys are 16 bytes, made once."""

    viewer: Viewer
    intake: uuid.UUID
    own: dict[str, bytes]
    keep_text: bool
    keys: Iterator[bytes]
    book: AddressBook
    mailbox: Mailbox
    now: datetime
    moment: Callable[[datetime], Any]
    network_key: bytes
    member_key: bytes
    intake_key: bytes

    @classmethod
    def begin(
        cls, viewer: Viewer, intake: uuid.UUID, own: dict[str, bytes], mailbox: Mailbox, *, keep_text: bool
    ) -> "Bringing":
        """A run with an empty memory."""
        keys = new_keys()
        return cls(
            viewer=viewer,
            intake=intake,
            own=own,
            keep_text=keep_text,
            keys=keys,
            book=AddressBook(viewer, intake, keys),
            mailbox=mailbox,
            now=clock.now(),
            moment=moment_writer(),
            network_key=viewer.network.bytes,
            member_key=viewer.member.bytes,
            intake_key=intake.bytes,
        )
