"""One sentence read back: what happened, with whom, what was said; each to be changed or left out before it is kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from amity.judgement.capture import Capture, KnownNames, Span, WhoChip, read_capture
from amity.judgement.readback import keep_words, left_over, read_words
from amity.lib.text import clean
from amity.lib.viewer import Viewer
from amity.queries.capturing_lines import HappenedLine, Moment, SaidLine, happened_line, line_key, said_lines
from amity.queries.capturing_names import Answer, Choice, NameLine, Naming, name_lines
from amity.queries.known_names import known_names
from amity.queries.settings import likes
from amity.records.scope import reads

__all__ = ["Answer", "CaptureReading", "Choice", "HappenedLine", "NameLine", "SaidLine", "read"]

MOST_ALSO = 20  # names given beside the sentence
MOST_NAMES = 50  # read in one sentence; further ones stay in the note
MOST_SAID = 50  # statements, likewise
PAGE = "page"  # the key of the line of the one whose page it is
NOBODY = "also"  # the key of the field that asks for a name where none was read
ANYBODY = "With whom, or about whom? A name is all that is missing."


@dataclass(frozen=True, slots=True)
class CaptureReading:
    """All lines, in the order in which they are shown.

    left       what was not understood; it stays in the note
    things     how many lines will be kept; `button` says so
    undecided  the key of the first line that has to be decided, "" when all is clear, and `why` in a sentence
    """

    text: str
    on: date
    happened: HappenedLine
    names: tuple[NameLine, ...]
    said: tuple[SaidLine, ...]
    left: str
    is_cut: bool
    things: int
    button: str
    summary: str
    undecided: str
    why: str


@reads
def read(
    viewer: Viewer,
    text: str,
    on: date,
    *,
    answers: Mapping[str, Answer] | None = None,
    also: Sequence[str] = (),
    about: UUID | None = None,
) -> CaptureReading | None:
    """What a sentence of `on` says, with the writer's answers so far; None for no words at all.

    also   names that the writer gives beside the sentence
    about  whose page the writer is on: taken when nobody is named
    """
    given, text = answers or {}, clean(text).strip()
    if not text:
        return None
    language = likes(viewer).language[:2]
    beside = [_beside(name, given) for name in [one.strip() for one in also if one.strip()][:MOST_ALSO]]
    capture = _captured(text, on, known_names(viewer), language, len(beside) or bool(about))
    chips = _chips(capture)
    namings = [*(_naming(chip, chip in capture.people, given) for chip in chips), *beside]
    if not namings and about:
        namings = [Naming(PAGE, "", was_there=True, candidates=(about,), answer=given.get(PAGE, Answer()))]
    names = tuple(line for line in name_lines(viewer, namings, on) if line.key != PAGE or line.choices)
    moment = Moment(text, on, language)
    happened = happened_line(capture, moment, given)
    said = tuple(said_lines(capture, moment, dict(zip(chips, names, strict=False)), names, given))
    if len(chips) == MOST_NAMES or len(said) > MOST_SAID:
        capture = replace(capture, is_cut=True)
    return _reading(capture, moment, happened, names, said[:MOST_SAID])


def _captured(text: str, on: date, known: KnownNames, language: str, beside: int) -> Capture:
    """Where nobody is named but somebody stands beside it, "her dog" is read as "Qx: her dog": the dog is theirs."""
    capture = read_capture(text, on=on, known=known, language=language)
    if capture.people or not beside:
        return capture
    opening = "Qx: " if beside == 1 else "Qx and Qy: "  # no word of any language
    return _without(read_capture(opening + text, on=on, known=known, language=language), len(opening))


def _without(capture: Capture, opening: int) -> Capture:
    """The capture of the text alone; the chips of those in the opening stay, and stand for nobody."""

    def moved(span: Span) -> Span:
        return Span(max(span.start - opening, 0), max(span.end - opening, 0))

    return replace(
        capture,
        people=tuple(chip for chip in capture.people if chip.span.start >= opening),
        when=capture.when and replace(capture.when, span=moved(capture.when.span)),
        channel=capture.channel and replace(capture.channel, span=moved(capture.channel.span)),
        minutes=capture.minutes and replace(capture.minutes, span=moved(capture.minutes.span)),
        needs=tuple(replace(one, span=moved(one.span)) for one in capture.needs),
        offers=tuple(replace(one, span=moved(one.span)) for one in capture.offers),
        facts=tuple(replace(one, span=moved(one.span)) for one in capture.facts),
        promises=tuple(replace(one, span=moved(one.span)) for one in capture.promises),
        asked_how_to_help=capture.asked_how_to_help and moved(capture.asked_how_to_help),
    )


def _chips(capture: Capture) -> list[WhoChip]:
    """Everybody named, those who were there first, each once."""
    said_of = [one.who for one in (*capture.needs, *capture.offers, *capture.facts)]
    promised = [chip for one in capture.promises for chip in (one.by, one.to)]
    others = [chip for chip in (*said_of, *promised) if chip and not chip.text.startswith(("Qx", "Qy"))]
    return list(dict.fromkeys((*capture.people, *others)))[:MOST_NAMES]


def _naming(chip: WhoChip, was_there: bool, given: Mapping[str, Answer]) -> Naming:
    key = line_key("who", chip.text)
    candidates = tuple(one for one in chip.candidates if isinstance(one, UUID))
    return Naming(key, chip.text, was_there, candidates, given.get(key, Answer()))


def _beside(name: str, given: Mapping[str, Answer]) -> Naming:
    key = line_key("also", name)
    return Naming(key, name, was_there=True, answer=given.get(key, Answer()), is_by_hand=True)


def _reading(
    capture: Capture, moment: Moment, happened: HappenedLine, names: tuple[NameLine, ...], said: tuple[SaidLine, ...]
) -> CaptureReading:
    things = 1 + sum(not name.is_out for name in names) + sum(not line.is_out for line in said)
    undecided, why = next(_open_questions(happened, names, said), ("", ""))
    kinds = [line.kind for line in said if not line.is_out]
    whom = [line.name for line in names if not line.is_out]
    return CaptureReading(
        text=moment.text,
        on=moment.on,
        happened=happened,
        names=names,
        said=said,
        left=left_over(capture.rest),
        is_cut=capture.is_cut,
        things=things,
        button=keep_words(things),
        summary=" ".join(filter(None, [read_words(happened.parts, whom, kinds), why])),
        undecided=undecided,
        why=why,
    )


def _open_questions(
    happened: HappenedLine, names: Sequence[NameLine], said: Iterable[SaidLine]
) -> Iterator[tuple[str, str]]:
    """What the writer has to decide before anything is kept: the line and the sentence that asks."""
    if happened.problem:
        yield happened.key, happened.problem
    in_force = [line for line in names if not line.is_out]
    if not in_force:
        yield NOBODY, ANYBODY
    for line in in_force:
        if line.problem or line.is_undecided:
            yield line.key, line.problem or f"Which {line.name}?"
    for told in said:
        if not told.is_out and (told.problem or told.is_undecided and in_force):
            yield told.key, told.problem or f"{told.label}: who is it about?"
