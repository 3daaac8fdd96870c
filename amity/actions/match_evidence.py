"""What may help with a need: open offers and facts of people who are here, as far as the viewer may see them."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from amity.actions.changes import slices
from amity.judgement.matching import NO_HELP_KINDS, could_help, searched_for
from amity.judgement.vocabulary import HelpState
from amity.lib.meaning import rarity
from amity.lib.viewer import Viewer
from amity.records.models import Fact, Need, Offer
from amity.records.scope import changes

MOST_BY_WORDS = 200  # facts with a rare word of one need


@dataclass(frozen=True, slots=True)
class Evidence:
    """An offer or a fact of a person, and what it is about."""

    person: uuid.UUID
    text: str
    vector: bytes
    offer: uuid.UUID | None = None
    fact: uuid.UUID | None = None


@changes
def of_offers(viewer: Viewer, offers: Sequence[Offer], vectors: Sequence[bytes]) -> list[Evidence]:
    """Offers that the viewer may see, of people who are here."""
    here = {
        key
        for some in slices([offer.pk for offer in offers])
        for key in Offer.objects.filter(
            _seen_by(viewer), pk__in=some, state=HelpState.OPEN, person__trashed_at=None, person__merged_into=None
        ).values_list("pk", flat=True)
    }
    return [
        Evidence(offer.person_id, offer.what, vector, offer=offer.pk)
        for offer, vector in zip(offers, vectors, strict=True)
        if offer.pk in here
    ]


@changes
def of_facts(viewer: Viewer, vectors: Mapping[uuid.UUID, bytes]) -> list[Evidence]:
    """Facts that the viewer may see and that may help somebody, of the owner's people."""
    return [
        Evidence(person, text, vectors[fact], fact=fact)
        for some in slices(list(vectors))
        for fact, person, kind, text in _facts_here(viewer)
        .filter(pk__in=some)
        .values_list("pk", "person_id", "kind", "text")
        if could_help(kind, text)
    ]


@changes
def facts_with_rare_words(viewer: Viewer, needs: Sequence[Need]) -> list[list[uuid.UUID]]:
    """For each need, the facts in which one of its rare words begins something, whatever they are about."""
    return [_with_words(viewer, searched_for(need.what, rarity)) for need in needs]


def _with_words(viewer: Viewer, words: Sequence[str]) -> list[uuid.UUID]:
    wanted = Q()
    for word in words:
        wanted |= Q(text__icontains=word)
    if not wanted:
        return []
    facts = _facts_here(viewer).filter(wanted).exclude(kind__in=NO_HELP_KINDS)
    return list(facts.values_list("pk", flat=True)[:MOST_BY_WORDS])


def _facts_here(viewer: Viewer) -> QuerySet[Fact]:
    return Fact.objects.filter(
        _seen_by(viewer),
        trashed_at=None,
        person__kept_at__isnull=False,
        person__trashed_at=None,
        person__merged_into=None,
    )


def seen_evidence(viewer: Viewer) -> Q:
    """Of matches: those whose offer or fact the viewer may see."""
    mine = viewer.member
    return (Q(offer=None) | Q(offer__private_to=None) | Q(offer__private_to=mine)) & (
        Q(fact=None) | Q(fact__private_to=None) | Q(fact__private_to=mine)
    )


def _seen_by(viewer: Viewer) -> Q:
    return Q(private_to=None) | Q(private_to=viewer.member)
