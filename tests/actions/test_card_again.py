"""A card met again with other words: what is known follows it, the owner's own words stay, and undo brings it back."""

import base64
import io

import pytest
from PIL import Image

from amity.actions import intake_preview, intake_undo
from amity.actions.circles import make_circle, put_in_circle
from amity.actions.facts import correct_fact, trash_fact
from amity.actions.intake import new_intake, run_intake
from amity.actions.people import rename_person, set_birthday
from amity.actions.setup import ensure_network
from amity.judgement.intake_words import came_words, report_sentences
from amity.queries.history import history_page
from amity.records import fulltext
from amity.records.intakes import IntakeState
from amity.records.models import Card, Change, Fact, Handle, InCircle, Intake, Person, Photo
from amity.records.scope import scope_of
from tests.conftest import TODAY

ME = "robin@fenn.example"
pytestmark = pytest.mark.django_db(transaction=True)

BO = (
    "UID:bo",
    "FN:Bo Lindqvist",
    "N:Lindqvist;Bo;;;",
    "EMAIL:bo@lindqvist.example",
    "TEL;TYPE=cell:+44 20 7946 0102",
    "BDAY:1979-02-14",
    "ORG:Hull Yard",
    "CATEGORIES:Sailing",
    "NOTE:Knows everything about masts.",
)
LATER = (
    "UID:bo",
    "FN:Bo Lindqvist-Moss",
    "N:Lindqvist-Moss;Bo;;;",
    "EMAIL:bo@lindqvist.example",
    "EMAIL:bo@moss.example",
    "TEL;TYPE=cell:+44 20 7946 0177",
    "BDAY:1979-02-15",
    "ORG:Baltic Yard",
    "CATEGORIES:Rowing",
    "HOBBY:Knots",
)
WITHOUT_UID = tuple(line for line in BO if not line.startswith("UID"))


@pytest.fixture
def viewer():
    return ensure_network()


