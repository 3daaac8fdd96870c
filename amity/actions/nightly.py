"""Done once a day: ties are judged anew, the bin loses what is thirty days old, letters not looked through are.

Promises that something since looks like having kept are asked about; the index of words is put in order; old jobs are
forgotten.
"""

import uuid
from collections.abc import Callable
from datetime import datetime, time, timedelta

from django_tasks import task
from django_tasks_db.compat import TaskResultStatus as Status

from amity.actions.detecting import look_through, look_whether_kept, unfinished
from amity.actions.jobs import forget_old_jobs
from amity.actions.judging import judge_all
from amity.actions.matching import match_all
from amity.actions.trash import purge_trash
from amity.lib import clock
from amity.lib.viewer import Role, Viewer
from amity.queries.access import member
from amity.records import fulltext
from amity.records.jobs import Job
from amity.records.models import Membership, Preferences

NIGHT_IS_OVER = time(4)  # in the member's own zone: after the latest evening, before the earliest morning
Progress = Callable[[int, int], None]


def run_night(viewer: Viewer, progress: Progress | None = None) -> None:
    """Prepare the viewer's day. Running it twice does no harm."""
    judge_all(viewer, clock.today(viewer.time_zone), progress)
    purge_trash(viewer)
    for intake in unfinished(viewer):
        look_through(viewer, intake)
    look_whether_kept(viewer)
    match_all(viewer)
    fulltext.gather()
    forget_old_jobs()


@task()
def nightly(member_id: str) -> None:
    """`run_night` as a job."""
    viewer = member(uuid.UUID(member_id))
    if viewer is not None:
        run_night(viewer)


def enqueue_nights(now: datetime, *, starting: bool) -> int:
    """Put a job into the queue for every member whose day is not prepared; returns how many.

    On a start that is any member with an unprepared day, later only from four in the morning on. A night that failed
    is tried again on the next day or start, not every minute.
    """
    viewers = [member(key) for key in Membership.objects.exclude(role=Role.VIEWER).values_list("pk", flat=True)]
    due = [viewer for viewer in viewers if viewer and _is_due(viewer, now, starting=starting)]
    for viewer in due:
        nightly.enqueue(str(viewer.member))
    return len(due)


def _is_due(viewer: Viewer, now: datetime, *, starting: bool) -> bool:
    here = now.astimezone(viewer.time_zone)
    judged = Preferences.unscoped.filter(network_id=viewer.network, member_id=viewer.member, judged_on=here.date())
    if judged.exists() or (here.time() < NIGHT_IS_OVER and not starting):
        return False
    jobs = Job.objects.filter(task_path=nightly.module_path, args_kwargs__args__0=str(viewer.member))
    if jobs.filter(status__in=[Status.READY, Status.RUNNING]).exists():
        return False
    since = datetime.combine(here.date(), NIGHT_IS_OVER, here.tzinfo)
    return starting or not jobs.filter(enqueued_at__gte=since, enqueued_at__lt=since + timedelta(days=1)).exists()
