"""Who is a child."""

from datetime import date

import pytest

from amity.judgement.childhood import is_child

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("born_year", "told", "child"),
    [
        (2017, [], True),
        (2010, [], False),  # sixteen at the latest this month
        (2011, [], True),
        (None, [("niece, nine years old", None)], True),
        (None, [("niece, nine years old", date(2019, 5, 1))], False),
        (None, [("nephew, 15", date(2026, 5, 1))], True),
        (None, [("nephew, 17", date(2026, 5, 1))], False),
        (None, [("grandson, 8 months old", date(2025, 5, 1))], True),
        (None, [("godchild, still a toddler", date(2024, 5, 1))], True),
        (None, [("aunt, Mum’s elder sister", None)], False),
        (None, [("met in room 12 of the museum", None)], False),
        (1971, [("niece, nine years old", None)], False),  # the year of birth is surer
        (None, [], False),
    ],
)
def test_the_year_of_birth_tells_else_what_they_are_to_the_owner(born_year, told, child):
    assert is_child(born_year, told, TODAY) is child
