"""Findings as suggestions: each once, by its key, however often the same letter is brought in; and taken back again.

What was dismissed is remembered by that key. When its letter goes with an undone intake, its words go, and the key
stays: on its row, or, where the person goes as well, with the intake that was undone.
"""

import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from amity.actions.looking import Found, Kept, Noted
from amity.judgement.findings import Sort
from amity.judgement.vocabulary import HelpState, PromiseState
from amity.lib.text import shorten
from amity.lib.viewer import Viewer
from amity.queries.plain import stored_day
from amity.records.bulk import as_bytes, bulk_change, bulk_load, in_slices, marks, select, stored_key
from amity.records.intakes import IntakeState
from amity.records.models import HelpAsked, Intake, Match, Need, Offer, Promise

KEY_SIZE = 16  # bytes
DISMISSED = "dismissed"  # in Intake.options: keys in hexadecimal of what was said no to
SHORT = 300  # characters of kept words and of a reason
SLICE = 500

Told = type[Promise] | type[Need] | type[Offer]
MODELS: dict[Sort, Told] = {Sort.MINE: Promise, Sort.THEIRS: Promise, Sort.NEED: Need, Sort.OFFER: Offer}

_TOLD = (
    *("id", "network_id", "member_id", "person_id", "what", "state", "said_on", "source", "sentence", "mark_start"),
    *("mark_end", "interaction_id", "key", "confidence", "reason", "private_to", "intake_id"),
)
_PROMISE = ("mine", "due_on", "due_words", "kept_by_id", "kept_words")
_ASKED = ("id", "network_id", "member_id", "person_id", "asked_on", "interaction_id", "private_to", "intake_id")
_EMPTY = {
    "what": "", "sentence": "", "source": "", "reason": "", "mark_start": None, "mark_end": None, "interaction": None,
    "intake": None, "said_on": None, "settled_on": None,
}  # fmt: skip


def key_of(noted: Noted) -> bytes:
    """The same for the same words in the same message, whoever brings it in again."""
    finding = noted.finding
    told = f"{finding.sort.value}\n{' '.join(finding.phrase.casefold().split())}\n".encode()
    return hashlib.blake2b(told + (noted.letter.key or b""), digest_size=KEY_SIZE).digest()


def store(viewer: Viewer, found: Found) -> dict[Sort, int]:
    """Store what is new as suggestions, and the questions whether something was kept; how many of each came.

    Inside the caller's scope and transaction.
    """
    said_no = _remembered()
    kept = {one.promise: one for one in found.kept}
    counts: dict[Sort, int] = {}
    by_model: dict[Told, dict[bytes, Noted]] = {}
    for noted in found.noted:
        if noted.finding.sort is not Sort.ASKED:
            by_model.setdefault(MODELS[noted.finding.sort], {}).setdefault(key_of(noted), noted)
    for model, noted_by_key in by_model.items():
        there = _there(viewer, model, noted_by_key)
        fresh = {key: one for key, one in noted_by_key.items() if key not in there and key not in said_no}
        _load(viewer, model, fresh, kept)
        for one in fresh.values():
            counts[one.finding.sort] = counts.get(one.finding.sort, 0) + 1
            kept.pop(one.id, None)
    _store_asked(viewer, [one for one in found.noted if one.finding.sort is Sort.ASKED])
    _ask_whether_kept(kept.values())
    return counts


def _remembered() -> set[bytes]:
    """Keys of what was dismissed and whose letters went with an undone intake."""
    undone = Intake.objects.filter(state=IntakeState.UNDONE, options__has_key=DISMISSED)
    return {bytes.fromhex(key) for options in undone.values_list("options", flat=True) for key in options[DISMISSED]}


def _there(viewer: Viewer, model: Told, noted: dict[bytes, Noted]) -> set[bytes]:
    """Keys that have a row already; one that lost its letter to an undone intake finds it again."""
    table = model._meta.db_table
    there: set[bytes] = set()
    found_again = []
    for some in in_slices(list(noted), SLICE):
        rows = select(
            f"SELECT key, id, state, interaction_id FROM {table} WHERE network_id = %s AND key IN ({marks(len(some))})",
            [stored_key(viewer.network), *some],
        )
        for key, row, state, interaction in rows:
            there.add(bytes(key))
            if interaction is None and state != PromiseState.DISMISSED:
                found_again.append((noted[bytes(key)].letter.id.bytes, as_bytes(row)))
    bulk_change(model, ("interaction_id",), found_again)
    return there


