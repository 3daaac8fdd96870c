"""One `Change` for every action: who, when, which verb, and enough to take it back.

ROWS  what an action did, oldest first, each {"model", "id" | "ids", "before", "after"}: before None means made, after
      None means removed, otherwise the named columns with their values before and after. Removed together, rows keep
      in "before" what they share and in "each" what they do not, in the order of "ids".
      They outlive releases: a column that is gone is passed over, a migration carries what is renamed.
"""

import base64
import datetime
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records.models import Change

SHORT = 300
SLICE = 500  # rows a statement: below every database's limit of parameters


class NothingToUndo(LookupError):
    """There is no change left to take back, or this one has been taken back already."""


class CannotUndo(ValueError):
    """Something later builds on it; the sentence says what, and nothing was changed."""


@dataclass
class Recorder:
    """Does what an action wants done and notes how to take it back. Use inside `@changes` and end with `note`."""

    viewer: Viewer
    rows: list[dict[str, Any]] = field(default_factory=list)

    def make(self, row: models.Model) -> None:
        """Insert `row`."""
        row.save(force_insert=True)
        self.rows.append({"model": _label(row), "id": row.pk.hex, "before": None, "after": _columns(row)})

    def make_many(self, rows: Sequence[models.Model]) -> None:
        """Insert rows of one model, which nothing will point to."""
        if rows:
            manager_of(type(rows[0])).bulk_create(rows, batch_size=SLICE)
            ids = [row.pk.hex for row in rows]
            self.rows.append({"model": _label(rows[0]), "ids": ids, "before": None, "after": None})

    def set(self, row: models.Model, **values: Any) -> bool:
        """Write the named columns of one row; False when nothing differs."""
        before = {name: getattr(row, name) for name in values}
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return False
        for name, value in changed.items():
            setattr(row, name, value)
        row.save(update_fields=list(changed))
        self.rows.append(
            {
                "model": _label(row),
                "id": row.pk.hex,
                "before": {name: to_json(before[name]) for name in changed},
                "after": {name: to_json(value) for name, value in changed.items()},
            }
        )
        return True

    def set_many(
        self, model: type[models.Model], ids: Iterable[uuid.UUID], column: str, before: Any, after: Any
    ) -> int:
        """Write one column of many rows that all hold `before` now; the ids are kept, for the way back."""
        keys = list(ids)
        for some in slices(keys):
            manager_of(model).filter(pk__in=some).update(**{column: after})
        if keys:
            self.rows.append(
                {
                    "model": model._meta.model_name,
                    "ids": [key.hex for key in keys],
                    "before": {column: to_json(before)},
                    "after": {column: to_json(after)},
                }
            )
        return len(keys)

    def remove(self, row: models.Model) -> None:
        """Delete one row that nothing else points to; its columns are kept, for the way back."""
        self.remove_many([row])

    def remove_many(self, rows: Sequence[models.Model]) -> None:
        """Delete rows of one model that nothing else points to; their columns are kept, for the way back."""
        if not rows:
            return
        model = type(rows[0])
        kept = [_columns(row, with_bytes=True) for row in rows]
        shared = {name: value for name, value in kept[0].items() if all(other[name] == value for other in kept)}
        each = {name: [columns[name] for columns in kept] for name in kept[0] if name not in shared}
        ids = [row.pk for row in rows]
        for some in slices(ids):
            manager_of(model).filter(pk__in=some).delete()
        self.rows.append(
            {
                "model": model._meta.model_name,
                "ids": [key.hex for key in ids],
                "before": shared,
                "each": each,
                "after": None,
            }
        )

    def note(self, verb: str, label: str, *, about: uuid.UUID | None = None) -> Change:
        """Write the history line. `label` is a sentence as the toast says it: "Moved Ada Byron to the bin."."""
        change = Change(
            member_id=self.viewer.member,
            at=clock.now(),
            verb=verb,
            label=label[:SHORT],
            person_id=about,
            rows=self.rows,
        )
        change.save(force_insert=True)
        return change


def slices(keys: Sequence[Any]) -> list[Sequence[Any]]:
    """The keys in pieces that fit one statement."""
    return [keys[start : start + SLICE] for start in range(0, len(keys), SLICE)]


def to_json(value: Any) -> Any:
    """A column's value as JSON keeps it."""
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value


def from_json(model: type[models.Model], kept: dict[str, Any]) -> dict[str, Any]:
    """The columns of `model` that still exist, from what `to_json` made of them."""
    by_name = {f.attname: f for f in model._meta.concrete_fields} | {f.name: f for f in model._meta.concrete_fields}
    values: dict[str, Any] = {}
    for name, value in kept.items():
        column = by_name.get(name)
        if column is None:
            continue  # a column that a later release took away
        if value is not None and isinstance(column, models.BinaryField):
            value = base64.b64decode(value)
        target = getattr(column, "target_field", column)
        values[column.attname] = target.to_python(value) if value is not None else None
    return values


def model_named(name: str) -> type[models.Model]:
    """The model a recorded row belongs to."""
    return apps.get_model("records", name)


def manager_of(model: type[models.Model]) -> models.Manager[Any]:
    """The model's rows in the open scope."""
    return model._default_manager


def _columns(row: models.Model, *, with_bytes: bool = False) -> dict[str, Any]:
    return {
        f.attname: to_json(getattr(row, f.attname))
        for f in row._meta.concrete_fields
        if f.name not in ("id", "network") and (with_bytes or not isinstance(f, models.BinaryField))
    }


def _label(row: models.Model) -> str:
    return str(row._meta.model_name)
