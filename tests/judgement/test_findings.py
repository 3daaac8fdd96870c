"""What one letter or note tells, in the words that the ledger and the pages of needs show."""

from datetime import date, timedelta

import pytest

from amity.judgement.capture import KnownName, KnownNames
from amity.judgement.due import Due
from amity.judgement.findings import LONGEST_READ, Happened, Reader, Sort, findings_in
from amity.judgement.found_words import worded_promise
from amity.judgement.notes import NoteReader
from amity.judgement.pronouns import spoken
from amity.judgement.vocabulary import Channel, Direction
from amity.lib.weights import said_weights

ON = date(2026, 11, 23)  # a Monday
PEOPLE = KnownNames([KnownName("ada", "Ada Okafor"), KnownName("bo", "Bo Lindqvist"), KnownName("bo2", "Bo Birk")])
SHE = spoken("she/her")


@pytest.fixture
def reader():
    return Reader(SHE, said_weights(), NoteReader("ada", lambda: PEOPLE))


def told(reader, text, channel=Channel.MAIL, direction=Direction.OUT, before=None):
    found = findings_in(Happened(channel, direction, ON, text), before, reader)
    return [(each.sort, each.what, each.who) for each in found]


def note(reader, text, channel=Channel.IN_PERSON):
    return told(reader, text, channel, Direction.BOTH)


def test_an_own_letter_promises_and_theirs_promises_needs_and_offers(reader):
    mine = "Lovely to see you. I’ll read your letter by Thursday. How can I help?"
    theirs = "I’ll send you my recipe. I am looking for a flat for my son. You may borrow our tent."

    assert told(reader, mine) == [(Sort.MINE, "Read her letter", None), (Sort.ASKED, "", None)]
    assert told(reader, theirs, direction=Direction.IN) == [
        (Sort.THEIRS, "Send her recipe", None),
        (Sort.NEED, "A flat for her son", None),
        (Sort.OFFER, "You may borrow our tent", None),
    ]


def test_what_an_own_letter_needs_is_nobody_elses_need(reader):
    assert told(reader, "I am looking for forty square metres with a north window.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He needs a framer for the show, real wood.", (Sort.NEED, "A framer for the show, real wood", None)),
        ("I promised her the keys.", (Sort.MINE, "The keys", None)),
        ("Ada said: I’ll lend you the small bandsaw.", (Sort.THEIRS, "Lend the small bandsaw", None)),
        ("I’ll send her the number by Friday.", (Sort.MINE, "Send her the number", None)),
        ("Asked how I can help.", (Sort.ASKED, "", None)),
    ],
)
def test_the_owners_own_note_tells_of_both_sides(reader, text, expected):
    assert expected in note(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "He can still hear which train is late.",
        "She wants a week in bed.",
        "Promised soup, brought soup.",
        "Left soup on the step and stayed for half an hour.",
    ],
)
def test_a_note_of_what_happened_tells_nothing(reader, text):
    assert note(reader, text) == []


def test_a_note_may_name_somebody_else_and_asks_nothing_where_several_may_be_meant(reader):
    names = KnownNames([KnownName("ada", "Ada Okafor"), KnownName("ida", "Ida Holt"), KnownName("bo", "Bo Lindqvist")])
    one = Reader(SHE, said_weights(), NoteReader("ada", lambda: names))

    assert note(one, "I’ll send Ida a sewing needle this week.") == [(Sort.MINE, "Send Ida a sewing needle", "ida")]
    assert note(reader, "I’ll send Bo a sewing needle this week.") == []


def test_a_promise_that_answers_a_need_is_surer(reader):
    text = "Let me dig out the framer’s card and I’ll pass it on if it’s any use."
    noted = Happened(Channel.IN_PERSON, Direction.BOTH, ON - timedelta(days=3), "She needs a framer for the show.")
    long_ago = Happened(Channel.IN_PERSON, Direction.BOTH, ON - timedelta(days=30), "She needs a framer for the show.")

    assert told(reader, text) == told(reader, text, before=long_ago) == []
    assert told(reader, text, before=noted) == [(Sort.MINE, "Pass it on", None)]


def test_the_phrase_lies_in_its_sentence(reader):
    (found,) = findings_in(Happened(Channel.MAIL, Direction.OUT, ON, "Thanks.\nI’ll send\nit today."), None, reader)

    assert (found.phrase, found.sentence) == ("I’ll send it today", "I’ll send it today.")


def test_what_is_too_long_to_be_a_letter_to_one_person_is_not_read(reader):
    assert told(reader, "I’ll send it today. " * (LONGEST_READ // 10)) == []


@pytest.mark.parametrize(
    ("what", "sentence", "worded", "due"),
    [
        ("send it as soon as I can", "I’ll send it as soon as I can.", "Send it", Due(words="soon")),
        ("lend the saw in spring", "I’ll lend you the saw in spring.", "Lend the saw", Due(words="in spring")),
        ("send the samples before Tết", "I’ll do it before Tết.", "Send the samples", Due(words="before Tết")),
        ("bring it back on Wednesday", "I’ll bring it back on Wednesday.", "Bring it back", Due(date(2026, 11, 25))),
        ("write it tonight", "I’ll write it tonight so that it is ready.", "Write it", Due(ON)),
        ("forward your letter to my sister", "I’ll forward it.", "Forward her letter to your sister", Due()),
        ("make sure you get a copy", "I’ll make sure you get a copy.", "Make sure you get a copy", Due()),
        ("put up a howto but really it is easy", "I will.", "Put up a howto", Due()),
    ],
)  # fmt: skip
def test_the_ledger_has_the_deed_alone_and_its_day(what, sentence, worded, due):
    found = worded_promise(what, sentence, mine=True, on=ON, spoken=SHE)

    assert (found.what, found.due) == (worded, due)
