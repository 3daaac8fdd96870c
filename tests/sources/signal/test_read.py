import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from amity.judgement.vocabulary import Channel
from amity.sources.found import Cursor, FoundInteraction
from amity.sources.signal import read as signal
from tests.sources.suite import ReaderSuite

BEGIN = 1_714_550_400_000
ADA, ME = "2", "1"
FRAMES: list[dict[str, Any]] = [
    {"version": "1", "backupTimeMs": "1714600000000"},
    {"account": {"givenName": "Robin", "familyName": "Fenn"}},
    {"recipient": {"id": ME, "self": {}}},
    {"recipient": {"id": ADA, "contact": {"e164": "442079460001", "profileGivenName": "Ada", "aci": "qqq="}}},
    {"recipient": {"id": "3", "contact": {"aci": "abc=", "profileGivenName": "Bo", "profileFamilyName": "Berg"}}},
    {"recipient": {"id": "4", "group": {"snapshot": {"title": {"title": "Rowing"}}}}},
    {"recipient": {"id": "5", "releaseNotes": {}}},
    *(
        {"chat": {"id": number, "recipientId": of}}
        for number, of in (("10", ADA), ("11", "4"), ("12", "5"), ("13", ME))
    ),
]


def item(number: int, author: str = ADA, text: str = "", chat: str = "10", **more: Any) -> dict[str, Any]:
    way: dict[str, Any] = {"outgoing": {}} if author == ME else {"incoming": {}}
    said = {"standardMessage": {"text": {"body": text}}} if text else {}
    sent = str(BEGIN + number * 1000)
    return {"chatItem": {"chatId": chat, "authorId": author, "dateSent": sent, **way, **said, **more}}


def lines(*frames: Any) -> str:
    return "".join(f"{json.dumps(frame)}\n" for frame in (*FRAMES, *frames))


class TestSignal(ReaderSuite):
    reader = signal

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "main.jsonl"
        path.write_text(lines(*(item(n, (ADA, ME)[n % 2], f"Message {n} – grüße") for n in range(count))))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "main.jsonl"
        path.write_text(
            lines(item(1, text="Hi"), {"chatItem": 7}, item(3, text="Hi", chat="99")) + '{"chatItem": {"cha\n'
        )
        return path, 4


def things_in(folder: Path, *frames: Any) -> list[Any]:
    path = folder / "main.jsonl"
    path.write_text(lines(*frames))
    return [thing for thing in signal.read(str(path), None) if not isinstance(thing, Cursor)]


def shown(one: FoundInteraction) -> tuple[str, str, list[tuple[str, str]]]:
    return (one.text, one.folder, [(party.role.value, party.value) for party in one.parties])


def test_messages_say_which_way_they_went_and_with_whom(tmp_path: Path) -> None:
    heard, sent = things_in(tmp_path, item(1, text="Call me?"), item(2, ME, "I will."))

    assert shown(heard) == ("Call me?", "inbox", [("from", "+442079460001")])
    assert shown(sent) == ("I will.", "sent", [("to", "+442079460001")])
    assert heard.at == datetime.fromtimestamp(BEGIN / 1000 + 1, UTC)
    assert heard.parties[0].name == "Ada"


def test_a_group_is_marked_and_who_has_no_number_is_known_by_account(tmp_path: Path) -> None:
    (one,) = things_in(tmp_path, item(1, "3", "Regatta", chat="11"))

    assert (one.signs, one.subject) == (("group",), "Rowing")
    assert shown(one)[2] == [("from", "signal:abc="), ("to", "signal-group:rowing")]
    assert one.parties[0].name == "Bo Berg"


def call(number: int, **told: str) -> dict[str, Any]:
    return item(number, directionless={}, updateMessage={"individualCall": told})


def test_calls_have_a_direction_and_those_nobody_answered_are_marked(tmp_path: Path) -> None:
    video = call(1, type="VIDEO_CALL", direction="OUTGOING", state="ACCEPTED")
    missed = call(2, type="AUDIO_CALL", direction="INCOMING", state="MISSED")

    first, second = things_in(tmp_path, video, missed)

    assert (first.channel, first.folder, first.signs) == (Channel.VIDEO, "sent", ())
    assert (second.channel, second.folder, second.signs) == (Channel.CALL, "inbox", ("missed",))


@pytest.mark.parametrize(
    "frame",
    [
        item(1, updateMessage={"simpleUpdate": {"type": "JOINED_SIGNAL"}}),
        item(1, remoteDeletedMessage={}),
        item(1, "5", "What is new in Signal", chat="12"),
    ],
)
def test_lines_of_the_program_itself_are_counted_and_said_once(frame: Any, tmp_path: Path) -> None:
    (problem,) = things_in(tmp_path, frame)

    assert problem.why == "One line written by Signal itself was passed over."


def test_media_are_counted_and_that_one_was_sent_is_kept(tmp_path: Path) -> None:
    problem, one = things_in(tmp_path, item(1, standardMessage={"attachments": [{"pointer": {}}]}))

    assert problem.why == "One picture, recording or file went without words."
    assert one.text == ""


def test_notes_to_oneself_are_to_nobody(tmp_path: Path) -> None:
    (one,) = things_in(tmp_path, item(1, ME, "Buy tar", chat="13"))

    assert shown(one) == ("Buy tar", "sent", [])


def test_a_later_export_has_the_same_messages_under_other_numbers(tmp_path: Path) -> None:
    (older,) = things_in(tmp_path, item(1, text="Hi"))
    path = tmp_path / "later.jsonl"
    path.write_text(
        lines(item(1, text="Hi"))
        .replace('"id": "2"', '"id": "77"')
        .replace('"10"', '"55"')
        .replace('"recipientId": "2"', '"recipientId": "77"')
        .replace('"authorId": "2"', '"authorId": "77"')
    )

    newer = next(thing for thing in signal.read(str(path), None) if isinstance(thing, FoundInteraction))

    assert newer.key == older.key


def test_whatever_becomes_of_a_file_nothing_is_raised(tmp_path: Path) -> None:
    chance = random.Random(13)
    good = lines(item(1, text="Hi"), item(2, ME, "Yes"), call(3, type="AUDIO_CALL")).encode()
    path = tmp_path / "mutated.jsonl"

    for _ in range(400):
        content = bytearray(good)
        for _ in range(chance.randrange(1, 12)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(4)] = chance.choice(
                (b"", b"[" * 3_000, b"9" * 5_000, b'"', b"\xff")
            )
        path.write_bytes(content)
        signal.recognise(str(path), bytes(content))
        assert isinstance(list(signal.read(str(path), None))[-1], Cursor)
