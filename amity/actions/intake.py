"""One run of bringing in mail and contacts: begun, stopped, gone on with after a kill, and reported."""

import errno
import logging
import os
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django_tasks import task

from amity.actions import own_letters
from amity.actions.bringing import Bringing
from amity.actions.detecting import look_through_later
from amity.actions.intake_changes import names_intake
from amity.actions.intake_owner import find_owner, keep_problems
from amity.actions.locks import Held, only_one
from amity.actions.lookers import refuse_lookers
from amity.actions.own_chats import SERVICES, kind_of_value
from amity.actions.reading import Stopped, mailbox_of, read_part, reading_fast
from amity.actions.settling import settle
from amity.actions.steps import Progress, Step, tell_nobody
from amity.judgement.intake_words import now_on
from amity.judgement.keeping import BROUGHT_IN
from amity.judgement.wording import count, listed
from amity.lib import clock
from amity.lib.errors import BrokeOff, NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.queries import access
from amity.records.intakes import IntakeState
from amity.records.models import Change, Intake
from amity.records.scope import changes, scope_of
from amity.sources import registry
from amity.sources.found import Problem

TITLE, WHY = 300, 400  # characters of columns
BEFORE_ITS_END = (IntakeState.WAITING, IntakeState.READING, IntakeState.SETTLING)
RUNNING = (*BEFORE_ITS_END, IntakeState.UNDOING)
STOPPED_BY_OWNER = "You stopped it."
ITS_TURN = timedelta(seconds=15)  # after which a worker looks again whether another reading has ended
log = logging.getLogger(__name__)


class Busy(NotAccepted):
    """Another process reads into the same data folder, or takes something back."""


@changes
def new_intake(
    viewer: Viewer,
    paths: Sequence[str],
    me: Iterable[str] = (),
    *,
    keep_text: bool = True,
    with_nothing_to_read: bool = False,
) -> uuid.UUID:
    """Look what these files and folders are and make ready to read them; what is unknown becomes a problem.

    Raises NotAccepted when nothing in them can be read, unless that too shall be reported as a run that brings nothing;
    when none of them is there; or when an own address is none.
    """
    offered = [one for path in paths for one in registry.look_through(os.path.abspath(path))]
    parts = [one for one in offered if isinstance(one, registry.Recognised)]
    problems = [one for one in offered if isinstance(one, Problem)]
    if not parts and not (with_nothing_to_read and any(os.path.exists(path) for path in paths)):
        why = problems[0].why if problems else "Nothing was named to bring in."
        raise NotAccepted(why, "paths")
    own = own_letters.given(me, sorted({SERVICES[one.kind] for one in parts if one.kind in SERVICES}))
    own_letters.keep_given(viewer, own)
    intake = Intake(
        member_id=viewer.member,
        title=_title([one.path for one in parts] or list(paths)),
        state=IntakeState.PREVIEWED.value,
        parts=[_part(one) for one in parts],
        options={"keep_text": keep_text, "own_given": any(kind_of_value(one) == "mail" for one in own)},
        counts={"problems": len(problems)} if problems else {},
        made_at=clock.now(),
    )
    intake.save(force_insert=True)
    keep_problems(viewer, intake, problems)
    return intake.pk


@changes
def start_intake(viewer: Viewer, intake_id: uuid.UUID) -> None:
    """Let a worker read it, from where it stands. Starting what runs already changes nothing."""
    intake = _here(intake_id)
    if intake.state in (IntakeState.DONE, IntakeState.UNDOING, IntakeState.UNDONE):
        raise NotAccepted("This was read to its end already.")
    if intake.state in RUNNING and intake.stop_asked_at is None:
        return
    intake.state, intake.stop_asked_at, intake.why_stopped = IntakeState.WAITING.value, None, ""
    intake.save(update_fields=["state", "stop_asked_at", "why_stopped"])
    transaction.on_commit(lambda: run_intake_job.enqueue(str(viewer.member), str(intake_id)))


