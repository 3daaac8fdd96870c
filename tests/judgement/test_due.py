from datetime import date

import pytest

from amity.judgement.due import NO_DAY, Due, is_soon, is_too_far, read_day_gone, read_due, speaks_from

JUNE = date(2026, 6, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-04", date(2026, 12, 4)),
        ("  2026-12-04 ", date(2026, 12, 4)),
        ("2019-03-03", date(2019, 3, 3)),
        ("Friday", date(2026, 11, 27)),
        ("by friday", date(2026, 11, 27)),
        ("Friday 5pm", date(2026, 11, 27)),
        ("tomorrow at 9", date(2026, 11, 24)),
        ("4 Dec", date(2026, 12, 4)),
        ("4.12.", date(2026, 12, 4)),
        ("in 3 days", date(2026, 11, 26)),
        ("end of the month", date(2026, 11, 30)),
        ("29 February 2028", date(2028, 2, 29)),
        ("yesterday", date(2026, 11, 22)),
        ("Freitag", date(2026, 11, 27)),
        ("vendredi", date(2026, 11, 27)),
        ("1er janvier", date(2027, 1, 1)),
    ],
)
def test_a_typed_day_is_read(today, text, day):
    assert read_due(text, today) == Due(on=day)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30", "0000-00-00", "2026-13-01", "31 February", "30/2/2027", "29 February 2027", "Feb 30",
        "32 December", "31. Februar", "marzo 33", "99/99", "in 5000 years", "Friday the 45",
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_not_read(today, text):
    assert read_due(text, today) is None


@pytest.mark.parametrize(
    "text",
    ["soon", "in spring", "when I am back", "by Tết", "after my 2 exams", "maybe 3 times", "<script>", "🎄", "قريبا"],
)
def test_other_words_are_kept_as_words(today, text):
    assert read_due(text, today) == Due(words=text)


def test_nothing_typed_is_no_day(today):
    assert read_due(" \n ", today) == NO_DAY


def test_an_enormous_answer_is_shortened(today):
    found = read_due("some day perhaps " * 9_000, today)

    assert found is not None
    assert len(found.words) <= 60


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("yesterday", date(2026, 11, 22)),
        ("today", date(2026, 11, 23)),
        ("Friday", date(2026, 11, 20)),
        ("on Monday", date(2026, 11, 16)),
        ("20 June", JUNE),
        ("two weeks ago", date(2026, 11, 9)),
        ("2026-02-30", None),
        ("31 June", None),
        ("once", None),
        ("", None),
    ],
)
def test_a_day_gone_by_is_read_as_one(today, text, day):
    assert read_day_gone(text, today) == day


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("soon", True),
        ("Very soon", True),
        ("ASAP", True),
        ("as soon as I can", True),
        ("bald", True),
        ("Bientôt", True),
        ("dès que possible", True),
        ("pronto", True),
        ("soon after Easter", False),
        ("in spring", False),
        ("", False),
    ],
)
def test_soon_is_told_from_words_that_say_more(words, answer):
    assert is_soon(words) is answer


@pytest.mark.parametrize(
    ("due", "said_on", "day"),
    [
        (Due(on=date(2026, 12, 4)), JUNE, date(2026, 12, 1)),
        (Due(on=date(2026, 12, 4)), None, date(2026, 12, 1)),
        (NO_DAY, JUNE, date(2026, 6, 27)),
        (NO_DAY, None, None),
        (Due(words="soon"), JUNE, date(2026, 6, 27)),
        (Due(words="by Tết"), JUNE, date(2026, 7, 20)),
        (Due(words="in spring"), JUNE, date(2027, 3, 1)),
        (Due(words="next summer"), date(2026, 2, 1), date(2026, 6, 1)),
        (Due(words="im Herbst"), JUNE, date(2026, 9, 1)),
        (Due(words="in spring"), date(2026, 3, 1), date(2026, 3, 1)),
        (Due(words="cet hiver"), JUNE, date(2026, 12, 1)),
        (Due(words="en otoño"), JUNE, date(2026, 9, 1)),
    ],
)
def test_today_speaks_of_it_when_the_time_comes(due, said_on, day):
    assert speaks_from(due, said_on) == day


def test_a_slip_in_the_year_is_seen(today):
    assert is_too_far(date(2206, 12, 4), today)
    assert not is_too_far(date(2076, 12, 4), today)
