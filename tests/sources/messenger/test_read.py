import json
import os
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from amity.judgement.vocabulary import Channel
from amity.sources import registry
from amity.sources.found import Cursor, FoundInteraction, Problem
from amity.sources.messenger import read as messenger
from tests.sources.suite import ReaderSuite
from tests.sources.threads import BEGIN, ME, ZOE, inbox, many, message, thread


class TestOneFile(ReaderSuite):
    reader = messenger

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "message_1.json"
        path.write_text(thread(many(count)))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "message_1.json"
        path.write_text(thread([message(1, ZOE, "Hi"), 7, {"sender_name": ZOE}, message(2, ""), message(3, ME, "Yes")]))
        return path, 5


class TestInbox(ReaderSuite):
    reader = messenger

    def write(self, folder: Path, count: int) -> Path:
        messages, half = many(count), (count + 1) // 2
        return inbox(folder, {"zoe_1": [thread(messages[:half]), thread(messages[half:])]})

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        whole = thread([message(1, ZOE, "Hi"), 7])
        return inbox(folder, {"zoe_1": [whole], "bo_2": [thread([message(3, ME, "Yes")]), "no JSON"]}), 4

    def put(self, folder: Path, content: bytes) -> Path:
        path = inbox(folder, {"zoe_1": []})
        (path / "zoe_1" / "message_1.json").write_bytes(content)
        return path

    def cut(self, path: Path, size: int) -> None:
        os.truncate(path / "zoe_1" / "message_2.json", size)

    def size(self, path: Path) -> int:
        return (path / "zoe_1" / "message_2.json").stat().st_size


def things_in(folder: Path, text: str) -> list[Any]:
    path = folder / "message_1.json"
    path.write_text(text)
    return [thing for thing in messenger.read(str(path), None) if not isinstance(thing, Cursor)]


def test_mangled_letters_are_mended_and_the_chat_tells_who_the_other_is(tmp_path: Path) -> None:
    sent, heard = things_in(tmp_path, thread([message(2, ME, "Wyślę jutro 👍"), message(1, ZOE, "Schickst du's?")]))

    assert (sent.text, sent.folder) == ("Wyślę jutro 👍", "sent")
    assert [party.value for party in sent.parties] == ["facebook:łukasz żak", "facebook:zoë müller"]
    assert (heard.text, heard.folder, heard.parties[0].name) == ("Schickst du's?", "inbox", ZOE)
    assert heard.at == datetime.fromtimestamp(BEGIN / 1000 + 60, UTC)


def test_text_that_was_never_mangled_stays_as_it_is(tmp_path: Path) -> None:
    whole = {
        "participants": [ZOE, ME],
        "threadName": f"{ZOE}_12",
        "messages": [{"senderName": ZOE, "text": "Grüße", "timestamp": BEGIN, "type": "text", "isUnsent": False}],
    }

    (one,) = things_in(tmp_path, json.dumps(whole, ensure_ascii=False))

    assert (one.text, one.folder, one.parties[0].value) == ("Grüße", "inbox", "facebook:zoë müller")


def test_a_group_is_marked(tmp_path: Path) -> None:
    (one,) = things_in(tmp_path, thread([message(1, ZOE, "Hi")], members=(ZOE, ME, "Bo Berg"), title="Rowing"))

    assert (one.signs, one.subject, one.folder) == (("group",), "Rowing", "")
    assert [party.value for party in one.parties] == ["facebook:zoë müller", "facebook-group:rowing"]


def test_calls_have_their_minutes(tmp_path: Path) -> None:
    rows = [
        message(2, ME, "The video chat ended.", call_duration=301),
        message(1, ZOE, "You missed it.", call_duration=0),
    ]

    long, missed = things_in(tmp_path, thread(rows))

    assert (long.channel, long.minutes, long.text, long.signs) == (Channel.CALL, 5, "", ())
    assert (missed.minutes, missed.signs) == (None, ("missed",))


def test_media_and_what_was_taken_back_is_counted_and_said_once(tmp_path: Path) -> None:
    photo = message(3, ZOE, photos=[{"uri": "photos/1.jpg"}])
    rows = [photo, photo | {"timestamp_ms": BEGIN}, message(1, ME, is_unsent=True)]
    path = inbox(tmp_path, {"zoe_1": [thread(rows)], "zoe_2": [thread([photo | {"timestamp_ms": BEGIN + 1}])]})

    problem, *messages = [thing for thing in messenger.read(str(path), None) if not isinstance(thing, Cursor)]

    assert isinstance(problem, Problem)
    assert problem.why.startswith(
        "Three pictures, recordings and files went without words; one line written by Facebook"
    )
    assert len(messages) == 3


def test_a_folder_of_chats_is_one_source_and_its_parts_are_in_order(tmp_path: Path) -> None:
    path = inbox(tmp_path, {"zoe_1": [thread(many(3))], "bo_2": [thread([message(9, ME, "Yes")])]})
    (tmp_path / "inbox" / "zoe_1" / "photos").mkdir()

    (known,) = registry.look_through(str(tmp_path))

    assert isinstance(known, registry.Recognised)
    assert (known.kind, known.path) == ("messenger", str(path))
    assert known.sentence.startswith("Facebook Messenger, 2 chats")


def test_a_later_export_has_the_same_messages(tmp_path: Path) -> None:
    older = {one.key for one in things_in(tmp_path, thread(many(20)))}
    newer = {one.key for one in things_in(tmp_path, thread(many(30), thread_path="archived/zoe_1"))}

    assert older < newer


def test_whatever_becomes_of_a_file_nothing_is_raised(tmp_path: Path) -> None:
    chance = random.Random(3)
    good = thread([*many(4), message(9, ZOE, photos=[{"uri": "x"}]), message(8, ME, call_duration=9)]).encode()
    path = tmp_path / "message_1.json"

    for _ in range(400):
        content = bytearray(good)
        for _ in range(chance.randrange(1, 12)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(4)] = chance.choice(
                (b"", b"{" * 3_000, b"9" * 5_000, b'"', b"\xff")
            )
        path.write_bytes(content)
        messenger.recognise(str(path), bytes(content))
        things = list(messenger.read(str(path), None))
        assert isinstance(things[-1], Cursor)
        assert all(len(one.key) == 16 for one in things if isinstance(one, FoundInteraction))
