"""What people write below their letters: their work and their numbers, as facts with the letter as the source."""

import uuid
from collections.abc import Sequence

from amity.judgement.signatures import SignatureFact, signature_facts
from amity.judgement.vocabulary import HandleKind
from amity.lib import clock
from amity.lib.text import clean, fold
from amity.lib.viewer import Viewer
from amity.records.models import Fact, Handle, Intake

SOURCE = "signature of a letter"
FACTS = {"title": "title", "employer": "work", "place": "works_in"}
HANDLES = {"phone": HandleKind.PHONE, "web": HandleKind.WEB, "account": HandleKind.ACCOUNT}
LONGEST_HANDLE = 320  # characters


def note_signatures(viewer: Viewer, intake: Intake, person_ids: Sequence[uuid.UUID]) -> None:
    """Facts and numbers from the newest signature of each kept person; inside the caller's scope and transaction."""
    signed = Handle.objects.filter(person_id__in=person_ids, person__kept_at__isnull=False).exclude(signature="")
    for handle in signed.select_related("person").order_by("pk"):
        told = signature_facts(handle.signature, handle.value.rpartition("@")[2], handle.person.name)
        _note_facts(viewer, intake, handle, [one for one in told if one.kind in FACTS])
        _note_handles(intake, handle, [one for one in told if one.kind in HANDLES])


def _note_facts(viewer: Viewer, intake: Intake, handle: Handle, told: Sequence[SignatureFact]) -> None:
    there = Fact.objects.filter(person_id=handle.person_id).values_list("kind", "text")
    known = {(kind, fold(text)) for kind, text in there}
    noted_on = clock.local_day(handle.signature_at, viewer.time_zone) if handle.signature_at else None
    for one in told:
        if (FACTS[one.kind], fold(one.text)) not in known:
            Fact(
                person_id=handle.person_id,
                kind=FACTS[one.kind],
                text=clean(one.text),
                noted_on=noted_on,
                source=SOURCE,
                intake=intake,
            ).save(force_insert=True)


def _note_handles(intake: Intake, handle: Handle, told: Sequence[SignatureFact]) -> None:
    for one in told:
        kind, value = HANDLES[one.kind].value, one.text[:LONGEST_HANDLE]
        others = Handle.objects.filter(kind=kind, value=value)
        if others.filter(person_id=handle.person_id).exists():
            continue
        shared = bool(others.update(shared=True))
        Handle(person_id=handle.person_id, kind=kind, value=value, label="", shared=shared, intake=intake).save(
            force_insert=True
        )
