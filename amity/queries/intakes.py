"""Intakes: what is being read, what came of it, and until when it can be taken back."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from amity.judgement.intake_words import came_words, lasted_words, now_on, reading_words, report_sentences
from amity.judgement.keeping import is_kept, kept_until
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.queries.cursors import from_cursor, to_cursor
from amity.records.intakes import IntakeState
from amity.records.models import Intake, IntakeProblem
from amity.records.scope import reads

MOST_INTAKES = 50
TROUBLES = 50  # a page

RUNNING = frozenset({IntakeState.WAITING, IntakeState.READING, IntakeState.SETTLING, IntakeState.UNDOING})
STATE_WORDS = {
    IntakeState.PREVIEWED: "Looked at, nothing kept yet",
    IntakeState.WAITING: "Waits for its turn",
    IntakeState.READING: "Being read",
    IntakeState.SETTLING: "Everything is read; people and ties are being worked out",
    IntakeState.STOPPED: "Stopped; it goes on from here",
    IntakeState.FAILED: "Broke off; it goes on from here",
    IntakeState.DONE: "Done",
    IntakeState.UNDOING: "Being taken back",
    IntakeState.UNDONE: "Taken back",
}


@dataclass(frozen=True, slots=True)
class PartRow:
    """One file or folder of an intake; `fraction` runs from 0 to 1."""

    title: str
    kind: str
    fraction: float
    finished: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it came. `sentence` is "38,560 of about 61,000 letters, now in March 2019"; `running`: ask again soon."""

    intake_id: uuid.UUID
    state: IntakeState
    state_words: str
    title: str
    fraction: float
    sentence: str
    running: bool
    stopping: bool
    parts: tuple[PartRow, ...]


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """One line of the list: `came` is "2,301 letters, 96 new addresses", `took` "11 seconds"."""

    id: uuid.UUID
    title: str
    state: IntakeState
    state_words: str
    made_at: datetime
    came: str
    took: str
    fraction: float
    running: bool


