"""The owner's own addresses: what came from them was written by the owner, and they reach nobody else."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from amity.actions.afterwards import judge_again
from amity.actions.changes import Recorder, slices
from amity.actions.handles import normal_form
from amity.formats.handles import shown_handle
from amity.formats.names import name_from_address, parse_name, sort_name
from amity.judgement.vocabulary import Direction, HandleKind, PartyRole
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.records.models import Change, Handle, Interaction, OwnAddress, Participant, Person
from amity.records.scope import changes

BY_HAND = "You said so."
Ids = list[uuid.UUID]


@changes
def confirm_own_address(viewer: Viewer, kind: str, text: str) -> Change:
    """This address is the owner's: whatever came from it they wrote, and nobody else is reached by it."""
    reading, recorder = normal_form(kind, text), Recorder(viewer)
    own = OwnAddress.objects.filter(member_id=viewer.member, kind=reading.kind, value=reading.value).first()
    if own is None:
        own = OwnAddress(member_id=viewer.member, kind=reading.kind.value, value=reading.value, reason=BY_HAND)
        own.confirmed_at = clock.now()
        recorder.make(own)
    elif own.confirmed_at is not None and own.refused_at is None:
        raise NotAccepted("This is known as yours already.", "text")
    else:
        recorder.set(own, confirmed_at=clock.now(), refused_at=None)
    touched = turn_round(recorder, own)
    _leave_out_whoever_stood_behind(recorder, own)
    judge_again(viewer, touched)
    return recorder.note("confirm_own_address", f"{reading.shown} is yours.")


@changes
def refuse_own_address(viewer: Viewer, own_id: uuid.UUID) -> Change:
    """This address is somebody else's after all, and is not guessed again."""
    own, recorder = _own(viewer, own_id), Recorder(viewer)
    if own.refused_at is not None:
        raise NotAccepted("This was said to be somebody else's already.")
    recorder.set(own, refused_at=clock.now(), confirmed_at=None)
    judge_again(viewer, _give_back(recorder, own))
    return recorder.note("refuse_own_address", f"{shown_handle(own.kind, own.value)} is not yours.")


@changes
def forget_own_address(viewer: Viewer, own_id: uuid.UUID) -> Change:
    """Nothing is said about this address any more; a later reading may guess anew whose it is."""
    own, recorder = _own(viewer, own_id), Recorder(viewer)
    touched = _give_back(recorder, own) if own.refused_at is None else set()
    recorder.remove(own)
    judge_again(viewer, touched)
    return recorder.note("forget_own_address", f"Forgot {shown_handle(own.kind, own.value)}.")


def _own(viewer: Viewer, own_id: uuid.UUID) -> OwnAddress:
    own = OwnAddress.objects.filter(pk=own_id, member_id=viewer.member).first()
    if own is None:
        raise NotHere("This address is not here any more.")
    return own


def turn_round(recorder: Recorder, own: OwnAddress) -> set[uuid.UUID]:
    """Letters from the address become the owner's, and it takes part in none any more; gives whose ties that moves."""
    handles = Handle.objects.filter(kind=own.kind, value=own.value)
    people = {person for person in handles.values_list("person_id", flat=True)}
    # By person, too: there is an index on who, none on through what
    rows = Participant.objects.filter(person_id__in=people, handle__in=handles)
    parts = list(rows.filter(interaction__member_id=own.member_id).order_by("pk"))
    touched = _people_in([part.interaction_id for part in parts])
    written = [part.interaction_id for part in parts if part.role == PartyRole.FROM]
    _set_each(recorder, "direction", written, Direction.OUT.value)
    _set_each(recorder, "own_address_id", [part.interaction_id for part in parts], own.pk, only_from=None)
    _count_others(recorder, [part.interaction_id for part in parts], -1)
    recorder.remove_many(parts)
    return touched | people


