"""Who is behind an address, while an intake reads: a bounded memory of handles, and the people it makes for new ones.

The rule: an address that is known belongs to whoever has it, unless the given names differ. Then a second person gets
it too, both handles are marked shared, and the pair becomes a suggestion.
"""

import json
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from amity.formats.mailboxes import is_machine_address, is_role_address
from amity.formats.names import name_from_address, parse_name, sort_name
from amity.judgement.names_alike import Alike, compare, plain_name
from amity.judgement.personhood import is_list_address, looks_like_a_name
from amity.judgement.vocabulary import HandleKind
from amity.lib.text import clean
from amity.lib.viewer import Viewer
from amity.records.bulk import as_bytes, bulk_change, bulk_load, document, in_slices, marks, moment, select, stored_key
from amity.records.models import Handle, Person
from amity.records.people import NAME_LENGTH

REMEMBERED = 30_000  # handles held at once
MOST_AT_ONE_ADDRESS = 5  # people; more names than that are a desk, not people
MOST_NAMES = 50  # written beside one address and counted
MOST_SIGNATURE = 1_500  # characters

_PERSON = ("id", "network_id", "name", "given", "family", "called", "sort_name", "intake_id")
_HANDLE = (
    "id",
    "network_id",
    "person_id",
    "kind",
    "value",
    "names",
    "signature",
    "signature_at",
    "shared",
    "intake_id",
)


