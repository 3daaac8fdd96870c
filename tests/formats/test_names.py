import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.formats.names import Name, best_name, first_name, name_from_address, parse_name, sort_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe", Name("Jane Doe", given="Jane", family="Doe")),
        ("Jane Mary Doe", Name("Jane Mary Doe", given="Jane", middle="Mary", family="Doe")),
        ("Doe, Jane", Name("Jane Doe", given="Jane", family="Doe")),
        ("DOE, Jane", Name("Jane Doe", given="Jane", family="Doe")),
        ("Doe, Jane M.", Name("Jane M. Doe", given="Jane", middle="M.", family="Doe")),
        ("Jane Doe, PhD", Name("Jane Doe, PhD", given="Jane", family="Doe", suffix="PhD")),
        ("Dr. Jane Doe", Name("Dr. Jane Doe", given="Jane", family="Doe", prefix="Dr.")),
        ("Frau Jane Doe", Name("Frau Jane Doe", given="Jane", family="Doe", prefix="Frau")),
        ("Dr Doe", Name("Dr Doe", family="Doe", prefix="Dr")),
        ("Prince Rogers", Name("Prince Rogers", given="Prince", family="Rogers")),
        ("Dean Hill", Name("Dean Hill", given="Dean", family="Hill")),
        ("Anna van der Berg", Name("Anna van der Berg", given="Anna", family="van der Berg")),
        ("Ludwig von und zu Berg", Name("Ludwig von und zu Berg", given="Ludwig", family="von und zu Berg")),
        ("Juan García Márquez", Name("Juan García Márquez", given="Juan", middle="García", family="Márquez")),
        ("Yo-Yo Ma", Name("Yo-Yo Ma", given="Yo-Yo", family="Ma")),
        ("Bo Berg Jr.", Name("Bo Berg Jr.", given="Bo", family="Berg", suffix="Jr.")),
        ('Jane "Janie" Doe', Name("Jane Doe", given="Jane", family="Doe", called="Janie")),
        ("Jane (Janie) Doe", Name("Jane Doe", given="Jane", family="Doe", called="Janie")),
        ("Jane Doe (Acme)", Name("Jane Doe", given="Jane", family="Doe")),
        ("Jane Doe [External]", Name("Jane Doe", given="Jane", family="Doe")),
        ("[EXT] Jane Doe", Name("Jane Doe", given="Jane", family="Doe")),
        ("'Jane Doe'", Name("Jane Doe", given="Jane", family="Doe")),
        ('"Jane Doe"', Name("Jane Doe", given="Jane", family="Doe")),
        ("Jane Doe via Acme", Name("Jane Doe", given="Jane", family="Doe")),
        ("'Jane Doe' via Garden List", Name("Jane Doe", given="Jane", family="Doe")),
        ("Jane Doe | Acme", Name("Jane Doe", given="Jane", family="Doe")),
        ("Jane Doe - Acme Tools", Name("Jane Doe", given="Jane", family="Doe")),
        ("Jane Doe @ Acme", Name("Jane Doe", given="Jane", family="Doe")),
        ("Jane Doe, Acme GmbH", Name("Jane Doe", given="Jane", family="Doe")),
        ("Jane Doe <jane@example.org>", Name("Jane Doe", given="Jane", family="Doe")),
        ("JANE DOE", Name("Jane Doe", given="Jane", family="Doe")),
        ("jane doe", Name("Jane Doe", given="Jane", family="Doe")),
        ("Jane DOE-BERG", Name("Jane Doe-Berg", given="Jane", family="Doe-Berg")),
        ("SEAN O'NEILL", Name("Sean O'Neill", given="Sean", family="O'Neill")),
        ("BO MCDONALD", Name("Bo McDonald", given="Bo", family="McDonald")),
        ("ANNA VAN DER BERG", Name("Anna van der Berg", given="Anna", family="van der Berg")),
        ("Anna McDonald", Name("Anna McDonald", given="Anna", family="McDonald")),
        ("JP Doe", Name("JP Doe", given="JP", family="Doe")),
        ("jane.doe@example.org", Name("Jane Doe", given="Jane", family="Doe")),
        ("'jane@example.org'", Name("jane@example.org")),
        ("Jane", Name("Jane", given="Jane")),
        ("IBM", Name("IBM", given="IBM")),
        ("Acme Ltd", Name("Acme Ltd")),
        ("Acme Garden Tools GmbH", Name("Acme Garden Tools GmbH")),
        ("Jane Doe 🌸", Name("Jane Doe 🌸", given="Jane", family="Doe")),
        ("🌸🌸", Name("🌸🌸")),
        ("王小明", Name("王小明", family="王", given="小明")),
        ("欧阳明", Name("欧阳明", family="欧阳", given="明")),
        ("田中 太郎", Name("田中 太郎", family="田中", given="太郎")),
        ("田中太郎", Name("田中太郎", family="田中", given="太郎")),
        ("たなか", Name("たなか")),
        ("김민준", Name("김민준", family="김", given="민준")),
        ("남궁민수", Name("남궁민수", family="남궁", given="민수")),
        ("דנה כהן", Name("דנה כהן", given="דנה", family="כהן")),
        ("ليلى حداد", Name("ليلى حداد", given="ليلى", family="حداد")),
        ("Анна Соколова", Name("Анна Соколова", given="Анна", family="Соколова")),
        ("  Jane\t Doe\r\n ", Name("Jane Doe", given="Jane", family="Doe")),
        ("", Name("")),
    ],
)
def test_a_written_name_is_taken_apart(text: str, expected: Name) -> None:
    assert parse_name(text) == expected


