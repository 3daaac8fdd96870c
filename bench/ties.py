"""Silence and warmth, walked forward in time over dated messages: python -m bench.ties [FILE] [--columns …] [--json].

FILE holds one message a line, `unix time,from,to` with commas or white space; `--columns from,to,time` says another
order. Without FILE it is CollegeMsg of the shared data. Nothing is fitted here: every number on a day uses only what
had happened before it. Printed are, for what ships and for the yardsticks beside it:

false alarms  share of the gaps that did end, on ties whose rhythm was known, in which the rule had spoken up
found         share of the ties silent from a day on to the end of the data that the rule had named on that day, and
              how many of those it named were such ties
reliability   share of those gaps whose freshness fell below 5, 10, 20 … 90; a perfect rule gives 5, 10, 20 … 90 %
nDCG, recall  at 10: how well an order of the people known so far foretells who is in touch in the next 30 days
"""

import argparse
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from math import log2
from pathlib import Path
from statistics import fmean, median
from typing import Any

from amity.judgement.contacts import Contact, ContactDay, contact_days
from amity.judgement.rhythm import KNOWN_FROM_EPISODES, SAME_EPISODE_DAYS, PriorMean, learn, log_gap, prior_over
from amity.judgement.silence import freshness
from amity.judgement.strength import strength
from amity.judgement.vocabulary import Channel, Direction
from amity.judgement.warmth import warmth

SHARED = Path(os.environ.get("AMITY_SHARED", "../shared")) / "data" / "ties" / "snap" / "CollegeMsg.txt"
COLUMNS = {"time,from,to": (0, 1, 2), "from,to,time": (2, 0, 1)}
SNAP_COLUMNS = "from,to,time"
LINES = (5, 10, 20, 30, 40, 50, 60, 70, 80, 90)  # per cent of freshness
AHEAD_DAYS = 30
LEFT_DAYS = 60  # of data behind a day, so that "silent to the end" means something
FIRST_LOOK_DAYS = 60  # of history before the first look ahead
BEST = 10
FEWEST_KNOWN = 11  # with ten or fewer people every order has the same ten on top

Pair = tuple[str, str]


@dataclass(frozen=True)
class Event:
    """One message on a day."""

    day: date
    sender: str
    recipient: str


@dataclass
class Walk:
    """What was known of one tie, seen from one side, on the day the walk has reached."""

    days: list[date] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    sent: bool = False
    received: bool = False

    def reach(self, day: date, sent: bool, received: bool) -> int:
        """Take a day in touch in; the days since the one before it."""
        days = (day - self.days[-1]).days if self.days else 0
        if days > SAME_EPISODE_DAYS:
            self.gaps.append(days)
        self.days.append(day)
        self.sent, self.received = self.sent or sent, self.received or received
        return days

    @property
    def spoken_of(self) -> bool:
        return self.sent and self.received and len(self.gaps) + 1 >= KNOWN_FROM_EPISODES


@dataclass(frozen=True)
class Silence:
    """A silence on a tie with a known rhythm: its length so far, its freshness then, and the gaps before it."""

    days: int
    freshness: float
    before: tuple[int, ...]


def read_events(path: Path, columns: str) -> list[Event]:
    """Messages oldest first; lines that are none (a heading, a message to oneself) are left out."""
    when, sender, recipient = COLUMNS[columns]
    events = []
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            parts = re.split(r"[,\s]+", line.strip())
            if len(parts) < 3 or not parts[when].isdigit() or parts[sender] == parts[recipient]:
                continue
            events.append(Event(datetime.fromtimestamp(int(parts[when]), UTC).date(), parts[sender], parts[recipient]))
    return sorted(events, key=lambda event: event.day)


def walked(events: Iterable[Event]) -> Iterator[tuple[date, Pair, bool, bool]]:
    """(day, (owner, other), whether the owner sent, whether the other did), once for either side of each pair."""
    for day, group in groupby(events, key=lambda event: event.day):
        said: defaultdict[Pair, set[str]] = defaultdict(set)
        for event in group:
            said[(event.sender, event.recipient)].add(event.sender)
            said[(event.recipient, event.sender)].add(event.sender)
        for (owner, other), senders in said.items():
            yield day, (owner, other), owner in senders, other in senders


def ended_gaps(events: Sequence[Event]) -> list[Silence]:
    """Every gap that ended on a tie with a known rhythm, judged by what was known while it lasted."""
    ties: defaultdict[Pair, Walk] = defaultdict(Walk)
    priors: defaultdict[str, PriorMean] = defaultdict(PriorMean)
    ended = []
    for day, pair, sent, received in walked(events):
        tie, owner = ties[pair], pair[0]
        before, spoken_of = tuple(tie.gaps), tie.spoken_of
        days = tie.reach(day, sent, received)
        if days > SAME_EPISODE_DAYS:
            if spoken_of:
                ended.append(Silence(days, freshness(learn(before, priors[owner]), days), before))
            priors[owner] = PriorMean(priors[owner].total + log_gap(days), priors[owner].count + 1)
    return ended


