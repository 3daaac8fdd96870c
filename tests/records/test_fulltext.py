"""Words that were written are found newest first, on both databases, whatever signs a question holds."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from amity.lib.ids import new_id
from amity.records import fulltext
from amity.records.bulk import select
from amity.records.documents import new_docid
from amity.records.fulltext import postgres

pytestmark = pytest.mark.django_db
SPRING, AUTUMN = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 10, 1, tzinfo=UTC)


def _say(network, *texts):
    rows = [(new_docid(at), network, "interaction", new_id(), text) for at, text in texts]
    fulltext.add_said(rows)
    return rows


def test_what_was_written_last_is_found_first_whatever_the_order_of_import():
    network = new_id()
    late, early = _say(network, (AUTUMN, "the boat is mended"), (SPRING, "we bought a boat"))

    hits = fulltext.said(network, "boat", 10)

    assert [row for _, _, row in hits] == [late[3], early[3]]


def test_a_page_further_back_begins_before_the_last_docid_of_this_one():
    network = new_id()
    late, early = _say(network, (AUTUMN, "boat"), (SPRING, "boat"))

    hits = fulltext.said(network, "boat", 10, before_docid=late[0])

    assert [row for _, _, row in hits] == [early[3]]


def test_the_last_word_of_a_question_may_be_only_begun():
    network = new_id()
    _say(network, (SPRING, "a harbour in Brittany"))

    assert fulltext.said(network, "harbour brit", 10)
    assert not fulltext.said(network, "harb brittany", 10)


def test_accents_and_capitals_make_no_difference():
    network = new_id()
    _say(network, (SPRING, "Zoë wrote from Kraków"))

    assert fulltext.said(network, "zoe KRAKOW", 10)


def test_another_network_finds_nothing():
    _say(new_id(), (SPRING, "boat"))

    assert fulltext.said(new_id(), "boat", 10) == []


@pytest.mark.parametrize(
    "question", ['"', "a AND", "b*(", "boat OR", "x:y", "-", "NEAR(", "", "'; --", "boat\0", "&|!"]
)
def test_signs_in_a_question_are_no_commands(question):
    network = new_id()
    _say(network, (SPRING, "boat"))

    assert isinstance(fulltext.said(network, question, 10), list)


def test_what_was_taken_out_is_found_no_more():
    network = new_id()
    (row,) = _say(network, (SPRING, "boat"))

    fulltext.remove([row[0], 12345])

    assert fulltext.said(network, "boat", 10) == []


def test_people_are_found_by_the_beginnings_of_their_words_and_only_as_they_are_now():
    network, ada = new_id(), new_id()
    fulltext.add_named(network, [(ada, "Ada Byron ada@byron.example London")], SPRING)
    fulltext.add_named(network, [(ada, "Ada King ada@king.example London")], AUTUMN)

    assert fulltext.named(network, "ad kin", 10) == [ada]
    assert fulltext.named(network, "byron", 10) == []
    assert fulltext.docids_of(network, "person", [ada])


def test_a_begun_word_finds_all_that_begin_so_newest_first_and_nothing_beside_them():
    network = new_id()
    said = _say(
        network, (AUTUMN, "we walked home"), (SPRING, "a walk"), (SPRING, "walking boots"), (AUTUMN, "a wall, wake up")
    )

    hits = fulltext.said(network, "walk", 10)

    assert {row for _, _, row in hits} == {row[3] for row in said[:3]}
    assert hits[0][2] == said[0][3]


@pytest.mark.parametrize("begun", ["zür", "zur", "ZÜR", "zu\u0308r"])
def test_a_begun_word_may_have_its_accent_or_not(begun):
    network = new_id()
    _say(network, (SPRING, "a train to Zürich"))

    assert fulltext.said(network, begun, 10)


@pytest.mark.parametrize("begun", ["при", "プー", "مر", "नम"])
def test_a_word_of_any_writing_may_be_begun(begun):
    network = new_id()
    _say(network, (SPRING, "привет プーシキン مرحبا नमस्ते"))

    assert fulltext.said(network, begun, 10)


def test_a_begun_word_that_could_be_hundreds_of_words_still_finds():
    network = new_id()
    _say(network, (SPRING, " ".join(f"word{number}" for number in range(300))))

    assert fulltext.said(network, "word", 10)
    assert fulltext.said(network, "word29", 10)


def test_what_was_written_in_many_pieces_is_gathered_into_one_and_found_as_before():
    network, ada = new_id(), new_id()
    for number in range(6):
        _say(network, (SPRING, f"boat number{number}"))
        assert len(fulltext.said(network, "boat", 10)) == number + 1
    fulltext.add_named(network, [(ada, "Ada Byron")], SPRING)

    fulltext.gather()

    assert _pieces("amity_said") in (None, 1)
    assert len(fulltext.said(network, "boat", 10)) == 6
    assert fulltext.named(network, "byr", 10) == [ada]


def test_a_few_pieces_are_left_alone():
    network = new_id()
    for number in range(2):
        _say(network, (SPRING, f"boat number{number}"))
        assert fulltext.said(network, "boat", 10)

    fulltext.gather()

    assert _pieces("amity_said") in (None, 2)


def _pieces(table):
    """How many pieces FTS5's index is in; None on PostgreSQL, which has none."""
    if connection.vendor == "postgresql":
        return None
    return select(f"SELECT COUNT(DISTINCT segid) FROM {table}_idx")[0][0]


@pytest.mark.parametrize("newest", [(1,), (2, 5), (100,)])
def test_common_words_are_found_by_walking_back_as_by_the_index(monkeypatch, newest):
    network = new_id()
    said = _say(network, *[(SPRING, f"boat number{number}") for number in range(6)])
    _say(new_id(), (AUTUMN, "boat"))
    asked = ("boat", "bo", "boat numb", "number3", "number3 bo")
    by_index = [fulltext.said(network, words, 3) for words in asked]
    monkeypatch.setattr(postgres, "SELDOM", 0)
    monkeypatch.setattr(postgres, "NEWEST", newest)

    assert [fulltext.said(network, words, 3) for words in asked] == by_index
    assert len(fulltext.said(network, "boat", 10, before_docid=sorted(row[0] for row in said)[2])) == 2


def test_many_of_one_moment_find_places_of_their_own(monkeypatch):
    network, chance = new_id(), iter([7, 7, 40, 500])  # twice where others stand
    monkeypatch.setattr("amity.records.documents.secrets.randbelow", lambda most: next(chance))

    fulltext.add_named(network, [(new_id(), f"Ada {number}") for number in range(40)], AUTUMN)
    fulltext.add_named(network, [(new_id(), f"Bo {number}") for number in range(40)], AUTUMN)

    assert len(fulltext.named(network, "ada", 100)) == len(fulltext.named(network, "bo", 100)) == 40
