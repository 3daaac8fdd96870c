"""The facts of a card that changed: corrected, removed and added as it says now, but for those the owner touched."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from amity.actions.afterwards import find_again, find_no_more
from amity.actions.bringing import Bringing
from amity.actions.changes import Recorder
from amity.actions.take_in_card_rows import KIND, LABEL, add_facts
from amity.lib.text import clean, fold
from amity.records.models import Card, Fact
from amity.sources.found import FoundFact, FoundPerson

Said = tuple[str, str]  # kind and folded text: what makes two facts the same


@dataclass(slots=True)
class _Step:
    """What becomes of the facts of one card."""

    corrected: list[tuple[Fact, FoundFact]] = field(default_factory=list)
    gone: list[Fact] = field(default_factory=list)
    added: list[FoundFact] = field(default_factory=list)


def follow_facts(
    run: Bringing,
    recorder: Recorder,
    row: Card,
    versions: tuple[FoundPerson, FoundPerson],
    beside: Sequence[FoundPerson],
) -> None:
    """Let the facts of a card, which said the first version and says the second, follow it."""
    was, now = versions
    here = list(Fact.objects.filter(person_id=row.person_id))
    step = _step_of(row, was.facts, now.facts, here, {_said(fact) for other in beside for fact in other.facts})
    for fact, says in step.corrected:
        recorder.set(fact, text=clean(says.text), label=clean(says.label)[:LABEL])
    if step.corrected:
        find_again(run.viewer, facts=[fact.pk for fact, _ in step.corrected])
    if step.gone:
        find_no_more(run.viewer, facts=[fact.pk for fact in step.gone])
        recorder.remove_many(step.gone)
    add_facts(run, row, step.added)


def _step_of(
    row: Card, was: Sequence[FoundFact], now: Sequence[FoundFact], here: Sequence[Fact], beside: set[Said]
) -> _Step:
    said, says = {_said(fact) for fact in was}, {_said(fact): fact for fact in now}
    ours = {_of(fact): fact for fact in here if fact.card_id == row.pk}
    free = {key: fact for key, fact in ours.items() if fact.touched_at is None and fact.trashed_at is None}
    theirs = [fact for key, fact in ours.items() if fact.touched_at is not None and key not in said]
    there = {_of(fact) for fact in here}
    step = _Step(corrected=[(free[key], fact) for key, fact in says.items() if _is_relabelled(free.get(key), fact)])
    arrived = [fact for key, fact in says.items() if key not in said]
    for fact in was:
        key = _said(fact)
        if key in says:
            continue
        after = _taken(arrived, fact)
        mine = None if key in beside else free.get(key)
        if mine and after and _said(after) not in there:
            step.corrected.append((mine, after))
            continue
        if mine:
            step.gone.append(mine)
        elif key not in there and (words := _of_kind(theirs, fact.kind)):
            theirs.remove(words)  # the owner wrote something else in its place, and that stays
            continue
        step.added += [after] if after else []
    step.added += arrived
    return step


def _taken(arrived: list[FoundFact], before: FoundFact) -> FoundFact | None:
    """What stands on the card in the place of `before`; taken out of what arrived."""
    for after in arrived:
        if (after.kind, after.label) == (before.kind, before.label):
            arrived.remove(after)
            return after
    return None


def _of_kind(facts: Iterable[Fact], kind: str) -> Fact | None:
    return next((fact for fact in facts if fact.kind == kind[:KIND]), None)


def _is_relabelled(fact: Fact | None, says: FoundFact) -> bool:
    return fact is not None and fact.label != clean(says.label)[:LABEL]


def _said(fact: FoundFact) -> Said:
    return fact.kind[:KIND], fold(clean(fact.text))


def _of(fact: Fact) -> Said:
    return fact.kind, fold(fact.text)
