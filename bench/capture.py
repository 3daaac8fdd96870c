"""Captured sentences, read into chips: python -m bench.capture FILE.jsonl [--half dev|test] [--strangers] [--json].

Each line of FILE: {"text", "today", "people": [names], "when": ISO date or null, "channel", "minutes", "needs": [{"who",
"what"}], "offers": […], "facts": […], "promises": [{"by": "me" or a name, "to", "what", "due"}], "asked_how_to_help"}.
The network is everybody named in FILE; with `--strangers` nobody is known. Printed:
exact    share of lines in which every chip is right
basics   share of lines in which people, when, channel and minutes are all right
strict   `exact`, with every content word of every `what` the same
chips    F1 of each sort of chip (shares of right lines for asked_how_to_help)
precision, recall and f1 of all chips together stand beside them; `naive` is the yardstick (bench/naive_capture.py).
Two `what` are the same when at least MOST_SHARED of their content words are shared, who and due being equal.
`--half` takes the odd lines (dev, looked at while the rules were written) or the even ones (test, only ever counted).
"""

import argparse
import json
import re
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from amity.judgement.capture import Capture, KnownName, KnownNames, Promised, Said, WhoChip, read_capture
from amity.lib.text import fold
from bench.naive_capture import NaiveChips, read_naively

