"""How a timeline tells what happened: who did it, the silences between, and how old news is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amity.judgement.vocabulary import Channel, Direction
from amity.judgement.wording import MONTH, YEAR, capital, listed, spell

FEWEST_QUIET_DAYS = 60  # a shorter silence is not worth a line
MONTHS_SAID_UNTIL = 24
STALE_AFTER_DAYS = 90  # our own choice: in a season much changes in a life
MOST_NAMED = 3
HOUR = 60  # minutes

_WROTE = frozenset({Channel.MAIL, Channel.MESSAGE, Channel.LETTER})
_LABELS = {"work": "Works at", "title": "Works as", "other": "Also", "web": "On the web"}
_TOGETHER = {Channel.IN_PERSON: "You met", Channel.CALL: "A call", Channel.VIDEO: "A video call"}


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as far as its words need it. `crowd`: how many others took part when they are not named."""

    channel: Channel
    direction: Direction
    others: Sequence[str] = ()
    crowd: int = 0
    minutes: int | None = None
    private: bool = False
    by_them: bool = True  # of a letter: this person wrote it, not somebody else to both


def who_did(told: Told) -> str:
    """ "They wrote.", "You wrote, to Beata as well.", "You met, with Beata, two hours.", "Your note." """
    others = _others(told)
    if told.channel is Channel.NOTE:
        alone = ", for you alone" if told.private else ""
        return f"Your note{_about(others)}{alone}."
    if told.channel in _WROTE:
        return f"{_writer(told)}{f', to {others} as well' if others else ''}."
    lasted = f", {_for(told.minutes)}" if told.minutes else ""
    return f"{_TOGETHER[told.channel]}{f', with {others}' if others else ''}{lasted}."


def silence_between(earlier: date, later: date) -> str:
    """What stands between two entries far apart: "Five quiet months", "Three quiet years", else ""."""
    days = (later - earlier).days
    if days < FEWEST_QUIET_DAYS:
        return ""
    months = round(days / MONTH)
    if months < MONTHS_SAID_UNTIL:
        return f"{capital(spell(months))} quiet months"
    return f"{capital(spell(round(days / YEAR)))} quiet years"


def is_stale(noted: date, today: date) -> bool:
    """Whether news is so old that one should ask before assuming."""
    return (today - noted).days > STALE_AFTER_DAYS


def noted_words(source: str, noted: date | None, today: date) -> str:
    """Where and when something was learned: "your note, 20 June", "contacts card, 2019"."""
    if noted is None:
        return source
    when = f"{noted.day} {noted:%B}" if _is_of_this_year(noted, today) else f"{noted.year}"
    return f"{source}, {when}" if source else when


def is_news(told: Told) -> bool:
    """Whether an entry says how they are: their own words, a meeting or call, a note of the owner's."""
    return told.channel not in _WROTE or (told.direction is not Direction.OUT and told.by_them)


def known_from(source: str) -> str:
    """Where a fact is from, as a sentence: "Known from your note.", "You know this." """
    return f"Known from {source}." if source else "You know this."


def fact_label(kind: str) -> str:
    """What stands before a fact: "lives_in" is "Lives in"."""
    return _LABELS.get(kind) or capital(kind.replace("_", " "))


def _is_of_this_year(noted: date, today: date) -> bool:
    return noted.year == today.year or (today - noted).days < 180


def _writer(told: Told) -> str:
    if told.direction is Direction.OUT:
        return "You wrote"
    if told.direction is Direction.BOTH:
        return "You wrote to each other"
    return "They wrote" if told.by_them else "They were written to, as you were"


def _others(told: Told) -> str:
    if told.crowd:
        return f"{spell(told.crowd)} others"
    named = list(told.others)
    if len(named) > MOST_NAMED:
        named = [*named[: MOST_NAMED - 1], f"{spell(len(named) - MOST_NAMED + 1)} others"]
    return listed(named) if named else ""


def _about(others: str) -> str:
    return f", about {others} too" if others else ""


def _for(minutes: int) -> str:
    if minutes < HOUR:
        return f"{minutes} minutes"
    hours = round(minutes / HOUR)
    return "an hour" if hours == 1 else f"{spell(hours)} hours"
