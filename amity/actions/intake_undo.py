"""An intake taken back as a whole: only what nothing else brought and nobody touched since goes; the rest is told.

Done in pieces, each a transaction that leaves less to do: a kill in between only means that the rest is done later.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django_tasks import task

from amity.actions.intake import ITS_TURN, Busy, one_at_a_time
from amity.actions.intake_heirs import HEIRS, heirs
from amity.actions.intake_stays import TOUCHED, UNDO_PEOPLE, concern, one_piece, stay, stay_seen
from amity.actions.intake_undo_cards import take_back_cards
from amity.actions.intake_undo_people import settle_people
from amity.actions.own_people import INFERRED, forget_inferred, give_back
from amity.actions.priors import AGREES, foresee_prior, prior_of, store_prior
from amity.actions.settling import SUGGESTED, judge_others, touched_people
from amity.actions.steps import Progress, Step, tell_nobody
from amity.actions.suggestions import hand_on, part_from_letters
from amity.judgement.keeping import BROUGHT_IN
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.queries import access
from amity.records import fulltext
from amity.records.bulk import bulk_remove, in_slices
from amity.records.intakes import IntakeState
from amity.records.models import Change, Fact, Intake, Interaction, Likeness, Participant, Sighting
from amity.records.sameness import LikenessState
from amity.records.scope import changes

PIECE = 1_000  # letters in one transaction
PEOPLE = 500
PRIOR = "undo_prior"  # in Intake.options: the usual gap before
UNDO_CHANGE = "undo_change"  # in Intake.options: its line in the history
LABEL = 300  # characters of a column


@dataclass(frozen=True, slots=True)
class Undone:
    """The change it is in the history, with its sentence, and what stayed and why: reason, how many, a few of them."""

    change_id: uuid.UUID
    label: str
    stays: tuple[tuple[str, int, tuple[str, ...]], ...]


@changes
def start_undo(viewer: Viewer, intake_id: uuid.UUID) -> None:
    """Let a worker take it back."""
    with one_at_a_time():
        _begin(intake_id)
    transaction.on_commit(lambda: undo_intake_job.enqueue(str(viewer.member), str(intake_id)))


@task()
def undo_intake_job(member_id: str, intake_id: str) -> None:
    """Take an intake back in a worker."""
    viewer = access.member(uuid.UUID(member_id))
    if viewer is None:
        return
    try:
        undo_intake(viewer, uuid.UUID(intake_id))
    except Busy:
        undo_intake_job.using(run_after=clock.now() + ITS_TURN).enqueue(member_id, intake_id)


def undo_intake(viewer: Viewer, intake_id: uuid.UUID, progress: Progress | None = None) -> Undone:
    """Take back what only this intake brought and nobody touched. A second time it finds nothing to do."""
    tell = progress or tell_nobody
    with one_at_a_time():
        with one_piece(viewer):
            intake = _begin(intake_id)
            if intake.state == IntakeState.UNDONE:
                return _told(intake)
            if UNDO_PEOPLE not in intake.options:
                concern(intake, touched_people(viewer, intake))
                intake.options[PRIOR] = prior_of(viewer).value
            concern(intake, give_back(viewer, intake))
            intake.save(update_fields=["options"])
        total = intake.counts.get("new", 0)
        done = 0
        while number := _take_back_letters(viewer, intake_id):
            done += number
            tell(Step("undoing", min(done, total), total))
        with one_piece(viewer):
            intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
            take_back_cards(viewer, intake)
        _settle(viewer, intake, tell)
        with one_piece(viewer):
            return _finish(viewer, intake_id)


def _settle(viewer: Viewer, intake: Intake, tell: Progress) -> None:
    """Everybody stands again where the rest lets them; those it does not name too, where the usual gap moved."""
    people = [uuid.UUID(key) for key in intake.options[UNDO_PEOPLE]]
    foresee_prior(viewer, people, clock.today(viewer.time_zone))
    settle_people(viewer, intake.pk, people, tell)
    if abs(intake.options[PRIOR] - prior_of(viewer).value) > AGREES:
        judge_others(viewer, people, lambda done, of: tell(Step("undoing others", done, of)))


def _take_back_letters(viewer: Viewer, intake_id: uuid.UUID) -> int:
    """One piece of letters; 0 when none is left."""
    with one_piece(viewer):
        intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
        rows = list(
            Interaction.objects.filter(intake=intake)
            .order_by("pk")
            .values_list("pk", "docid", "touched_at", "trashed_at", "subject")[:PIECE]
        )
        taken_over = heirs(intake, [row[0] for row in rows])
        left: dict[uuid.UUID, uuid.UUID | None] = {**taken_over}
        gone: list[uuid.UUID] = []
        docids: list[int] = []
        for key, docid, touched_at, _, subject in rows:
            if key in taken_over:
                Interaction.objects.filter(pk=key).update(intake_id=taken_over[key])
            elif touched_at is not None:
                Interaction.objects.filter(pk=key).update(intake=None)
                left[key] = None
                stay(intake, TOUCHED, subject)
            else:
                gone.append(key)
                docids += [docid] if docid is not None else []
        hand_on(viewer, left)
        part_from_letters(viewer, gone)
        _remove_letters(gone, docids)
        stay_seen(intake, len(taken_over))
        intake.save(update_fields=["options"])
        return len(rows)


def _remove_letters(keys: Sequence[uuid.UUID], docids: Sequence[int]) -> None:
    fulltext.remove(docids)
    for some in in_slices(keys, PEOPLE):
        Participant.objects.filter(interaction_id__in=some)._raw_delete("default")
        Fact.objects.filter(interaction_id__in=some).update(interaction=None)
        Sighting.objects.filter(row__in=some)._raw_delete("default")
    bulk_remove(Interaction, keys)


def _begin(intake_id: uuid.UUID) -> Intake:
    intake = Intake.objects.select_for_update(of=("self",)).filter(pk=intake_id).first()
    if intake is None:
        raise NotHere("There is no such import.")
    if intake.state in (IntakeState.WAITING, IntakeState.READING, IntakeState.SETTLING) and not _is_dead(intake):
        raise NotAccepted("It is being read just now. Stop it first.")
    if intake.state != IntakeState.UNDONE:
        intake.state = IntakeState.UNDOING.value
        intake.save(update_fields=["state"])
    return intake


def _is_dead(intake: Intake) -> bool:
    """Inside the data folder's lock nobody reads: what says so was killed."""
    return intake.state != IntakeState.WAITING


