"""A card met again with other words: what is known follows it, but for what the owner wrote themselves.

IDENTITY  a card is its UID. One without is the card of the same person of which at least half the lines still stand.
NEWEST    the card read last, unless its own REV says that it is the older of the two.
Three versions are held against each other: what the card said, what it says now, and what stands here. Where what
stands here is what the card said, it becomes what the card says now; where it is something else, it is the owner's.
"""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from amity.actions.bringing import Bringing, Tally
from amity.actions.changes import Recorder
from amity.actions.intake_changes import names_intake
from amity.actions.take_in_card_rows import LABEL, add_circles, add_handles, add_photo, columns_of
from amity.actions.take_in_facts import follow_facts
from amity.formats.pictures import face
from amity.formats.vcard import NotAVCard, parse
from amity.judgement.keeping import UPDATED_CARD
from amity.lib.text import clean, fold
from amity.records.bulk import in_slices
from amity.records.models import Card, Handle, InCircle, Participant, Person, Photo, Sighting
from amity.sources.found import FoundHandle, FoundPerson
from amity.sources.vcf.person import person_of

SAME_LINES = 0.5  # of an earlier card without a UID: from so many that still stand, another text is the same card
_UID = re.compile(r"^(?:[^\s.:;]+\.)?UID[ \t]*[;:]", re.IGNORECASE | re.MULTILINE)
_REVISED = re.compile(r"^(?:[^\s.:;]+\.)?REV[ \t]*(?:;[^:\r\n]*)?:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_TO_THE_SECOND = 14  # digits: 2026-05-01T10:00:00Z
_PROGRAM = re.compile(r"(?:VERSION|PRODID)[ \t]*[;:]", re.IGNORECASE)
# Whom a card is about stands on every version and on other programs' cards of them: it tells nothing here.
_SAYS_NOTHING = re.compile(r"(?:[^\s.:;]+\.)?(?:BEGIN|END|VERSION|PRODID|REV|N|FN)[ \t]*[;:]", re.IGNORECASE)
_ONE_THOUGHT = (
    ("name", "given", "family", "latin", "sort_name"),
    ("called",),
    ("pronouns",),
    ("born_year", "born_month", "born_day"),
)


@dataclass(frozen=True, slots=True)
class Met:
    """Cards of a chunk: `fresh` by their key, `changed` with the row of the version that is here, the rest counted."""

    fresh: list[FoundPerson]
    changed: list[tuple[Card, FoundPerson]]
    there: int
    known: list[Card]


def sort_out(run: Bringing, found: Sequence[FoundPerson]) -> Met:
    """Hold cards against those that are here. Of a card that stands twice in one intake, the first counts."""
    first = {card.key: card for card in reversed(found)}
    known: dict[bytes, Card] = {}
    changed = []
    for some in in_slices(list(first)):
        rows = list(Card.objects.filter(key__in=some).select_related("person"))
        seen = seen_by(run, rows)
        for row in rows:
            key = bytes(row.key)
            known[key] = row
            if row.pk not in seen and _is_newer(first[key].verbatim, row.verbatim):
                changed.append((row, first[key]))
    fresh = [card for card in found if card.key not in known and first[card.key] is card]
    return Met(fresh, changed, len(found) - len(fresh) - len(changed), list(known.values()))


def earlier_version(run: Bringing, person: Person, card: FoundPerson) -> Card | None:
    """The card without a UID of which this one, without a UID too, is a later state."""
    if _UID.search(card.verbatim):
        return None
    rows = [row for row in Card.objects.filter(person=person) if row.verbatim and not _UID.search(row.verbatim)]
    seen = seen_by(run, rows)
    shares = [(_share(row.verbatim, card.verbatim), row) for row in rows if row.pk not in seen]
    best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= SAME_LINES else None


def seen_by(run: Bringing, rows: Sequence[Card]) -> set[uuid.UUID]:
    """Of these cards, those that this intake met or brought: in one intake a card is read once."""
    keys = [row.pk for row in rows]
    noted = Sighting.objects.filter(intake_id=run.intake, row__in=keys).values_list("row", flat=True)
    return set(noted) | {row.pk for row in rows if row.intake_id == run.intake}


def bring_up_to_date(run: Bringing, row: Card, card: FoundPerson, tally: Tally) -> None:
    """Let what is known follow the newer text of a card; noted, so that it goes back with the intake."""
    person, was = row.person, read_again(row.verbatim)
    recorder = Recorder(run.viewer, [names_intake(run.intake)])
    recorder.set(row, key=card.key, verbatim=clean(card.verbatim))
    if was is not None:
        beside = _cards_beside(row)
        _follow_columns(run, recorder, person, was, card)
        _follow_handles(run, recorder, person, (was, card), beside)
        follow_facts(run, recorder, row, (was, card), beside)
        _follow_circles(run, recorder, person, (was, card), beside)
        _follow_photo(run, recorder, person, (was, card), tally)
    change = recorder.note(UPDATED_CARD, f"Brought the card of {person.name} up to date.", about=person.pk)
    tally.changes.append(change.pk)
    tally.add("cards_changed")


def read_again(verbatim: str) -> FoundPerson | None:
    """What a kept card says; None where it says nothing."""
    try:
        return person_of(parse(verbatim), verbatim, "")
    except NotAVCard:
        return None


def _is_newer(text: str, here: str) -> bool:
    if clean(text).split() == here.split():
        return False
    revised, revised_here = _revised(text), _revised(here)
    return not (revised and revised_here) or revised >= revised_here


def _revised(text: str) -> str:
    """When a card was last changed, as digits, or "". RFC 6350 6.7.4: in UTC."""
    found = _REVISED.search(text)
    digits = re.sub(r"\D", "", found[1]) if found else ""
    return digits[:_TO_THE_SECOND].ljust(_TO_THE_SECOND, "0") if digits else ""


def _share(earlier: str, later: str) -> float:
    """How many of the earlier card's lines stand in the later; 0 where another program wrote it."""
    if _lines(earlier, _PROGRAM) != _lines(later, _PROGRAM):
        return 0.0
    before, after = ({*text.splitlines()} - _lines(text, _SAYS_NOTHING) for text in (earlier, later))
    # a picture's many lines would outweigh all others
    before, after = ({line for line in some if ":" in line and line[:1].strip()} for some in (before, after))
    return len(before & after) / len(before) if before else 0.0


def _lines(text: str, kind: re.Pattern[str]) -> set[str]:
    return {line for line in text.splitlines() if kind.match(line)}


def _cards_beside(row: Card) -> list[FoundPerson]:
    """What the person's other cards say: it stays, whatever this one does not say any more."""
    others = Card.objects.filter(person_id=row.person_id).exclude(pk=row.pk).values_list("verbatim", flat=True)
    return [card for card in map(read_again, others) if card]


def _follow_columns(run: Bringing, recorder: Recorder, person: Person, was: FoundPerson, card: FoundPerson) -> None:
    said, says = columns_of(was), columns_of(card)
    values: dict[str, Any] = {}
    for thought in _ONE_THOUGHT:
        told = thought[:1] if thought[0] == "name" else thought  # the parts of a name follow its whole
        if all(getattr(person, name) == said[name] for name in told):
            values |= {name: says[name] for name in thought if said[name] != says[name]}
    if values:
        recorder.set(person, **values)
        run.book.rename(person.pk.bytes, person.name)


Versions = tuple[FoundPerson, FoundPerson]  # of one card: what it said, what it says now


def _follow_handles(
    run: Bringing, recorder: Recorder, person: Person, versions: Versions, beside: Sequence[FoundPerson]
) -> None:
    run.book.store()
    was, card = versions
    kept = {(h.kind, h.value) for other in (card, *beside) for h in other.handles}
    for handle in was.handles:
        if (handle.kind, handle.value) not in kept:
            _take_away(run, recorder, person, handle)
    said = {(handle.kind, handle.value): handle for handle in was.handles}
    for handle in card.handles:
        if before := said.get((handle.kind, handle.value)):
            _relabel(recorder, person, before, handle)
    add_handles(run, recorder, person, card)


def _take_away(run: Bringing, recorder: Recorder, person: Person, handle: FoundHandle) -> None:
    """Only what stood on the card alone: an address of letters still says who wrote them."""
    row = Handle.objects.filter(person=person, kind=handle.kind.value, value=handle.value, touched_at=None).first()
    if row is None or row.names or Participant.objects.filter(person=person, handle=row).exists():
        return
    recorder.remove(row)
    run.book.drop(row.kind, row.value, person.pk.bytes)
    left = list(Handle.objects.filter(kind=row.kind, value=row.value)[:2])
    if len(left) == 1:
        recorder.set(left[0], shared=False)


def _relabel(recorder: Recorder, person: Person, before: FoundHandle, handle: FoundHandle) -> None:
    label, label_before = clean(handle.label)[:LABEL], clean(before.label)[:LABEL]
    if label == label_before:
        return
    rows = Handle.objects.filter(person=person, kind=handle.kind.value, value=handle.value, touched_at=None)
    for row in rows.filter(label=label_before):
        recorder.set(row, label=label)


def _follow_circles(
    run: Bringing, recorder: Recorder, person: Person, versions: Versions, beside: Sequence[FoundPerson]
) -> None:
    was, card = versions
    kept = {fold(name) for other in (card, *beside) for name in other.circles}
    said = {fold(name) for name in was.circles}
    brought = InCircle.objects.filter(person=person, intake__isnull=False).select_related("circle")
    recorder.remove_many([row for row in brought if fold(row.circle.name) in said - kept])
    add_circles(run, person, [name for name in card.circles if fold(name) not in said])


def _follow_photo(run: Bringing, recorder: Recorder, person: Person, versions: Versions, tally: Tally) -> None:
    was, card = versions
    photos = list(Photo.objects.filter(person=person))
    if was.photo == card.photo or any(photo.intake_id is None for photo in photos):
        return
    before = face(was.photo.content) if was.photo else None
    recorder.remove_many([photo for photo in photos if before and bytes(photo.digest) == before.digest])
    add_photo(run, person, card, tally)
