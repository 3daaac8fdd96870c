"""Address-book cards into people: whoever is known already by an address is met again, with what the card adds.

A card is the owner's word: who stands in their address book is kept, and no count takes them out again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from amity.actions.address_book import Holder
from amity.actions.bringing import Bringing, Tally
from amity.actions.changes import Recorder
from amity.actions.intake_changes import names_card, names_intake
from amity.actions.sightings import note_sightings
from amity.actions.take_in_again import Met, bring_up_to_date, earlier_version, sort_out
from amity.actions.take_in_card_rows import add_circles, add_facts, add_handles, add_photo, columns_of
from amity.judgement.keeping import UPDATED_CARD
from amity.judgement.names_alike import DIFFERENT, Alike, compare, plain_name
from amity.judgement.vocabulary import HandleKind, Shape
from amity.lib.text import clean
from amity.records.bulk import as_uuid
from amity.records.models import Card, Person
from amity.sources.found import FoundHandle, FoundPerson

CARD = "card"
OWN_CARD = "Your own card."
GROUP = "A group of people in your address book."
IN_BOOK = "They are in your address book."


@dataclass(frozen=True, slots=True)
class CardsSeen:
    """Of some cards, how many would come in new, are here already, would be brought up to date, are the owner's own."""

    new: int
    there: int
    changed: int
    own: int


def take_in_cards(run: Bringing, found: Sequence[FoundPerson], tally: Tally) -> None:
    """Store what is new of a chunk of cards; inside the scope and the transaction of the caller."""
    if not found:
        return
    met = _sorted_out(run, found)
    note_sightings(run, CARD, [row.pk.bytes for row in met.known if row.intake_id != run.intake])
    tally.add("cards_found", len(found))
    tally.add("cards_there", met.there)
    tally.add("cards_new", 0)  # told of every reading of cards, as "cards_there" is
    for row, card in met.changed:
        bring_up_to_date(run, row, card, tally)
    for card in met.fresh:
        _take_one(run, card, tally)


def cards_looked_at(run: Bringing, found: Sequence[FoundPerson]) -> CardsSeen:
    """What of a sample of cards would come. Stores nothing."""
    met = _sorted_out(run, found)
    fresh = [card for card in met.fresh if not _is_own(run, card)]
    own = len(met.fresh) - len(fresh)
    changed = len(met.changed) + sum(_earlier(run, card, _whose(run, card)) is not None for card in fresh)
    return CardsSeen(len(found) - met.there - changed - own, met.there, changed, own)


def _sorted_out(run: Bringing, found: Sequence[FoundPerson]) -> Met:
    met = sort_out(run, found)
    for kind in HandleKind:
        cards = [*met.fresh, *(card for _, card in met.changed)]
        run.book.load(kind.value, [h.value for card in cards for h in card.handles if h.kind is kind])
    return met


def _take_one(run: Bringing, card: FoundPerson, tally: Tally) -> None:
    if _is_own(run, card):
        tally.leave(OWN_CARD, card.name.shown)
        tally.add("aside")
        return
    person = _whose(run, card)
    if earlier := _earlier(run, card, person):
        note_sightings(run, CARD, [earlier.pk.bytes])
        bring_up_to_date(run, earlier, card, tally)
        return
    tally.add("cards_new")
    key, is_known = as_uuid(next(run.keys)), person is not None
    recorder = Recorder(run.viewer, [names_intake(run.intake), names_card(key)])
    if person is None:
        person = _make(run, card, tally)
    else:
        _improve(run, recorder, person, card)
    row = Card(id=key, person=person, key=card.key, verbatim=clean(card.verbatim), intake_id=run.intake)
    row.save(force_insert=True)
    add_handles(run, recorder, person, card)
    if is_known:
        tally.changes.append(recorder.note(UPDATED_CARD, f"Read a card of {person.name}.", about=person.pk).pk)
    add_facts(run, row, card.facts)
    add_circles(run, person, card.circles)
    add_photo(run, person, card, tally)


def _is_own(run: Bringing, card: FoundPerson) -> bool:
    """Whether a card names no mail address but the owner's. A number beside it is theirs too."""
    mails = [handle.value for handle in card.handles if handle.kind is HandleKind.MAIL]
    return bool(mails) and all(value in run.own for value in mails)


def _earlier(run: Bringing, card: FoundPerson, person: Person | None) -> Card | None:
    return earlier_version(run, person, card) if person else None


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
        **columns_of(card),
    )
    person.save(force_insert=True)
    tally.add("people")
    return person


def _improve(run: Bringing, recorder: Recorder, person: Person, card: FoundPerson) -> None:
    """Somebody met in letters before: the card's name stands from now on, unless the owner wrote one themselves."""
    told = {name: value for name, value in columns_of(card).items() if value not in ("", None)}
    by_hand_or_card = person.touched_at is not None or person.chosen_at is not None
    values = {name: value for name, value in told.items() if not by_hand_or_card or getattr(person, name) in ("", None)}
    if person.chosen_at is None and card.shape is not Shape.GROUP:
        values |= {"kept_at": person.kept_at or run.now, "chosen_at": run.now, "standing": IN_BOOK, "aside": False}
    recorder.set(person, **values)