@given(st.text(max_size=80))
def test_any_text_gives_a_name_and_never_an_error(text: str) -> None:
    name = parse_name(text)

    assert isinstance(sort_name(name.shown), str)
    assert isinstance(first_name(name.shown), str)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("jane.doe@example.org", "Jane Doe"),
        ("jane_doe@example.org", "Jane Doe"),
        ("jane-doe@example.org", "Jane Doe"),
        ("jane.mary-ann.doe@example.org", "Jane Mary-Ann Doe"),
        ("jane.doe79@example.org", "Jane Doe"),
        ("jane.doe+shop@example.org", "Jane Doe"),
        ("j.doe@example.org", "J. Doe"),
        ("anna.van.der.berg@example.org", "Anna van der Berg"),
        ("jane@example.org", ""),
        ("jdoe@example.org", ""),
        ("customer.service@example.org", ""),
        ("list.bounces@example.org", ""),
        ("jane.d@example.org", ""),
        ("a.b@example.org", ""),
        ("x7-k9.q@example.org", ""),
        ("12345+jane@example.org", ""),
        ("", ""),
    ],
)
def test_an_address_spells_a_name(value: str, expected: str) -> None:
    assert name_from_address(value) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"Jane Doe": 3}, "Jane Doe"),
        ({"Jane": 50, "Jane Doe": 2}, "Jane Doe"),
        ({"JANE DOE": 50, "Jane Doe": 2}, "Jane Doe"),
        ({"jane": 2, "jane doe": 1}, "Jane Doe"),
        ({"J. Doe": 40, "Jane Doe": 2}, "Jane Doe"),
        ({"Doe, Jane": 4}, "Jane Doe"),
        ({"Jane Doe via Garden": 4, "Jane": 1}, "Jane Doe"),
        ({"Jane": 200, "Bo Berg": 1}, "Jane"),
        ({"Jane Doe": 40, "Jane Berg": 90}, "Jane Berg"),
        ({"jane@example.org": 90, "Jane": 1}, "Jane"),
        ({"jane.doe@example.org": 90}, "Jane Doe"),
        ({"jane@example.org": 90}, ""),
        ({"": 4}, ""),
        ({}, ""),
    ],
)
def test_the_best_written_form_is_chosen(names: dict[str, int], expected: str) -> None:
    assert best_name(names) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Dr. Jane Doe", "jane doe"),
        ("Prof. Dr. Zoë Ångström", "zoe angstrom"),
        ("Émile", "emile"),
        ("Dr", "dr"),
        ("王小明", "王小明"),
        ('"Jane"', 'jane"'),
    ],
)
def test_a_list_is_sorted_as_people_read_it(shown: str, expected: str) -> None:
    assert sort_name(shown) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Jane Doe", "Jane"),
        ('Jane "Janie" Doe', "Janie"),
        ("Dr. Jane Doe", "Jane"),
        ("Dr Doe", "Dr Doe"),
        ("J. Doe", "J. Doe"),
        ("王小明", "王小明"),
        ("Acme Ltd", "Acme Ltd"),
        ("", ""),
    ],
)
def test_somebody_is_called_by_the_first_name(shown: str, expected: str) -> None:
    assert first_name(shown) == expected
