"""The sample life as it looks on one day: who is in it, and everything that happened between them and Maren.

Every `day` in the data is an offset from today (0); texts carry day tokens such as `{weekday:3}`.
"""

import json
import math
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any

from amity.lib.text import fold

TOKEN = re.compile(r"\{(date|weekday|wd|month|year):(-?\d+)\}")
SHORTEST_GAP_DAYS = 2.5  # the lognormal gaps of the ordinary years stand on this; see the rhythm rule
SAME_DAYS = 2  # an ordinary contact this near to a written one is left out
CALL_MINUTES = (10, 45)
OWNER = "owner"
EVENTS_OF_A_DAY = frozenset({"newborn", "bereaved", "moved", "newcomer", "new business"})
# Days that stand in her notes and letters only: whose, what sort, what, noted when, on which day.
DAYS_NOTED = (
    ("zosia", "interview", "Interview in Glasgow", -156, 5),
    ("dad", "scan", "Scan at St James’s, 10:20", -8, 11),
    ("bo", "moved", "Moved in at number 22", -357, -357),
)


@dataclass(frozen=True, slots=True)
class Happened:
    """One contact. `sender` and `others` are ids; `reply_to` and `quoted` only for letters of the written threads."""

    id: str
    day: int
    time: str
    channel: str
    sender: str
    others: tuple[str, ...]
    subject: str
    text: str
    minutes: int | None = None
    signature: str = ""
    quoted_line: str = ""
    quoted_text: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Undertaken:
    """A promise as its maker knows it; `who` is the other one, `thread` where it was said. `mine`: the owner's own."""

    who: str
    mine: bool
    what: str
    state: str
    said_on: date
    due_on: date | None
    done_on: date | None
    thread: str


@dataclass(frozen=True, slots=True)
class Help:
    """A need or an offer that is still open, and where it was told."""

    who: str
    what: str
    said_on: date
    thread: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something in a life; `happens_on` where it has a day."""

    who: str
    kind: str
    text: str
    noted_on: date
    happens_on: date | None


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the life, or a stranger who writes to it; `row` is their entry in the data, tokens filled in."""

    id: str
    name: str
    handles: tuple[tuple[str, str], ...]
    is_stranger: bool = False
    row: dict[str, Any] = field(default_factory=dict)


def fill_in(text: str, today: date) -> str:
    """A text with its day tokens written out for `today`."""

    def word(match: re.Match[str]) -> str:
        day = today + timedelta(days=int(match[2]))
        return {
            "date": f"{day.day} {day:%B}",
            "weekday": f"{day:%A}",
            "wd": f"{day:%a}".lower(),
            "month": f"{day:%B}",
            "year": f"{day:%Y}",
        }[match[1]]

    return TOKEN.sub(word, text)


def owner(today: date) -> dict[str, Any]:
    """The owner's own entry: addresses, budget, what she set by hand."""
    entry: dict[str, Any] = _filled(_world()["owner"], today)
    return entry


def relationships() -> list[dict[str, str]]:
    """Who belongs to whom: {"a", "kind", "b"}, the owner among them."""
    return list(_world()["relationships"])


def undertaken(today: date) -> list[Undertaken]:
    """What was promised, by the owner and to her, as the owner would tell it."""
    world = _filled(_world(), today)
    mine = [_undertaken(row, row["to"], today, mine=True) for row in world["promises"]]
    return mine + [_undertaken(row, row["by"], today, mine=False) for row in world["promises_to_owner"]]


def needs(today: date) -> list[Help]:
    """What people need and have told her."""
    return list(_help("needs", today))


def offers(today: date) -> list[Help]:
    """What people can offer and have told her."""
    return list(_help("offers", today))


def events(today: date) -> list[Event]:
    """What happened in their lives, and what is ahead, with its day where it has one."""
    found = [
        Event(row["id"], event["kind"], event["text"], day, day if event["kind"] in EVENTS_OF_A_DAY else None)
        for row in _filled(_world(), today)["people"]
        for event in row.get("life_events", [])
        if (day := _on(event["day"], today))
    ]
    return found + [
        Event(who, kind, text, _on(noted, today), _on(day, today)) for who, kind, text, noted, day in DAYS_NOTED
    ]


def circle_names() -> dict[str, str]:
    """Circle id to name, in the order they are shown."""
    return {circle["id"]: circle["name"] for circle in _world()["circles"]}


def everybody(today: date) -> dict[str, Somebody]:
    """All by id: the 60 of the world, the 140 lightly drawn, and the strangers who write."""
    world, background = _world(), _background()
    found: dict[str, Somebody] = {}
    for row in world["people"]:
        handles = tuple((handle["kind"], handle["value"]) for handle in row["handles"])
        found[row["id"]] = Somebody(row["id"], row["name"], handles, row=_filled(row, today))
    for row in background["light_people"]:
        found[row["id"]] = Somebody(row["id"], row["name"], (("mail", _invented_address(row)),), row=row)
    for row in world["possible_duplicates"]:
        handles = tuple((handle["kind"], handle["value"]) for handle in row["handles"])
        found[row["id"]] = Somebody(row["id"], row["name"], handles, is_stranger=True, row=_filled(row, today))
    for row in [*world["role_mailboxes"], *world["machines"]]:
        found[row["id"]] = Somebody(row["id"], row["name"], (("mail", row["mail"]),), is_stranger=True, row=row)
    return found


