"""Two people who were one go apart again: what came in since goes back along with the address it came through."""

import uuid

from amity.actions.changes import CannotUndo, Recorder, slices
from amity.judgement.vocabulary import PartyRole
from amity.records.models import Change, Fact, Handle, Participant, Person

MERGE = "merge_people"


def refuse_to_part(change: Change) -> None:
    """Raises CannotUndo when the person that both became is not here to be parted."""
    locked = Person.objects.select_for_update(of=("self",))
    one = locked.filter(pk=change.person_id).first() if change.person_id else None
    if one is None:
        raise CannotUndo("They are gone by now, so there is nothing to take back.")
    if one.merged_into_id is not None:
        raise CannotUndo(f"{one.name} became one with somebody else later. Take that back first.")
    if one.trashed_at is not None:
        raise CannotUndo(f"{one.name} is in the bin. Bring them back first.")


def part_again(recorder: Recorder, change: Change) -> None:
    """After a merge was taken back: letters of the meantime that came through the other's addresses follow them."""
    kept_id, other_id = change.person_id, merged_away(change)
    if kept_id is None or other_id is None:
        return
    theirs = Handle.objects.filter(person_id=other_id)
    through = Participant.objects.filter(person_id=kept_id, handle__in=theirs)
    there_already = Participant.objects.filter(person_id=other_id).values("interaction_id")
    new = list(through.exclude(interaction_id__in=there_already).values_list("pk", "interaction_id", "role"))
    recorder.set_many(Participant, [pk for pk, _, _ in new], "person_id", kept_id, other_id)
    written_by_them = [interaction for _, interaction, role in new if role == PartyRole.FROM]
    for some in slices(written_by_them):
        facts = Fact.objects.filter(person_id=kept_id, interaction_id__in=some).values_list("pk", flat=True)
        recorder.set_many(Fact, facts, "person_id", kept_id, other_id)


def merged_away(change: Change) -> uuid.UUID | None:
    """Who became part of somebody else in this merge."""
    for row in change.rows:
        if row["model"] == "person" and row["before"] and "merged_into_id" in (row["after"] or {}):
            return uuid.UUID(row["id"])
    return None
