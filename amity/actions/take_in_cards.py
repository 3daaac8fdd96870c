"""Address-book cards into people: whoever is known already by an address is met again, with what the card adds.

A card is the owner's word: who stands in their address book is kept, and no count takes them out again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from amity.actions.address_book import Holder
from amity.actions.bringing import Bringing, Tally
from amity.actions.sightings import note_sightings
from amity.formats.names import sort_name
from amity.formats.pictures import face
from amity.judgement.names_alike import DIFFERENT, Alike, compare, plain_name
from amity.judgement.vocabulary import HandleKind, Shape
from amity.lib.text import clean, fold
from amity.records import fulltext
from amity.records.bulk import as_bytes, as_uuid, bulk_load, in_slices, marks, select, stored_key
from amity.records.documents import new_docid
from amity.records.models import Card, Circle, Fact, Handle, InCircle, Person, Photo
from amity.records.people import NAME_LENGTH
from amity.sources.found import FoundHandle, FoundPerson, Problem

CARD = "card"
SOURCE = "contacts card"
GROUP = "A group of people in your address book."
IN_BOOK = "They are in your address book."
LABEL, KIND, CIRCLE = 60, 40, 60  # characters of columns


@dataclass(slots=True)
class _Rows:
    cards: list[tuple[Any, ...]] = field(default_factory=list)
    facts: list[tuple[Any, ...]] = field(default_factory=list)


def take_in_cards(run: Bringing, found: Sequence[FoundPerson], tally: Tally) -> None:
    """Store what is new of a chunk of cards; inside the scope and the transaction of the caller."""
    if not found:
        return
    fresh = _not_yet_here(run, found, tally)
    for kind in HandleKind:
        run.book.load(kind.value, [h.value for card in fresh for h in card.handles if h.kind is kind])
    for card in fresh:
        _take_one(run, card, tally)
    tally.add("cards_new", len(fresh))


def _not_yet_here(run: Bringing, found: Sequence[FoundPerson], tally: Tally) -> list[FoundPerson]:
    there: dict[bytes, tuple[Any, Any]] = {}
    for some in in_slices([card.key for card in found]):
        rows = select(
            f"SELECT key, id, intake_id FROM records_card WHERE network_id = %s AND key IN ({marks(len(some))})",
            [stored_key(run.viewer.network), *some],
        )
        there |= {bytes(key): (row, intake) for key, row, intake in rows}
    ours = run.intake.bytes
    note_sightings(run, CARD, [as_bytes(row) for row, by in there.values() if by is None or as_bytes(by) != ours])
    fresh = {card.key: card for card in reversed(found) if card.key not in there}
    tally.add("cards_found", len(found))
    tally.add("cards_there", len(found) - len(fresh))
    return [card for card in found if fresh.get(card.key) is card]


def _take_one(run: Bringing, card: FoundPerson, tally: Tally) -> None:
    if not any(handle.value not in run.own for handle in card.handles) and card.handles:
        tally.leave("Your own card.", card.name.shown)
        tally.add("aside")
    person = _whose(run, card)
    if person is None:
        person = _make(run, card, tally)
    else:
        _improve(run, person, card)
    key = next(run.keys)
    row = Card(id=as_uuid(key), person=person, key=card.key, verbatim=clean(card.verbatim), intake_id=run.intake)
    row.save(force_insert=True)
    _add_handles(run, person, card)
    _add_facts(run, person, card, row)
    _add_circles(run, person, card)
    _add_photo(run, person, card, tally)


def _whose(run: Bringing, card: FoundPerson) -> Person | None:
    """Somebody who has one of the card's addresses and may have its name. Nothing else joins two by itself."""
    for handle in card.handles:
        for holder in run.book.holders(handle.kind.value, handle.value):
            if handle.value not in run.own and _may_be(handle, holder, card.name.shown):
                run.book.store()
                person = Person.objects.filter(pk=as_uuid(holder.person), merged_into=None).first()
                if person is not None and person.shape == card.shape.value:
                    return person
    return None


def _may_be(handle: FoundHandle, holder: Holder, name: str) -> bool:
    if handle.kind is HandleKind.WEB:
        return False  # the page of a firm stands on the cards of all who work there
    alike = compare(plain_name(holder.person_name), plain_name(name))
    if handle.kind is HandleKind.PHONE:
        # a number in common is a household or an office more often than one person: the names must agree as well
        return alike not in DIFFERENT and alike not in (Alike.UNKNOWN, Alike.HALF)
    # the other way round, nobody can tell which of them is the given name: the owner is asked
    return alike not in (Alike.GIVEN_DIFFERS, Alike.SWAPPED)


