"""Address books in tables through a whole intake: people, circles, nothing doubled, brought up to date, taken back."""

from pathlib import Path

import pytest

from amity.actions import intake_undo
from amity.actions.intake import new_intake, run_intake
from amity.actions.setup import ensure_network
from amity.lib.errors import NotAccepted
from amity.records.intakes import IntakeState
from amity.records.models import Card, Fact, Handle, InCircle, Intake, Interaction, Person
from amity.records.scope import scope_of

ME = "robin@fenn.example"
HEADER = (
    "First Name,Last Name,Birthday,Notes,Labels,Organization Name,Organization Title,"
    "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
)
BO = (
    "Bo,Lindqvist,--02-14,Knows everything about masts.,* myContacts ::: Sailing,Hull Yard,Rigger,"
    "* Home,bo@lindqvist.example,Mobile,+44 20 7946 0102\n"
)
CY = "Cy,Moreau,,,* myContacts ::: Choir ::: Sailing,,,Work,cy@bakery.example ::: cy@home.example,,\n"
NOBODY = ",,,A note of nobody,,,,,,,\n"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def viewer():
    return ensure_network()


@pytest.fixture
def bring(viewer, tmp_path):
    """A file of this text brought in; gives the intake."""

    def bring(text: str, name: str = "contacts.csv") -> Intake:
        path = tmp_path / name
        path.write_text(text)
        return bring_path(viewer, path)

    return bring


def bring_path(viewer, path: Path) -> Intake:
    intake = new_intake(viewer, [str(path)], [ME])
    assert run_intake(viewer, intake) is IntakeState.DONE
    with scope_of(viewer):
        return Intake.objects.get(pk=intake)


def known(viewer):
    """Everything a row can tell of people."""
    with scope_of(viewer):
        return {
            "people": sorted(Person.objects.values_list("name", "born_month", "born_day", "work")),
            "kept": Person.objects.filter(kept_at__isnull=False).count(),
            "handles": sorted(Handle.objects.values_list("person__name", "value", "label")),
            "facts": sorted(Fact.objects.values_list("person__name", "kind", "text")),
            "circles": sorted(InCircle.objects.values_list("person__name", "circle__name")),
            "cards": Card.objects.count(),
        }


def test_rows_become_people_with_addresses_facts_and_circles(viewer, bring):
    intake = bring(HEADER + BO + CY + NOBODY)

    assert (intake.counts["cards_new"], intake.counts["problems"]) == (2, 1)
    assert known(viewer) == {
        "people": [("Bo Lindqvist", 2, 14, "Rigger, Hull Yard"), ("Cy Moreau", None, None, "")],
        "kept": 2,
        "handles": [
            ("Bo Lindqvist", "+442079460102", "mobile"),
            ("Bo Lindqvist", "bo@lindqvist.example", "home"),
            ("Cy Moreau", "cy@bakery.example", "work"),
            ("Cy Moreau", "cy@home.example", "work"),
        ],
        "facts": [
            ("Bo Lindqvist", "note", "Knows everything about masts."),
            ("Bo Lindqvist", "work", "Rigger, Hull Yard"),
        ],
        "circles": [("Bo Lindqvist", "Sailing"), ("Cy Moreau", "Choir"), ("Cy Moreau", "Sailing")],
        "cards": 2,
    }


def test_the_same_table_again_doubles_nothing(viewer, bring):
    bring(HEADER + BO + CY)
    before = known(viewer)

    again = bring(HEADER + CY + BO, "later.csv")

    assert known(viewer) == before
    assert (again.counts["cards_there"], again.counts["cards_new"]) == (2, 0)


def test_a_later_export_that_says_something_else_brings_people_up_to_date(viewer, bring):
    bring(HEADER + BO + CY)

    later = bring(HEADER + BO.replace("Hull Yard", "Baltic Yard").replace("Sailing", "Rowing") + CY, "later.csv")

    assert (later.counts["cards_changed"], later.counts["cards_there"]) == (1, 1)
    after = known(viewer)
    assert after["people"][0] == ("Bo Lindqvist", 2, 14, "Rigger, Baltic Yard")
    assert ("Bo Lindqvist", "Rowing") in after["circles"]
    assert ("Bo Lindqvist", "Sailing") not in after["circles"]
    assert after["cards"] == 2


def test_taking_a_table_back_leaves_what_was_before(viewer, bring):
    bring(HEADER + BO)
    before = known(viewer)
    later = bring(HEADER + BO.replace("Hull Yard", "Baltic Yard") + CY, "later.csv")

    intake_undo.undo_intake(viewer, later.pk)

    assert known(viewer) == before


LINKEDIN = Path(__file__).parents[1] / "sources" / "linkedin" / "samples" / "whole"


def messages(viewer):
    with scope_of(viewer):
        rows = Interaction.objects.order_by("happened_at").prefetch_related("participants__person")
        return [
            (row.direction, row.counts, sorted(part.person.name for part in row.participants.all()), row.text[:12])
            for row in rows
        ]


def test_an_export_of_linkedin_becomes_people_and_what_was_said_between_you(viewer):
    intake = bring_path(viewer, LINKEDIN)

    assert [name for name, *_ in known(viewer)["people"] if name != "Cy Moreau"] == ["Ada Lind", "Zoë Brandt"]
    assert messages(viewer)[:3] == [
        ("out", True, ["Ada Lind"], "Shall we tal"),
        ("in", True, ["Ada Lind"], "Thank you fo"),
        ("out", True, ["Ada Lind"], "Gladly, Ada "),
    ]
    assert [counts for _, counts, *_ in messages(viewer)[3:]] == [False]
    assert intake.counts["aside"] == 3


def test_an_export_of_linkedin_again_doubles_nothing_and_goes_whole(viewer):
    first = bring_path(viewer, LINKEDIN)
    people, said = known(viewer), messages(viewer)

    again = bring_path(viewer, LINKEDIN)

    assert (known(viewer), messages(viewer)) == (people, said)
    for intake in (again, first):
        intake_undo.undo_intake(viewer, intake.pk)
    assert (known(viewer)["people"], messages(viewer)) == ([], [])


def test_tables_of_outlook_and_of_a_spreadsheet_meet_the_same_people(viewer, bring):
    bring(HEADER + BO)
    spreadsheet = (
        "Name;E-Mail;Firma;Gruppen\nBo Lindqvist;bo@lindqvist.example;Hull Yard;Rowing\nDee Moss;dee@moss.example;;\n"
    )
    outlook = (
        "First Name,Last Name,E-mail Address,E-mail Type,E-mail Display Name,Callback,Mobile Phone\n"
        "Bo,Lindqvist,BO@lindqvist.example,SMTP,Bo,,+44 20 7946 0199\n"
    )

    bring(spreadsheet, "people.csv")
    bring(outlook, "outlook.csv")

    after = known(viewer)
    assert [name for name, *_ in after["people"]] == ["Bo Lindqvist", "Dee Moss"]
    assert ("Bo Lindqvist", "+442079460199", "mobile") in after["handles"]
    assert after["circles"] == [("Bo Lindqvist", "Rowing"), ("Bo Lindqvist", "Sailing")]


def test_a_table_without_people_is_refused_with_the_headers_it_has(viewer, tmp_path):
    path = tmp_path / "bank.csv"
    path.write_text("Datum;Betrag;Zweck\n2024-01-01;12;Miete\n2024-01-02;13;Strom\n")

    with pytest.raises(NotAccepted, match="Its columns are “Datum”, “Betrag” and “Zweck”"):
        new_intake(viewer, [str(path)], [ME])