def _finish(viewer: Viewer, intake_id: uuid.UUID) -> Undone:
    store_prior(viewer)
    _forget_suggestions(intake_id)
    intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
    Sighting.objects.filter(intake=intake).delete()
    intake.state, intake.undone_at = IntakeState.UNDONE.value, clock.now()
    forget_inferred(viewer, intake.options.get(INFERRED, []))
    for key in (UNDO_PEOPLE, PRIOR, HEIRS):
        intake.options.pop(key, None)
    intake.options[UNDO_CHANGE] = _note(viewer, intake).hex
    intake.save(update_fields=["state", "undone_at", "options"])
    return _told(intake)


def _forget_suggestions(intake_id: uuid.UUID) -> None:
    """Likely doubles among people who stay, that only this intake made likely and nobody has decided on."""
    keys = Intake.objects.get(pk=intake_id).options.get(SUGGESTED, [])
    for some in in_slices([uuid.UUID(key) for key in keys]):
        Likeness.objects.filter(pk__in=some, state=LikenessState.SUGGESTED, decided_at=None).delete()


def _note(viewer: Viewer, intake: Intake) -> uuid.UUID:
    """A line in the history, and the intake's own line stands as taken back."""
    brought = Change.objects.filter(verb=BROUGHT_IN, rows__0__id=intake.pk.hex).order_by("pk")
    brought.update(undone_at=clock.now())
    undoes = brought.values_list("pk", flat=True).first()
    undo = Change(member_id=viewer.member, at=clock.now(), verb="undo_intake", label=_label(intake), undoes=undoes)
    undo.save(force_insert=True)
    return undo.pk


def _told(intake: Intake) -> Undone:
    stays = tuple((why, one["count"], tuple(one["examples"])) for why, one in intake.options.get("stays", {}).items())
    return Undone(uuid.UUID(intake.options[UNDO_CHANGE]), _label(intake), stays)


def _label(intake: Intake) -> str:
    return f"Took back what came from {intake.title}."[:LABEL]