def _make(run: Bringing, card: FoundPerson, tally: Tally) -> Person:
    is_group = card.shape is Shape.GROUP
    person = Person(
        id=as_uuid(next(run.keys)),
        shape=card.shape.value,
        kept_at=None if is_group else run.now,
        chosen_at=None if is_group else run.now,
        aside=is_group,
        standing=GROUP if is_group else IN_BOOK,
        intake_id=run.intake,
        **_told(card),
    )
    person.save(force_insert=True)
    tally.add("people")
    return person


def _told(card: FoundPerson) -> dict[str, Any]:
    name, born = card.name, card.birthday
    shown = clean(name.shown)[:NAME_LENGTH]
    return {
        "name": shown,
        "given": clean(name.given)[:NAME_LENGTH],
        "family": clean(name.family)[:NAME_LENGTH],
        "called": clean(name.called)[:NAME_LENGTH],
        "latin": clean(name.latin)[:NAME_LENGTH],
        "sort_name": sort_name(shown)[:NAME_LENGTH],
        "pronouns": clean(card.pronouns)[:40],
        "born_year": born.year if born else None,
        "born_month": born.month if born else None,
        "born_day": born.day if born else None,
    }


def _improve(run: Bringing, person: Person, card: FoundPerson) -> None:
    """Somebody met in letters before: the card's name stands from now on, unless the owner wrote one themselves."""
    told = {name: value for name, value in _told(card).items() if value not in ("", None)}
    by_hand_or_card = person.touched_at is not None or person.chosen_at is not None
    for name, value in told.items():
        if not by_hand_or_card or getattr(person, name) in ("", None):
            setattr(person, name, value)
    if person.chosen_at is None and card.shape is not Shape.GROUP:
        person.kept_at = person.kept_at or run.now
        person.chosen_at = run.now
        person.standing, person.aside = IN_BOOK, False
        told |= {"kept_at": None, "chosen_at": None, "standing": None, "aside": None}
    person.save(update_fields=list(told))


def _add_handles(run: Bringing, person: Person, card: FoundPerson) -> None:
    run.book.store()
    there = set(Handle.objects.filter(person=person).values_list("kind", "value"))
    for handle in card.handles:
        if (handle.kind.value, handle.value) in there or handle.value in run.own:
            continue
        there.add((handle.kind.value, handle.value))
        run.book.add(person.pk.bytes, person.name, handle.kind.value, handle.value)
    run.book.store()
    for handle in card.handles:
        rows = Handle.objects.filter(person=person, kind=handle.kind.value, value=handle.value, shown="", label="")
        rows.update(shown=clean(handle.shown)[:320], label=clean(handle.label)[:LABEL])


def _add_facts(run: Bringing, person: Person, card: FoundPerson, row: Card) -> None:
    there = {(kind, fold(text)) for kind, text in Fact.objects.filter(person=person).values_list("kind", "text")}
    rows = []
    for fact in card.facts:
        text = clean(fact.text)
        if (fact.kind, fold(text)) in there:
            continue
        there.add((fact.kind, fold(text)))
        rows.append(
            (
                next(run.keys),
                run.viewer.network.bytes,
                person.pk.bytes,
                fact.kind[:KIND],
                clean(fact.label)[:LABEL],
                text,
                fact.noted_on,
                (fact.source or SOURCE)[:LABEL],
                row.pk.bytes,
                run.intake.bytes,
            )
        )
    columns = ("id", "network_id", "person_id", "kind", "label", "text", "noted_on", "source", "card_id", "intake_id")
    bulk_load(Fact, columns, rows)
    fulltext.add_said([(new_docid(run.now), row[1], "fact", row[0], f"{row[4]} {row[5]}".strip()) for row in rows])


def _add_circles(run: Bringing, person: Person, card: FoundPerson) -> None:
    for name in card.circles:
        name = clean(name)[:CIRCLE].strip()
        if not name:
            continue
        circle = Circle.objects.filter(name__iexact=name).first()
        if circle is None:
            circle = Circle(name=name, position=Circle.objects.count(), intake_id=run.intake)
            circle.save(force_insert=True)
        if not InCircle.objects.filter(circle=circle, person=person).exists():
            InCircle(circle=circle, person=person, intake_id=run.intake).save(force_insert=True)


def _add_photo(run: Bringing, person: Person, card: FoundPerson, tally: Tally) -> None:
    if card.photo is None:
        return
    picture = face(card.photo.content)
    if picture is None:
        tally.missed(Problem(card.where, "Its photo cannot be read; the rest of the card is kept.", kept=True))
        return
    if not Photo.objects.filter(person=person, digest=picture.digest).exists():
        Photo(
            person=person,
            content=picture.content,
            media_type=picture.media_type,
            digest=picture.digest,
            intake_id=run.intake,
        ).save(force_insert=True)
