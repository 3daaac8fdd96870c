"""Dates in sentences: each rule of each language, what is no date, and what is due."""

from datetime import date, timedelta

import pytest

from amity.judgement.dates import Sense, due_date, find_dates
from amity.judgement.dates.days import add_months, easter, near_month, nth_weekday

WEDNESDAY = date(2026, 11, 18)


def first(sentence: str, **options: object) -> str | None:
    found = find_dates(sentence, on=WEDNESDAY, **options)
    return found[0].day.isoformat() if found else None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("see you today", "2026-11-18"),
        ("tomorow then", "2026-11-19"),
        ("the day after tomorrow", "2026-11-20"),
        ("he rang yesterday", "2026-11-17"),
        ("by close of business Friday", "2026-11-20"),
        ("by EOD", "2026-11-18"),
        ("tomorrow morning", "2026-11-19"),
        ("by Tuesday", "2026-11-24"),
        ("by Wed", "2026-11-25"),
        ("next Friday", "2026-11-27"),
        ("this Friday", "2026-11-20"),
        ("last Monday", "2026-11-16"),
        ("Monday week", "2026-11-30"),
        ("by Tuesday week", "2026-12-01"),
        ("a week on Saturday", "2026-11-28"),
        ("Friday fortnight", "2026-12-04"),
        ("Tuesday next week", "2026-11-24"),
        ("next week on Thursday", "2026-11-26"),
        ("the Friday after next", "2026-11-27"),
        ("this weekend", "2026-11-21"),
        ("over the weekend", "2026-11-21"),
        ("next weekend", "2026-11-28"),
        ("after the weekend", "2026-11-23"),
        ("next week", "2026-11-25"),
        ("the week after next", "2026-12-02"),
        ("next month", "2026-12-18"),
        ("by the end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("by the end of the week", "2026-11-22"),
        ("before the year is out", "2026-12-31"),
        ("by month end", "2026-11-30"),
        ("by the end of the quarter", "2026-12-31"),
        ("EOM at the latest", "2026-11-30"),
        ("mid next week", "2026-11-25"),
        ("early next week", "2026-11-23"),
        ("mid-June", "2027-06-15"),
        ("end of January", "2027-01-31"),
        ("beginning of April", "2027-04-01"),
        ("in a fortnight", "2026-12-02"),
        ("in 3 days", "2026-11-21"),
        ("in a couple of weeks", "2026-12-02"),
        ("within 48 hours", "2026-11-20"),
        ("within the week", "2026-11-25"),
        ("in half a year", "2027-05-18"),
        ("give me three days", "2026-11-21"),
        ("a week from Saturday", "2026-11-28"),
        ("a fortnight from today", "2026-12-02"),
        ("two weeks ago", "2026-11-04"),
        ("12 June", "2027-06-12"),
        ("June 12th, 2028", "2028-06-12"),
        ("Friday 4 December", "2026-12-04"),
        ("the first of May", "2027-05-01"),
        ("Tuesday the 24th", "2026-11-24"),
        ("on the 5th", "2026-12-05"),
        ("by the 5th of next month", "2026-12-05"),
        ("by 5/12", "2026-12-05"),
        ("3/20/2027", "2027-03-20"),
        ("on 20.03.2027", "2027-03-20"),
        ("2026-12-11", "2026-12-11"),
        ("2026-12-11T09:30", "2026-12-11"),
        ("before Christmas", "2026-12-25"),
        ("by Easter", "2027-03-28"),
        ("on New Year's Eve", "2026-12-31"),
        ("at Thanksgiving", "2026-11-26"),
        ("the last Friday in November", "2026-11-27"),
        ("the first Monday of next month", "2026-12-07"),
        ("first week of January", "2027-01-01"),
        ("in March", "2027-03-01"),
        ("in March 2028", "2028-03-01"),
        ("bis nächsten Freitag", "2026-11-27"),
        ("kommenden Freitag", "2026-11-20"),
        ("nächste Woche Dienstag", "2026-11-24"),
        ("übermorgen", "2026-11-20"),
        ("am Dienstagabend", "2026-11-24"),
        ("Ende des Monats", "2026-11-30"),
        ("Anfang Januar", "2027-01-01"),
        ("in zwei Wochen", "2026-12-02"),
        ("in acht Tagen", "2026-11-25"),
        ("vor zwei Wochen", "2026-11-04"),
        ("am 5.12.", "2026-12-05"),
        ("bis zum 1. Dezember", "2026-12-01"),
        ("zu Weihnachten", "2026-12-25"),
        ("am Wochenende", "2026-11-21"),
        ("vendredi prochain", "2026-11-20"),
        ("lundi en huit", "2026-11-30"),
        ("après-demain", "2026-11-20"),
        ("la semaine prochaine", "2026-11-25"),
        ("dans quinze jours", "2026-12-02"),
        ("d'ici la fin du mois", "2026-11-30"),
        ("le 3 décembre", "2026-12-03"),
        ("le 1er mai", "2027-05-01"),
        ("mi-janvier", "2027-01-15"),
        ("ce week-end", "2026-11-21"),
        ("avant Noël", "2026-12-25"),
        ("pasado mañana", "2026-11-20"),
        ("el próximo viernes", "2026-11-20"),
        ("el lunes pasado", "2026-11-16"),
        ("la semana que viene", "2026-11-25"),
        ("a finales de mes", "2026-11-30"),
        ("dentro de dos semanas", "2026-12-02"),
        ("hace tres días", "2026-11-15"),
        ("el 15 de diciembre", "2026-12-15"),
        ("este fin de semana", "2026-11-21"),
        ("antes de Navidad", "2026-12-25"),
    ],
)
def test_each_way_to_write_a_date_is_read(sentence: str, day: str) -> None:
    assert first(sentence) == day


