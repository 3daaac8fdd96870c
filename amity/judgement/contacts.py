"""What a tie is judged by: dated contacts, and the days they fall on.

CONTACT      one thing that happened between you and one person. Notes, machine mail and list mail are none.
CONTACT-DAY  a day with at least one contact. Ten mails on one day are one day on which you were in touch.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import log, sqrt
from operator import attrgetter

from amity.judgement.vocabulary import Channel, Direction

MOST_OTHERS = 10  # a letter to more people than this speaks to nobody in particular
SAME_DAY_BONUS = 0.25  # several contacts on one day weigh a little more than one

# Our own choice, not science: what one contact is worth beside a personal letter by mail.
UNITS = {
    Channel.IN_PERSON: 3.0,
    Channel.CALL: 2.0,
    Channel.VIDEO: 2.0,
    Channel.LETTER: 2.0,
    Channel.MAIL: 1.0,
    Channel.MESSAGE: 1.0,
}
WRITTEN = frozenset({Channel.MAIL, Channel.MESSAGE, Channel.LETTER})
SPOKEN = frozenset({Channel.CALL, Channel.VIDEO})


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact with one person. `others`: how many people beside the owner took part, this person included."""

    day: date
    channel: Channel
    direction: Direction
    others: int = 1


@dataclass(frozen=True, slots=True)
class ContactDay:
    """One day of a tie.

    value     channel units, before age is taken into account
    outward   share of the day's contacts that the owner began, 0 to 1; a half where nobody said
    """

    day: date
    value: float
    outward: float
    met: bool
    spoke: bool
    wrote: bool
    sent: bool
    received: bool

    @property
    def answered(self) -> bool:
        """Whether the other person took part: they wrote, or it was a call or a meeting."""
        return self.received or self.met or self.spoke

    @property
    def offered(self) -> bool:
        """Whether the owner took part."""
        return self.sent or self.met or self.spoke


def counts(contact: Contact) -> bool:
    """Whether a contact says anything about a tie: notes and letters to a crowd do not."""
    if contact.channel not in UNITS:
        return False
    return contact.others <= MOST_OTHERS or contact.channel not in WRITTEN


def contact_days(contacts: Iterable[Contact], today: date) -> list[ContactDay]:
    """The days of the contacts that count, oldest first, none later than `today`."""
    kept = [contact for contact in contacts if contact.day <= today and counts(contact)]
    kept.sort(key=_DAY)
    return [_one_day(day, list(group)) for day, group in groupby(kept, key=_DAY)]


_DAY = attrgetter("day")
_OUTWARD = {Direction.OUT: 1.0, Direction.BOTH: 0.5, Direction.IN: 0.0}


def _one_day(day: date, group: list[Contact]) -> ContactDay:
    best = max(UNITS[c.channel] / sqrt(max(c.others, 1)) for c in group)
    channels = {c.channel for c in group}
    directions = {c.direction for c in group}
    return ContactDay(
        day=day,
        value=best * (1 + SAME_DAY_BONUS * log(len(group))),
        outward=sum(_OUTWARD[c.direction] for c in group) / len(group),
        met=Channel.IN_PERSON in channels,
        spoke=not SPOKEN.isdisjoint(channels),
        wrote=not WRITTEN.isdisjoint(channels),
        sent=Direction.OUT in directions or Direction.BOTH in directions,
        received=Direction.IN in directions or Direction.BOTH in directions,
    )
