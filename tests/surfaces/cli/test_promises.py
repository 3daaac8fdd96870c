"""Promises on the command line: what a person reads, and what bad input gets."""

from datetime import timedelta

import pytest

from amity.judgement.vocabulary import PromiseState
from amity.records.models import Promise
from tests.actions.worlds import a_promise, promises_of
from tests.conftest import TODAY


@pytest.fixture
def told(viewer, ada):
    """One open, one found, one asked about, one kept."""
    return promises_of(viewer, ada)


def test_with_nothing_promised_it_says_what_the_list_is_for(amity):
    assert amity("promises").stdout == "What you promise, and what others promise you, is remembered here.\n"


def test_the_list_says_what_to_whom_and_how_it_stands(amity, told):
    shown = amity("promises").stdout

    assert shown.startswith("Two open, none lost. Of 3 you kept 1, in time.\n")
    assert "Bring back the ladder  to Ada Okafor  Your mail, 21 November  Open for 10 days" in shown
    assert "Kept on 26 November" in shown


def test_the_list_asks_what_it_is_not_sure_of_and_names_the_commands(amity, told):
    _, found, asked, _ = told

    shown = amity("promises").stdout

    assert "Send the deck to Ada Okafor: You wrote on Sunday: “Here is the deck.” Did that keep it?" in shown
    assert f"  Yes: amity promise keep {asked} --on 2026-11-29\n  No: amity promise not-yet {asked}\n" in shown
    assert f"  Yes: amity promise accept {found}\n  No: amity promise dismiss {found}\n" in shown


def test_what_was_found_for_soon_says_so(amity, viewer, ada):
    a_promise(viewer, ada, "dig", state=PromiseState.SUGGESTED, key=b"k" * 16, due_words="soon")

    assert "21 November, to Ada Okafor: dig, soon\n" in amity("promises", "--suggested").stdout


def test_what_was_found_is_listed_alone_with_its_phrase_marked(amity, viewer, ada):
    a_promise(
        viewer, ada, "dig out the card", state=PromiseState.SUGGESTED, key=b"k" * 16, due_on=TODAY + timedelta(days=3),
        sentence="Lovely day. Let me dig out the card.", mark_start=12, mark_end=35,
        reason="something of your own to do",
    )  # fmt: skip

    shown = amity("promises", "--suggested").stdout

    assert "21 November, to Ada Okafor: dig out the card, by Friday" in shown
    assert "  Lovely day. [Let me dig out the card].\n  something of your own to do\n" in shown


def test_nothing_found_is_said(amity):
    assert amity("promises", "--suggested").stdout == "Nothing was found that waits for a yes or no.\n"


def test_a_promise_is_noted_kept_and_taken_back(amity):
    noted = amity("promise", "add", "Ada", "Send the deck", "--by", "friday").stdout
    kept = amity("promise", "keep", "deck").stdout
    undone = amity("undo", kept.split()[-1]).stdout

    assert noted.startswith("You promised Ada Okafor: “Send the deck”.\nTo take it back: amity undo ")
    assert kept.startswith("“Send the deck” is kept.\n")
    assert undone == "Taken back: “Send the deck” is kept.\n"
    assert "4 Dec Send the deck to Ada Okafor Your note, today Friday" in " ".join(amity("promises").stdout.split())


def test_words_mean_the_one_that_the_command_is_about(amity, viewer, ada):
    a_promise(viewer, ada, "Send the deck", state=PromiseState.KEPT, settled_on=TODAY)
    still_open = a_promise(viewer, ada, "Send the map")

    amity("promise", "keep", "send")

    assert Promise.unscoped.get(pk=still_open.pk).state == "kept"


def test_what_they_promised_stands_apart_and_comes(amity):
    amity("promise", "add", "Bo", "Lend you the saw", "--theirs", "--by", "in spring")

    listed = amity("promises").stdout
    came = amity("promise", "keep", "saw").stdout

    assert "Promised to you" in listed
    assert "In spring  Lend you the saw  from Bo Lindqvist" in listed
    assert came.startswith("“Lend you the saw” came from Bo Lindqvist.")


