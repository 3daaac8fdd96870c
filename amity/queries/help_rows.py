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
from amity.judgement.matching import marked, match_words
from amity.judgement.telling import noted_words
from amity.judgement.vocabulary import HelpState, MatchState
from amity.judgement.wording import capital
from amity.lib.viewer import Viewer
from amity.queries.left_in_peace import left_in_peace
from amity.queries.snippets import Pieces
from amity.records.models import Match, Need, Offer

MOST_MATCHES = 5  # people shown for one need
MOST_LOOKED_AT = 600  # matches of one page
T = TypeVar("T", Need, Offer)


@dataclass(frozen=True, slots=True)
class MatchRow:
    """Somebody who may help with a need.

    why             "He offers it.", "You know it of her."
    evidence        their words in pieces, what the need says too marked
    evidence_where  "Her message, 9 November"
    closeness       0 to 1, for sorting and for programs; never shown to people as a number
    """

    id: uuid.UUID
    need_id: uuid.UUID
    need_what: str
    need_person_id: uuid.UUID
    need_name: str
    person_id: uuid.UUID
    name: str
    called: str
    language: str
    why: str
    evidence: Pieces
    evidence_where: str
    offer_id: uuid.UUID | None
    closeness: float
    state: MatchState


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need.

    when      "20 June"; where "Your note, 20 June"
    now       "Open since 20 June", "Perhaps no longer so: last heard of 5 months ago", "Met on 3 October"
    sentence  the words that show it in pieces, the telling phrase marked; () when there are none
    reason    of a suggestion: why it looks like one
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


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer, in the same words as a need; `matches` are the needs it may meet."""

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
    for match in matches(viewer, on, need__in=[need.pk for need in needs]):
        by_need[match.need_id].append(match)
    return tuple(
        _told_row(NeedRow, need, need_now(need.state, _heard_on(need), need.settled_on, on), by_need[need.pk], on)
        for need in needs
    )


def offer_rows(viewer: Viewer, offers: Sequence[Offer], on: date) -> tuple[OfferRow, ...]:
    """Offers as rows, with the needs they may meet."""
    by_offer: defaultdict[uuid.UUID | None, list[MatchRow]] = defaultdict(list)
    for match in matches(viewer, on, offer__in=[offer.pk for offer in offers]):
        by_offer[match.offer_id].append(match)
    return tuple(
        _told_row(
            OfferRow, offer, offer_now(offer.state, _heard_on(offer), offer.settled_on, on), by_offer[offer.pk], on
        )
        for offer in offers
    )


def matches(viewer: Viewer, on: date, **wanted: object) -> tuple[MatchRow, ...]:
    """Matches that the owner did not refuse, the closest first, without those who are to be left in peace.

    A match asks something of somebody: never of a child, nor of who lost somebody within the year.
    """
    found = list(_matches_here(viewer).filter(**wanted)[:MOST_LOOKED_AT])
    in_peace = left_in_peace(viewer, {match.person_id: match.person.born_year for match in found}, on)
    return tuple(_match_row(match, on) for match in found if match.person_id not in in_peace)


def _matches_here(viewer: Viewer) -> QuerySet[Match]:
    rows = Match.objects.filter(
        seen_by(viewer, "need__"),
        of_people_here(),
        of_people_here("need__"),
        Q(offer=None) | (seen_by(viewer, "offer__") & Q(offer__state=HelpState.OPEN)),
        Q(fact=None) | (seen_by(viewer, "fact__") & Q(fact__trashed_at=None)),
        need__state=HelpState.OPEN,
    )
    with_all = rows.exclude(state=MatchState.NOT_A_MATCH).select_related("need__person", "person", "offer", "fact")
    return with_all.order_by("-closeness", "pk")


def _match_row(match: Match, on: date) -> MatchRow:
    need, person, said = match.need, match.person, match.offer or match.fact
    words = match.offer.what if match.offer else match.fact.text if match.fact else ""
    when = match.offer.said_on if match.offer else match.fact.noted_on if match.fact else None
    return MatchRow(
        id=match.pk,
        need_id=need.pk,
        need_what=need.what,
        need_person_id=need.person_id,
        need_name=need.person.name,
        person_id=person.pk,
        name=person.name,
        called=person.called or first_name(person.name),
        language=person.language,
        why=match_words(person.pronouns, offered=match.offer is not None),
        evidence=marked(need.what, words),
        evidence_where=capital(noted_words(said.source, when, on)) if said else "",
        offer_id=match.offer_id,
        closeness=match.closeness,
        state=MatchState(match.state),
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
