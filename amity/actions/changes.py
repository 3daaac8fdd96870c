"""One `Change` for every action: who, when, which verb, and enough to take it back.

ROWS  what an action did, oldest first, each {"model", "id" | "ids", "before", "after"}: before None means made, after
      None means removed, otherwise the named columns with their values before and after.
"""

import base64
import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records.models import Change

SHORT = 300


class NothingToUndo(LookupError):
    """There is no such change, or it has been taken back already."""


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
        self.rows.append({"model": _label(row), "id": row.pk.hex, "before": None, "after": None})

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
        for start in range(0, len(keys), 500):
            _manager(model).filter(pk__in=keys[start : start + 500]).update(**{column: after})
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
        columns = {
            f.attname: to_json(getattr(row, f.attname)) for f in row._meta.concrete_fields if f.name != "network"
        }
        self.rows.append({"model": _label(row), "id": row.pk.hex, "before": columns, "after": None})
        row.delete()

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


def take_back(rows: list[dict[str, Any]]) -> set[uuid.UUID]:
    """Reverse recorded rows, newest first; gives the people whose ties and summaries must be worked out anew.

    Raises CannotUndo, before anything is written, when a later change stands on one of them.
    """
    for row in reversed(rows):
        _refuse_if_built_upon(row)
    people: set[uuid.UUID] = set()
    for row in reversed(rows):
        model = _model(row["model"])
        keys = [uuid.UUID(key) for key in row.get("ids", [row.get("id")])]
        people |= _people_of(model, keys)
        if row["before"] is None:
            _manager(model).filter(pk__in=keys).delete()
        elif row["after"] is None:
            model(pk=keys[0], **_values(model, row["before"])).save(force_insert=True)
        else:
            for start in range(0, len(keys), 500):
                _manager(model).filter(pk__in=keys[start : start + 500]).update(**_values(model, row["before"]))
        people |= _people_of(model, keys)
    return people


def _refuse_if_built_upon(row: dict[str, Any]) -> None:
    if row["before"] is None or row["after"] is None or "ids" in row:
        return
    model = _model(row["model"])
    now = _manager(model).filter(pk=uuid.UUID(row["id"])).first()
    if now is None:
        raise CannotUndo("What this changed is gone by now, so there is nothing to take back.")
    for name, value in row["after"].items():
        if to_json(getattr(now, name)) != value:
            raise CannotUndo("It was changed again later. Undo the later change first.")


def _people_of(model: type[models.Model], keys: list[uuid.UUID]) -> set[uuid.UUID]:
    if model._meta.model_name == "person":
        return set(keys)
    names = {f.name for f in model._meta.concrete_fields}
    if "person" in names:
        return set(_manager(model).filter(pk__in=keys[:500]).values_list("person_id", flat=True))
    if model._meta.model_name == "interaction":
        participant = _model("participant")
        return set(_manager(participant).filter(interaction_id__in=keys[:500]).values_list("person_id", flat=True))
    return set()


def to_json(value: Any) -> Any:
    """A column's value as JSON keeps it."""
    if isinstance(value, uuid.UUID):
        return value.hex
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value


def _values(model: type[models.Model], kept: dict[str, Any]) -> dict[str, Any]:
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


def _label(row: models.Model) -> str:
    return str(row._meta.model_name)


def _model(name: str) -> type[models.Model]:
    return apps.get_model("records", name)


def _manager(model: type[models.Model]) -> models.Manager[Any]:
    return model._default_manager
