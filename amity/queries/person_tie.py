"""How things stand between a member and one person, with the picture and the reasons."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from amity.judgement.beat import Beat, whole_beat_of
from amity.judgement.listing import is_quiet
from amity.judgement.rhythm import PRIOR_DAYS, nearest_step
from amity.judgement.ties import JudgedTie, state_on
from amity.judgement.vocabulary import Channel, TieState
from amity.judgement.why import closeness_words, why
from amity.judgement.wording import headline, rhythm_words
from amity.lib.viewer import Viewer
from amity.queries.judged import JUDGED, judged_tie
from amity.queries.plain import day
from amity.records.bulk import select, stored_key

_CHANNELS = {channel.value: channel for channel in Channel}
_OWN = ("large", "recent", "last_channel", "set_rhythm_days", "kin", "paused_until", "left_out_at")
NOTHING = (b"", b"", "", None, False, None, None)


@dataclass(frozen=True, slots=True)
class TieRow:
    """How things stand between the two of you.

    headline     "Quiet for 5 months, usually 6 weeks"
    why          sentences beside it, `working` behind "How this is worked out"
    closeness    "a close tie"
    rhythm       "about every 6 weeks, from nine meetings"
    set_days     the rhythm the member set; `step_days` is the one to offer
    """

    state: TieState
    is_quiet: bool
    headline: str
    why: tuple[str, ...]
    working: tuple[str, ...]
    closeness: str
    rhythm: str
    set_days: int | None
    step_days: int
    kin: bool
    first_on: date | None
    last_on: date | None
    last_channel: str
    paused_until: date | None
    never: bool
    beat: Beat


def tie_row(viewer: Viewer, person_id: uuid.UUID, on: date) -> TieRow:
    """The tie with one person, also when nothing is stored of it; inside a query's scope."""
    own, judged = _stored(viewer, person_id)
    large, recent, channel, set_days, kin, paused, left_out_at = own
    paused_until = day(paused)
    state, reasons = state_on(judged, on), why(judged, on)
    return TieRow(
        state=state,
        is_quiet=is_quiet(state),
        headline=headline(judged, on, _CHANNELS.get(channel)),
        why=reasons.margin,
        working=reasons.working,
        closeness=closeness_words(judged),
        rhythm=rhythm_words(judged),
        set_days=set_days,
        step_days=nearest_step(judged.rhythm_days or PRIOR_DAYS),
        kin=bool(kin),
        first_on=judged.first_day,
        last_on=judged.last_day,
        last_channel=channel,
        paused_until=paused_until if paused_until and paused_until > on else None,
        never=left_out_at is not None,
        beat=whole_beat_of(large or recent, judged.last_day, judged.rhythm_days, on),
    )


def _stored(viewer: Viewer, person_id: uuid.UUID) -> tuple[Sequence[Any], JudgedTie]:
    rows = select(
        f"SELECT {', '.join((*_OWN, *JUDGED))} FROM records_tie"
        " WHERE network_id = %s AND member_id = %s AND person_id = %s",
        [stored_key(viewer.network), stored_key(viewer.member), stored_key(person_id)],
    )
    return (rows[0][: len(_OWN)], judged_tie(rows[0][len(_OWN) :])) if rows else (NOTHING, JudgedTie())
