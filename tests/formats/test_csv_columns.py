import pytest

from amity.formats.csv_columns import (
    column_of,
    dated,
    is_address_book,
    label_in,
    recognise_columns,
    slashed_order,
    unknown_headers,
)
from amity.formats.csv_fields import Column, Field


@pytest.mark.parametrize(
    ("header", "field", "label"),
    [
        ("Full Name", Field.NAME, ""),
        ("first_name", Field.GIVEN, ""),
        ("lastName", Field.FAMILY, ""),
        ("Prénom", Field.GIVEN, ""),
        ("Nachname", Field.FAMILY, ""),
        ("Apellidos", Field.FAMILY, ""),
        ("E-Mail (privat)", Field.MAIL, "home"),
        ("E-mail 2 Address", Field.MAIL, ""),
        ("Dirección de correo electrónico", Field.MAIL, ""),
        ("Work Email", Field.MAIL, "work"),
        ("Téléphone 2 (bureau)", Field.PHONE, "work"),
        ("Télécopie (domicile)", Field.PHONE, "home fax"),
        ("Mobile telephone number", Field.PHONE, "mobile"),
        ("Handy", Field.PHONE, "mobile"),
        ("Fax geschäftlich", Field.PHONE, "work fax"),
        ("Assistant's Phone", Field.PHONE, "assistant"),
        ("Business Street 2", Field.STREET, "work"),
        ("Weiteres/e Land/Region", Field.COUNTRY, "other"),
        ("Código postal del trabajo", Field.CODE, "work"),
        ("LinkedIn URL", Field.ACCOUNT, "linkedin"),
        ("Twitter handle", Field.ACCOUNT, "twitter"),
        ("Geburtstag", Field.BIRTHDAY, ""),
        ("Anniversaire", Field.BIRTHDAY, ""),
        ("Anniversaire de mariage ou fête", Field.ANNIVERSARY, ""),
        ("Kategorien", Field.CIRCLES, ""),
        ("Conjoint(e)", Field.RELATED, "spouse"),
        ("Privat", Field.QUIET, ""),
    ],
)
def test_a_header_is_known_in_four_languages(header: str, field: Field, label: str) -> None:
    assert column_of(header) == Column(field, label)


@pytest.mark.parametrize("header", ["", "Favourite tea", "x" * 500, "Email sent on", "12", "Mailing preferences"])
def test_a_header_that_says_something_else_is_not_known(header: str) -> None:
    assert column_of(header) is None


@pytest.mark.parametrize(
    ("header", "rows", "fields"),
    [
        (["Name", "Vorname"], [["Lind", "Ada"]], ["family", "given"]),
        (["Name", "First name"], [["Ada Lind", "Ada"]], ["name", "given"]),
        (["Nombre", "Apellidos"], [["Ada", "Lind"]], ["given", "family"]),
        (["Nom", "Courriel"], [["Ada Lind", "a@x.example"]], ["name", "mail"]),
        (["Title", "First Name"], [["Dr.", "Ada"]], ["prefix", "given"]),
        (["Name", "Title"], [["Ada", "Gardener"]], ["name", "title"]),
        (["First Name", "Title", "Job Title"], [["Ada", "Dr", "Gardener"]], ["given", "prefix", "title"]),
        (["Titre", "Nom", "Titre"], [["Dr", "Ada", "Jardinière"]], ["prefix", "name", "title"]),
        (["Yhteys", "Kuka"], [["a@x.example", "Ada Lind"], ["b@x.example", "Bo Berg"]], ["mail", "name"]),
        (["Name", "Puhelin"], [["Ada", "+44 20 7946 0123"]], ["name", "phone"]),
        (["Name", "Start"], [["Ada", "2024-01-01"]], ["name", None]),
        (["Name", "Phone"], [["Ada", "none"], ["Bo", "no"]], ["name", None]),
        (["Name", "Email"], [["Ada", "yes"], ["Bo", "no"]], ["name", None]),
    ],
)
def test_neighbours_and_cells_settle_what_a_header_leaves_open(
    header: list[str], rows: list[list[str]], fields: list[str | None]
) -> None:
    assert [column and column.field.value for column in recognise_columns(header, rows)] == fields


@pytest.mark.parametrize(
    ("header", "is_book"),
    [
        (["Name", "Email"], True),
        (["Vorname", "Handy"], True),
        (["Name", "LinkedIn"], True),
        (["Name", "Street"], False),
        (["Email"], False),
        (["Date", "Amount"], False),
    ],
)
def test_an_address_book_has_names_and_a_way_to_reach_them(header: list[str], is_book: bool) -> None:
    assert is_address_book(recognise_columns(header)) == is_book


def test_unknown_columns_are_named() -> None:
    header = ["Name", "Dog", "", "Hat"]

    assert list(unknown_headers(header, recognise_columns(header))) == ["Dog", "Hat"]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["3/4/1980", "25/3/1980"], "day"),
        (["3/4/1980", "3/25/1980"], "month"),
        (["3/4/1980", "1/2/1990"], ""),
        (["25/3/1980", "3/25/1980"], ""),
        (["1.4.1980"], ""),
    ],
)
def test_the_order_of_dates_is_told_by_the_whole_column(cells: list[str], order: str) -> None:
    assert slashed_order(cells) == order


@pytest.mark.parametrize(
    ("text", "order", "shown"),
    [
        ("3/4/1980", "day", "1980-04-03"),
        ("3/4/1980", "month", "1980-03-04"),
        ("3/4/1980", "", "3/4/1980"),
        ("1 April", "day", "1 April"),
    ],
)
def test_a_date_is_read_in_the_order_of_its_column(text: str, order: str, shown: str) -> None:
    assert dated(text, order) == shown


@pytest.mark.parametrize(
    ("text", "label"),
    [("Work", "work"), ("Arbeit", "work"), ("Work Fax", "work fax"), ("Mobile", "mobile"), ("Grandma", ""), ("", "")],
)
def test_labels_are_known_or_somebodys_own(text: str, label: str) -> None:
    assert label_in(text) == label
