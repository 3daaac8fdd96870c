"""The lines below the names of a captured sentence: how and when it happened, and what was said of whom."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amity.judgement.capture import Capture, LifeEvent, Span, WhoChip
from amity.judgement.readback import (
    HOW_TO_HELP,
    LABELS,
    ChipKind,
    Happened,
    Part,
    day_words,
    event_day,
    event_label,
    happened_parts,
    said_parts,
)
from amity.judgement.vocabulary import Channel
from amity.lib.text import fold
from amity.queries.capturing_names import Answer, Choice, NameLine
from amity.records.facts import LIFE_EVENT
from amity.records.told import WHAT_LENGTH

MOST_MINUTES = 7 * 24 * 60  # a week's visit
OTHER = "other"  # the kind of a fact that is no event


@dataclass(frozen=True, slots=True)
class HappenedLine:
    """How, when and how long. `hint` tells why it is read otherwise than it was written."""

    key: str
    channel: Channel
    day: date
    minutes: int | None
    parts: tuple[Part, ...]
    hint: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """Something said: of whom (`about` is the key of a NameLine, "" while undecided), in which words.

    day    a promise is due, or what a fact tells of happens
    start  and `end`: the place of it in the text
    """

    key: str
    kind: ChipKind
    label: str
    what: str
    parts: tuple[Part, ...]
    day: date | None
    fact_kind: str
    fact_label: str
    about: str
    about_name: str
    choices: tuple[Choice, ...]
    start: int
    end: int
    is_out: bool = False
    problem: str = ""

    @property
    def is_undecided(self) -> bool:
        """Whether the writer has to say of whom it is said."""
        return not self.is_out and not self.about and self.kind is not ChipKind.ASKED


@dataclass(frozen=True, slots=True)
class Moment:
    """What is read, on which day, and the language where its words tell no other."""

    text: str
    on: date
    language: str


@dataclass(frozen=True, slots=True)
class _Statement:
    """What need, offer, fact and promise have in common."""

    kind: ChipKind
    span: Span
    who: WhoChip | None
    what: str
    day: date | None = None
    event: LifeEvent | None = None


def line_key(prefix: str, words: str) -> str:
    """The name of a line: an answer holds for what was read when it was given, and no longer."""
    return f"{prefix}-{zlib.crc32(fold(words).encode()):08x}"


def happened_line(capture: Capture, moment: Moment, given: Mapping[str, Answer]) -> HappenedLine:
    """How, when and how long, by the sentence or as the writer answered; what is still to come has not happened."""
    chips = (capture.channel, capture.when, capture.minutes)
    words = [moment.text[chip.span.start : chip.span.end] if chip else "" for chip in chips]
    key = line_key("happened", "|".join(words))
    answer = given.get(key, Answer())
    read_day = capture.when.day if capture.when else moment.on
    channel, hint = (capture.channel.channel if capture.channel else Channel.NOTE), ""
    if read_day > moment.on:
        hint = f"{day_words(read_day, moment.on)} is still to come, so this is a note of today."
        read_day, channel = moment.on, Channel.NOTE
    channel = Channel(answer.channel) if answer.channel in set(Channel) else channel
    day, problem = _day(answer.day, read_day)
    minutes, odd = _minutes(answer.minutes, capture.minutes.minutes if capture.minutes else None)
    day = day or moment.on
    if day > moment.on:
        problem = "That day is still to come."
    is_said = day == read_day and capture.when is not None and not hint
    parts = happened_parts(Happened(channel, words[0], day, minutes, is_said), moment.on)
    return HappenedLine(key, channel, day, minutes, tuple(parts), hint, problem or odd)


def _day(answer: str | None, read_day: date | None) -> tuple[date | None, str]:
    if answer is None:
        return read_day, ""
    try:
        return (date.fromisoformat(answer) if answer else None), ""
    except ValueError:
        return read_day, "There is no such day. Choose another, or none."


def _minutes(answer: str | None, read_minutes: int | None) -> tuple[int | None, str]:
    if answer is None:
        return read_minutes, ""
    if not answer.strip():
        return None, ""
    if answer.isascii() and answer.strip().isdigit() and 0 < int(answer[:9]) <= MOST_MINUTES:
        return int(answer), ""
    return read_minutes, "Give the time in minutes, a week at most."


def _statements(capture: Capture, moment: Moment) -> Iterator[_Statement]:
    """Everything said, in no order yet."""
    for one in capture.needs:
        yield _Statement(ChipKind.NEED, one.span, one.who, one.what)
    for one in capture.offers:
        yield _Statement(ChipKind.OFFER, one.span, one.who, one.what)
    for one in capture.facts:
        day = event_day(moment.text[one.span.start : one.span.end], moment.on, moment.language)
        yield _Statement(ChipKind.FACT, one.span, one.who, one.what, day, one.event)
    for promise in capture.promises:
        kind = ChipKind.THEIR_PROMISE if promise.by else ChipKind.PROMISE
        yield _Statement(kind, promise.span, promise.by or promise.to, promise.what, promise.due)
    if capture.asked_how_to_help:
        yield _Statement(ChipKind.ASKED, capture.asked_how_to_help, None, HOW_TO_HELP)


def said_lines(
    capture: Capture,
    moment: Moment,
    of_chip: Mapping[WhoChip, NameLine],
    names: Sequence[NameLine],
    given: Mapping[str, Answer],
) -> Iterator[SaidLine]:
    """Everything said, in the order of the sentence. `of_chip`: the line of each name that was read."""
    in_force, used = [line for line in names if not line.is_out], set[str]()
    for one in sorted(_statements(capture, moment), key=lambda one: one.span.start):
        if one.kind is ChipKind.ASKED and not any(line.was_there for line in in_force):
            continue
        key = line_key(one.kind.value.replace(" ", "-"), f"{one.what}|{one.day}|{one.who.text if one.who else ''}")
        while key in used:
            key += "x"
        used.add(key)
        read_of = of_chip.get(one.who) if one.who else None
        yield _said_line(key, one, read_of, in_force, given.get(key, Answer()), moment.on)


def _said_line(
    key: str, one: _Statement, read_of: NameLine | None, names: Sequence[NameLine], answer: Answer, on: date
) -> SaidLine:
    what = one.what if answer.what is None else " ".join(answer.what.split())
    day, problem = _day(answer.day, one.day)
    about = _about(answer.who or "", read_of, names)
    is_event = bool(one.event or day)
    is_promise = one.kind in (ChipKind.PROMISE, ChipKind.THEIR_PROMISE)
    return SaidLine(
        key=key,
        kind=one.kind,
        label=LABELS[one.kind],
        what=what,
        parts=tuple(said_parts(what, day, on, is_promise=is_promise)),
        day=day,
        fact_kind=answer.kind or (LIFE_EVENT if is_event else OTHER),
        fact_label=event_label(one.event),
        about=about.key if about else "",
        about_name=about.name if about else "",
        choices=tuple(Choice(line.key, line.name, "", "", line is about) for line in names if len(names) > 1),
        start=one.span.start,
        end=one.span.end,
        is_out=answer.is_out,
        problem=problem or _problem_with(one.kind, what),
    )


def _problem_with(kind: ChipKind, what: str) -> str:
    if not what:
        return "Write a few words, or leave it out."
    if len(what) > WHAT_LENGTH and kind is not ChipKind.FACT:
        return f"That is longer than {WHAT_LENGTH} characters. Shorten it here; the note keeps every word."
    return ""


def _about(answer: str, read_of: NameLine | None, names: Sequence[NameLine]) -> NameLine | None:
    """Of whom something is said: as the writer answered, as it was read, or of the only one there is."""
    for line in names:
        if line.key == answer:
            return line
    if read_of in names:
        return read_of
    return names[0] if len(names) == 1 else None
