"""History: what was changed, by whom, when, and whether it can be taken back."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import BooleanField, Case, Q, Value, When
from django.db.models.fields.json import KeyTextTransform, KeyTransform

from amity.judgement.keeping import BROUGHT_IN, TOO_LONG_AGO, WITHIN_AN_INTAKE, is_kept, why_it_stays_done
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.cursors import from_cursor, to_cursor
from amity.records.models import Change, Membership
from amity.records.scope import reads

PAGE = 50


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change. `why_not` says why it cannot be taken back; "" when it can.

    intake_id   the import it belongs to: with the whole of that it is taken back
    """

    id: uuid.UUID
    at: datetime  # in the viewer's time zone
    by: str
    label: str
    verb: str
    person_id: uuid.UUID | None
    can_undo: bool
    why_not: str
    undone_at: datetime | None
    intake_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """`next` is the cursor of older changes, "" on the last page."""

    rows: tuple[ChangeRow, ...]
    next: str


@reads
def history_page(viewer: Viewer, on: date, *, about: uuid.UUID | None = None, before: str = "") -> HistoryPage:
    """Changes, the newest first, of all or of one person."""
    changes = Change.objects.order_by("-at", "-pk")
    if about is not None:
        changes = changes.filter(person_id=about)
    else:
        changes = changes.exclude(verb__in=WITHIN_AN_INTAKE)  # the one line of their intake stands for them
    if (ended := _ended(before)) is not None:
        at, key = ended
        changes = changes.filter(Q(at__lt=at) | Q(at=at, pk__lt=key), at__lte=at)
    # What a change holds may be large, and only undo reads it
    empty = Case(When(rows=[], then=Value(True)), default=Value(False), output_field=BooleanField())
    intake = Case(
        When(verb__in=(BROUGHT_IN, *WITHIN_AN_INTAKE), then=KeyTextTransform("id", KeyTransform("0", "rows")))
    )
    columns = ("pk", "at", "member_id", "label", "verb", "person_id", "undone_at", "undoes", "is_empty", "intake")
    found = list(changes.annotate(is_empty=empty, intake=intake).values_list(*columns)[: PAGE + 1])
    names = _names({row[2] for row in found})
    shown = found[:PAGE]
    cursor = to_cursor([shown[-1][1].isoformat(), shown[-1][0].hex]) if len(found) > PAGE else ""
    return HistoryPage(tuple(_row(viewer, on, row, names) for row in shown), cursor)


def _row(viewer: Viewer, on: date, row: Sequence[Any], names: dict[uuid.UUID, str]) -> ChangeRow:
    key, at, member, label, verb, person, undone_at, undoes, is_empty, intake = row
    undone, is_an_undo = undone_at is not None, undoes is not None
    why_not = why_it_stays_done(verb, is_an_undo=is_an_undo, is_undone=undone, is_empty=is_empty)
    if not why_not and not is_kept(clock.local_day(at, viewer.time_zone), on):
        why_not = TOO_LONG_AGO
    return ChangeRow(
        id=key,
        at=at.astimezone(viewer.time_zone),
        by="You" if member == viewer.member else names.get(member, "Somebody who has left"),
        label=label,
        verb=verb,
        person_id=person,
        can_undo=not why_not,
        why_not=why_not,
        undone_at=undone_at.astimezone(viewer.time_zone) if undone_at else None,
        intake_id=uuid.UUID(intake) if intake else None,
    )


def _names(members: set[uuid.UUID]) -> dict[uuid.UUID, str]:
    rows = Membership.objects.filter(pk__in=members).values_list("pk", "user__name", "user__username")
    return {key: name or username for key, name, username in rows}


def _ended(before: str) -> tuple[datetime, uuid.UUID] | None:
    parts = from_cursor(before, str, str)
    if parts is None:
        return None
    try:
        return datetime.fromisoformat(str(parts[0])), uuid.UUID(str(parts[1]))
    except ValueError:
        raise NotAccepted("This page is not here any more. Begin again at the newest.", "before") from None
