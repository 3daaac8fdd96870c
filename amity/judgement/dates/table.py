"""What a language's table of date rules is made of, and how a table is laid over a sentence."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum

from amity.judgement.dates.days import is_near
from amity.lib.text import fold

LOOK_BACK = 40  # letters before a date in which a preposition or a refusal may stand
MOST_LETTERS = 5_000  # of one text; nobody writes a date for us after that


class Sense(Enum):
    """Where a bare "Tuesday" lies when no verb tells."""

    AHEAD = "ahead"
    PAST = "past"
    HAPPENED = "happened"  # whatever the verbs say: what is read tells of something done


class Which(Enum):
    """The week, month or year a phrase points at, from this one."""

    LAST = -1
    THIS = 0
    NEXT = 1


class Part(Enum):
    """The part of a week, month or year."""

    START = "start"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    END = "end"


class Unit(Enum):
    """What days are counted in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Cue(StrEnum):
    """What a sentence must hold before a rule is tried: most sentences hold nothing, and cost nothing."""

    WEEKDAY = "weekday"
    MONTH = "month"
    UNIT = "unit"
    RELATIVE = "relative"
    FEAST = "feast"
    DIGIT = "digit"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its letters from `start` to `end`, the day it means, the rule that read it.

    `is_deadline`: the words say "by then" and not "on that day".
    """

    start: int
    end: int
    text: str
    day: date
    rule: str
    is_deadline: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of a unit: a fortnight is two weeks."""

    unit: Unit
    count: int = 1


