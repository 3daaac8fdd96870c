from datetime import timedelta

import pytest

from amity.actions.circles import make_circle
from amity.actions.facts import trash_fact
from amity.actions.interactions import trash_interaction
from amity.actions.people import rename_person, trash_person
from amity.actions.undo import undo, undo_last
from amity.judgement.vocabulary import Channel, Direction
from amity.lib.errors import NotAccepted, NotHere
from amity.queries.circles import circle_marks, circles_page
from amity.queries.history import history_page
from amity.queries.intakes import intake_page, intakes_page, progress
from amity.queries.settings import settings_page
from amity.queries.trash import Thrown, trash_page
from amity.records.intakes import IntakeState
from amity.records.models import Change, Fact, Intake, IntakeProblem
from amity.records.scope import scope_of
from tests.conftest import NOW, TODAY, happened, in_circle, known


def test_history_says_what_by_whom_and_when(viewer, bo):
    rename_person(viewer, bo.pk, "Bosse Lindqvist", "Bosse", "")

    [change] = history_page(viewer, TODAY).rows

    assert (change.by, change.person_id, change.can_undo) == ("You", bo.pk, True)
    assert "Lindqvist" in change.label
    assert change.at.tzinfo is viewer.time_zone


def test_history_says_why_something_stays_done(viewer, bo):
    renamed = rename_person(viewer, bo.pk, "Bosse Lindqvist", "", "")
    undo(viewer, renamed.id)
    with scope_of(viewer):
        Change.objects.create(member_id=viewer.member, at=NOW - timedelta(hours=1), verb="take_in", label="Read mail.")

    why = [(change.can_undo, change.why_not) for change in history_page(viewer, TODAY).rows]

    assert sorted(why) == [
        (False, "Taking back cannot be taken back itself. Do the same thing again instead."),
        (False, "This changed nothing that could be taken back here."),
        (False, "This was taken back already."),
    ]


def test_after_thirty_days_history_only_tells(viewer, bo):
    rename_person(viewer, bo.pk, "Bosse Lindqvist", "", "")

    assert history_page(viewer, TODAY + timedelta(days=30)).rows[0].can_undo
    assert not history_page(viewer, TODAY + timedelta(days=31)).rows[0].can_undo


def test_history_of_one_person_is_theirs_alone(viewer, cast):
    rename_person(viewer, cast.ada.pk, "Ada Okafor-Reed", "", "")
    rename_person(viewer, cast.bo.pk, "Bosse Lindqvist", "", "")

    assert [change.person_id for change in history_page(viewer, TODAY, about=cast.ada.pk).rows] == [cast.ada.pk]


def test_history_is_paged_without_loss(viewer):
    with scope_of(viewer):
        for number in range(120):
            Change.objects.create(member_id=viewer.member, at=NOW, verb="x", label=f"{number}", rows=[{}])

    first = history_page(viewer, TODAY)
    second = history_page(viewer, TODAY, before=first.next)
    third = history_page(viewer, TODAY, before=second.next)

    labels = {change.label for page in (first, second, third) for change in page.rows}
    assert (len(labels), third.next) == (120, "")


def test_the_bin_holds_people_letters_and_facts_with_their_last_day(viewer, cast):
    trash_person(viewer, cast.bo.pk)
    note = happened(viewer, cast.ada, 3, Channel.NOTE, Direction.OUT, text="By mistake")
    trash_interaction(viewer, note.pk)
    with scope_of(viewer):
        fact = Fact.objects.get(text="Bristol")
    trash_fact(viewer, fact.pk)

    page = trash_page(viewer, TODAY)

    assert {(row.kind, row.title) for row in page.rows} == {
        (Thrown.PERSON, "Bo Lindqvist"),
        (Thrown.INTERACTION, "By mistake"),
        (Thrown.FACT, "Bristol"),
    }
    assert {row.stays_until for row in page.rows} == {TODAY + timedelta(days=30)}
    assert {row.left for row in page.rows} == {"4 weeks"}
    assert next(row for row in page.rows if row.kind is Thrown.INTERACTION).person_id == cast.ada.pk


def test_what_came_back_is_not_in_the_bin(viewer, bo):
    trash_person(viewer, bo.pk)
    undo_last(viewer)

    assert trash_page(viewer, TODAY).rows == ()


def test_a_private_fact_of_somebody_else_is_not_in_ones_bin(viewer, elsewhere, ada):
    fact = known(viewer, ada, "other", "A secret")
    with scope_of(viewer):
        Fact.objects.filter(pk=fact.pk).update(private_to=elsewhere.member, trashed_at=NOW)

    assert trash_page(viewer, TODAY).rows == ()