@dataclass(frozen=True, slots=True)
class Aside:
    """Why something was left aside: how many, and a few examples in words."""

    why: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be read, with its place; `kept` says that the rest of it was taken in."""

    where: str
    why: str
    kept: bool


@dataclass(frozen=True, slots=True)
class IntakePage:
    """One intake with its report.

    sentences     what came of it, each a sentence
    undo_until    the last day on which it can be taken back; None when it cannot, and `why_not_undo` says why
    next          cursor of further troubles, "" on the last page
    """

    progress: Progress
    made_at: datetime
    finished_at: datetime | None
    took: str
    sentences: tuple[str, ...]
    aside: tuple[Aside, ...]
    troubles: tuple[Trouble, ...]
    trouble_count: int
    next: str
    why_stopped: str
    can_start: bool
    can_stop: bool
    can_resume: bool
    undo_until: date | None
    why_not_undo: str


@dataclass(frozen=True, slots=True)
class IntakesPage:
    """All intakes, the newest first; those that run stand in `reading` too."""

    reading: tuple[Progress, ...]
    rows: tuple[IntakeRow, ...]
    more: bool


@reads
def intakes_page(viewer: Viewer) -> IntakesPage:
    """What was read and what is being read."""
    intakes = list(Intake.objects.order_by("-made_at", "-pk")[: MOST_INTAKES + 1])
    shown = intakes[:MOST_INTAKES]
    return IntakesPage(
        reading=tuple(_progress(one) for one in shown if one.state in RUNNING),
        rows=tuple(_row(viewer, one) for one in shown),
        more=len(intakes) > MOST_INTAKES,
    )


@reads
def intake_page(viewer: Viewer, intake_id: uuid.UUID, on: date, *, after: str = "") -> IntakePage:
    """One intake with its report. Raises NotHere."""
    intake = _here(intake_id)
    troubles, cursor = _troubles(intake_id, after)
    until, why_not = _undo(viewer, intake, on)
    state = IntakeState(intake.state)
    return IntakePage(
        progress=_progress(intake),
        made_at=_local(viewer, intake.made_at),
        finished_at=_local(viewer, intake.finished_at) if intake.finished_at else None,
        took=_took(intake),
        sentences=report_sentences(intake.counts) if intake.counts and state is not IntakeState.PREVIEWED else (),
        aside=_aside(intake.aside),
        troubles=troubles,
        trouble_count=intake.counts.get("problems", 0),
        next=cursor,
        why_stopped=intake.why_stopped,
        can_start=state is IntakeState.PREVIEWED,
        can_stop=state in (IntakeState.WAITING, IntakeState.READING, IntakeState.SETTLING) and not _stopping(intake),
        can_resume=state in (IntakeState.STOPPED, IntakeState.FAILED),
        undo_until=until,
        why_not_undo=why_not,
    )


@reads
def progress(viewer: Viewer, intake_id: uuid.UUID) -> Progress:
    """How far an intake came; cheap enough to ask every second. Raises NotHere."""
    return _progress(_here(intake_id))


def _here(intake_id: uuid.UUID) -> Intake:
    intake = Intake.objects.filter(pk=intake_id).first()
    if intake is None:
        raise NotHere("There is no such import.")
    return intake


def _progress(intake: Intake) -> Progress:
    state = IntakeState(intake.state)
    fraction = _fraction(intake)
    return Progress(
        intake_id=intake.pk,
        state=state,
        state_words=STATE_WORDS[state],
        title=intake.title,
        fraction=fraction,
        sentence=_sentence(intake, state, fraction),
        running=state in RUNNING,
        stopping=_stopping(intake),
        parts=tuple(_part(part) for part in intake.parts),
    )


def _sentence(intake: Intake, state: IntakeState, fraction: float) -> str:
    if state is IntakeState.READING:
        counts = intake.counts
        return reading_words(counts.get("found", 0), counts.get("cards_found", 0), fraction, now_on(intake.options))
    return STATE_WORDS[state]


def _fraction(intake: Intake) -> float:
    total = sum(part["total"] for part in intake.parts)
    done = sum(part["total"] if part["finished"] else part["done"] for part in intake.parts)
    if intake.state in (IntakeState.DONE, IntakeState.SETTLING, IntakeState.UNDONE):
        return 1.0
    return min(done / total, 1.0) if total else 0.0


def _part(part: Mapping[str, Any]) -> PartRow:
    done = 1.0 if part["finished"] else min(part["done"] / part["total"], 1.0) if part["total"] else 0.0
    return PartRow(title=part["title"], kind=part["kind"], fraction=done, finished=part["finished"])


def _stopping(intake: Intake) -> bool:
    return intake.stop_asked_at is not None and intake.state in RUNNING


def _row(viewer: Viewer, intake: Intake) -> IntakeRow:
    state = IntakeState(intake.state)
    return IntakeRow(
        id=intake.pk,
        title=intake.title,
        state=state,
        state_words=STATE_WORDS[state],
        made_at=_local(viewer, intake.made_at),
        came=came_words(intake.counts) if state is not IntakeState.PREVIEWED else "",
        took=_took(intake),
        fraction=_fraction(intake),
        running=state in RUNNING,
    )


def _took(intake: Intake) -> str:
    if intake.started_at is None or intake.finished_at is None:
        return ""
    return lasted_words((intake.finished_at - intake.started_at).total_seconds())


def _aside(aside: Mapping[str, Mapping[str, Any]]) -> tuple[Aside, ...]:
    """The most frequent reason first."""
    rows = [Aside(why, reason.get("count", 0), tuple(reason.get("examples", ()))) for why, reason in aside.items()]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.why)))


def _troubles(intake_id: uuid.UUID, after: str) -> tuple[tuple[Trouble, ...], str]:
    rows = IntakeProblem.objects.filter(intake_id=intake_id).order_by("pk")
    ended = from_cursor(after, str)
    if ended is not None:
        rows = rows.filter(pk__gt=_key(str(ended[0])))
    found: Sequence[Any] = list(rows.values_list("pk", "where", "why", "kept")[: TROUBLES + 1])
    shown = found[:TROUBLES]
    cursor = to_cursor([shown[-1][0].hex]) if len(found) > TROUBLES else ""
    return tuple(Trouble(where, why, kept) for _, where, why, kept in shown), cursor


def _key(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise NotAccepted("This page is not here any more. Begin again at the first.", "after") from None


def _undo(viewer: Viewer, intake: Intake, on: date) -> tuple[date | None, str]:
    if intake.state == IntakeState.UNDONE:
        return None, "It was taken back already."
    if intake.state == IntakeState.UNDOING:
        return None, "It is being taken back."
    if intake.state in RUNNING:
        return None, "Stop it first."
    if intake.started_at is None:
        return None, "Nothing of it has come in."
    day = clock.local_day(intake.finished_at or intake.started_at, viewer.time_zone)
    if not is_kept(day, on):
        return None, f"That was possible until {kept_until(day):%-d %B %Y}."
    return kept_until(day), ""


def _local(viewer: Viewer, moment: datetime) -> datetime:
    return moment.astimezone(viewer.time_zone)
