"""When the owner asked whom how to help, and how it stands with one person."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amity.formats.names import first_name
from amity.judgement.help_questions import ask_about_them
from amity.judgement.help_states import ago, helping_lede
from amity.judgement.pronouns import spoken
from amity.judgement.vocabulary import HelpState
from amity.lib.viewer import Viewer
from amity.queries.help_rows import (
    NeedRow,
    OfferRow,
    need_rows,
    needs_here,
    newest_first,
    of_people_here,
    offer_rows,
    offers_here,
    seen_by,
)
from amity.queries.match_rows import By, MatchRow, matches
from amity.records.models import HelpAsked, Need
from amity.records.scope import reads

MOST_SHOWN = 200
MOST_OF_ONE = 50
MOST_COULD_HELP = 3
MOST_QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class AskedRow:
    """That the owner asked: `when` is "12 days ago"; `answer` "" when none is kept."""

    id: uuid.UUID
    person_id: uuid.UUID
    name: str
    called: str
    language: str
    asked_on: date
    when: str
    answer: str


@dataclass(frozen=True, slots=True)
class HelpingPage:
    """Whom the owner asked how they can help, the newest first."""

    lede: str
    rows: tuple[AskedRow, ...]


@dataclass(frozen=True, slots=True)
class HelpingWith:
    """How it stands with one person.

    needs, offers  the open ones, with who may help and whom it may help
    suggested      needs and offers found and not yet decided
    could_help     needs of others that this person may help with, by an offer or by what is known of them
    questions      what to ask next time, in plain words
    """

    needs: tuple[NeedRow, ...]
    offers: tuple[OfferRow, ...]
    suggested_needs: tuple[NeedRow, ...]
    suggested_offers: tuple[OfferRow, ...]
    last_asked: AskedRow | None
    could_help: tuple[MatchRow, ...]
    questions: tuple[str, ...]


@reads
def helping_page(viewer: Viewer, on: date) -> HelpingPage:
    """When the owner last asked each person how they can help, and what they said."""
    rows = _asked_rows(viewer, on)
    return HelpingPage(lede=helping_lede(len(rows), rows[0].asked_on if rows else None, on), rows=rows)


@reads
def helping_with(viewer: Viewer, person_id: uuid.UUID, on: date) -> HelpingWith:
    """Needs, offers, when last asked, and what to ask next, of one person."""
    states = [HelpState.OPEN, HelpState.SUGGESTED]
    needs = newest_first(needs_here(viewer).filter(person=person_id, state__in=states), MOST_OF_ONE)
    offers = newest_first(offers_here(viewer).filter(person=person_id, state__in=states), MOST_OF_ONE)
    need_shown, offer_shown = need_rows(viewer, needs, on), offer_rows(viewer, offers, on)
    return HelpingWith(
        needs=tuple(row for row in need_shown if row.state is HelpState.OPEN),
        offers=tuple(row for row in offer_shown if row.state is HelpState.OPEN),
        suggested_needs=tuple(row for row in need_shown if row.state is HelpState.SUGGESTED),
        suggested_offers=tuple(row for row in offer_shown if row.state is HelpState.SUGGESTED),
        last_asked=next(iter(_asked_rows(viewer, on, person_id=person_id)), None),
        could_help=matches(viewer, on, By.HELPER, [person_id])[:MOST_COULD_HELP],
        questions=_questions(needs),
    )


def _questions(needs: Sequence[Need]) -> tuple[str, ...]:
    """Of the newest open needs, whether they still hold."""
    open_ones = [need for need in needs if need.state == HelpState.OPEN]
    return tuple(ask_about_them(need.what, spoken(need.person.pronouns)) for need in open_ones[:MOST_QUESTIONS])


def _asked_rows(viewer: Viewer, on: date, **wanted: object) -> tuple[AskedRow, ...]:
    asked = HelpAsked.objects.filter(seen_by(viewer), of_people_here(), member_id=viewer.member, **wanted)
    newest: dict[uuid.UUID, HelpAsked] = {}
    for row in asked.select_related("person").order_by("-asked_on", "-pk")[:MOST_SHOWN]:
        newest.setdefault(row.person_id, row)
    return tuple(
        AskedRow(
            id=row.pk,
            person_id=row.person_id,
            name=row.person.name,
            called=row.person.called or first_name(row.person.name),
            language=row.person.language,
            asked_on=row.asked_on,
            when=ago(row.asked_on, on),
            answer=row.answer,
        )
        for row in newest.values()
    )