def everything(today: date) -> list[Happened]:
    """All contacts in the order in which they happened: the written threads and five ordinary years."""
    written = [_thread(row, today) for row in _threads()]
    taken: dict[str, list[int]] = {}
    for row in _threads():
        if row["counts"]:
            for other in {row["from"], *row["to"]} - {OWNER}:
                taken.setdefault(other, []).append(row["day"])
    ordinary = [contact for who in _rhythms() for contact in _ordinary(*who, taken.get(who[0], []))]
    return sorted([*written, *ordinary], key=lambda contact: (contact.day, contact.time, contact.id))


def _undertaken(row: dict[str, Any], who: str, today: date, *, mine: bool) -> Undertaken:
    due, done = row.get("due"), row.get("done")
    return Undertaken(
        who=who,
        mine=mine,
        what=row["what"],
        state=row["state"],
        said_on=_on(row["day"], today),
        due_on=None if due is None else _on(due, today),
        done_on=None if done is None else _on(done, today),
        thread=row["thread"],
    )


def _help(kind: str, today: date) -> Iterator[Help]:
    for row in _filled(_world(), today)["people"]:
        for told in row.get(kind, []):
            if told["open"]:
                yield Help(row["id"], told["text"], _on(told["day"], today), told["thread"])


def _on(day: int, today: date) -> date:
    return today + timedelta(days=day)


def _thread(row: dict[str, Any], today: date) -> Happened:
    quoted = row.get("quoted", {})
    others = row.get("about") or [who for who in (row["from"], *row["to"]) if who != OWNER]
    return Happened(
        id=row["id"],
        day=row["day"],
        time=row["time"],
        channel=row["channel"],
        sender=row["from"] if row["direction"] in ("in", "out") else "",
        others=tuple(dict.fromkeys(others)),
        subject=fill_in(row.get("subject", ""), today),
        text=fill_in(row["text"], today),
        minutes=row.get("minutes"),
        signature=row.get("signature", ""),
        quoted_line=fill_in(quoted.get("line", ""), today),
        quoted_text=fill_in(quoted.get("text", ""), today),
        headers=tuple(row.get("headers", {}).items()),
        reply_to=row.get("reply_to", ""),
    )


def _rhythms() -> Iterator[tuple[str, dict[str, Any], str]]:
    circles = {person["id"]: person["circles"][0] for person in _world()["people"]}
    for rhythm in _background()["rhythms"]:
        yield rhythm["person"], rhythm, circles[rhythm["person"]]
    for person in _background()["light_people"]:
        yield person["id"], person["rhythm"], person["circle"]


def _ordinary(who: str, rhythm: dict[str, Any], circle: str, taken: list[int]) -> Iterator[Happened]:
    """The draws of one person: the same for the same seed, on every machine."""
    if not rhythm["generate"]:
        return
    draw = random.Random(f"{_background()['seed']}:{who}")
    centre = math.log(max(rhythm["median_gap_days"] - SHORTEST_GAP_DAYS, 0.5))
    spread = 0.2 + 0.8 * rhythm["burstiness"]
    end = rhythm.get("until", rhythm["last_contact"])
    day = rhythm["start"] + draw.random() * rhythm["median_gap_days"]
    channel, by_owner, text = "mail", False, ""
    while day <= end:
        channel = draw.choices(list(rhythm["channels"]), list(rhythm["channels"].values()))[0]
        by_owner = draw.random() < rhythm["share_begun_by_owner"]
        text = draw.choice(_background()["templates"][circle])
        shown = math.floor(day)
        if channel == "meeting" and shown > rhythm.get("no_meeting_after", 0):
            channel = "mail"
        silent = any(first <= shown <= last for first, last in rhythm.get("silences", []))
        if not silent and not any(abs(shown - other) <= SAME_DAYS for other in taken):
            yield _drawn(who, shown, channel, by_owner, text)
        day += SHORTEST_GAP_DAYS + math.exp(draw.gauss(centre, spread))
    if who.startswith("light-") and rhythm["last_contact"] not in taken:
        yield _drawn(who, rhythm["last_contact"], channel, by_owner, text)


def _drawn(who: str, day: int, channel: str, by_owner: bool, text: str) -> Happened:
    seed = random.Random(f"{who}:{day}")
    spoken = channel in ("call", "video", "meeting")
    return Happened(
        id=f"{who}:{day}",
        day=day,
        time=f"{seed.randint(8, 20):02}:{seed.randint(0, 59):02}",
        channel=channel,
        sender="" if channel == "meeting" else OWNER if by_owner else who,
        others=(who,),
        subject=" ".join(text.rstrip(".").split()[:5]) if channel == "mail" else "",
        text=text,
        minutes=seed.randint(*CALL_MINUTES) if spoken else None,
    )


def _invented_address(row: dict[str, Any]) -> str:
    """From the name; from work and place where the name is written in other letters."""
    by_name = re.sub(r"[^a-z]+", ".", fold(row["name"])).strip(".")
    by_work = re.sub(r"[^a-z]+", ".", fold(f"{row['work']} {row['place']}")).strip(".")
    return f"{by_name or by_work}@post.example"


def _filled(value: Any, today: date) -> Any:
    if isinstance(value, str):
        return fill_in(value, today)
    if isinstance(value, list):
        return [_filled(item, today) for item in value]
    if isinstance(value, dict):
        return {key: _filled(item, today) for key, item in value.items()}
    return value


def _text(name: str) -> str:
    return files("amity.sources.demo").joinpath("data", name).read_text("utf-8")


@lru_cache(maxsize=1)
def _world() -> dict[str, Any]:
    world: dict[str, Any] = json.loads(_text("world.json"))
    return world


@lru_cache(maxsize=1)
def _background() -> dict[str, Any]:
    background: dict[str, Any] = json.loads(_text("background.json"))
    return background


@lru_cache(maxsize=1)
def _threads() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in _text("threads.jsonl").splitlines())
