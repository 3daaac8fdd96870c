"""Looking through letters after they came in, for promises, needs and offers: resumable, apart from bringing them in.

Person by person in the order of time. What is found in some people's letters and the place behind them are stored in
one transaction, so that a kill loses and doubles nothing. Nothing found is a promise before the owner says so.
"""

import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django_tasks import task
from django_tasks_db.compat import TaskResultStatus as Status

from amity.actions.letters_between import DATED, Letter, Somebody, first_of_intake, kept_among
from amity.actions.locks import Held, only_one
from amity.actions.lookers import refuse_lookers
from amity.actions.looking import Finder, Found, awaited_of
from amity.actions.matching import match_facts
from amity.actions.reading import Stopped
from amity.actions.settling import touched_people
from amity.actions.steps import Progress, Step, tell_nobody
from amity.actions.suggestions import store
from amity.judgement.findings import ANSWERS_WITHIN_DAYS, Sort
from amity.judgement.kept_signs import KEPT_WITHIN
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries import access
from amity.records.bulk import in_slices
from amity.records.intakes import IntakeState
from amity.records.jobs import Job
from amity.records.models import Fact, Intake, Promise
from amity.records.scope import scope_of

ACTS = "acts"  # in Intake.options: {"after": the last person, "done", "found", "facts", "finished"}
NOT_FINISHED = {f"options__{ACTS}__finished__isnull": True}
PEOPLE = 50  # in one transaction
FACTS = 200
LEFT_ALONE = timedelta(minutes=2)  # after an intake's end, in which whoever ran it may look through it as well


@dataclass(frozen=True, slots=True)
class Looked:
    """What looking through an intake's letters found, all of it the owner's to decide."""

    promises: int
    needs: int
    offers: int


def look_through(viewer: Viewer, intake_id: uuid.UUID, progress: Progress | None = None) -> Looked | None:
    """Look through what an intake brought, from where it stands. None: another process is at it, or it is not read yet.

    Raises Stopped out of `progress`; what was found so far is stored.
    """
    refuse_lookers(viewer)
    try:
        with _one_at_a_time(), scope_of(viewer):
            intake = Intake.objects.filter(pk=intake_id, state=IntakeState.DONE).first()
            return _look_to_the_end(viewer, intake, progress or tell_nobody) if intake else None
    except Held:
        return None


def _look_to_the_end(viewer: Viewer, intake: Intake, tell: Progress) -> Looked:
    if not intake.options.get(ACTS, {}).get("finished"):
        _look(viewer, intake, tell)
        _match(viewer, intake, tell)
        _note(intake.pk, {"finished": True})
    found = Intake.objects.get(pk=intake.pk).options[ACTS].get("found", {})
    promises = found.get(Sort.MINE, 0) + found.get(Sort.THEIRS, 0)
    return Looked(promises, found.get(Sort.NEED, 0), found.get(Sort.OFFER, 0))


def look_through_later(viewer: Viewer, intake_id: uuid.UUID) -> None:
    """Let a worker do it, or go on with it."""
    look_through_job.enqueue(str(viewer.member), str(intake_id))


@task()
def look_through_job(member_id: str, intake_id: str) -> None:
    """Look through an intake in a worker."""
    viewer = access.member(uuid.UUID(member_id))
    if viewer is not None:
        look_through(viewer, uuid.UUID(intake_id))


def look_through_people(viewer: Viewer, people: Sequence[uuid.UUID]) -> None:
    """All letters of these people, however long ago they came: for those who have just become the owner's."""
    refuse_lookers(viewer)
    with scope_of(viewer):
        finder = Finder.begin(viewer)
        for some in in_slices(kept_among(viewer, people), PEOPLE):
            waiting = awaited_of(viewer, [one.id for one in some])
            found = Found()
            for one in some:
                _add(found, finder.look(one, DATED, _everything, waiting.get(one.id, ())))
            with transaction.atomic():
                store(viewer, found)


def look_through_people_later(viewer: Viewer, people: Sequence[uuid.UUID]) -> None:
    """Let a worker do it, once the change that made them the owner's people is stored."""
    keys = [str(key) for key in people]
    transaction.on_commit(lambda: look_through_people_job.enqueue(str(viewer.member), keys))


@task()
def look_through_people_job(member_id: str, people: list[str]) -> None:
    """Look through some people's letters in a worker."""
    viewer = access.member(uuid.UUID(member_id))
    if viewer is not None:
        look_through_people(viewer, [uuid.UUID(key) for key in people])


def look_whether_kept(viewer: Viewer) -> None:
    """Ask about promises that something looks like having kept since: what was noted by hand as well. Nightly."""
    since = clock.now() - KEPT_WITHIN
    with scope_of(viewer):
        open_ones = Promise.objects.filter(member_id=viewer.member, mine=True, kept_by=None, settled_on=None)
        people = sorted(set(open_ones.filter(said_on__gte=since).values_list("person_id", flat=True)))
        _look_again(viewer, Finder.begin(viewer), people, since)


