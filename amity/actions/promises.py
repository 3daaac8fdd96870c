"""Promises: noted, found ones accepted or dismissed, kept, let go by agreement. Amity itself never drops one."""

import uuid
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db.models import Q

from amity.actions import rows
from amity.actions.changes import Recorder
from amity.actions.words import EARLIEST
from amity.judgement.due import LONGEST_WORDS, Due, is_too_far, read_day_gone, read_due
from amity.judgement.vocabulary import PromiseState
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.text import clean, legible, shorten
from amity.lib.viewer import Viewer
from amity.records.models import Change, Interaction, Person, Promise
from amity.records.scope import changes
from amity.records.told import WHAT_LENGTH

BY_HAND = "your note"  # as the source of a promise is shown
LONGEST_SOURCE = 60
LONGEST_SENTENCE = 2_000  # characters kept of what was said
SHOWN_IN_A_TOAST = 60  # characters
LONGEST_SAID_BACK = 40  # characters of what could not be read


class Left(Enum):
    """A value nobody spoke of: it stays as it was."""

    AS_IT_WAS = "as it was"


AS_IT_WAS = Left.AS_IT_WAS


@dataclass(frozen=True, slots=True)
class NewPromise:
    """What is known of a promise when it is noted.

    mine      the owner promised; else the person promised the owner
    due       a day, or the words of a day that is none
    source    in words: "your note", "your mail", "call"
    sentence  what was said, with `mark` around the telling phrase
    """

    what: str
    mine: bool = True
    due: Due = Due()
    said_on: date | None = None
    source: str = BY_HAND
    interaction: Interaction | None = None
    sentence: str = ""
    mark: tuple[int, int] | None = None
    private: bool = False


