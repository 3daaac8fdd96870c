"""Chats as Facebook and Instagram write them, of invented people."""

import json
from pathlib import Path
from typing import Any

ZOE, ME = "Zoë Müller", "Łukasz Żak"
BEGIN = 1_714_557_000_000


def mangled(value: Any) -> Any:
    """Every text with its UTF-8 read as Latin-1, as both services write it."""
    if isinstance(value, str):
        return value.encode().decode("latin-1")
    if isinstance(value, list):
        return [mangled(one) for one in value]
    return {key: mangled(one) for key, one in value.items()} if isinstance(value, dict) else value


def message(number: int, sender: str, text: str = "", **more: Any) -> dict[str, Any]:
    words = {"content": text} if text else {}
    return {"sender_name": sender, "timestamp_ms": BEGIN + 60_000 * number, **words, **more}


def thread(messages: list[Any], members: tuple[str, ...] = (ZOE, ME), title: str = ZOE, **more: Any) -> str:
    names = [{"name": name} for name in members]
    whole = {"participants": names, "messages": messages, "title": title, "thread_path": "inbox/zoe_1", **more}
    return json.dumps(mangled(whole), indent=2)


def many(count: int) -> list[dict[str, Any]]:
    return [message(number, (ZOE, ME)[number % 2], f"Grüße {number}") for number in reversed(range(count))]


def inbox(folder: Path, chats: dict[str, list[str]]) -> Path:
    path = folder / "inbox"
    for name, files in chats.items():
        (path / name).mkdir(parents=True)
        for number, text in enumerate(files, 1):
            (path / name / f"message_{number}.json").write_text(text)
    return path
