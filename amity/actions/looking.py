"""Looking through what happened with one person: what was promised, needed, offered; and whether it was kept."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from amity.actions.letters_between import Letter, Somebody, letters_between
from amity.judgement.capture import KnownName, KnownNames
from amity.judgement.findings import WRITTEN, Finding, Happened, Reader, Sort, findings_in
from amity.judgement.kept_signs import Later, Owed, kept_words, later, owed
from amity.judgement.notes import NoteReader
from amity.judgement.pronouns import spoken
from amity.judgement.vocabulary import Channel, PromiseState
from amity.lib.ids import new_id
from amity.lib.viewer import Viewer
from amity.lib.weights import said_weights
from amity.records.bulk import in_slices
from amity.records.models import Person, Preferences, Promise

_NOTED_IN = {Channel.CALL: "call", Channel.VIDEO: "video call", Channel.IN_PERSON: "meeting"}
_WRITTEN_IN = {Channel.MAIL: "mail", Channel.MESSAGE: "message", Channel.LETTER: "letter"}
AWAITING = (PromiseState.SUGGESTED, PromiseState.OPEN)


@dataclass(frozen=True, slots=True)
class Noted:
    """One finding, with whom it is about and where it stood; `id` is its row's, if it comes to be one."""

    id: uuid.UUID
    person: uuid.UUID
    finding: Finding
    letter: Letter
    source: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A later message that looks like a promise kept."""

    promise: uuid.UUID
    by: uuid.UUID
    words: str


@dataclass(slots=True)
class Awaited:
    """An own promise that was not asked about yet; only what happened behind `after` may be it."""

    promise: uuid.UUID
    owed: Owed
    after: datetime


@dataclass(slots=True)
class Found:
    """What looking through some people's letters gave; not stored yet."""

    noted: list[Noted] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks through letters for one viewer. All that does not depend on whose they are is asked for once."""

    viewer: Viewer
    language: str
    names: Callable[[], KnownNames]

    @classmethod
    def begin(cls, viewer: Viewer) -> "Finder":
        """Inside the viewer's scope."""
        language = Preferences.objects.filter(member_id=viewer.member).values_list("language", flat=True).first()
        return cls(viewer, (language or "en")[:2], cache(_known_names))

    def look(
        self, somebody: Somebody, since: datetime, is_new: Callable[[Letter], bool], awaited: Iterable[Awaited]
    ) -> Found:
        """Everything in this person's letters since then; only the new ones are read, the others may keep a promise."""
        found = Found()
        waiting = list(awaited)
        before: Happened | None = None
        reader = Reader(spoken(somebody.pronouns), said_weights(), NoteReader(somebody.id, self.names), self.language)
        for letter in letters_between(self.viewer, somebody.id, since):
            if waiting and letter.happened.is_own:
                waiting = _still_waiting(waiting, letter, found)
            if letter.key and is_new(letter):
                for finding in findings_in(letter.happened, before, reader):
                    noted = _noted(finding, letter, somebody)
                    found.noted.append(noted)
                    if finding.sort is Sort.MINE and noted.person == somebody.id:
                        waiting.append(_awaited(noted))
            before = letter.happened
        return found


def awaited_of(viewer: Viewer, people: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Awaited]]:
    """Own promises to these people that may have been kept since, and were not asked about; inside the scope."""
    waiting: dict[uuid.UUID, list[Awaited]] = {}
    columns = ("pk", "person_id", "what", "said_on", "due_on", "asked_until", "interaction__happened_at")
    for some in in_slices(list(people), 500):
        rows = Promise.objects.filter(
            person_id__in=some, member_id=viewer.member, mine=True, state__in=AWAITING, kept_by=None
        )
        for key, person, what, said_on, due_on, asked_until, said_at in rows.values_list(*columns):
            if said_on is not None:
                after = max(filter(None, (said_at or _begin_of(viewer, said_on), asked_until)))
                waiting.setdefault(person, []).append(Awaited(key, owed(what, said_on, due_on), after))
    return waiting


def source_words(happened: Happened, their: str) -> str:
    """Where something was said: "your mail", "her message", "call", "your note"."""
    if happened.channel in WRITTEN and not happened.is_note:
        return f"{'your' if happened.is_own else their} {_WRITTEN_IN[happened.channel]}"
    return _NOTED_IN.get(happened.channel, "your note")


def _still_waiting(waiting: list[Awaited], letter: Letter, found: Found) -> list[Awaited]:
    on = letter.happened.on
    if not any(one.after < letter.at and one.owed.awaits(on) for one in waiting):
        return waiting
    message: Later = later(letter.happened.subject, letter.happened.text, on)
    left = []
    for one in waiting:
        words = kept_words(one.owed, message) if one.after < letter.at else ""
        if words:
            found.kept.append(Kept(one.promise, letter.id, words))
        else:
            left.append(one)
    return left


def _awaited(noted: Noted) -> Awaited:
    finding = noted.finding
    return Awaited(noted.id, owed(finding.what, noted.letter.happened.on, finding.due.on), noted.letter.at)


def _noted(finding: Finding, letter: Letter, somebody: Somebody) -> Noted:
    person = finding.who if isinstance(finding.who, uuid.UUID) else somebody.id
    return Noted(new_id(), person, finding, letter, source_words(letter.happened, spoken(somebody.pronouns).their))


def _begin_of(viewer: Viewer, day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), viewer.time_zone)


def _known_names() -> KnownNames:
    """Everybody the owner may name in a note."""
    rows = Person.objects.filter(kept_at__isnull=False, trashed_at=None, merged_into=None)
    columns = rows.values_list("pk", "name", "called", "given", "family", "latin")
    return KnownNames(
        KnownName(key, name, called, given, family, (latin,) if latin else ())
        for key, name, called, given, family, latin in columns
    )
