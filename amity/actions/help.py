"""What people need and offer, and that the owner asked how to help. Needs and offers are the network's."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Unpack

from amity.actions import rows
from amity.actions.changes import Recorder
from amity.actions.help_rows import (
    HowTold,
    T,
    day_gone_by,
    put_help_asked,
    put_need,
    put_offer,
    take_out,
    told,
    what_said,
)
from amity.actions.matching import match_needs, match_offers
from amity.actions.words import passage
from amity.judgement.vocabulary import HelpState
from amity.lib import clock
from amity.lib.errors import NotHere
from amity.lib.text import shorten
from amity.lib.viewer import Viewer
from amity.records.models import Change, HelpAsked, Need, Offer, Person
from amity.records.scope import changes

__all__ = [
    "accept_need",
    "accept_offer",
    "add_need",
    "add_offer",
    "ask_how_to_help",
    "confirm_need",
    "confirm_offer",
    "correct_need",
    "correct_offer",
    "dismiss_need",
    "dismiss_offer",
    "end_need",
    "end_offer",
    "meet_need",
    "note_answer",
    "open_need_again",
    "open_offer_again",
    "put_help_asked",
    "put_need",
    "put_offer",
    "remove_need",
    "remove_offer",
    "take_up_offer",
]

SHOWN_IN_A_TOAST = 60  # characters
OPEN, FOUND, SETTLED = (HelpState.OPEN,), (HelpState.SUGGESTED,), (HelpState.MET, HelpState.OVER)


@dataclass(frozen=True, slots=True)
class _Move:
    """From which states to which, and how history names it."""

    verb: str
    states: tuple[HelpState, ...]
    to: HelpState
    sentence: str


@changes
def add_need(viewer: Viewer, person_id: uuid.UUID, what: str, **how: Unpack[HowTold]) -> Change:
    """Write down what somebody needs, and look at once who may help."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    need = put_need(recorder, person, what, **how)
    return _noted(recorder, need, "add_need", f"Wrote down what {person.name} needs: “{{}}”.")


@changes
def add_offer(viewer: Viewer, person_id: uuid.UUID, what: str, **how: Unpack[HowTold]) -> Change:
    """Write down what somebody offers, and look at once whom it may help."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    offer = put_offer(recorder, person, what, **how)
    return _noted(recorder, offer, "add_offer", f"Wrote down what {person.name} offers: “{{}}”.")


@changes
def accept_need(viewer: Viewer, need_id: uuid.UUID, what: str | None = None) -> Change:
    """Say that a found need is one, in better words if there are any."""
    return _moved(viewer, Need, need_id, _Move("accept_need", FOUND, HelpState.OPEN, "Kept the need “{}”."), what=what)


@changes
def accept_offer(viewer: Viewer, offer_id: uuid.UUID, what: str | None = None) -> Change:
    """Say that a found offer is one, in better words if there are any."""
    move = _Move("accept_offer", FOUND, HelpState.OPEN, "Kept the offer “{}”.")
    return _moved(viewer, Offer, offer_id, move, what=what)


@changes
def dismiss_need(viewer: Viewer, need_id: uuid.UUID) -> Change:
    """Say that a found need is none; it is not found again."""
    move = _Move("dismiss_need", FOUND, HelpState.DISMISSED, "“{}” is no need.")
    return _moved(viewer, Need, need_id, move)


@changes
def dismiss_offer(viewer: Viewer, offer_id: uuid.UUID) -> Change:
    """Say that a found offer is none; it is not found again."""
    move = _Move("dismiss_offer", FOUND, HelpState.DISMISSED, "“{}” is no offer.")
    return _moved(viewer, Offer, offer_id, move)


@changes
def correct_need(
    viewer: Viewer, need_id: uuid.UUID, *, what: str | None = None, person_id: uuid.UUID | None = None
) -> Change:
    """Put the words of a need right, or whose it is."""
    return _corrected(viewer, Need, need_id, what, person_id, "correct_need", "Corrected the need “{}”.")


@changes
def correct_offer(
    viewer: Viewer, offer_id: uuid.UUID, *, what: str | None = None, person_id: uuid.UUID | None = None
) -> Change:
    """Put the words of an offer right, or whose it is."""
    return _corrected(viewer, Offer, offer_id, what, person_id, "correct_offer", "Corrected the offer “{}”.")


@changes
def meet_need(viewer: Viewer, need_id: uuid.UUID, on: date | None = None) -> Change:
    """The need was met, by whomever it was."""
    return _moved(viewer, Need, need_id, _Move("meet_need", OPEN, HelpState.MET, "“{}” is met."), on=on)


@changes
def take_up_offer(viewer: Viewer, offer_id: uuid.UUID, on: date | None = None) -> Change:
    """The offer was taken up, and is no longer open."""
    return _moved(viewer, Offer, offer_id, _Move("take_up_offer", OPEN, HelpState.MET, "“{}” is taken up."), on=on)


@changes
def end_need(viewer: Viewer, need_id: uuid.UUID, on: date | None = None) -> Change:
    """It is no longer so."""
    return _moved(viewer, Need, need_id, _Move("end_need", OPEN, HelpState.OVER, "“{}” is over."), on=on)


@changes
def end_offer(viewer: Viewer, offer_id: uuid.UUID, on: date | None = None) -> Change:
    """It is no longer so."""
    return _moved(viewer, Offer, offer_id, _Move("end_offer", OPEN, HelpState.OVER, "“{}” is over."), on=on)


@changes
def open_need_again(viewer: Viewer, need_id: uuid.UUID) -> Change:
    """It is so after all, or again."""
    return _moved(viewer, Need, need_id, _Move("open_need_again", SETTLED, HelpState.OPEN, "“{}” is open again."))


@changes
def open_offer_again(viewer: Viewer, offer_id: uuid.UUID) -> Change:
    """It is so after all, or again."""
    return _moved(viewer, Offer, offer_id, _Move("open_offer_again", SETTLED, HelpState.OPEN, "“{}” is open again."))


@changes
def confirm_need(viewer: Viewer, need_id: uuid.UUID, on: date | None = None) -> Change:
    """The owner heard that it is still so."""
    return _confirmed(viewer, Need, need_id, on, "confirm_need")


@changes
def confirm_offer(viewer: Viewer, offer_id: uuid.UUID, on: date | None = None) -> Change:
    """The owner heard that it is still so."""
    return _confirmed(viewer, Offer, offer_id, on, "confirm_offer")


@changes
def remove_need(viewer: Viewer, need_id: uuid.UUID) -> Change:
    """Take a need away as if it had never been written down."""
    return _removed(viewer, Need, need_id, "remove_need", "Removed the need “{}”.")


@changes
def remove_offer(viewer: Viewer, offer_id: uuid.UUID) -> Change:
    """Take an offer away as if it had never been written down."""
    return _removed(viewer, Offer, offer_id, "remove_offer", "Removed the offer “{}”.")


@changes
def ask_how_to_help(
    viewer: Viewer, person_id: uuid.UUID, on: date | None = None, answer: str = "", *, private: bool = False
) -> Change:
    """Keep that the owner asked somebody how they can help, and what they said."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    put_help_asked(recorder, person, on=on, answer=passage(answer, "answer"), private=private)
    return recorder.note("ask_how_to_help", f"You asked {person.name} how you can help.", about=person.pk)


