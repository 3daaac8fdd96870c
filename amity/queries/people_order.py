"""Who stands on a page of the list: each order walks one index from where the page before ended."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from amity.lib.errors import NotAccepted
from amity.queries.cursors import from_cursor, to_cursor
from amity.records.models import Person, Tie

MOST_FOUND = 500  # people whom a filter by name looks at


class Order(StrEnum):
    """How the list is ordered."""

    QUIET = "quiet"
    NAME = "name"
    NEAR = "near"
    LAST = "last"
    WARM = "warm"


class Only(StrEnum):
    """Which ties the list holds."""

    ALL = ""
    QUIET = "quiet"
    DORMANT = "dormant"
    NO_RHYTHM = "no-rhythm"


@dataclass(frozen=True, slots=True)
class _Walk:
    """One index to walk: the column, the way, and what kind of value a cursor holds."""

    column: str
    kind: type
    down: bool = False


_WALKS = {
    Order.QUIET: _Walk("quietness", int),
    Order.NEAR: _Walk("strength", float, down=True),
    Order.WARM: _Walk("warmth", float, down=True),
    Order.NAME: _Walk("person__sort_name", str),
    Order.LAST: _Walk("last_on", str, down=True),
}
_NEVER = ""  # in a cursor of LAST: behind everybody with whom something is recorded


def next_ids(ties: QuerySet[Tie], order: Order, after: str, size: int, *, narrow: bool) -> tuple[list[uuid.UUID], str]:
    """The people of the next page in order, and the cursor of the page after it, "" on the last.

    `narrow` says that few ties are meant, as those of one circle.
    """
    walk, ended = _WALKS[order], _ended(order, after)
    if order is Order.LAST:
        rows = _by_last(ties, ended, size + 1)
    elif order is Order.NAME:
        rows = _by_name(ties, ended, size + 1, narrow=narrow)
    else:
        rows = _walked(ties, walk, ended, size + 1)
    ids = [key for _, key in rows[:size]]
    if len(rows) <= size:
        return ids, ""
    value, key = rows[size - 1]
    return ids, to_cursor([order.value, _plain(value), key.hex])


def _ended(order: Order, after: str) -> tuple[Any, uuid.UUID] | None:
    parts = from_cursor(after, str, _WALKS[order].kind, str)
    if parts is None:
        return None
    try:
        key = uuid.UUID(str(parts[2]))
    except ValueError:
        key = None
    if key is None or parts[0] != order.value:
        raise NotAccepted("This page is not here any more. Begin again at the first.", "after")
    return parts[1], key


def _walked(
    ties: QuerySet[Tie], walk: _Walk, ended: tuple[Any, uuid.UUID] | None, most: int
) -> Sequence[tuple[Any, uuid.UUID]]:
    if ended is not None:
        ties = ties.filter(_behind(walk.column, *ended, down=walk.down))
    ties = ties.order_by(f"-{walk.column}" if walk.down else walk.column, "-person_id" if walk.down else "person_id")
    return list(ties.values_list(walk.column, "person_id")[:most])


def _by_last(ties: QuerySet[Tie], ended: tuple[Any, uuid.UUID] | None, most: int) -> Sequence[tuple[Any, uuid.UUID]]:
    """Two walks, because the databases disagree on where nothing stands in an order."""
    walk, rows = _WALKS[Order.LAST], []
    if ended is None or ended[0] != _NEVER:
        rows = list(_walked(ties.filter(last_on__isnull=False), walk, ended, most))
        ended = None
    if len(rows) < most:
        never = ties.filter(last_on=None)
        if ended is not None:
            never = never.filter(person_id__lt=ended[1])
        rows += [
            (_NEVER, key)
            for key in never.order_by("-person_id").values_list("person_id", flat=True)[: most - len(rows)]
        ]
    return rows


def _by_name(
    ties: QuerySet[Tie], ended: tuple[Any, uuid.UUID] | None, most: int, *, narrow: bool
) -> Sequence[tuple[Any, uuid.UUID]]:
    """Names stand with the people, so theirs is the index to walk; a narrow filter is asked for first."""
    people = Person.objects.filter(kept_at__isnull=False, trashed_at=None, merged_into=None)
    if narrow:
        people = people.filter(pk__in=ties.values("person_id"))
    else:
        people = people.filter(Exists(ties.filter(person_id=OuterRef("pk"))))
    if ended is not None:
        people = people.filter(_behind("sort_name", *ended, down=False, key_column="pk"))
    return list(people.order_by("sort_name", "pk").values_list("sort_name", "pk")[:most])


def _behind(column: str, value: Any, key: uuid.UUID, *, down: bool, key_column: str = "person_id") -> Q:
    """What comes after a row; the first condition is what lets an index begin there."""
    way = "lt" if down else "gt"
    beyond = Q(**{f"{column}__{way}": value}) | Q(**{column: value, f"{key_column}__{way}": key})
    return Q(**{f"{column}__{way}e": value}) & beyond


def _plain(value: Any) -> str | int | float:
    return value if isinstance(value, int | float | str) else value.isoformat()
