"""How the places of a day are shared: promises, people, whom to ask, and dates; never more than were asked for."""

from dataclasses import dataclass

PROMISES_IN, DATES_IN = 3, 4  # a third of the places for promises, a quarter for dates, while others wait
MOST_ASKED = 2  # people to ask how one can help: more would be a round of calls
ASKS_IN = 6  # places of a day to one of these
PROMISE_MINUTES, PERSON_MINUTES, ASK_MINUTES = 3, 5, 3  # chosen: a line is enough for most of it


@dataclass(frozen=True, slots=True)
class Places:
    """How many lines of each section a day shows."""

    promises: int
    people: int
    asks: int
    dates: int


def places(limit: int, promises: int, asks: int, dates: int) -> Places:
    """The places before it is known how many people there are; `people` is the most there may be."""
    kept = min(promises, max(limit // PROMISES_IN, 1))
    asked = min(asks, MOST_ASKED, max(limit // ASKS_IN, 1), max(limit - kept - 2, 0))
    days = min(dates, -(-limit // DATES_IN), max(limit - kept - asked - 1, 0))
    return Places(kept, max(limit - kept - asked - days, 0), asked, days)


def filled(shared: Places, people: int, asks: int, promises: int, dates: int) -> Places:
    """The same once it is known: places that nobody took go to further promises, then to further dates."""
    asked = min(shared.asks, asks)
    left = max(shared.people - people, 0) + shared.asks - asked
    more = min(left, promises - shared.promises)
    further = min(left - more, dates - shared.dates)
    return Places(shared.promises + more, people, asked, shared.dates + further)


def minutes(promises: int, people: int, asks: int) -> int:
    """About how long a day's lines take."""
    return promises * PROMISE_MINUTES + people * PERSON_MINUTES + asks * ASK_MINUTES
