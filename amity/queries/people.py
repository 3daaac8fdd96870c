"""The list of people: filtered, ordered, thirty a page.

Two steps: an index says who stands on the page, then everything shown of those thirty is read by key.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from amity.judgement.beat import Beat, recent_beat_of
from amity.judgement.lede import counted_words, people_lede
from amity.judgement.listing import is_quiet, last_words, usual_words
from amity.judgement.order import quiet_until
from amity.judgement.ties import state_on
from amity.judgement.vocabulary import TieState
from amity.lib.text import clean, shorten
from amity.lib.viewer import Viewer
from amity.queries.circles import CircleMark, all_marks, marks_of
from amity.queries.judged import LISTED, listed_tie
from amity.queries.people_order import MOST_FOUND, Only, Order, next_ids
from amity.queries.plain import stored_day
from amity.records import fulltext
from amity.records.bulk import Row, as_uuid, marks, select, stored_key
from amity.records.models import Tie
from amity.records.scope import reads

__all__ = ["MOST_COUNTED", "Only", "Order", "PeoplePage", "PersonRow", "people_page"]

PAGE = 30
MOST_COUNTED = 10_000  # people; beyond it the page says "more than"
MOST_CANDIDATES_COUNTED = 1_000
LONGEST_FIND = 1_000  # characters
MIND = 60  # characters
ON_THE_MIND = timedelta(days=365)
TELLING_KINDS = ("life_event", "needs", "other")  # facts that say what is going on, not what somebody is


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list.

    last      "Quiet for 5 months", "17 days", "" when nothing is recorded
    last_on   the day of it
    usually   "6 weeks", "dormant", "not known yet"
    mind      the newest words noted or exchanged, shortened
    """

    id: uuid.UUID
    name: str
    other_name: str
    language: str
    circles: tuple[CircleMark, ...]
    beat: Beat
    state: TieState
    last: str
    last_on: date | None
    is_quiet: bool
    usually: str
    mind: str
    place: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """`total` counts what matches, up to `MOST_COUNTED`; `next` is the cursor of the next page, "" on the last."""

    rows: tuple[PersonRow, ...]
    total: int
    total_words: str
    circles: tuple[CircleMark, ...]
    next: str
    lede: str
    is_filtered: bool
    candidates: int


@reads
def people_page(
    viewer: Viewer,
    on: date,
    *,
    circle: uuid.UUID | None = None,
    find: str = "",
    order: Order = Order.QUIET,
    only: Only = Only.ALL,
    after: str = "",
) -> PeoplePage:
    """One page of the people in a network. Raises NotAccepted for a cursor that no page gave."""
    find = clean(find[:LONGEST_FIND]).strip()
    ties = _ties(viewer, on, circle, find, only)
    ids, cursor = next_ids(ties, order, after, PAGE, narrow=bool(circle or find))
    circles = all_marks()
    total = _count(ties)
    words = counted_words(total, MOST_COUNTED, "person", "people")
    in_circle = next((mark.name for mark in circles if mark.id == circle), "")
    return PeoplePage(
        rows=_rows(viewer, on, ids, circles),
        total=total,
        total_words=words,
        circles=circles,
        next=cursor,
        lede=people_lede(words, order=order.value, only=only.value, circle=in_circle, find=find),
        is_filtered=bool(circle or find or only),
        candidates=_candidates(viewer),
    )


def _ties(viewer: Viewer, on: date, circle: uuid.UUID | None, find: str, only: Only) -> QuerySet[Tie]:
    ties = Tie.objects.filter(_only(only, on), member_id=viewer.member, listed=True)
    if circle is not None:
        ties = ties.filter(person__circles__circle_id=circle)
    if find:
        ties = ties.filter(person_id__in=fulltext.named(viewer.network, find, MOST_FOUND))
    return ties


def _only(only: Only, on: date) -> Q:
    """Stored dates beside the day: the rule itself stands in judgement."""
    if only is Only.QUIET:
        return Q(quietness__lte=quiet_until(on))
    if only is Only.DORMANT:
        return Q(dormant_on__lte=on)
    return Q(rhythm_days=None) if only is Only.NO_RHYTHM else Q()


def _rows(viewer: Viewer, on: date, ids: Sequence[uuid.UUID], circles: Sequence[CircleMark]) -> tuple[PersonRow, ...]:
    held, minds = marks_of(ids, circles), _minds(viewer, on, ids)
    found = {as_uuid(row[0]): row[1:] for row in _shown(viewer, ids)}
    return tuple(_row(key, found[key], on, held.get(key, ()), minds.get(key, "")) for key in ids if key in found)


def _shown(viewer: Viewer, ids: Sequence[uuid.UUID]) -> list[Row]:
    """Ties with what their line shows of the person, in a plain statement."""
    if not ids:
        return []
    return select(
        "SELECT t.person_id, p.name, p.latin, p.language, p.place, t.recent, t.last_words,"
        f" {', '.join(f't.{column}' for column in LISTED)} FROM records_tie t"
        " JOIN records_person p ON p.network_id = t.network_id AND p.id = t.person_id"
        f" WHERE t.network_id = %s AND t.member_id = %s AND t.person_id IN ({marks(len(ids))})",
        [stored_key(viewer.network), stored_key(viewer.member), *map(stored_key, ids)],
    )


def _row(key: uuid.UUID, row: Row, on: date, circles: tuple[CircleMark, ...], mind: str) -> PersonRow:
    name, latin, language, place, recent, words, *listed = row
    judged = listed_tie(listed)
    state = state_on(judged, on)
    return PersonRow(
        id=key,
        name=name,
        other_name=latin,
        language=language,
        circles=circles,
        beat=recent_beat_of(recent, judged.last_day, judged.rhythm_days, on),
        state=state,
        last=last_words(judged, on),
        last_on=judged.last_day,
        is_quiet=is_quiet(state),
        usually=usual_words(judged, on),
        mind=shorten(mind or words, MIND),
        place=place,
    )


def _minds(viewer: Viewer, on: date, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The newest fact of the last year that says what is going on with each."""
    if not ids:
        return {}
    rows = select(
        "SELECT person_id, text FROM records_fact"
        f" WHERE network_id = %s AND person_id IN ({marks(len(ids))}) AND kind IN ({marks(len(TELLING_KINDS))})"
        " AND noted_on >= %s AND trashed_at IS NULL AND (private_to IS NULL OR private_to = %s) ORDER BY noted_on, id",
        [
            *map(stored_key, (viewer.network, *ids)),
            *TELLING_KINDS,
            stored_day(on - ON_THE_MIND),
            stored_key(viewer.member),
        ],
    )
    return {as_uuid(person): text for person, text in rows}


def _count(ties: QuerySet[Tie]) -> int:
    """As far as is said: read from the index of the order alone, ten thousand rows are half a millisecond."""
    return ties.order_by("quietness").values("quietness")[: MOST_COUNTED + 1].count()


def _candidates(viewer: Viewer) -> int:
    """People who wait for a word, counted along their own index, as far as is said."""
    [(waiting,)] = select(
        "SELECT COUNT(*) FROM (SELECT 1 FROM records_person WHERE network_id = %s AND kept_at IS NULL AND NOT aside"
        " AND trashed_at IS NULL AND merged_into_id IS NULL LIMIT %s) waiting",
        [stored_key(viewer.network), MOST_CANDIDATES_COUNTED],
    )
    return int(waiting)
