import pytest

from amity.formats.phone_regions import Regions

BRITISH = [f"+44207946000{number}" for number in range(5)]


@pytest.mark.parametrize(
    ("numbers", "region"),
    [
        (BRITISH, "GB"),
        ([*BRITISH, "+4930123456"], "GB"),
        ([*BRITISH[:3], "+4930123456", "+33123456789"], None),
        (BRITISH[:2], None),
        ([BRITISH[0]] * 9, None),
        (["020 7946 0001", "null", ""], None),
        ([*BRITISH, "+", "+abc"], "GB"),
    ],
)
def test_a_country_is_told_where_nearly_all_numbers_agree(numbers: list[str], region: str | None) -> None:
    heard = Regions()

    for number in numbers:
        heard.add(number)

    assert heard.judged() == region
