"""Steps of actions about needs and offers: made, found by key, taken away. Nothing is noted here."""

import uuid
from collections.abc import Collection
from datetime import date
from typing import TypedDict, TypeVar, Unpack

from django.db.models import Q

from amity.actions import rows
from amity.actions.changes import Recorder
from amity.actions.facts import BY_HAND
from amity.actions.words import EARLIEST, LONGEST_TEXT, line
from amity.judgement.vocabulary import HelpState
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.text import clean, legible, shorten
from amity.lib.viewer import Viewer
from amity.records.models import HelpAsked, Match, Need, Offer, Person
from amity.records.told import WHAT_LENGTH

LONGEST_SOURCE = 60
FURTHEST_MARK = 32_767  # letters; a phrase further on is not marked
T = TypeVar("T", Need, Offer)


class HowTold(TypedDict, total=False):
    """How a need or an offer was told; each may be left out.

    said_on         the day, today where none is named
    source          in words: "your note", "her mail"
    interaction_id  the letter or meeting in which it was said
    sentence        what was said, with `mark` where its telling phrase begins and ends
    private         only this member sees it
    """

    said_on: date | None
    source: str
    interaction_id: uuid.UUID | None
    sentence: str
    mark: tuple[int, int] | None
    private: bool


def put_need(recorder: Recorder, person: Person, what: str, **told: Unpack[HowTold]) -> Need:
    """Make an open need inside another action, which matches it afterwards."""
    return put(recorder, Need, person, what, **told)


def put_offer(recorder: Recorder, person: Person, what: str, **told: Unpack[HowTold]) -> Offer:
    """Make an open offer inside another action, which matches it afterwards."""
    return put(recorder, Offer, person, what, **told)


def put(
    recorder: Recorder,
    model: type[T],
    person: Person,
    what: str,
    *,
    said_on: date | None = None,
    source: str = BY_HAND,
    interaction_id: uuid.UUID | None = None,
    sentence: str = "",
    mark: tuple[int, int] | None = None,
    private: bool = False,
) -> T:
    """An open need or offer of `person`, told as `HowTold` says."""
    viewer = recorder.viewer
    if interaction_id is not None:
        rows.interaction(viewer, interaction_id)
    sentence = clean(sentence)[:LONGEST_TEXT]
    start, end = mark if mark and 0 <= mark[0] < mark[1] <= min(len(sentence), FURTHEST_MARK) else (None, None)
    told = model(
        member_id=viewer.member,
        person=person,
        what=what_said(what),
        state=HelpState.OPEN,
        said_on=day_gone_by(viewer, said_on, "said_on"),
        source=shorten(legible(source), LONGEST_SOURCE),
        sentence=sentence,
        mark_start=start,
        mark_end=end,
        interaction_id=interaction_id,
        private_to=viewer.member if private else None,
        touched_at=clock.now(),
    )
    recorder.make(told)
    return told


def put_help_asked(
    recorder: Recorder,
    person: Person,
    *,
    on: date | None = None,
    answer: str = "",
    interaction_id: uuid.UUID | None = None,
    private: bool = False,
) -> HelpAsked:
    """That the member asked `person` how they can help, inside another action."""
    viewer = recorder.viewer
    asked = HelpAsked(
        member_id=viewer.member,
        person=person,
        asked_on=day_gone_by(viewer, on, "on"),
        answer=clean(answer).strip()[:LONGEST_TEXT],
        interaction_id=interaction_id,
        private_to=viewer.member if private else None,
        touched_at=clock.now(),
    )
    recorder.make(asked)
    return asked


def what_said(what: str) -> str:
    """What is needed or offered, as it is kept: one line, and not nothing."""
    kept = line(legible(what), "what", WHAT_LENGTH)
    if not kept:
        raise NotAccepted("Write a few words first.", "what")
    return kept


def day_gone_by(viewer: Viewer, on: date | None, field: str) -> date:
    """A day that is not still to come; today where none is named."""
    today = clock.today(viewer.time_zone)
    if on is None:
        return today
    if on > today:
        raise NotAccepted("That day is still to come.", field)
    if on < EARLIEST:
        raise NotAccepted("That is too long ago to be remembered here.", field)
    return on


def told(viewer: Viewer, model: type[T], key: uuid.UUID, states: Collection[HelpState] = ()) -> T:
    """A need or offer of somebody who is here, the viewer's to see, and in one of `states` if any are named.

    What was dismissed is not here any more.
    """
    seen = Q(private_to=None) | Q(private_to=viewer.member)
    here = model.objects.select_related("person").filter(seen, person__trashed_at=None, person__merged_into=None)
    row = here.exclude(state=HelpState.DISMISSED).filter(pk=key).first()
    if row is None:
        raise NotHere("This is not here any more.")
    if states and row.state not in states:
        raise NotAccepted("That cannot be done with it as it stands now.")
    return row


def take_out(recorder: Recorder, row: Need | Offer) -> None:
    """Take what was typed away; what was found is dismissed instead, so that it is not found again."""
    if row.key is not None:
        settled_on = clock.today(recorder.viewer.time_zone)
        recorder.set(row, state=HelpState.DISMISSED, settled_on=settled_on, touched_at=clock.now())
        return
    recorder.remove_many(list(Match.objects.filter(**{type(row).__name__.lower(): row})))
    recorder.remove(row)
