"""Matches of needs with who may help, as rows: one plain statement, for Today asks at every visit."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from amity.formats.names import first_name
from amity.judgement.matching import marked, match_words
from amity.judgement.telling import noted_words
from amity.judgement.vocabulary import HelpState, MatchState
from amity.judgement.wording import capital
from amity.lib.viewer import Viewer
from amity.queries.left_in_peace import left_in_peace
from amity.queries.plain import day
from amity.queries.snippets import Pieces
from amity.records.bulk import Row, as_uuid, marks, select, stored_key

MOST_LOOKED_AT = 600  # matches of one page


class By(StrEnum):
    """What matches are asked for by: the column."""

    MATCH = "m.id"
    NEED = "m.need_id"
    OFFER = "m.offer_id"
    HELPER = "m.person_id"


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


def matches(viewer: Viewer, on: date, by: By, keys: Iterable[uuid.UUID]) -> tuple[MatchRow, ...]:
    """Matches that the owner did not refuse, the closest first, without those who are to be left in peace.

    A match asks something of somebody: never of a child, nor of who lost somebody within the year.
    """
    found = _found(viewer, by, list(keys))
    in_peace = left_in_peace(viewer, {as_uuid(row[_HELPER]): row[_BORN] for row in found}, on)
    return tuple(_row(row, on) for row in found if as_uuid(row[_HELPER]) not in in_peace)


_COLUMNS = (
    *("m.id", "n.id", "n.what", "n.person_id", "np.name"),
    *("p.id", "p.name", "p.called", "p.language", "p.pronouns", "p.born_year"),
    *("o.id", "COALESCE(o.what, f.text, '')", "COALESCE(o.source, f.source)", "o.said_on", "f.noted_on"),
    *("m.closeness", "m.state"),
)
_HELPER, _BORN = _COLUMNS.index("p.id"), _COLUMNS.index("p.born_year")
_MATCHES = f"""
SELECT {", ".join(_COLUMNS)} FROM records_match m
JOIN records_need n ON n.network_id = m.network_id AND n.id = m.need_id
JOIN records_person np ON np.network_id = m.network_id AND np.id = n.person_id
JOIN records_person p ON p.network_id = m.network_id AND p.id = m.person_id
LEFT JOIN records_offer o ON o.network_id = m.network_id AND o.id = m.offer_id
LEFT JOIN records_fact f ON f.network_id = m.network_id AND f.id = m.fact_id
WHERE m.network_id = %s AND {{}} IN ({{}}) AND m.state <> %s
    AND n.state = %s AND (n.private_to IS NULL OR n.private_to = %s)
    AND np.trashed_at IS NULL AND np.merged_into_id IS NULL AND p.trashed_at IS NULL AND p.merged_into_id IS NULL
    AND (m.offer_id IS NULL OR (o.state = %s AND (o.private_to IS NULL OR o.private_to = %s)))
    AND (m.fact_id IS NULL OR (f.trashed_at IS NULL AND (f.private_to IS NULL OR f.private_to = %s)))
ORDER BY m.closeness DESC, m.id LIMIT %s
"""


def _found(viewer: Viewer, by: By, keys: list[uuid.UUID]) -> list[Row]:
    if not keys:
        return []
    member, still = stored_key(viewer.member), HelpState.OPEN.value
    return select(
        _MATCHES.format(by.value, marks(len(keys))),
        [
            *map(stored_key, (viewer.network, *keys)),
            *(MatchState.NOT_A_MATCH.value, still, member, still, member, member, MOST_LOOKED_AT),
        ],
    )


def _row(row: Row, on: date) -> MatchRow:
    key, need, need_what, in_need, need_name, helper, name, called, language, pronouns, _, *said = row
    offer, words, source, said_on, noted_on, closeness, state = said
    when = day(said_on if offer is not None else noted_on)
    return MatchRow(
        id=as_uuid(key),
        need_id=as_uuid(need),
        need_what=need_what,
        need_person_id=as_uuid(in_need),
        need_name=need_name,
        person_id=as_uuid(helper),
        name=name,
        called=called or first_name(name),
        language=language,
        why=match_words(pronouns, offered=offer is not None),
        evidence=marked(need_what, words),
        evidence_where=capital(noted_words(source, when, on)) if source is not None else "",
        offer_id=as_uuid(offer) if offer is not None else None,
        closeness=closeness,
        state=MatchState(state),
    )
