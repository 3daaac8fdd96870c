"""The ledger of promises in words: for when, where said, how it stands, in which order, and which ones Today shows."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from amity.judgement.day_words import WEEK_DAYS, day_ahead, long_day, needs_no_year, short_day, when_said
from amity.judgement.due import Due, is_soon, speaks_from
from amity.judgement.telling import noted_words
from amity.judgement.vocabulary import PromiseState
from amity.judgement.wording import capital, count, span, spell

IN_DAYS_UNTIL = 28  # days ahead that are counted as days
RECENT = timedelta(days=90)  # what was settled within it stands under "open and recent"
HELD_FOR_THE_DAY = 3  # one place in three of Today is held for promises whose day has not gone by
FEWEST_DECIDED = 5  # decided findings before their share is told

LET_GO = "Let go is a good ending too, once you have told them."
THEIRS_ARE = "for remembering, never for chasing"
_THEM = {"she": "her", "he": "him"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise as far as its words need it. `mine`: the owner's own; else it was made to the owner."""

    state: PromiseState
    mine: bool = True
    said_on: date | None = None
    due: Due = Due()
    settled_on: date | None = None
    they_know: bool = False
    pronouns: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open promise of the owner's, for Today."""

    key: uuid.UUID
    said_on: date | None
    due: Due


@dataclass(frozen=True, slots=True)
class Tally:
    """How the owner's promises stand in numbers; `late` of those `kept`."""

    open: int = 0
    kept: int = 0
    late: int = 0
    released: int = 0

    @property
    def all(self) -> int:
        """All that were promised, however they stand."""
        return self.open + self.kept + self.released


def is_late(standing: Standing) -> bool:
    """Whether it was kept after its day. Late is still kept, and what others promise is never late."""
    kept_on = standing.settled_on if standing.state is PromiseState.KEPT else None
    return bool(standing.mine and kept_on and standing.due.on and kept_on > standing.due.on)


def for_words(standing: Standing, today: date) -> str:
    """For when: "23 Nov", "In spring"; of "soon" the month it was said in, "In June"; "No date" where none was said."""
    if standing.due.on:
        return short_day(standing.due.on, today)
    if standing.due.words and not is_soon(standing.due.words):
        return capital(standing.due.words)
    if standing.due.words and standing.said_on:
        year = "" if needs_no_year(standing.said_on, today) else f" {standing.said_on.year}"
        return f"In {standing.said_on:%B}{year}"
    return "No date"


def where_words(source: str, said_on: date | None, today: date) -> str:
    """Where it was said: "Your mail, 20 June", "Your note, today"."""
    if said_on == today:
        return capital(f"{source}, today" if source else "today")
    return capital(noted_words(source, said_on, today))


def now_words(standing: Standing, today: date) -> str:
    """How it stands: "Friday", "In 11 days", "Promised for “soon”", "Kept late, 6 October", "Let go, and you told him".

    Of what others promised: nothing while it is open and its day is not ahead.
    """
    settled = standing.settled_on
    if standing.state is PromiseState.SUGGESTED:
        return "Yours to decide"
    if standing.state is PromiseState.KEPT:
        return _kept_words(standing, settled, today)
    if standing.state is PromiseState.RELEASED:
        told = f", and you told {_them(standing.pronouns)}" if standing.they_know else ""
        return f"Let go{told}"
    if standing.due.on:
        return _open_words(standing.due.on, today, mine=standing.mine)
    if not standing.mine:
        return ""
    if standing.due.words:
        return f"Promised for “{standing.due.words}”"
    return _open_for(standing.said_on, today)


def waits_since(due_on: date | None, said_on: date | None) -> date:
    """What the order goes by: the day it is for, else the day it was said, else before all."""
    return due_on or said_on or date.min


