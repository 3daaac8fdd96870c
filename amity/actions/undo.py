"""Taking back what was done. An undo is itself a change, and is not undone: the same thing can be done again."""

import uuid

from django.db.models import Q

from amity.actions.afterwards import find_again, find_no_more, judge_again
from amity.actions.changes import CannotUndo, NothingToUndo, Recorder
from amity.actions.intake_changes import intake_of
from amity.actions.matching import match_again
from amity.actions.parting import MERGE, part_again, refuse_to_part
from amity.actions.taking_back import take_back, touched_by
from amity.judgement.keeping import BROUGHT_IN, TOO_LONG_AGO, WITHIN_AN_INTAKE, is_kept, why_it_stays_done
from amity.lib import clock
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.models import Change
from amity.records.scope import changes

UNDO = "undo"
EMPTIED = "purge_trash"  # nothing comes back from there
PASSED_OVER = (UNDO, EMPTIED, *WITHIN_AN_INTAKE)  # by "undo the last"


class TakenBackWhole(CannotUndo):
    """It came with an intake and goes with the whole of it: the caller leads there. None where it is not known."""

    def __init__(self, intake_id: uuid.UUID | None) -> None:
        super().__init__("What was brought in is taken back as a whole, on its own page.")
        self.intake_id = intake_id


@changes
def undo(viewer: Viewer, change_id: uuid.UUID) -> Change:
    """Take one change back.

    Raises CannotUndo, with nothing written, when something later builds on it, TakenBackWhole when it belongs to an
    intake, and NothingToUndo when it has been taken back already.
    """
    change = Change.objects.select_for_update(of=("self",)).filter(pk=change_id).first()
    if change is None:
        raise NotHere("There is no such change.")
    return _undo(viewer, change)


@changes
def undo_last(viewer: Viewer) -> Change:
    """Take back the newest thing this member did that is not taken back yet. Raises as `undo` does."""
    newest_first = Change.objects.select_for_update(of=("self",)).order_by("-at", "-pk")
    theirs = newest_first.filter(member_id=viewer.member, undone_at=None).exclude(verb__in=PASSED_OVER)
    change = theirs.filter(~Q(rows=[]) | Q(verb=BROUGHT_IN)).first()
    if change is None:
        raise NothingToUndo("There is nothing to take back.")
    return _undo(viewer, change)


def _undo(viewer: Viewer, change: Change) -> Change:
    _refuse_what_stays_done(viewer, change)
    recorder, merged = Recorder(viewer), change.verb == MERGE
    if merged:
        refuse_to_part(change)
    touched = touched_by(change.rows)
    find_no_more(viewer, interactions=touched.interactions, facts=touched.facts)
    touched.people |= take_back(change.rows, gently=merged)
    if merged:
        part_again(recorder, change)
    find_again(viewer, interactions=touched.interactions, facts=touched.facts)
    judge_again(viewer, touched.people)
    match_again(viewer, change)
    change.undone_at = clock.now()
    change.save(update_fields=["undone_at"])
    note = recorder.note(UNDO, f"Taken back: {change.label}", about=change.person_id)
    note.undoes = change.pk
    note.save(update_fields=["undoes"])
    return note


def _refuse_what_stays_done(viewer: Viewer, change: Change) -> None:
    undone, is_an_undo = change.undone_at is not None, change.undoes is not None
    why = why_it_stays_done(change.verb, is_an_undo=is_an_undo, is_undone=undone, is_empty=not change.rows)
    if undone:
        raise NothingToUndo(why)
    if change.verb in (BROUGHT_IN, *WITHIN_AN_INTAKE):
        raise TakenBackWhole(intake_of(change))
    if not is_kept(clock.local_day(change.at, viewer.time_zone), clock.today(viewer.time_zone)):
        why = why or TOO_LONG_AGO
    if why:
        raise CannotUndo(why)
