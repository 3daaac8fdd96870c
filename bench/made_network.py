"""A made-up network of any size, the same every time: people of very different closeness, and fifteen years of mail.

Rows are loaded in bulk; then everything that Amity works out itself (ties, places, search words) is worked out by
Amity's own actions, so that the pages find what an import would have left.
"""

import random
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, islice

from django.db import connection, transaction

from amity.actions.judging import judge_all
from amity.actions.setup import ensure_network
from amity.actions.summaries import refresh_people
from amity.judgement.vocabulary import Channel, Direction, HandleKind, PartyRole
from amity.lib.viewer import Viewer
from amity.records import fulltext
from amity.records.bulk import bulk_load, moment, new_keys
from amity.records.documents import NOISE_BITS
from amity.records.models import Circle, Fact, Handle, InCircle, Interaction, Participant, Person
from amity.records.scope import scope_of

ON = date(2026, 11, 23)  # the day on which the pages are asked for
YEARS = 15
CHUNK = 50_000
SYLLABLES = [
    "ba",
    "da",
    "ka",
    "la",
    "ma",
    "na",
    "pa",
    "ra",
    "sa",
    "ta",
    "be",
    "de",
    "ke",
    "le",
    "me",
    "ne",
    "pe",
    "re",
    "se",
    "te",
    "bi",
    "di",
    "ki",
    "li",
    "mi",
    "ni",
    "pi",
    "ri",
    "si",
    "ti",
    "bo",
    "do",
    "ko",
    "lo",
    "mo",
]
WORDS = 4_000
TEXT_WORDS = 12
CIRCLES = {"Family": 20, "Friends": 150, "Neighbours": 60, "Ex-colleagues": 400, "Clients": 200}
CHANNELS = [Channel.MAIL] * 7 + [Channel.MESSAGE] * 2 + [Channel.CALL, Channel.IN_PERSON]


@dataclass(frozen=True)
class Size:
    people: int
    interactions: int

    @property
    def name(self) -> str:
        return f"{self.people}-{self.interactions}"


@dataclass(frozen=True)
class Pen:
    """Writes names and texts; seeded, so that two runs write the same."""

    chance: random.Random
    words: list[str]
    weights: list[float]

    @classmethod
    def seeded(cls, seed: int) -> "Pen":
        chance = random.Random(seed)
        words = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(WORDS)})
        chance.shuffle(words)
        return cls(chance, words, list(accumulate(1 / (rank + 3) for rank in range(len(words)))))

    def name(self) -> str:
        parts = ["".join(self.chance.choices(SYLLABLES, k=2)), "".join(self.chance.choices(SYLLABLES, k=3))]
        return " ".join(part.capitalize() for part in parts)

    def text(self, count: int = TEXT_WORDS) -> str:
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=count))


def make(size: Size) -> Viewer:
    """Fill an empty database."""
    viewer = ensure_network()
    pen = Pen.seeded(size.people)
    with scope_of(viewer):
        if Person.objects.exists():
            return viewer
        people = _people(viewer, pen, size)
        _circles(viewer, people)
        _interactions(viewer, pen, people, size)
    say("ties")
    judge_all(viewer, ON, _progress)
    judge_all(viewer, ON, _progress)  # with the prior that the first night found
    say("search words")
    for start in range(0, len(people), 5_000):
        refresh_people(viewer, [uuid.UUID(bytes=key) for key in people[start : start + 5_000]])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return viewer


def _people(viewer: Viewer, pen: Pen, size: Size) -> list[bytes]:
    keys = list(islice(new_keys(), size.people))
    kept = moment(datetime(2012, 1, 1, tzinfo=UTC))
    people, handles, facts = [], [], []
    made = new_keys()
    for number, key in enumerate(keys):
        name = pen.name()
        given, _, family = name.partition(" ")
        born = (pen.chance.randint(1940, 2005), pen.chance.randint(1, 12), pen.chance.randint(1, 28))
        year, month, day = born if number % 3 == 0 else (None, None, None)
        people.append((key, viewer.network, name, given, family, name.lower(), kept, kept, year, month, day))
        address = f"{name.lower().replace(' ', '.')}.{number}@{pen.words[number % 97]}.example"
        handles.append((next(made), viewer.network, key, HandleKind.MAIL.value, address, address))
        if number % 2:
            phone = f"+4420794{number % 100_000:05d}"
            handles.append((next(made), viewer.network, key, HandleKind.PHONE.value, phone, ""))
        for kind, every in (("lives_in", 2), ("work", 3), ("life_event", 40), ("cares_about", 5)):
            if number % every == 0:
                noted = ON - timedelta(days=pen.chance.randint(5, 3_000))
                facts.append((next(made), viewer.network, key, kind, pen.text(3), noted, "your note"))
    columns = ("name", "given", "family", "sort_name", "kept_at", "chosen_at", "born_year", "born_month", "born_day")
    with transaction.atomic():
        bulk_load(Person, ("id", "network_id", *columns), people)
        bulk_load(Handle, ("id", "network_id", "person_id", "kind", "value", "shown"), handles)
        bulk_load(Fact, ("id", "network_id", "person_id", "kind", "text", "noted_on", "source"), facts)
    return keys


