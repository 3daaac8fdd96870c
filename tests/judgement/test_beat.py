from datetime import date, timedelta

import pytest

from amity.judgement.beat import marks_of, pack_large, pack_recent, recent_beat, unpack_recent, whole_beat
from amity.judgement.contacts import contact_days


@pytest.fixture
def marks(contact, today):
    return marks_of(
        contact_days(
            [contact(900, "in"), contact(198, "in"), contact(99, "out"), contact(60, "both", "in_person"), contact(60)],
            today,
        )
    )


def test_thirteen_months_run_from_nought_to_today(marks, today):
    beat = recent_beat(marks, today - timedelta(days=60), 39.6, today)

    assert beat.beads == pytest.approx((1 - 60 / 396,))
    assert beat.ticks == pytest.approx((0.5, 0.75))
    assert beat.usual == pytest.approx((1 - 60 / 396, 1 - 20 / 396))
    assert beat.silence_from == pytest.approx(1 - 60 / 396)
    assert [mark.year for mark in beat.years] == [2026]


def test_what_they_wrote_stands_above_and_what_you_wrote_below(marks, today):
    beat = whole_beat(marks, today - timedelta(days=60), None, today)

    assert beat.above == pytest.approx((0, 1 - 198 / 900))
    assert beat.below == pytest.approx((1 - 99 / 900,))
    assert beat.usual is None
    assert [mark.year for mark in beat.years] == [2025, 2026]


def test_an_old_tie_is_silence_alone(today):
    beat = recent_beat([], date(2023, 11, 1), 45, today)

    assert (beat.beads, beat.ticks, beat.usual, beat.silence_from) == ((), (), None, 0)


def test_in_touch_today_is_no_silence_and_the_usual_gap_lies_ahead(contact, today):
    beat = recent_beat(marks_of(contact_days([contact(0)], today)), today, 60, today)

    assert beat.silence_from is None
    assert beat.usual == pytest.approx((1, 1.06))


def test_nothing_recorded_is_an_empty_picture(today):
    beat = whole_beat([], None, None, today)

    assert (beat.beads, beat.ticks, beat.usual, beat.silence_from) == ((), (), None, None)


def test_every_position_stays_inside_the_picture(every, today):
    days = marks_of(contact_days(every(3, times=300), today))

    for beat in (recent_beat(days, today, 3, today), whole_beat(days, today, 3, today)):
        assert all(0 <= at <= 1 for at in (*beat.beads, *beat.ticks, *(mark.at for mark in beat.years)))


def test_what_is_packed_comes_back_on_any_later_day(marks, today):
    packed = pack_recent(marks, today)

    assert unpack_recent(packed) == marks[1:]
    assert len(packed) == 3 * 3


def test_packing_keeps_thirteen_months(every, today):
    days = marks_of(contact_days(every(1, times=800), today))

    assert len(pack_recent(days, today)) == 3 * 397
    assert len(pack_large(days, today)) == 3 * 800
    assert unpack_recent(b"") == []
