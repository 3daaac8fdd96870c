"""What a person reads on the command line, and what bad input gets."""

import json
from datetime import timedelta

import pytest

from amity.actions.facts import add_fact
from amity.actions.help import add_need, add_offer, ask_how_to_help
from amity.actions.promises import add_promise
from amity.records.models import Change, Person
from amity.records.scope import scope_of
from amity.surfaces.cli.show import as_plain
from tests.conftest import TODAY, settle, someone


def test_people_lists_the_kept_and_not_the_candidates(amity):
    ended = amity("people")

    assert "Ada Okafor" in ended.stdout
    assert "Bo Lindqvist" in ended.stdout
    assert "Cy Ramanathan" not in ended.stdout


def test_people_json_is_a_list_of_the_kept_the_quietest_first(amity):
    names = [row["name"] for row in json.loads(amity("people", "--json").stdout)]

    assert names == ["Bo Lindqvist", "Ada Okafor"]


def test_candidates_are_listed_apart(amity):
    ended = amity("people", "--candidates")

    assert "cy@ramanathan.example" in ended.stdout
    assert "Ada" not in ended.stdout


def test_today_says_who_has_gone_quiet_and_why(amity):
    ended = amity("today")

    assert "Tuesday 1 December 2026" in ended.stdout
    assert "Bo Lindqvist. Quiet for 5 months" in ended.stdout
    assert "Ada Okafor. " not in ended.stdout


def test_today_reads_in_the_order_of_the_page(amity, viewer, ada, bo):
    add_promise(viewer, ada.pk, "Lend the ladder", due_on=TODAY, source="your note")
    add_need(viewer, ada.pk, "A lift to the coast", said_on=TODAY - timedelta(days=30))

    shown = amity("today").stdout
    parts = ("Promises to keep", "Lend the ladder, to Ada Okafor. Today.", "Glad to hear from you", "Bo Lindqvist.")

    assert [part for part in parts if part not in shown] == []
    assert sorted(parts, key=shown.index) == list(parts)
    assert shown.index("Dates ahead") > shown.index("Bo Lindqvist.")


def test_today_says_what_keeping_a_promise_asks_for(amity, viewer, ada):
    add_promise(viewer, ada.pk, "Send the deck", due_on=TODAY)
    add_promise(viewer, ada.pk, "Lend the ladder", due_on=TODAY)

    lines = amity("today").stdout.splitlines()

    assert [line for line in lines if "letter" in line] == ["  Write the letter it goes with: ada@okafor.example"]


def test_a_briefing_says_what_to_know_before_you_meet(amity, viewer, bo):
    add_promise(viewer, bo.pk, "Send the plans", due_words="soon", source="your mail")
    add_promise(viewer, bo.pk, "Lend the saw", mine=False)
    add_need(viewer, bo.pk, "A dry shed", source="his mail")
    add_offer(viewer, bo.pk, "Mends boats")
    ask_how_to_help(viewer, bo.pk, TODAY - timedelta(days=20), "A hand with the slip.")

    lines = amity("brief", "Bo").stdout.splitlines()

    assert lines[0] == "Bo Lindqvist"
    assert [line for line in lines if line and not line.startswith(" ")][3:] == [
        "Last news",
        "They need",
        "They offer",
        "You promised",
        "They promised",
        "How you can help, asked 20 days ago",
        "Ask next",
    ]
    assert "  Send the plans (Your mail, today). Promised for “soon”." in lines
    assert "  “A hand with the slip.”" in lines
    assert lines[-1] == "  Would a dry shed still help them?"


def test_a_person_is_found_by_the_beginning_of_a_name_an_address_or_an_id(amity, ada):
    for words in ("ada", "ada@okafor.example", "Okafor", ada.pk):
        assert amity("person", words).stdout.startswith("Ada Okafor\n")


def test_a_persons_page_says_how_to_reach_them_and_what_is_known(amity):
    shown = amity("person", "Ada").stdout

    assert "ada@okafor.example" in shown
    assert "Her dog is called Rex." in shown


