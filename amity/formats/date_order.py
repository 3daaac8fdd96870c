"""Three numbers that are a date: which is the day, and which the month, is told by a whole file, never by one line."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EARLIEST = date(1990, 1, 1)  # before it nobody's phone kept messages
CENTURY = 2000
BUDDHIST_FROM, BUDDHIST = 2400, 543  # years as Thailand counts them
DAMAGED_SHARE = 20  # one date in so many may be nonsense
CLEARLY_MORE = 3  # steps back in time

_NUMBERS = re.compile(r"\d+")


class Order(StrEnum):
    """In which order the three numbers stand."""

    DAY = "day first"
    MONTH = "month first"
    YEAR = "year first"


# What those who write so mean by it; the second only where the first is impossible. Nobody writes 5.1.24 for May 1st.
_USUAL = {".": (Order.DAY,), "-": (Order.DAY,), "/": (Order.DAY, Order.MONTH)}
_ELSE = {
    ".": (Order.YEAR, Order.MONTH),
    "-": (Order.YEAR, Order.MONTH),
    "/": (Order.YEAR,),
}


def day_of(text: str, order: Order, latest: date, earliest: date = EARLIEST) -> date | None:
    """ "01.05.24" as a date in this order; None where there is no such day, or none that can have been."""
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    if len(numbers) != 3:  # noqa: PLR2004 - a date has three numbers
        return None
    if order is Order.YEAR:
        year, month, day = numbers
    elif order is Order.DAY:
        day, month, year = numbers
    else:
        month, day, year = numbers
    try:
        found = date(_whole_year(year, latest), month, day)
    except (ValueError, OverflowError):
        return None
    return found if earliest <= found <= latest else None


def _whole_year(year: int, latest: date) -> int:
    if year >= BUDDHIST_FROM:
        return year - BUDDHIST
    if year >= 100:  # noqa: PLR2004 - written whole
        return year
    ours, theirs = year + CENTURY, year + BUDDHIST_FROM + 100 - BUDDHIST
    return theirs if ours > latest.year >= theirs else ours


@dataclass(slots=True)
class _Track:
    """What one order makes of all dates: how many are impossible, how often time goes back, the day it came to."""

    impossible: int = 0
    back: int = 0
    last: date = EARLIEST


class DateOrder:
    """Hears the dates of a file in their order, and tells which order they are written in, where only one is likely.

    Messages stand in the order of time: an order that makes time jump back and forth is the wrong one.
    """

    def __init__(self, latest: date) -> None:
        self._latest = latest
        self._tracks = {order: _Track() for order in Order}
        self._count = 0
        self._same = True  # day first and month first came to the same days so far
        self._last = ""
        self.separator = ""
        self._long_first = True

    def add(self, text: str) -> None:
        """One more date as it stands in the file."""
        if text == self._last:
            return
        self._last = text
        days = {order: day_of(text, order, self._latest) for order in Order}
        if not any(days.values()):
            return  # no date in any order: damaged
        self._count += 1
        first = _NUMBERS.search(text)
        self._long_first = self._long_first and first is not None and len(first[0]) > 2  # noqa: PLR2004 - "2024"
        self.separator = self.separator or next((c for c in text if c in "./-"), "")
        self._same = self._same and days[Order.DAY] == days[Order.MONTH]
        for order, day in days.items():
            track = self._tracks[order]
            if day is None:
                track.impossible += 1
                continue
            # a clock that is put back at midnight is no step back in time
            track.back += day < track.last - timedelta(days=1)
            track.last = day

    def judged(self) -> Order | None:
        """The order all dates are written in; None when it cannot be told, or when they are no dates."""
        if not self._count:
            return None
        if self._long_first:
            return Order.YEAR if self._reads(Order.YEAR) else None
        usual = _USUAL.get(self.separator, ())
        if self._last.endswith("."):
            usual = (Order.DAY, Order.YEAR)  # "13. 5. 24." of Zagreb, "24. 5. 13." of Seoul
        for orders in (usual, _ELSE.get(self.separator, ())):
            likely = [order for order in orders if self._reads(order)]
            flawless = [order for order in likely if not self._tracks[order].impossible]
            if chosen := flawless or likely:
                return self._likeliest(chosen)
        return None

    def _reads(self, order: Order) -> bool:
        return self._tracks[order].impossible * DAMAGED_SHARE <= self._count

    def _likeliest(self, orders: list[Order]) -> Order | None:
        if len(orders) == 1 or (self._same and Order.YEAR not in orders):
            return orders[0]
        best, other = sorted(orders, key=lambda order: self._tracks[order].back)[:2]
        fewest, more = self._tracks[best].back, self._tracks[other].back
        if (fewest == 0 and more > 0) or more >= CLEARLY_MORE * (fewest + 1):
            return best
        return None