@changes
def note_answer(viewer: Viewer, asked_id: uuid.UUID, answer: str) -> Change:
    """Keep what somebody said when asked how to help, once they have."""
    here = HelpAsked.objects.filter(person__trashed_at=None, person__merged_into=None, member_id=viewer.member)
    asked = here.select_related("person").filter(pk=asked_id).first()
    if asked is None:
        raise NotHere("This is not here any more.")
    recorder = Recorder(viewer)
    recorder.set(asked, answer=passage(answer, "answer"), touched_at=clock.now())
    return recorder.note("note_answer", f"Kept what {asked.person.name} said.", about=asked.person_id)


def _moved(
    viewer: Viewer, model: type[T], key: uuid.UUID, move: _Move, *, what: str | None = None, on: date | None = None
) -> Change:
    row, recorder = told(viewer, model, key, move.states), Recorder(viewer)
    settled_on = day_gone_by(viewer, on, "on") if move.to is not HelpState.OPEN else None
    words = row.what if what is None else what_said(what)
    recorder.set(row, state=move.to, settled_on=settled_on, what=words, touched_at=clock.now())
    return _noted(recorder, row, move.verb, move.sentence)


def _corrected(
    viewer: Viewer,
    model: type[T],
    key: uuid.UUID,
    what: str | None,
    person_id: uuid.UUID | None,
    verb: str,
    sentence: str,
) -> Change:
    row, recorder = told(viewer, model, key), Recorder(viewer)
    person: Person = row.person if person_id is None else rows.person(person_id)
    words = row.what if what is None else what_said(what)
    recorder.set(row, what=words, person_id=person.pk, touched_at=clock.now())
    return _noted(recorder, row, verb, sentence)


def _confirmed(viewer: Viewer, model: type[T], key: uuid.UUID, on: date | None, verb: str) -> Change:
    row, recorder = told(viewer, model, key, OPEN), Recorder(viewer)
    recorder.set(row, confirmed_on=day_gone_by(viewer, on, "on"), touched_at=clock.now())
    return recorder.note(verb, f"“{shorten(row.what, SHOWN_IN_A_TOAST)}” still holds.", about=row.person_id)


def _removed(viewer: Viewer, model: type[T], key: uuid.UUID, verb: str, sentence: str) -> Change:
    row, recorder = told(viewer, model, key), Recorder(viewer)
    take_out(recorder, row)
    return recorder.note(verb, sentence.replace("{}", shorten(row.what, SHOWN_IN_A_TOAST)), about=row.person_id)


def _noted(recorder: Recorder, row: Need | Offer, verb: str, sentence: str) -> Change:
    if isinstance(row, Need):
        match_needs(recorder.viewer, [row.pk])
    else:
        match_offers(recorder.viewer, [row.pk])
    return recorder.note(verb, sentence.replace("{}", shorten(row.what, SHOWN_IN_A_TOAST)), about=row.person_id)
