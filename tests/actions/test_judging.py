"""What is stored of a tie follows from what happened, and from the owner's word."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from amity.actions.judging import judge_all, judge_ties, refresh_people
from amity.actions.priors import foresee_prior, store_prior
from amity.actions.setup import ensure_network
from amity.lib.ids import new_id
from amity.records import fulltext
from amity.records.models import Circle, Fact, Handle, InCircle, Interaction, Participant, Person, Preferences, Tie
from amity.records.scope import scope_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)
START = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def viewer():
    return ensure_network()


@pytest.fixture
def scope(viewer):
    with scope_of(viewer):
        yield


def _person(name, **columns):
    return Person.objects.create(name=name, sort_name=name.lower(), kept_at=START, **columns)


def _letter(viewer, person, on, direction="out", role=None, **columns):
    row = Interaction.objects.create(
        member_id=viewer.member, happened_at=on, channel="mail", direction=direction, subject="Re: the boat", **columns
    )
    role = role or ("to" if direction == "out" else "from")
    Participant.objects.create(interaction=row, person=person, role=role, happened_at=on)
    return row


def _letters(viewer, person, every_days, count):
    for number in range(count):
        at = START + timedelta(days=every_days * number)
        _letter(viewer, person, at, "in" if number % 2 else "out")


def test_letters_both_ways_make_a_tie_with_its_rhythm_and_last_words(viewer, scope):
    ada = _person("Ada Byron")
    _letters(viewer, ada, 14, 10)

    judge_ties(viewer, [ada.pk], TODAY)

    tie = Tie.objects.get(person=ada)
    assert (tie.written, tie.heard, tie.contact_days, tie.episodes, tie.two_way) == (5, 5, 10, 10, True)
    assert (tie.last_on, tie.last_direction, tie.last_words) == (date(2026, 5, 7), "in", "the boat")
    assert tie.rhythm_by == "learned"
    assert 14 < tie.rhythm_days < 30
    assert tie.due_on == tie.quiet_on


def test_a_stored_tie_gives_back_what_judgement_said(viewer, scope):
    ada = _person("Ada Byron")
    _letters(viewer, ada, 14, 10)
    judge_ties(viewer, [ada.pk], TODAY)

    judged = Tie.objects.get(person=ada).judged

    assert (judged.gaps, judged.last_day, judged.episodes) == (9, date(2026, 5, 7), 10)
    assert judged.freshness(date(2026, 5, 20)) > judged.freshness(TODAY)


def test_judging_twice_writes_the_same_row(viewer, scope):
    ada = _person("Ada Byron")
    _letters(viewer, ada, 14, 10)
    judge_ties(viewer, [ada.pk], TODAY)
    before = Tie.objects.values().get(person=ada)

    judge_ties(viewer, [ada.pk], TODAY)

    assert Tie.objects.values().get(person=ada) == before


@pytest.mark.parametrize(
    "columns",
    [{"counts": False}, {"trashed_at": START}, {"direction": "in", "role": "cc"}],
    ids=["does not count", "in the bin", "a copy of somebody else's letter"],
)
def test_what_is_no_contact_makes_no_contact_day(viewer, scope, columns):
    ada = _person("Ada Byron")
    _letter(viewer, ada, START, **columns)

    judge_ties(viewer, [ada.pk], TODAY)

    tie = Tie.objects.get(person=ada)
    assert (tie.contact_days, tie.last_on, tie.last_words) == (0, None, "")


def test_what_happened_to_another_member_is_no_contact_of_mine(viewer, scope):
    ada = _person("Ada Byron")
    row = _letter(viewer, ada, START)
    Interaction.objects.filter(pk=row.pk).update(member_id=new_id())

    judge_ties(viewer, [ada.pk], TODAY)

    assert Tie.objects.get(person=ada).contact_days == 0


def test_the_owners_rhythm_wins_over_the_circles_and_the_learned_one(viewer, scope):
    ada, bo = _person("Ada Byron"), _person("Bo Berg")
    circle = Circle.objects.create(name="Sailing", rhythm_days=90)
    for person in (ada, bo):
        _letters(viewer, person, 14, 10)
        InCircle.objects.create(circle=circle, person=person)
    Tie.objects.create(member_id=viewer.member, person=ada, set_rhythm_days=30)

    judge_ties(viewer, None, TODAY)

    rhythms = {t.person_id: (t.rhythm_days, t.rhythm_by) for t in Tie.objects.all()}
    assert rhythms == {ada.pk: (30.0, "owner"), bo.pk: (90.0, "circle")}


def test_a_letter_late_in_the_evening_falls_on_the_owners_day(viewer, scope):
    ada = _person("Ada Byron")
    _letter(viewer, ada, datetime(2026, 5, 1, 23, 30, tzinfo=UTC))
    east = replace(viewer, time_zone=ZoneInfo("Asia/Kathmandu"))

    judge_ties(east, [ada.pk], TODAY)

    assert Tie.objects.get(person=ada).last_on == date(2026, 5, 2)


def test_the_nightly_run_judges_everybody_and_keeps_the_prior(viewer, scope):
    for name in ("Ada Byron", "Bo Berg"):
        _letters(viewer, _person(name), 14, 10)
    seen = []

    judge_all(viewer, TODAY, lambda done, total: seen.append((done, total)))

    preferences = Preferences.objects.get(member_id=viewer.member)
    assert seen == [(2, 2)]
    assert (preferences.gap_count, preferences.judged_on) == (18, TODAY)
    assert store_prior(viewer).count == 18


def test_a_foreseen_prior_is_the_one_that_judging_leaves(viewer, scope):
    ada, bo = _person("Ada Byron"), _person("Bo Berg")
    for person in (ada, bo):
        _letters(viewer, person, 14, 10)
    judge_ties(viewer, [ada.pk], TODAY)
    _letter(viewer, ada, START + timedelta(days=200))

    foreseen = foresee_prior(viewer, [ada.pk, bo.pk], TODAY)

    judge_ties(viewer, None, TODAY)
    left = store_prior(viewer)
    assert (foreseen.count, round(foreseen.total, 9)) == (left.count, round(left.total, 9)) != (0, 0.0)


def test_summaries_are_read_from_the_newest_facts_and_found_by_their_words(viewer, scope):
    ada = _person("Ada Byron")
    Handle.objects.create(person=ada, kind="mail", value="ada@byron.example")
    Fact.objects.create(person=ada, kind="lives_in", text="London", noted_on=date(2020, 1, 1))
    Fact.objects.create(person=ada, kind="lives_in", text="Brest")
    Fact.objects.create(person=ada, kind="work", text="Engines Ltd")
    Fact.objects.create(person=ada, kind="title", text="Engineer")

    refresh_people(viewer, [ada.pk])

    ada.refresh_from_db()
    assert (ada.place, ada.work) == ("London", "Engineer, Engines Ltd")
    assert fulltext.named(viewer.network, "london byron.ex engin", 5) == [ada.pk]


def test_people_in_the_bin_are_listed_and_found_no_more(viewer, scope):
    ada = _person("Ada Byron")
    refresh_people(viewer, [ada.pk])
    judge_ties(viewer, [ada.pk], TODAY)
    assert Tie.objects.get(person=ada).listed
    Person.objects.filter(pk=ada.pk).update(trashed_at=START)

    refresh_people(viewer, [ada.pk])

    assert not Tie.objects.get(person=ada).listed
    assert fulltext.named(viewer.network, "ada", 5) == []
