from datetime import date

import pytest

from amity.formats.date_order import DateOrder, Order, day_of

LATEST = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("01.05.24", Order.DAY, date(2024, 5, 1)),
        ("5/1/24", Order.MONTH, date(2024, 5, 1)),
        ("2024. 5. 1.", Order.YEAR, date(2024, 5, 1)),
        ("١‏/٥‏/٢٠٢٤", Order.DAY, date(2024, 5, 1)),
        ("1/5/2567", Order.DAY, date(2024, 5, 1)),
        ("1/5/67", Order.DAY, date(2024, 5, 1)),
        ("45/1/24", Order.DAY, None),
        ("1/5/2031", Order.DAY, None),
        ("1/5", Order.DAY, None),
    ],
)
def test_three_numbers_are_a_day_or_none(text: str, order: Order, day: date | None) -> None:
    assert day_of(text, order, LATEST) == day


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["2024-05-01"], Order.YEAR),
        (["01.05.24"], Order.DAY),
        (["01-05-24"], Order.DAY),
        (["24. 5. 13.", "24. 5. 31."], Order.YEAR),
        (["13. 5. 24.", "31. 5. 24.", "1. 6. 24."], Order.DAY),
        (["24. 5. 13.", "24. 5. 14."], None),
        (["13/1/24", "1/2/24"], Order.DAY),
        (["1/13/24", "2/1/24"], Order.MONTH),
        (["1/5/24", "2/5/24", "1/6/24"], Order.DAY),
        (["12/1/24", "1/2/25", "2/3/25"], None),
        (["12/24/24", "1/2/25", "2/3/25"], Order.MONTH),
        (["5/6/26", "6/6/26", "11/12/25"], None),
        (["1/5/24", "2/5/24"], None),
        (["4/4/24", "5/5/24"], Order.DAY),
        (["45/45/24", "1/13/24"], Order.MONTH),
        (["99/99/24"], None),
        ([], None),
    ],
)
def test_the_order_is_told_by_all_dates_or_not_at_all(dates: list[str], order: Order | None) -> None:
    heard = DateOrder(LATEST)

    for text in dates:
        heard.add(text)

    assert heard.judged() == order


def test_one_damaged_date_among_many_tells_nothing() -> None:
    heard = DateOrder(LATEST)

    for day in range(1, 29):
        heard.add(f"{day}/5/24")
    heard.add("5/28/24")

    assert heard.judged() == Order.DAY
