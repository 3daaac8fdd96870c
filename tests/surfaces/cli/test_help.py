"""Needs, offers and asking on the command line: what a person reads, and what bad input gets."""

import pytest

from amity.records.models import Match, Need
from tests.actions.worlds import helping_of, told


@pytest.fixture
def world(viewer, ada, bo):
    return helping_of(viewer, ada, bo)


def test_with_nothing_noted_the_lists_say_so(amity):
    assert amity("needs").stdout == "No open needs that you know of. One sentence is enough to note one.\n"
    assert amity("offers").stdout == "No open offers that you know of. One sentence is enough to note one.\n"
    assert amity("helping").stdout == "Whom you asked how you can help, and what they said, is kept here.\n"
    assert amity("needs", "--suggested").stdout == "Nothing was found that waits for a yes or no.\n"


def test_a_need_is_shown_with_who_may_help_and_the_words_that_say_so(amity, world):
    shown = amity("needs").stdout

    assert shown.startswith("One open need. For it you may know somebody.\n")
    assert "\nAda Okafor: A plumber for a blocked drain\n  Your note, 21 November. Open.\n" in shown
    assert "  Bo Lindqvist may help. They offer it. Heating and [plumbing] engineer, [drains] too" in shown
    assert f"    amity match help|introduce|no {world[6]}\n" in shown


def test_an_offer_is_shown_with_whose_need_it_may_meet(amity, world):
    assert "  Ada Okafor needs it: A plumber for a blocked drain\n" in amity("offers").stdout


def test_what_was_found_names_the_two_commands(amity, world):
    shown = amity("needs", "--suggested").stdout

    assert "Ada Okafor: Somebody to walk the dog\n" in shown
    assert f"  Yes: amity need accept {world[1]}\n  No: amity need dismiss {world[1]}\n" in shown
    assert "plumber" not in shown


def test_settled_ones_come_with_all(amity, world):
    assert "A tent for a weekend\n  Your note, 21 November. Met, 26 November." in amity("needs", "--all").stdout


def test_a_need_is_noted_met_and_taken_back(amity):
    noted = amity("need", "add", "Ada", "A dry barn").stdout
    met = amity("need", "met", "barn").stdout
    amity("undo", met.split()[-1])

    assert noted.startswith("Wrote down what Ada Okafor needs: “A dry barn”.\nTo take it back: amity undo ")
    assert met.startswith("“A dry barn” is met.\n")
    assert "Ada Okafor: A dry barn" in amity("needs").stdout


def test_asking_is_kept_with_the_answer(amity):
    amity("asked", "Ada", "A lift on Tuesdays.", "--on", "yesterday")

    assert "Ada Okafor  yesterday  A lift on Tuesdays." in amity("helping").stdout


def test_a_decided_match_says_what_was_decided(amity, world):
    helping = amity("match", "help", "plumber").stdout
    shown = amity("needs").stdout

    assert helping.startswith("Bo Lindqvist is helping Ada Okafor.\n")
    assert "    They are helping.\n" in shown


def test_no_match_is_shown_no_more(amity, world):
    amity("match", "no", world[6])

    assert "Bo Lindqvist" not in amity("needs").stdout
    assert Match.unscoped.get().state == "not a match"


def test_several_that_fit_are_listed_with_their_ids(amity, viewer, ada):
    first, second = (told(viewer, Need, ada, f"A tent for {number}") for number in ("two", "four"))

    ended = amity("need", "met", "tent")

    assert ended.exit_code == 1
    assert ended.stderr == "amity: It could be any of these. Please say it with an id.\n"
    assert str(first.pk) in ended.stdout
    assert str(second.pk) in ended.stdout


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (["need", "met", "carpenter"], 1, "No such need here says “carpenter”."),
        (["offer", "over", ""], 1, "No such offer here says “”."),
        (["need", "dismiss", "plumber"], 2, "That cannot be done with it as it stands now."),
        (["match", "no", "nothing"], 1, "No such match here says “nothing”."),
        (["need", "add", "Nobody", "a roof"], 1, "Nobody here answers to “Nobody”."),
        (["need", "add", "Ada", " "], 2, "Write a few words first."),
        (["need", "met", "plumber", "--on", "2027-02-30"], 2, "“2027-02-30” is no day in the calendar."),
        (["asked", "Ada", "--on", "soonish"], 2, "“soonish” is no day in the calendar."),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(amity, world, call, code, said):
    ended = amity(*call)

    assert ended.exit_code == code
    assert said in ended.stderr
