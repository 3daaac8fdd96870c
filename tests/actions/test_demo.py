"""The sample life, filled in: every promise, need, offer and event it is known to hold, and nothing it must not."""

import json
import os
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import transaction

from amity.actions.demo import fill_with_sample_life
from amity.actions.setup import ensure_network
from amity.judgement.vocabulary import HelpState, PromiseState
from amity.lib import clock
from amity.queries.dates import dates_ahead
from amity.queries.help import needs_page
from amity.queries.promises import promises_to_keep
from amity.queries.today import today_page
from amity.queries.whom_to_ask import whom_to_ask
from amity.records.facts import LIFE_EVENT
from amity.records.models import Fact, HelpAsked, Need, Offer, Person, Promise
from amity.records.scope import scope_of
from amity.sources.demo import life
from tests.processes import CHECKOUT

TODAY = date(2026, 11, 23)
TWO_WEEKS = 14
pytestmark = pytest.mark.django_db
STATES = {
    "open": PromiseState.OPEN,
    "proposed": PromiseState.SUGGESTED,
    "kept": PromiseState.KEPT,
    "kept late": PromiseState.KEPT,
    "let go": PromiseState.RELEASED,
}


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker):
    """The viewer of the filled network; filled once, taken back after the last test here."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
        with transaction.atomic():
            viewer = ensure_network()
            fill_with_sample_life(viewer, TODAY)
            with scope_of(viewer):
                yield viewer
            transaction.set_rollback(True)


@pytest.fixture(scope="module")
def ids(filled):
    """Who is who: the ids of the data by the keys of rows."""
    everybody = {one.name: one.id for one in life.everybody(TODAY).values() if not one.is_stranger}
    return {key: everybody[name] for key, name in Person.objects.values_list("pk", "name") if name in everybody}


@pytest.fixture
def demo():
    """The shared folder of the demo, with what is expected of it."""
    folder = Path(os.environ.get("AMITY_SHARED", CHECKOUT.parent / "shared")) / "demo"
    if not (folder / "expected.json").is_file():
        pytest.skip("the demo network is not in the shared data; set AMITY_SHARED")
    return folder


@pytest.fixture
def expected(demo):
    return json.loads((demo / "expected.json").read_text("utf-8"))


@pytest.fixture
def world(demo):
    return json.loads((demo / "world.json").read_text("utf-8"))


def on(day):
    return None if day is None else TODAY + timedelta(days=day)


def sentence(row):
    return life.fill_in(row["sentence"], TODAY).rstrip(".")


def test_every_promise_of_hers_was_found_in_its_sentence_and_stands_as_expected(filled, ids, world):
    stored = {(ids[p.person_id], p.said_on): p for p in Promise.objects.filter(mine=True)}

    assert set(stored) == {(row["to"], on(row["day"])) for row in world["promises"]}
    for row in world["promises"]:
        promise = stored[row["to"], on(row["day"])]
        assert promise.sentence.startswith(sentence(row)), row["id"]
        assert promise.key is not None, row["id"]  # found by looking through, not written down by hand
        assert promise.state == STATES[row["state"]], row["id"]
        assert promise.is_late is (row["state"] == "kept late"), row["id"]
        if row["state"] != "proposed":
            assert (promise.what, promise.due_on) == (row["what"], on(row["due"])), row["id"]
        if row["state"].startswith("kept"):
            assert promise.settled_on == on(row["done"])


def test_open_promises_are_those_expected_and_the_framers_card_stays_a_question(filled, ids, expected):
    states = {(ids[p.person_id], p.state) for p in Promise.objects.filter(mine=True, settled_on=None)}

    assert states == {(row["to"], STATES[row["state"]]) for row in expected["promises"]}
    counted = Counter(p.state + " late" * p.is_late for p in Promise.objects.filter(mine=True))
    assert counted == {"open": 5, "suggested": 1, "kept": 7, "kept late": 1, "released": 1}


def test_of_every_kept_promise_the_message_that_kept_it_was_found(filled):
    kept = Promise.objects.filter(mine=True, state=PromiseState.KEPT).select_related("interaction")

    assert len(kept) == 8
    assert all(promise.kept_by_id for promise in kept)
    assert not Promise.objects.filter(mine=True, kept_by__isnull=False).exclude(state=PromiseState.KEPT).exists()


def test_what_others_promised_was_found_and_is_open(filled, ids, expected):
    theirs = {(ids[p.person_id], p.what, p.state) for p in Promise.objects.filter(mine=False)}

    assert theirs == {(row["by"], row["what"], row["state"]) for row in expected["promises_to_owner"]}
    words = dict(Promise.objects.filter(mine=False).values_list("what", "due_words"))
    assert words["Lend the small bandsaw"] == "in spring"


def test_nothing_that_only_looks_like_a_promise_was_found(filled, expected):
    found = [p.sentence for p in Promise.objects.all()]

    for row in expected["not_promises"]:
        assert not [each for each in found if sentence(row) in each], row


@pytest.mark.parametrize(("model", "kind"), [(Need, "needs"), (Offer, "offers")])
def test_open_needs_and_offers_are_those_of_the_life(filled, ids, world, model, kind):
    stored = {(ids[one.person_id], one.what) for one in model.objects.filter(state=HelpState.OPEN)}

    told = {
        (person["id"], life.fill_in(row["text"], TODAY))
        for person in world["people"]
        for row in person.get(kind, [])
        if row["open"]
    }
    assert stored == told


def test_most_needs_were_found_and_each_shows_its_sentence(filled):
    needs = Need.objects.filter(state=HelpState.OPEN)

    assert needs.filter(key__isnull=False).count() >= 11
    assert all(need.sentence and need.interaction_id and need.source for need in needs)
    assert all(offer.sentence and offer.interaction_id for offer in Offer.objects.filter(state=HelpState.OPEN))


def test_what_was_found_besides_is_dismissed_but_for_one_that_waits(filled, ids):
    (waiting,) = Need.objects.filter(state=HelpState.SUGGESTED)

    assert (ids[waiting.person_id], waiting.what) == ("pascal", "Anybody at the tram museum")
    assert not Offer.objects.filter(state=HelpState.SUGGESTED).exists()


def test_life_events_with_a_day_have_it(filled, ids, world):
    events = Fact.objects.filter(kind=LIFE_EVENT)
    stored = {(ids[f.person_id], f.text) for f in events}
    told = {
        (person["id"], life.fill_in(row["text"], TODAY))
        for person in world["people"]
        for row in person.get("life_events", [])
    }

    assert told <= stored
    days = {(ids[f.person_id], (f.happens_on - TODAY).days) for f in events if f.happens_on}
    assert days >= {("zosia", 5), ("dad", 11), ("bo", -357), ("bo", -50), ("gwendolyn", -135), ("theodora", -229)}


def test_whom_she_asked_how_to_help_was_found_and_has_their_answer(filled, ids):
    asked = {ids[row.person_id]: row.answer for row in HelpAsked.objects.all()}

    assert set(asked) == {"hester", "yusra", "pascal", "mbali"}
    assert asked["yusra"].startswith("the casserole")


def test_today_has_the_three_promises_expected(filled, ids, expected):
    shown = promises_to_keep(filled, TODAY, 4)

    assert {ids[row.person_id] for row in shown.rows} == {row["person"] for row in expected["today"]["promises"]}


def test_the_two_to_ask_how_to_help_are_among_those_named(filled, ids, expected):
    named = {ids[row.person_id] for row in whom_to_ask(filled, TODAY, 4)}

    assert named >= {row["person"] for row in expected["today"]["ask_how_to_help"]}
    assert not named & {row["person"] for row in expected["today"]["must_not"] if row["person"] != "pascal"}


def test_today_asks_those_two_and_nobody_else(filled, ids, expected):
    asked = [ids[row.person_id] for row in today_page(filled, TODAY).ask_how]

    assert asked == [row["person"] for row in expected["today"]["ask_how_to_help"]]


@pytest.mark.parametrize(
    ("needs", "meets"),
    [
        *(("henrik", "dimakatso"), ("tomasz", "agnieszka"), ("clemence", "junho")),
        *(("harpreet", "kenji"), ("solveig", "thorvald")),
    ],
)
def test_the_needs_that_somebody_meets_name_them(filled, ids, needs, meets):
    named = {
        ids[match.person_id]
        for row in needs_page(filled, TODAY).open
        if ids[row.person_id] == needs
        for match in row.matches
    }

    assert meets in named


def test_the_dates_expected_are_ahead(filled, ids, expected):
    ahead = {(ids[row.person_id], (row.on - TODAY).days) for row in dates_ahead(filled, TODAY, TWO_WEEKS, 20)}

    assert ahead >= {(row["person"], row["day"]) for row in expected["today"]["dates_ahead"]}