@dataclass(slots=True, eq=False)
class Holder:
    """A handle and the person who has it. `names` counts what was written beside it.

    counted   those that this intake counted, where an earlier one brought the handle; else None
    """

    handle: bytes
    person: bytes
    kind: str
    value: str
    person_name: str
    names: dict[str, int] = field(default_factory=dict)
    signature: str = ""
    signed_at: datetime | None = None
    shared: bool = False
    is_new: bool = False
    counted: dict[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """What letters told of a handle that was known: names with their counts, a signature with the one before it."""

    handle: bytes
    names: dict[str, int]
    signature: str = ""
    signed_at: datetime | None = None
    before: str = ""
    before_at: datetime | None = None


class AddressBook:
    """Handles by kind and value. `load` what a chunk names, ask `holder`, and `store` before what points to them.

    learned   what `store` changed of handles that earlier intakes brought, for the way back
    """

    def __init__(self, viewer: Viewer, intake: uuid.UUID, keys: Iterator[bytes]) -> None:
        self._network = viewer.network.bytes
        self._intake = intake.bytes
        self._keys = keys
        self._held: dict[tuple[str, str], list[Holder]] = {}
        self._by_name: dict[tuple[str, str], Holder] = {}
        self._new_people: list[tuple[Any, ...]] = []
        self._changed: set[Holder] = set()
        self.learned: list[Learned] = []
        self.made = 0

    def forget(self) -> None:
        """Drop everything, as after a chunk that was not stored."""
        self._held.clear()
        self._by_name.clear()
        self._new_people.clear()
        self._changed.clear()
        self.made = 0

    def load(self, kind: str, values: Iterable[str]) -> None:
        """Read the handles of these values that are not held yet."""
        if len(self._held) > REMEMBERED:
            self.forget()
        missing = [value for value in values if (kind, value) not in self._held]
        for some in in_slices(missing):
            for value in some:
                self._held[kind, value] = []
            rows = select(
                "SELECT h.id, h.person_id, h.value, h.names, h.signature_at, h.shared, h.intake_id, p.name"
                " FROM records_handle h"
                " JOIN records_person p ON p.id = h.person_id AND p.network_id = h.network_id"
                f" WHERE h.network_id = %s AND h.kind = %s AND h.value IN ({marks(len(some))}) ORDER BY h.id",
                [stored_key(self._network), kind, *some],
            )
            for handle, person, value, names, signed_at, shared, intake, name in rows:
                ours = intake is not None and as_bytes(intake) == self._intake
                self._held[kind, value].append(
                    Holder(
                        as_bytes(handle), as_bytes(person), kind, value, name, _names(names), "", _aware(signed_at),
                        bool(shared), counted=None if ours else {},
                    )
                )  # fmt: skip

    def holder(self, kind: str, value: str, name: str) -> Holder | None:
        """Whoever has this address under this name, made when new; None for a list or a machine. Counts the name."""
        holder = self._by_name.get((value, name))
        if holder is None:
            holder = self._find(kind, value, name)
            if holder is None:
                return None
            self._by_name[value, name] = holder
        if name and (name in holder.names or len(holder.names) < MOST_NAMES):
            holder.names[name] = holder.names.get(name, 0) + 1
            if holder.counted is not None:
                holder.counted[name] = holder.counted.get(name, 0) + 1
            self._changed.add(holder)
        return holder

    def holders(self, kind: str, value: str) -> list[Holder]:
        """Everybody who has this address; it must have been loaded."""
        return self._held.setdefault((kind, value), [])

    def sign(self, holder: Holder, signature: str, at: datetime) -> None:
        """Keep the newest signature that stood below a letter from this address."""
        if holder.signed_at is None or at >= holder.signed_at:
            holder.signature, holder.signed_at = clean(signature[:MOST_SIGNATURE]), at
            self._changed.add(holder)

    def add(self, person: bytes, person_name: str, kind: str, value: str) -> Holder:
        """One more address of somebody; whoever has it already shares it from now on."""
        holder = Holder(next(self._keys), person, kind, value, person_name, is_new=True)
        others = self._held.setdefault((kind, value), [])
        others.append(holder)
        self._changed.add(holder)
        if len(others) > 1:
            for other in others:
                if not other.shared:
                    other.shared = True
                    self._changed.add(other)
        return holder

    def drop(self, kind: str, value: str, person: bytes) -> None:
        """Forget an address that was taken away from somebody; everything must have been stored."""
        left = [holder for holder in self.holders(kind, value) if holder.person != person]
        self._held[kind, value] = left
        for name in [name for name in self._by_name if name[0] == value]:
            del self._by_name[name]
        if len(left) == 1:
            left[0].shared = False

    def rename(self, person: bytes, name: str) -> None:
        """Know somebody by another name from now on."""
        for holders in self._held.values():
            for holder in holders:
                if holder.person == person:
                    holder.person_name = name

    def store(self) -> None:
        """Write what is new and what changed."""
        bulk_load(Person, _PERSON, self._new_people)
        new = [holder for holder in self._changed if holder.is_new]
        new.sort(key=_by_key)
        bulk_load(Handle, _HANDLE, [self._row(holder) for holder in new])
        self._note_learned()
        signed = [holder for holder in self._changed if not holder.is_new and holder.signature]
        bulk_change(
            Handle,
            ("signature", "signature_at"),
            [(h.signature, moment(h.signed_at) if h.signed_at else None, h.handle) for h in signed],
        )
        known = [holder for holder in self._changed if not holder.is_new]
        bulk_change(Handle, ("names", "shared"), [(document(h.names), h.shared, h.handle) for h in known])
        for holder in self._changed:
            holder.is_new, holder.signature = False, ""
            if holder.counted:
                holder.counted = {}
        self._new_people.clear()
        self._changed.clear()
        self.made = 0

    def _note_learned(self) -> None:
        older = [holder for holder in self._changed if holder.counted is not None]
        signed = [holder.handle for holder in older if holder.signature]
        before: dict[bytes, tuple[str, datetime | None]] = {}
        for some in in_slices(signed):
            rows = select(
                f"SELECT id, signature, signature_at FROM records_handle WHERE id IN ({marks(len(some))})",
                map(stored_key, some),
            )
            before |= {as_bytes(key): (text, _aware(at)) for key, text, at in rows}
        for holder in older:
            if holder.signature:
                was = before.get(holder.handle, ("", None))
                told = (holder.signature, holder.signed_at, *was)
                self.learned.append(Learned(holder.handle, holder.counted or {}, *told))
            elif holder.counted:
                self.learned.append(Learned(holder.handle, holder.counted))

    def _row(self, holder: Holder) -> tuple[Any, ...]:
        return (
            holder.handle, self._network, holder.person, holder.kind, holder.value, document(holder.names),
            holder.signature, moment(holder.signed_at) if holder.signed_at else None, holder.shared, self._intake,
        )  # fmt: skip

    def _find(self, kind: str, value: str, name: str) -> Holder | None:
        holders = self._held.setdefault((kind, value), [])
        if not holders:
            return None if _is_nobody(kind, value) else self._make(kind, value, name)
        for holder in holders:
            if not name or name in holder.names:
                return holder
        for holder in holders:
            if not _given_names_differ(holder.person_name, name):
                return holder
        if len(holders) >= MOST_AT_ONE_ADDRESS or not _may_be_two(kind, value, name, holders[0].person_name):
            return holders[0]
        return self._make(kind, value, name)

    def _make(self, kind: str, value: str, written: str) -> Holder:
        shown = written or (name_from_address(value) if kind == HandleKind.MAIL else "") or value
        name = parse_name(shown)
        key = next(self._keys)
        best = name.shown[:NAME_LENGTH] or shown[:NAME_LENGTH]
        self._new_people.append(
            (
                key,
                self._network,
                best,
                name.given[:NAME_LENGTH],
                name.family[:NAME_LENGTH],
                name.called[:NAME_LENGTH],
                sort_name(best)[:NAME_LENGTH],
                self._intake,
            )  # fmt: skip
        )
        self.made += 1
        return self.add(key, best, kind, value)


def _given_names_differ(one: str, other: str) -> bool:
    return compare(plain_name(one), plain_name(other)) is Alike.GIVEN_DIFFERS


def _may_be_two(kind: str, value: str, name: str, other: str) -> bool:
    """Whether two unlike names at one address are two people, and not a desk or a firm."""
    if kind == HandleKind.MAIL and is_role_address(value):
        return False
    return looks_like_a_name(name) and looks_like_a_name(other)


def _is_nobody(kind: str, value: str) -> bool:
    return kind == HandleKind.MAIL and (is_machine_address(value) or is_list_address(value))


def _by_key(holder: Holder) -> bytes:
    return holder.handle


def _names(stored: Any) -> dict[str, int]:
    from_text = document_of(stored)
    return {str(name): int(count) for name, count in from_text.items()}


def document_of(stored: Any) -> dict[str, Any]:
    """A JSON column as either database gives it."""
    return dict(json.loads(stored)) if isinstance(stored, str) else dict(stored or {})


def _aware(stored: Any) -> datetime | None:
    """A moment as either database gives it: SQLite's is UTC, and does not say so."""
    if stored is None:
        return None
    moment = stored if isinstance(stored, datetime) else datetime.fromisoformat(stored)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
