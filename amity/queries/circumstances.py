"""What moves somebody just now: what happened in their life, what they need, and what the owner asked and promised."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import F, Max, Q, QuerySet

from amity.judgement.childhood import is_child
from amity.judgement.help_states import STALE_AFTER_DAYS
from amity.judgement.life_events import MOURNS_FOR_DAYS, Happened
from amity.judgement.telling import noted_words
from amity.judgement.vocabulary import HelpState, PromiseState
from amity.judgement.whom_to_ask import LONG_SINCE_DAYS, Circumstances, OpenNeed
from amity.lib.viewer import Viewer
from amity.queries.help_rows import needs_here, of_people_here, seen_by
from amity.queries.left_in_peace import RELATION
from amity.records.facts import LIFE_EVENT
from amity.records.models import Fact, HelpAsked, Need, Promise, Tie

MOST_LOOKED_AT = 250  # life events, needs, people asked long ago: the newest of each; one statement takes 900 keys


@dataclass(frozen=True, slots=True)
class _Heard:
    happened: defaultdict[uuid.UUID, list[Happened]] = field(default_factory=lambda: defaultdict(list))
    needs: defaultdict[uuid.UUID, list[OpenNeed]] = field(default_factory=lambda: defaultdict(list))
    asked_long_ago: set[uuid.UUID] = field(default_factory=set)

    def people(self) -> set[uuid.UUID]:
        return {*self.happened, *self.needs, *self.asked_long_ago}


def circumstances(viewer: Viewer, on: date, besides: Collection[uuid.UUID]) -> list[Circumstances]:
    """Of the owner's people whom something moves, without those named in `besides`; inside a query's scope."""
    heard = _heard(viewer, on)
    people = heard.people() - set(besides)
    asked, promised, young = _last_asked(viewer, people), _last_promised(viewer, people), _told_young(people)
    ties = Tie.objects.filter(member_id=viewer.member, person__in=people, listed=True)
    columns = ("person_id", "strength", "paused_until", "left_out_at", "person__born_year")
    return [
        Circumstances(
            person=person,
            strength=strength,
            is_child=is_child(born_year, young[person], on),
            asleep_until=paused_until,
            never=left_out_at is not None,
            asked_on=asked.get(person),
            answered_on=max((day for day in (asked.get(person), promised.get(person)) if day), default=None),
            happened=tuple(heard.happened[person]),
            needs=tuple(heard.needs[person]),
        )
        for person, strength, paused_until, left_out_at, born_year in ties.values_list(*columns)
    ]


def answers(viewer: Viewer, people: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """What each of these people said when last asked, as far as it is kept; inside a query's scope."""
    rows = _asked(viewer).filter(person__in=list(people)).order_by("asked_on", "pk")
    return dict(rows.values_list("person_id", "answer"))


def _heard(viewer: Viewer, on: date) -> _Heard:
    heard = _Heard()
    for person, text, label, noted_on, happens_on, source in _life_events(viewer, on):
        when = happens_on or noted_on
        if when and when <= on:
            heard.happened[person].append(Happened(text, label, when, source))
    for need in _needs(viewer, on):
        heard_on = max(day for day in (need.said_on, need.confirmed_on) if day)
        where = noted_words(need.source, need.said_on, on)
        heard.needs[need.person_id].append(OpenNeed(need.pk, need.what, heard_on, where))
    long_ago = on - timedelta(days=LONG_SINCE_DAYS)
    last = _asked(viewer).values("person_id").annotate(last=Max("asked_on")).filter(last__lt=long_ago)
    heard.asked_long_ago.update(last.order_by("last").values_list("person_id", flat=True)[:MOST_LOOKED_AT])
    return heard


def _life_events(viewer: Viewer, on: date) -> QuerySet[Fact, tuple[uuid.UUID, str, str, date | None, date | None, str]]:
    since = on - timedelta(days=MOURNS_FOR_DAYS)
    recent = Q(noted_on__gte=since) | Q(happens_on__gte=since)
    rows = Fact.objects.filter(seen_by(viewer), of_people_here(), recent, kind=LIFE_EVENT, trashed_at=None)
    newest = rows.order_by(F("noted_on").desc(nulls_last=True), "-pk")
    return newest.values_list("person_id", "text", "label", "noted_on", "happens_on", "source")[:MOST_LOOKED_AT]


def _needs(viewer: Viewer, on: date) -> QuerySet[Need]:
    since = on - timedelta(days=STALE_AFTER_DAYS)
    heard = Q(said_on__gte=since) | Q(confirmed_on__gte=since)
    return needs_here(viewer).filter(heard, state=HelpState.OPEN).order_by("-said_on", "-pk")[:MOST_LOOKED_AT]


def _asked(viewer: Viewer) -> QuerySet[HelpAsked]:
    return HelpAsked.objects.filter(of_people_here(), member_id=viewer.member)


def _last_asked(viewer: Viewer, people: Collection[uuid.UUID]) -> dict[uuid.UUID, date]:
    rows = _asked(viewer).filter(person__in=people).values("person_id").annotate(last=Max("asked_on"))
    return dict(rows.values_list("person_id", "last"))


def _last_promised(viewer: Viewer, people: Collection[uuid.UUID]) -> dict[uuid.UUID, date]:
    """Who promised to help need not ask how."""
    states = [PromiseState.OPEN, PromiseState.KEPT]
    mine = Promise.objects.filter(member_id=viewer.member, mine=True, state__in=states, person__in=people)
    rows = mine.filter(said_on__isnull=False).values("person_id").annotate(last=Max("said_on"))
    return dict(rows.values_list("person_id", "last"))


def _told_young(people: Collection[uuid.UUID]) -> defaultdict[uuid.UUID, list[tuple[str, date | None]]]:
    told: defaultdict[uuid.UUID, list[tuple[str, date | None]]] = defaultdict(list)
    rows = Fact.objects.filter(person__in=people, kind=RELATION, trashed_at=None)
    for person, text, noted_on in rows.values_list("person_id", "text", "noted_on"):
        told[person].append((text, noted_on))
    return told
