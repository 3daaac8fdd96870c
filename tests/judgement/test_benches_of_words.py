"""The benches of requests, promises, dates and captured lines: what they print for a file of one's own."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench import capture, dates, promises, requests

ASKS = "Yes\tCould you send me the plan?\nNo\tThe trains are late.\nYes\tWhen does your train get in?\nno label\n"
PROMISES = "Yes\tI'll send you the plan tomorrow.\nNo\tShe will send it.\n"
DAYS = "I'll send it by Friday\t2026-11-20\nThe fair was lovely\t-\nnot a line of the bench\n"
LINE = {
    "text": "Coffee with Ana yesterday, 45 min, she needs a plumber",
    "today": "2026-11-23",
    "people": ["Ana"],
    "when": "2026-11-22",
    "channel": "in_person",
    "minutes": 45,
    "needs": [{"who": "Ana", "what": "a plumber"}],
    "offers": [],
    "facts": [],
    "promises": [],
    "asked_how_to_help": False,
}


@pytest.fixture
def printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., dict[str, Any]]:
    """Runs a bench on a file of the given text, as JSON."""

    def run(main: Callable[[], None], text: str, *options: str) -> dict[str, Any]:
        file = tmp_path / "lines"
        file.write_text(text, "utf-8")
        monkeypatch.setattr(sys, "argv", ["bench", str(file), "--json", *options])
        main()
        return json.loads(capsys.readouterr().out)

    return run


@pytest.mark.parametrize(("main", "text"), [(requests.main, ASKS), (promises.main, PROMISES)])
def test_what_ships_stands_beside_the_yardsticks(
    printed: Callable[..., dict[str, Any]], main: Callable[[], None], text: str
) -> None:
    report = printed(main, text)

    assert set(report) == {"shipped", "baselines"}
    assert (report["shipped"]["precision"], report["shipped"]["recall"], report["shipped"]["f1"]) == (1.0, 1.0, 1.0)
    assert {"precision", "recall", "f1", "f1_interval"} <= set(report["baselines"]["regex"])
    assert report["shipped"]["sentences"] == len([line for line in text.splitlines() if line[:2] in ("Ye", "No")])


def test_days_are_counted_right_wrong_missed_and_false(printed: Callable[..., dict[str, Any]]) -> None:
    report = printed(dates.main, DAYS, "--on", "2026-11-18")

    shipped = report["shipped"]
    assert (shipped["right"], shipped["wrong"], shipped["missed"], shipped["false_alarms"]) == (1, 0, 0, 0)
    assert shipped["f1"] == 1.0
    assert set(report["baselines"]["dateparser.search"]) == set(shipped)


def test_captured_lines_are_exact_or_not(printed: Callable[..., dict[str, Any]]) -> None:
    wrong = LINE | {"minutes": 20}

    report = printed(capture.main, f"{json.dumps(LINE)}\n\n{json.dumps(wrong)}\n")

    assert (report["shipped"]["exact"], report["shipped"]["basics"]) == (0.5, 0.5)
    assert report["shipped"]["f1"]["people"] == 1.0
    assert report["shipped"]["f1"]["minutes"] == 0.5
    assert report["baselines"]["naive"]["lines"] == 2


@pytest.mark.parametrize("main", [requests.main, promises.main, dates.main, capture.main])
def test_a_file_without_lines_is_said_to_be_so(
    printed: Callable[..., dict[str, Any]], main: Callable[[], None]
) -> None:
    with pytest.raises(SystemExit, match="No lines"):
        printed(main, "\n")