def _circles(viewer: Viewer, people: Sequence[bytes]) -> None:
    made = new_keys()
    start = 0
    for name, share in CIRCLES.items():
        circle, _ = Circle.objects.get_or_create(name=name)
        members = people[start : start + min(share, len(people) // 6)]
        start += len(members)
        rows = [(next(made), viewer.network, circle.pk.bytes, key) for key in members]
        bulk_load(InCircle, ("id", "network_id", "circle_id", "person_id"), rows)


def _interactions(viewer: Viewer, pen: Pen, people: Sequence[bytes], size: Size) -> None:
    """In the order of time, as most mailboxes are."""
    moments = _moments(pen, len(people), size.interactions)
    started = time.time()
    for done in range(0, size.interactions, CHUNK):
        _load(viewer, pen, people, moments[done : done + CHUNK])
        say(f"interactions {done:,} of {size.interactions:,}, {time.time() - started:.0f} s")


def _moments(pen: Pen, people: int, count: int) -> list[tuple[int, int]]:
    """(second, person): few people often, most seldom; a tie lasts from half a year to all fifteen."""
    chance, now = pen.chance, int(datetime(ON.year, ON.month, ON.day, 8, tzinfo=UTC).timestamp())
    whole = YEARS * 365 * 86_400
    weights = [1 / (rank + 12) ** 0.75 for rank in range(people)]
    scale = count / sum(weights)
    found: list[tuple[int, int]] = []
    for person, weight in enumerate(weights):
        length = whole * chance.uniform(0.03, 1) if person > 50 else whole
        # two in three of the ties go on to this day; the others ended some time ago
        end = now - (0 if chance.random() < 0.66 or person <= 50 else chance.random() * (whole - length))
        found += [(int(end - chance.random() * length), person) for _ in range(max(round(weight * scale), 1))]
    found.sort()
    return found[-count:]


def _load(viewer: Viewer, pen: Pen, people: Sequence[bytes], moments: Sequence[tuple[int, int]]) -> None:
    made, chance = new_keys(), pen.chance
    interactions, participants, said = [], [], []
    for second, person in moments:
        key, at = next(made), moment(datetime.fromtimestamp(second, UTC))
        channel = chance.choice(CHANNELS)
        both = channel in (Channel.CALL, Channel.IN_PERSON)
        way = Direction.BOTH if both else chance.choice((Direction.OUT, Direction.IN))
        subject, text = pen.text(3), pen.text()
        docid = (second << NOISE_BITS) | chance.getrandbits(NOISE_BITS)
        interactions.append((key, viewer.network, viewer.member, at, channel.value, way.value, subject, text, docid))
        role = PartyRole.FROM if way is Direction.IN else PartyRole.TO
        participants.append((next(made), viewer.network, key, people[person], role.value, at))
        said.append((docid, viewer.network, "interaction", key, f"{subject} {text}"))
    columns = ("member_id", "happened_at", "channel", "direction", "subject", "text", "docid")
    with transaction.atomic():
        bulk_load(Interaction, ("id", "network_id", *columns), interactions)
        bulk_load(Participant, ("id", "network_id", "interaction_id", "person_id", "role", "happened_at"), participants)
        fulltext.add_said(said)


def _progress(done: int, total: int) -> None:
    if done % 10_000 == 0:
        say(f"judged {done:,} of {total:,}")


def say(what: str) -> None:
    """How far it is, to standard error."""
    print(what, file=sys.stderr, flush=True)


def nearest_first(viewer: Viewer, count: int) -> Iterator[uuid.UUID]:
    """People of very different closeness: every so-manieth by the number of their interactions, the richest first."""
    with scope_of(viewer):
        keys = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    step = max(len(keys) // (count * 4), 1)
    yield from keys[: count // 2]
    yield from keys[count : count + (count - count // 2) * step : step]
