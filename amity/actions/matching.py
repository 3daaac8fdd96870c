"""Which need an offer or a fact may meet: looked for as soon as either is written down; a no is remembered.

Suggestions are worked out, so they stand in no `Change`: only what the owner decides does.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from amity.actions.changes import Recorder, slices
from amity.actions.match_evidence import Evidence, facts_with_rare_words, of_facts, of_offers, seen_evidence
from amity.actions.meanings import (
    facts_near,
    forget_outdated,
    make_meanings,
    meanings_of,
    open_needs,
    open_offers,
    vectors_of,
)
from amity.judgement.matching import NOT_STRANGE, SAID_BY_THEM, closeness, worth_naming
from amity.judgement.vocabulary import HelpState, MatchState
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.meaning import cosines, rarity
from amity.lib.viewer import Viewer
from amity.records.models import Change, Match, Need, Offer
from amity.records.scope import changes

_DECIDED = {
    MatchState.SUGGESTED: "{} may help {} after all.",
    MatchState.HELPING: "{} is helping {}.",
    MatchState.INTRODUCING: "{} and {} are to meet.",
    MatchState.NOT_A_MATCH: "{} is no match for what {} needs.",
}
NEEDS_AT_ONCE = 200  # held against all facts in one reading of them


@changes
def match_needs(viewer: Viewer, need_ids: Iterable[uuid.UUID]) -> None:
    """Hold these needs against all open offers and all facts, and store the closest people as suggestions.

    Needs that are not open, or of people who are not here, are passed over.
    """
    ids = list(dict.fromkeys(need_ids))
    for some in slices(ids):
        here = Need.objects.filter(state=HelpState.OPEN, person__trashed_at=None, person__merged_into=None)
        needs = list(here.filter(pk__in=some))
        if needs:
            _match(viewer, needs)


@changes
def match_offers(viewer: Viewer, offer_ids: Iterable[uuid.UUID]) -> None:
    """Hold these offers against all open needs, and store the closest as suggestions."""
    ids = list(dict.fromkeys(offer_ids))
    for some in slices(ids):
        lost = _suggested_by(viewer, Q(offer__in=some))
        offers = list(Offer.objects.filter(pk__in=some, state=HelpState.OPEN))
        _add(viewer, of_offers(viewer, offers, vectors_of(viewer, offers)), lost)


@changes
def match_facts(viewer: Viewer, fact_ids: Iterable[uuid.UUID]) -> None:
    """Hold these facts against all open needs, and store the closest as suggestions."""
    ids = list(dict.fromkeys(fact_ids))
    if not Need.objects.filter(state=HelpState.OPEN).exists():
        return
    make_meanings(viewer)
    for some in slices(ids):
        lost = _suggested_by(viewer, Q(fact__in=some))
        _add(viewer, of_facts(viewer, meanings_of(viewer, some)), lost)


@changes
def match_all(viewer: Viewer) -> None:
    """Hold every open need against everything anew; for the night, and after much has come in."""
    needs = open_needs(viewer)
    if not needs:
        return
    forget_outdated(viewer)
    while make_meanings(viewer):
        pass
    for start in range(0, len(needs), NEEDS_AT_ONCE):
        _match(viewer, needs[start : start + NEEDS_AT_ONCE])


@changes
def match_again(viewer: Viewer, undone: Change) -> None:
    """What a change was about stands as before it: its needs, offers and facts are held against the rest anew."""
    keys: defaultdict[str, list[uuid.UUID]] = defaultdict(list)
    for row in undone.rows:
        keys[row["model"]] += [uuid.UUID(key) for key in row.get("ids", [row.get("id")])]
    match_needs(viewer, keys["need"])
    match_offers(viewer, keys["offer"])
    match_facts(viewer, keys["fact"])


@changes
def decide_match(viewer: Viewer, match_id: uuid.UUID, state: MatchState) -> Change:
    """What the owner makes of a match. "Not a match" is remembered: the two are not suggested again."""
    seen = Q(need__private_to=None) | Q(need__private_to=viewer.member)
    here = Match.objects.filter(_people_are_here(), seen, seen_evidence(viewer))
    match = here.select_related("need__person", "person").filter(pk=match_id).first()
    if match is None:
        raise NotHere("This is not here any more.")
    if match.state == state:
        raise NotAccepted("That is how it stands already.")
    recorder = Recorder(viewer)
    decided_at = None if state is MatchState.SUGGESTED else clock.now()
    recorder.set(match, state=state, decided_at=decided_at)
    sentence = _DECIDED[state].format(match.person.name, match.need.person.name)
    return recorder.note("decide_match", sentence, about=match.need.person_id)


def _match(viewer: Viewer, needs: Sequence[Need]) -> None:
    """Everything that may help with these needs, weighed anew."""
    make_meanings(viewer)
    offers = open_offers(viewer)
    offered = of_offers(viewer, offers, vectors_of(viewer, offers))
    vectors = vectors_of(viewer, needs)
    near = facts_near(viewer, vectors)
    worded = facts_with_rare_words(viewer, needs)
    keys = {fact for found in near for fact, _ in found} | {fact for found in worded for fact in found}
    known = {one.fact: one for one in of_facts(viewer, meanings_of(viewer, sorted(keys)))}
    for need, vector, found, by_word in zip(needs, vectors, near, worded, strict=True):
        facts = [known[fact] for fact in dict.fromkeys([*(key for key, _ in found), *by_word]) if fact in known]
        _store(need, _weigh(need, vector, [*offered, *facts]), _suggested(viewer, [need]))


def _add(viewer: Viewer, evidence: Sequence[Evidence], lost: set[uuid.UUID]) -> None:
    """What these may help with, beside what was suggested already; needs that lost a suggestion are matched anew."""
    if evidence:
        needs = open_needs(viewer)
        here: defaultdict[uuid.UUID, list[Match]] = defaultdict(list)
        for match in _suggested(viewer, needs):
            here[match.need_id].append(match)
        for need, vector in zip(needs, vectors_of(viewer, needs), strict=True):
            found = _weigh(need, vector, evidence)
            if found and need.pk not in lost:
                _store(need, _best_of_each([*here[need.pk], *found]), here[need.pk])
    if lost:
        match_needs(viewer, sorted(lost))


def _weigh(need: Need, vector: bytes, evidence: Sequence[Evidence]) -> list[Match]:
    """The best of each person that is close enough, the closest first."""
    others = [one for one in evidence if one.person != need.person_id]
    found = []
    for one, cosine in zip(others, cosines(vector, [one.vector for one in others]), strict=True):
        if cosine < NOT_STRANGE:
            continue
        close = closeness(need.what, one.text, cosine, rarity)
        if close.is_enough:
            found.append(
                Match(need=need, person_id=one.person, offer_id=one.offer, fact_id=one.fact, closeness=close.value)
            )
    return _best_of_each(found)


def _best_of_each(found: Iterable[Match]) -> list[Match]:
    best: dict[uuid.UUID, Match] = {}
    for match in found:
        if match.person_id not in best or _firmness(match) >= _firmness(best[match.person_id]):
            best[match.person_id] = match
    return sorted(best.values(), key=lambda match: -match.closeness)


def _firmness(match: Match) -> float:
    return match.closeness + (SAID_BY_THEM if match.offer_id else 0)


def _store(need: Need, found: Sequence[Match], here: Sequence[Match]) -> None:
    """Suggestions as found, in place of those that stood here; of whom the owner decided, nothing new is said."""
    decided = set(Match.objects.filter(need=need).exclude(state=MatchState.SUGGESTED).values_list("person", flat=True))
    open_ones = [match for match in found if match.person_id not in decided]
    named = open_ones[: worth_naming(match.closeness for match in open_ones)]
    kept = {match.person_id for match in named}
    Match.objects.filter(pk__in=[match.pk for match in here if match.person_id not in kept]).delete()
    for match in named:
        Match.objects.update_or_create(
            need=need,
            person_id=match.person_id,
            defaults={"offer_id": match.offer_id, "fact_id": match.fact_id, "closeness": match.closeness},
        )


def _suggested(viewer: Viewer, needs: Sequence[Need]) -> list[Match]:
    rows = Match.objects.filter(seen_evidence(viewer), state=MatchState.SUGGESTED)
    return [match for some in slices(needs) for match in rows.filter(need__in=some)]


def _suggested_by(viewer: Viewer, evidence: Q) -> set[uuid.UUID]:
    return set(Match.objects.filter(evidence, state=MatchState.SUGGESTED).values_list("need", flat=True))


def _people_are_here() -> Q:
    return Q(
        person__trashed_at=None, person__merged_into=None, need__person__trashed_at=None, need__person__merged_into=None
    )
