"""One need, offer or question of help as it is corrected and answered, and the first letter about a match."""

import uuid
from dataclasses import dataclass
from datetime import date

from amity.judgement.introducing import would_they_like_to_meet
from amity.judgement.vocabulary import HandleKind
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.handles import Address, channel_links, with_letter
from amity.queries.help_rows import (
    NeedRow,
    OfferRow,
    need_rows,
    needs_here,
    of_people_here,
    offer_rows,
    offers_here,
    seen_by,
)
from amity.queries.match_rows import By, matches
from amity.records.models import Handle, HelpAsked, Person
from amity.records.scope import reads


@dataclass(frozen=True, slots=True)
class Answer:
    """Who was asked, and what they said; "" when nothing is kept."""

    name: str
    answer: str


GONE = "This is not here any more."


@reads
def need_row(viewer: Viewer, need_id: uuid.UUID, on: date) -> NeedRow:
    """One need, a suggested one too. Raises NotHere."""
    found = need_rows(viewer, list(needs_here(viewer).filter(pk=need_id)), on)
    if not found:
        raise NotHere(GONE)
    return found[0]


@reads
def offer_row(viewer: Viewer, offer_id: uuid.UUID, on: date) -> OfferRow:
    """One offer, a suggested one too. Raises NotHere."""
    found = offer_rows(viewer, list(offers_here(viewer).filter(pk=offer_id)), on)
    if not found:
        raise NotHere(GONE)
    return found[0]


@reads
def answer_of(viewer: Viewer, asked_id: uuid.UUID) -> Answer:
    """What somebody said when the owner asked how to help. Raises NotHere."""
    asked = HelpAsked.objects.filter(seen_by(viewer), of_people_here(), pk=asked_id, member_id=viewer.member)
    row = asked.values_list("person__name", "answer").first()
    if row is None:
        raise NotHere(GONE)
    return Answer(*row)


@reads
def first_letter(viewer: Viewer, match_id: uuid.UUID, on: date) -> str:
    """Address of a letter to the one in need; of their page where no mail reaches them. Raises NotHere."""
    found = matches(viewer, on, By.MATCH, [match_id])
    if not found:
        raise NotHere(GONE)
    need = found[0]
    called = Person.objects.filter(pk=need.need_person_id).values_list("called", flat=True).first()
    rows = Handle.objects.filter(person_id=need.need_person_id, kind=HandleKind.MAIL).order_by("pk")
    addresses = [Address(*row) for row in rows.values_list("kind", "value", "shown", "shared")]
    letter = would_they_like_to_meet(called or need.need_name, need.need_what)
    link = next(iter(channel_links(addresses, "")), None)
    return with_letter(link.href, letter.subject, letter.body) if link else f"/people/{need.need_person_id}/"