@changes
def add_promise(
    viewer: Viewer,
    person_id: uuid.UUID,
    what: str,
    *,
    mine: bool = True,
    due_on: date | None = None,
    due_words: str = "",
    said_on: date | None = None,
    source: str = BY_HAND,
    interaction_id: uuid.UUID | None = None,
    sentence: str = "",
    mark: tuple[int, int] | None = None,
    private: bool = False,
) -> Change:
    """Note what the owner promised somebody, or, `mine` False, what somebody promised the owner; said today."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    promise = put_promise(
        recorder,
        person,
        NewPromise(
            what=what,
            mine=mine,
            due=Due(due_on, due_words),
            said_on=said_on or clock.today(viewer.time_zone),
            source=source,
            interaction=rows.interaction(viewer, interaction_id) if interaction_id else None,
            sentence=sentence,
            mark=mark,
            private=private,
        ),
    )
    who = f"You promised {person.name}" if mine else f"{person.name} promised you"
    return _noted(recorder, promise, "add_promise", f"{who}: {_quoted(promise)}.")


def put_promise(recorder: Recorder, person: Person, new: NewPromise) -> Promise:
    """The part of `add_promise` that other actions share: an open promise, within their own change."""
    viewer = recorder.viewer
    said_on = _past(viewer, new.said_on, "said_on") if new.said_on else None
    due = _due(viewer, new.due, said_on)
    sentence = clean(new.sentence[:LONGEST_SENTENCE])
    mark_start, mark_end = _mark(new.mark, sentence)
    promise = Promise(
        member_id=viewer.member,
        person=person,
        what=_what(new.what),
        mine=new.mine,
        state=PromiseState.OPEN,
        due_on=due.on,
        due_words=due.words,
        said_on=said_on,
        source=shorten(legible(new.source), LONGEST_SOURCE),
        sentence=sentence,
        mark_start=mark_start,
        mark_end=mark_end,
        interaction=new.interaction,
        private_to=viewer.member if new.private else None,
        touched_at=clock.now(),
    )
    recorder.make(promise)
    return promise


@changes
def accept_promise(
    viewer: Viewer,
    promise_id: uuid.UUID,
    *,
    due_on: date | None | Left = AS_IT_WAS,
    due_words: str = "",
    what: str | None = None,
) -> Change:
    """ "Yes, I promised this": for the day found, another one, or (None) without one."""
    promise, recorder = _here(viewer, promise_id), Recorder(viewer)
    if promise.state != PromiseState.SUGGESTED:
        raise NotAccepted("This was decided already.")
    _reword(recorder, promise, what=what, due=_new_due(promise, due_on, due_words))
    _move(recorder, promise, PromiseState.OPEN)
    return _noted(recorder, promise, "accept_promise", f"{_quoted(promise)} is a promise.")


@changes
def dismiss_promise(viewer: Viewer, promise_id: uuid.UUID) -> Change:
    """ "No, just talk": for good, also when the same letter is brought in again."""
    promise, recorder = _here(viewer, promise_id), Recorder(viewer)
    if promise.state != PromiseState.SUGGESTED:
        raise NotAccepted("This was decided already.")
    _move(recorder, promise, PromiseState.DISMISSED, settled_on=clock.today(viewer.time_zone))
    return _noted(
        recorder, promise, "dismiss_promise", f"{_quoted(promise)} was just talk, and will not be asked again."
    )


@changes
def correct_promise(
    viewer: Viewer,
    promise_id: uuid.UUID,
    *,
    what: str | None = None,
    due_on: date | None | Left = AS_IT_WAS,
    due_words: str = "",
    person_id: uuid.UUID | None = None,
) -> Change:
    """Put it right: the words, the day (a `due_on` of None with `due_words` for a day that is none), or to whom."""
    promise, recorder = _here(viewer, promise_id), Recorder(viewer)
    _reword(recorder, promise, what=what, due=_new_due(promise, due_on, due_words))
    if person_id is not None and person_id != promise.person_id:
        recorder.set(promise, person_id=rows.person(person_id).pk)
    recorder.set(promise, touched_at=clock.now())
    return _noted(recorder, promise, "correct_promise", f"Corrected the promise {_quoted(promise)}.")


@changes
def keep_promise(viewer: Viewer, promise_id: uuid.UUID, on: date | None = None) -> Change:
    """It is kept, today or on a day gone by; of what others promised: it came. Late is still kept."""
    promise, recorder = _here(viewer, promise_id), Recorder(viewer)
    day = _past(viewer, on or clock.today(viewer.time_zone), "on")
    if promise.said_on and day < promise.said_on:
        raise NotAccepted("That day is before it was promised.", "on")
    if promise.state == PromiseState.KEPT and (on is None or promise.settled_on == day):
        raise NotAccepted("This is kept already.")
    _move(recorder, promise, PromiseState.KEPT, settled_on=day)
    if not promise.mine:
        return _noted(recorder, promise, "keep_promise", f"{_quoted(promise)} came from {promise.person.name}.")
    late = ", late, and late is still kept" if promise.is_late else ""
    return _noted(recorder, promise, "keep_promise", f"{_quoted(promise)} is kept{late}.")


@changes
def open_again(viewer: Viewer, promise_id: uuid.UUID) -> Change:
    """Neither kept nor let go after all; the letter that looked like it kept does not ask again."""
    promise, recorder = _here(viewer, promise_id), Recorder(viewer)
    if promise.state not in (PromiseState.KEPT, PromiseState.RELEASED):
        raise NotAccepted(
            "This is open already." if promise.state == PromiseState.OPEN else "This waits for a yes or no."
        )
    _move(recorder, promise, PromiseState.OPEN)
    _ask_no_more(recorder, promise)
    return _noted(recorder, promise, "open_promise", f"{_quoted(promise)} is open again.")


@changes
def release_promise(viewer: Viewer, promise_id: uuid.UUID, *, they_know: bool = False) -> Change:
    """Let go: a good ending too, once the other knows."""
    promise, recorder = _here(viewer, promise_id), Recorder(viewer)
    if promise.state == PromiseState.SUGGESTED:
        raise NotAccepted("Say first whether you promised this.")
    if promise.state == PromiseState.KEPT:
        raise NotAccepted("This is kept already. Open it again first.")
    if promise.state == PromiseState.RELEASED and promise.they_know >= they_know:
        raise NotAccepted("This is let go already.")
    day = promise.settled_on or clock.today(viewer.time_zone)
    _move(recorder, promise, PromiseState.RELEASED, settled_on=day, they_know=they_know)
    knows = f", and {promise.person.name} knows" if they_know and promise.mine else ""
    return _noted(recorder, promise, "release_promise", f"Let go of {_quoted(promise)}{knows}.")


@changes
def remove_promise(viewer: Viewer, promise_id: uuid.UUID) -> Change:
    """Take it off the list. One that was found stays as a key, so that it is not found again."""
    promise, recorder = _here(viewer, promise_id), Recorder(viewer)
    if promise.key is None:
        recorder.remove(promise)
    else:
        _move(recorder, promise, PromiseState.DISMISSED, settled_on=clock.today(viewer.time_zone))
    return _noted(recorder, promise, "remove_promise", f"Took {_quoted(promise)} off the list of promises.")


@changes
def not_kept_by_that(viewer: Viewer, promise_id: uuid.UUID) -> Change:
    """No to "did that keep it?": the promise stays open, and letters up to that one do not ask again."""
    promise, recorder = _here(viewer, promise_id), Recorder(viewer)
    if promise.state != PromiseState.OPEN or promise.kept_by_id is None:
        raise NotAccepted("Nothing was asked about this promise.")
    _ask_no_more(recorder, promise)
    recorder.set(promise, touched_at=clock.now())
    return _noted(recorder, promise, "not_kept_by_that", f"{_quoted(promise)} is still open.")


def due_of(viewer: Viewer, text: str) -> Due:
    """A day as it is typed: "2026-12-04", "Friday", "soon", "" for none. Refuses a day that no calendar has."""
    due = read_due(legible(text), clock.today(viewer.time_zone))
    if due is None:
        raise NotAccepted(f"{_typed(text)} is no day in the calendar. Try 2026-12-04, or Friday.", "due_on")
    return due


def day_gone(viewer: Viewer, text: str) -> date:
    """A day gone by as it is typed: "2026-11-20", "yesterday", "Monday"."""
    day = read_day_gone(legible(text), clock.today(viewer.time_zone))
    if day is None:
        raise NotAccepted(f"{_typed(text)} is no day in the calendar. Try 2026-11-20, or yesterday.", "on")
    return day


def _here(viewer: Viewer, promise_id: uuid.UUID) -> Promise:
    """A promise the member may see, with somebody who is here. What was dismissed is not here any more."""
    seen = Q(private_to=None) | Q(private_to=viewer.member)
    with_whom = Promise.objects.filter(person__trashed_at=None, person__merged_into=None).select_related("person")
    row = with_whom.filter(seen, pk=promise_id, member_id=viewer.member).exclude(state=PromiseState.DISMISSED).first()
    if row is None:
        raise NotHere("This promise is not here any more.")
    return row


def _reword(recorder: Recorder, promise: Promise, *, what: str | None, due: Due) -> None:
    kept = Due(promise.due_on, promise.due_words)
    checked = kept if due == kept else _due(recorder.viewer, due, promise.said_on)
    recorder.set(
        promise, what=promise.what if what is None else _what(what), due_on=checked.on, due_words=checked.words
    )


def _move(
    recorder: Recorder,
    promise: Promise,
    state: PromiseState,
    *,
    settled_on: date | None = None,
    they_know: bool = False,
) -> None:
    recorder.set(promise, state=state.value, settled_on=settled_on, they_know=they_know, touched_at=clock.now())


def _ask_no_more(recorder: Recorder, promise: Promise) -> None:
    if promise.kept_by is not None:
        until = max(filter(None, (promise.asked_until, promise.kept_by.happened_at)))
        recorder.set(promise, kept_by_id=None, kept_words="", asked_until=until)


def _new_due(promise: Promise, due_on: date | None | Left, due_words: str) -> Due:
    if isinstance(due_on, Left):
        return Due(words=due_words) if due_words else Due(promise.due_on, promise.due_words)
    return Due(due_on, "" if due_on else due_words)


def _what(text: str) -> str:
    what = legible(text)
    if not what:
        raise NotAccepted("Write what was promised, in a few words.", "what")
    if len(what) > WHAT_LENGTH:
        raise NotAccepted(f"That is longer than {WHAT_LENGTH} characters. Please shorten it.", "what")
    return what


def _due(viewer: Viewer, due: Due, said_on: date | None) -> Due:
    words = legible(due.words)
    if len(words) > LONGEST_WORDS:
        raise NotAccepted(f"That is longer than {LONGEST_WORDS} characters. Please shorten it.", "due_words")
    if due.on is None:
        return Due(words=words)
    if due.on < EARLIEST:
        raise NotAccepted("That is too long ago to be remembered here.", "due_on")
    if said_on and due.on < said_on:
        raise NotAccepted("That day is before it was promised.", "due_on")
    if is_too_far(due.on, clock.today(viewer.time_zone)):
        raise NotAccepted("That day is too far away. Is the year right?", "due_on")
    return Due(due.on, words)


def _past(viewer: Viewer, day: date, field: str) -> date:
    if day > clock.today(viewer.time_zone):
        raise NotAccepted("That day is still to come.", field)
    if day < EARLIEST:
        raise NotAccepted("That is too long ago to be remembered here.", field)
    return day


def _mark(mark: tuple[int, int] | None, sentence: str) -> tuple[int, int] | tuple[None, None]:
    if mark is None or not 0 <= mark[0] < mark[1] <= len(sentence):
        return None, None
    return mark


def _noted(recorder: Recorder, promise: Promise, verb: str, sentence: str) -> Change:
    return recorder.note(verb, sentence, about=promise.person_id)


def _quoted(promise: Promise) -> str:
    return f"“{shorten(promise.what, SHOWN_IN_A_TOAST)}”"


def _typed(text: str) -> str:
    return f"“{shorten(legible(text), LONGEST_SAID_BACK)}”"