def resume_intake(viewer: Viewer, intake_id: uuid.UUID) -> None:
    """Go on with what was stopped, or failed: the same as starting."""
    start_intake(viewer, intake_id)


@changes
def stop_intake(viewer: Viewer, intake_id: uuid.UUID) -> None:
    """Ask for a stop; it comes behind the chunk that is being stored. What nobody reads just now stops at once."""
    intake = _here(intake_id)
    if intake.state not in BEFORE_ITS_END:
        return
    if intake.state != IntakeState.WAITING and _is_being_read():
        intake.stop_asked_at = clock.now()
    else:
        intake.state, intake.why_stopped = IntakeState.STOPPED.value, STOPPED_BY_OWNER
    intake.save(update_fields=["state", "stop_asked_at", "why_stopped"])


def run_intake(viewer: Viewer, intake_id: uuid.UUID, progress: Progress | None = None) -> IntakeState:
    """Read and settle in this process, from where it stands, to the end or to a stop. Gives the state it ended in.

    Raises Busy while another process reads into the same data folder, BrokeOff when it cannot go on.
    """
    refuse_lookers(viewer)
    tell = progress or tell_nobody
    with one_at_a_time(), reading_fast():
        state = _begin(viewer, intake_id)
        if state is not IntakeState.READING:
            return state
        try:
            _read_and_settle(viewer, intake_id, tell)
        except Stopped:
            return _end(viewer, intake_id, IntakeState.STOPPED, STOPPED_BY_OWNER)
        except Exception as error:  # the edge of a run: whatever it was, the page must not say "reading" for ever
            raise _broken_off(viewer, intake_id, error) from error
        return _end(viewer, intake_id, IntakeState.DONE, "")


@task()
def run_intake_job(member_id: str, intake_id: str) -> None:
    """Read an intake in a worker; looking through it is a job of its own."""
    viewer = access.member(uuid.UUID(member_id))
    if viewer is None or not _is_wanted(viewer, uuid.UUID(intake_id)):
        return
    try:
        ended = run_intake(viewer, uuid.UUID(intake_id))
    except Busy:
        run_intake_job.using(run_after=clock.now() + ITS_TURN).enqueue(member_id, intake_id)
        return
    if ended is IntakeState.DONE:
        look_through_later(viewer, uuid.UUID(intake_id))


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the data folder's lock, which the system gives back however its holder dies."""
    try:
        with only_one(settings.DATA / "intake.lock"):
            yield
    except Held:
        raise Busy("Something is being brought in already. Wait for it, or stop it first.") from None


def _is_being_read() -> bool:
    try:
        with one_at_a_time():
            return False
    except Busy:
        return True


def _is_wanted(viewer: Viewer, intake_id: uuid.UUID) -> bool:
    """Whether a worker shall read it still: a stop holds that was asked for before it came, or before it was killed."""
    with scope_of(viewer), transaction.atomic():
        intake = _here(intake_id)
        if intake.stop_asked_at is None:
            return intake.state in BEFORE_ITS_END
    _end(viewer, intake_id, IntakeState.STOPPED, STOPPED_BY_OWNER)
    return False


def _read_and_settle(viewer: Viewer, intake_id: uuid.UUID, tell: Progress) -> None:
    find_owner(viewer, intake_id)
    with scope_of(viewer):
        intake = Intake.objects.get(pk=intake_id)
        own = own_letters.known(viewer)
    if intake.step == "":
        run = Bringing.begin(
            viewer, intake_id, own, mailbox_of(intake), keep_text=bool(intake.options.get("keep_text", True))
        )
        for number, part in enumerate(intake.parts):
            if not part["finished"]:
                for now in read_part(run, number):
                    tell(_step_of(now))
    _set_state(viewer, intake_id, IntakeState.SETTLING)
    settle(viewer, intake_id, lambda name, done, total: tell(Step(name, done, total)))


