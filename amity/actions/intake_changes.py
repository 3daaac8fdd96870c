"""The changes that belong to an intake: its line in the history, and what it changed of what was known before.

Each begins with a row that names its intake, and is taken back with the whole of it, never alone.
"""

import uuid
from typing import Any

from amity.records.models import Change, Intake

CHANGES = "changes"  # the key in Intake.options of those that changed what was known before
_INTAKE, _CARD = "intake", "card"


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


def names_card(card_id: uuid.UUID) -> dict[str, Any]:
    """The row of a change that says which new card told it; it holds nothing to take back."""
    return {"model": _CARD, "id": card_id.hex, "before": {}, "after": {}}


def card_of(change: Change) -> uuid.UUID | None:
    """The card that told what a change did."""
    return next((uuid.UUID(row["id"]) for row in change.rows if row["model"] == _CARD), None)


def is_of_new_card(change: Change) -> bool:
    """Whether the card came with this very intake, and said something new of somebody who was known."""
    return any(row["model"] == _CARD and not row["before"] for row in change.rows)


def changes_of(intake: Intake) -> list[uuid.UUID]:
    """The changes by which an intake changed what was known before, oldest first."""
    return sorted(uuid.UUID(key) for key in intake.options.get(CHANGES, []))
