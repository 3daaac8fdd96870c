"""How it stands with helping one person, for the briefing: three plain statements, whatever there is.

The page of a person asks this at every visit: through the object mapper the same cost half of the page.
"""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from amity.judgement.briefing import asked_words
from amity.judgement.help_states import is_stale, need_now, offer_now
from amity.judgement.telling import noted_words
from amity.judgement.vocabulary import HelpState, MatchState
from amity.judgement.wording import capital
from amity.lib.viewer import Viewer
from amity.queries.plain import day
from amity.records.bulk import Row, as_uuid, select, stored_key

MOST_OF_ONE = 20  # needs, and as many offers
MOST_MATCHES = 30
MOST_KNOWN = 2  # people of whom something is merely known: the page of help has the others


@dataclass(frozen=True, slots=True)
class Meets:
    """Somebody who may help with a need: `words` of their offer, else known of them, and `where` these are from."""

    match_id: uuid.UUID
    need_id: uuid.UUID
    need_what: str
    need_person_id: uuid.UUID
    need_name: str
    person_id: uuid.UUID
    name: str
    language: str
    words: str
    where: str
    is_offer: bool


@dataclass(frozen=True, slots=True)
class HelpLine:
    """An open need or offer; `where` is "Your note, 20 June"; `now` says when it has perhaps passed."""

    id: uuid.UUID
    what: str
    where: str
    now: str
    is_stale: bool
    meets: tuple[Meets, ...]


@dataclass(frozen=True, slots=True)
class LastAsked:
    """When the owner last asked how to help, "9 weeks ago", and what the answer was, "" for none."""

    id: uuid.UUID
    on: date
    when: str
    answer: str


@dataclass(frozen=True, slots=True)
class Helping:
    """Open needs and offers, whose needs these offers may meet, and when they were last asked."""

    needs: tuple[HelpLine, ...]
    offers: tuple[HelpLine, ...]
    could_help: tuple[Meets, ...]
    last_asked: LastAsked | None


def helping_of(viewer: Viewer, person_id: uuid.UUID, on: date) -> Helping:
    """The same for one person; inside a query's scope."""
    told = _told(viewer, person_id)
    found = _meets(viewer, person_id, on)
    by_need: defaultdict[uuid.UUID, list[Meets]] = defaultdict(list)
    for one in found:
        if one.need_person_id == person_id:
            by_need[one.need_id].append(one)
    return Helping(
        needs=tuple(_line(row, _worth_saying(by_need[as_uuid(row[1])]), on) for row in told if not row[0]),
        offers=tuple(_line(row, [], on) for row in told if row[0]),
        could_help=tuple(one for one in found if one.person_id == person_id and one.is_offer),
        last_asked=_asked(viewer, person_id, on),
    )


_TOLD = """
SELECT 0 AS sort, id, what, source, said_on, confirmed_on FROM records_need
WHERE network_id = %s AND person_id = %s AND state = %s AND (private_to IS NULL OR private_to = %s)
UNION ALL
SELECT 1, id, what, source, said_on, confirmed_on FROM records_offer
WHERE network_id = %s AND person_id = %s AND state = %s AND (private_to IS NULL OR private_to = %s)
ORDER BY sort, id DESC
"""


def _told(viewer: Viewer, person_id: uuid.UUID) -> list[Row]:
    """Open needs, then open offers, the newest first."""
    of_one = (stored_key(viewer.network), stored_key(person_id), HelpState.OPEN.value, stored_key(viewer.member))
    rows = select(_TOLD, [*of_one, *of_one])
    needs, offers = [row for row in rows if not row[0]], [row for row in rows if row[0]]
    return [*needs[:MOST_OF_ONE], *offers[:MOST_OF_ONE]]


_MATCH = """
SELECT m.id, m.need_id, n.what, n.person_id, np.name, m.person_id, p.name, p.language,
    COALESCE(o.what, f.text, ''), COALESCE(o.source, f.source, ''), COALESCE(o.said_on, f.noted_on),
    m.offer_id, m.closeness
FROM records_match m
JOIN records_need n ON n.network_id = m.network_id AND n.id = m.need_id AND n.state = %s
    AND (n.private_to IS NULL OR n.private_to = %s)
JOIN records_person np ON np.network_id = m.network_id AND np.id = n.person_id
    AND np.trashed_at IS NULL AND np.merged_into_id IS NULL
JOIN records_person p ON p.network_id = m.network_id AND p.id = m.person_id
    AND p.trashed_at IS NULL AND p.merged_into_id IS NULL
LEFT JOIN records_offer o ON o.network_id = m.network_id AND o.id = m.offer_id
LEFT JOIN records_fact f ON f.network_id = m.network_id AND f.id = m.fact_id
WHERE m.network_id = %s AND m.state <> %s
    AND (m.offer_id IS NULL OR (o.state = %s AND (o.private_to IS NULL OR o.private_to = %s)))
    AND (m.fact_id IS NULL OR (f.trashed_at IS NULL AND (f.private_to IS NULL OR f.private_to = %s)))
"""
_MATCHES = f"{_MATCH} AND n.person_id = %s UNION ALL {_MATCH} AND m.person_id = %s ORDER BY 13 DESC, 1 LIMIT %s"


def _meets(viewer: Viewer, person_id: uuid.UUID, on: date) -> list[Meets]:
    """Who may help with this person's needs, and with whose this person may help, the closest first."""
    network, member, key = stored_key(viewer.network), stored_key(viewer.member), stored_key(person_id)
    wanted = (HelpState.OPEN.value, member, network, MatchState.NOT_A_MATCH.value, HelpState.OPEN.value, member, member)
    rows = select(_MATCHES, [*wanted, key, *wanted, key, MOST_MATCHES])
    return [
        Meets(
            match_id=as_uuid(match),
            need_id=as_uuid(need),
            need_what=need_what,
            need_person_id=as_uuid(in_need),
            need_name=need_name,
            person_id=as_uuid(helper),
            name=name,
            language=language,
            words=words,
            where=capital(noted_words(source, day(noted), on)),
            is_offer=offer is not None,
        )
        for match, need, need_what, in_need, need_name, helper, name, language, words, source, noted, offer, _ in rows
    ]


_ASKED = """
SELECT id, asked_on, answer FROM records_helpasked
WHERE network_id = %s AND member_id = %s AND person_id = %s AND (private_to IS NULL OR private_to = %s)
ORDER BY asked_on DESC, id DESC LIMIT 1
"""


def _asked(viewer: Viewer, person_id: uuid.UUID, on: date) -> LastAsked | None:
    member = stored_key(viewer.member)
    for key, asked_on, answer in select(_ASKED, [stored_key(viewer.network), member, stored_key(person_id), member]):
        asked = day(asked_on) or on
        return LastAsked(as_uuid(key), asked, asked_words(asked, on), answer)
    return None


def _worth_saying(found: Sequence[Meets]) -> list[Meets]:
    """All who offer it; where nobody does, the few of whom something is known."""
    return [one for one in found if one.is_offer] or list(found[:MOST_KNOWN])


def _line(row: Row, meets: list[Meets], on: date) -> HelpLine:
    sort, key, what, source, said_on, confirmed_on = row
    said, heard = day(said_on), day(confirmed_on) or day(said_on)
    now = offer_now if sort else need_now
    return HelpLine(
        id=as_uuid(key),
        what=what,
        where=capital(noted_words(source, said, on)),
        now=now(HelpState.OPEN, heard, None, on),
        is_stale=is_stale(HelpState.OPEN, heard, on),
        meets=tuple(meets),
    )
