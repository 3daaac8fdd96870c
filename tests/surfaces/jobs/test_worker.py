"""Real workers, killed in the middle of a job."""

import contextlib
import signal
import sys

import pytest

from tests.processes import amity, django_says, running, wait_for

COMMAND = [sys.executable, "-m", "amity.surfaces.jobs"]
STATES = """
from amity.records.jobs import Job
print(*Job.objects.filter(task_path__contains="chores").values_list("status", flat=True))
"""


@pytest.fixture
def log(tmp_path):
    log = tmp_path / "chores"
    log.touch()
    return log


def enqueue(home, call):
    django_says(home, f"from tests.surfaces.jobs import chores; chores.{call}")


def worker(home, tmp_path):
    return running(COMMAND, tmp_path / "worker-log", home.environment(AMITY_JOBS_LEASE_SECONDS="1"))


def states(home):
    return django_says(home, STATES).split()


def test_a_job_whose_worker_is_killed_is_finished_by_another(home, tmp_path, log):
    amity(home, "setup-address")
    enqueue(home, f"note.enqueue({str(log)!r}, 'letter', 3.0)")

    with worker(home, tmp_path) as first:
        wait_for(lambda: "start letter" in log.read_text())
        first.kill()
        first.wait()
    with worker(home, tmp_path):
        wait_for(lambda: "end letter" in log.read_text())
        wait_for(lambda: states(home) == ["SUCCESSFUL"])

    assert log.read_text().split("\n")[:-1] == ["start letter", "start letter", "end letter"]


def test_no_job_is_lost_when_workers_keep_being_killed(home, tmp_path, log):
    amity(home, "setup-address")
    enqueue(home, f"note.enqueue({str(log)!r}, 'a', 1.0); [chores.note.enqueue({str(log)!r}, n, 0.2) for n in 'bcdef']")

    with contextlib.ExitStack() as all_of_them:
        all_of_them.enter_context(worker(home, tmp_path))
        for kill in range(3):
            short_lived = all_of_them.enter_context(worker(home, tmp_path))
            wait_for(lambda kill=kill: log.read_text().count("start") > kill)
            short_lived.kill()
            short_lived.wait()
        wait_for(lambda: states(home) == ["SUCCESSFUL"] * 6)

    ended = {line.split()[1] for line in log.read_text().splitlines() if line.startswith("end")}
    assert ended == set("abcdef")


def test_a_worker_that_is_stopped_hands_its_job_back_at_once(home, tmp_path, log):
    amity(home, "setup-address")
    enqueue(home, f"note.enqueue({str(log)!r}, 'letter', 100.0)")

    with worker(home, tmp_path) as process:
        wait_for(lambda: "start letter" in log.read_text())
        process.send_signal(signal.SIGTERM)
        code = process.wait(60)

    assert code == 0
    assert states(home) == ["READY"]


def test_a_job_that_stumbles_is_put_off_and_tried_again(home, tmp_path, log):
    amity(home, "setup-address")
    enqueue(home, f"stumble.enqueue({str(log)!r})")

    with worker(home, tmp_path):
        wait_for(lambda: log.read_text().count("stumbled") == 2)
        wait_for(lambda: states(home) == ["READY"])

    kept = django_says(
        home, "from amity.records.jobs import Job; print(Job.objects.get(task_path__contains='chores').traceback)"
    )
    assert "this job cannot be done" in kept


def test_a_worker_that_was_given_up_leaves_its_job_alone(home, tmp_path, log):
    amity(home, "setup-address")
    enqueue(home, f"note.enqueue({str(log)!r}, 'letter', 100.0)")

    with worker(home, tmp_path) as process:
        wait_for(lambda: "start letter" in log.read_text())
        django_says(home, "from amity.records.jobs import Beat; Beat.objects.all().delete()")
        code = process.wait(60)

    assert code == 75
