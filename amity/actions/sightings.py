"""What an intake saw that an earlier one had brought: noted once, so that undoing the earlier one leaves it."""

from collections.abc import Sequence

from amity.actions.bringing import Bringing
from amity.records.bulk import as_bytes, bulk_load, in_slices, marks, select, stored_key
from amity.records.models import Sighting


def note_sightings(run: Bringing, kind: str, keys: Sequence[bytes]) -> None:
    """Note these rows as seen by this intake too."""
    noted: set[bytes] = set()
    for some in in_slices(keys):
        rows = select(
            "SELECT row FROM records_sighting WHERE network_id = %s AND intake_id = %s"
            f" AND row IN ({marks(len(some))})",
            [stored_key(run.viewer.network), stored_key(run.intake), *map(stored_key, some)],
        )
        noted |= {as_bytes(row) for (row,) in rows}
    fresh = [key for key in dict.fromkeys(keys) if key not in noted]
    bulk_load(
        Sighting,
        ("id", "network_id", "intake_id", "kind", "row"),
        [(next(run.keys), run.viewer.network.bytes, run.intake.bytes, kind, key) for key in fresh],
    )