def _leave_out_whoever_stood_behind(recorder: Recorder, own: OwnAddress) -> None:
    for handle in Handle.objects.filter(kind=own.kind, value=own.value).select_related("person"):
        person = handle.person
        if person.trashed_at is None and not Participant.objects.filter(person=person).exists():
            recorder.set(person, kept_at=None, chosen_at=clock.now(), touched_at=clock.now())


def _give_back(recorder: Recorder, own: OwnAddress) -> set[uuid.UUID]:
    """As far as records allow: letters that went out through the address came in from whoever has it."""
    interactions = Interaction.objects.filter(own_address=own)
    written = list(interactions.filter(direction=Direction.OUT).values_list("pk", flat=True))
    others = list(interactions.exclude(direction=Direction.OUT).values_list("pk", flat=True))
    if not written and not others:
        return set()
    handle = _somebody_behind(recorder, own)
    _take_part(recorder, handle, written, PartyRole.FROM)
    _take_part(recorder, handle, others, PartyRole.TO)
    _set_each(recorder, "direction", written, Direction.IN.value)
    _set_each(recorder, "own_address_id", written + others, None, only_from=own.pk)
    return _people_in(written + others) | {handle.person_id}


def _somebody_behind(recorder: Recorder, own: OwnAddress) -> Handle:
    handle = Handle.objects.filter(kind=own.kind, value=own.value, person__merged_into=None).first()
    if handle is None:
        shown = shown_handle(own.kind, own.value)
        name = (name_from_address(own.value) if own.kind == HandleKind.MAIL else "") or shown
        parts = parse_name(name)
        person = Person(name=name, given=parts.given, family=parts.family, sort_name=sort_name(name) or name)
        recorder.make(person)
        handle = Handle(person=person, kind=own.kind, value=own.value, shown=shown)
        recorder.make(handle)
    elif handle.person.kept_at is None and handle.person.chosen_at is not None:
        recorder.set(handle.person, chosen_at=None)  # left out for being the owner, which they are not
    return handle


def _take_part(recorder: Recorder, handle: Handle, interactions: Ids, role: PartyRole) -> None:
    made: list[Participant] = []
    for some in slices(interactions):
        inside = Participant.objects.filter(interaction_id__in=some, person_id=handle.person_id)
        there = set(inside.values_list("interaction_id", flat=True))
        made += [
            Participant(
                interaction_id=key,
                person_id=handle.person_id,
                handle=handle,
                role=role.value,
                happened_at=happened_at,
            )
            for key, happened_at in Interaction.objects.filter(pk__in=some).values_list("pk", "happened_at")
            if key not in there
        ]
    recorder.make_many(made)
    _count_others(recorder, [part.interaction_id for part in made], 1)


def _count_others(recorder: Recorder, interactions: Ids, more: int) -> None:
    by_number: dict[int, Ids] = defaultdict(list)
    for rows in _in_slices(interactions):
        for key, others in rows.values_list("pk", "others"):
            by_number[others].append(key)
    for others, keys in by_number.items():
        if others + more >= 0:
            recorder.set_many(Interaction, keys, "others", others, others + more)


def _set_each(recorder: Recorder, column: str, interactions: Ids, value: object, *, only_from: object = ...) -> None:
    """Write one column, whatever stood there before; `only_from` leaves alone what held something else."""
    before: dict[object, Ids] = defaultdict(list)
    for rows in _in_slices(interactions):
        for key, was in rows.values_list("pk", column):
            if was != value and only_from in (..., was):
                before[was].append(key)
    for was, keys in before.items():
        recorder.set_many(Interaction, keys, column, was, value)


def _people_in(interactions: Ids) -> set[uuid.UUID]:
    people: set[uuid.UUID] = set()
    for some in slices(interactions):
        rows = Participant.objects.filter(interaction_id__in=some)
        people.update(rows.values_list("person_id", flat=True).distinct())
    return people


def _in_slices(interactions: Sequence[uuid.UUID]) -> Iterable["QuerySet[Interaction]"]:
    for some in slices(interactions):
        yield Interaction.objects.filter(pk__in=some)