def _look_again(viewer: Viewer, finder: Finder, people: Sequence[uuid.UUID], since: datetime) -> None:
    for some in in_slices(kept_among(viewer, people), PEOPLE):
        waiting = awaited_of(viewer, [one.id for one in some])
        found = Found()
        for one in some:
            _add(found, finder.look(one, since, _nothing, waiting.get(one.id, ())))
        with transaction.atomic():
            store(viewer, found)


def unfinished(viewer: Viewer) -> list[uuid.UUID]:
    """Intakes that are read and not looked through to the end, the oldest first."""
    with scope_of(viewer):
        done = Intake.objects.filter(member_id=viewer.member, state=IntakeState.DONE)
        return list(done.filter(**NOT_FINISHED).order_by("made_at").values_list("pk", flat=True))


def enqueue_unfinished(now: datetime) -> int:
    """Put a job into the queue for every intake that nobody looks through any more; returns how many."""
    left = Intake.unscoped.filter(state=IntakeState.DONE, finished_at__lt=now - LEFT_ALONE)
    rows = list(left.filter(**NOT_FINISHED).values_list("member_id", "pk"))
    if not rows or _is_held():
        return 0
    jobs = Job.objects.filter(task_path=look_through_job.module_path, status__in=[Status.READY, Status.RUNNING])
    waiting = {job.args_kwargs["args"][1] for job in jobs}
    new = [(member, intake) for member, intake in rows if str(intake) not in waiting]
    for member, intake in new:
        look_through_job.enqueue(str(member), str(intake))
    return len(new)


def _look(viewer: Viewer, intake: Intake, tell: Progress) -> None:
    acts: dict[str, Any] = intake.options.get(ACTS, {})
    people = kept_among(viewer, touched_people(viewer, intake))
    left = [one for one in people if one.id.hex > acts.get("after", "")]
    finder, done = Finder.begin(viewer), len(people) - len(left)
    named: set[uuid.UUID] = set()
    for some in in_slices(left, PEOPLE):
        found = _found_in(viewer, intake, finder, some)
        with transaction.atomic():
            counts = store(viewer, found)
            _note(intake.pk, {"after": some[-1].id.hex}, counts)
        named |= {noted.person for noted in found.noted if noted.finding.who is not None}
        done += len(some)
        tell(Step("looking through", done, len(people)))
    # promised to somebody else than the letter was to: kept in their letters, if at all
    _look_again(viewer, finder, sorted(named), DATED)


def _found_in(viewer: Viewer, intake: Intake, finder: Finder, people: Sequence[Somebody]) -> Found:
    first = first_of_intake(viewer, intake.pk, [one.id for one in people])
    waiting = awaited_of(viewer, [one.id for one in people])
    found = Found()
    for one in people:
        if one.id not in first:
            continue
        if intake.started_at is not None and one.kept_at >= intake.started_at:
            # one of the owner's people since this intake: nobody has looked through what came before it
            looked = finder.look(one, DATED, _everything, waiting.get(one.id, ()))
        else:
            since = first[one.id] - timedelta(days=ANSWERS_WITHIN_DAYS)
            looked = finder.look(one, since, _brought_by(intake.pk), waiting.get(one.id, ()))
        _add(found, looked)
    return found


def _match(viewer: Viewer, intake: Intake, tell: Progress) -> None:
    """Hold what the intake told of people against what is needed."""
    after: str = Intake.objects.get(pk=intake.pk).options.get(ACTS, {}).get("facts", "")
    facts = Fact.objects.filter(intake=intake, trashed_at=None).order_by("pk")
    keys = list(facts.filter(pk__gt=uuid.UUID(after)) if after else facts)
    done = 0
    for some in in_slices([fact.pk for fact in keys], FACTS):
        with transaction.atomic():
            match_facts(viewer, some)
            _note(intake.pk, {"facts": some[-1].hex})
        done += len(some)
        tell(Step("matching", done, len(keys)))


def _note(intake_id: uuid.UUID, place: dict[str, Any], counts: dict[Sort, int] | None = None) -> None:
    """Move the place behind what is being stored. Raises Stopped when the intake is being taken back meanwhile."""
    with transaction.atomic():
        intake = Intake.objects.select_for_update(of=("self",)).get(pk=intake_id)
        if intake.state != IntakeState.DONE:
            raise Stopped
        acts = intake.options.setdefault(ACTS, {})
        acts.update(place)
        found = acts.setdefault("found", {})
        for sort, number in (counts or {}).items():
            found[sort.value] = found.get(sort.value, 0) + number
        intake.save(update_fields=["options"])


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with only_one(settings.DATA / "looking.lock"):
        yield


def _is_held() -> bool:
    try:
        with _one_at_a_time():
            return False
    except Held:
        return True


def _add(found: Found, more: Found) -> None:
    found.noted += more.noted
    found.kept += more.kept


def _brought_by(intake: uuid.UUID) -> Callable[[Letter], bool]:
    return lambda letter: letter.intake == intake


def _everything(letter: Letter) -> bool:
    return True


def _nothing(letter: Letter) -> bool:
    return False
