"""A worker with a heartbeat. Losing it, or a job without end, ends the process: whoever started it starts another."""

import logging
import os
import sys
import threading
import time
from types import FrameType
from typing import Any

from django.conf import settings
from django.db import Error, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from amity.actions import jobs
from amity.surfaces.jobs.nights import watch_the_clock

GAVE_UP = 75  # EX_TEMPFAIL: start another
BEATS_A_LEASE = 3
log = logging.getLogger(__name__)


class LeasedWorker(Worker):
    """The package's claim loop, untouched, between signing on and signing off."""

    def __init__(self, interval: float = 1.0) -> None:
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
        )
        self.busy_since: float | None = None

    def run(self) -> None:
        jobs.sign_on(self.worker_id)
        jobs.reclaim_jobs()
        threading.Thread(target=self._keep_alive, daemon=True).start()
        threading.Thread(target=watch_the_clock, daemon=True).start()
        try:
            super().run()
        finally:
            jobs.sign_off(self.worker_id)

    def run_task(self, db_task_result: Any) -> None:
        self.busy_since = time.monotonic()
        try:
            super().run_task(jobs.take_job(db_task_result.pk))
        finally:
            self.busy_since = None

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Leave at once: the transaction is rolled back, the job handed back, and the next worker goes on with it."""
        self.running = False
        sys.exit(0)

    def _keep_alive(self) -> None:
        renewed = time.monotonic()
        while True:
            time.sleep(settings.JOBS_LEASE_SECONDS / BEATS_A_LEASE)
            if self._renew():
                renewed = time.monotonic()
            now = time.monotonic()
            if now - renewed > settings.JOBS_LEASE_SECONDS:
                self._give_up("its heartbeat could not be written")
            if self.busy_since and now - self.busy_since > settings.JOBS_MAX_RUN_SECONDS:
                self._give_up("a job found no end")

    def _renew(self) -> bool:
        try:
            if not jobs.still_alive(self.worker_id):
                self._give_up("another worker took over")
            jobs.reclaim_jobs()
        except Error:  # the database is away or busy: the next beat may reach it
            connection.close()
            return False
        return True

    def _give_up(self, why: str) -> None:
        log.error("The worker ends: %s.", why)
        os._exit(GAVE_UP)  # the main thread may hang in the very job, so an exception here would end nothing
