"""The picture of a tie as numbers: where beads, ticks, the usual gap and the silence stand. Drawing is not done here.

Positions run from 0, where the picture begins, to 1, today. A usual gap may reach a little beyond today.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from amity.judgement.contacts import ContactDay

RECENT_DAYS = 396  # thirteen months, for lists
LARGE_DAYS = 3 * 366  # three years, for a person's page
LARGE_DAYS = 1096  # three years: on a person's page more would be a smear
LEAST_DAYS = 90  # a young tie is not stretched over the whole width
BEYOND_TODAY = 1.06
EPOCH = date(1970, 1, 1)  # days since then fit 16 bits until 2149
_ENTRY = struct.Struct("<HB")
_MET, _SPOKE, _WROTE, _SENT, _RECEIVED = 1, 2, 4, 8, 16


@dataclass(frozen=True, slots=True)
class Mark:
    """A day in touch as far as a picture needs it. `sent` and `received` may both be true."""

    day: date
    met: bool
    spoke: bool
    wrote: bool
    sent: bool
    received: bool


@dataclass(frozen=True, slots=True)
class YearMark:
    """Where a new year begins."""

    at: float
    year: int


@dataclass(frozen=True, slots=True)
class Beat:
    """Positions of everything in the picture.

    beads          days on which you met or spoke
    ticks          days on which only something was written, either way
    above, below   of the ticks: they wrote; you wrote (a day may stand in both)
    usual          the usual gap after the last contact, from and to; None when no rhythm is known
    silence_from   where the silence begins, None when you were in touch today; 0 when before the picture
    """

    beads: tuple[float, ...]
    ticks: tuple[float, ...]
    above: tuple[float, ...]
    below: tuple[float, ...]
    usual: tuple[float, float] | None
    silence_from: float | None
    years: tuple[YearMark, ...]


def recent_beat(marks: Iterable[Mark], last_day: date | None, rhythm_days: float | None, today: date) -> Beat:
    """The picture for lists: thirteen months. `last_day` may lie before them."""
    return _recent(_entries(marks), last_day, rhythm_days, today)


def whole_beat(marks: Iterable[Mark], last_day: date | None, rhythm_days: float | None, today: date) -> Beat:
    """The picture for a person's page: everything since the first of the marks."""
    return _whole(_entries(marks), last_day, rhythm_days, today)


def recent_beat_of(packed: bytes, last_day: date | None, rhythm_days: float | None, today: date) -> Beat:
    """`recent_beat` of what `pack_recent` stored, without a mark for each day: a page holds thousands."""
    return _recent(_ENTRY.iter_unpack(packed), last_day, rhythm_days, today)


def whole_beat_of(packed: bytes, last_day: date | None, rhythm_days: float | None, today: date) -> Beat:
    """`whole_beat` of what `pack_large` stored."""
    return _whole(_ENTRY.iter_unpack(packed), last_day, rhythm_days, today)


def marks_of(days: Iterable[ContactDay]) -> list[Mark]:
    """What a picture needs of contact-days."""
    return [Mark(d.day, d.met, d.spoke, d.wrote, d.sent, d.received) for d in days]


def pack_recent(marks: Iterable[Mark], today: date) -> bytes:
    """The last thirteen months in three bytes a day, to be stored beside a tie: a list needs no further query."""
    return _packed(marks, today, RECENT_DAYS)


def pack_large(marks: Iterable[Mark], today: date) -> bytes:
    """The last three years, packed alike, for the picture on a person's page."""
    return _packed(marks, today, LARGE_DAYS)


def unpack_recent(packed: bytes) -> list[Mark]:
    """What `pack_recent` or `pack_large` stored. It holds its own dates, so it may be read on any later day."""
    return [_mark(days, flags) for days, flags in _ENTRY.iter_unpack(packed)]


def _packed(marks: Iterable[Mark], today: date, days: int) -> bytes:
    since = today - timedelta(days=days)
    return b"".join(_ENTRY.pack(*entry) for entry in _entries(m for m in marks if since <= m.day <= today))


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    today: date

    def at(self, day: date) -> float:
        return (day - self.start).days / (self.today - self.start).days


Entry = tuple[int, int]  # a day since EPOCH, and its flags


def _entries(marks: Iterable[Mark]) -> Iterable[Entry]:
    return [((mark.day - EPOCH).days, _flags(mark)) for mark in marks]


def _recent(entries: Iterable[Any], last_day: date | None, rhythm_days: float | None, today: date) -> Beat:
    return _beat(entries, last_day, rhythm_days, _Scale(today - timedelta(days=RECENT_DAYS), today))


def _whole(entries: Iterable[Any], last_day: date | None, rhythm_days: float | None, today: date) -> Beat:
    kept: list[Entry] = list(entries)
    first = EPOCH + timedelta(days=min(kept)[0]) if kept else today
    start = min(first, today - timedelta(days=LEAST_DAYS))
    return _beat(kept, last_day, rhythm_days, _Scale(start, today))


def _beat(entries: Iterable[Any], last_day: date | None, rhythm_days: float | None, scale: _Scale) -> Beat:
    start, days = (scale.start - EPOCH).days, (scale.today - scale.start).days
    seen = [((day - start) / days, flags) for day, flags in entries if start <= day <= start + days]
    written = [(at, flags) for at, flags in seen if not flags & (_MET | _SPOKE)]
    return Beat(
        beads=tuple([at for at, flags in seen if flags & (_MET | _SPOKE)]),
        ticks=tuple([at for at, _ in written]),
        above=tuple([at for at, flags in written if flags & _RECEIVED]),
        below=tuple([at for at, flags in written if flags & _SENT]),
        usual=_usual(last_day, rhythm_days, scale),
        silence_from=_silence(last_day, scale),
        years=tuple(_years(scale)),
    )


def _usual(last_day: date | None, rhythm_days: float | None, scale: _Scale) -> tuple[float, float] | None:
    if last_day is None or rhythm_days is None:
        return None
    end = scale.at(last_day + timedelta(days=round(rhythm_days)))
    return (max(scale.at(last_day), 0.0), min(end, BEYOND_TODAY)) if end > 0 else None


def _silence(last_day: date | None, scale: _Scale) -> float | None:
    if last_day is None or last_day >= scale.today:
        return None
    return max(scale.at(last_day), 0.0)


def _years(scale: _Scale) -> Iterable[YearMark]:
    for year in range(scale.start.year + 1, scale.today.year + 1):
        yield YearMark(scale.at(date(year, 1, 1)), year)


def _flags(mark: Mark) -> int:
    return _MET * mark.met | _SPOKE * mark.spoke | _WROTE * mark.wrote | _SENT * mark.sent | _RECEIVED * mark.received


def _mark(days: int, flags: int) -> Mark:
    return Mark(
        EPOCH + timedelta(days=days),
        met=bool(flags & _MET),
        spoke=bool(flags & _SPOKE),
        wrote=bool(flags & _WROTE),
        sent=bool(flags & _SENT),
        received=bool(flags & _RECEIVED),
    )