def _begin(viewer: Viewer, intake_id: uuid.UUID) -> IntakeState:
    with scope_of(viewer), transaction.atomic():
        intake = _here(intake_id)
        if intake.state in (IntakeState.DONE, IntakeState.UNDOING, IntakeState.UNDONE):
            return IntakeState(intake.state)
        intake.state, intake.stop_asked_at, intake.why_stopped = IntakeState.READING.value, None, ""
        intake.started_at = intake.started_at or clock.now()
        intake.save(update_fields=["state", "stop_asked_at", "why_stopped", "started_at"])
    return IntakeState.READING


def _set_state(viewer: Viewer, intake_id: uuid.UUID, state: IntakeState) -> None:
    with scope_of(viewer), transaction.atomic():
        Intake.objects.filter(pk=intake_id).update(state=state.value)


def _end(viewer: Viewer, intake_id: uuid.UUID, state: IntakeState, why: str) -> IntakeState:
    with scope_of(viewer), transaction.atomic():
        intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
        intake.state, intake.why_stopped, intake.stop_asked_at = state.value, why[:WHY], None
        if state is IntakeState.DONE:
            intake.finished_at = clock.now()
            intake.step = "done"
            _note_change(viewer, intake)
        intake.save(update_fields=["state", "why_stopped", "stop_asked_at", "finished_at", "step"])
    return state


def _broken_off(viewer: Viewer, intake_id: uuid.UUID, error: Exception) -> BrokeOff:
    if is_full_disk(error):
        why = "The disk is full. What came so far is whole: make room, then go on."
    else:
        log.error("an intake failed", exc_info=error)
        why = f"It broke off: {error or type(error).__name__}"
    try:
        _end(viewer, intake_id, IntakeState.FAILED, why)
    except DatabaseError:  # a full disk may not take even this line: the run then looks killed, and goes on as one
        log.warning("the end of an intake could not be written")
    return BrokeOff(why)


def is_full_disk(error: Exception) -> bool:
    """Whether there was no room: as the system says it, as SQLite does, or as PostgreSQL does."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOSPC
    # bulk loading speaks to the driver itself, past Django's own classes
    drivers_own = connection.Database.Error  # type: ignore[attr-defined]  # every backend has it, the stubs do not
    from_database = isinstance(error, (DatabaseError, drivers_own))
    return from_database and ("is full" in str(error) or "No space left" in str(error))


def _note_change(viewer: Viewer, intake: Intake) -> None:
    """A line in the history. What came is taken back as a whole by `undo_intake`, not row by row."""
    came = [
        count(intake.counts.get(key, 0), word)
        for key, word in (("new", "letter"), ("cards_new", "card"), ("cards_changed", "changed card"))
        if intake.counts.get(key)
    ]
    label = f"Brought in {listed(came) or 'nothing new'} from {intake.title}."[:TITLE]
    rows = [names_intake(intake.pk)]
    Change(member_id=viewer.member, at=clock.now(), verb=BROUGHT_IN, label=label, rows=rows).save(force_insert=True)


def _step_of(intake: Intake) -> Step:
    counts = intake.counts
    return Step(
        "reading",
        sum(part["total"] if part["finished"] else part["done"] for part in intake.parts),
        sum(part["total"] for part in intake.parts),
        counts.get("found", 0) + counts.get("cards_found", 0),
        counts.get("problems", 0),
        now_on(intake.options),
    )


def _title(paths: Sequence[str]) -> str:
    name = os.path.basename(paths[0].rstrip("/")) or paths[0]
    return (name if len(paths) == 1 else f"{name} and {len(paths) - 1} more")[:TITLE]


def _part(one: registry.Recognised) -> dict[str, object]:
    return {
        "kind": one.kind,
        "path": one.path,
        "title": one.sentence,
        "done": 0,
        "total": one.size,
        "position": {},
        "finished": False,
    }


def _here(intake_id: uuid.UUID) -> Intake:
    intake = Intake.objects.select_for_update(of=("self",)).filter(pk=intake_id).first()
    if intake is None:
        raise NotHere("There is no such import.")
    return intake
