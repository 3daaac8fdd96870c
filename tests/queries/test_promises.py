"""The ledger as a page, as a part of Today and of a briefing, and by words."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from amity.judgement.fitting import Fitting
from amity.judgement.vocabulary import Channel, Direction, HandleKind, PromiseState
from amity.lib.errors import NotAccepted, NotHere
from amity.queries.promises import (
    MOST_SUGGESTED,
    PAGE,
    promise_row,
    promises_meant,
    promises_page,
    promises_to_keep,
    promises_with,
)
from amity.records.models import Handle
from amity.records.scope import scope_of
from tests.actions.worlds import a_promise
from tests.conftest import TODAY, happened, someone
from tests.queries.counting import statements

OPEN, KEPT, RELEASED = PromiseState.OPEN, PromiseState.KEPT, PromiseState.RELEASED
SUGGESTED, DISMISSED = PromiseState.SUGGESTED, PromiseState.DISMISSED
SAID = "Lovely to see you. Let me dig out the framer’s card."


def days(number):
    return TODAY + timedelta(days=number)


def key(number):
    return number.to_bytes(16, "big")


def whats(rows):
    return [row.what for row in rows]


def all_pages(viewer):
    page = promises_page(viewer, TODAY, show_all=True)
    yield page
    while page.next:
        page = promises_page(viewer, TODAY, show_all=True, after=page.next)
        yield page


def test_open_ones_stand_first_the_longest_waiting_at_the_top_then_what_was_settled_last(viewer, ada, bo):
    a_promise(viewer, ada, "due tomorrow", due_on=days(1))
    a_promise(viewer, ada, "kept long since", state=KEPT, settled_on=days(-80))
    a_promise(viewer, bo, "due in a month", due_on=days(30))
    a_promise(viewer, bo, "let go", state=RELEASED, settled_on=days(-2))
    a_promise(viewer, ada, "said in June", said_on=days(-160), due_words="soon")
    a_promise(viewer, ada, "nobody knows when", said_on=None)
    a_promise(viewer, ada, "kept in another time", state=KEPT, settled_on=days(-91))
    a_promise(viewer, ada, "theirs", mine=False)

    page = promises_page(viewer, TODAY)

    assert whats(page.mine) == [
        "nobody knows when", "said in June", "due tomorrow", "due in a month", "let go", "kept long since",
    ]  # fmt: skip
    assert whats(page.theirs) == ["theirs"]
    assert (page.total, page.next, page.show_all) == (7, "", False)
    assert page.lede == "Four open, none lost. Of 7 you kept 2, all in time."
    assert "kept in another time" in whats(promises_page(viewer, TODAY, show_all=True).mine)


def test_a_row_says_what_to_whom_for_when_said_where_and_how_it_stands(viewer, ada):
    letter = happened(viewer, ada, 11, Channel.MAIL, Direction.OUT, text=SAID)
    a_promise(
        viewer, ada, "Dig out the framer’s card", due_on=days(3), source="your mail", said_on=days(-11),
        interaction=letter, sentence=SAID, mark_start=19, mark_end=52, key=key(1),
    )  # fmt: skip

    row = promises_page(viewer, TODAY).mine[0]

    assert (row.for_words, row.where, row.now) == ("4 Dec", "Your mail, 20 November", "Friday")
    assert (row.name, row.called, row.person_id, row.interaction_id) == ("Ada Okafor", "Ada", ada.pk, letter.pk)
    assert row.sentence == ((SAID[:19], False), (SAID[19:], True))
    assert (row.state, row.is_late, row.was_found, row.private) == (OPEN, False, True, False)


def test_keeping_one_offers_the_letter_it_asks_for(viewer, ada):
    a_promise(viewer, ada, "Send the deck", said_on=days(-11), due_on=days(-1))

    act = promises_page(viewer, TODAY).mine[0].act

    assert (act.kind, act.words, act.label) == (Fitting.SEND, "Write the letter it goes with", "ada@okafor.example")
    assert act.body == "Hello Ada,\n\nI said I would send the deck. It comes later than I said.\n\n"
    assert act.href.startswith(
        "mailto:ada@okafor.example?subject=As%20promised&body=Hello%20Ada%2C%0D%0A%0D%0AI%20said"
    )


@pytest.mark.parametrize(
    ("what", "kind", "href"),
    [("call you", Fitting.CALL, "tel:+442079460101"), ("Ask Ada & co?", Fitting.WRITE, "mailto:ada@okafor.example?")],
)
def test_the_act_goes_by_the_way_that_fits(viewer, ada, what, kind, href):
    a_promise(viewer, ada, what)

    act = promises_page(viewer, TODAY).mine[0].act

    assert act.kind is kind
    assert act.href.startswith(href)
    assert act.href.count("&") <= 1


def test_without_an_address_the_letter_is_there_to_be_copied(viewer, bo):
    a_promise(viewer, bo, "Send the deck")
    with scope_of(viewer):
        Handle.objects.filter(person=bo, kind=HandleKind.MAIL).delete()

    act = promises_page(viewer, TODAY).mine[0].act

    assert (act.href, act.label) == ("", "")
    assert act.body.startswith("Hello Bo,")


@pytest.mark.parametrize("columns", [{"mine": False}, {"state": KEPT, "settled_on": TODAY}])
def test_nothing_is_offered_for_what_is_settled_or_theirs(viewer, ada, columns):
    a_promise(viewer, ada, "Send the deck", **columns)

    page = promises_page(viewer, TODAY)

    assert [row.act for row in (*page.mine, *page.theirs)] == [None]


def test_the_margin_says_how_little_the_open_ones_take(viewer, ada, bo):
    a_promise(viewer, ada, "Send the number", said_on=days(-160))
    a_promise(viewer, bo, "Read two chapters", due_on=days(2))

    assert promises_page(viewer, TODAY).beside[0] == (
        "Two open promises come to about an hour. Ada’s has been open longest, and takes about two minutes."
    )


def test_every_promise_is_on_some_page_once(viewer, ada):
    wanted = [f"open {number}" for number in range(PAGE + 7)] + [f"kept {number}" for number in range(PAGE + 3)]
    for number, what in enumerate(wanted):
        settled = {"state": KEPT, "settled_on": days(-number // 9)} if what.startswith("kept") else {}
        a_promise(viewer, ada, what, due_on=days(number // 9), **settled)

    pages = list(all_pages(viewer))

    shown = [row for page in pages for row in page.mine]
    assert len(pages) == 3
    assert sorted(whats(shown)) == sorted(wanted)
    assert [row.due_on for row in shown if row.state is OPEN] == [days(number // 9) for number in range(PAGE + 7)]
    assert [bool(page.beside) for page in pages] == [True, False, False]


def test_open_and_recent_ends_with_the_ten_settled_last(viewer, ada):
    for number in range(PAGE + 1):
        a_promise(viewer, ada, f"open {number}")
    for number in range(15):
        a_promise(viewer, ada, f"kept {number}", state=KEPT, settled_on=days(-number))

    first = promises_page(viewer, TODAY)
    last = promises_page(viewer, TODAY, after=first.next)

    assert len(first.mine) == PAGE
    assert whats(last.mine)[1:] == [f"kept {number}" for number in range(10)]
    assert last.next == ""


def test_more_of_what_others_promised_is_under_all(viewer, ada):
    for number in range(PAGE + 1):
        a_promise(viewer, ada, f"theirs {number}", mine=False)

    page, everything = promises_page(viewer, TODAY), promises_page(viewer, TODAY, show_all=True)

    assert (len(page.theirs), page.theirs_more) == (PAGE, True)
    assert (len(everything.theirs), everything.theirs_more) == (PAGE + 1, False)


@pytest.mark.parametrize("after", ["nonsense", "W10", "WyJvcGVuIiwieCIsInkiXQ", "x" * 5_000])
def test_a_cursor_that_no_page_gave_is_refused(viewer, ada, after):
    with pytest.raises(NotAccepted):
        promises_page(viewer, TODAY, after=after)


def test_with_nothing_promised_the_page_says_what_it_is_for(viewer):
    page = promises_page(viewer, TODAY)

    assert page.lede == "What you promise, and what others promise you, is remembered here."
    assert (page.mine, page.theirs, page.suggested, page.beside, page.accepted_words) == ((), (), (), (), "")


# What was found


def test_a_found_promise_shows_its_phrase_its_hour_and_why(viewer, ada):
    letter = happened(viewer, ada, 1, Channel.MAIL, Direction.OUT, text=SAID)
    a_promise(
        viewer, ada, "dig out the framer’s card", state=SUGGESTED, key=key(1), said_on=days(-1), interaction=letter,
        sentence=SAID, mark_start=19, mark_end=52, reason="something of your own to do", due_on=days(3),
    )  # fmt: skip

    found = promises_page(viewer, TODAY).suggested[0]

    assert (found.when_words, found.reason, found.due_label) == (
        "Yesterday 12:00",
        "something of your own to do",
        "Friday",
    )
    assert (found.row.now, found.row.sentence[1]) == ("Yours to decide", (SAID[19:], True))


def test_what_was_found_in_a_letter_in_the_bin_does_not_ask(viewer, ada):
    letter = happened(viewer, ada, 1, Channel.MAIL, Direction.OUT, text=SAID, trashed_at="2026-11-30T10:00Z")
    a_promise(viewer, ada, "dig", state=SUGGESTED, key=key(1), interaction=letter)

    assert promises_page(viewer, TODAY).suggested == ()


def test_only_so_many_ask_at_once_the_newest_first(viewer, ada):
    for number in range(MOST_SUGGESTED + 5):
        a_promise(
            viewer, ada, f"found {number}", state=SUGGESTED, key=key(number), said_on=days(-number), mine=number % 2
        )

    page = promises_page(viewer, TODAY)

    assert [one.row.what for one in page.suggested] == [f"found {number}" for number in range(MOST_SUGGESTED)]
    assert page.suggested_more == 5


def test_how_often_a_find_was_right_is_told_beside_what_waits(viewer, ada):
    a_promise(viewer, ada, "waits", state=SUGGESTED, key=key(1))
    for number, state in enumerate([OPEN, KEPT, RELEASED, OPEN, DISMISSED], start=2):
        a_promise(viewer, ada, f"decided {number}", state=state, key=key(number), settled_on=TODAY)
    a_promise(viewer, ada, "typed")

    assert promises_page(viewer, TODAY).accepted_words == "Of such sentences you accepted 8 in 10."


# Today, the briefing, one row


def test_today_reminds_of_what_is_near_or_waits_and_says_how_many_more_there_are(viewer, ada, bo):
    a_promise(viewer, ada, "far off", due_on=days(4))
    a_promise(viewer, ada, "near", due_on=days(3))
    a_promise(viewer, bo, "gone by", due_on=days(-200), said_on=days(-300))
    a_promise(viewer, bo, "soon", due_words="soon", said_on=days(-8))
    a_promise(viewer, bo, "just said", said_on=TODAY)
    a_promise(viewer, bo, "theirs", mine=False, due_on=TODAY)
    a_promise(viewer, bo, "found", state=SUGGESTED, key=key(1), due_on=TODAY)
    a_promise(viewer, bo, "kept", state=KEPT, settled_on=TODAY, due_on=TODAY)

    shown, cut = promises_to_keep(viewer, TODAY, 5), promises_to_keep(viewer, TODAY, 2)

    assert (whats(shown.rows), shown.more) == (["gone by", "soon", "near"], 0)
    assert (whats(cut.rows), cut.more) == (["gone by", "near"], 1)


def test_a_briefing_holds_open_promises_both_ways_and_of_this_person_alone(viewer, ada, bo):
    a_promise(viewer, ada, "mine")
    a_promise(viewer, ada, "theirs", mine=False)
    a_promise(viewer, ada, "kept", state=KEPT, settled_on=TODAY)
    a_promise(viewer, ada, "found", state=SUGGESTED, key=key(1))
    a_promise(viewer, bo, "to Bo")

    between = promises_with(viewer, ada.pk, TODAY)

    assert (whats(between.mine), whats(between.theirs)) == (["mine"], ["theirs"])


def test_one_row_is_given_by_its_key(viewer, ada):
    found = a_promise(viewer, ada, "found", state=SUGGESTED, key=key(1))
    dismissed = a_promise(viewer, ada, "dismissed", state=DISMISSED, key=key(2))

    assert promise_row(viewer, found.pk, TODAY).what == "found"
    for missing in (dismissed.pk, uuid.uuid4()):
        with pytest.raises(NotHere):
            promise_row(viewer, missing, TODAY)


@pytest.mark.parametrize(
    ("text", "states", "meant"),
    [
        ("deck", (OPEN,), ["Send the deck"]),
        ("  DÉCK ", (OPEN,), ["Send the deck"]),
        ("lindqvist", (OPEN,), ["Bring the boat"]),
        ("the", (OPEN,), ["Bring the boat", "Send the deck"]),
        ("press", (OPEN,), []),
        ("press", (KEPT,), ["Lend the press"]),
        ("card", (OPEN, KEPT), []),
        ("", (OPEN,), []),
        ("%", (OPEN,), []),
        ("x" * 100_000, (OPEN,), []),
        ("\0", (OPEN,), []),
    ],
)
def test_words_mean_the_promises_they_stand_in(viewer, ada, bo, text, states, meant):
    a_promise(viewer, bo, "Bring the boat", said_on=days(-30))
    a_promise(viewer, ada, "Send the deck")
    a_promise(viewer, ada, "Lend the press", state=KEPT, settled_on=TODAY)
    a_promise(viewer, ada, "Find the card", state=DISMISSED, key=key(1))

    assert whats(promises_meant(viewer, text, TODAY, states)) == meant


def test_a_key_means_its_promise_however_it_stands(viewer, ada):
    kept = a_promise(viewer, ada, "Lend the press", state=KEPT, settled_on=TODAY)

    assert whats(promises_meant(viewer, str(kept.pk), TODAY, (OPEN,))) == ["Lend the press"]


# Whose they are, and what they cost


def test_what_is_private_to_another_member_is_on_no_page(viewer, ada):
    a_promise(viewer, ada, "private", private_to=uuid.uuid4())
    a_promise(viewer, ada, "my own", private_to=viewer.member)

    page = promises_page(viewer, TODAY)

    assert [(row.what, row.private) for row in page.mine] == [("my own", True)]
    assert page.total == 1


def test_promises_of_another_member_or_network_are_on_no_page(viewer, ada, elsewhere, dee):
    a_promise(viewer, ada, "mine")
    a_promise(elsewhere, dee, "theirs")
    partner = replace(viewer, member=uuid.uuid4())

    assert whats(promises_page(elsewhere, TODAY).mine) == ["theirs"]
    assert promises_page(partner, TODAY).mine == promises_to_keep(partner, TODAY, 5).rows == ()
    assert promises_with(viewer, dee.pk, TODAY).mine == promises_meant(viewer, "theirs", TODAY) == ()


QUERIES = {
    "the page": lambda viewer, who: promises_page(viewer, TODAY),
    "all of them": lambda viewer, who: promises_page(viewer, TODAY, show_all=True),
    "Today": lambda viewer, who: promises_to_keep(viewer, TODAY, 30),
    "a briefing": lambda viewer, who: promises_with(viewer, who.pk, TODAY),
    "by words": lambda viewer, who: promises_meant(viewer, "promise", TODAY),
}


@pytest.mark.parametrize("name", QUERIES)
def test_twenty_promises_cost_as_many_statements_as_ten(viewer, name):
    host = someone(viewer, "Ivo Brandt", "ivo@brandt.example")

    def ten_more(start):
        for number in range(start, start + 10):
            friend = host if number % 2 else someone(viewer, f"Friend {number}", f"f{number}@there.example")
            letter = happened(viewer, friend, 2, Channel.MAIL, Direction.OUT, text="Here it is.")
            said_in = {"interaction": letter, "sentence": SAID, "mark_start": 0, "mark_end": 6}
            a_promise(viewer, friend, f"Send promise {number}", due_on=TODAY, kept_by=letter, **said_in)
            a_promise(viewer, friend, f"kept promise {number}", state=KEPT, settled_on=TODAY)
            a_promise(viewer, friend, f"their promise {number}", mine=False)
            a_promise(viewer, friend, f"found promise {number}", state=SUGGESTED, key=key(number), **said_in)
        return statements(lambda: QUERIES[name](viewer, host))

    assert ten_more(0) == ten_more(10)
