"""Who would be glad to hear from the owner today: chosen by judgement from what the indexes say is due."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from amity.formats.names import first_name
from amity.judgement.beat import Beat, recent_beat_of, unpack_recent
from amity.judgement.listing import is_quiet
from amity.judgement.old_ties import week_began, woke_this_week
from amity.judgement.reach_out import Candidate, Reason, Suggestion, if_you_like, reach_out
from amity.judgement.ties import state_on
from amity.judgement.vocabulary import TieState
from amity.judgement.why import why
from amity.lib.viewer import Viewer
from amity.queries.handles import Address, ChannelLink, channel_links
from amity.queries.judged import JUDGED, LISTED, judged_tie, listed_tie
from amity.queries.plain import day, stored_day
from amity.records.bulk import Row, as_bytes, as_uuid, marks, select, stored_key

MOST_DUE = 120  # the last to become due; what has waited longer stands on the list of people
MOST_RESTING = 50
MOST_NEAR = 50  # the nearest, looked at when nobody is due
MOST_OF_A_WEEK = 100  # people in touch with this week
A_WEEK_PACKED = 7 * 3  # bytes of `recent`: more days than a week holds


@dataclass(frozen=True, slots=True)
class ReachOut:
    """Somebody who would be glad to hear from the owner.

    headline  "Quiet for 5 months, usually 6 weeks." and, for one old tie a week, the sentence that says so
    about     the last words between the two, "" when none are kept
    why       sentences for the margin
    channels  ways to write or call, the likeliest first; may be empty
    """

    person_id: uuid.UUID
    name: str
    called: str
    language: str
    pronouns: str
    state: TieState
    is_quiet: bool
    dormant: bool
    headline: str
    about: str
    last_on: date | None
    last_channel: str
    beat: Beat
    why: tuple[str, ...]
    channels: tuple[ChannelLink, ...]


def reach_out_to(viewer: Viewer, on: date, most: int) -> tuple[ReachOut, ...]:
    """At most `most` people, with everything their line shows; inside a query's scope."""
    candidates = [*_due(viewer, on), *_resting(viewer, on)]
    chosen = reach_out(candidates, on, most, old_tie=not _old_tie_taken_up(viewer, on))
    return _lines(viewer, on, chosen or if_you_like(_nearest(viewer), on)[:most])


def _due(viewer: Viewer, on: date) -> list[Candidate]:
    return _candidates(viewer, "due_on", on, MOST_DUE)


def _resting(viewer: Viewer, on: date) -> list[Candidate]:
    """Those at rest when the week began, so that its old tie stays the same all week."""
    return _candidates(viewer, "dormant_on", week_began(on), MOST_RESTING)


def _nearest(viewer: Viewer) -> list[Candidate]:
    return _ties(viewer, "ORDER BY strength DESC LIMIT %s", MOST_NEAR)


def _candidates(viewer: Viewer, turned: str, by: date, most: int) -> list[Candidate]:
    """Ties of which the day `turned` came last, up to `by`: one walk along its index."""
    wanted = f"AND {turned} IS NOT NULL AND {turned} <= %s ORDER BY {turned} DESC LIMIT %s"
    return _ties(viewer, wanted, stored_day(by), most)


def _ties(viewer: Viewer, wanted: str, *values: object) -> list[Candidate]:
    """Listed ties, by a condition and an order that an index has, in a plain statement."""
    rows = select(
        f"SELECT person_id, paused_until, left_out_at, {', '.join(LISTED)} FROM records_tie"
        f" WHERE network_id = %s AND member_id = %s AND listed {wanted}",
        [stored_key(viewer.network), stored_key(viewer.member), *values],
    )
    return [
        Candidate(
            as_bytes(person).hex(), listed_tie(listed), asleep_until=day(paused_until), never=left_out is not None
        )
        for person, paused_until, left_out, *listed in rows
    ]


