"""Whether something found in letters waits for the owner's yes or no: pointed to on Today, never counted."""

from dataclasses import dataclass

from amity.judgement.vocabulary import HelpState, PromiseState
from amity.lib.viewer import Viewer
from amity.records.bulk import select, stored_key


@dataclass(frozen=True, slots=True)
class Found:
    """What waits: promises, and needs or offers."""

    promises: bool
    help: bool


_WAITS = """
EXISTS (
    SELECT 1 FROM {table} t
    JOIN records_person p ON p.network_id = t.network_id AND p.id = t.person_id
        AND p.trashed_at IS NULL AND p.merged_into_id IS NULL
    WHERE t.network_id = %s AND t.state = %s AND (t.private_to IS NULL OR t.private_to = %s){mine}
)
"""
_PROMISES = _WAITS.format(table="records_promise", mine=" AND t.member_id = %s")
_NEEDS, _OFFERS = (_WAITS.format(table=table, mine="") for table in ("records_need", "records_offer"))
_FOUND = f"SELECT {_PROMISES}, {_NEEDS} OR {_OFFERS}"


def found_in_letters(viewer: Viewer) -> Found:
    """Inside a query's scope."""
    network, member = stored_key(viewer.network), stored_key(viewer.member)
    help_waits = (network, HelpState.SUGGESTED.value, member)
    [(promises, helps)] = select(
        _FOUND, [network, PromiseState.SUGGESTED.value, member, member, *help_waits, *help_waits]
    )
    return Found(bool(promises), bool(helps))
