"""Ties judged and stored: what happened between a member and each person becomes the columns of their Tie.

Judging reads every contact of the people named, so it is done in slices of people: memory stays small, and a nightly
run that is stopped goes on with the next slice.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from amity.actions.contact_rows import Read, contacts_of
from amity.actions.priors import prior_of, store_prior
from amity.actions.summaries import refresh_people as refresh_people
from amity.judgement.beat import marks_of, pack_large, pack_recent
from amity.judgement.contacts import contact_days
from amity.judgement.order import quietness
from amity.judgement.rhythm import PriorMean, RhythmBy
from amity.judgement.ties import Wishes, judge_days
from amity.lib import clock
from amity.lib.ids import new_id
from amity.lib.text import shorten
from amity.lib.viewer import Viewer
from amity.records.bulk import bulk_change, bulk_load, in_slices, marks, select
from amity.records.models import InCircle, Person, Preferences, Tie
from amity.records.scope import changes
from amity.records.ties import SAME_NAMES

SLICE = 500  # people judged in one transaction
WORDS = 200  # characters of the last words kept beside a tie

STORED = (
    *("listed", "written", "heard", "first_on", "last_on", "last_channel", "last_direction", "last_words", "recent"),
    *("large", "balance", "episodes", "rhythm_by", "quietness", "judged_on"),
    *SAME_NAMES,
)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Judging:
    """One run of judging: for whom, on which day, leaning on which prior."""

    viewer: Viewer
    on: date
    prior: PriorMean


@dataclass(frozen=True, slots=True)
class _Person:
    """What judging asks of a person; whole rows of everybody would cost more than judging them."""

    kept_at: datetime | None
    chosen_at: datetime | None
    trashed_at: datetime | None
    merged_into: uuid.UUID | None

    @property
    def listed(self) -> bool:
        return self.kept_at is not None and self.trashed_at is None and self.merged_into is None


@dataclass(frozen=True, slots=True)
class _Tie:
    """The owner's word, as it stands in a tie."""

    key: uuid.UUID
    set_rhythm_days: int | None
    kin: bool
    paused_until: date | None
    left_out_at: datetime | None


@changes
def judge_ties(viewer: Viewer, person_ids: Iterable[uuid.UUID] | None, on: date) -> None:
    """Work out anew and store the viewer's ties with these people, or with everybody."""
    run = Judging(viewer, on, prior_of(viewer))
    for some in in_slices(list(_everybody() if person_ids is None else dict.fromkeys(person_ids)), SLICE):
        judge_slice(run, some)


def judge_all(viewer: Viewer, on: date, progress: Progress | None = None) -> None:
    """Every night: store every tie anew, in a transaction for each slice, then the prior for the next night."""
    run = Judging(viewer, on, store_prior(viewer))
    ids = list(_people_of(viewer))
    for done, some in enumerate(in_slices(ids, SLICE)):
        _judge_in_transaction(viewer, run, some)
        if progress:
            progress(min((done + 1) * SLICE, len(ids)), len(ids))
    _note_judged(viewer, on)


def judge_slice(run: Judging, person_ids: Sequence[uuid.UUID]) -> None:
    """Judge and store some ties; inside the scope and a transaction of the caller."""
    people = Person.objects.filter(pk__in=person_ids).order_by("pk")
    ties = _ties_now(run, person_ids)
    wishes = _circle_days(person_ids)
    heard = dict(contacts_of(run.viewer, person_ids, run.on))
    words = _last_words([one.last[2] for one in heard.values() if one.last[2] is not None])
    fresh, known = [], []
    columns = ("pk", "kept_at", "chosen_at", "trashed_at", "merged_into_id")
    for key, kept_at, chosen_at, trashed_at, merged in people.values_list(*columns):
        person = _Person(kept_at, chosen_at, trashed_at, merged)
        tie, read = ties.get(key), heard.get(key, Read([]))
        if tie is None and not read.contacts and person.kept_at is None:
            continue
        values = _values(run, person, tie, read, wishes.get(key), words)
        if tie is None:
            fresh.append((new_id().bytes, run.viewer.network, run.viewer.member, key, *values))
        else:
            known.append((*values, tie.key.bytes))
    bulk_load(Tie, ("id", "network_id", "member_id", "person_id", *STORED), fresh)
    bulk_change(Tie, STORED, known)


