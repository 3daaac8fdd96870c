"""When a member's day is prepared."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from amity.actions.nightly import enqueue_nights, nightly, run_night
from amity.actions.setup import ensure_network
from amity.lib import clock
from amity.records import fulltext
from amity.records.jobs import Job
from amity.records.models import Preferences
from amity.records.scope import scope_of

pytestmark = pytest.mark.django_db
MIDNIGHT, THREE, FOUR, NOON = (datetime(2026, 11, 25, hour, tzinfo=UTC) for hour in (0, 3, 4, 12))


@pytest.fixture
def owner(settings):
    settings.OWNER_TIME_ZONE = ZoneInfo("UTC")
    return ensure_network()


def judged_on(owner, day):
    with scope_of(owner):
        Preferences.objects.update(judged_on=day)


@pytest.mark.parametrize(
    ("judged", "now", "starting", "jobs"),
    [
        (None, MIDNIGHT, True, 1),
        (None, NOON, True, 1),
        (None, THREE, False, 0),
        (None, FOUR, False, 1),
        (date(2026, 11, 24), THREE, False, 0),
        (date(2026, 11, 24), FOUR, False, 1),
        (date(2026, 11, 24), THREE, True, 1),
        (date(2026, 11, 25), FOUR, False, 0),
        (date(2026, 11, 25), NOON, True, 0),
    ],
)
def test_a_day_is_prepared_at_four_or_at_the_first_start(owner, judged, now, starting, jobs):
    judged_on(owner, judged)

    assert enqueue_nights(now, starting=starting) == jobs
    assert Job.objects.filter(task_path=nightly.module_path).count() == jobs


def test_four_is_by_the_owners_clock(owner):
    judged_on(owner, date(2026, 11, 24))
    with scope_of(owner):
        Preferences.objects.update(time_zone="America/New_York")

    assert enqueue_nights(datetime(2026, 11, 25, 8, 59, tzinfo=UTC), starting=False) == 0
    assert enqueue_nights(datetime(2026, 11, 25, 9, 0, tzinfo=UTC), starting=False) == 1


def test_a_night_that_waits_is_not_put_in_the_queue_again(owner):
    enqueue_nights(NOON, starting=True)

    assert enqueue_nights(NOON + timedelta(minutes=1), starting=False) == 0
    assert enqueue_nights(NOON + timedelta(minutes=2), starting=True) == 0


def test_a_night_that_failed_is_tried_again_on_the_next_day_or_start(owner):
    enqueue_nights(NOON, starting=False)
    Job.objects.update(status="FAILED", enqueued_at=FOUR, finished_at=FOUR)

    assert enqueue_nights(NOON, starting=False) == 0
    assert enqueue_nights(NOON + timedelta(days=1), starting=False) == 1
    Job.objects.update(status="FAILED")
    assert enqueue_nights(NOON, starting=True) == 1


def test_running_a_night_notes_the_day(owner):
    run_night(owner)

    with scope_of(owner):
        assert Preferences.objects.get().judged_on == clock.today(owner.time_zone)


def test_a_night_forgets_jobs_that_ended_a_fortnight_ago(owner):
    enqueue_nights(NOON, starting=True)
    Job.objects.update(status="SUCCESSFUL", finished_at=timezone.now() - timedelta(days=15))

    run_night(owner)

    assert not Job.objects.exists()


def test_the_night_puts_the_index_of_words_in_order(owner, monkeypatch):
    gathered = []
    monkeypatch.setattr(fulltext, "gather", lambda: gathered.append("once"))

    run_night(owner)

    assert gathered == ["once"]
