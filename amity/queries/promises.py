"""The ledger of promises: what the owner promised, what was found and waits for a word, what others promised."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, DateField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from amity.formats.names import first_name
from amity.judgement import ledger
from amity.judgement.day_words import day_ahead, found_words
from amity.judgement.fitting import takes_minutes
from amity.judgement.ledger import Tally
from amity.judgement.vocabulary import PromiseState
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.text import clean, fold
from amity.lib.viewer import Viewer
from amity.queries.cursors import from_cursor, to_cursor
from amity.queries.promise_rows import (
    FittingAct,
    KeptQuestion,
    PromiseRow,
    as_they_wait,
    promise_rows,
    rows_of,
    seen,
)
from amity.queries.promises_open import any_open, to_weigh
from amity.records.interactions import UNDATED
from amity.records.models import Interaction, Promise
from amity.records.scope import reads

__all__ = [
    "FittingAct",
    "KeptQuestion",
    "PromiseRow",
    "PromisesPage",
    "SuggestedPromise",
    "ToKeep",
    "WithThem",
    "promise_row",
    "promises_meant",
    "promises_page",
    "promises_to_keep",
    "promises_with",
]

PAGE = 50
MOST_OF_THEIRS = 500  # under "all"
MOST_RECENT = 10  # settled ones under "open and recent"
MOST_SUGGESTED = 30  # at once; the next ones come as these are decided
MOST_WEIGHED = 500  # open promises, the longest waiting, that are looked at for a day
MOST_BRIEFED = 20  # of one person
MOST_MEANT = 20
MOST_LOOKED_THROUGH = 5_000  # promises, for the words of one
LONGEST_WORDS = 300
SETTLED = (PromiseState.KEPT, PromiseState.RELEASED)
SHOWN = (PromiseState.OPEN, *SETTLED)


@dataclass(frozen=True, slots=True)
class SuggestedPromise:
    """Something found that looks like a promise.

    when_words  "Yesterday 21:06", "9 November"
    reason      why it looks like one
    due_label   what stands after "Yes, by": "Friday"; where `due_on` is None after "Yes,": "soon"; "" without either
    """

    row: PromiseRow
    when_words: str
    reason: str
    due_on: date | None
    due_label: str


@dataclass(frozen=True, slots=True)
class PromisesPage:
    """The page. On a page after the first, `suggested`, `theirs` and `beside` are empty.

    mine       open ones, the longest waiting first, then settled ones, the newest first
    suggested  both ways; `suggested_more` wait behind them
    theirs     what others promised, for remembering
    beside     sentences for the margin
    next       cursor of the next page of `mine`, "" on the last; `theirs_more` says that not all of theirs are here
    """

    lede: str
    mine: tuple[PromiseRow, ...]
    suggested: tuple[SuggestedPromise, ...]
    suggested_more: int
    accepted_words: str
    theirs: tuple[PromiseRow, ...]
    theirs_more: bool
    beside: tuple[str, ...]
    total: int
    show_all: bool
    next: str


@dataclass(frozen=True, slots=True)
class ToKeep:
    """What Today says of promises: `more` wait beside those shown."""

    rows: tuple[PromiseRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class WithThem:
    """Open promises between the owner and one person, the longest waiting first."""

    mine: tuple[PromiseRow, ...]
    theirs: tuple[PromiseRow, ...]


@reads
def promises_page(viewer: Viewer, on: date, *, show_all: bool = False, after: str = "") -> PromisesPage:
    """The page of promises. Raises NotAccepted for a cursor that no page gave."""
    ended = _ended(after)
    tally = _tally(viewer)
    mine, cursor = _of_one_side(viewer, on, PAGE, mine=True, show_all=show_all, ended=ended)
    first = ended is None
    suggested = _suggested(viewer, on) if first else []
    waiting = _waiting_suggestions(viewer).count() if len(suggested) > MOST_SUGGESTED else len(suggested)
    most = MOST_OF_THEIRS if show_all else PAGE
    theirs, more = _of_one_side(viewer, on, most, mine=False, show_all=show_all, ended=None) if first else ([], "")
    return PromisesPage(
        lede=ledger.promises_lede(tally),
        mine=tuple(mine),
        suggested=tuple(suggested[:MOST_SUGGESTED]),
        suggested_more=max(waiting - MOST_SUGGESTED, 0),
        accepted_words=_accepted(viewer) if suggested else "",
        theirs=tuple(theirs),
        theirs_more=bool(more),
        beside=_beside(viewer, tally) if first else (),
        total=tally.all,
        show_all=show_all,
        next=cursor,
    )


@reads
def promises_to_keep(viewer: Viewer, on: date, most: int) -> ToKeep:
    """What Today reminds of: due within three days, past its day, or without one after a while."""
    keys, more = ledger.for_today(to_weigh(viewer, on, MOST_WEIGHED), on, most)
    return ToKeep(tuple(rows_of(viewer, keys, on)), more)


@reads
def promises_with(viewer: Viewer, person_id: uuid.UUID, on: date) -> WithThem:
    """Open promises between the owner and one person, for the briefing."""
    if not any_open(viewer, person_id):
        return WithThem((), ())
    between = as_they_wait(seen(viewer).filter(person_id=person_id, state=PromiseState.OPEN))
    rows = promise_rows(viewer, between[:MOST_BRIEFED], on)
    return WithThem(tuple(row for row in rows if row.mine), tuple(row for row in rows if not row.mine))


@reads
def promise_row(viewer: Viewer, promise_id: uuid.UUID, on: date) -> PromiseRow:
    """One promise, a suggested one too. Raises NotHere."""
    found = promise_rows(viewer, seen(viewer).filter(pk=promise_id).exclude(state=PromiseState.DISMISSED), on)
    if not found:
        raise NotHere("This promise is not here any more.")
    return found[0]


@reads
def promises_meant(
    viewer: Viewer, text: str, on: date, states: Collection[PromiseState] = SHOWN
) -> tuple[PromiseRow, ...]:
    """Which promises `text` means: a key, else words of the promise or the name, in one of `states`. Several: ask."""
    wanted = fold(clean(text[:LONGEST_WORDS]))
    if not wanted:
        return ()
    here = as_they_wait(seen(viewer).exclude(state=PromiseState.DISMISSED))
    try:
        keys = [uuid.UUID(wanted)]
    except ValueError:
        told = here.filter(state__in=states).values_list("pk", "what", "person__name", "person__called")
        keys = [key for key, *words in told[:MOST_LOOKED_THROUGH] if wanted in fold(" ".join(words))][:MOST_MEANT]
    return tuple(promise_rows(viewer, here.filter(pk__in=keys), on))


Ended = tuple[bool, date, uuid.UUID]  # among the settled ones already, and the place of the last


def _of_one_side(
    viewer: Viewer, on: date, most: int, *, mine: bool, show_all: bool, ended: Ended | None
) -> tuple[list[PromiseRow], str]:
    """Open ones, then settled ones: at most so many, and the cursor of the next page."""
    side = seen(viewer).filter(mine=mine)
    rows: list[PromiseRow] = []
    if ended is None or not ended[0]:
        open_ones = as_they_wait(side.filter(state=PromiseState.OPEN))
        if ended is not None:
            open_ones = open_ones.filter(Q(waits__gt=ended[1]) | Q(waits=ended[1], pk__gt=ended[2]))
        rows = promise_rows(viewer, open_ones[: most + 1], on)
    if len(rows) <= most:
        settled = _settled(side, ended if ended is not None and ended[0] else None)
        room = most + 1 - len(rows)
        if not show_all:
            settled, room = settled.filter(settled_on__gt=on - ledger.RECENT), min(room, MOST_RECENT)
        rows += promise_rows(viewer, settled[:room], on)
    return rows[:most], _cursor(rows[most - 1]) if len(rows) > most else ""


def _settled(side: QuerySet[Promise], ended: Ended | None) -> QuerySet[Promise]:
    day = Coalesce("settled_on", "due_on", "said_on", Value(date.min, output_field=DateField()))
    settled = side.filter(state__in=SETTLED).annotate(since=day).order_by("-since", "-pk")
    if ended is not None:
        settled = settled.filter(Q(since__lt=ended[1]) | Q(since=ended[1], pk__lt=ended[2]))
    return settled


def _cursor(row: PromiseRow) -> str:
    is_settled = row.state in SETTLED
    waits = ledger.waits_since(row.due_on, row.said_on)
    since = row.settled_on or waits if is_settled else waits
    return to_cursor(["settled" if is_settled else "open", since.isoformat(), row.id.hex])


def _ended(after: str) -> Ended | None:
    parts = from_cursor(after, str, str, str)
    if parts is None:
        return None
    try:
        return parts[0] == "settled", date.fromisoformat(str(parts[1])), uuid.UUID(str(parts[2]))
    except ValueError:
        raise NotAccepted("This page is not here any more. Begin again at the first.", "after") from None


def _tally(viewer: Viewer) -> Tally:
    kept = Q(state=PromiseState.KEPT)
    counts = (
        seen(viewer)
        .filter(mine=True)
        .aggregate(
            open=Count("pk", filter=Q(state=PromiseState.OPEN)),
            kept=Count("pk", filter=kept),
            late=Count("pk", filter=kept & Q(settled_on__gt=F("due_on"))),
            released=Count("pk", filter=Q(state=PromiseState.RELEASED)),
        )
    )
    return Tally(**counts)


def _beside(viewer: Viewer, tally: Tally) -> tuple[str, ...]:
    open_ones = as_they_wait(seen(viewer).filter(state=PromiseState.OPEN, mine=True))
    told = list(open_ones.values_list("what", "person__called", "person__name")[:MOST_WEIGHED])
    minutes = [takes_minutes(what) for what, *_ in told]
    longest = (told[0][1] or first_name(told[0][2])) if told else ""
    return ledger.beside_words(tally, sum(minutes), longest, minutes[0] if minutes else 0)


def _waiting_suggestions(viewer: Viewer) -> QuerySet[Promise]:
    """Found and not decided; what was found in a letter that lies in the bin stays away with it."""
    found = Q(interaction=None) | Q(interaction__trashed_at=None)
    return seen(viewer).filter(found, state=PromiseState.SUGGESTED).order_by("-said_on", "-pk")


def _suggested(viewer: Viewer, on: date) -> list[SuggestedPromise]:
    rows = promise_rows(viewer, _waiting_suggestions(viewer)[: MOST_SUGGESTED + 1], on)
    more = dict(Promise.objects.filter(pk__in=[row.id for row in rows]).values_list("pk", "reason"))
    at = _moments(viewer, [row.interaction_id for row in rows if row.interaction_id])
    return [
        SuggestedPromise(
            row=row,
            when_words=found_words(row.said_on, at.get(row.interaction_id, ""), on),
            reason=more.get(row.id, ""),
            due_on=row.due_on,
            due_label=day_ahead(row.due_on, on) if row.due_on else row.due_words,
        )
        for row in rows
    ]


def _moments(viewer: Viewer, interactions: Sequence[uuid.UUID]) -> dict[uuid.UUID | None, str]:
    """The hour of each letter, "21:06", where something said when."""
    rows = Interaction.objects.filter(pk__in=interactions).exclude(happened_at=UNDATED)
    return {key: f"{at.astimezone(viewer.time_zone):%H:%M}" for key, at in rows.values_list("pk", "happened_at")}


def _accepted(viewer: Viewer) -> str:
    found = seen(viewer).filter(key__isnull=False)
    counts = found.aggregate(
        accepted=Count("pk", filter=Q(state__in=SHOWN)), dismissed=Count("pk", filter=Q(state=PromiseState.DISMISSED))
    )
    return ledger.accepted_words(counts["accepted"], counts["dismissed"])