@changes
def _judge_in_transaction(viewer: Viewer, run: Judging, person_ids: Sequence[uuid.UUID]) -> None:
    judge_slice(run, person_ids)


@changes
def _people_of(viewer: Viewer) -> list[uuid.UUID]:
    return _everybody()


@changes
def _note_judged(viewer: Viewer, on: date) -> None:
    store_prior(viewer)
    Preferences.objects.filter(member_id=viewer.member).update(judged_on=on)


def _everybody() -> list[uuid.UUID]:
    return list(Person.objects.filter(merged_into=None).order_by("pk").values_list("pk", flat=True))


def _ties_now(run: Judging, person_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, _Tie]:
    rows = Tie.objects.filter(member_id=run.viewer.member, person_id__in=person_ids)
    columns = ("person_id", "pk", "set_rhythm_days", "kin", "paused_until", "left_out_at")
    return {person: _Tie(*values) for person, *values in rows.values_list(*columns)}


def _circle_days(person_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """The shortest rhythm among the circles that each person is in."""
    rows = InCircle.objects.filter(person_id__in=person_ids, circle__rhythm_days__isnull=False)
    days: dict[uuid.UUID, int] = {}
    for person, wanted in rows.values_list("person_id", "circle__rhythm_days"):
        if wanted is not None:
            days[person] = min(wanted, days.get(person, wanted))
    return days


def _last_words(keys: Sequence[Any]) -> dict[Any, str]:
    """What the newest contacts were about: the subject, else the first words."""
    words: dict[Any, str] = {}
    for some in in_slices(list(dict.fromkeys(keys)), SLICE):
        rows = select(
            "SELECT id, subject, SUBSTR(text, 1, 400), private_to FROM records_interaction"
            f" WHERE id IN ({marks(len(some))})",
            some,
        )
        words |= {key: shorten(_about(subject) or text, WORDS) for key, subject, text, _ in rows}
    return words


def _about(subject: str) -> str:
    """A subject without "Re:" and "Fwd:"."""
    head, colon, rest = subject.partition(":")
    while colon and head.strip().lower() in ("re", "aw", "fw", "fwd", "wg", "sv", "tr", "rif", "antw"):
        subject = rest.strip()
        head, colon, rest = subject.partition(":")
    return subject.strip()


def _values(
    run: Judging, person: _Person, tie: _Tie | None, read: Read, circle_days: int | None, words: Mapping[Any, str]
) -> tuple[Any, ...]:
    wishes = _wishes(run, person, tie, circle_days)
    days = contact_days(read.contacts, run.on)
    judged = judge_days(days, prior=run.prior, today=run.on, kin=bool(tie and tie.kin), wishes=wishes)
    marks = marks_of(days)
    channel, direction, key = read.last
    return (
        person.listed,
        read.written,
        read.heard,
        judged.first_day,
        judged.last_day,
        channel,
        direction,
        words.get(key, ""),
        pack_recent(marks, run.on),
        pack_large(marks, run.on),
        judged.balance if judged.contact_days else None,
        judged.episodes,
        judged.rhythm_by.value if judged.rhythm_by else "",
        quietness(judged, run.on),
        run.on,
        *(getattr(judged, name) for name in SAME_NAMES),
    )


def _wishes(run: Judging, person: _Person, tie: _Tie | None, circle_days: int | None) -> Wishes:
    since = person.chosen_at or person.kept_at
    set_on = clock.local_day(since, run.viewer.time_zone) if since else None
    own = tie.set_rhythm_days if tie else None
    return Wishes(
        set_days=own or (circle_days if person.kept_at else None),
        set_by=RhythmBy.OWNER if own else RhythmBy.CIRCLE,
        set_on=set_on,
        paused_until=tie.paused_until if tie else None,
        never=bool(tie and tie.left_out_at),
    )
