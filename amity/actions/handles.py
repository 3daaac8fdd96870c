"""Addresses, numbers and accounts that the owner writes down, corrects or takes away."""

import uuid
from dataclasses import dataclass

from django.conf import settings

from amity.actions import rows
from amity.actions.afterwards import judge_again
from amity.actions.changes import Recorder
from amity.actions.words import line, one_of
from amity.formats import handles as forms
from amity.judgement.vocabulary import HandleKind
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.records.models import Change, Handle, Likeness, OwnAddress, Participant, Person
from amity.records.sameness import LikenessState
from amity.records.scope import changes

LONGEST_VALUE = 320
LONGEST_LABEL = 60
SAME_ADDRESS_WEIGHT = 10.0  # orders the page of likely duplicates: an address in common stands high

NO_SUCH = {
    HandleKind.MAIL: "That does not look like a mail address, as “jane@example.org”.",
    HandleKind.PHONE: "That does not look like a telephone number, as “+44 20 7946 0123”.",
    HandleKind.WEB: "That does not look like a web address, as “https://jane.example”.",
    HandleKind.ACCOUNT: "Write the service and the name, as “mastodon: jane”.",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """An address in its normal form, and as it is shown."""

    kind: HandleKind
    value: str
    shown: str


@changes
def add_handle(viewer: Viewer, person_id: uuid.UUID, kind: str, text: str, label: str = "") -> Change:
    """Another way to reach a person. Someone else may have it too: then the two are suggested as one."""
    person, recorder = rows.person(person_id), Recorder(viewer)
    reading = read_handle(viewer, kind, text)
    if Handle.objects.filter(person=person, kind=reading.kind, value=reading.value).exists():
        raise NotAccepted(f"{person.name} has this address already.", "text")
    attach(recorder, person, reading, label)
    judge_again(viewer, [person.pk])
    return recorder.note("add_handle", f"{person.name} can be reached at {reading.shown}.", about=person.pk)


@changes
def correct_handle(viewer: Viewer, handle_id: uuid.UUID, text: str, label: str | None = None) -> Change:
    """Put an address right; what came through it stays with the person."""
    handle, recorder = rows.handle(handle_id), Recorder(viewer)
    reading = read_handle(viewer, handle.kind, text)
    same = Handle.objects.filter(person_id=handle.person_id, kind=reading.kind, value=reading.value)
    if same.exclude(pk=handle.pk).exists():
        raise NotAccepted(f"{handle.person.name} has this address already.", "text")
    recorder.set(
        handle,
        kind=reading.kind.value,
        value=reading.value,
        shown=reading.shown,
        label=handle.label if label is None else line(label, "label", LONGEST_LABEL),
        touched_at=clock.now(),
    )
    _share(recorder, handle)
    judge_again(viewer, [handle.person_id])
    return recorder.note(
        "correct_handle", f"Corrected an address of {handle.person.name}: {reading.shown}.", about=handle.person_id
    )


@changes
def remove_handle(viewer: Viewer, handle_id: uuid.UUID) -> Change:
    """Take an address away; what came through it stays with the person."""
    handle, recorder = rows.handle(handle_id), Recorder(viewer)
    person = handle.person
    through_it = Participant.objects.filter(handle=handle, person=person).values_list("pk", flat=True)
    recorder.set_many(Participant, through_it, "handle_id", handle.pk, None)
    recorder.remove(handle)
    judge_again(viewer, [person.pk])
    return recorder.note("remove_handle", f"Took {_shown(handle)} away from {person.name}.", about=person.pk)


def read_handle(viewer: Viewer, kind: str, text: str) -> Reading:
    """The address somebody typed, in its normal form; refused when it is none, or the viewer's own."""
    reading = normal_form(kind, text)
    own = OwnAddress.objects.filter(member_id=viewer.member, kind=reading.kind, value=reading.value, refused_at=None)
    if own.filter(confirmed_at__isnull=False).exists():
        raise NotAccepted("This is one of your own addresses.", "text")
    return reading


def normal_form(kind: str, text: str) -> Reading:
    """The address somebody typed, in its normal form; refused with a sentence when it is none."""
    wanted = one_of(HandleKind, kind, "kind")
    typed = line(text, "text", LONGEST_VALUE)
    if wanted in (HandleKind.WEB, HandleKind.ACCOUNT) and (account := forms.account_of_page(typed)):
        wanted, value = HandleKind.ACCOUNT, account
    else:
        value = _normal(wanted, typed) or ""
    if not value or len(value) > LONGEST_VALUE:
        raise NotAccepted(NO_SUCH[wanted], "text")
    return Reading(wanted, value, forms.shown_handle(wanted, value))


def attach(recorder: Recorder, person: Person, reading: Reading, label: str = "") -> Handle:
    """Make the handle; when others have it too, say so on each and suggest that they are one."""
    handle = Handle(
        person=person,
        kind=reading.kind.value,
        value=reading.value,
        shown=reading.shown,
        label=line(label, "label", LONGEST_LABEL),
        touched_at=clock.now(),
    )
    recorder.make(handle)
    _share(recorder, handle)
    return handle


def _normal(kind: HandleKind, text: str) -> str | None:
    if kind is HandleKind.MAIL:
        return forms.mail_handle(text)
    if kind is HandleKind.PHONE:
        return forms.phone_handle(text, settings.REGION)
    if kind is HandleKind.WEB:
        return forms.web_handle(text)
    service, _, name = text.partition(":")
    return forms.account_handle(service, name)


def _share(recorder: Recorder, handle: Handle) -> None:
    """An identical address of two people says nothing about who is who, until the owner says that they are one."""
    same = Handle.objects.filter(
        kind=handle.kind, value=handle.value, person__trashed_at=None, person__merged_into=None
    ).exclude(person_id=handle.person_id)
    for other in same.select_related("person"):
        recorder.set(other, shared=True)
        recorder.set(handle, shared=True)
        first, second = sorted((handle.person_id, other.person_id))
        if not Likeness.objects.filter(person_id=first, other_id=second).exists():
            recorder.make(
                Likeness(
                    person_id=first,
                    other_id=second,
                    weight=SAME_ADDRESS_WEIGHT,
                    reasons_for=[f"Both are reached at {_shown(handle)}."],
                    state=LikenessState.SUGGESTED.value,
                    made_at=clock.now(),
                )
            )


def _shown(handle: Handle) -> str:
    return handle.shown or forms.shown_handle(handle.kind, handle.value)