def _load(viewer: Viewer, model: Told, fresh: dict[bytes, Noted], kept: dict[uuid.UUID, Kept]) -> None:
    rows: list[tuple[Any, ...]] = []
    for key, one in fresh.items():
        row = _told_row(viewer, key, one)
        rows.append((*row, *_promise_row(one, kept.get(one.id))) if model is Promise else row)
    bulk_load(model, (*_TOLD, *_PROMISE) if model is Promise else _TOLD, rows)


def _told_row(viewer: Viewer, key: bytes, noted: Noted) -> tuple[Any, ...]:
    finding, letter = noted.finding, noted.letter
    return (
        *(noted.id.bytes, viewer.network.bytes, viewer.member.bytes, noted.person.bytes, finding.what),
        *(HelpState.SUGGESTED.value, stored_day(letter.happened.on), noted.source, finding.sentence),
        *(finding.start, finding.end, letter.id.bytes, key, finding.confidence, finding.reason[:SHORT]),
        *(_bytes(letter.private_to), _bytes(letter.intake)),
    )


def _promise_row(noted: Noted, kept: Kept | None) -> tuple[Any, ...]:
    due = noted.finding.due
    return (
        *(noted.finding.sort is Sort.MINE, stored_day(due.on) if due.on else None, due.words),
        *(kept.by.bytes if kept else None, shorten(kept.words, SHORT) if kept else ""),
    )


def _store_asked(viewer: Viewer, noted: Sequence[Noted]) -> None:
    there: set[uuid.UUID | None] = set()
    for some in in_slices([one.letter.id for one in noted], SLICE):
        there.update(HelpAsked.objects.filter(interaction_id__in=some).values_list("interaction_id", flat=True))
    rows = []
    for one in noted:
        if one.letter.id not in there:
            there.add(one.letter.id)
            letter = one.letter
            rows.append(
                (
                    *(one.id.bytes, viewer.network.bytes, viewer.member.bytes, one.person.bytes),
                    *(
                        stored_day(letter.happened.on),
                        letter.id.bytes,
                        _bytes(letter.private_to),
                        _bytes(letter.intake),
                    ),
                )
            )
    bulk_load(HelpAsked, _ASKED, rows)


def _ask_whether_kept(kept: Iterable[Kept]) -> None:
    """Only while nothing is asked yet: what the owner decided in the meantime stands."""
    for one in kept:
        Promise.objects.filter(pk=one.promise, kept_by=None, settled_on=None).update(
            kept_by_id=one.by, kept_words=shorten(one.words, SHORT)
        )


def part_from_letters(viewer: Viewer, letters: Sequence[uuid.UUID]) -> None:
    """Before letters go: suggestions go with them, what was accepted stays, what was dismissed loses its words."""
    for some in in_slices(letters, SLICE):
        for model in (Promise, Need, Offer):
            said = model.objects.filter(interaction_id__in=some)
            said.filter(state=HelpState.DISMISSED).update(**_empty(model))
            _remove(model, list(said.filter(state=HelpState.SUGGESTED, touched_at=None).values_list("pk", flat=True)))
            said.update(interaction=None, intake=None)
        HelpAsked.objects.filter(interaction_id__in=some, touched_at=None).delete()
        HelpAsked.objects.filter(interaction_id__in=some).update(interaction=None, intake=None)
        Promise.objects.filter(kept_by_id__in=some).update(kept_by=None, kept_words="")


def hand_on(viewer: Viewer, letters: Mapping[uuid.UUID, uuid.UUID | None]) -> None:
    """These letters are another intake's from now on, or none's, and what was found in them as well."""
    for letter, intake in letters.items():
        for model in (Promise, Need, Offer, HelpAsked):
            model.objects.filter(interaction_id=letter).update(intake_id=intake)


def part_from_people(viewer: Viewer, intake: Intake, people: Sequence[uuid.UUID]) -> None:
    """Before these people go with an intake: the keys of what was dismissed are kept with it."""
    kept = intake.options.setdefault(DISMISSED, [])
    for some in in_slices(people, SLICE):
        for model in (Promise, Need, Offer):
            said = model.objects.filter(person_id__in=some, key__isnull=False)
            keys = said.filter(state=HelpState.DISMISSED).values_list("key", flat=True)
            kept += [bytes(key).hex() for key in keys if key]
            said.delete()
    if not kept:
        del intake.options[DISMISSED]


def _remove(model: Told, keys: list[uuid.UUID]) -> None:
    if model is not Promise:
        Match.objects.filter(**{f"{model.__name__.lower()}_id__in": keys}).delete()
    model.objects.filter(pk__in=keys).delete()


def _empty(model: Told) -> dict[str, Any]:
    return _EMPTY | ({"due_on": None, "due_words": "", "kept_by": None, "kept_words": ""} if model is Promise else {})


def _bytes(key: uuid.UUID | None) -> bytes | None:
    return key.bytes if key else None
