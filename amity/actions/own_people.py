"""An address turns out to be the owner's: what was stored of it as another's is turned round."""

import uuid
from collections.abc import Sequence

from amity.judgement.vocabulary import Direction, PartyRole
from amity.lib.viewer import Viewer
from amity.records.bulk import in_slices
from amity.records.models import Handle, Interaction, OwnAddress, Participant, Person

SLICE = 500
MAIL = "mail"


def take_as_own(viewer: Viewer, address: str) -> set[uuid.UUID]:
    """Letters from it become the owner's; it takes part in none any more. Gives whom that concerns.

    Somebody made for this address alone, and never touched, goes; inside the scope and a transaction of the caller.
    """
    own = OwnAddress.objects.get(member_id=viewer.member, kind=MAIL, value=address)
    concerned: set[uuid.UUID] = set()
    for handle in Handle.objects.filter(kind=MAIL, value=address).select_related("person"):
        took_part = Participant.objects.filter(handle=handle)
        rows = list(took_part.values_list("interaction_id", "role"))
        wrote = [key for key, role in rows if role == PartyRole.FROM]
        for some in in_slices([key for key, _ in rows], SLICE):
            letters = Interaction.objects.filter(pk__in=some)
            letters.filter(own_address=None).update(own_address=own)
        for some in in_slices(wrote, SLICE):
            Interaction.objects.filter(pk__in=some, member_id=viewer.member).update(direction=Direction.OUT.value)
        concerned |= _others_of([key for key, _ in rows])
        took_part.delete()
        _drop(handle.person, handle)
    concerned.discard(own.pk)
    return concerned


def _others_of(interactions: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    found: set[uuid.UUID] = set()
    for some in in_slices(interactions, SLICE):
        found |= set(Participant.objects.filter(interaction_id__in=some).values_list("person_id", flat=True))
    return found


def _drop(person: Person, handle: Handle) -> None:
    handle.delete()
    alone = not Handle.objects.filter(person=person).exists() and not Participant.objects.filter(person=person).exists()
    if alone and person.touched_at is None and person.chosen_at is None:
        person.delete()
