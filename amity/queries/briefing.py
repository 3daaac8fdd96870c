"""What to know before the two of you meet: last news, needs, promises both ways, dates, and what to ask next."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from amity.formats.names import first_name
from amity.judgement.birthdays import next_birthday, turns_words
from amity.judgement.briefing import (
    AHEAD_DAYS,
    LifeEvent,
    ahead_of,
    how_can_i_help,
    is_family,
    next_questions,
    of_their_family,
    questions,
)
from amity.judgement.lede import when
from amity.judgement.pronouns import Spoken, spoken
from amity.judgement.wording import capital
from amity.lib.viewer import Viewer
from amity.queries.briefing_help import Helping, HelpLine, LastAsked, Meets, helping_of
from amity.queries.person_known import Around, FactRow
from amity.queries.plain import day, stored_day
from amity.queries.promises import PromiseRow, promises_with
from amity.records.bulk import as_uuid, marks, select, stored_key
from amity.records.facts import LIFE_EVENT


@dataclass(frozen=True, slots=True)
class News:
    """The last news: when and how old in words; `is_stale` says that much may have changed."""

    text: str
    on: date
    age: str
    is_stale: bool


@dataclass(frozen=True, slots=True)
class Near:
    """A day soon: "Zosia’s interview in Glasgow, on Saturday"; "turns 38 on Thursday"."""

    on: date
    sentence: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the page of a person has read already. `born` is year, month and day."""

    person_id: uuid.UUID
    name: str
    pronouns: str
    who: str
    headline: str
    born: tuple[int | None, int | None, int | None]
    news: News | None
    facts: Sequence[FactRow]
    around: Sequence[Around]


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything to know before the two of you meet.

    they        what stands before "need", "offer" or "promised" and its end: ("She", "s"), ("They", "")
    could_help  needs of others that these offers may meet
    ask_next    questions in plain words, the nearest to their life first
    """

    person_id: uuid.UUID
    name: str
    who: str
    headline: str
    they: tuple[str, str]
    news: News | None
    needs: tuple[HelpLine, ...]
    offers: tuple[HelpLine, ...]
    promised: tuple[PromiseRow, ...]
    promised_to_you: tuple[PromiseRow, ...]
    ahead: tuple[Near, ...]
    last_asked: LastAsked | None
    could_help: tuple[Meets, ...]
    ask_next: tuple[str, ...]


def briefing_of(viewer: Viewer, known: Known, on: date) -> Briefing:
    """The briefing about somebody whose page is being read; inside a query's scope."""
    helping = helping_of(viewer, known.person_id, on)
    promises = promises_with(viewer, known.person_id, on)
    words = spoken(known.pronouns)
    events = [*_events(known), *_events_of_family(viewer, known, on)]
    return Briefing(
        person_id=known.person_id,
        name=known.name,
        who=known.who,
        headline=known.headline,
        they=(capital(words.they), words.s),
        news=known.news,
        needs=helping.needs,
        offers=helping.offers,
        promised=promises.mine,
        promised_to_you=promises.theirs,
        ahead=_ahead(known, events, on),
        last_asked=helping.last_asked,
        could_help=helping.could_help,
        ask_next=_ask_next(words, events, helping, on),
    )


def _ahead(known: Known, events: Sequence[LifeEvent], on: date) -> tuple[Near, ...]:
    near = [Near(event.on, f"{event.text}, {when(event.on, on)}") for event in ahead_of(events, on) if event.on]
    year, month, day = known.born
    if month and day:
        falls = next_birthday(month, day, on)
        if (falls - on).days <= AHEAD_DAYS:
            near.append(Near(falls, f"{capital(turns_words(year, falls))} {when(falls, on)}"))
    return tuple(sorted(near, key=lambda one: (one.on, one.sentence)))


def _ask_next(words: Spoken, events: Sequence[LifeEvent], helping: Helping, on: date) -> tuple[str, ...]:
    asked_on = helping.last_asked.on if helping.last_asked else None
    needs = [row.what for row in helping.needs]
    return next_questions(questions(events, words, on), how_can_i_help(asked_on, needs, words, on))


def _events(known: Known) -> list[LifeEvent]:
    return [
        LifeEvent(fact.text, fact.label, fact.happens_on, fact.noted_on)
        for fact in known.facts
        if fact.kind == LIFE_EVENT or fact.happens_on
    ]


def _events_of_family(viewer: Viewer, known: Known, on: date) -> list[LifeEvent]:
    """What is ahead of a daughter or a partner who is somebody of their own here."""
    family = {one.person_id: first_name(one.name) for one in known.around if is_family(one.kind)}
    if not family:
        return []
    member = stored_key(viewer.member)
    rows = select(
        "SELECT person_id, text, label, happens_on, noted_on FROM records_fact"
        " WHERE network_id = %s AND happens_on IS NOT NULL AND happens_on >= %s AND happens_on <= %s"
        f" AND person_id IN ({marks(len(family))}) AND trashed_at IS NULL AND (private_to IS NULL OR private_to = %s)",
        [
            stored_key(viewer.network),
            stored_day(on),
            stored_day(on + timedelta(days=AHEAD_DAYS)),
            *map(stored_key, family),
            member,
        ],
    )
    return [
        of_their_family(family[as_uuid(key)], LifeEvent(text, label, day(happens), day(noted)))
        for key, text, label, happens, noted in rows
    ]
