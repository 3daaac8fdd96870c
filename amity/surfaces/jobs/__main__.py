"""The worker process: `python -m amity.surfaces.jobs`."""

import logging
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amity.config.settings")
django.setup()

from amity.surfaces.jobs.worker import LeasedWorker  # noqa: E402  it calls actions, which have models

logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # a stop is no news
worker = LeasedWorker()
worker.configure_signals()
worker.run()
