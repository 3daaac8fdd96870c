"""Ties judged and stored: what happened between a member and each person becomes the columns of their Tie.

Judging reads every contact of the people named, so it is done in slices of people: memory stays small, and a nightly
run that is stopped goes on with the next slice.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from amity.actions.summaries import refresh_people
from amity.judgement.beat import marks_of, pack_large, pack_recent
from amity.judgement.contacts import Contact, contact_days
from amity.judgement.order import quietness
from amity.judgement.rhythm import PriorMean, RhythmBy
from amity.judgement.ties import Wishes, judge_days
from amity.judgement.vocabulary import Channel, Direction, PartyRole
from amity.lib import clock
from amity.lib.ids import new_id
from amity.lib.text import shorten
from amity.lib.viewer import Viewer
from amity.records.bulk import as_uuid, bulk_change, bulk_load, in_slices, marks, select, stored_key
from amity.records.models import InCircle, Person, Preferences, Tie
from amity.records.scope import changes
from amity.records.ties import SAME_NAMES

SLICE = 500  # people judged in one transaction
ALWAYS_UTC = frozenset(("UTC", "Etc/UTC"))
WORDS = 200  # characters of the last words kept beside a tie
AGREES = 0.02  # of the prior's logarithm: a smaller move changes no rhythm by as much as 2 %

CHANNELS = {channel.value: channel for channel in Channel}
DIRECTIONS = {direction.value: direction for direction in Direction}
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


@dataclass(slots=True)
class _Heard:
    """What was read of one person: their contacts, single letters counted both ways, and the newest of them."""

    contacts: list[Contact]
    written: int = 0
    heard: int = 0
    last: tuple[str, str, Any] = ("", "", None)  # channel, direction, the interaction's key


@changes
def judge_ties(viewer: Viewer, person_ids: Iterable[uuid.UUID] | None, on: date) -> None:
    """Work out anew and store the viewer's ties with these people, or with everybody."""
    run = Judging(viewer, on, _prior(viewer))
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


@changes
def store_prior(viewer: Viewer) -> PriorMean:
    """The sum over all stored ties of the viewer, kept with their preferences."""
    table = Tie._meta.db_table
    rows = select(
        f"SELECT COALESCE(SUM(log_sum), 0), COALESCE(SUM(gaps), 0) FROM {table}"
        " WHERE network_id = %s AND member_id = %s",
        [stored_key(viewer.network), stored_key(viewer.member)],
    )
    prior = PriorMean(float(rows[0][0]), int(rows[0][1]))
    Preferences.objects.filter(member_id=viewer.member).update(gap_log_sum=prior.total, gap_count=prior.count)
    return prior


@changes
def prior_of(viewer: Viewer) -> PriorMean:
    """The prior that the viewer's ties lean on now."""
    return _prior(viewer)


def agree(one: PriorMean, other: PriorMean) -> bool:
    """Whether two priors are near enough that ties judged with the one need not be judged with the other."""
    return abs(one.value - other.value) <= AGREES


def judge_slice(run: Judging, person_ids: Sequence[uuid.UUID]) -> None:
    """Judge and store some ties; inside the scope and a transaction of the caller."""
    people = Person.objects.filter(pk__in=person_ids).order_by("pk")
    ties = _ties_now(run, person_ids)
    wishes = _circle_days(person_ids)
    heard = {person: _read(run, rows) for person, rows in _contacts(run, person_ids)}
    words = _last_words([one.last[2] for one in heard.values() if one.last[2] is not None])
    fresh, known = [], []
    columns = ("pk", "kept_at", "chosen_at", "trashed_at", "merged_into_id")
    for key, kept_at, chosen_at, trashed_at, merged in people.values_list(*columns):
        person = _Person(kept_at, chosen_at, trashed_at, merged)
        tie, read = ties.get(key), heard.get(key, _Heard([]))
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


def _prior(viewer: Viewer) -> PriorMean:
    row = Preferences.objects.filter(member_id=viewer.member).values_list("gap_log_sum", "gap_count").first()
    return PriorMean(*row) if row else PriorMean()


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


def _contacts(run: Judging, person_ids: Sequence[uuid.UUID]) -> Iterator[tuple[uuid.UUID, Iterator[tuple[Any, ...]]]]:
    """What counts of each person, newest first: one walk along the timeline index."""
    for some in in_slices(person_ids, SLICE):
        rows = select(
            "SELECT p.person_id, p.happened_at, p.role, i.channel, i.direction, i.others, i.id"
            " FROM records_participant p"
            " JOIN records_interaction i ON i.id = p.interaction_id AND i.network_id = p.network_id"
            f" WHERE p.network_id = %s AND p.person_id IN ({marks(len(some))}) AND i.member_id = %s"
            " AND i.counts AND i.trashed_at IS NULL ORDER BY p.person_id, p.happened_at DESC",
            [stored_key(run.viewer.network), *map(stored_key, some), stored_key(run.viewer.member)],
        )
        for key, group in groupby(rows, key=itemgetter(0)):
            yield as_uuid(key), group


def _read(run: Judging, rows: Iterator[tuple[Any, ...]]) -> _Heard:
    read = _Heard([])
    zone = run.viewer.time_zone.key
    for _, at, role, channel, direction, others, key in rows:
        # a copy of somebody else's letter, or of one to somebody else, is no contact between the two of you
        if direction == Direction.IN and role != PartyRole.FROM:
            continue
        day = _day(at, zone) if isinstance(at, str) else clock.local_day(at, run.viewer.time_zone)
        read.contacts.append(Contact(day, CHANNELS[channel], DIRECTIONS[direction], others))
        if direction == Direction.OUT:
            read.written += 1
        elif direction == Direction.IN:
            read.heard += 1
        if read.last[2] is None and day <= run.on:
            read.last = (channel, direction, key)
    return read


def _day(stored: str, zone: str) -> date:
    """The day in `zone` of a moment as SQLite keeps it, "2026-11-25 10:20:30"."""
    return date.fromisoformat(stored[:10]) if zone in ALWAYS_UTC else _day_elsewhere(stored[:16], zone)


@lru_cache(maxsize=65_536)
def _day_elsewhere(minute: str, zone: str) -> date:
    return clock.local_day(datetime.fromisoformat(f"{minute}+00:00"), ZoneInfo(zone))


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
    run: Judging, person: _Person, tie: _Tie | None, read: _Heard, circle_days: int | None, words: Mapping[Any, str]
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


__all__ = ["Judging", "agree", "judge_all", "judge_slice", "judge_ties", "prior_of", "refresh_people", "store_prior"]
