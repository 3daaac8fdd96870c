"""Everybody's names as an index that answers at once, kept in this process and made anew when names have changed.

What is shown of somebody is always asked for freshly; only who may be meant by a word is remembered here.
"""

import threading
import uuid
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q

from amity.judgement.capture import KnownName, KnownNames
from amity.lib.viewer import Viewer
from amity.records.models import Change, Intake, Person
from amity.records.scope import reads

MOST_NETWORKS = 4  # indexes in one process; one of 100,000 people takes some 50 MB
READ_AT_ONCE = 2_000
# Verbs whose changes hold no rows of people although names may differ afterwards.
_SWEEPING = ("take_in", "undo_intake", "undo")
_TELLS_OF_PEOPLE = Q(rows__icontains='"model": "person"') | Q(verb__in=_SWEEPING)


@dataclass(frozen=True, slots=True)
class _Version:
    """What had happened when an index was made: the newest change, and how far the newest intake was."""

    changed_at: datetime | None
    change: uuid.UUID | None
    intake: tuple[object, ...] | None


_kept: OrderedDict[uuid.UUID, tuple[_Version, KnownNames]] = OrderedDict()
_lock = threading.Lock()  # two threads would make the same index twice, at twice the memory


@reads
def known_names(viewer: Viewer) -> KnownNames:
    """The names of everybody who is here and is a person, the owner's people first."""
    with _lock:
        now, kept = _version(), _kept.get(viewer.network)
        if kept and not _may_differ(kept[0], now):
            names = kept[1]
        else:
            names = KnownNames(_everybody())
        _kept[viewer.network] = (now, names)
        _kept.move_to_end(viewer.network)
        while len(_kept) > MOST_NETWORKS:
            _kept.popitem(last=False)
        return names


def _version() -> _Version:
    change = Change.objects.order_by("-at", "-pk").values_list("at", "pk").first()
    intake = Intake.objects.order_by("-made_at").values_list("pk", "state", "step", "finished_at", "undone_at").first()
    at, key = change or (None, None)
    return _Version(at, key, intake)


def _may_differ(before: _Version, now: _Version) -> bool:
    """Most changes of a day touch nobody's name: "later", "kept", "we spoke" leave the index as it is."""
    if before.intake != now.intake:
        return True
    if before.change == now.change:
        return False
    telling = Change.objects.filter(_TELLS_OF_PEOPLE)
    if before.changed_at is None or before.change is None:
        return telling.exists()
    return telling.filter(at__gte=before.changed_at).exclude(pk=before.change).exists()


def _everybody() -> Iterator[KnownName]:
    here = Person.objects.filter(trashed_at=None, merged_into=None).filter(Q(aside=False) | Q(kept_at__isnull=False))
    # Of more Annas than can be shown the index keeps the first.
    rows = here.order_by(F("kept_at").desc(nulls_last=True), "-rank", "pk")
    columns = rows.values_list("pk", "name", "called", "given", "family", "latin")
    for key, name, called, given, family, latin in columns.iterator(READ_AT_ONCE):
        yield KnownName(key, name, called, given, family, (latin,) if latin else ())
