"""Jobs for the worker's tests: each says in a log when it starts and when it is done."""

import time
from pathlib import Path

from django_tasks import task


@task()
def note(log: str, name: str, seconds: float) -> str:
    _say(log, f"start {name}")
    time.sleep(seconds)
    _say(log, f"end {name}")
    return name


@task()
def stumble(log: str) -> None:
    _say(log, "stumbled")
    raise ValueError("this job cannot be done")


def _say(log: str, words: str) -> None:
    with Path(log).open("a") as file:
        file.write(words + "\n")
