"""The parent of `amity serve`, on programs that cannot live."""

import signal
import subprocess
import sys

import pytest

from amity.surfaces.cli import children
from amity.surfaces.cli.children import Program, keep_running
from tests.processes import CHECKOUT


@pytest.fixture
def _no_pause(monkeypatch):
    monkeypatch.setattr(children, "FIRST_PAUSE_SECONDS", 0)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_no_pause")
def test_a_program_that_dies_five_times_in_a_minute_ends_it_with_a_sentence(capfd):
    hopeless = Program("worker", (sys.executable, "-c", "raise SystemExit(3)"))

    code = keep_running([hopeless], grace_seconds=1)

    assert code == 1
    said = capfd.readouterr().err
    assert said.count("the worker process ended (exit code 3)") == 5
    assert said.endswith("the worker process ended 5 times within a minute; giving up.\n")


@pytest.mark.usefixtures("_no_pause")
def test_the_others_are_stopped_when_it_gives_up(tmp_path):
    left = tmp_path / "stopped"
    waits = f"import signal, pathlib; signal.signal(15, lambda *_: exit(pathlib.Path({str(left)!r}).touch())); "
    patient = Program("web", (sys.executable, "-c", waits + "import time; time.sleep(100)"))
    hopeless = Program("worker", (sys.executable, "-c", "import time; time.sleep(0.3); raise SystemExit(3)"))

    keep_running([patient, hopeless], grace_seconds=10)

    assert left.exists()


def test_a_program_that_ignores_the_stop_is_ended_when_the_grace_is_over():
    script = (
        "import os, sys; from amity.surfaces.cli.children import Program, keep_running\n"
        "deaf = 'import signal, os, time; signal.signal(15, signal.SIG_IGN); '\n"
        "deaf += 'os.kill(os.getppid(), 15); time.sleep(100)'\n"
        "sys.exit(keep_running([Program('web', (sys.executable, '-c', deaf))], grace_seconds=0.2))"
    )

    ended = subprocess.run([sys.executable, "-c", script], cwd=CHECKOUT, timeout=60, check=False)

    assert ended.returncode == 0
