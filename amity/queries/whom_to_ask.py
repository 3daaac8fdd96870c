"""Whom the owner might ask today how they can help, and what to ask."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from amity.formats.names import first_name
from amity.judgement.help_questions import about, ask_them, month_of, reasons
from amity.judgement.pronouns import spoken
from amity.judgement.whom_to_ask import Asking, may_help_others
from amity.judgement.whom_to_ask import whom_to_ask as chosen_of
from amity.lib.viewer import Viewer
from amity.queries.circumstances import answers, circumstances
from amity.queries.handles import ChannelLink, channel_links
from amity.queries.match_rows import By, MatchRow, matches
from amity.queries.reach import addresses_of
from amity.records.bulk import as_uuid, marks, select, stored_key
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class AskHow:
    """Somebody to ask how one can help, or to send a line to.

    since     "October": since when what moves it has been so; `since_on` its day
    about     what happened or is needed, in sentences: "The baby came on 4 October. You have not asked since."
    why       for the margin: "New baby, from your note."
    question  plain words to edit and send, made from what is known; "" where only a line is fitting
    line_only nothing is asked of them, not even what they need: a line is enough
    match     the need of theirs that somebody may help with, or somebody's need that they may help with
    """

    person_id: uuid.UUID
    name: str
    called: str
    language: str
    pronouns: str
    since: str
    since_on: date
    about: str
    why: tuple[str, ...]
    question: str
    line_only: bool
    need_id: uuid.UUID | None
    match: MatchRow | None
    channels: tuple[ChannelLink, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    id: uuid.UUID
    name: str
    called: str
    language: str
    pronouns: str
    last_channel: str


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the people chosen."""

    answers: Mapping[uuid.UUID, str]
    matches: Mapping[uuid.UUID, MatchRow]
    channels: Mapping[uuid.UUID, tuple[ChannelLink, ...]]


@reads
def whom_to_ask(viewer: Viewer, on: date, most: int, *, besides: Collection[uuid.UUID] = ()) -> tuple[AskHow, ...]:
    """At most `most` people whom to ask how one can help, those to whom it matters most first.

    `besides`: people who stand on the page anyway.
    """
    chosen = chosen_of(circumstances(viewer, on, besides), on, most)
    if not chosen:
        return ()
    ids = [uuid.UUID(str(asking.of.person)) for asking in chosen]
    people = _people(viewer, ids)
    beside = _beside(viewer, chosen, people, on)
    return tuple(_line(asking, people[key], beside, on) for key, asking in zip(ids, chosen, strict=True))


def _people(viewer: Viewer, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, _Person]:
    rows = select(
        "SELECT p.id, p.name, p.called, p.language, p.pronouns, t.last_channel FROM records_tie t"
        " JOIN records_person p ON p.network_id = t.network_id AND p.id = t.person_id"
        f" WHERE t.network_id = %s AND t.member_id = %s AND t.person_id IN ({marks(len(ids))})",
        [stored_key(viewer.network), stored_key(viewer.member), *map(stored_key, ids)],
    )
    return {as_uuid(key): _Person(as_uuid(key), *row) for key, *row in rows}


def _beside(viewer: Viewer, chosen: Sequence[Asking], people: Mapping[uuid.UUID, _Person], on: date) -> _Beside:
    addresses = addresses_of(viewer, list(people))
    return _Beside(
        answers=answers(viewer, people),
        matches=_matches(viewer, chosen, on),
        channels={key: channel_links(addresses[key], person.last_channel) for key, person in people.items()},
    )


def _line(asking: Asking, person: _Person, beside: _Beside, on: date) -> AskHow:
    words, answer = spoken(person.pronouns), beside.answers.get(person.id, "")
    match, need_id = beside.matches.get(person.id), uuid.UUID(str(asking.need.id)) if asking.need else None
    by_others = match is not None and match.need_id == need_id
    return AskHow(
        person_id=person.id,
        name=person.name,
        called=person.called or first_name(person.name),
        language=person.language,
        pronouns=person.pronouns,
        since=month_of(asking.since_on, on),
        since_on=asking.since_on,
        about=about(asking, words, answer, on),
        why=reasons(asking),
        question=ask_them(asking, words, answer, on, somebody_may_help=by_others),
        line_only=asking.line_only,
        need_id=need_id,
        match=match,
        channels=beside.channels[person.id],
    )


def _matches(viewer: Viewer, chosen: Sequence[Asking], on: date) -> dict[uuid.UUID, MatchRow]:
    """Who may help with the need spoken of; else whom this person may help, unless they have their hands full."""
    needs = [uuid.UUID(str(asking.need.id)) for asking in chosen if asking.need]
    free = [uuid.UUID(str(asking.of.person)) for asking in chosen if may_help_others(asking)]
    found: dict[uuid.UUID, MatchRow] = {}
    for match in matches(viewer, on, By.NEED, needs):
        found.setdefault(match.need_person_id, match)
    for match in matches(viewer, on, By.HELPER, free):
        found.setdefault(match.person_id, match)
    return found
