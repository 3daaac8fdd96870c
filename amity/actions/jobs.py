"""Keeping jobs alive when a worker is not."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db.models.functions import Now
from django_tasks_db.compat import TaskResultStatus as Status

from amity.lib import clock
from amity.records.jobs import Beat, Job

KEPT_FOR = timedelta(days=14)  # finished jobs, for whoever wants to know what went on


def sign_on(worker_id: str) -> None:
    """Say for the first time that this worker lives."""
    Beat.objects.create(worker_id=worker_id)


def sign_off(worker_id: str) -> None:
    """Leave; what this worker still held is free at once."""
    Beat.objects.filter(pk=worker_id).delete()


def still_alive(worker_id: str) -> bool:
    """Say so again. False: another worker has given us up, and our jobs away."""
    return Beat.objects.filter(pk=worker_id).update(seen_at=Now()) == 1


def take_job(key: uuid.UUID) -> Job:
    """The claimed row with a finish that only its present owner may write."""
    return Job.objects.get(pk=key)


def reclaim_jobs() -> int:
    """Give back the running jobs whose last worker has fallen silent; returns how many."""
    Beat.objects.filter(seen_at__lt=Now() - timedelta(seconds=settings.JOBS_LEASE_SECONDS)).delete()
    # the running are read before the living: a worker signs on before it claims, so none of its jobs looks orphaned
    running = list(Job.objects.filter(status=Status.RUNNING))
    living = set(Beat.objects.values_list("pk", flat=True))
    return sum(job.give_back() for job in running if job.worker_ids[-1] not in living)


def forget_old_jobs() -> int:
    """Delete finished jobs after a fortnight; returns how many."""
    ended = Job.objects.filter(status__in=[Status.SUCCESSFUL, Status.FAILED], finished_at__lt=clock.now() - KEPT_FOR)
    count, _ = ended.delete()
    return count