@pytest.fixture
def bring(viewer, tmp_path):
    """Cards, each a tuple of lines, brought in as one address book; gives the intake."""

    def bring(*cards):
        path = tmp_path / "contacts.vcf"
        text = "".join("\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *card, "END:VCARD", "")) for card in cards)
        path.write_bytes(text.encode())
        intake = new_intake(viewer, [str(path)], [ME])
        assert run_intake(viewer, intake) is IntakeState.DONE
        with scope_of(viewer):
            return Intake.objects.get(pk=intake)

    return bring


def known(viewer):
    """Everything a card can tell of people."""
    with scope_of(viewer):
        return {
            "people": sorted(Person.objects.values_list("name", "sort_name", "born_day", "work")),
            "handles": sorted(Handle.objects.values_list("person__name", "value", "label", "shared")),
            "facts": sorted(Fact.objects.values_list("kind", "text", "trashed_at")),
            "circles": sorted(InCircle.objects.values_list("circle__name", flat=True)),
            "cards": sorted((bytes(key), text) for key, text in Card.objects.values_list("key", "verbatim")),
            "photos": sorted(bytes(digest) for digest in Photo.objects.values_list("digest", flat=True)),
        }


def the_person(viewer):
    with scope_of(viewer):
        return Person.objects.get()


def fact(viewer, text):
    with scope_of(viewer):
        return Fact.objects.get(text=text)


def picture(colour):
    held = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(held, "PNG")
    return f"PHOTO;ENCODING=b;TYPE=PNG:{base64.b64encode(held.getvalue()).decode()}"


@pytest.mark.parametrize("uid", [True, False], ids=["by its UID", "by the lines that still stand"])
def test_what_is_known_follows_the_newest_card(viewer, bring, uid):
    first, second = (BO, LATER) if uid else (WITHOUT_UID, (*WITHOUT_UID[:-1], "NOTE:Builds boats."))
    bring(first)

    intake = bring(second)

    assert (intake.counts["cards_changed"], intake.counts["cards_new"], intake.counts["cards_there"]) == (1, 0, 0)
    with scope_of(viewer):
        assert second[-1] in Card.objects.get().verbatim
        facts = set(Fact.objects.values_list("kind", "text"))
    if uid:
        assert facts == {("work", "Baltic Yard"), ("cares_about", "Knots")}
        assert known(viewer)["people"] == [("Bo Lindqvist-Moss", "bo lindqvist-moss", 15, "Baltic Yard")]
        assert [row[1] for row in known(viewer)["handles"]] == [
            "+442079460177", "bo@lindqvist.example", "bo@moss.example",
        ]  # fmt: skip
        assert known(viewer)["circles"] == ["Rowing"]
    else:
        assert facts == {("work", "Hull Yard"), ("note", "Builds boats.")}


def test_its_words_are_found_anew_and_the_old_ones_no_more(viewer, bring):
    bring(BO)
    bring(LATER)

    assert fulltext.said(viewer.network, "masts", 5) == []
    assert len(fulltext.said(viewer.network, "knots", 5)) == 1
    assert fulltext.named(viewer.network, "baltic", 5) == [the_person(viewer).pk]


@pytest.mark.parametrize("card", [BO, WITHOUT_UID])
def test_the_same_card_again_is_there_already(viewer, bring, card):
    bring(card)
    before = known(viewer)

    intake = bring(card)

    assert known(viewer) == before
    assert (intake.counts["cards_there"], intake.counts.get("cards_changed", 0)) == (1, 0)


def test_of_a_card_twice_in_one_file_the_first_counts_however_often_it_is_read(viewer, bring):
    bring(BO, LATER)
    before = known(viewer)

    intake = bring(BO, LATER)

    assert known(viewer) == before
    assert (intake.counts["cards_there"], intake.counts["cards_new"]) == (2, 0)


def test_two_cards_of_one_person_stay_two_and_the_changed_one_is_told_by_its_lines(viewer, bring):
    other = ("FN:Bo Lindqvist", "EMAIL:bo@lindqvist.example", "TITLE:Boatbuilder", "NOTE:Met in Hull.")
    bring(WITHOUT_UID, other)

    intake = bring(WITHOUT_UID, (*other[:-1], "NOTE:Met in Whitby."))

    assert (intake.counts["cards_there"], intake.counts["cards_changed"], intake.counts["cards_new"]) == (1, 1, 0)
    with scope_of(viewer):
        assert Card.objects.count() == 2
        assert set(Fact.objects.filter(kind="note").values_list("text", flat=True)) == {
            "Knows everything about masts.",
            "Met in Whitby.",
        }


def test_a_card_that_says_itself_that_it_is_older_changes_nothing(viewer, bring):
    bring((*LATER, "REV:2026-05-02T10:00:00Z"))
    before = known(viewer)

    intake = bring((*BO, "REV:20260501T100000Z"))

    assert known(viewer) == before
    assert intake.counts["cards_there"] == 1


def test_what_another_card_of_theirs_still_says_stays(viewer, bring):
    other = ("UID:bo-at-work", "FN:Bo Lindqvist", *BO[3:])
    bring(BO, other)

    bring(LATER, other)

    rows = known(viewer)
    assert ("work", "Hull Yard", None) in rows["facts"]
    assert rows["circles"] == ["Rowing", "Sailing"]
    assert "+442079460102" in {row[1] for row in rows["handles"]}


def test_the_owners_own_words_win(viewer, bring):
    bring(BO)
    bo = the_person(viewer)
    rename_person(viewer, bo.pk, "Captain Bo")
    set_birthday(viewer, bo.pk, 2, 13, 1979)
    correct_fact(viewer, fact(viewer, "Hull Yard").pk, "Hull Yard, the loft")
    trash_fact(viewer, fact(viewer, "Knows everything about masts.").pk)
    with scope_of(viewer):
        Handle.objects.filter(value="+442079460102").update(touched_at=bo.kept_at)

    bring((*LATER, BO[-1]))

    rows = known(viewer)
    assert rows["people"] == [("Captain Bo", "bo", 13, "Hull Yard, the loft")]
    assert [row[:2] for row in rows["facts"]] == [
        ("cares_about", "Knots"),
        ("note", "Knows everything about masts."),
        ("work", "Hull Yard, the loft"),
    ]
    assert {"+442079460102", "+442079460177"} < {row[1] for row in rows["handles"]}


def test_a_circle_the_owner_chose_stays(viewer, bring):
    bring((*BO[:7], BO[8]))
    circle = make_circle(viewer, "Sailing", "r-through")
    with scope_of(viewer):
        chosen = Person.objects.get().pk
    put_in_circle(viewer, [chosen], _circle_of(circle))
    bring(BO)

    bring(LATER)

    assert known(viewer)["circles"] == ["Rowing", "Sailing"]


def _circle_of(change):
    return next(row["id"] for row in change.rows if row["model"] == "circle")


def test_a_face_on_the_card_gives_way_to_the_newer_one(viewer, bring):
    bring((*BO, picture("red")))
    red = known(viewer)["photos"]
    first = bring((*BO, picture("blue")))

    assert len(red) == len(known(viewer)["photos"]) == 1
    assert known(viewer)["photos"] != red
    intake_undo.undo_intake(viewer, first.pk)
    assert known(viewer)["photos"] == red


@pytest.mark.parametrize("cards", [(BO, LATER), (WITHOUT_UID, (*WITHOUT_UID[:-1], "NOTE:Builds boats."))])
def test_taking_the_later_intake_back_brings_the_earlier_card_back(viewer, bring, cards):
    bring(cards[0])
    before = known(viewer)
    second = bring(cards[1])

    intake_undo.undo_intake(viewer, second.pk)

    assert known(viewer) == before
    assert len(fulltext.said(viewer.network, "masts", 5)) == 1


def test_taking_all_intakes_back_in_any_order_leaves_nothing(viewer, bring):
    intakes = [bring(BO), bring(LATER), bring((*LATER, "NOTE:Rows at six."))]

    for intake in (intakes[1], intakes[0], intakes[2]):
        intake_undo.undo_intake(viewer, intake.pk)

    assert known(viewer) == {kind: [] for kind in known(viewer)}


def test_taking_a_middle_intake_back_leaves_the_newest_words(viewer, bring):
    bring(BO)
    middle = bring(LATER)
    newest = bring((*LATER, "NOTE:Rows at six."))
    before = known(viewer)

    intake_undo.undo_intake(viewer, middle.pk)

    assert known(viewer) == before
    intake_undo.undo_intake(viewer, newest.pk)
    assert known(viewer)["people"] == [("Bo Lindqvist", "bo lindqvist", 14, "Hull Yard")]


def test_taking_the_first_intake_back_leaves_all_that_the_second_holds(viewer, bring):
    first = bring(BO)
    bring(BO)
    before = known(viewer)

    intake_undo.undo_intake(viewer, first.pk)

    assert known(viewer) == before


def test_what_the_owner_corrected_after_the_change_stays_when_it_is_taken_back(viewer, bring):
    bring(BO)
    second = bring(LATER)
    correct_fact(viewer, fact(viewer, "Baltic Yard").pk, "Baltic Yard, the slip")

    intake_undo.undo_intake(viewer, second.pk)

    assert ("work", "Baltic Yard, the slip", None) in known(viewer)["facts"]
    assert ("note", "Knows everything about masts.", None) in known(viewer)["facts"]


def test_the_preview_says_what_would_be_brought_up_to_date_and_changes_nothing(viewer, bring, tmp_path):
    bring(BO, ("FN:Ida Norr", "EMAIL:ida@norr.example", "NOTE:Maps."))
    before = known(viewer)
    path = tmp_path / "later.vcf"
    later = (*LATER, "END:VCARD", "BEGIN:VCARD", "VERSION:3.0", "FN:Ida Norr", "EMAIL:ida@norr.example", "NOTE:Globes.")
    path.write_text("\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *later, "END:VCARD", "")))

    seen = intake_preview.preview(viewer, [str(path)], [ME])

    assert (seen.cards, seen.cards_there, seen.cards_changed) == (0, 0, 2)
    assert known(viewer) == before


def test_a_change_of_a_card_stands_in_the_persons_history_and_not_among_everything(viewer, bring):
    bring(BO)
    bring(LATER)

    everything = [row.verb for row in history_page(viewer, TODAY).rows]
    theirs = [row.label for row in history_page(viewer, TODAY, about=the_person(viewer).pk).rows]

    assert everything == ["take_in", "take_in"]
    assert theirs == ["Brought the card of Bo Lindqvist-Moss up to date."]
    with scope_of(viewer):
        newest = Change.objects.filter(verb="take_in").order_by("-pk").first()
    assert newest.label == "Brought in one changed card from contacts.vcf."


def test_changed_cards_are_told():
    counts = {"cards_new": 0, "cards_changed": 2, "cards_there": 1}

    assert came_words(counts) == "two changed cards"
    assert report_sentences(counts) == (
        "Nothing in it was new.",
        "Two changed cards were brought up to date.",
        "One card was here already and came in once only.",
    )
