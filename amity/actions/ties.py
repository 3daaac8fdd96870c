"""The owner's word about a tie, which wins over every formula."""

import uuid
from collections import defaultdict
from collections.abc import Sequence

from amity.actions import rows
from amity.actions.afterwards import judge_again
from amity.actions.changes import Recorder
from amity.actions.circles import alone, rhythm, who
from amity.judgement.wording import every
from amity.lib.viewer import Viewer
from amity.records.models import Change, Tie
from amity.records.scope import changes


@changes
def set_rhythm(viewer: Viewer, person_ids: Sequence[uuid.UUID], days: int | None) -> Change:
    """How often the owner would like to be in touch with each; None leaves it to what is learned."""
    people, recorder, wished = rows.people(person_ids), Recorder(viewer), rhythm(days)
    ids = [person.pk for person in people]
    by_wish: dict[int | None, list[uuid.UUID]] = defaultdict(list)
    for tie in rows.ties(viewer, ids):
        by_wish[tie.set_rhythm_days].append(tie.pk)
    for before, ties in by_wish.items():
        if before != wished:
            recorder.set_many(Tie, ties, "set_rhythm_days", before, wished)
    judge_again(viewer, ids)
    wish = every(wished) if wished else "as it comes"
    return recorder.note("set_rhythm", f"Set to be in touch with {who(people)} {wish}.", about=alone(people))


@changes
def set_kin(viewer: Viewer, person_id: uuid.UUID, kin: bool) -> Change:
    """Whether this is family: such ties fade more slowly."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    recorder.set(rows.tie(viewer, person.pk), kin=kin)
    judge_again(viewer, [person.pk])
    sentence = f"{person.name} is family." if kin else f"{person.name} is not family."
    return recorder.note("set_kin", sentence, about=person.pk)
