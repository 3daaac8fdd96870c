"""Two people's records field by field: what each holds, which value is proposed, and why."""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count

from amity.judgement.birthdays import birthday_words
from amity.judgement.lede import joined_words, newer_words, since_words
from amity.judgement.vocabulary import HandleKind
from amity.lib.text import fold
from amity.lib.viewer import Viewer
from amity.queries.circles import CircleMark, all_marks, marks_of
from amity.queries.handles import shown
from amity.records.models import Card, Fact, Handle, Participant, Person, Tie

BOTH_KEPT = "both kept"


class Side(StrEnum):
    """Which of two records a value is taken from; BOTH where nothing needs to be chosen."""

    KEPT = "kept"
    OTHER = "other"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the comparison. `name` is the key for `actions.merging`; values are "" where there is nothing.

    note     "2025 against 2019: the newer is chosen", "both kept"
    """

    name: str
    label: str
    kept: str
    other: str
    chosen: Side
    note: str

    @property
    def needs_choice(self) -> bool:
        """Whether the two sides say different things and only one can stay."""
        return bool(self.kept and self.other) and self.chosen is not Side.BOTH


@dataclass(frozen=True, slots=True)
class Record:
    """The head of one side: `since` is "since 2021, 53 letters and meetings"."""

    id: uuid.UUID
    name: str
    other_name: str
    language: str
    since: str
    circles: tuple[CircleMark, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Everything of one side: columns of the person, addresses by kind, the day on which a value was noted."""

    record: Record
    own: dict[str, str]
    addresses: dict[HandleKind, tuple[str, ...]]
    noted: dict[str, date]
    contact_days: int
    kept: bool
    letters: int


CHOICES = (
    *(("name", "Name"), ("called", "Called"), ("pronouns", "Pronouns"), ("work", "Work"), ("place", "Lives in")),
    *(("birthday", "Birthday"), ("met", "How you met"), ("language", "Language")),
)
KINDS = (
    *(
        (HandleKind.MAIL, "Mail"),
        (HandleKind.PHONE, "Phone"),
        (HandleKind.WEB, "Web"),
        (HandleKind.ACCOUNT, "Accounts"),
    ),
)
FACT_FIELDS = {"work": "work", "title": "work", "lives_in": "place"}


def records(viewer: Viewer, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Held]:
    """What is held of each of these people; inside a query's scope. Who is not here is missing."""
    people = Person.objects.filter(pk__in=ids, trashed_at=None, merged_into=None).select_related("met_through")
    ties = Tie.objects.filter(member_id=viewer.member, person_id__in=ids).values_list(
        "person_id", "contact_days", "first_on"
    )
    tied = {key: (days, first_on) for key, days, first_on in ties}
    circles, addresses, noted = marks_of(ids, all_marks()), _addresses(ids), _noted(ids)
    letters, cards = _counted(Participant, ids), _counted(Card, ids)
    found: dict[uuid.UUID, Held] = {}
    for person in people:
        days, first_on = tied.get(person.pk, (0, None))
        since = since_words(first_on.year if first_on else None, letters.get(person.pk, 0), cards.get(person.pk, 0))
        found[person.pk] = Held(
            record=Record(person.pk, person.name, person.latin, person.language, since, circles.get(person.pk, ())),
            own=_own(person),
            addresses={kind: tuple(values) for kind, values in addresses[person.pk].items()},
            noted=noted[person.pk],
            contact_days=days,
            kept=person.kept_at is not None,
            letters=letters.get(person.pk, 0),
        )
    return found


def which_is_kept(one: Held, other: Held) -> tuple[Held, Held]:
    """Who stays: one of the owner's people before a candidate, then the one with more days in touch, then the older."""
    first, second = sorted((one, other), key=lambda held: (not held.kept, -held.contact_days, held.record.id))
    return first, second


