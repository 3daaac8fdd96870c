"""Addresses, letters, facts and cards of two people who become one."""

import uuid
from collections import Counter, defaultdict

from amity.actions.afterwards import find_no_more
from amity.actions.changes import Recorder, slices
from amity.judgement.vocabulary import PartyRole
from amity.lib.text import fold
from amity.records.models import (
    Card,
    Fact,
    FactMeaning,
    Handle,
    HelpAsked,
    Interaction,
    Match,
    Need,
    Offer,
    Participant,
    Pause,
    Person,
    Photo,
    Promise,
)

Key = uuid.UUID | None
NEARER = [PartyRole.CC.value, PartyRole.TO.value, PartyRole.FROM.value]  # the later in this list stands for both


def move_handles(recorder: Recorder, kept: Person, other: Person) -> None:
    """Addresses move; one that both have becomes one, and the other's is kept in the change for the way back."""
    ours = {(handle.kind, handle.value): handle for handle in Handle.objects.filter(person=kept)}
    for handle in Handle.objects.filter(person=other):
        twin = ours.get((handle.kind, handle.value))
        if twin is None:
            recorder.set(handle, person_id=kept.pk)
        else:
            _join(recorder, twin, handle)


def move_history(recorder: Recorder, kept: Person, other: Person) -> None:
    """Everything that happened with the other, or is known of them, is the kept person's now."""
    _move_participants(recorder, kept, other)
    _drop_what_both_say(recorder, kept, other)
    _move_matches(recorder, kept, other)
    for model in (Fact, Card, Pause, Promise, Need, Offer, HelpAsked, FactMeaning):
        ids = model.objects.filter(person=other).values_list("pk", flat=True)
        recorder.set_many(model, ids, "person_id", other.pk, kept.pk)
    ours = set(Photo.objects.filter(person=kept).values_list("digest", flat=True))
    theirs = list(Photo.objects.filter(person=other))
    recorder.remove_many([photo for photo in theirs if photo.digest in ours])
    moving = [photo.pk for photo in theirs if photo.digest not in ours]
    recorder.set_many(Photo, moving, "person_id", other.pk, kept.pk)


def _move_matches(recorder: Recorder, kept: Person, other: Person) -> None:
    """What was decided of the other holds for the kept person, where nothing was; nobody meets a need of their own."""
    ours = {match.need_id: match for match in Match.objects.filter(person=kept).select_related("need")}
    theirs = list(Match.objects.filter(person=other).select_related("need"))
    gone = [match for match in ours.values() if match.need.person_id == other.pk]
    for match in theirs:
        twin = ours.get(match.need_id)
        if match.need.person_id in (kept.pk, other.pk):
            gone.append(match)
        elif twin:
            gone.append(match if twin.decided_at or not match.decided_at else twin)
    recorder.remove_many(gone)
    left = {match.pk for match in theirs} - {match.pk for match in gone}
    recorder.set_many(Match, sorted(left), "person_id", other.pk, kept.pk)


def _join(recorder: Recorder, twin: Handle, handle: Handle) -> None:
    # By person, too: there is an index on who, none on through what
    through_it = Participant.objects.filter(person_id=handle.person_id, handle=handle).values_list("pk", flat=True)
    recorder.set_many(Participant, through_it, "handle_id", handle.pk, twin.pk)
    others = Handle.objects.filter(kind=twin.kind, value=twin.value, person__trashed_at=None)
    newer = max((twin, handle), key=lambda one: one.signature_at.timestamp() if one.signature_at else 0.0)
    recorder.set(
        twin,
        names=dict(Counter(twin.names) + Counter(handle.names)),
        label=twin.label or handle.label,
        signature=newer.signature,
        signature_at=newer.signature_at,
        shared=others.exclude(person_id__in=[twin.person_id, handle.person_id]).exists(),
    )
    recorder.remove(handle)


def _move_participants(recorder: Recorder, kept: Person, other: Person) -> None:
    ours = Participant.objects.filter(person=kept)
    theirs = Participant.objects.filter(person=other)
    twice = list(theirs.filter(interaction_id__in=ours.values("interaction_id")))
    _stand_nearer(recorder, kept, twice)
    recorder.remove_many(twice)
    _one_fewer(recorder, [participant.interaction_id for participant in twice])
    recorder.set_many(Participant, theirs.values_list("pk", flat=True), "person_id", other.pk, kept.pk)


def _stand_nearer(recorder: Recorder, kept: Person, twice: list[Participant]) -> None:
    """Who wrote a letter and stood in its copy line has written it."""
    theirs = {participant.interaction_id: participant for participant in twice}
    moves: dict[tuple[str, str, Key, Key], list[uuid.UUID]] = defaultdict(list)
    for some in slices(list(theirs)):
        for ours in Participant.objects.filter(person=kept, interaction_id__in=some):
            other = theirs[ours.interaction_id]
            if NEARER.index(other.role) > NEARER.index(ours.role):
                moves[ours.role, other.role, ours.handle_id, other.handle_id].append(ours.pk)
    for (role, nearer, handle, their_handle), keys in moves.items():
        recorder.set_many(Participant, keys, "role", role, nearer)
        recorder.set_many(Participant, keys, "handle_id", handle, their_handle)


def _one_fewer(recorder: Recorder, interactions: list[uuid.UUID]) -> None:
    by_number: dict[int, list[uuid.UUID]] = defaultdict(list)
    for some in slices(interactions):
        for key, others in Interaction.objects.filter(pk__in=some).values_list("pk", "others"):
            by_number[others].append(key)
    for number, keys in by_number.items():
        if number > 1:
            recorder.set_many(Interaction, keys, "others", number, number - 1)


def _drop_what_both_say(recorder: Recorder, kept: Person, other: Person) -> None:
    ours = {_said(fact) for fact in Fact.objects.filter(person=kept, trashed_at=None)}
    same = [fact for fact in Fact.objects.filter(person=other, trashed_at=None) if _said(fact) in ours]
    find_no_more(recorder.viewer, facts=[fact.pk for fact in same])
    for match in Match.objects.filter(fact__in=same):
        recorder.set(match, fact_id=None)  # decided, so it stays; its words stand in the fact that does
    recorder.remove_many(same)


def _said(fact: Fact) -> tuple[str, str, str, uuid.UUID | None]:
    return fact.kind, fact.label, fold(fact.text), fact.private_to