def test_words_that_fit_several_promises_list_them_and_do_nothing(amity, viewer, ada, bo):
    one, other = a_promise(viewer, ada, "Send the deck"), a_promise(viewer, bo, "Send the map")

    ended = amity("promise", "keep", "send")

    assert ended.exit_code == 1
    assert "It could be any of these" in ended.stderr
    assert all(str(promise.pk) in ended.stdout for promise in (one, other))
    assert {promise.state for promise in Promise.unscoped.all()} == {"open"}


REFUSED = [
    (["keep", "nothing like it"], 1, "No such promise here says “nothing like it”."),
    (["keep", "01890000-0000-7000-8000-000000000000"], 1, "No such promise here says"),
    (["keep", "press"], 2, "This is kept already."),
    (["release", "press"], 2, "This is kept already. Open it again first."),
    (["open", "ladder"], 2, "This is open already."),
    (["dismiss", "press"], 2, "This was decided already."),
    (
        ["keep", "ladder", "--on", "2026-02-30"],
        2,
        "“2026-02-30” is no day in the calendar. Try 2026-11-20, or yesterday.",
    ),
    (["keep", "ladder", "--on", "2026-12-24"], 2, "That day is still to come."),
    (["keep", "ladder", "--on", "2026-01-01"], 2, "That day is before it was promised."),
    (["add", "Ada", " "], 2, "Write what was promised, in a few words."),
    (["add", "Ada", "x" * 301], 2, "That is longer than 300 characters. Please shorten it."),
    (["add", "Ada", "Send it", "--by", "31 February"], 2, "“31 February” is no day in the calendar. Try 2026-12-04"),
    (["add", "Ada", "Send it", "--by", "2020-01-01"], 2, "That day is before it was promised."),
    (["add", "Ada", "Send it", "--said", "2027-01-01"], 2, "That day is still to come."),
    (["add", "Zora", "Send it"], 1, "Nobody here answers to “Zora”."),
    (["accept", "ladder"], 2, "This was decided already."),
    (["not-yet", "ladder"], 2, "Nothing was asked about this promise."),
    (["correct", "ladder", "--what", ""], 2, "Write what was promised, in a few words."),
    (["correct", "ladder", "--with", "Zora"], 1, "Nobody here answers to “Zora”."),
]


@pytest.mark.parametrize(("call", "code", "sentence"), REFUSED)
def test_what_cannot_be_done_ends_with_a_sentence_and_changes_nothing(amity, told, call, code, sentence):
    before = list(Promise.unscoped.order_by("pk").values())

    ended = amity("promise", *call)

    assert ended.exit_code == code
    assert ended.stderr.startswith(f"amity: {sentence}")
    assert list(Promise.unscoped.order_by("pk").values()) == before


def test_an_id_of_a_settled_promise_says_why_not(amity, told):
    ended = amity("promise", "release", told[3])

    assert (ended.exit_code, ended.stderr) == (2, "amity: This is kept already. Open it again first.\n")


def test_a_terminal_is_never_written_to_by_what_was_found(amity, viewer, ada):
    found = {"state": PromiseState.SUGGESTED, "key": b"k" * 16}
    a_promise(viewer, ada, "Send \x1b[31m[bold]it\u202e", sentence="I’ll\x1b]0;x\x07 send it", **found)

    shown = amity("promises").stdout

    assert "Send [31m[bold]it" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_every_page_of_a_long_list_is_printed(amity, viewer, ada):
    for number in range(60):
        a_promise(viewer, ada, f"Send part {number}.")

    shown = amity("promises").stdout

    assert [number for number in range(60) if f"Send part {number}." not in shown] == []


def test_history_shows_what_became_of_it(amity):
    amity("promise", "add", "Ada", "Send the deck")
    amity("promise", "release", "deck", "--they-know")

    shown = amity("history").stdout

    assert "Let go of “Send the deck”, and Ada Okafor knows." in shown
    assert "You promised Ada Okafor: “Send the deck”." in shown
