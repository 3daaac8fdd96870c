from datetime import UTC, datetime
from pathlib import Path

import pytest

from amity.judgement.vocabulary import Channel
from amity.sources import registry
from amity.sources.found import FoundInteraction, Problem
from amity.sources.linkedin import read as linkedin
from tests.sources.tables import damaged, facts, handles, its_card, people_in, problems_in, things_in, told

SAMPLES = Path(__file__).parent / "samples"
WHOLE, OLD = SAMPLES / "whole", SAMPLES / "old"


def messages_in(path: Path) -> list[FoundInteraction]:
    return [thing for thing in things_in(linkedin, path) if isinstance(thing, FoundInteraction)]


def parties(message: FoundInteraction) -> list[tuple[str, str]]:
    return [(party.role.value, party.value) for party in message.parties]


def test_connections_are_people_with_their_account_work_and_day() -> None:
    ada, zoe = people_in(linkedin, WHOLE)

    assert (ada.name.shown, ada.name.family, ada.name.suffix) == ("Ada Lind", "Lind", "PhD")
    assert handles(ada) == [("account", "linkedin:ada-lind", "linkedin")]
    assert facts(ada) == [
        ("work", "Head of Repairs, Orchard Tools, Ltd.", ""),
        ("day", "2024-03-12", "connected on LinkedIn"),
    ]
    assert ada.where == "Connections.csv, line 5"
    assert handles(zoe) == [("mail", "zoe@brandt.example", ""), ("account", "linkedin:zoë-brandt", "linkedin")]


def test_messages_between_two_people_say_which_way_they_went() -> None:
    invitation, first, second = messages_in(WHOLE)[:3]

    assert [one.channel for one in (invitation, first, second)] == [Channel.MESSAGE] * 3
    assert [one.folder for one in (invitation, first, second)] == ["sent", "inbox", "sent"]
    assert invitation.at == datetime(2024, 3, 11, 21, 32, tzinfo=UTC)
    assert first.at == datetime(2024, 5, 15, 10, 30, tzinfo=UTC)
    assert parties(first) == [("from", "linkedin:ada-lind"), ("to", "linkedin:robin-fenn")]
    assert first.text == "Thank you for the saw.\nIt cuts well."
    assert second.text == "Gladly, Ada & all."


def test_a_talk_of_several_is_marked_and_advertisements_and_drafts_lie_where_they_belong() -> None:
    group, advertisement, draft, gone = messages_in(WHOLE)[3:]

    assert (group.signs, group.folder) == (("group",), "inbox")
    assert parties(group) == [("from", "linkedin:cy-moreau"), ("to", "linkedin:robin-fenn")]
    assert (advertisement.folder, draft.folder) == ("spam", "drafts")
    assert parties(gone) == [("to", "linkedin:robin-fenn")]


def test_what_holds_no_words_is_counted_and_said_once() -> None:
    assert problems_in(linkedin, WHOLE) == [
        Problem(
            "Connections.csv",
            "The table “guide_messages.csv” was left aside: it says nothing of what you and others wrote.",
            kept=True,
        ),
        Problem("Connections.csv, line 7", "This row names nobody."),
        Problem("Invitations.csv", "One invitation without a word was left aside.", kept=True),
        Problem("messages.csv", "One message without a word was left aside.", kept=True),
    ]


def test_older_exports_that_know_people_by_name_are_read() -> None:
    [ada] = people_in(linkedin, OLD)
    first, second, group = messages_in(OLD)

    assert facts(ada)[1] == ("day", "2020-01-15", "connected on LinkedIn")
    assert parties(first) == [("from", "linkedin:ada-lind"), ("to", "linkedin:robin fenn")]
    assert parties(second) == [("from", "linkedin:robin fenn"), ("to", "linkedin:ada-lind")]
    assert [one.folder for one in (first, second, group)] == ["inbox", "sent", "sent"]
    assert (group.signs, len(group.parties)) == (("group",), 3)


def test_of_a_single_talk_nobody_can_tell_whose_it_is(tmp_path: Path) -> None:
    lines = (OLD / "messages.csv").read_text().splitlines()[:3]
    path = tmp_path / "messages.csv"
    path.write_text("\n".join(lines))

    assert [one.folder for one in messages_in(path)] == ["", ""]


def test_whose_they_are_is_told_by_who_stands_in_all_of_several_talks(tmp_path: Path) -> None:
    rows = (OLD / "messages.csv").read_text().splitlines()
    path = tmp_path / "messages.csv"
    path.write_text("\n".join([*rows[:3], "c3,,Dee Moss,,Robin Fenn,2020-06-01 08:00:00 UTC,,Hello,INBOX"]))

    assert {one.folder for one in messages_in(path)} == {"inbox", "sent"}


def test_the_same_message_in_a_later_export_has_the_same_key(tmp_path: Path) -> None:
    path = tmp_path / "messages.csv"
    path.write_text("\n".join((WHOLE / "messages.csv").read_text().splitlines()[:4]))

    assert [one.key for one in messages_in(path)] == [one.key for one in messages_in(WHOLE)[1:3]]


def test_the_card_that_is_kept_says_what_the_row_said() -> None:
    for person in (*people_in(linkedin, WHOLE), *people_in(linkedin, OLD)):
        assert told(its_card(person)) == told(person)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("whole", "LinkedIn, connections, invitations and messages, 2 KB"),
        ("whole/messages.csv", "LinkedIn, messages, 1 KB"),
        ("old/Connections.csv", "LinkedIn, connections, 136 bytes"),
    ],
)
def test_an_export_and_each_of_its_tables_are_recognised(name: str, sentence: str) -> None:
    path = SAMPLES / name
    head = path.read_bytes() if path.is_file() else b""

    assert linkedin.recognise(str(path), head) == sentence


def test_an_export_is_offered_once_and_not_table_by_table() -> None:
    offered = registry.look_through(str(OLD))

    assert [one.kind if isinstance(one, registry.Recognised) else one for one in offered] == ["linkedin"]


def test_three_hundred_damaged_tables_are_read_without_an_exception(tmp_path: Path) -> None:
    path = tmp_path / "damaged.csv"

    for seed in range(300):
        name = ("Connections.csv", "Invitations.csv", "messages.csv")[seed % 3]
        path.write_bytes(damaged((WHOLE / name).read_bytes(), seed))
        linkedin.recognise(str(path), path.read_bytes())

        for thing in things_in(linkedin, path):
            assert thing.why if isinstance(thing, Problem) else len(thing.key) == 16
