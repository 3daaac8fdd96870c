"""Whom a captured sentence names: somebody known, somebody new, or one of several: then it is asked, never guessed."""

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from amity.formats.name_writing import proper_case
from amity.formats.names import sort_name
from amity.judgement.readback import choice_words
from amity.lib.viewer import Viewer
from amity.queries.known_names import known_names
from amity.queries.resolve import who
from amity.records.models import Person, Tie

NEW = "new"  # the answer that somebody is not here yet
MOST_CHOICES = 12
MOST_BRANCHES = 200  # of one statement; SQLite takes 500
LONGEST_NAME = 200  # characters of a name to look for


@dataclass(frozen=True, slots=True)
class Answer:
    """What the writer answered to one line that was read back; None: nothing, so it stays as it was read.

    who     a person's key, or NEW; for a statement the key of the line of the name it is about
    name    another name than the one written
    what    other words
    day     another day, as "2026-11-27", or "" for none
    kind    of a fact: "life_event", "work" …
    is_out  it is to be left out
    """

    who: str | None = None
    name: str | None = None
    what: str | None = None
    day: str | None = None
    channel: str | None = None
    minutes: str | None = None
    kind: str | None = None
    is_out: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several that an undecided line may mean. `value` is what an `Answer.who` says for it."""

    value: str
    name: str
    detail: str
    language: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name that was read, and who it is taken for.

    was_there  they took part; else something is only said of them
    person_id  somebody known; None with `is_new` for somebody to be added as `name`
    typed      the other name the writer gave
    """

    key: str
    written: str
    name: str
    was_there: bool
    choices: tuple[Choice, ...] = ()
    person_id: uuid.UUID | None = None
    is_new: bool = False
    is_out: bool = False
    typed: str = ""
    problem: str = ""

    @property
    def is_undecided(self) -> bool:
        """Whether the writer has to say who is meant."""
        return not self.is_out and not self.is_new and self.person_id is None

    @property
    def is_known_alone(self) -> bool:
        """Whether there is nothing to choose between."""
        return len(self.choices) == 1


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as it stands in the sentence, or was given beside it, before anybody was looked for."""

    key: str
    written: str
    was_there: bool
    candidates: tuple[uuid.UUID, ...] = ()
    answer: Answer = field(default_factory=Answer)
    is_by_hand: bool = False

    @property
    def asked(self) -> str:
        """The name to look for."""
        return (self.answer.name or "").strip()[:LONGEST_NAME] or self.written


def name_lines(viewer: Viewer, namings: Sequence[Naming], on: date) -> tuple[NameLine, ...]:
    """Who each name is taken for; the same number of statements for one name and for ten, typed ones aside."""
    looked_up = [_looked_up(viewer, naming) for naming in namings]
    unknown = {sort_name(one.asked) for one in looked_up if not one.candidates}
    by_name = _by_whole_name(unknown - {""})
    found = [replace(one, candidates=one.candidates or by_name.get(sort_name(one.asked), ())) for one in looked_up]
    described = _described(viewer, {key for one in found for key in one.candidates}, on)
    lines = [_line(one, [described[key] for key in one.candidates if key in described]) for one in found]
    return _settled(lines, {one.key for one in found if one.is_by_hand})


def _settled(lines: Sequence[NameLine], beside: Collection[str]) -> tuple[NameLine, ...]:
    """Somebody given beside the sentence settles which Ada is meant in it, and does not stand there twice."""
    given = {line.person_id for line in lines if line.key in beside and line.person_id and not line.is_out}
    named = [_meant(line, given) for line in lines if line.key not in beside]
    there = {line.person_id for line in named if line.person_id}
    return (*named, *(line for line in lines if line.key in beside and line.person_id not in there))


def _meant(line: NameLine, given: Collection[uuid.UUID]) -> NameLine:
    fitting = [one for one in line.choices if uuid.UUID(one.value) in given] if line.is_undecided else []
    if len(fitting) != 1:
        return line
    [chosen] = fitting
    choices = tuple(replace(one, is_chosen=one is chosen) for one in line.choices)
    return replace(line, person_id=uuid.UUID(chosen.value), name=chosen.name, choices=choices)


@dataclass(frozen=True, slots=True)
class _Described:
    key: uuid.UUID
    name: str
    detail: str
    language: str
    is_kept: bool
    strength: float


def _looked_up(viewer: Viewer, naming: Naming) -> Naming:
    """A name that the writer gave by hand may be an address or a beginning, too."""
    if naming.asked == naming.written and not naming.is_by_hand:
        return naming
    if candidates := known_names(viewer).who(naming.asked):
        return replace(naming, candidates=tuple(key for key in candidates if isinstance(key, uuid.UUID)))
    return replace(naming, candidates=tuple(one.id for one in who(viewer, naming.asked)))


def _by_whole_name(names: Iterable[str]) -> Mapping[str, tuple[uuid.UUID, ...]]:
    """Somebody who came while the index of names was in use is not taken for new."""
    found: dict[str, tuple[uuid.UUID, ...]] = {}
    rows = Person.objects.filter(sort_name__in=sorted(names), aside=False)
    for key, name in rows.order_by("pk").values_list("pk", "sort_name")[:MOST_CHOICES]:
        found[name] = (*found.get(name, ()), key)
    return found


def _described(viewer: Viewer, keys: Iterable[uuid.UUID], on: date) -> Mapping[uuid.UUID, _Described]:
    # One key a branch: for a list of keys SQLite reads every name of the network, 60 ms for 100,000 people
    columns = ("pk", "name", "language", "work", "place", "kept_at", "trashed_at", "merged_into_id")
    each = [Person.objects.filter(pk=key).values_list(*columns) for key in sorted(set(keys))]
    some = [each[at : at + MOST_BRANCHES] for at in range(0, len(each), MOST_BRANCHES)]
    found = [row for first, *others in some for row in first.union(*others, all=True)]
    rows = [row[:6] for row in found if row[6] is None and row[7] is None]
    ties = Tie.objects.filter(member_id=viewer.member, person_id__in=[row[0] for row in rows])
    tied = {tie.person_id: tie for tie in ties.only("person_id", "contact_days", "last_on", "strength")}
    described = {}
    for key, name, language, work, place, kept_at in rows:
        tie = tied.get(key)
        detail = choice_words(work, place, tie.contact_days if tie else 0, tie.last_on if tie else None, on)
        described[key] = _Described(key, name, detail, language, kept_at is not None, tie.strength if tie else 0.0)
    return described


def _line(naming: Naming, people: Sequence[_Described]) -> NameLine:
    """The one of the owner's people who fits is taken; who was only met in mail is offered beside them."""
    closest = sorted(people, key=lambda one: (not one.is_kept, -one.strength))[:MOST_CHOICES]
    taken = _taken(naming.answer.who or "", closest)
    is_new = taken is None and (not closest or naming.answer.who == NEW)
    problem = "" if people or may_be_a_name(naming.asked) else f"Nobody here answers to “{naming.asked}”."
    return NameLine(
        key=naming.key,
        written=naming.written,
        name=proper_case(naming.asked) if taken is None else taken.name,
        was_there=naming.was_there,
        choices=tuple(
            Choice(str(one.key), one.name, one.detail, one.language, one is taken) for one in closest
        ),
        person_id=taken.key if taken else None,
        is_new=is_new and not problem,
        is_out=naming.answer.is_out,
        typed=(naming.answer.name or "").strip(),
        problem=problem,
    )  # fmt: skip


def _taken(answer: str, closest: Sequence[_Described]) -> _Described | None:
    if answer == NEW:
        return None
    for one in closest:
        if str(one.key) == answer:
            return one
    kept = [one for one in closest if one.is_kept]
    fitting = kept or closest
    return fitting[0] if len(fitting) == 1 else None


def may_be_a_name(text: str) -> bool:
    """Whether somebody new may be called so: an address, a number or a key is no name."""
    return any(c.isalpha() for c in text) and not any(c.isdigit() or c in "@/\\<>" for c in text)
