"""What happened: with whom, when, how, how long."""

import re

from amity.judgement.capture.clauses import Clause
from amity.judgement.capture.page import Page, name_at, names_from
from amity.judgement.capture.shapes import ChannelChip, MinutesChip, Span, WhenChip, WhoChip
from amity.judgement.dates import Sense, find_dates
from amity.judgement.vocabulary import Channel

MOST_MINUTES = 24 * 60
_BESIDE_A_NAME = re.compile(r"(?:[^\w.,;:!?\n(]*)")  # blanks, flowers, hearts
_FAMILY = re.compile(r"the\s+(?=[^\W\d_a-z]\w+(?:s\b|\s+family))")
_WORD_START = re.compile(r"(?<!\w)\w")
_WORD = re.compile(r" ([^\W\d_]+)")
_TO = re.compile(r"\s+to\s+")


def people_in(page: Page, clause: Clause) -> list[WhoChip]:
    """Everybody whom a clause names as having been there, in order, each once."""
    found = _at_the_head(page, clause) + _with_me(page, clause) + _at_an_occasion(page, clause)
    for trigger in page.phrases.people.finditer(page.plain, clause.start, clause.end):
        place = trigger.end()
        if beside := _BESIDE_A_NAME.match(page.plain, place):
            place = beside.end()
        if family := _FAMILY.match(page.text, place):
            place = family.end()
        relation = page.phrases.relation.match(page.plain, place) if page.phrases.relation else None
        if relation and name_at(page, relation.end(), after_trigger=True):
            place = relation.end()
        named = names_from(page, place, clause.end, after_trigger=True)
        found += named
        if named and trigger[0].startswith("introduc") and (to := _TO.match(page.plain, named[-1].span.end)):
            found += names_from(page, to.end(), clause.end)
    return in_order(found or _without_with(page, clause))


def _without_with(page: Page, clause: Clause) -> list[WhoChip]:
    """Who stands right behind "coffee" where somebody was in a hurry: written with a capital letter, or known."""
    found: list[WhoChip] = []
    for what in page.phrases.meetings.finditer(page.plain, clause.start, clause.end) if page.phrases.meetings else ():
        word = _WORD.match(page.text, what.end())
        if word:
            found += names_from(page, word.start(1), clause.end, after_trigger=word[1] in page.names)
    return found


def _at_the_head(page: Page, clause: Clause) -> list[WhoChip]:
    """Who a clause begins with: somebody known, or nothing but names, or somebody who got in touch, or some of a list."""
    named = names_from(page, clause.start, clause.end)
    if not named or named[0].candidates or named[-1].span.end >= clause.end:
        return named
    place = named[-1].span.end
    while page.plain[place : place + 1] in (" ", ","):
        place += 1
    if len(named) > 1 or any(found.start == place for found in page.dates):
        return named
    return named if page.phrases.contact.match(page.plain, place, clause.end) else []


def _at_an_occasion(page: Page, clause: Clause) -> list[WhoChip]:
    """Whose party or talk a clause begins with."""
    chip = name_at(page, clause.start)
    occasion = page.phrases.occasion
    return [chip] if chip and occasion and occasion.match(page.plain, chip.span.end, clause.end) else []


def known_in(page: Page, clause: Clause) -> list[WhoChip]:
    """Whoever of the network a clause names anywhere, as in "Gestern Ana getroffen"."""
    starts = (word.start() for word in _WORD_START.finditer(page.plain, clause.start, clause.end))
    return [chip for start in starts if (chip := name_at(page, start)) and chip.candidates]


def _with_me(page: Page, clause: Clause) -> list[WhoChip]:
    """Who stands before "and I", as in "On Thursday Ana and I had lunch"."""
    found: list[WhoChip] = []
    for me in page.phrases.and_me.finditer(page.plain, clause.start, clause.end):
        starts = (word.start() for word in _WORD_START.finditer(page.plain, clause.start, me.start()))
        named = (name_at(page, start) for start in starts)
        found += [chip for chip in named if chip and chip.span.end == me.start()][:1]
    return found


def in_order(chips: list[WhoChip]) -> list[WhoChip]:
    """The chips by place, each person once: one name within another counts as the same."""
    kept: list[WhoChip] = []
    for chip in sorted(chips, key=lambda each: (each.span.start, -each.span.end)):
        if not any(is_same(chip, other) for other in kept):
            kept.append(chip)
    return kept


def is_same(one: WhoChip, other: WhoChip) -> bool:
    """Whether two chips name the same person, as far as the words tell."""
    if one.span.start < other.span.end and other.span.start < one.span.end:
        return True
    first, second = one.text.casefold().split(), other.text.casefold().split()
    return first[0] == second[0] and (len(first) == 1 or len(second) == 1 or first == second)


def when_in(page: Page, clauses: list[Clause]) -> WhenChip | None:
    """The first day that the clauses name."""
    for clause in clauses:
        part = page.text[clause.start : clause.end]
        for found in find_dates(part, on=page.on, language=page.phrases.language, sense=Sense.HAPPENED):
            if not found.is_deadline:
                return WhenChip(Span(clause.start + found.start, clause.start + found.end), found.day)
    return None


def channel_in(page: Page, clauses: list[Clause], people: list[WhoChip]) -> ChannelChip | None:
    """How it happened, by the words for it; "with somebody" alone is a meeting, unless it was only talk."""
    for channel, pattern in page.phrases.channels:
        for clause in clauses:
            for found in pattern.finditer(page.plain, clause.start, clause.end):
                if not any(who.span.start <= found.start() < who.span.end for who in people):
                    return ChannelChip(Span(found.start(), found.end()), channel)
    return None


def minutes_in(page: Page, clauses: list[Clause]) -> MinutesChip | None:
    """How long it took, in whole minutes."""
    for pattern, unit in page.phrases.minutes:
        for clause in clauses:
            if (found := pattern.search(page.plain, clause.start, clause.end)) and (
                count := _minutes(page, found, unit)
            ):
                return MinutesChip(Span(found.start(), found.end()), count)
    return None


def _minutes(page: Page, found: re.Match[str], unit: int) -> int | None:
    groups = found.groupdict()
    if groups.get("h"):
        total = float(int(groups["h"]) * 60 + int(groups["m"]))
    elif number := groups.get("n"):
        count = page.phrases.numbers.get(number)
        count = float(number.replace(",", ".")) if count is None else count
        total = count * abs(unit) + (30 if unit < 0 else 0)
    else:
        total = unit
    return round(total) if 0 < total <= MOST_MINUTES else None


def is_meeting(page: Page, clauses: list[Clause], people: list[WhoChip]) -> bool:
    """Whether it was at somebody's, or people were named after "with" and nothing says that it was only talk."""
    if any(_at_an_occasion(page, each) for each in clauses):
        return True
    talk = any(page.phrases.speaking.search(page.plain, each.start, each.end) for each in clauses)
    return not talk and any(page.phrases.beside.search(page.plain, 0, who.span.start) for who in people)


def came_to_nothing(page: Page, clauses: list[Clause]) -> bool:
    """Whether a clause says that the meeting was called off."""
    undone = page.phrases.undone
    return undone is not None and any(undone.search(page.plain, each.start, each.end) for each in clauses)


def meeting(people: list[WhoChip]) -> ChannelChip:
    """A meeting that no word but "with" tells of."""
    start = people[0].span.start
    return ChannelChip(Span(start, start), Channel.IN_PERSON)


def name_of_clause(page: Page, clause: Clause) -> WhoChip | None:
    """The name at the head of a clause."""
    return name_at(page, clause.start)
