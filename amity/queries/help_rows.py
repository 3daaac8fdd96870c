"""Rows of needs, offers and matches, as every page about help shows them."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import F, Q, QuerySet

from amity.formats.names import first_name
from amity.judgement.help_states import is_stale, need_now, offer_now
from amity.judgement.telling import noted_words
from amity.judgement.vocabulary import HelpState
from amity.judgement.wording import capital
from amity.lib.viewer import Viewer
from amity.queries.match_rows import By, MatchRow, matches
from amity.queries.snippets import Pieces
from amity.records.models import Need, Offer

MOST_MATCHES = 5  # people shown for one need
T = TypeVar("T", Need, Offer)


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A need or an offer.

    when      "20 June"; where "Your note, 20 June"
    now       "Open since 20 June", "Perhaps no longer so: last heard of 5 months ago", "Met on 3 October"
    sentence  the words that show it in pieces, the telling phrase marked; () when there are none
    reason    of a suggestion: why it looks like one
    matches   of a need who may help, of an offer the needs that it may meet
    """

    id: uuid.UUID
    person_id: uuid.UUID
    name: str
    called: str
    language: str
    pronouns: str
    what: str
    when: str
    where: str
    now: str
    state: HelpState
    is_stale: bool
    said_on: date | None
    sentence: Pieces
    reason: str
    interaction_id: uuid.UUID | None
    private: bool
    matches: tuple[MatchRow, ...]


class NeedRow(ToldRow):
    """A need."""

    __slots__ = ()


class OfferRow(ToldRow):
    """An offer."""

    __slots__ = ()


R = TypeVar("R", NeedRow, OfferRow)


def seen_by(viewer: Viewer, prefix: str = "") -> Q:
    """What is private to nobody, or to the viewer."""
    return Q(**{f"{prefix}private_to": None}) | Q(**{f"{prefix}private_to": viewer.member})


def of_people_here(prefix: str = "") -> Q:
    """Of people neither in the bin nor one with somebody else."""
    return Q(**{f"{prefix}person__trashed_at": None, f"{prefix}person__merged_into": None})


def needs_here(viewer: Viewer) -> QuerySet[Need]:
    """The needs that the viewer may see, of people who are here."""
    return Need.objects.filter(seen_by(viewer), of_people_here()).select_related("person")


def offers_here(viewer: Viewer) -> QuerySet[Offer]:
    """The offers that the viewer may see, of people who are here."""
    return Offer.objects.filter(seen_by(viewer), of_people_here()).select_related("person")


def need_rows(viewer: Viewer, needs: Sequence[Need], on: date) -> tuple[NeedRow, ...]:
    """Needs as rows, with the people who may help."""
    by_need: defaultdict[uuid.UUID, list[MatchRow]] = defaultdict(list)
    for match in matches(viewer, on, By.NEED, [need.pk for need in needs]):
        by_need[match.need_id].append(match)
    return tuple(
        _told_row(NeedRow, need, need_now(need.state, _heard_on(need), need.settled_on, on), by_need[need.pk], on)
        for need in needs
    )


def offer_rows(viewer: Viewer, offers: Sequence[Offer], on: date) -> tuple[OfferRow, ...]:
    """Offers as rows, with the needs they may meet."""
    by_offer: defaultdict[uuid.UUID | None, list[MatchRow]] = defaultdict(list)
    for match in matches(viewer, on, By.OFFER, [offer.pk for offer in offers]):
        by_offer[match.offer_id].append(match)
    return tuple(
        _told_row(
            OfferRow, offer, offer_now(offer.state, _heard_on(offer), offer.settled_on, on), by_offer[offer.pk], on
        )
        for offer in offers
    )


def _told_row(kind: type[R], row: Need | Offer, now: str, found: Sequence[MatchRow], on: date) -> R:
    person = row.person
    return kind(
        id=row.pk,
        person_id=person.pk,
        name=person.name,
        called=person.called or first_name(person.name),
        language=person.language,
        pronouns=person.pronouns,
        what=row.what,
        when=capital(noted_words("", row.said_on, on)),
        where=capital(noted_words(row.source, row.said_on, on)),
        now=now,
        state=HelpState(row.state),
        is_stale=is_stale(row.state, _heard_on(row), on),
        said_on=row.said_on,
        sentence=in_pieces(row.sentence, row.mark_start, row.mark_end),
        reason=row.reason,
        interaction_id=row.interaction_id,
        private=row.private_to is not None,
        matches=tuple(found[:MOST_MATCHES]),
    )


def in_pieces(sentence: str, start: int | None, end: int | None) -> Pieces:
    """A sentence cut where its telling phrase begins and ends."""
    if start is None or end is None or not 0 <= start < end <= len(sentence):
        return ((sentence, False),) if sentence else ()
    pieces = ((sentence[:start], False), (sentence[start:end], True), (sentence[end:], False))
    return tuple(piece for piece in pieces if piece[0])


def _heard_on(row: Need | Offer) -> date | None:
    return row.confirmed_on or row.said_on


def newest_first(rows: QuerySet[T], most: int) -> list[T]:
    """At most `most` rows, what was said last first; what has no day last."""
    return list(rows.order_by(F("said_on").desc(nulls_last=True), "-pk")[:most])
