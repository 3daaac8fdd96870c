from pathlib import Path

import pytest

from amity.judgement.vocabulary import Shape
from amity.sources.found import FoundBirthday, Problem
from amity.sources.google_csv import read as google
from tests.sources.tables import damaged, facts, handles, its_card, people_in, problems_in, things_in, told

SAMPLES = Path(__file__).parent / "samples"


def test_the_header_set_since_2024_is_read() -> None:
    ada, yard, hanako = people_in(google, SAMPLES / "new.csv")

    assert (ada.name.shown, ada.name.called, ada.name.family) == ("Dr. Ada Maria Lind", "Addie", "Lind")
    assert handles(ada) == [
        ("mail", "ada@orchard.example", "work"),
        ("mail", "a.lind@orchard.example", "work"),
        ("mail", "ada.lind@mail.example", "home"),
        ("phone", "+442079460123", "mobile"),
        ("phone", "+442079460124", "work fax"),
        ("web", "https://ada.example/garden", "Blog"),
    ]
    assert facts(ada) == [
        ("work", "Head of Repairs, Orchard Tools, Ltd., Repairs", ""),
        ("lives_in", "Leeds, United Kingdom", "home"),
        ("address", "5 Mill Lane, Flat 2, LS1 4AB Leeds, United Kingdom", "home"),
        ("anniversary", "2010-06-12", ""),
        ("related", "Bo Berg", "spouse"),
        ("note", 'Met at the seed swap.\nGrows quinces; asks "how long?"', ""),
        ("note", "Tea: Oolong", ""),
        ("picture", "https://photos.example/ada", ""),
    ]
    assert ada.birthday == FoundBirthday(4, 1)
    assert ada.circles == ("Garden", "Neighbours")
    assert ada.where == "new.csv, line 2"
    assert (yard.shape, yard.name.shown) == (Shape.ORGANISATION, "Hull Yard")
    assert facts(yard) == [("address", "2 Dock Road, Hull", "work")]
    assert hanako.name.shown == "山本 花子"
    assert [label for _, _, label in handles(hanako)] == ["home", "mobile"]


def test_the_header_set_before_2024_is_read() -> None:
    [cy] = people_in(google, SAMPLES / "old.csv")

    assert (cy.name.shown, cy.name.given, cy.name.suffix) == ("Cy Moreau Jr.", "Cy", "Jr.")
    assert handles(cy) == [
        ("mail", "cy@mail.example", "home"),
        ("mail", "cy.old@mail.example", "other"),
        ("phone", "+442079460140", "mobile"),
        ("phone", "+442079460141", "mobile"),
        ("account", "xmpp:cy.moreau", "google-talk"),
    ]
    assert facts(cy) == [
        ("work", "Night baker, Bakery, The, Ovens", ""),
        ("work", "Baker", "role"),
        ("related", "Dee Moreau", "child"),
        ("related", "Eli Moreau", "child"),
        ("cares_about", "Rye", ""),
        ("note", "Starts at three.", ""),
        ("speaks", "fr", ""),
        ("note", "Keyword: bread", ""),
        ("other", "not an address", "other"),
    ]
    assert cy.birthday == FoundBirthday(2, 29)
    assert cy.circles == ("Choir",)


def test_a_cell_that_a_spreadsheet_would_run_is_text() -> None:
    hanako = people_in(google, SAMPLES / "new.csv")[2]

    assert ("note", '=HYPERLINK("http://bad.example")', "") in facts(hanako)


def test_a_row_that_names_nobody_is_said() -> None:
    assert problems_in(google, SAMPLES / "new.csv") == [Problem("new.csv, line 8", "This row names nobody.")]


def test_columns_and_cells_that_nobody_knows_are_said_and_kept_with_the_card() -> None:
    said, beside = problems_in(google, SAMPLES / "old.csv")
    [cy] = people_in(google, SAMPLES / "old.csv")

    assert said == Problem(
        "old.csv", "The column “Dietary” is not known; what stands in it is kept with each card.", kept=True
    )
    assert (beside.where, beside.kept) == ("old.csv, line 2", True)
    assert 'X-AMITY-CELL;X-NAME="Dietary":No nuts' in cy.verbatim
    assert "left over" in cy.verbatim


@pytest.mark.parametrize("name", ["new.csv", "old.csv"])
def test_the_card_that_is_kept_says_what_the_row_said(name: str) -> None:
    for person in people_in(google, SAMPLES / name):
        assert told(its_card(person)) == told(person)


@pytest.mark.parametrize(
    ("header", "is_google"),
    [
        ("Name,Given Name,Family Name,Group Membership", True),
        ("First Name,Last Name,File As,Labels", True),
        ("Given Name,E-mail 1 - Value", True),
        ("Name,E-mail,Phone", False),
        ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", False),
        ("E-mail 1 - Value,Phone 1 - Value", False),
    ],
)
def test_google_is_told_by_its_columns(header: str, is_google: bool, tmp_path: Path) -> None:
    path = tmp_path / "any"
    path.write_text(header + "\n")

    assert bool(google.recognise(str(path), path.read_bytes())) == is_google


def test_what_it_is_is_said_with_the_number_of_rows() -> None:
    path = SAMPLES / "new.csv"

    assert google.recognise(str(path), path.read_bytes()) == "Contacts, 4 rows (Google CSV), 2 KB"


def test_three_hundred_damaged_files_are_read_without_an_exception(tmp_path: Path) -> None:
    content = b"".join((SAMPLES / name).read_bytes() for name in ("new.csv", "old.csv"))
    path = tmp_path / "damaged.csv"

    for seed in range(300):
        path.write_bytes(damaged(content, seed))
        things = things_in(google, path)
        google.recognise(str(path), path.read_bytes())

        assert all(thing.why for thing in things if isinstance(thing, Problem))
        for person in people_in(google, path):
            assert told(its_card(person)) == told(person), f"seed {seed}"
