import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from amity.judgement.vocabulary import Channel
from amity.sources.found import Cursor, FoundInteraction, FoundPerson, Problem
from amity.sources.telegram import read as telegram
from tests.sources.suite import ReaderSuite

BEGIN = 1_700_000_000  # 14 November 2023, 22:13:20 UTC
ADA, ME = "user111", "user1"


def message(number: int, sender: str, text: Any = "", **more: Any) -> dict[str, Any]:
    names = {ADA: "Ada Okafor", ME: "Robin Fenn"}
    at = {"date": "2023-11-14T23:13:20", "date_unixtime": str(BEGIN + 60 * number)}
    return {
        "id": number,
        "type": "message",
        **at,
        "from": names.get(sender, ""),
        "from_id": sender,
        "text": text,
    } | more


def chat(messages: list[Any], **more: Any) -> dict[str, Any]:
    return {"name": "Ada Okafor", "type": "personal_chat", "id": 111, "messages": messages} | more


def account(*chats: Any, **more: Any) -> dict[str, Any]:
    me = {"user_id": 1, "first_name": "Robin", "last_name": "Fenn"}
    return {"about": "…", "personal_information": me, **more, "chats": {"about": "…", "list": list(chats)}}


class TestTelegram(ReaderSuite):
    reader = telegram

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "result.json"
        messages = [message(n, (ADA, ME)[n % 2], f"Message {n} – grüße") for n in range(count)]
        path.write_text(json.dumps(account(chat(messages)), indent=1))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "damaged.json"
        rows = [message(1, ADA, "Hi"), 7, message(3, ADA, date_unixtime="x", date="never"), {"id": 4}, message(5, ME)]
        path.write_text(json.dumps(chat(rows)))
        return path, 5


def things_in(folder: Path, export: Any) -> list[Any]:
    path = folder / "result.json"
    path.write_text(json.dumps(export))
    return [thing for thing in telegram.read(str(path), None) if not isinstance(thing, Cursor)]


def shown(one: FoundInteraction) -> tuple[str, str, list[str]]:
    return (one.text, one.folder, [party.value for party in one.parties])


MESSAGES = [
    message(1, ADA, ["See ", {"type": "link", "text": "https://boats.example"}, " first"]),
    message(2, ME, "Yes"),
]


def test_a_whole_account_tells_which_way_each_message_went(tmp_path: Path) -> None:
    first, second = things_in(tmp_path, account(chat(MESSAGES)))

    assert shown(first) == ("See https://boats.example first", "inbox", ["telegram:user111", "telegram:user1"])
    assert shown(second) == ("Yes", "sent", ["telegram:user1", "telegram:user111"])
    assert first.at == datetime(2023, 11, 14, 22, 14, 20, tzinfo=UTC)
    assert not first.floating


def test_a_single_chat_is_told_apart_by_its_own_number(tmp_path: Path) -> None:
    first, second = things_in(tmp_path, chat(MESSAGES))

    assert shown(first)[1:] == ("inbox", ["telegram:user111"])
    assert shown(second)[1:] == ("sent", ["telegram:user1", "telegram:user111"])


def test_the_same_message_has_the_same_key_in_either_export(tmp_path: Path) -> None:
    whole, single = things_in(tmp_path, account(chat(MESSAGES))), things_in(tmp_path, chat(MESSAGES))

    assert [one.key for one in whole] == [one.key for one in single]


def test_older_exports_write_senders_as_numbers_and_local_hours(tmp_path: Path) -> None:
    old = {
        "id": 5,
        "type": "message",
        "date": "2019-05-01T10:00:00",
        "from": "Ada Okafor",
        "from_id": 111,
        "text": "Hi",
    }

    (one,) = things_in(tmp_path, chat([old]))

    assert (one.at, one.floating, one.folder) == (datetime(2019, 5, 1, 10, tzinfo=UTC), True, "inbox")
    assert one.parties[0].value == "telegram:user111"


@pytest.mark.parametrize("kind", ["private_group", "private_supergroup", "public_supergroup"])
def test_groups_are_marked(kind: str, tmp_path: Path) -> None:
    (one,) = things_in(tmp_path, chat([message(1, ADA, "Hi")], type=kind, name="Rowing", id=9))

    assert (one.signs, one.subject) == (("group",), "Rowing")
    assert [party.value for party in one.parties] == ["telegram:user111", "telegram-group:rowing"]


@pytest.mark.parametrize("kind", ["bot_chat", "private_channel", "public_channel"])
def test_bots_and_channels_are_passed_over_and_told(kind: str, tmp_path: Path) -> None:
    (problem,) = things_in(tmp_path, chat([message(1, ADA, "Hi"), message(2, ADA, "Hi")], type=kind))

    assert problem.why == "Two messages of bots and channels were passed over."
    assert problem.kept


def test_calls_have_their_minutes_and_those_nobody_answered_are_marked(tmp_path: Path) -> None:
    call = {"type": "service", "action": "phone_call", "actor": "Ada Okafor", "actor_id": ADA}
    rows = [message(1, "", **call, duration_seconds=125), message(2, "", **call, discard_reason="missed")]

    long, missed = things_in(tmp_path, chat(rows))

    assert (long.channel, long.minutes, long.signs, long.folder) == (Channel.CALL, 2, (), "inbox")
    assert (missed.minutes, missed.signs) == (None, ("missed",))


def test_media_and_the_programs_own_lines_are_counted_and_said_once(tmp_path: Path) -> None:
    rows = [message(1, ADA, photo="photos/1.jpg"), message(2, ADA, type="service", action="pin_message")]

    problem, picture = things_in(tmp_path, chat(rows))

    assert problem.why.startswith("One picture, recording or file went without words; one line written by Telegram")
    assert picture.text == ""


def test_contacts_with_a_number_are_cards_and_have_their_account(tmp_path: Path) -> None:
    contacts = [
        {"user_id": 0, "first_name": "Ada", "last_name": "Okafor", "phone_number": "0044 20 7946 0001"},
        {"user_id": 0, "first_name": "No", "last_name": "Number", "phone_number": ""},
    ]

    card, *_ = things_in(tmp_path, account(chat(MESSAGES), contacts={"about": "", "list": contacts}))

    assert isinstance(card, FoundPerson)
    assert card.name.shown == "Ada Okafor"
    assert [handle.value for handle in card.handles] == ["+442079460001", "telegram:user111"]


def test_a_file_cut_short_gives_what_is_whole_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(chat(MESSAGES))[:-40])

    *messages, problem = [one for one in telegram.read(str(path), None) if not isinstance(one, Cursor)]

    assert len(messages) == 1
    assert problem == Problem("behind message 1", "It breaks off here.")


def test_whatever_becomes_of_a_file_nothing_is_raised(tmp_path: Path) -> None:
    chance = random.Random(7)
    good = json.dumps(
        account(chat([*MESSAGES, message(3, ADA, photo="x")]), chat(MESSAGES, type="private_group"))
    ).encode()
    path = tmp_path / "mutated.json"

    for _ in range(400):
        content = bytearray(good)
        for _ in range(chance.randrange(1, 12)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(4)] = chance.choice(
                (b"", b"[" * 3_000, b"9" * 5_000, b'"', b"\xff")
            )
        path.write_bytes(content)
        telegram.recognise(str(path), bytes(content))
        assert isinstance(list(telegram.read(str(path), None))[-1], Cursor)