OWN = Path(__file__).parent / "data" / "capture-own.jsonl"
HALVES = {"dev": 0, "test": 1}
MOST_SHARED = 0.6  # of the content words of both (Jaccard)
CHIPS = ("people", "when", "channel", "minutes", "needs", "offers", "facts", "promises")
BASICS = ("people", "when", "channel", "minutes")
_WORD = re.compile(r"\w+")
_EMPTY_WORDS = frozenset(
    ["a", "an", "the", "of", "to", "for", "in", "on", "at", "by", "with", "and", "or", "but", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did", "got", "get", "s", "d", "ll", "re", "ve", "m", "she", "he", "they", "her", "his", "their", "him", "them", "it", "its", "my", "me", "i", "you", "your", "we", "us", "our", "that", "this", "one", "some", "over", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "ist", "sind", "war", "hat", "habe", "ihr", "ihm", "ihre", "ihren", "sein", "seine", "sie", "er", "zu", "fur", "im", "am", "mit", "es", "mich", "uns", "le", "la", "les", "de", "du", "d", "l", "un", "une", "et", "est", "a", "au", "aux", "elle", "il", "lui", "sa", "son", "ses", "leur", "je", "j", "y", "en", "que", "el", "los", "las", "un", "una", "unos", "unas", "y", "es", "ha", "se", "le", "su", "sus", "lo", "al", "del", "con", "nos", "en"]
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One chip as it is compared: whose, of which content words, due when."""

    who: tuple[str, ...]
    words: frozenset[str]
    due: str | None = None


@dataclass(frozen=True)
class Read:
    """All chips of one line, expected or found."""

    people: tuple[str, ...]
    when: tuple[str, ...]
    channel: tuple[str, ...]
    minutes: tuple[int, ...]
    needs: tuple[Told, ...]
    offers: tuple[Told, ...]
    facts: tuple[Told, ...]
    promises: tuple[Told, ...]
    asked: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=OWN)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--strangers", action="store_true", help="nobody is known")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="show the lines that are not exact")
    chosen = parser.parse_args()
    lines = read_lines(chosen.file) if chosen.file.is_file() else []
    if not lines:
        raise SystemExit(f"No lines of captured sentences in {chosen.file}.")
    network = {name for line in lines for name in line["people"]} if not chosen.strangers else set()
    if chosen.half:
        lines = lines[HALVES[chosen.half] :: 2]
    known = KnownNames(KnownName(name, name) for name in network)
    shipped = measure(lines, lambda text, on: found(read_capture(text, on=on, known=known)), show_errors=chosen.errors)
    naive = measure(lines, lambda text, on: found_naively(read_naively(text, on)), show_errors=False)
    if chosen.json:
        print(json.dumps({"shipped": shipped, "baselines": {"naive": naive}}))
        return
    show("shipped", shipped)
    show("naive", naive)


def read_lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def show(name: str, figures: dict[str, Any]) -> None:
    print(f"{name}, {figures['lines']} lines: exact {figures['exact']:.3f}, basics {figures['basics']:.3f}, "
          f"strict {figures['strict']:.3f}; all chips: precision {figures['precision']:.3f}, recall {figures['recall']:.3f}, "
          f"F1 {figures['f1_of_all']:.3f}; {figures['rate']:,} a CPU second")  # fmt: skip
    for chip, value in figures["f1"].items():
        print(f"  {chip:18} {value:.3f}")


def measure(lines: list[dict[str, Any]], read: Callable[[str, date], Read], *, show_errors: bool) -> dict[str, Any]:
    started = time.process_time()
    reads = [read(each["text"], date.fromisoformat(each["today"])) for each in lines]
    took = time.process_time() - started
    pairs = [(wanted(each), got) for each, got in zip(lines, reads, strict=True)]
    rights = [{name: is_right(want, got, name, MOST_SHARED) for name in (*CHIPS, "asked")} for want, got in pairs]
    strict = [all(is_right(want, got, name, 1.0) for name in (*CHIPS, "asked")) for want, got in pairs]
    if show_errors:
        for line, right, (want, got) in zip(lines, rights, pairs, strict=True):
            print_errors(line, right, want, got)
    count = len(lines)
    f1 = {name: f1_of(pairs, name) for name in CHIPS}
    return {
        "lines": count,
        "exact": sum(all(right.values()) for right in rights) / count,
        "basics": sum(all(right[name] for name in BASICS) for right in rights) / count,
        "strict": sum(strict) / count,
        **of_all_chips(pairs),
        "f1": f1 | {"asked_how_to_help": sum(right["asked"] for right in rights) / count},
        "rate": round(count / took),
    }


def wanted(line: dict[str, Any]) -> Read:
    people = tuple(fold(name) for name in line["people"])
    return Read(
        people,
        (line["when"],) if line.get("when") else (),
        (line["channel"],) if line.get("channel") else (),
        (line["minutes"],) if line.get("minutes") else (),
        *(tuple(wanted_told(each, people) for each in line.get(kind) or ()) for kind in ("needs", "offers", "facts")),
        tuple(wanted_promise(each) for each in line.get("promises") or ()),
        bool(line.get("asked_how_to_help")),
    )


def wanted_told(each: str | dict[str, Any], people: tuple[str, ...]) -> Told:
    """A fact may be labelled with its words alone: then it is told of the one person there is."""
    if isinstance(each, str):
        return Told(people[:1] if len(people) == 1 else (), words_of(each))
    return Told((fold(each["who"]),) if each.get("who") else (), words_of(each["what"]))


def wanted_promise(each: dict[str, Any]) -> Told:
    who = tuple(fold(each[side] or "") for side in ("by", "to"))
    return Told(who, words_of(each["what"]), each.get("due"))


def found(capture: Capture) -> Read:
    return Read(
        tuple(named(chip) for chip in capture.people),
        (capture.when.day.isoformat(),) if capture.when else (),
        (capture.channel.channel.value,) if capture.channel else (),
        (capture.minutes.minutes,) if capture.minutes else (),
        *(tuple(found_told(each) for each in chips) for chips in (capture.needs, capture.offers, capture.facts)),
        tuple(found_promise(each) for each in capture.promises),
        capture.asked_how_to_help is not None,
    )


def found_naively(chips: NaiveChips) -> Read:
    """The yardstick's chips: whatever is said is of the first person."""
    people = tuple(fold(name) for name in chips.people)
    first = people[:1]
    return Read(
        people,
        (chips.when.isoformat(),) if chips.when else (),
        (chips.channel,) if chips.channel else (),
        (chips.minutes,) if chips.minutes else (),
        tuple(Told(first, words_of(what)) for what in chips.needs),
        tuple(Told(first, words_of(what)) for what in chips.offers),
        (),
        tuple(Told(("me", *first), words_of(what)) for what in chips.promises),
        chips.asked,
    )


def found_told(said: Said) -> Told:
    return Told((named(said.who),) if said.who else (), words_of(said.what))


def found_promise(promise: Promised) -> Told:
    by = named(promise.by) if promise.by else "me"
    to = named(promise.to) if promise.to else "me" if promise.by else ""
    return Told((by, to), words_of(promise.what), promise.due.isoformat() if promise.due else None)


def named(chip: WhoChip) -> str:
    """The one known person meant, or else the name as written; who is asked about stays as written."""
    only: Hashable = chip.candidates[0] if len(chip.candidates) == 1 else chip.text
    return fold(str(only))


def words_of(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(fold(text)) if word not in _EMPTY_WORDS)


def is_same(want: object, got: object, least: float) -> bool:
    if not (isinstance(want, Told) and isinstance(got, Told)):
        return want == got
    # Whom a promise is made to is a chip of its own: his name among the words is neither right nor wrong.
    names = frozenset(word for who in (*want.who, *got.who) for word in _WORD.findall(who))
    one, other = want.words - names, got.words - names
    shared = len(one & other) / len(one | other) if one | other else 1.0
    return want.who == got.who and want.due == got.due and shared >= least


def matches(want: Read, got: Read, name: str, least: float) -> int:
    left = list(getattr(got, name))
    hits = 0
    for each in getattr(want, name):
        hit = next((other for other in left if is_same(each, other, least)), None)
        if hit is not None:
            left.remove(hit)
            hits += 1
    return hits


def is_right(want: Read, got: Read, name: str, least: float) -> bool:
    if name == "asked":
        return want.asked == got.asked
    return len(getattr(want, name)) == len(getattr(got, name)) == matches(want, got, name, least)


def of_all_chips(pairs: list[tuple[Read, Read]]) -> dict[str, float]:
    hits = sum(matches(want, got, name, MOST_SHARED) for want, got in pairs for name in CHIPS)
    due = sum(len(getattr(want, name)) for want, _ in pairs for name in CHIPS)
    named = sum(len(getattr(got, name)) for _, got in pairs for name in CHIPS)
    return {
        "precision": hits / named if named else 0.0,
        "recall": hits / due if due else 0.0,
        "f1_of_all": 2 * hits / (due + named) if due + named else 1.0,
    }


def f1_of(pairs: list[tuple[Read, Read]], name: str) -> float:
    hits = sum(matches(want, got, name, MOST_SHARED) for want, got in pairs)
    total = sum(len(getattr(want, name)) + len(getattr(got, name)) for want, got in pairs)
    return 2 * hits / total if total else 1.0


def print_errors(line: dict[str, Any], right: dict[str, bool], want: Read, got: Read) -> None:
    if all(right.values()):
        return
    print(line["text"])
    for name in (name for name, is_it in right.items() if not is_it):
        print(f"    {name}: wanted {shown(getattr(want, name))}, got {shown(getattr(got, name))}")


def shown(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + "; ".join(shown(each) for each in value) + "]"
    if isinstance(value, Told):
        return f"{'>'.join(value.who)}: {' '.join(sorted(value.words))} {value.due or ''}".strip()
    return str(value)


if __name__ == "__main__":
    main()