@dataclass(frozen=True)
class Words:
    """The words of one language, plain: small letters, without accents."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, Amount]
    relative: Mapping[str, int]
    feasts: Mapping[str, Callable[[int], date]]
    which: Mapping[str, Which]
    parts: Mapping[str, Part]
    deadline: re.Pattern[str]
    tense: re.Pattern[str]  # groups "ahead" and "past": verbs that tell when
    common: frozenset[str]  # words by which the language is known
    refused_before: re.Pattern[str]
    refused_after: re.Pattern[str]


@dataclass(frozen=True)
class Moment:
    """A sentence being read: on which day, in which words, in which sense when no verb tells."""

    on: date
    words: Words
    plain: str
    written: str
    sense: Sense
    day_first: bool = True

    def is_past(self, match: re.Match[str]) -> bool:
        """Whether the nearest verb before the match, or else the first behind it, is of the past."""
        if self.is_deadline(span_of(match)[0]):
            return False
        if self.sense is Sense.HAPPENED:
            return True
        before = _last(self.words.tense.finditer(self.plain, 0, match.start()))
        if before and not re.search(r"[.!?;]\s", self.plain[before.end() : match.start()]):
            return before.lastgroup == "past"
        clause_end = re.search(r"[.!?;,](?:\s|$)|$", self.plain[match.end() :])
        end = match.end() + (clause_end.start() if clause_end else 0)
        after = self.words.tense.search(self.plain, match.end(), end)
        return after.lastgroup == "past" if after else self.sense is Sense.PAST

    def says_ahead(self, match: re.Match[str]) -> bool:
        """Whether a verb before the match speaks of what is to come, or a "by" does."""
        before = _last(self.words.tense.finditer(self.plain, 0, match.start()))
        return self.is_deadline(span_of(match)[0]) or bool(before and before.lastgroup != "past")

    def is_deadline(self, start: int) -> bool:
        """Whether the words before the place say "by" or "not after"."""
        return bool(self.words.deadline.search(self.plain, max(0, start - LOOK_BACK), start))


Reader = Callable[[re.Match[str], Moment], date | None]
Row = tuple[str, str, str, Reader]  # name, cues, pattern, reader: what a table is written in


@dataclass(frozen=True)
class Rule:
    """One way to write a date: tried when all its cues are there, read by a function of the match."""

    name: str
    cues: frozenset[Cue]
    pattern: re.Pattern[str]
    read: Reader


@dataclass(frozen=True)
class Table:
    """A language: its words and its rules, in the order in which they win."""

    language: str
    words: Words
    rules: tuple[Rule, ...]
    cues: Mapping[str, frozenset[Cue]] = field(default_factory=dict)


def make_table(language: str, words: Words, rules: Iterable[Rule]) -> Table:
    """A table with the index from each telling word to its cues."""
    cues: dict[str, frozenset[Cue]] = {}
    for cue, vocabulary in (
        (Cue.UNIT, words.units),
        (Cue.FEAST, words.feasts),
        (Cue.RELATIVE, words.relative),
        (Cue.MONTH, words.months),
        (Cue.WEEKDAY, words.weekdays),
    ):
        for phrase in vocabulary:
            telling = max(re.findall(r"[a-z]+", phrase), key=len)
            cues[telling] = cues.get(telling, frozenset()) | {cue}
    return Table(language, words, tuple(rules), cues)


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def pieces_of(words: Words) -> dict[str, str]:
    """What "@W", "@M" and their like stand for in the patterns of a language: any weekday, any month."""
    return {
        "@ANYW": f"(?:{one_of(words.weekdays)})",
        "@WHICH": f"(?P<which>{one_of(words.which)})",
        "@W": f"(?P<w>{one_of(words.weekdays)})",
        "@M": f"(?P<m>{one_of(words.months)})",
        "@N": rf"(?P<n>\d{{1,3}}|{one_of(words.numbers)})",
        "@U": f"(?P<u>{one_of(words.units)})",
        "@R": f"(?P<r>{one_of(words.relative)})",
        "@F": f"(?P<f>{one_of(words.feasts)})",
        "@D": r"(?P<d>0?[1-9]|[12]\d|3[01])",
    }


def rule(name: str, cues: str, pattern: str, read: Reader, pieces: Mapping[str, str]) -> Rule:
    """A rule from one row of a table: a blank is any white space, and the ends are edges of words."""
    for piece in sorted(pieces, key=len, reverse=True):
        pattern = pattern.replace(piece, pieces[piece].replace(" ", "\0"))
    pattern = pattern.replace(" ", r"\s+").replace("\0", " ")
    edged = rf"(?<![\w@/.'-])(?<!\d:)(?:{pattern})(?![\w@]|[/.:-]\d|-[a-z])"
    return Rule(name, frozenset(Cue(cue) for cue in cues.split()), re.compile(edged), read)


def dates_by(table: Table, moment: Moment, cues: frozenset[Cue]) -> list[FoundDate]:
    """What the rules of a table find, in order, none over another: the earliest first, the longest of those."""
    found = [
        (match.start(), -match.end(), order, day, match)
        for order, each in enumerate(table.rules)
        if each.cues <= cues
        for match in each.pattern.finditer(moment.plain)
        if not _is_refused(match, moment) and (day := each.read(match, moment)) and is_near(day, moment.on)
    ]
    return list(_apart(sorted(found, key=lambda each: each[:3]), table, moment))


def _apart(
    found: Iterable[tuple[int, int, int, date, re.Match[str]]], table: Table, moment: Moment
) -> Iterator[FoundDate]:
    reached = 0
    for _, _, order, day, match in found:
        start, end = span_of(match)
        if start < reached:
            continue
        reached = end
        yield FoundDate(start, end, moment.written[start:end], day, table.rules[order].name, moment.is_deadline(start))


def span_of(match: re.Match[str]) -> tuple[int, int]:
    """The letters of the date itself: the group "date" where a pattern has one, as it may hold a preposition too."""
    return match.span("date") if "date" in match.re.groupindex else match.span()


def _is_refused(match: re.Match[str], moment: Moment) -> bool:
    words = moment.words
    start = span_of(match)[0]
    if moment.plain[start].isdigit() and _NUMBERED.search(moment.plain, max(0, start - LOOK_BACK), start):
        return True
    return bool(
        words.refused_before.search(moment.plain, max(0, match.start() - LOOK_BACK), match.start())
        or words.refused_after.match(moment.plain, match.end())
    )


# Before digits: a chapter, a room, a version.
_NUMBERED = re.compile(
    r"\b(?:chapter|version|page|room|flat|no|number|v|kapitel|zimmer|nr|seite|chapitre|chambre|numero|capitulo|pagina"
    r"|habitacion)\.?\s+$"
)


def _last(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    return max(matches, key=lambda match: match.start(), default=None)


def _plain_letter(letter: str) -> str:
    folded = fold(letter) if letter.isalpha() else letter
    return folded if len(folded) == 1 else letter.lower() if len(letter.lower()) == 1 else letter


_PLAIN = {code: _plain_letter(chr(code)) for code in range(0x80, 0x250)}
_PLAIN |= {0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " ", 0x2013: "-", 0x2011: "-", 0x0D: " "}


def plain_letters(text: str) -> str:
    """Small letters without accents, exactly as many of them as before, so that places stay true."""
    if text.isascii():
        return text.lower()
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)
