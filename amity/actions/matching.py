"""Which need an offer or a fact may meet: looked for as soon as either is written down; a no is remembered."""

import uuid
from collections.abc import Iterable

from amity.actions.changes import Recorder
from amity.judgement.vocabulary import MatchState
from amity.lib import clock
from amity.lib.errors import NotHere
from amity.lib.viewer import Viewer
from amity.records.models import Change, Match
from amity.records.scope import changes

_DECIDED = {
    MatchState.SUGGESTED: "{} may help {} after all.",
    MatchState.HELPING: "{} is helping {}.",
    MatchState.INTRODUCING: "{} and {} are to meet.",
    MatchState.NOT_A_MATCH: "{} is no match for what {} needs.",
}


@changes
def match_needs(viewer: Viewer, need_ids: Iterable[uuid.UUID]) -> None:
    """Hold these needs against all open offers and all facts, and store the closest people as suggestions."""


@changes
def match_offers(viewer: Viewer, offer_ids: Iterable[uuid.UUID]) -> None:
    """Hold these offers against all open needs, and store the closest as suggestions."""


@changes
def match_facts(viewer: Viewer, fact_ids: Iterable[uuid.UUID]) -> None:
    """Hold these facts against all open needs, and store the closest as suggestions."""


@changes
def match_all(viewer: Viewer) -> None:
    """Nightly: make what meanings are missing, and hold every open need against everything anew."""


@changes
def decide_match(viewer: Viewer, match_id: uuid.UUID, state: MatchState) -> Change:
    """What the owner makes of a match. "Not a match" is remembered: the two are not suggested again."""
    match = Match.objects.select_related("need__person", "person").filter(pk=match_id).first()
    if match is None:
        raise NotHere("This is not here any more.")
    recorder = Recorder(viewer)
    decided_at = None if state is MatchState.SUGGESTED else clock.now()
    recorder.set(match, state=state, decided_at=decided_at)
    sentence = _DECIDED[state].format(match.person.name, match.need.person.name)
    return recorder.note("decide_match", sentence, about=match.need.person_id)
