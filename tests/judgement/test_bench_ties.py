"""The walk of bench.ties over made-up messages, where the right answer is known."""

from datetime import UTC, datetime, timedelta

import pytest

from bench.ties import Event, ended_gaps, main, measure, read_events

START = datetime(2020, 1, 1, 12, tzinfo=UTC)


def exchange(days, one="ada", other="bo") -> list[Event]:
    return [
        Event((START + timedelta(days=day)).date(), *((one, other) if n % 2 else (other, one)))
        for n, day in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("columns", "line"), [("time,from,to", "1577880000,ada,bo"), ("from,to,time", "ada bo 1577880000")]
)
def test_both_orders_of_columns_are_read_and_headings_left_out(tmp_path, columns, line):
    path = tmp_path / "events.csv"
    path.write_text(f"unix time,from,to\n{line}\n1577880000,cy,cy\n", "utf-8")

    assert read_events(path, columns) == [Event(START.date(), "ada", "bo")]


def test_only_gaps_of_ties_with_a_known_rhythm_are_judged_and_only_by_what_came_before():
    gaps = ended_gaps(exchange([0, 10, 20, 30, 40, 50]))

    assert [(gap.days, gap.before) for gap in gaps] == [(10, (10, 10, 10))] * 2 + [(10, (10, 10, 10, 10))] * 2


def test_a_regular_tie_raises_no_alarm_and_a_long_gap_that_ends_is_one():
    regular = list(range(0, 400, 10))

    calm = measure(exchange(regular))["shipped"]
    startled = measure(exchange([*regular, 900]))["shipped"]

    assert calm["false_alarms_at_20"] == 0
    assert startled["false_alarms_at_5"] == pytest.approx(1 / (len(regular) - 3), abs=2e-4)


def test_a_tie_that_ended_is_found():
    ended = exchange(range(0, 200, 10)) + exchange(range(0, 500, 10), "cy", "ada")

    found = measure(sorted(ended, key=lambda event: event.day))["shipped"]["rules"]["freshness < 5"]

    assert found["found"] > 0.5
    assert found["precision"] == 1


def test_without_the_named_file_it_says_so_and_fails(tmp_path, capsys):
    assert main([str(tmp_path / "nothing.csv")]) == 1
    assert "Skipped" in capsys.readouterr().err