def test_nobody_by_that_name_ends_with_a_sentence(amity):
    ended = amity("person", "Zora")

    assert ended.exit_code == 1
    assert ended.stderr == "amity: Nobody here answers to “Zora”.\n"


def test_a_name_that_fits_several_lists_them_and_does_nothing(amity, viewer, ada):
    other = settle(viewer, someone(viewer, "Ada Lovell", "ada@lovell.example"))

    ended = amity("merge", "Ada", "Bo")

    assert ended.exit_code == 1
    assert "could be any of these" in ended.stderr
    assert str(ada.pk) in ended.stdout
    assert str(other.pk) in ended.stdout


def test_merging_names_the_way_back_and_undo_goes_it(amity):
    merged = amity("merge", "Bo", "Ada")
    change = merged.stdout.split()[-1]

    undone = amity("undo", change)

    assert "amity undo " in merged.stdout
    assert undone.exit_code == 0
    assert len(json.loads(amity("people", "--json").stdout)) == 2


def test_undo_with_nothing_to_undo_ends_with_a_sentence(amity):
    ended = amity("undo")

    assert ended.exit_code == 1
    assert ended.stderr == "amity: There is nothing to take back.\n"


def test_search_finds_what_was_said(amity):
    shown = amity("search", "canal").stdout

    assert "Ada Okafor: A long walk along the canal" in shown


def test_search_that_finds_nothing_says_so(amity):
    ended = amity("search", "xylophone")

    assert ended.exit_code == 0
    assert ended.stdout == "Nothing like that is here.\n"


def test_an_own_address_is_confirmed_and_listed(amity):
    amity("addresses", "confirm", "robin@work.example")

    shown = amity("addresses").stdout
    assert "robin@work.example" in shown
    assert "yours" in shown


def test_refusing_an_address_that_was_never_taken_for_ones_own_ends_with_a_sentence(amity):
    ended = amity("addresses", "refuse", "ada@okafor.example")

    assert ended.exit_code == 1
    assert "not among the addresses" in ended.stderr


def test_a_call_that_cannot_be_used_ends_with_two(amity):
    for call in (["today", "--on", "tomorrow"], ["person"], ["undo", "not-an-id"], ["nonsense"], ["people", "--what"]):
        assert amity(*call).exit_code == 2


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (["undo", "not-an-id"], "“not-an-id” names no change. To see them all: amity history"),
        (["imports", "undo", "the first"], "“the first” names no import. To see them all: amity imports"),
        (["imports", "stop", "7"], "“7” names no import. To see them all: amity imports"),
        (["imports", "resume", "7"], "“7” names no import. To see them all: amity imports"),
        (["today", "--on", "tomorrow"], "“tomorrow” is not a day Amity can read. Write it as 2026-11-25."),
        (["today", "--on", "2026-02-30"], "“2026-02-30” is not a day Amity can read. Write it as 2026-11-25."),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_in_plain_words_and_nothing_is_changed(amity, viewer, call, sentence):
    last = add_fact(viewer, ada_of(viewer), "other", "Likes figs.")

    ended = amity(*call)

    assert (ended.exit_code, ended.stdout, ended.stderr) == (2, "", f"amity: {sentence}\n")
    with scope_of(viewer):
        assert Change.objects.get(pk=last.pk).undone_at is None


def ada_of(viewer):
    with scope_of(viewer):
        return Person.objects.get(name="Ada Okafor").pk


def test_the_night_can_be_run_by_hand(amity):
    assert amity("nightly").stdout == "Every tie is as it stands today.\n"


def test_names_that_look_like_markup_are_printed_as_they_are(amity, viewer):
    settle(viewer, someone(viewer, "[bold]Eve[/bold]", "eve@fenn.example"))

    assert "[bold]Eve[/bold]" in amity("people").stdout


def test_what_json_does_not_know_is_written_in_its_words(ada):
    assert as_plain({"who": ada.pk, "on": {ada.kept_at}}) == {"who": str(ada.pk), "on": ["2026-12-01T10:00:00+00:00"]}