def an_intake(viewer, state, **columns):
    part = {
        "kind": "mbox",
        "path": "x",
        "title": "Mail, mbox",
        "done": 630,
        "total": 1000,
        "position": {},
        "finished": False,
    }
    with scope_of(viewer):
        return Intake.objects.create(
            **{
                "member_id": viewer.member,
                "title": "All mail.mbox",
                "state": state,
                "parts": [part],
                "counts": {"found": 38_560, "new": 38_000, "there": 560, "people": 96, "problems": 2, "aside": 40},
                "aside": {
                    "A machine wrote it.": {"count": 10, "examples": ["noreply@shop.example"]},
                    "List mail.": {"count": 30, "examples": []},
                },
                "made_at": NOW,
                "started_at": NOW,
                **columns,
            }
        )


def test_an_intake_says_how_far_it_came(viewer):
    intake = an_intake(viewer, IntakeState.READING)

    now = progress(viewer, intake.pk)

    assert (now.fraction, now.running) == (0.63, True)
    assert now.sentence == "38,560 of about 61,000 letters"
    assert [part.fraction for part in now.parts] == [0.63]
    assert intakes_page(viewer).reading == (now,)


def test_a_finished_intake_reports_what_came_of_it(viewer):
    intake = an_intake(viewer, IntakeState.DONE, finished_at=NOW + timedelta(seconds=11))
    with scope_of(viewer):
        for number in (1, 2):
            IntakeProblem.objects.create(intake=intake, where=f"letter {number}", why="It has no date.", kept=True)

    page = intake_page(viewer, intake.pk, TODAY)

    assert page.sentences == (
        "38,000 letters and 96 new addresses came in new.",
        "560 letters were here already and came in once only.",
        "40 things left aside, for the reasons below.",
        "Two places could not be understood, or only in part.",
    )
    assert [(aside.why, aside.count) for aside in page.aside] == [("List mail.", 30), ("A machine wrote it.", 10)]
    assert {(trouble.where, trouble.kept) for trouble in page.troubles} == {("letter 1", True), ("letter 2", True)}
    assert (page.took, page.undo_until) == ("eleven seconds", TODAY + timedelta(days=30))
    assert intakes_page(viewer).rows[0].came == "38,000 letters, 96 new addresses"


@pytest.mark.parametrize(
    ("state", "after", "why"),
    [
        (IntakeState.DONE, 31, "That was possible until 31 December 2026."),
        (IntakeState.UNDONE, 0, "It was taken back already."),
        (IntakeState.READING, 0, "Stop it first."),
    ],
)
def test_why_an_intake_cannot_be_taken_back_is_said(viewer, state, after, why):
    intake = an_intake(viewer, state, finished_at=NOW)

    page = intake_page(viewer, intake.pk, TODAY + timedelta(days=after))

    assert (page.undo_until, page.why_not_undo) == (None, why)


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (IntakeState.PREVIEWED, (True, False, False)),
        (IntakeState.READING, (False, True, False)),
        (IntakeState.STOPPED, (False, False, True)),
        (IntakeState.FAILED, (False, False, True)),
        (IntakeState.DONE, (False, False, False)),
    ],
)
def test_what_can_be_done_with_an_intake_follows_from_its_state(viewer, state, may):
    page = intake_page(viewer, an_intake(viewer, state).pk, TODAY)

    assert (page.can_start, page.can_stop, page.can_resume) == may


def test_problems_are_paged_without_loss(viewer):
    intake = an_intake(viewer, IntakeState.DONE)
    with scope_of(viewer):
        for number in range(70):
            IntakeProblem.objects.create(intake=intake, where=f"line {number}", why="No date.", kept=False)

    first = intake_page(viewer, intake.pk, TODAY)
    second = intake_page(viewer, intake.pk, TODAY, after=first.next)

    assert (len(first.troubles), len(second.troubles), second.next) == (50, 20, "")
    with pytest.raises(NotAccepted):
        intake_page(viewer, intake.pk, TODAY, after="WyJ4Il0")


def test_an_intake_of_another_network_is_not_here(viewer, elsewhere):
    with pytest.raises(NotHere):
        progress(viewer, an_intake(elsewhere, IntakeState.DONE).pk)


def test_circles_stand_in_order_with_their_people_and_rhythm(viewer, cast):
    make_circle(viewer, "Choir", "r-through")
    in_circle(viewer, cast.cy, "Friends", "r-friends")

    assert [(row.name, row.people) for row in circles_page(viewer)][:3] == [
        (mark.name, {"Choir": 0, "Ex-colleagues": 1, "Friends": 1}[mark.name]) for mark in circle_marks(viewer)
    ]


def test_the_settings_page_has_the_defaults_and_the_own_addresses(viewer, cast):
    page = settings_page(viewer)

    assert (page.username, page.likes.today_limit, page.likes.time_zone) == ("robin", 12, "Europe/London")
    assert [(row.shown, row.confirmed) for row in page.own_addresses] == [("robin@fenn.example", True)]
    assert page.capacity.startswith("Your rhythms come to")
