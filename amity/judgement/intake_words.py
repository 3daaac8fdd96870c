"""What is said of an intake: how far it came, and what came of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from amity.judgement.wording import capital, listed, spell

LEAST_TO_ESTIMATE = 0.02  # of the whole: from less nobody can tell how much there will be
NOW_ON = "now_on"  # among an intake's options
MINUTE, HOUR = 60, 3600  # seconds


def reading_words(found: int, cards: int, fraction: float, now_on: date | None = None) -> str:
    """ "38,560 of about 61,000 letters, now in March 2019", "412 cards so far"; `now_on` is the last letter's day."""
    if not found and not cards:
        return "Just begun"
    what = "letter" if found else "card"
    number = found or cards
    if LEAST_TO_ESTIMATE <= fraction < 1:
        far = f"{number:,} of about {_round(number / fraction):,} {what}s"
    else:
        far = f"{_number(number, what)} so far"
    return f"{far}, {now_in(now_on)}" if now_on else far


def now_in(day: date) -> str:
    """Where in the past a reading is: "now in March 2019"."""
    return f"now in {day:%B %Y}"


def now_on(options: Mapping[str, Any]) -> date | None:
    """The day of the last dated letter that was read, from what an intake keeps beside its counts."""
    kept = options.get(NOW_ON)
    return date.fromisoformat(kept) if kept else None


def came_words(counts: Mapping[str, int]) -> str:
    """What an intake brought, in a line: "2,301 letters, 96 people", "nothing new"."""
    parts = [
        _number(counts[key], what) for key, what in (*_BROUGHT, ("cards_changed", "changed card")) if counts.get(key)
    ]
    return ", ".join(parts) or "nothing new"


def report_sentences(counts: Mapping[str, int]) -> tuple[str, ...]:
    """What came of it, each a sentence: new, there already, left aside, not understood."""
    brought = [_number(counts.get(key, 0), what) for key, what in _BROUGHT if counts.get(key)]
    there = [_number(counts.get(key, 0), what) for key, what in _THERE if counts.get(key)]
    sentences = [f"{capital(listed(brought))} came in new." if brought else "Nothing in it was new."]
    if counts.get("cards_changed"):
        was = "was" if counts["cards_changed"] == 1 else "were"
        sentences.append(f"{capital(_number(counts['cards_changed'], _CHANGED[1]))} {was} brought up to date.")
    if there:
        was = "was" if sum(counts.get(key, 0) for key, _ in _THERE) == 1 else "were"
        sentences.append(f"{capital(listed(there))} {was} here already and came in once only.")
    if counts.get("aside"):
        sentences.append(f"{capital(_number(counts['aside'], 'thing'))} left aside, for the reasons below.")
    if counts.get("problems"):
        sentences.append(f"{capital(_number(counts['problems'], 'place'))} could not be understood, or only in part.")
    return tuple(sentences)


def lasted_words(seconds: float) -> str:
    """ "11 seconds", "4 minutes", "2 hours"."""
    if seconds < MINUTE:
        return _number(max(round(seconds), 1), "second")
    if seconds < HOUR:
        return _number(round(seconds / MINUTE), "minute")
    return _number(round(seconds / HOUR), "hour")


_BROUGHT = (("new", "letter"), ("cards_new", "card"), ("people", "new address"))
_CHANGED = ("cards_changed", "changed card")
_THERE = (("there", "letter"), ("cards_there", "card"))


def _number(number: int, what: str) -> str:
    plural = what if number == 1 else f"{what}es" if what.endswith("s") else f"{what}s"
    return f"{number:,} {plural}" if number > 12 else f"{spell(number)} {plural}"


def _round(number: float) -> int:
    """To two figures: an estimate says no more than it knows."""
    step: int = 10 ** max(len(str(int(number))) - 2, 0)
    return round(number / step) * step
