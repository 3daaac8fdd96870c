"""The changes that belong to an intake: its line in the history, and every card it brought up to date.

Each begins with a row that names its intake, and is taken back with the whole of it, never alone.
"""

import uuid
from typing import Any

from amity.records.models import Change, Intake

CARD_CHANGES = "card_changes"  # the key in Intake.options of those of its changes that brought cards up to date
_INTAKE = "intake"


def names_intake(intake_id: uuid.UUID) -> dict[str, Any]:
    """The row of a change that says which intake it belongs to; it holds nothing to take back."""
    return {"model": _INTAKE, "id": intake_id.hex, "before": {}, "after": {}}


def intake_of(change: Change) -> uuid.UUID | None:
    """The intake that a change belongs to; None where none is named."""
    first = change.rows[0] if change.rows else {}
    return uuid.UUID(first["id"]) if first.get("model") == _INTAKE else None


def rows_to_take_back(change: Change) -> list[dict[str, Any]]:
    """What the change did beside naming its intake."""
    return [row for row in change.rows if row["model"] != _INTAKE]


def card_changes(intake: Intake) -> list[uuid.UUID]:
    """The changes by which an intake brought cards up to date, oldest first."""
    return sorted(uuid.UUID(key) for key in intake.options.get(CARD_CHANGES, []))