def compare(kept: Held, other: Held) -> tuple[Compared, ...]:
    """The lines on which at least one side says something."""
    lines = [*_choices(kept, other), *_kept_together(kept, other)]
    return tuple(line for line in lines if line.kept or line.other)


def joined(viewer: Viewer, kept: Held, other: Held) -> str:
    """What the two will be together: "One person, 3 addresses, 64 letters and meetings …"."""
    addresses = {(kind, value) for held in (kept, other) for kind, values in held.addresses.items() for value in values}
    both = [kept.record.id, other.record.id]
    letters = Participant.objects.filter(person_id__in=both).aggregate(n=Count("interaction_id", distinct=True))["n"]
    return joined_words(len(addresses), letters)


def _choices(kept: Held, other: Held) -> Iterator[Compared]:
    for name, label in CHOICES:
        ours, theirs = kept.own[name], other.own[name]
        chosen, note = _proposed(name, kept, other)
        same = bool(ours and theirs) and fold(ours) == fold(theirs)
        yield Compared(name, label, ours, theirs, Side.BOTH if same else chosen, "" if same else note)


def _proposed(name: str, kept: Held, other: Held) -> tuple[Side, str]:
    """The newer where both are dated, else what the one who stays says."""
    if not kept.own[name]:
        return Side.OTHER, ""
    ours, theirs = kept.noted.get(name), other.noted.get(name)
    if other.own[name] and ours and theirs and ours != theirs:
        newer = Side.OTHER if theirs > ours else Side.KEPT
        return newer, newer_words(max(ours, theirs), min(ours, theirs))
    return Side.KEPT, ""


def _kept_together(kept: Held, other: Held) -> Iterator[Compared]:
    for kind, label in KINDS:
        ours, theirs = kept.addresses.get(kind, ()), other.addresses.get(kind, ())
        note = BOTH_KEPT if ours and theirs and set(ours) != set(theirs) else ""
        yield Compared(kind.value, label, ", ".join(ours), ", ".join(theirs), Side.BOTH, note)
    here, there = _circles(kept), _circles(other)
    yield Compared("circles", "Circles", here, there, Side.BOTH, BOTH_KEPT if here and there and here != there else "")


def _circles(held: Held) -> str:
    return ", ".join(mark.name for mark in held.record.circles)


def _own(person: Person) -> dict[str, str]:
    through = f"through {person.met_through.name}" if person.met_through else ""
    return {
        "name": person.name,
        "called": person.called,
        "pronouns": person.pronouns,
        "work": person.work,
        "place": person.place,
        "birthday": birthday_words(person.born_year, person.born_month, person.born_day),
        "met": ", ".join(filter(None, (through, person.met_how))),
        "language": person.language,
    }


def _addresses(ids: Sequence[uuid.UUID]) -> defaultdict[uuid.UUID, dict[HandleKind, list[str]]]:
    found: defaultdict[uuid.UUID, dict[HandleKind, list[str]]] = defaultdict(dict)
    rows = Handle.objects.filter(person_id__in=ids).order_by("pk")
    for person, kind, value, written in rows.values_list("person_id", "kind", "value", "shown"):
        found[person].setdefault(HandleKind(kind), []).append(shown(kind, value, written))
    return found


def _noted(ids: Sequence[uuid.UUID]) -> defaultdict[uuid.UUID, dict[str, date]]:
    """When what a person's work and place are worked out from was noted last."""
    facts = Fact.objects.filter(person_id__in=ids, kind__in=FACT_FIELDS, trashed_at=None, private_to=None)
    found: defaultdict[uuid.UUID, dict[str, date]] = defaultdict(dict)
    for person, kind, noted_on in facts.order_by("noted_on").values_list("person_id", "kind", "noted_on"):
        if noted_on is not None:
            found[person][FACT_FIELDS[kind]] = noted_on
    return found


def _counted(model: Any, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    rows = model.objects.filter(person_id__in=ids).order_by()
    return dict(rows.values_list("person_id").annotate(number=Count("pk")))
