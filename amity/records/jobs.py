"""What the job table lacks to survive a kill: a heartbeat per worker, and a finish only its owner may write."""

from datetime import timedelta
from traceback import format_exception
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus as Status
from django_tasks_db.models import DBTaskResult


class Beat(models.Model):
    """A worker says here that it lives. The database's clock decides, so hosts need not agree on the time."""

    placement: ClassVar[str] = "local"
    worker_id = models.CharField(primary_key=True, max_length=64)
    seen_at = models.DateTimeField(db_default=Now())


class Job(DBTaskResult):  # type: ignore[type-arg]  # of what a job takes and gives, which only its caller knows
    """The package's row. `started_at` changes at every claim: the fencing token. `worker_ids` grows: the attempts."""

    placement: ClassVar[str] = "local"
    objects: ClassVar[models.Manager["Job"]] = models.Manager()  # type: ignore[assignment]  # theirs gives their rows

    class Meta:
        proxy = True

    @property
    def may_try_again(self) -> bool:
        return bool(len(self.worker_ids) < settings.JOBS_MAX_ATTEMPTS)

    def finish(self, **values: Any) -> int:
        """Write only if the job is still ours. 0: somebody took it over, and our answer is dropped."""
        ours = type(self).objects.filter(pk=self.pk, status=Status.RUNNING, started_at=self.started_at)
        written: int = ours.update(**values)
        for name, value in values.items():
            setattr(self, name, value)
        return written

    def set_successful(self, return_value: Any) -> None:
        self.finish(
            status=Status.SUCCESSFUL,
            finished_at=timezone.now(),
            return_value=return_value,
            exception_class_path="",
            traceback="",
        )

    def set_failed(self, exc: BaseException) -> None:
        why = {
            "exception_class_path": f"{type(exc).__module__}.{type(exc).__qualname__}",
            "traceback": "".join(format_exception(exc)),
        }
        if not isinstance(exc, Exception):  # SystemExit: we are being stopped; hand the job back
            self.finish(status=Status.READY, **why)
        elif self.may_try_again and len(self.worker_ids) < 5:
            later = timezone.now() + timedelta(seconds=2 ** len(self.worker_ids))
            self.finish(status=Status.READY, run_after=later, **why)
        else:
            self.finish(status=Status.FAILED, finished_at=timezone.now(), return_value=None, **why)

    def give_back(self) -> int:
        if self.may_try_again:
            return self.finish(status=Status.READY)
        return self.finish(
            status=Status.FAILED, finished_at=timezone.now(), exception_class_path="", traceback="its workers died"
        )
