from pathlib import Path

import pytest

from amity.judgement.vocabulary import Shape
from amity.sources import registry
from amity.sources.found import FoundBirthday
from amity.sources.outlook_csv import read as outlook
from tests.sources.suite import ReaderSuite
from tests.sources.tables import facts, handles, its_card, people_in, problems_in, table, told

SAMPLES = Path(__file__).parent / "samples"
NAMES = ["english.csv", "german.csv", "french.csv", "spanish.csv"]
HEADER = [
    *("First Name", "Last Name", "Company", "E-mail Address", "E-mail Type", "E-mail Display Name", "Callback"),
    *("Mobile Phone", "Notes"),
]


def test_an_english_export_is_read() -> None:
    ada, bo, yard = people_in(outlook, SAMPLES / "english.csv")

    assert (ada.name.shown, ada.name.prefix) == ("Dr. Ada Lind", "Dr.")
    assert handles(ada) == [
        ("mail", "ada@orchard.example", ""),
        ("mail", "ada.lind@mail.example", ""),
        ("phone", "+442079460124", "work fax"),
        ("phone", "+442079460123", "mobile"),
        ("web", "https://ada.example", ""),
    ]
    assert facts(ada) == [
        ("work", "Head of Repairs, Orchard Tools, Repairs", ""),
        ("address", "5 Mill Lane, Flat 2, LS1 4AB Leeds, United Kingdom", "work"),
        ("lives_in", "Hull", "home"),
        ("address", "Hull", "home"),
        ("related", "Bo Berg", "manager"),
        ("related", "Cy Moreau", "spouse"),
        ("cares_about", "Quinces", ""),
        ("note", "Met at the seed swap.\nAsks twice.", ""),
    ]
    assert ada.circles == ("Garden", "Neighbours")
    assert handles(bo) == [("phone", "+442079460130", "home")]
    assert (yard.name.shown, yard.shape) == ("Hull Yard", Shape.ORGANISATION)
    assert problems_in(outlook, SAMPLES / "english.csv") == []


def test_a_day_that_can_be_read_in_one_way_only_tells_how_the_others_are_written() -> None:
    ada, bo, _ = people_in(outlook, SAMPLES / "english.csv")

    assert (ada.birthday, bo.birthday) == (FoundBirthday(4, 21, 1980), FoundBirthday(3, 4, 1979))


def test_a_german_export_is_read() -> None:
    [one] = people_in(outlook, SAMPLES / "german.csv")

    assert (one.name.shown, one.name.family, one.name.prefix) == ("Jörgine Grünwald", "Grünwald", "Frau")
    assert [label for _, _, label in handles(one)] == ["", "work", "mobile"]
    assert ("lives_in", "Bern, Schweiz", "home") in facts(one)
    assert ("work", "Meisterin", "role") in facts(one)
    assert ("related", "Otto", "spouse") in facts(one)
    assert one.birthday == FoundBirthday(4, 1, 1980)
    assert one.circles == ("Chor",)


def test_a_french_export_is_read() -> None:
    [one] = people_in(outlook, SAMPLES / "french.csv")

    assert (one.name.given, one.name.family) == ("Zoë", "Moreau")
    assert [(kind, label) for kind, _, label in handles(one)] == [
        ("mail", ""),
        ("phone", "work fax"),
        ("phone", "mobile"),
    ]
    assert ("address", "3 rue Verte, Lyon", "home") in facts(one)
    assert (one.birthday, one.circles) == (FoundBirthday(4, 21, 1980), ("Chorale",))


def test_a_spanish_export_is_read() -> None:
    [one] = people_in(outlook, SAMPLES / "spanish.csv")

    assert (one.name.given, one.name.family) == ("Lucía", "Núñez Vega")
    assert facts(one)[0] == ("work", "Directora, Taller", "")
    assert one.circles == ("Coro", "Huerto")
    # The first of April or the fourth of January: nothing in the file tells.
    assert (one.birthday, ("birthday", "01/04/1980", "") in facts(one)) == (None, True)


@pytest.mark.parametrize("name", NAMES)
def test_outlook_is_told_by_its_columns_in_each_language(name: str) -> None:
    known = registry.recognise(str(SAMPLES / name))

    assert isinstance(known, registry.Recognised)
    assert known.kind == "outlook_csv"


@pytest.mark.parametrize("name", NAMES)
def test_the_card_that_is_kept_says_what_the_row_said(name: str) -> None:
    for person in people_in(outlook, SAMPLES / name):
        assert told(its_card(person)) == told(person)


class TestOutlookCsv(ReaderSuite):
    reader = outlook

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "contacts.csv"
        rows = [
            ["Jane", f"Doe {n}", "Acme", f"jane{n}@mail.example", "SMTP", f"Jane {n}", "", "", "One.\nTwo. " * (n % 3)]
            for n in range(count)
        ]
        path.write_bytes(table([HEADER, *rows]).encode("cp1252"))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "damaged.csv"
        odd = ',,,,,,,,a note of nobody\r\nBo\r\n"Cy,Moreau,,\r\n' + "x" * 200_000 + "\r\n"
        path.write_text(table([HEADER]) + odd + table([["Dee", "Moss", "", "dee@mail.example", *[""] * 5, "more"]]))
        return path, 5
