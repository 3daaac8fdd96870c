"""Who takes over what an intake brought, when it is taken back and another one saw the same."""

import uuid
from collections.abc import Sequence

from amity.records.bulk import in_slices
from amity.records.intakes import IntakeState
from amity.records.models import Intake, Sighting

SLICE = 500
HEIRS = "heirs"  # in Intake.options, while it is taken back: the intakes that took over some of it
GONE = (IntakeState.UNDONE, IntakeState.UNDOING)


def heirs(intake: Intake, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, uuid.UUID]:
    """Rows that another living intake saw too, with that intake: from now on it is the one that brought them."""
    found: dict[uuid.UUID, uuid.UUID] = {}
    for some in in_slices(keys, SLICE):
        seen = Sighting.objects.filter(row__in=some).exclude(intake=intake).exclude(intake__state__in=GONE)
        for sighting, row, other in seen.order_by("pk").values_list("pk", "row", "intake_id"):
            if row not in found:
                found[row] = other
                Sighting.objects.filter(pk=sighting).delete()
    known = set(intake.options.get(HEIRS, []))
    if found:
        intake.options[HEIRS] = sorted(known | {other.hex for other in found.values()})
    return found


def seen_after(intake: Intake, row: uuid.UUID, moment: uuid.UUID) -> uuid.UUID | None:
    """A living intake that saw a row after something with the key `moment` was made; keys rise with time."""
    seen = Sighting.objects.filter(row=row, pk__gt=moment).exclude(intake=intake).exclude(intake__state__in=GONE)
    return seen.order_by("pk").values_list("intake_id", flat=True).first()
