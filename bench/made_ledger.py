"""What was told in the made-up network: promises, needs, offers, and days ahead in people's lives."""

import uuid
from datetime import timedelta
from itertools import islice

from django.db import transaction

from amity.judgement.vocabulary import HelpState, PromiseState
from amity.lib.viewer import Viewer
from amity.records.bulk import bulk_load, new_keys
from amity.records.facts import LIFE_EVENT
from amity.records.models import Fact, Need, Offer, Person, Promise
from amity.records.scope import scope_of
from bench.made_network import ON, Pen

MOST_PROMISES = 200  # an owner keeps no more because there are more people
NEAREST = 150  # people whom the promises are between
NEED_EVERY, OFFER_EVERY, EVENT_EVERY = 100, 50, 50  # people
EVENT_DAYS = 400  # before and after the day of the pages
STATES = [PromiseState.OPEN] * 3 + [PromiseState.KEPT] * 6 + [PromiseState.SUGGESTED]


def make_ledger(viewer: Viewer, people: int) -> None:
    """Fill the ledger of a network that has none."""
    pen = Pen.seeded(people + 1)
    with scope_of(viewer), transaction.atomic():
        if Promise.objects.exists():
            return
        keys = list(Person.objects.order_by("pk").values_list("pk", flat=True))
        _promises(viewer, pen, keys[:NEAREST], MOST_PROMISES)
        _needs_and_offers(viewer, pen, keys)
        _events(viewer, pen, keys)


def _promises(viewer: Viewer, pen: Pen, keys: list[uuid.UUID], count: int) -> None:
    rows = []
    for key in islice(new_keys(), count):
        said = ON - timedelta(days=pen.chance.randint(1, 700))
        due = said + timedelta(days=pen.chance.randint(1, 200)) if pen.chance.random() < 0.6 else None
        state, mine = pen.chance.choice(STATES), pen.chance.random() < 0.7
        settled = said + timedelta(days=9) if state is PromiseState.KEPT else None
        person = pen.chance.choice(keys)
        what, sentence = pen.text(5), pen.text(15)
        rows.append(
            (key, viewer.network, viewer.member, person, what, state.value, said, sentence, mine, due, settled, 0, 9)
        )
    columns = ("member_id", "person_id", "what", "state", "said_on", "sentence", "mine", "due_on", "settled_on")
    bulk_load(Promise, ("id", "network_id", *columns, "mark_start", "mark_end"), rows)


def _needs_and_offers(viewer: Viewer, pen: Pen, keys: list[uuid.UUID]) -> None:
    made = new_keys()
    for model, every in ((Need, NEED_EVERY), (Offer, OFFER_EVERY)):
        rows = [
            (next(made), viewer.network, viewer.member, key, pen.text(6), HelpState.OPEN.value, _day(pen), pen.text(15))
            for key in keys[::every]
        ]
        bulk_load(model, ("id", "network_id", "member_id", "person_id", "what", "state", "said_on", "sentence"), rows)


def _events(viewer: Viewer, pen: Pen, keys: list[uuid.UUID]) -> None:
    made = new_keys()
    rows = []
    for key in keys[::EVENT_EVERY]:
        happens = ON + timedelta(days=pen.chance.randint(-EVENT_DAYS, EVENT_DAYS))
        rows.append((next(made), viewer.network, key, LIFE_EVENT, pen.text(3), _day(pen), happens, "your note"))
    bulk_load(Fact, ("id", "network_id", "person_id", "kind", "text", "noted_on", "happens_on", "source"), rows)


def _day(pen: Pen) -> object:
    return ON - timedelta(days=pen.chance.randint(5, 700))
