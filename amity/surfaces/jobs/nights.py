"""The clock beside the worker: every member's day is prepared once, and no letters stay half looked through."""

import logging
import time

from django.db import Error, connection

from amity.actions.detecting import enqueue_unfinished
from amity.actions.nightly import enqueue_nights
from amity.lib import clock

LOOK_EVERY_SECONDS = 60
log = logging.getLogger(__name__)


def watch_the_clock() -> None:
    """For as long as the process lives."""
    starting = True
    while True:
        try:
            enqueue_nights(clock.now(), starting=starting)
            enqueue_unfinished(clock.now())
            starting = False
        except Error:  # the database is away or busy: the night waits a minute
            log.warning("The clock could not reach the database.", exc_info=True)
            connection.close()
        time.sleep(LOOK_EVERY_SECONDS)
