"""What follows a change made by hand: ties and summaries judged anew, words found anew, meanings forgotten."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time

from amity.actions import judging
from amity.actions.changes import slices
from amity.actions.meanings import forget_meanings
from amity.actions.standing import counted_of, stand
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.records import fulltext
from amity.records.documents import new_docid, new_docids
from amity.records.models import Fact, Interaction, Person
from amity.records.scope import changes

NOON = time(12)


@changes
def judge_again(viewer: Viewer, person_ids: Iterable[uuid.UUID]) -> None:
    """Work out anew where these people stand, what is stored of them, and the viewer's ties with them."""
    ids = list(dict.fromkeys(person_ids))
    for some in slices(ids):
        # In the bin, or as part of somebody else, they stand where they stood: they may come back
        here = Person.objects.filter(pk__in=some, chosen_at=None, trashed_at=None, merged_into=None)
        keys = list(here.values_list("pk", flat=True))
        stand(keys, counted_of(viewer, keys), clock.now())
    if ids:
        judging.refresh_people(viewer, ids)
        judging.judge_ties(viewer, ids, clock.today(viewer.time_zone))


@changes
def find_again(viewer: Viewer, *, interactions: Iterable[uuid.UUID] = (), facts: Iterable[uuid.UUID] = ()) -> None:
    """Put the words of these rows into the full-text table as they are now."""
    for some in slices(list(interactions)):
        rows = Interaction.objects.filter(pk__in=some)
        fulltext.remove([row.docid for row in rows if row.docid is not None])
        fulltext.add_said(
            [
                (row.docid, viewer.network, "interaction", row.pk, f"{row.subject}\n{row.text}".strip())
                for row in rows
                if row.docid is not None
            ]
        )
    for some in slices(list(facts)):
        _unsay(viewer, some)
        fulltext.add_said(
            [
                (new_docids(_when_noted(row), 1)[0], viewer.network, "fact", row.pk, f"{row.label} {row.text}".strip())
                for row in Fact.objects.filter(pk__in=some)
            ]
        )


@changes
def find_no_more(viewer: Viewer, *, interactions: Iterable[uuid.UUID] = (), facts: Iterable[uuid.UUID] = ()) -> None:
    """Take the words of rows that are about to go out of the full-text table."""
    for some in slices(list(interactions)):
        docids = Interaction.objects.filter(pk__in=some, docid__isnull=False).values_list("docid", flat=True)
        fulltext.remove([docid for docid in docids if docid is not None])
    for some in slices(list(facts)):
        _unsay(viewer, some)


def _unsay(viewer: Viewer, facts: Sequence[uuid.UUID]) -> None:
    fulltext.remove(fulltext.docids_of(viewer.network, "fact", facts))
    forget_meanings(viewer, facts)


def docid_for(happened_at: datetime, words: str) -> int | None:
    """The place of an interaction's words in the full-text table; None where there are none."""
    return new_docid(happened_at) if words.strip() else None


def _places(facts: Sequence[Fact]) -> list[int]:
    """Docids; all that was noted on one day stands at one moment."""
    moments = [_when_noted(fact) for fact in facts]
    free = {moment: iter(new_docids(moment, number)) for moment, number in Counter(moments).items()}
    return [next(free[moment]) for moment in moments]


def _when_noted(fact: Fact) -> datetime:
    return datetime.combine(fact.noted_on, NOON, UTC) if fact.noted_on else clock.now()