def open_silences(events: Sequence[Event]) -> list[tuple[Silence, bool]]:
    """On every thirtieth day each tie's silence, and whether it then lasted to the end of the data."""
    open_ones = []
    for today in _looks(events, LEFT_DAYS):
        ties: defaultdict[Pair, Walk] = defaultdict(Walk)
        heard_later = set()
        for day, pair, sent, received in walked(events):
            if day > today:
                heard_later.add(pair)
            else:
                ties[pair].reach(day, sent, received)
        for pair, tie in ties.items():
            if tie.spoken_of:
                prior = prior_over(other.gaps for (owner, _), other in ties.items() if owner == pair[0])
                days = (today - tie.days[-1]).days
                silence = Silence(days, freshness(learn(tie.gaps, prior), days), tuple(tie.gaps))
                open_ones.append((silence, pair not in heard_later))
    return open_ones


Rule = Callable[[Silence], bool]
SHIPPED_RULES: dict[str, Rule] = {
    "freshness < 5": lambda gap: gap.freshness < 5,
    "freshness < 20": lambda gap: gap.freshness < 20,
}
ALARMS: dict[str, Rule] = {
    "fixed 30 days": lambda gap: gap.days > 30,
    "fixed 90 days": lambda gap: gap.days > 90,
    "2 × own median": lambda gap: gap.days > 2 * median(gap.before),
    "3 × own median": lambda gap: gap.days > 3 * median(gap.before),
    "8 × own mean": lambda gap: gap.days > 8 * fmean(gap.before),
}


@dataclass
class Known:
    """What an order of people may look at: the contact-days of one tie up to a day."""

    days: list[ContactDay]
    today: date


ORDERS: dict[str, Callable[[Known], float]] = {
    "warmth": lambda known: warmth([day.day for day in known.days], known.today),
    "last contact": lambda known: known.days[-1].day.toordinal(),
    "plain count": lambda known: len(known.days),
    "strength": lambda known: strength(known.days, known.today, kin=False),
}


def foretold(events: Sequence[Event]) -> tuple[dict[str, tuple[float, float]], int]:
    """For each order its mean nDCG and recall at 10, over every owner and every thirtieth day; and how many looks."""
    history = _histories(events)
    results: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    looks = 0
    for today in _looks(events, AHEAD_DAYS):
        for ties in history.values():
            known, coming = _split(ties, today)
            if len(known) < FEWEST_KNOWN or not coming:
                continue
            looks += 1
            for name, order in ORDERS.items():
                ranked = sorted(known, key=lambda who, order=order, known=known: (-order(known[who]), who))
                results[name].append(_reached(ranked[:BEST], coming))
    return {name: (fmean(n for n, _ in rows), fmean(r for _, r in rows)) for name, rows in results.items()}, looks


def _looks(events: Sequence[Event], left_days: int) -> Iterator[date]:
    """Every thirtieth day that has enough before it and `left_days` behind it."""
    today = events[0].day + timedelta(days=FIRST_LOOK_DAYS)
    while today + timedelta(days=left_days) <= events[-1].day:
        yield today
        today += timedelta(days=AHEAD_DAYS)


