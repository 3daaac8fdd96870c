"""Who is meant: from what somebody typed to a person."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q

from amity.formats.handles import mail_handle, phone_handle, shown_handle, web_handle
from amity.formats.names import sort_name
from amity.judgement.vocabulary import HandleKind
from amity.lib.errors import NotHere
from amity.lib.text import clean, fold
from amity.lib.viewer import Viewer
from amity.records import fulltext
from amity.records.models import Handle, Person
from amity.records.scope import reads

MOST_MEANT = 20
LONGEST = 1_000  # characters of what is typed


@dataclass(frozen=True, slots=True)
class PersonBrief:
    """Enough to tell one person from another of the same name."""

    id: uuid.UUID
    name: str
    other_name: str
    called: str
    line: str  # an address, work or place
    kept: bool


@reads
def who(viewer: Viewer, text: str) -> tuple[PersonBrief, ...]:
    """Whom `text` means: a key, an address, a whole name, else the beginnings of names. Several: ask. None: ()."""
    text = clean(text[:LONGEST]).strip()
    if not text:
        return ()
    exactly = _by_key(text) or _by_handle(text)
    if exactly:
        return _briefs(exactly)
    begun = fulltext.named(viewer.network, text, MOST_MEANT)
    found = _briefs([*_by_name(text), *begun])
    wanted = fold(text)
    whole = tuple(one for one in found if wanted in (fold(one.name), fold(one.called), fold(one.other_name)))
    return whole or found


@reads
def brief(viewer: Viewer, person_id: uuid.UUID) -> PersonBrief:
    """One person in brief. Raises NotHere."""
    found = _briefs([person_id])
    if not found:
        raise NotHere("This person is not here.")
    return found[0]


def _by_key(text: str) -> list[uuid.UUID]:
    try:
        key = uuid.UUID(text)
    except ValueError:
        return []
    return [key] if Person.objects.filter(pk=key).exists() else []


def _by_handle(text: str) -> list[uuid.UUID]:
    forms = {
        HandleKind.MAIL: mail_handle(text) if "@" in text else None,
        HandleKind.PHONE: phone_handle(text, settings.REGION),
        HandleKind.WEB: web_handle(text) if "." in text else None,
        HandleKind.ACCOUNT: text.lower() if ":" in text else None,
    }
    values = {value for value in forms.values() if value}
    if not values:
        return []
    rows = Handle.objects.filter(value__in=values, kind__in=[kind for kind, value in forms.items() if value])
    return list(rows.values_list("person_id", flat=True)[:MOST_MEANT])


def _by_name(text: str) -> list[uuid.UUID]:
    """Whole names first: of a hundred Annas the one who is just "Anna" must not be cut off."""
    rows = Person.objects.filter(sort_name=sort_name(text))
    return list(rows.values_list("pk", flat=True)[:MOST_MEANT])


def _briefs(ids: Sequence[uuid.UUID]) -> tuple[PersonBrief, ...]:
    """In the order of `ids`, the owner's people first; without the bin and those who are one with somebody else."""
    rows = Person.objects.filter(Q(pk__in=set(ids)), trashed_at=None, merged_into=None)
    columns = rows.values_list("pk", "name", "latin", "called", "work", "place", "kept_at")
    addresses = _addresses(ids)
    found = {
        key: PersonBrief(key, name, latin, called, addresses.get(key) or work or place, kept is not None)
        for key, name, latin, called, work, place, kept in columns
    }
    in_order = [found[key] for key in dict.fromkeys(ids) if key in found]
    return tuple(sorted(in_order, key=lambda one: not one.kept)[:MOST_MEANT])


def _addresses(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """One address each: mail before the others."""
    rows = Handle.objects.filter(person_id__in=set(ids)).order_by("-kind", "pk")
    shown: dict[uuid.UUID, str] = {}
    for person, kind, value, written in rows.values_list("person_id", "kind", "value", "shown"):
        if kind == HandleKind.MAIL or person not in shown:
            shown[person] = written or shown_handle(kind, value)
    return shown
