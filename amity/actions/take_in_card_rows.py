"""What a card tells, as rows: names, addresses, facts, circles and a face; what is here already is not doubled."""

from collections.abc import Sequence
from typing import Any

from amity.actions.bringing import Bringing, Tally
from amity.actions.changes import Recorder
from amity.formats.names import sort_name
from amity.formats.pictures import face
from amity.lib.text import clean, fold
from amity.records import fulltext
from amity.records.bulk import bulk_load
from amity.records.documents import new_docids
from amity.records.models import Card, Circle, Fact, Handle, InCircle, Person, Photo
from amity.records.people import NAME_LENGTH
from amity.sources.found import FoundFact, FoundPerson, Problem

SOURCE = "contacts card"
LABEL, KIND, CIRCLE, SHOWN = 60, 40, 60, 320  # characters of columns


def columns_of(card: FoundPerson) -> dict[str, Any]:
    """The columns of a person that a card speaks of."""
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


def add_handles(run: Bringing, recorder: Recorder, person: Person, card: FoundPerson) -> None:
    """Addresses that the person has not got yet; a known one learns how the card writes it."""
    run.book.store()
    there = set(Handle.objects.filter(person=person).values_list("kind", "value"))
    for handle in card.handles:
        if (handle.kind.value, handle.value) in there or handle.value in run.own:
            continue
        there.add((handle.kind.value, handle.value))
        run.book.add(person.pk.bytes, person.name, handle.kind.value, handle.value)
    run.book.store()
    plain = {(row.kind, row.value): row for row in Handle.objects.filter(person=person, shown="", label="")}
    for handle in card.handles:
        if row := plain.get((handle.kind.value, handle.value)):
            recorder.set(row, shown=clean(handle.shown)[:SHOWN], label=clean(handle.label)[:LABEL])


def add_facts(run: Bringing, card: Card, facts: Sequence[FoundFact]) -> None:
    """Facts of a card that nothing here says yet."""
    said = Fact.objects.filter(person_id=card.person_id).values_list("kind", "text")
    there = {(kind, fold(text)) for kind, text in said}
    rows = []
    for fact in facts:
        text = clean(fact.text)
        if (fact.kind, fold(text)) in there:
            continue
        there.add((fact.kind, fold(text)))
        rows.append(
            (
                next(run.keys),
                run.viewer.network.bytes,
                card.person_id.bytes,
                fact.kind[:KIND],
                clean(fact.label)[:LABEL],
                text,
                fact.noted_on,
                (fact.source or SOURCE)[:LABEL],
                card.pk.bytes,
                run.intake.bytes,
            )
        )
    columns = ("id", "network_id", "person_id", "kind", "label", "text", "noted_on", "source", "card_id", "intake_id")
    bulk_load(Fact, columns, rows)
    places = zip(new_docids(run.now, len(rows)), rows, strict=True)
    fulltext.add_said([(docid, row[1], "fact", row[0], f"{row[4]} {row[5]}".strip()) for docid, row in places])


def add_circles(run: Bringing, person: Person, names: Sequence[str]) -> None:
    """Put somebody into circles of these names, made where there are none."""
    for written in names:
        name = clean(written)[:CIRCLE].strip()
        if not name:
            continue
        circle = Circle.objects.filter(name__iexact=name).first()
        if circle is None:
            circle = Circle(name=name, position=Circle.objects.count(), intake_id=run.intake)
            circle.save(force_insert=True)
        if not InCircle.objects.filter(circle=circle, person=person).exists():
            InCircle(circle=circle, person=person, intake_id=run.intake).save(force_insert=True)


def add_photo(run: Bringing, person: Person, card: FoundPerson, tally: Tally) -> None:
    """The face on a card, decoded and written anew."""
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
