"""Chats and calls as their exports have them, generated for bench.sources: the same each time, every message different."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

BEGIN = datetime(2019, 3, 14, 8, 0, tzinfo=UTC)
ADA, ROBIN = NAMES = ("Ada Okafor", "Robin Fenn")
NUMBER = "+442079460001"
WORDS = (
    "Shall we mend the boat on Thursday, or is it too cold for tar?",
    "Gladly",
    "I have asked Bo whether he could lend us the long plank, and he would rather bring it himself – grüße! 🙂",
    "Yes, at nine",
)


def telegram(folder: Path, count: int) -> Path:
    """The export of one chat."""
    messages = [
        {
            "id": number,
            "type": "message",
            "date": f"{at:%Y-%m-%dT%H:%M:%S}",
            "date_unixtime": str(int(at.timestamp())),
            "from": name,
            "from_id": f"user{NAMES.index(name) + 1}",
            "text": words,
            "text_entities": [{"type": "plain", "text": words}],
        }
        for number, at, name, words in _said(count)
    ]
    path = folder / "result.json"
    path.write_text(json.dumps({"name": ADA, "type": "personal_chat", "id": 1, "messages": messages}, indent=1))
    return path


def messenger(folder: Path, count: int) -> Path:
    """One file of one chat, its letters mangled as Facebook mangles them."""
    messages = [
        {"sender_name": name, "timestamp_ms": int(at.timestamp() * 1000), "content": words.encode().decode("latin-1")}
        for _, at, name, words in _said(count)
    ]
    thread = {"participants": [{"name": name} for name in NAMES], "messages": messages[::-1], "title": ADA}
    path = folder / "message_1.json"
    path.write_text(json.dumps(thread, indent=2))
    return path


def sms(folder: Path, count: int) -> Path:
    """A backup of text messages with one person."""
    rows = (
        f'  <sms protocol="0" address="{NUMBER}" date="{int(at.timestamp() * 1000)}" type="{1 + NAMES.index(name)}"'
        f' subject="null" body="{words}" toa="null" sc_toa="null" service_center="{NUMBER}" read="1" status="-1"'
        f' locked="0" date_sent="0" sub_id="1" readable_date="{at}" contact_name="{ADA}" />\n'
        for _, at, name, words in _said(count)
    )
    path = folder / "sms.xml"
    path.write_text(f"<?xml version='1.0' encoding='UTF-8' ?>\n<smses count=\"{count}\">\n{''.join(rows)}</smses>")
    return path


def signal(folder: Path, count: int) -> Path:
    """The export of an account with one chat."""
    frames: list[dict[str, object]] = [
        {"version": "1", "backupTimeMs": "1714600000000"},
        {"recipient": {"id": "1", "self": {}}},
        {"recipient": {"id": "2", "contact": {"e164": NUMBER[1:], "profileGivenName": "Ada"}}},
        {"chat": {"id": "3", "recipientId": "2"}},
    ]
    for _, at, name, words in _said(count):
        way: dict[str, object] = {"outgoing": {}} if name == ROBIN else {"incoming": {}}
        sent = {"chatId": "3", "authorId": "1" if name == ROBIN else "2", "dateSent": str(int(at.timestamp() * 1000))}
        frames.append({"chatItem": sent | way | {"standardMessage": {"text": {"body": words}}}})
    path = folder / "main.jsonl"
    path.write_text("".join(f"{json.dumps(frame)}\n" for frame in frames))
    return path


def imessage(folder: Path, count: int) -> Path:
    """A text file of one chat."""
    path = folder / f"{NUMBER}.txt"
    path.write_text(
        "".join(
            f"{at:%b %d, %Y} {at.hour % 12 or 12:2d}:{at:%M:%S %p}\n{NUMBER if name == ADA else 'Me'}\n{words}\n\n"
            for _, at, name, words in _said(count)
        )
    )
    return path


def _said(count: int) -> Iterator[tuple[int, datetime, str, str]]:
    for number in range(count):
        name = NAMES[number % 3 == 0]
        yield number, BEGIN + timedelta(minutes=17 * number), name, f"{number}: {WORDS[number % len(WORDS)]}"
