"""The sample life is the same on every machine and as fresh on any morning as on the first."""

from collections import Counter
from datetime import date, timedelta

import pytest

from amity.judgement.vocabulary import Channel
from amity.sources.demo import life, read
from amity.sources.demo.life import fill_in
from amity.sources.found import Cursor, FoundInteraction, FoundPerson, Problem

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "ticket"
    path.write_text(read.ticket(TODAY))
    return list(read.read(str(path), None))


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("since {date:-156}", "since 20 June"),
        ("by {weekday:0}", "by Monday"),
        ("coffee {wd:-6}", "coffee tue"),
        ("in {month:-156} {year:-430}", "in June 2025"),
        ("no token", "no token"),
    ],
)
def test_day_tokens_are_written_out(text, filled):
    assert fill_in(text, TODAY) == filled


def test_two_hundred_people_and_five_years_of_contacts_are_found(found):
    people = [thing for thing in found if isinstance(thing, FoundPerson)]
    contacts = [thing for thing in found if isinstance(thing, FoundInteraction)]

    assert len(people) == 202  # two of them are second cards that may be the same person
    assert len(contacts) > 4_000
    assert not [thing for thing in found if isinstance(thing, Problem)]
    assert {contact.channel for contact in contacts} == set(Channel)


def test_everything_happened_within_five_years_before_today(found):
    days = [thing.at.date() for thing in found if isinstance(thing, FoundInteraction)]

    assert max(days) == TODAY
    assert min(days) >= TODAY - timedelta(days=5 * 366)


def test_another_morning_gives_the_same_life_shifted():
    first, second = life.everything(TODAY), life.everything(TODAY + timedelta(days=40))

    assert [(each.id, each.day, each.channel) for each in first] == [
        (each.id, each.day, each.channel) for each in second
    ]


def test_quoted_letters_are_cut_to_what_their_writer_wrote(found):
    texts = [thing.text for thing in found if isinstance(thing, FoundInteraction)]

    assert not [text for text in texts if "wrote:" in text or text.startswith(">")]


def test_no_contact_is_found_twice(found):
    keys = Counter(thing.key for thing in found if not isinstance(thing, Cursor))

    assert max(keys.values()) == 1


def test_reading_goes_on_behind_a_cursor(tmp_path, found):
    path = tmp_path / "ticket"
    path.write_text(read.ticket(TODAY))
    middle = [thing for thing in found if isinstance(thing, Cursor)][5]

    rest = list(read.read(str(path), middle))

    assert rest == found[found.index(middle) + 1 :]


def test_a_file_that_is_no_ticket_is_a_problem_and_not_recognised(tmp_path):
    path = tmp_path / "other.json"
    path.write_text('{"amity": "sample life", "today": "some day"}')

    things = list(read.read(str(path), None))

    assert [type(thing) for thing in things] == [Problem]
    assert read.recognise(str(path), path.read_bytes()) is None