@pytest.mark.parametrize(
    "sentence",
    [
        "I can march on",
        "you may go",
        "May I ask something?",
        "second to none",
        "call 555 1234",
        "the cat sat down",
        "he sat with me",
        "the sun is out",
        "mon ami Luc",
        "mon cher",
        "version 2.10 of it",
        "it costs £24.50",
        "come at 3pm",
        "open 24/7",
        "half, or 1/2 of it",
        "last June's deck",
        "that deck from last spring",
        "every Thursday",
        "never on Sundays",
        "on the 5th floor",
        "they built it in three days",
        "by the end of term",
        "page 12, chapter 5",
        "12 March Street",
        "the Sunday Times",
        "on 31 February",
        "2026-02-31",
        "in 5000 years",
        "Guten Morgen",
        "jeden Montag",
        "frente al mar",
        "por la mañana",
        "",
        "\x00\u202e" * 10,
    ],
)
def test_what_is_no_date_is_left_alone(sentence: str) -> None:
    assert first(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("We met on Monday and she told me all", "2026-11-16"),
        ("I'll call on Monday", "2026-11-23"),
        ("She promised to call on Monday", "2026-11-23"),
        ("I saw her, and need it by Monday", "2026-11-23"),
        ("We met on 3 November", "2026-11-03"),
        ("I can get it done on Monday", "2026-11-23"),
        ("Wir haben uns am Montag getroffen", "2026-11-16"),
    ],
)
def test_the_nearest_verb_tells_past_from_ahead(sentence: str, day: str) -> None:
    assert first(sentence) == day


def test_a_note_without_a_verb_looks_back_where_the_reader_does() -> None:
    assert first("Coffee with Ana Tue", sense=Sense.PAST) == "2026-11-17"
    assert first("Coffee with Ana Wed", sense=Sense.PAST) == "2026-11-11"
    assert first("the notes, by Tue", sense=Sense.PAST) == "2026-11-24"


def test_a_slashed_date_follows_the_region() -> None:
    assert first("by 5/12") == "2026-12-05"
    assert first("by 5/12", day_first=False) == "2027-05-12"


def test_a_date_knows_its_place_and_rule() -> None:
    sentence = "Ça va ? I’ll send it BY Friday, İpek."

    found = find_dates(sentence, on=WEDNESDAY)

    assert [(each.text, sentence[each.start : each.end], each.rule, each.is_deadline) for each in found] == [
        ("Friday", "Friday", "weekday", True)
    ]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("I met Ana on Monday and will send the deck by Friday", "2026-11-20"),
        ("I can't make Thursday, but I'll send notes on Friday", "2026-11-20"),
        ("I'm away tomorrow, you'll have it before the 30th", "2026-11-30"),
        ("I sent it yesterday", None),
        ("I'll send it soon", None),
    ],
)
def test_what_is_due_is_a_deadline_before_a_day_and_never_past(sentence: str, day: str | None) -> None:
    found = due_date(sentence, on=WEDNESDAY)

    assert (found.day.isoformat() if found else None) == day


def test_only_the_wanted_languages_are_read() -> None:
    assert find_dates("übermorgen", on=WEDNESDAY, languages=("en",)) == []


def test_a_text_without_end_is_read_to_its_bound() -> None:
    assert find_dates("x" * 6_000 + " tomorrow", on=WEDNESDAY) == []


def test_the_calendar_counts_right() -> None:
    assert [easter(year) for year in (2026, 2027)] == [date(2026, 4, 5), date(2027, 3, 28)]
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert near_month(31, date(2026, 11, 18), past=False) == date(2026, 12, 31)
    assert nth_weekday(4, 5, date(2026, 12, 1)) is None
    assert nth_weekday(4, -1, date(2026, 11, 1)) == date(2026, 11, 27)


def test_weekdays_lie_within_a_week_on_every_day() -> None:
    for days in range(14):
        on = WEDNESDAY + timedelta(days=days)
        found = find_dates("by Friday", on=on)[0].day
        assert timedelta(0) < found - on <= timedelta(days=7)
