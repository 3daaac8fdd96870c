"""Candidates: people met in mail and cards whom the owner has not kept yet, the likeliest first."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from amity.formats.handles import shown_handle
from amity.judgement.lede import candidates_lede, counted_words
from amity.judgement.vocabulary import HandleKind
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.cursors import from_cursor, to_cursor
from amity.records.models import Handle, Person, Tie
from amity.records.scope import reads

PAGE = 30
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Somebody who may be a person of yours: `reason` says what there is, "Wrote to you three times"."""

    id: uuid.UUID
    name: str
    other_name: str
    language: str
    address: str
    reason: str
    last_on: date | None


@dataclass(frozen=True, slots=True)
class CandidatesPage:
    """`total` counts up to `MOST_COUNTED`; `next` is the cursor, "" on the last page."""

    rows: tuple[CandidateRow, ...]
    total: int
    lede: str
    next: str


@reads
def candidates_page(viewer: Viewer, *, after: str = "") -> CandidatesPage:
    """One page of candidates. Raises NotAccepted for a cursor that no page gave."""
    waiting = Person.objects.filter(kept_at=None, aside=False, trashed_at=None, merged_into=None)
    total = waiting.order_by()[: MOST_COUNTED + 1].count()
    ended = _ended(after)
    here = waiting.filter(_behind(*ended)) if ended else waiting
    columns = here.order_by("-rank", "-pk").values_list("pk", "name", "latin", "language", "standing", "rank")
    found: Sequence[Any] = list(columns[: PAGE + 1])
    shown = found[:PAGE]
    ids = [row[0] for row in shown]
    addresses, last = _addresses(ids), _last(viewer, ids)
    return CandidatesPage(
        rows=tuple(
            CandidateRow(key, name, latin, language, addresses.get(key, ""), reason, last.get(key))
            for key, name, latin, language, reason, _ in shown
        ),
        total=total,
        lede=candidates_lede(counted_words(total, MOST_COUNTED, "person", "people") if total else ""),
        next=to_cursor([float(shown[-1][5]), shown[-1][0].hex]) if len(found) > PAGE else "",
    )


def _behind(rank: float, key: uuid.UUID) -> Q:
    return Q(rank__lte=rank) & (Q(rank__lt=rank) | Q(pk__lt=key))


def _ended(after: str) -> tuple[float, uuid.UUID] | None:
    parts = from_cursor(after, float, str)
    if parts is None:
        return None
    try:
        return float(parts[0]), uuid.UUID(str(parts[1]))
    except ValueError:
        raise NotAccepted("This page is not here any more. Begin again at the first.", "after") from None


def _addresses(ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """One address each, mail before the others."""
    shown: dict[uuid.UUID, str] = {}
    rows = Handle.objects.filter(person_id__in=ids).order_by("pk")
    for person, kind, value, written in rows.values_list("person_id", "kind", "value", "shown"):
        if person not in shown or kind == HandleKind.MAIL:
            shown[person] = written or shown_handle(kind, value)
    return shown


def _last(viewer: Viewer, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, date | None]:
    ties = Tie.objects.filter(member_id=viewer.member, person_id__in=ids)
    return dict(ties.values_list("person_id", "last_on"))
