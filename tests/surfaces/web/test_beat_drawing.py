"""The beat as paths: where things stand on the picture."""

import pytest

from amity.judgement.beat import Beat, YearMark
from amity.surfaces.web.drawing.beat import draw, draw_large

NOTHING = Beat(beads=(), ticks=(), above=(), below=(), usual=None, silence_from=None, years=())


def beat(**changed):
    return Beat(**{name: changed.get(name, getattr(NOTHING, name)) for name in Beat.__slots__})


def test_beads_ticks_the_usual_gap_and_the_silence_stand_in_order_of_time():
    drawn = draw(beat(beads=(0.0, 0.5), ticks=(0.25,), usual=(0.5, 0.6), silence_from=0.5))

    assert drawn.beads == "M4.0 14h0M71.0 14h0"
    assert drawn.wrote == "M37.5 11.5v5"
    assert (drawn.usual_x, drawn.usual_width) == ("71", "13.4")
    assert drawn.base == "M2 14H71"
    assert drawn.silence == "M74 14H136"


@pytest.mark.parametrize(
    ("silence_from", "base", "silence"),
    [(None, "M2 14H138", ""), (0.0, "", "M4 14H136"), (1.0, "M2 14H138", "")],
)
def test_a_silence_is_drawn_where_there_is_one(silence_from, base, silence):
    drawn = draw(beat(silence_from=silence_from))

    assert (drawn.base, drawn.silence) == (base, silence)


def test_what_would_lie_on_top_of_another_is_drawn_once():
    drawn = draw(beat(beads=(0.5, 0.501, 0.502, 0.6)))

    assert drawn.beads.count("M") == 2


def test_without_a_rhythm_there_is_no_usual_gap():
    assert draw(NOTHING).usual_x == ""


def test_the_large_picture_tells_who_wrote_and_names_the_years():
    drawn = draw_large(
        beat(above=(0.1,), below=(0.9,), years=(YearMark(0.25, 2025), YearMark(0.26, 2026)), silence_from=0.95)
    )

    assert drawn.them == "M156.8 42v-14"
    assert drawn.you == "M547.2 50v14"
    assert [year.year for year in drawn.years] == [2025]
    assert drawn.last_anchor == "end"
