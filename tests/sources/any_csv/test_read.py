from pathlib import Path

import pytest

from amity.sources import registry
from amity.sources.any_csv import read as any_csv
from amity.sources.found import FoundBirthday, Problem
from tests.sources.suite import ReaderSuite
from tests.sources.tables import (
    damaged,
    facts,
    handles,
    its_card,
    people_in,
    problems_in,
    table,
    things_in,
    told,
)


@pytest.fixture
def written(tmp_path: Path):
    """A file of this text; gives its path."""

    def write(text: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / "people.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_a_plain_table_is_read_in_any_order_of_its_columns(written) -> None:
    path = written(
        "Tags,LinkedIn,Full Name,City,Mobile,Company,Notes,Work Email,Pronouns\n"
        '"Garden, Choir",https://linkedin.com/in/ada,Ada Lind,Leeds,+44 20 7946 0123,Orchard,"a, b",ada@o.example,'
        "she/her\n"
    )

    [ada] = people_in(any_csv, path)

    assert (ada.name.given, ada.name.family, ada.pronouns) == ("Ada", "Lind", "she/her")
    assert handles(ada) == [
        ("mail", "ada@o.example", "work"),
        ("phone", "+442079460123", "mobile"),
        ("account", "linkedin:ada", "linkedin"),
    ]
    assert facts(ada) == [
        ("work", "Orchard", ""),
        ("lives_in", "Leeds", ""),
        ("address", "Leeds", ""),
        ("note", "a, b", ""),
    ]
    assert ada.circles == ("Garden", "Choir")


@pytest.mark.parametrize(
    ("text", "name", "mail"),
    [
        ("Vorname;Name;E-Mail (privat)\nJörg;Grün;j@x.example\n", "Jörg Grün", "j@x.example"),
        ("Prénom\tNom\tCourriel\nZoë\tMoreau\tz@x.example\n", "Zoë Moreau", "z@x.example"),
        ("Nombre|Apellidos|Correo electrónico\nLucía|Núñez|l@x.example\n", "Lucía Núñez", "l@x.example"),
        ("firstName,lastName,email_address\nAda,Lind,a@x.example\n", "Ada Lind", "a@x.example"),
        ("name,email\nAda Lind,a@x.example\n", "Ada Lind", "a@x.example"),
        ("sep=;\r\nNAME;E-MAIL\r\nAda Lind;a@x.example\r\n", "Ada Lind", "a@x.example"),
        ("My people\n\nName,Email\nAda Lind,a@x.example\n", "Ada Lind", "a@x.example"),
        ("Nimi;Sähköposti\nAda Lind;a@x.example\nBo Berg;b@x.example\n", "Ada Lind", "a@x.example"),
        ("Ada Lind,a@x.example,1\nBo Berg,b@x.example,2\nCy Moreau,c@x.example,3\n", "Ada Lind", "a@x.example"),
        ("Name,Email\rAda Lind,a@x.example\r", "Ada Lind", "a@x.example"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_are_read_in_every_writing(text: str, name: str, mail: str, encoding: str, written) -> None:
    first = people_in(any_csv, written(text, encoding))[0]

    assert first.name.shown == name
    assert [value for kind, value, _ in handles(first) if kind == "mail"] == [mail]


def test_several_addresses_in_one_cell_are_several(written) -> None:
    [ada] = people_in(any_csv, written('Name,Email,Phone\nAda,"a@x.example; b@x.example, c@x.example",112; 0800 111\n'))

    assert [value for _, value, _ in handles(ada)] == ["a@x.example", "b@x.example", "c@x.example", "112", "0800111"]


def test_dates_are_read_as_the_whole_column_allows(written) -> None:
    text = "Name,Email,Birthday\nAda,a@x.example,3/4/1980\nBo,b@x.example,25/3/1981\n"

    assert [one.birthday for one in people_in(any_csv, written(text))] == [
        FoundBirthday(4, 3, 1980),
        FoundBirthday(3, 25, 1981),
    ]


def test_columns_that_nobody_knows_are_named_and_kept_with_the_card(written) -> None:
    path = written("Name,Email,Dog,Hat\nAda,a@x.example,Rex,blue\n")

    assert problems_in(any_csv, path) == [
        Problem(
            "people.csv", "The columns “Dog” and “Hat” are not known; what stands in them is kept with each card.", True
        )
    ]
    assert 'X-AMITY-CELL;X-NAME="Dog":Rex' in people_in(any_csv, path)[0].verbatim


def test_a_table_without_people_is_refused_with_the_columns_it_has(written) -> None:
    known = registry.recognise(str(written("Datum;Betrag;Zweck\n2024-01-01;12,5;Miete\n2024-01-02;13,5;Strom\n")))

    assert isinstance(known, Problem)
    assert known.why == (
        "It looks like a table, but Amity finds no names with addresses in it. Its columns are “Datum”, “Betrag” and"
        " “Zweck”. Call one “Name” and one “Email” or “Phone”, and bring it in again."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ada,\nwrite to Bo, bo@mail.example, please.\nYours, Cy\n",
        "Name,Amount\nAda Lind,12\nBo Berg,14\n",
        "a@x.example\nb@x.example\nc@x.example\n",
        '{"name": "Ada", "email": "a@x.example"}\n',
        "Name,Email\n" * 0,
    ],
)
def test_what_is_no_table_of_people_is_not_taken_for_one(text: str, written) -> None:
    path = written(text)

    assert any_csv.recognise(str(path), path.read_bytes()) is None


def test_a_million_columns_are_refused_in_small_memory(written) -> None:
    path = written("name,email," + "x," * 1_000_000 + "\nAda,a@x.example\n")

    assert any_csv.recognise(str(path), path.read_bytes()[:65_536]) is None
    assert [type(thing) for thing in things_in(any_csv, path)] == [Problem]


def test_a_row_of_a_million_cells_is_left_out_and_said(written) -> None:
    path = written("name,email\nAda,a@x.example\n" + "x," * 1_000_000 + "\nBo,b@x.example\n")

    assert [one.name.shown for one in people_in(any_csv, path)] == ["Ada", "Bo"]
    assert problems_in(any_csv, path) == [
        Problem("people.csv, line 3", "This row is longer than 128 KB and was left out.")
    ]


def test_a_quote_that_nothing_closes_costs_its_own_line_alone(written) -> None:
    rows = [f"Jane {n},jane{n}@x.example" for n in range(5_000)]
    rows[1] = 'Jane "1,"jane1@x.example'

    people = people_in(any_csv, written("\n".join(["name,email", *rows])))

    assert len(people) == 5_000


def test_three_hundred_damaged_tables_are_read_without_an_exception(tmp_path: Path) -> None:
    row = 'Ada Lind;a@x.example;+44 20 7946 0123;1.4.1980;a,b;"x\ny"\n'
    text = "Name;E-Mail;Telefon;Geburtstag;Tags;Notizen\n" + row * 20
    path = tmp_path / "damaged.csv"

    for seed in range(300):
        path.write_bytes(damaged(text.encode(("utf-8", "utf-16", "cp1252")[seed % 3]), seed))
        any_csv.recognise(str(path), path.read_bytes())

        for person in people_in(any_csv, path):
            assert told(its_card(person)) == told(person), f"seed {seed}"


class TestAnyCsv(ReaderSuite):
    reader = any_csv

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "people.csv"
        rows = [[f"Jane Doe {n}", f"jane{n}@mail.example", "One;\nTwo. " * (n % 3)] for n in range(count)]
        path.write_bytes(table([["Name", "E-Mail", "Notizen"], *rows], ";").encode())
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "damaged.csv"
        odd = ';;a note of nobody\r\nBo\r\n"Cy;cy@mail.example\r\n' + "x" * 200_000 + "\r\nName;E-Mail;Notizen\r\n"
        path.write_text("Name;E-Mail;Notizen\r\n" + odd + "Dee;dee@mail.example;;more\r\n")
        return path, 5
