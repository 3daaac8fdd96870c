from datetime import UTC, datetime

import pytest

from amity.formats.mail_dates import message_date, read_date, read_envelope_date

LATEST = datetime(2025, 1, 1, tzinfo=UTC)
RECEIVED = "from mx.example by mail.example; Thu, 02 May 2024 09:31:00 +0000"
ENVELOPE = "From ada@lindqvist.example Thu May  2 09:32:00 2024"

DATES = [
    ("Thu, 2 May 2024 11:30:00 +0200", datetime(2024, 5, 2, 9, 30)),
    ("2 May 2024 11:30 +0200 (CEST)", datetime(2024, 5, 2, 9, 30)),
    ("Thu, 02 May 2024 05:30:00 EDT", datetime(2024, 5, 2, 9, 30)),
    ("Thu, 02 May 2024 09:30:00 GMT", datetime(2024, 5, 2, 9, 30)),
    ("Thu, 02 May 2024 09:30:00", datetime(2024, 5, 2, 9, 30)),
    ("Thursday, 02-May-24 09:30:00 UT", datetime(2024, 5, 2, 9, 30)),
    ("2 May 98 09:30:00 -0000", datetime(1998, 5, 2, 9, 30)),
    ("2 May 102 09:30:00 +0000", datetime(2002, 5, 2, 9, 30)),
    ("Thu May  2 09:30:00 2024", datetime(2024, 5, 2, 9, 30)),
    ("2024-05-02T11:30:00+02:00", datetime(2024, 5, 2, 9, 30)),
    ("Thu, 2 May 2024 09:30:60 +0000", datetime(2024, 5, 2, 9, 30, 59)),
    ("Thu, 2 May 2024 09.30.00 +0000", datetime(2024, 5, 2, 9, 30)),
    ("Thu, 2 May 2024 09:30:00 +9900", datetime(2024, 5, 2, 9, 30)),
]


@pytest.mark.parametrize(("value", "moment"), DATES)
def test_dates_of_forty_years_are_read(value: str, moment: datetime) -> None:
    assert read_date(value) == moment.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "value", ["", "yesterday", "31 Feb 2024 10:00:00 +0000", "2 May 2024", "9" * 1_000, "2 Foo 2024 1:2:3"]
)
def test_what_is_no_date_is_none(value: str) -> None:
    assert read_date(value) is None


FALLBACKS = [
    ("Thu, 2 May 2024 09:30:00 +0000", RECEIVED, ENVELOPE, datetime(2024, 5, 2, 9, 30)),
    ("", RECEIVED, ENVELOPE, datetime(2024, 5, 2, 9, 31)),
    ("Thu, 1 Jan 1970 00:00:00 +0000", RECEIVED, ENVELOPE, datetime(2024, 5, 2, 9, 31)),
    ("Thu, 2 May 2034 09:30:00 +0000", RECEIVED, ENVELOPE, datetime(2024, 5, 2, 9, 31)),
    (
        "Thu, 2 May 2024 09:30:00 +0000",
        "by an unset clock; Thu, 1 Jan 1970 00:00:00 +0000",
        "",
        datetime(2024, 5, 2, 9, 30),
    ),
    ("nonsense", "", ENVELOPE, datetime(2024, 5, 2, 9, 32)),
    ("", "", "From - Thu May 02 11:32:00 +0200 2024", datetime(2024, 5, 2, 11, 32)),
]


@pytest.mark.parametrize(("date", "received", "envelope", "moment"), FALLBACKS)
def test_absurd_dates_give_way_to_the_servers(date: str, received: str, envelope: str, moment: datetime) -> None:
    assert message_date(date, received, envelope, LATEST) == moment.replace(tzinfo=UTC)


def test_a_message_without_any_date_has_none() -> None:
    assert message_date("", "", "From ada", LATEST) is None
    assert message_date("Thu, 2 May 2034 09:30:00 +0000", "", "", LATEST) is None


def test_an_envelope_may_carry_a_zone_behind_the_year() -> None:
    assert read_envelope_date("From x Thu May  2 11:30:00 2024 +0200") == datetime(2024, 5, 2, 9, 30, tzinfo=UTC)
