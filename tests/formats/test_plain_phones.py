import random

import phonenumbers
import pytest

from amity.formats.plain_phones import plain_phone

NUMBERS = 20_000


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+44 20 7946 0123", "+442079460123"),
        ("+442079460123", "+442079460123"),
        ("+1 (212) 555-0123", "+12125550123"),
        ("+49 30/901820", "+4930901820"),
        ("+44 (0)20 7946 0123", None),
        ("020 7946 0123", None),
        ("0044 20 7946 0123", None),
        ("+44 20 7946 0123 ext. 4", None),
        ("+44 20", None),
        ("+999 1234567", None),
        ("+", None),
        ("", None),
    ],
)
def test_numbers_in_full_are_read_at_once_and_others_left_to_the_plans(text: str, number: str | None) -> None:
    assert plain_phone(text) == number


def test_what_is_read_at_once_is_what_the_plans_give() -> None:
    chance = random.Random(7)
    codes = sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE)
    read = 0

    for _ in range(NUMBERS):
        digits = "".join(chance.choice("0123456789") for _ in range(chance.randint(4, 12)))
        text = f"+{chance.choice(codes)} {digits[:3]}-{digits[3:]}"
        found = plain_phone(text)
        if found is not None:
            parsed = phonenumbers.parse(text)
            assert phonenumbers.is_possible_number(parsed)
            assert phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) == found
            read += 1

    assert read > NUMBERS // 10