def _histories(events: Sequence[Event]) -> dict[str, dict[str, list[ContactDay]]]:
    contacts: defaultdict[str, defaultdict[str, list[Contact]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        contacts[event.sender][event.recipient].append(Contact(event.day, Channel.MESSAGE, Direction.OUT))
        contacts[event.recipient][event.sender].append(Contact(event.day, Channel.MESSAGE, Direction.IN))
    last = events[-1].day
    return {owner: {other: contact_days(own, last) for other, own in ties.items()} for owner, ties in contacts.items()}


def _split(ties: dict[str, list[ContactDay]], today: date) -> tuple[dict[str, Known], set[str]]:
    """Who was known up to `today`, and who of them is in touch in the days after it."""
    known, coming, until = {}, set(), today + timedelta(days=AHEAD_DAYS)
    for other, days in ties.items():
        before = [day for day in days if day.day <= today]
        if before:
            known[other] = Known(before, today)
            if any(today < day.day <= until for day in days):
                coming.add(other)
    return known, coming


def _reached(best: Sequence[str], coming: set[str]) -> tuple[float, float]:
    """nDCG and recall of the ten best."""
    hits = [who in coming for who in best]
    ideal = sum(1 / log2(place + 2) for place in range(min(len(coming), BEST)))
    gained = sum(1 / log2(place + 2) for place, hit in enumerate(hits) if hit)
    return gained / ideal, sum(hits) / len(coming)


def measure(events: Sequence[Event]) -> dict[str, dict[str, Any]]:
    """Everything that is printed, what ships first."""
    ended, still_open = ended_gaps(events), open_silences(events)
    orders, looks = foretold(events)

    def spoken(rule: Rule) -> dict[str, float | None]:
        named = [stayed for silence, stayed in still_open if rule(silence)]
        return {
            "false_alarms": _share(sum(map(rule, ended)), len(ended)),
            "found": _share(sum(named), sum(stayed for _, stayed in still_open)),
            "precision": _share(sum(named), len(named)),
        }

    def ordered(name: str) -> dict[str, float]:
        ndcg, recall = orders.get(name, (0.0, 0.0))
        return {"ndcg_at_10": round(ndcg, 4), "recall_at_10": round(recall, 4)}

    shipped = {
        "events": len(events),
        "people": len({who for event in events for who in (event.sender, event.recipient)}),
        "ended_gaps": len(ended),
        "looks_ahead": looks,
        "false_alarms_at_5": _share(sum(gap.freshness < 5 for gap in ended), len(ended)),
        "false_alarms_at_20": _share(sum(gap.freshness < 20 for gap in ended), len(ended)),
        "reliability": [
            {"freshness_below": line, "share": _share(sum(gap.freshness < line for gap in ended), len(ended))}
            for line in LINES
        ],
        "open_silences": len(still_open),
        "stayed_silent": _share(sum(stayed for _, stayed in still_open), len(still_open)),
        "rules": {name: spoken(rule) for name, rule in SHIPPED_RULES.items()},
        **ordered("warmth"),
    }
    baselines = {name: spoken(rule) for name, rule in ALARMS.items()}
    baselines |= {name: ordered(name) for name in ORDERS if name != "warmth"}
    return {"shipped": shipped, "baselines": baselines}


def _share(part: int, whole: int) -> float | None:
    """None where nothing was there to be judged: that is no share of nought."""
    return round(part / whole, 4) if whole else None


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def print_table(found: dict[str, dict[str, Any]]) -> None:
    """The same figures for reading."""
    shipped, baselines = found["shipped"], found["baselines"]
    print(f"{shipped['events']:,} messages, {shipped['people']:,} people, {shipped['ended_gaps']:,} ended gaps, "
          f"{shipped['looks_ahead']:,} looks ahead")  # fmt: skip
    print(
        f"{shipped['open_silences']:,} open silences, of which {_percent(shipped['stayed_silent'])} lasted to the end"
    )
    print(f"\n{'rule':<18}{'false alarms':>14}{'found':>9}{'precision':>11}")
    for name in (*SHIPPED_RULES, *ALARMS):
        row = shipped["rules"].get(name) or baselines[name]
        print(
            f"{name:<18}{_percent(row['false_alarms']):>14}{_percent(row['found']):>9}{_percent(row['precision']):>11}"
        )
    print(f"\n{'order':<18}{'nDCG@10':>14}{'recall@10':>11}")
    for name in ORDERS:
        row = shipped if name == "warmth" else baselines[name]
        print(f"{name:<18}{row['ndcg_at_10']:>14.3f}{row['recall_at_10']:>11.3f}")
    print(
        "\nreliability: " + ", ".join(f"{r['freshness_below']}: {_percent(r['share'])}" for r in shipped["reliability"])
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.ties", description=__doc__.partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path, help="messages; without it CollegeMsg of the shared data")
    parser.add_argument("--columns", choices=list(COLUMNS), help="order of the columns; time,from,to unless said")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(arguments)
    path = options.file or SHARED
    if not path.is_file():
        print(f"Skipped: there is no {path}. Name a file, or set AMITY_SHARED.", file=sys.stderr)
        return 1 if options.file else 0
    columns = options.columns or ("time,from,to" if options.file and not _is_snap(options.file) else SNAP_COLUMNS)
    events = read_events(path, columns)
    if not events:
        print(f"Skipped: {path} holds no messages as {columns}.", file=sys.stderr)
        return 1
    found = measure(events)
    if options.json:
        print(json.dumps(found, indent=1))
    else:
        print_table(found)
    return 0


def _is_snap(path: Path) -> bool:
    """SNAP's files separate by blanks and end each line with the time."""
    with path.open(encoding="utf-8", errors="replace") as lines:
        parts = next(lines, "").split()
    return len(parts) == 3 and len(parts[2]) > max(len(parts[0]), len(parts[1]))


if __name__ == "__main__":
    sys.exit(main())