def for_today(waiting: Iterable[Waiting], today: date, most: int) -> tuple[list[uuid.UUID], int]:
    """Keys of at most `most` open promises that Today speaks of, and how many more there are.

    Those for a day within three days, those whose day has gone by, and those without one after a while; the longest
    waiting first. One place in three is held for those whose day is not over: an old promise must not make a new one
    late.
    """
    speaking = sorted(
        (one for one in waiting if (speaks_from(one.due, one.said_on) or date.min) <= today),
        key=lambda one: (waits_since(one.due.on, one.said_on), str(one.key)),
    )
    ahead = [one for one in speaking if one.due.on and one.due.on >= today]
    held = min(len(ahead), -(-most // HELD_FOR_THE_DAY)) if most > 0 else 0
    for_ahead = {one.key for one in ahead[:held]}
    waited = [one for one in speaking if one.key not in for_ahead][: max(most - held, 0)]
    shown = for_ahead | {one.key for one in waited}
    return [one.key for one in speaking if one.key in shown], len(speaking) - len(shown)


def promises_lede(tally: Tally) -> str:
    """ "Five open, none lost. Of 36 you kept 31: 25 in time, 6 late. Late is still kept." """
    if not tally.all:
        return "What you promise, and what others promise you, is remembered here."
    parts = [f"{capital(spell(tally.open))} open, none lost." if tally.open else "Nothing is open."]
    if tally.kept:
        parts.append(f"Of {tally.all:,} you kept {tally.kept:,}{_how_kept(tally)}.")
    if tally.late:
        parts.append("Late is still kept.")
    return " ".join(parts)


def beside_words(tally: Tally, minutes: int, longest: str, longest_minutes: int) -> tuple[str, ...]:
    """Sentences for the margin; `longest` is the name of whose promise has been open longest.

    "Five open promises come to about two hours. Tomasz’s has been open longest, and takes two minutes."
    """
    if not tally.open:
        return (LET_GO,) if tally.released else ()
    come = "comes" if tally.open == 1 else "come"
    first = f"{capital(count(tally.open, 'open promise'))} {come} to about {about(minutes)}."
    if tally.open > 1 and longest:
        first += f" {_of(longest)} has been open longest, and takes about {about(longest_minutes)}."
    return first, LET_GO


def about(minutes: int) -> str:
    """A guess at minutes, as roughly as it is known: "five minutes", "half an hour", "two hours"."""
    if minutes < 25:
        return count(max(5 * round(minutes / 5), 2), "minute")
    if minutes < 45:
        return "half an hour"
    hours = round(minutes / 60)
    return "an hour" if hours <= 1 else count(hours, "hour")


def accepted_words(accepted: int, dismissed: int) -> str:
    """How often the owner said yes to what was found: "Of such sentences you accepted 8 in 10." Too few: ""."""
    decided = accepted + dismissed
    if decided < FEWEST_DECIDED:
        return ""
    return f"Of such sentences you accepted {round(10 * accepted / decided)} in 10."


def kept_question(words: str, on: date, today: date, *, mine: bool) -> str:
    """ "You wrote on 14 June: “Here is the agent’s number.” Did that keep it?" """
    who = "You" if mine else "They"
    said = f": “{words}”" if words else "."
    return f"{who} wrote {when_said(on, today)}{said} Did that keep it?"


def marked_parts(sentence: str, start: int | None, end: int | None, most: int) -> tuple[tuple[str, bool], ...]:
    """The sentence in parts, the telling phrase marked; at most about `most` characters, cut around the phrase."""
    if start is None or end is None or not 0 <= start < end <= len(sentence):
        return ((_cut(sentence, most), False),) if sentence else ()
    phrase = _cut(sentence[start:end], most)
    before, after = sentence[:start], sentence[end:]
    room = max(most - len(phrase), 0)
    for_before = max(room // 2, room - len(after))
    parts = (
        (_cut_begin(before, for_before), False),
        (phrase, True),
        (_cut(after, room - min(len(before), for_before)), False),
    )
    return tuple(part for part in parts if part[0])


def _cut(text: str, most: int) -> str:
    """The beginning, up to the end of a word."""
    if len(text) <= most:
        return text
    at = text.rfind(" ", most // 2, most + 1)
    return f"{text[: at if at > 0 else most].rstrip()}…"


def _cut_begin(text: str, most: int) -> str:
    """The end, from the beginning of a word."""
    if len(text) <= most:
        return text
    begin = len(text) - most
    at = text.find(" ", begin - 1, begin + most // 2)
    return f"…{text[at + 1 if at >= 0 else begin :]}"


def _kept_words(standing: Standing, on: date | None, today: date) -> str:
    if not standing.mine:
        return f"Came {_on_or_today(on, today)}" if on else "Came"
    if on is None:
        return "Kept"
    return f"Kept late, {long_day(on, today)}" if is_late(standing) else f"Kept {_on_or_today(on, today)}"


def _on_or_today(day: date, today: date) -> str:
    return "today" if day == today else f"on {long_day(day, today)}"


def _open_words(due_on: date, today: date, *, mine: bool) -> str:
    days = (due_on - today).days
    if days < 0:
        ago = "Yesterday" if days == -1 else f"{capital(span(-days))} ago"
        return f"{ago}, and late still counts" if mine else ""
    if days < WEEK_DAYS:
        return capital(day_ahead(due_on, today))
    return f"In {f'{days} days' if days <= IN_DAYS_UNTIL else span(days)}"


def _open_for(said_on: date | None, today: date) -> str:
    if said_on is None:
        return "Open"
    days = (today - said_on).days
    return f"Open for {span(days)}" if days > 1 else ("Said today" if days <= 0 else "Said yesterday")


def _how_kept(tally: Tally) -> str:
    in_time = tally.kept - tally.late
    if not tally.late:
        return ", all in time" if tally.kept > 1 else ", in time"
    return f": {in_time:,} in time, {tally.late:,} late" if in_time else ", late"


def _them(pronouns: str) -> str:
    return _THEM.get(pronouns.strip().lower().split("/")[0].strip(), "them")


def _of(name: str) -> str:
    return f"{name}’s"
