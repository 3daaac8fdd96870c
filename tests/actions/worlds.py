"""One of everything an action can be about, in one network."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from amity.judgement.vocabulary import Channel, Direction, HandleKind, HelpState, PromiseState
from amity.lib.viewer import Viewer
from amity.records.models import (
    Fact,
    Handle,
    HelpAsked,
    Interaction,
    Likeness,
    Match,
    Need,
    Offer,
    OwnAddress,
    Person,
    Promise,
    Relationship,
)
from amity.records.sameness import LikenessState
from amity.records.scope import scope_of
from tests.conftest import NOW, TODAY, happened, in_circle, known, settle, someone

T = TypeVar("T", Need, Offer)


@dataclass(frozen=True)
class World:
    """Keys of rows of one network, by what they stand for."""

    person: uuid.UUID
    other: uuid.UUID
    candidate: uuid.UUID
    trashed_person: uuid.UUID
    circle: uuid.UUID
    handle: uuid.UUID
    fact: uuid.UUID
    trashed_fact: uuid.UUID
    note: uuid.UUID
    trashed_note: uuid.UUID
    relationship: uuid.UUID
    own_address: uuid.UUID
    promise: uuid.UUID  # open, typed
    found_promise: uuid.UUID  # suggested
    asked_promise: uuid.UUID  # open, found, and a later letter looks like it kept
    kept_promise: uuid.UUID
    need: uuid.UUID  # open, typed, of `person`
    found_need: uuid.UUID  # suggested
    met_need: uuid.UUID
    offer: uuid.UUID  # open, typed, of `other`
    found_offer: uuid.UUID  # suggested
    taken_offer: uuid.UUID
    match: uuid.UUID  # suggested: the offer may meet the need
    asked: uuid.UUID  # that the owner asked `person` how to help


def a_world(viewer: Viewer, person: Person, other: Person, candidate: Person) -> World:
    """The three people, and beside them one of everything."""
    circle = in_circle(viewer, person, "Choir", "r-class")
    gone = someone(viewer, "Fay Oduya", "fay@oduya.example", trashed_at=NOW)
    fact = known(viewer, person, "cares_about", "Sings alto.")
    trashed_fact = known(viewer, person, "cares_about", "Keeps bees.")
    note = happened(viewer, person, 20, Channel.NOTE, Direction.BOTH, text="Ask about the concert.", counts=False)
    trashed_note = happened(viewer, person, 21, Channel.NOTE, Direction.BOTH, text="Old news.", counts=False)
    with scope_of(viewer):
        Fact.objects.filter(pk=trashed_fact.pk).update(trashed_at=NOW)
        Interaction.objects.filter(pk=trashed_note.pk).update(trashed_at=NOW)
        relationship = Relationship.objects.create(person=person, other=other, kind="cousin of")
        first, second = sorted((person.pk, other.pk))
        Likeness.objects.create(
            person_id=first, other_id=second, weight=3.0, state=LikenessState.SUGGESTED, made_at=NOW
        )
        handle = Handle.objects.get(person=person, kind=HandleKind.MAIL)
        own = OwnAddress.objects.create(member_id=viewer.member, value="old@fenn.example", reason="Sent ten letters.")
    promises = promises_of(viewer, person)
    helping = helping_of(viewer, person, other)
    for one in (person, other, candidate, gone):
        settle(viewer, one)
    return World(
        person.pk, other.pk, candidate.pk, gone.pk, circle.pk, handle.pk, fact.pk, trashed_fact.pk, note.pk,
        trashed_note.pk, relationship.pk, own.pk, *promises, *helping,
    )  # fmt: skip


def helping_of(viewer: Viewer, person: Person, other: Person) -> list[uuid.UUID]:
    """Needs of one and offers of the other, a match between them, and that the owner asked how to help."""
    found, met = {"state": HelpState.SUGGESTED}, {"state": HelpState.MET, "settled_on": TODAY - timedelta(days=5)}
    needs = [
        told(viewer, Need, person, "A plumber for a blocked drain").pk,
        told(viewer, Need, person, "Somebody to walk the dog", key=b"1" * 16, **found).pk,
        told(viewer, Need, person, "A tent for a weekend", **met).pk,
    ]
    offers = [
        told(viewer, Offer, other, "Heating and plumbing engineer, drains too").pk,
        told(viewer, Offer, other, "Walks dogs", key=b"1" * 16, **found).pk,
        told(viewer, Offer, other, "A spare tent", **met).pk,
    ]
    with scope_of(viewer):
        match = Match.objects.create(need_id=needs[0], offer_id=offers[0], person=other, closeness=0.5)
        asked = HelpAsked.objects.create(
            member_id=viewer.member, person=person, asked_on=TODAY - timedelta(days=200), answer="A lift, some day."
        )
    return [*needs, *offers, match.pk, asked.pk]


def told(viewer: Viewer, model: type[T], person: Person, what: str, **columns) -> T:
    """A need or an offer, open and said ten days ago unless `columns` say otherwise."""
    columns = {"state": HelpState.OPEN, "said_on": TODAY - timedelta(days=10), "source": "your note", **columns}
    with scope_of(viewer):
        return model.objects.create(member_id=viewer.member, person=person, what=what, **columns)


def promises_of(viewer: Viewer, person: Person) -> list[uuid.UUID]:
    """An open, a suggested, an asked about and a kept promise of the owner's, said ten days ago."""
    letter = happened(viewer, person, 2, Channel.MAIL, Direction.OUT, text="Here is the deck.")
    kept_by = {"kept_by": letter, "kept_words": "Here is the deck."}
    open_, kept = PromiseState.OPEN, PromiseState.KEPT
    return [
        a_promise(viewer, person, "Bring back the ladder").pk,
        a_promise(viewer, person, "Dig out the card", state=PromiseState.SUGGESTED, key=b"1" * 16).pk,
        a_promise(viewer, person, "Send the deck", state=open_, key=b"2" * 16, **kept_by).pk,
        a_promise(viewer, person, "Lend the press", state=kept, settled_on=TODAY - timedelta(days=5)).pk,
    ]


def a_promise(viewer: Viewer, person: Person, what: str, **columns) -> Promise:
    """A promise of the owner's, open and said ten days ago unless `columns` say otherwise."""
    columns = {"state": PromiseState.OPEN, "said_on": TODAY - timedelta(days=10), "source": "your mail", **columns}
    with scope_of(viewer):
        return Promise.objects.create(member_id=viewer.member, person=person, what=what, **columns)
