"""Names and signatures that letters told of addresses known before: noted while reading, taken back with the intake."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from amity.actions.bringing import Bringing, Tally
from amity.actions.changes import Recorder
from amity.actions.intake_changes import names_intake, rows_to_take_back
from amity.judgement.keeping import LEARNED
from amity.lib.viewer import Viewer
from amity.records.bulk import as_uuid, in_slices
from amity.records.models import Change, Handle, Participant

SLICE = 500
Row = dict[str, Any]


def note_learned(run: Bringing, tally: Tally) -> None:
    """Keep what was learned in a chunk; inside its transaction."""
    if not run.book.learned:
        return
    recorder = Recorder(run.viewer, [names_intake(run.intake)])
    for one in run.book.learned:
        row: Row = {"model": "handle", "id": as_uuid(one.handle).hex, "before": {}, "after": {}, "names": one.names}
        if one.signature:
            row["before"] = {"signature": one.before, "signature_at": _text(one.before_at)}
            row["after"] = {"signature": one.signature, "signature_at": _text(one.signed_at)}
        recorder.rows.append(row)
    run.book.learned.clear()
    tally.changes.append(recorder.note(LEARNED, "Learned names and signatures from letters.").pk)


def unlearn(viewer: Viewer, change: Change, heirs: Iterable[uuid.UUID]) -> None:
    """Take names and signatures out again, but for those of letters that are these other intakes' by now."""
    for rows in in_slices(rows_to_take_back(change)[::-1], SLICE):
        handles = Handle.objects.in_bulk([uuid.UUID(row["id"]) for row in rows])
        kept = _written_in_letters_of(list(handles.values()), list(heirs))
        for row in rows:
            handle = handles.get(uuid.UUID(row["id"]))
            if handle is not None and handle.pk not in kept:
                _unlearn_one(handle, row)


def forget_learned(viewer: Viewer, handles: Sequence[uuid.UUID]) -> None:
    """Before these addresses go for ever: what was learned of them goes too."""
    gone = {key.hex for key in handles}
    for change in Change.objects.filter(verb=LEARNED).iterator():
        rows = [row for row in change.rows if row["id"] not in gone]
        if len(rows) < len(change.rows):
            change.rows = rows
            change.save(update_fields=["rows"])


def _unlearn_one(handle: Handle, row: Row) -> None:
    names = {name: count - row["names"].get(name, 0) for name, count in handle.names.items()}
    handle.names = {name: count for name, count in names.items() if count > 0}
    if row["after"] and handle.signature == row["after"]["signature"]:
        handle.signature = row["before"]["signature"]
        handle.signature_at = row["before"]["signature_at"]
    handle.save(update_fields=["names", "signature", "signature_at"])


def _written_in_letters_of(handles: Sequence[Handle], intakes: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    if not intakes:
        return set()
    # By person, too: there is an index on who, none on through what
    rows = Participant.objects.filter(
        person_id__in={handle.person_id for handle in handles},
        handle_id__in=[handle.pk for handle in handles],
        interaction__intake_id__in=intakes,
    )
    return {key for key in rows.values_list("handle_id", flat=True).distinct() if key}


def _text(at: Any) -> str | None:
    return at.isoformat() if at else None
