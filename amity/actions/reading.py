"""Reading a source chunk by chunk: rows, counts and the reader's place are stored in one transaction.

Killed anywhere, the next run goes on behind the last chunk that was stored whole: nothing is lost, nothing doubled.
"""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, transaction

from amity.actions.bringing import LONGEST, Aside, Bringing, Mailbox, Tally
from amity.actions.intake_changes import CHANGES
from amity.actions.learned import note_learned
from amity.actions.take_in import take_in
from amity.actions.take_in_cards import take_in_cards
from amity.judgement.intake_words import NOW_ON
from amity.lib import clock
from amity.lib.text import clean
from amity.records.bulk import bulk_load
from amity.records.models import Intake, IntakeProblem
from amity.records.scope import scope_of
from amity.sources import registry
from amity.sources.found import Cursor, FoundInteraction, FoundPerson, Problem

CHUNK = 8_000  # things in one transaction: large enough that settled costs vanish, small enough for memory
CHUNK_TEXT = 24 * 1024 * 1024  # characters of text, after which a chunk ends as well
TRIES = 3  # of a chunk whose random row numbers met others
EXAMPLES = 3
# Pages of the log before it is worked in (64 MB); and no part of the file mapped, which counts as memory of ours.
WHILE_READING = (("wal_autocheckpoint", 16_000), ("mmap_size", 0))
GARBAGE_AFTER = 200_000  # new objects, instead of 700


class Stopped(Exception):  # noqa: N818  not an error: somebody asked for it
    """The owner asked for a stop; what was stored stays, and reading can go on later."""


def read_part(run: Bringing, number: int) -> Iterator[Intake]:
    """Take in what is left of one part; gives the intake as it stands after every chunk. Raises Stopped."""
    intake = _intake(run)
    part = intake.parts[number]
    position = Cursor(part["position"], part["done"], part["total"]) if part["position"] else None
    found: list[FoundPerson | FoundInteraction] = []
    problems: list[Problem] = []
    size = 0
    last = position
    for thing in registry.read(part["kind"], part["path"], position):
        if isinstance(thing, Cursor):
            last = thing
            if len(found) + len(problems) >= CHUNK or size >= CHUNK_TEXT:
                yield _store(run, number, found, problems, last, finished=False)
                found, problems, size = [], [], 0
        elif isinstance(thing, Problem):
            problems.append(thing)
        else:
            found.append(thing)
            size += len(thing.text) if isinstance(thing, FoundInteraction) else len(thing.verbatim)
    yield _store(run, number, found, problems, last, finished=True)


def _store(
    run: Bringing,
    number: int,
    found: list[FoundPerson | FoundInteraction],
    problems: list[Problem],
    cursor: Cursor | None,
    *,
    finished: bool,
) -> Intake:
    for attempt in range(TRIES):
        try:
            with scope_of(run.viewer), transaction.atomic():
                return _store_once(run, number, found, problems, cursor, finished=finished)
        except IntegrityError:
            run.book.forget()
            if attempt == TRIES - 1:
                raise
    raise AssertionError  # the loop returns or raises


def _store_once(
    run: Bringing,
    number: int,
    found: list[FoundPerson | FoundInteraction],
    problems: list[Problem],
    cursor: Cursor | None,
    *,
    finished: bool,
) -> Intake:
    intake = Intake.objects.select_for_update(of=("self",)).get(pk=run.intake)
    if intake.stop_asked_at is not None:
        raise Stopped
    tally = Tally()
    run.book.learned.clear()  # of a try that was not stored
    run.mailbox = mailbox_of(intake)
    take_in_cards(run, [one for one in found if isinstance(one, FoundPerson)], tally)
    take_in(run, [one for one in found if isinstance(one, FoundInteraction)], tally)
    note_learned(run, tally)
    for problem in problems:
        tally.missed(problem)
    part = intake.parts[number]
    if cursor is not None:
        part["position"], part["done"], part["total"] = cursor.position, cursor.done, cursor.total
    part["finished"] = finished
    if (at := _last_moment(found)) is not None:
        intake.options[NOW_ON] = clock.local_day(at, run.viewer.time_zone).isoformat()
    _note(run, intake, tally)
    return intake


def _last_moment(found: Sequence[FoundPerson | FoundInteraction]) -> datetime | None:
    moments = (one.at for one in reversed(found) if isinstance(one, FoundInteraction) and one.at)
    return next(moments, None)


def _note(run: Bringing, intake: Intake, tally: Tally) -> None:
    for what, count in tally.counts.items():
        intake.counts[what] = intake.counts.get(what, 0) + count
    for why, aside in tally.aside.items():
        merged = Aside(**intake.aside.get(why, {}))
        merged.count += aside.count
        merged.examples = [*merged.examples, *aside.examples][:EXAMPLES]
        intake.aside[why] = asdict(merged)
    intake.options["mailbox"] = asdict(run.mailbox)
    if tally.changes:
        intake.options.setdefault(CHANGES, []).extend(key.hex for key in tally.changes)
    intake.save(update_fields=["parts", "counts", "aside", "options"])
    bulk_load(
        IntakeProblem,
        ("id", "network_id", "intake_id", "where", "why", "kept"),
        [
            (
                next(run.keys),
                run.viewer.network.bytes,
                run.intake.bytes,
                clean(problem.where)[:LONGEST],
                clean(problem.why)[:LONGEST],
                problem.kept,
            )
            for problem in tally.problems
        ],
    )


def mailbox_of(intake: Intake) -> Mailbox:
    """What was counted so far to tell whose mailbox it is."""
    kept: dict[str, Any] = intake.options.get("mailbox", {})
    return Mailbox(**kept)


@contextmanager
def reading_fast() -> Iterator[None]:
    """While an import writes: fewer, larger checkpoints. The file stays as safe as before, only its log grows.

    Letters make no reference cycles, and looking for some among a chunk's hundred thousand objects costs one part in
    twenty: the collector looks less often.
    """
    before = gc.get_threshold()
    gc.set_threshold(GARBAGE_AFTER, *before[1:])
    try:
        with _larger_checkpoints():
            yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _larger_checkpoints() -> Iterator[None]:
    if connection.vendor != "sqlite":
        yield
        return
    before = [(name, _pragma(f"PRAGMA {name}")) for name, _ in WHILE_READING]
    for name, value in WHILE_READING:
        _pragma(f"PRAGMA {name} = {value}")
    try:
        yield
    finally:
        for name, value in before:
            _pragma(f"PRAGMA {name} = {value}")


def _pragma(statement: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _intake(run: Bringing) -> Intake:
    with scope_of(run.viewer):
        return Intake.objects.get(pk=run.intake)