def _old_tie_taken_up(viewer: Viewer, on: date) -> bool:
    rows = select(
        "SELECT first_on, recent FROM records_tie"
        " WHERE network_id = %s AND member_id = %s AND listed AND last_on >= %s ORDER BY last_on DESC LIMIT %s",
        [stored_key(viewer.network), stored_key(viewer.member), stored_day(week_began(on)), MOST_OF_A_WEEK],
    )
    seldom = [(day(first), bytes(recent)) for first, recent in rows if len(recent) <= A_WEEK_PACKED]
    return any(first is not None and woke_this_week(first, unpack_recent(recent), on) for first, recent in seldom)


def _lines(viewer: Viewer, on: date, chosen: Sequence[Suggestion]) -> tuple[ReachOut, ...]:
    ids = [uuid.UUID(hex=str(suggestion.person)) for suggestion in chosen]
    if not ids:
        return ()
    addresses, reasons = addresses_of(viewer, ids), _reasons(viewer, ids)
    found = {as_uuid(row[0]): row for row in _shown(viewer, ids)}
    return tuple(
        _line(suggestion, found[key], on, addresses[key], reasons)
        for key, suggestion in zip(ids, chosen, strict=True)
        if key in found
    )


def _shown(viewer: Viewer, ids: Sequence[uuid.UUID]) -> list[Row]:
    """Ties with what their line shows of the person."""
    columns = ", ".join(f"t.{name}" for name in ("recent", "last_words", "last_channel", *JUDGED))
    return select(
        f"SELECT t.person_id, p.name, p.called, p.language, p.pronouns, {columns} FROM records_tie t"
        " JOIN records_person p ON p.network_id = t.network_id AND p.id = t.person_id"
        f" WHERE t.network_id = %s AND t.member_id = %s AND t.person_id IN ({marks(len(ids))})",
        [stored_key(viewer.network), stored_key(viewer.member), *map(stored_key, ids)],
    )


def _line(
    suggestion: Suggestion, row: Sequence[Any], on: date, addresses: Sequence[Address], reasons: dict[uuid.UUID, str]
) -> ReachOut:
    person, name, called, language, pronouns, recent, words, channel, *judged_columns = row
    key, judged = as_uuid(person), judged_tie(judged_columns)
    state = state_on(judged, on)
    said = (f"You said “{reasons[key]}”.",) if key in reasons else ()
    return ReachOut(
        person_id=key,
        name=name,
        called=called or first_name(name),
        language=language,
        pronouns=pronouns,
        state=state,
        is_quiet=is_quiet(state),
        dormant=suggestion.why is Reason.OLD_TIE,
        headline=suggestion.sentence,
        about=words,
        last_on=judged.last_day,
        last_channel=channel,
        beat=recent_beat_of(recent, judged.last_day, judged.rhythm_days, on),
        why=(*why(judged, on).margin, *said),
        channels=channel_links(addresses, channel),
    )


def addresses_of(viewer: Viewer, ids: Sequence[uuid.UUID]) -> defaultdict[uuid.UUID, list[Address]]:
    """The addresses of these people; inside a query's scope."""
    addresses: defaultdict[uuid.UUID, list[Address]] = defaultdict(list)
    rows = select(
        "SELECT person_id, kind, value, shown, shared FROM records_handle"
        f" WHERE network_id = %s AND person_id IN ({marks(len(ids))}) ORDER BY id",
        [stored_key(viewer.network), *map(stored_key, ids)],
    )
    for person, kind, value, written, shared in rows:
        addresses[as_uuid(person)].append(Address(kind, value, written, bool(shared)))
    return addresses


def _reasons(viewer: Viewer, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """What the owner said when they last put somebody off."""
    rows = select(
        "SELECT person_id, reason FROM records_pause"
        f" WHERE network_id = %s AND person_id IN ({marks(len(ids))}) AND member_id = %s AND reason <> ''"
        " ORDER BY made_at",
        [stored_key(viewer.network), *map(stored_key, ids), stored_key(viewer.member)],
    )
    return {as_uuid(person): reason for person, reason in rows}
