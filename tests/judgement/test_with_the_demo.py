"""The life of Maren Holt, judged: what `expected.json` says, and the numbers of its own check of the formula."""

import importlib.util
import json
from collections import defaultdict
from datetime import timedelta

import pytest

from amity.formats.handles import mail_handle, phone_handle
from amity.judgement.contacts import Contact
from amity.judgement.reach_out import Candidate, Reason, reach_out
from amity.judgement.rhythm import finished_gaps, prior_over
from amity.judgement.sameness import PersonSummary, likely_pairs
from amity.judgement.ties import Wishes, judge_tie, state_on
from amity.judgement.vocabulary import Channel, Direction, HandleKind, TieState

CHANNELS = {
    "mail": Channel.MAIL,
    "chat": Channel.MESSAGE,
    "text": Channel.MESSAGE,
    "call": Channel.CALL,
    "video": Channel.VIDEO,
    "meeting": Channel.IN_PERSON,
    "letter": Channel.LETTER,
}
NOT_KNOWN = "not known yet"


@pytest.fixture
def demo(shared):
    """The demo's own checker as a module: it draws the five ordinary years and works the formula out by itself."""
    path = shared / "demo" / "check.py"
    if not path.is_file():
        pytest.skip("the demo network is not in the shared data")
    spec = importlib.util.spec_from_file_location("demo_check", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def ties(demo, today):
    contacts = defaultdict(list)
    for thread in demo.threads:
        others = {thread["from"], *thread["to"]} - {"owner"}
        for other in others if thread["counts"] else ():
            day, direction = today + timedelta(days=thread["day"]), Direction(thread["direction"])
            contacts[other].append(Contact(day, CHANNELS[thread["channel"]], direction, len(others)))
    rhythms = {r["person"]: (r, demo.people[r["person"]]["circles"][0]) for r in demo.background["rhythms"]}
    rhythms |= {p["id"]: (p["rhythm"], p["circle"]) for p in demo.light.values()}
    for who, (rhythm, circle) in rhythms.items():
        taken = [(contact.day - today).days for contact in contacts[who]]
        for made in list(demo.ordinary(who, rhythm, circle, taken)):
            direction = Direction.OUT if made["by_owner"] else Direction.IN
            contacts[who].append(Contact(today + timedelta(days=made["day"]), CHANNELS[made["channel"]], direction))
    known = {who: contacts[who] for who in rhythms}
    prior = prior_over(finished_gaps(sorted({c.day for c in own})) for own in known.values())
    weekly = {"fola": Wishes(set_days=7)}
    return {
        who: judge_tie(own, prior=prior, today=today, wishes=weekly.get(who, Wishes())) for who, own in known.items()
    }


def test_every_rhythm_freshness_and_state_is_that_of_the_independent_check(demo, ties, today):
    _, _, table = demo.check_silences()

    assert len(table) > 190
    for who, (silence, usual, fresh, state) in table.items():
        tie = ties[who]
        assert tie.silence(today) == silence
        assert state_on(tie, today).value.replace("not enough recorded", NOT_KNOWN) == state, who
        if state != NOT_KNOWN:
            assert (round(tie.learned_days), round(tie.freshness(today), 1)) == (usual, fresh), who


def test_today_holds_whom_the_demo_expects_and_nobody_it_must_not(demo, ties, today):
    suggested = reach_out([Candidate(who, tie) for who, tie in ties.items()], today, 4)

    expected = demo.expected["today"]
    wanted = {row["person"] for row in expected["glad_to_hear"] if row["state"] != "dormant"}
    assert {s.person for s in suggested if s.why is not Reason.OLD_TIE} == wanted
    assert {s.person for s in suggested if s.why is Reason.OLD_TIE} <= set(demo.expected["dormant"])
    assert not {s.person for s in suggested} & {row["person"] for row in expected["must_not"]}


def test_the_same_people_are_dormant_and_not_known_yet(demo, ties, today):
    states = {who: state_on(tie, today) for who, tie in ties.items()}

    assert {who for who, state in states.items() if state is TieState.DORMANT} == set(demo.expected["dormant"])
    assert all(states[who] is TieState.UNKNOWN for who in demo.expected["rhythm_not_known"])


def test_the_two_doubles_are_found_and_no_others(demo, shared):
    world = json.loads((shared / "demo" / "world.json").read_text("utf-8"))
    everybody = [*world["people"], *world["possible_duplicates"], *demo.background["light_people"]]

    pairs = likely_pairs([_summary(row) for row in everybody])

    assert {frozenset((pair.one, pair.other)) for pair in pairs} == {
        frozenset((row["card"], row["person"])) for row in demo.expected["duplicates"]
    }
    assert all(pair.reasons_for for pair in pairs)


def _summary(row) -> PersonSummary:
    handles = [(HandleKind.MAIL, mail_handle(h["value"])) for h in row.get("handles", []) if h["kind"] == "mail"]
    handles += [(HandleKind.PHONE, phone_handle(h["value"])) for h in row.get("handles", []) if h["kind"] == "phone"]
    names = tuple(name for name in (row["name"], row.get("latin")) if name)
    work = tuple(line.split(",")[0] for line in row.get("work", []))
    return PersonSummary(row["id"], names, tuple(handles), work, (row["place"],) if "place" in row else ())
