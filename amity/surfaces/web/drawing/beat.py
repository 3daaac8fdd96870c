"""The beat of a tie, drawn: small for lists, large for a person's page."""

from collections.abc import Iterable
from dataclasses import dataclass

from amity.judgement.beat import Beat

CLEAR_OF_BEAD = 3.0  # px between the last bead and the silence
LEAST_SILENCE = 1.0  # px; shorter ones are not drawn


@dataclass(frozen=True, slots=True)
class Drawn:
    """Path data and the usual gap's box; an empty string is not drawn."""

    usual_x: str
    usual_width: str
    base: str
    silence: str
    wrote: str
    beads: str


@dataclass(frozen=True, slots=True)
class YearLine:
    x: str
    label_x: str
    year: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """The large picture: above the line they wrote, below you did."""

    usual_x: str
    usual_width: str
    base: str
    silence: str
    them: str
    you: str
    beads: str
    years: tuple[YearLine, ...]
    last_x: str  # where the label of the last day stands
    last_anchor: str  # "end" near the right edge, so that it stays inside
    small: Drawn


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    now: float
    middle: float

    def x(self, at: float) -> float:
        return self.left + at * (self.now - self.left)


_LIST = _Frame(left=4, now=138, middle=14)  # of 152 × 28
_PHONE = _Frame(left=4, now=314, middle=17)  # of 328 × 34
_LARGE = _Frame(left=108, now=596, middle=46)  # of 688 × 98
_TICK, _STROKE = 2.5, 14.0
_YEAR_LABEL_NEEDS = 34.0  # px
_LABEL_NEEDS = 60.0  # px


def draw(beat: Beat) -> Drawn:
    """For lists, on 152 × 28."""
    return _small(beat, _LIST)


def draw_large(beat: Beat) -> Portrait:
    """For one person, on 688 × 98, with its twin for phones on 328 × 34."""
    usual_x, usual_width = _usual(beat, _LARGE)
    last = _LARGE.x(beat.silence_from if beat.silence_from is not None else 1)
    near_edge = last > _LARGE.now - _LABEL_NEEDS
    return Portrait(
        usual_x=usual_x,
        usual_width=usual_width,
        base=_base(beat, _LARGE),
        silence=_silence(beat, _LARGE, 8),
        them=_strokes(beat.above, _LARGE, -4, -_STROKE),
        you=_strokes(beat.below, _LARGE, 4, _STROKE),
        beads=_beads(beat.beads, _LARGE),
        years=tuple(_years(beat)),
        last_x=_px(last),
        last_anchor="end" if near_edge else "middle",
        small=_small(beat, _PHONE),
    )


def _small(beat: Beat, frame: _Frame) -> Drawn:
    usual_x, usual_width = _usual(beat, frame)
    return Drawn(
        usual_x=usual_x,
        usual_width=usual_width,
        base=_base(beat, frame),
        silence=_silence(beat, frame, CLEAR_OF_BEAD),
        wrote=_strokes(beat.ticks, frame, -_TICK, 2 * _TICK),
        beads=_beads(beat.beads, frame),
    )


def _usual(beat: Beat, frame: _Frame) -> tuple[str, str]:
    if beat.usual is None:
        return "", ""
    start, end = beat.usual
    return _px(frame.x(start)), _px(max((end - start) * (frame.now - frame.left), 2.0))


def _base(beat: Beat, frame: _Frame) -> str:
    end = 1.0 if beat.silence_from is None else beat.silence_from
    return f"M{_px(frame.left - 2)} {_px(frame.middle)}H{_px(frame.x(end))}" if end > 0 else ""


def _silence(beat: Beat, frame: _Frame, clear: float) -> str:
    if beat.silence_from is None:
        return ""
    start, end = frame.x(beat.silence_from) + (clear if beat.silence_from > 0 else 0), frame.now - 2
    return f"M{_px(start)} {_px(frame.middle)}H{_px(end)}" if end - start > LEAST_SILENCE else ""


def _beads(positions: Iterable[float], frame: _Frame) -> str:
    end = f" {_px(frame.middle)}h0"
    return "".join([f"M{x:.1f}{end}" for x in _apart(positions, frame)])


def _strokes(positions: Iterable[float], frame: _Frame, from_line: float, length: float) -> str:
    end = f" {_px(frame.middle + from_line)}v{_px(length)}"
    return "".join([f"M{x:.1f}{end}" for x in _apart(positions, frame)])


def _apart(positions: Iterable[float], frame: _Frame) -> list[float]:
    """Pixels, each at least one from the next: what would be drawn on top of another is left out."""
    left, width = frame.left, frame.now - frame.left
    seen: list[float] = []
    free = float("-inf")  # from where on the next may stand
    for at in sorted(positions):
        x = left + at * width
        if x >= free:
            seen.append(x)
            free = x + 1
    return seen


def _years(beat: Beat) -> Iterable[YearLine]:
    taken = float("-inf")
    for mark in beat.years:
        x = _LARGE.x(mark.at)
        if x - taken >= _YEAR_LABEL_NEEDS and _LARGE.now - x >= _YEAR_LABEL_NEEDS:
            taken = x
            yield YearLine(_px(x), _px(x + 5), mark.year)


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
