"""What the owner answers to somebody on Today: done, later, not now, not this person."""

import uuid
from datetime import date, timedelta
from math import ceil

from amity.actions import rows
from amity.actions.afterwards import judge_again
from amity.actions.changes import Recorder
from amity.actions.interactions import Told, write_down
from amity.actions.words import line, one_of
from amity.judgement.rhythm import PRIOR_DAYS
from amity.judgement.vocabulary import Channel
from amity.judgement.wording import count
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.records.models import Change, Circle, Pause, Person, Tie
from amity.records.scope import changes

LATER_DAYS = 7
LONGEST_LATER_DAYS = 365
LONGEST_REASON = 300


@changes
def mark_done(viewer: Viewer, person_id: uuid.UUID, channel: str = "message", on: date | None = None) -> Change:
    """ "We spoke": the rhythm goes on from that day, today unless said otherwise."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    kind = one_of(Channel, channel, "channel", without=(Channel.NOTE,))
    day = on or clock.today(viewer.time_zone)
    tie = rows.tie(viewer, person.pk)
    recorder.set(tie, paused_until=None)
    write_down(recorder, [person], Told(channel=kind.value, happened_on=day, direction="both"))
    return recorder.note("mark_done", f"Noted that you were in touch with {person.name}.", about=person.pk)


@changes
def later(viewer: Viewer, person_id: uuid.UUID, days: int = LATER_DAYS) -> Change:
    """Not suggested again before so many days have passed."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    if not 1 <= days <= LONGEST_LATER_DAYS:
        raise NotAccepted("Choose between a day and a year.", "days")
    until = clock.today(viewer.time_zone) + timedelta(days=days)
    _pause(recorder, person, "later", until=until)
    return recorder.note("later", f"{person.name} can wait {count(days, 'day')}.", about=person.pk)


@changes
def not_now(viewer: Viewer, person_id: uuid.UUID, reason: str = "") -> Change:
    """Not suggested again before one more rhythm has passed; the reason is shown then."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    tie = rows.tie(viewer, person.pk)
    until = clock.today(viewer.time_zone) + timedelta(days=_rhythm_days(tie))
    _pause(recorder, person, "not_now", until=until, reason=line(reason, "reason", LONGEST_REASON))
    return recorder.note("not_now", f"Not now for {person.name}.", about=person.pk)


@changes
def not_this_person(viewer: Viewer, person_id: uuid.UUID, reason: str = "") -> Change:
    """Never suggested on Today again; everything about them stays."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    recorder.set(rows.tie(viewer, person.pk), left_out_at=clock.now())
    _pause(recorder, person, "never", until=None, reason=line(reason, "reason", LONGEST_REASON))
    return recorder.note("not_this_person", f"{person.name} will not be suggested again.", about=person.pk)


@changes
def suggest_again(viewer: Viewer, person_id: uuid.UUID) -> Change:
    """Suggested again when the time comes: withdraws "later", "not now" and "not this person"."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    recorder.set(rows.tie(viewer, person.pk), left_out_at=None, paused_until=None)
    judge_again(viewer, [person.pk])
    return recorder.note("suggest_again", f"{person.name} may be suggested again.", about=person.pk)


def _pause(recorder: Recorder, person: Person, answer: str, *, until: date | None, reason: str = "") -> None:
    viewer = recorder.viewer
    recorder.set(rows.tie(viewer, person.pk), paused_until=until)
    recorder.make(
        Pause(
            member_id=viewer.member,
            person=person,
            answer=answer,
            reason=reason,
            until=until,
            made_at=clock.now(),
        )
    )
    judge_again(viewer, [person.pk])


def _rhythm_days(tie: Tie) -> int:
    """The rhythm in force: the owner's, a circle's, the learned one, else what everybody begins with."""
    circles = Circle.objects.filter(members__person_id=tie.person_id, rhythm_days__isnull=False)
    wished = tie.set_rhythm_days or min((circle.rhythm_days or PRIOR_DAYS for circle in circles), default=None)
    return ceil(wished or tie.rhythm_days or PRIOR_DAYS)
