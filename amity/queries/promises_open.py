"""Open promises in plain statements, for the pages that ask at every visit."""

import uuid
from datetime import date

from amity.judgement.due import AHEAD, Due
from amity.judgement.ledger import Waiting
from amity.judgement.vocabulary import PromiseState
from amity.lib.viewer import Viewer
from amity.queries.plain import day, stored_day
from amity.records.bulk import as_uuid, select, stored_key

_TO_WEIGH = """
SELECT m.id, m.said_on, m.due_on, m.due_words FROM records_promise m
JOIN records_person p ON p.network_id = m.network_id AND p.id = m.person_id
    AND p.trashed_at IS NULL AND p.merged_into_id IS NULL
WHERE m.network_id = %s AND m.member_id = %s AND m.state = %s AND m.mine AND (m.due_on IS NULL OR m.due_on <= %s)
    AND (m.private_to IS NULL OR m.private_to = %s)
ORDER BY COALESCE(m.due_on, m.said_on, %s), m.id LIMIT %s
"""


def to_weigh(viewer: Viewer, on: date, most: int) -> list[Waiting]:
    """The member's own that a day is asked about, the longest waiting first; inside a query's scope."""
    network, member, state = stored_key(viewer.network), stored_key(viewer.member), PromiseState.OPEN.value
    rows = select(_TO_WEIGH, [network, member, state, stored_day(on + AHEAD), member, stored_day(date.min), most])
    return [Waiting(as_uuid(key), day(said_on), Due(day(due_on), words)) for key, said_on, due_on, words in rows]


def any_open(viewer: Viewer, person_id: uuid.UUID) -> bool:
    """Whether anything is promised between the owner and one person: between most there is not."""
    of_one = [stored_key(viewer.network), stored_key(person_id), PromiseState.OPEN.value]
    return bool(
        select("SELECT 1 FROM records_promise WHERE network_id = %s AND person_id = %s AND state = %s LIMIT 1", of_one)
    )
