"""Two people who may be one: the list, and two records side by side."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from amity.judgement.lede import waiting_words
from amity.judgement.sameness import how_likely
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.comparing import Compared, Record, Side, compare, joined, records, which_is_kept
from amity.queries.cursors import from_cursor, to_cursor
from amity.records.models import Likeness
from amity.records.sameness import LikenessState
from amity.records.scope import reads

__all__ = ["Compared", "DuplicatesPage", "Pair", "PairRow", "Record", "Side", "duplicates_page", "pair"]

PAGE = 30
MOST_WAITING = 5_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records to decide about. `number` of `total` waiting; `likeliness` "Probably." or "Perhaps."."""

    kept: Record
    other: Record
    fields: tuple[Compared, ...]
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    likeliness: str
    lede: str
    after: str  # "One person, 3 addresses, 64 letters. Nothing is thrown away."
    suggested: bool
    number: int
    total: int
    earlier: tuple[uuid.UUID, uuid.UUID] | None
    later: tuple[uuid.UUID, uuid.UUID] | None


@dataclass(frozen=True, slots=True)
class PairRow:
    """One line of the list."""

    likeness_id: uuid.UUID
    person_id: uuid.UUID
    name: str
    other_id: uuid.UUID
    other_name: str
    likeliness: str
    reason: str
    put_aside: bool


@dataclass(frozen=True, slots=True)
class DuplicatesPage:
    """The likeliest first, those put aside behind them; `total` counts all that wait."""

    rows: tuple[PairRow, ...]
    total: int
    lede: str
    next: str


@reads
def duplicates_page(viewer: Viewer, *, after: str = "") -> DuplicatesPage:
    """Pairs that wait for the owner's word. Raises NotAccepted for a cursor that no page gave."""
    waiting = _waiting()
    ended = from_cursor(after, int)
    start = max(int(ended[0]), 0) if ended else 0
    shown = waiting[start : start + PAGE]
    columns = ("pk", "person__name", "other__name", "reasons_for")
    rows = Likeness.objects.filter(pk__in=[each.key for each in shown]).values_list(*columns)
    said = {key: (name, other_name, reasons) for key, name, other_name, reasons in rows}
    return DuplicatesPage(
        rows=tuple(_row(each, *said[each.key]) for each in shown if each.key in said),
        total=len(waiting),
        lede=waiting_words(len(waiting)),
        next=to_cursor([start + PAGE]) if len(waiting) > start + PAGE else "",
    )


@reads
def pair(viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID) -> Pair:
    """Two people side by side, suggested or not; the one with more between you is kept. Raises NotHere."""
    sides = records(viewer, (person_id, other_id))
    if len(sides) < 2 or person_id == other_id:
        raise NotHere("One of the two is not here. They may be in the bin, or be one already.")
    kept, other = which_is_kept(sides[person_id], sides[other_id])
    first, second = sorted((person_id, other_id))
    likeness = Likeness.objects.filter(person_id=first, other_id=second).first()
    suggested = likeness is not None and likeness.state == LikenessState.SUGGESTED
    likely = f"{how_likely(likeness.weight).value.capitalize()}." if likeness is not None and suggested else ""
    waiting = _waiting()
    at = next((number for number, each in enumerate(waiting) if (each.one, each.other) == (first, second)), None)
    return Pair(
        kept=kept.record,
        other=other.record,
        fields=compare(kept, other),
        reasons_for=tuple(likeness.reasons_for) if likeness else (),
        reasons_against=tuple(likeness.reasons_against) if likeness else (),
        likeliness=likely,
        lede=f"{likely} You decide; either answer can be undone for thirty days.".strip(),
        after=joined(viewer, kept, other),
        suggested=suggested,
        number=at + 1 if at is not None else 0,
        total=len(waiting),
        earlier=_two(waiting, at - 1) if at else None,
        later=_two(waiting, at + 1) if at is not None else None,
    )


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A pair that waits, as far as its place in the list needs it."""

    key: uuid.UUID
    one: uuid.UUID
    other: uuid.UUID
    weight: float
    put_aside: bool


def _waiting() -> list[_Waiting]:
    """All of them in order: the likeliest first, those the owner put aside behind them."""
    rows = Likeness.objects.filter(
        state=LikenessState.SUGGESTED,
        person__trashed_at=None,
        person__merged_into=None,
        other__trashed_at=None,
        other__merged_into=None,
    ).order_by("-weight")
    columns = rows.values_list("pk", "person_id", "other_id", "weight", "decided_at")[:MOST_WAITING]
    pairs = [_Waiting(key, one, other, weight, decided is not None) for key, one, other, weight, decided in columns]
    return sorted(pairs, key=lambda each: (each.put_aside, -each.weight, each.key))


def _row(each: _Waiting, name: str, other_name: str, reasons: Sequence[str]) -> PairRow:
    return PairRow(
        likeness_id=each.key,
        person_id=each.one,
        name=name,
        other_id=each.other,
        other_name=other_name,
        likeliness=how_likely(each.weight).value,
        reason=reasons[0] if reasons else "",
        put_aside=each.put_aside,
    )


def _two(waiting: Sequence[_Waiting], at: int) -> tuple[uuid.UUID, uuid.UUID] | None:
    return (waiting[at].one, waiting[at].other) if 0 <= at < len(waiting) else None
