"""A person's page: who they are, how things stand between the two of you, and what to know before you meet."""

import uuid
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from amity.judgement.birthdays import birthday_words
from amity.judgement.lede import who_words
from amity.judgement.telling import is_stale
from amity.judgement.wording import quiet_for
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.queries.briefing import Briefing, Known, News, briefing_of
from amity.queries.circles import CircleMark, marks_with
from amity.queries.handles import ChannelLink
from amity.queries.person_known import Around, FactRow, HandleRow, around, beside, facts, handles, write_to
from amity.queries.person_tie import TieRow, tie_row
from amity.queries.timeline import Timeline, timeline_of
from amity.records.bulk import as_uuid, select, stored_key
from amity.records.models import Card, Person, Photo
from amity.records.scope import reads

__all__ = [
    "Around",
    "Briefing",
    "FactRow",
    "HandleRow",
    "News",
    "PersonPage",
    "Standing",
    "TieRow",
    "card_texts",
    "face",
    "person_page",
]

MOST_MERGES = 20  # one into another into another


class Standing(StrEnum):
    """Where a person stands in the network."""

    KEPT = "kept"
    CANDIDATE = "candidate"
    TRASHED = "trashed"


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything on a person's page that does not need asking for.

    id           may differ from the one asked for, when that one is now part of this person
    who          a sentence or two: "Met through Ilse. Furniture maker in Otley."
    standing     with `standing_words`, why a candidate is one
    write_to     the channel of the large button, None when there is none
    photo_id     key of the newest face, for the photo's address
    earlier      "Earlier, back to 2014", "" when all is shown
    likely_same  how many suggestions wait that this is the same person as another
    """

    id: uuid.UUID
    standing: Standing
    standing_words: str
    name: str
    other_name: str
    called: str
    pronouns: str
    language: str
    who: str
    circles: tuple[CircleMark, ...]
    born: tuple[int | None, int | None, int | None]  # year, month, day
    birthday: str
    place: str
    work: str
    tie: TieRow
    news: News | None
    briefing: Briefing
    facts: tuple[FactRow, ...]
    handles: tuple[HandleRow, ...]
    write_to: ChannelLink | None
    met_through: Around | None
    met_how: str
    around: tuple[Around, ...]
    photo_id: uuid.UUID | None
    cards: int
    likely_same: int
    timeline: Timeline
    earlier: str


@dataclass(frozen=True, slots=True)
class Face:
    """A photo's bytes, written anew by Amity when it came."""

    content: bytes
    media_type: str
    digest: bytes


@reads
def person_page(viewer: Viewer, person_id: uuid.UUID, on: date) -> PersonPage:
    """The page of one person, trashed and candidates too. Raises NotHere."""
    row = _row(viewer, person_id)
    key = as_uuid(row["id"])
    tie = tie_row(viewer, key, on)
    entries = timeline_of(viewer, key, on)
    reached = handles(viewer, key)
    known = facts(viewer, key, on)
    beside_them = beside(viewer, key)
    through = _through(row)
    who = who_words(through.name if through else "", row["met_how"], row["work"], row["place"])
    born = (row["born_year"], row["born_month"], row["born_day"])
    news = _news(entries, on)
    others = around(viewer, key)
    about = Known(key, row["name"], row["pronouns"], who, tie.headline, born, news, known, others)
    return PersonPage(
        id=key,
        standing=_standing(row),
        standing_words=row["standing"],
        name=row["name"],
        other_name=row["latin"],
        called=row["called"],
        pronouns=row["pronouns"],
        language=row["language"],
        who=who,
        circles=marks_with(viewer, key),
        born=born,
        birthday=birthday_words(*born),
        place=row["place"],
        work=row["work"],
        tie=tie,
        news=news,
        briefing=briefing_of(viewer, about, on),
        facts=known,
        handles=reached,
        write_to=write_to(reached, tie.last_channel),
        met_through=through,
        met_how=row["met_how"],
        around=others,
        photo_id=beside_them.photo_id,
        cards=beside_them.cards,
        likely_same=beside_them.likely_same,
        timeline=entries,
        earlier=f"Earlier, back to {tie.first_on.year}" if entries.next and tie.first_on else "",
    )


@reads
def face(viewer: Viewer, photo_id: uuid.UUID) -> Face:
    """One photo. Raises NotHere."""
    row = Photo.objects.filter(pk=photo_id).values_list("content", "media_type", "digest").first()
    if row is None:
        raise NotHere("There is no such photo.")
    return Face(bytes(row[0]), row[1], bytes(row[2]))


@reads
def card_texts(viewer: Viewer, person_id: uuid.UUID) -> tuple[str, ...]:
    """The address-book cards of a person, letter for letter as they came. Raises NotHere."""
    if not Person.objects.filter(pk=person_id).exists():
        raise NotHere("This person is not here.")
    return tuple(Card.objects.filter(person_id=person_id).order_by("pk").values_list("verbatim", flat=True))


_OWN = (
    *("id", "name", "latin", "called", "pronouns", "language", "born_year", "born_month", "born_day", "place", "work"),
    *("met_how", "met_through_id", "kept_at", "trashed_at", "merged_into_id", "standing"),
)
_THROUGH = ("through_name", "through_trashed_at")
_ROW = f"""
SELECT {", ".join(f"p.{name}" for name in _OWN)}, t.name, t.trashed_at FROM records_person p
LEFT JOIN records_person t ON t.network_id = p.network_id AND t.id = p.met_through_id
WHERE p.network_id = %s AND p.id = %s
"""


def _row(viewer: Viewer, person_id: uuid.UUID) -> dict[str, Any]:
    """The person's own columns; who has become one with somebody else is found there."""
    for _ in range(MOST_MERGES):
        rows = select(_ROW, [stored_key(viewer.network), stored_key(person_id)])
        if not rows:
            break
        row = dict(zip((*_OWN, *_THROUGH), rows[0], strict=True))
        if row["merged_into_id"] is None:
            return row
        person_id = as_uuid(row["merged_into_id"])
    raise NotHere("This person is not here.")


def _standing(row: dict[str, Any]) -> Standing:
    if row["trashed_at"] is not None:
        return Standing.TRASHED
    return Standing.KEPT if row["kept_at"] is not None else Standing.CANDIDATE


def _through(row: dict[str, Any]) -> Around | None:
    if row["met_through_id"] is None or row["through_trashed_at"] is not None:
        return None
    return Around(as_uuid(row["met_through_id"]), row["through_name"], "introduced you", is_other_way=False)


def _news(entries: Timeline, on: date) -> News | None:
    """The newest thing told that holds words of theirs, or of a meeting or note of the owner's."""
    for month in entries.months:
        for told in month.entries:
            if told.text and told.at and told.is_news:
                day = told.at.date()
                return News(told.text, day, quiet_for(day, on), is_stale(day, on))
    return None
