"""What the owner knows about somebody: written down, corrected, moved to the bin."""

import re
import uuid
from datetime import date

from amity.actions import rows
from amity.actions.afterwards import find_again, judge_again
from amity.actions.changes import Recorder
from amity.actions.matching import match_facts
from amity.actions.words import line, passage
from amity.lib import clock
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.text import shorten
from amity.lib.viewer import Viewer
from amity.records.models import Change, Fact
from amity.records.scope import changes

BY_HAND = "your note"  # as the source of a fact is shown
LONGEST_LABEL = 60
SHOWN_IN_A_TOAST = 60  # characters
_KIND = re.compile(r"[a-z][a-z_]{0,39}")


@changes
def add_fact(
    viewer: Viewer,
    person_id: uuid.UUID,
    kind: str,
    text: str,
    label: str = "",
    *,
    noted_on: date | None = None,
    happens_on: date | None = None,
    private: bool = False,
) -> Change:
    """Write down something about a person, as "works at …" or "her dog is called Rex".

    It was so on `noted_on`, or today. `happens_on` is the day of an event, ahead or gone by.
    """
    person, recorder = rows.person(person_id), Recorder(viewer)
    if not _KIND.fullmatch(kind):
        raise NotAccepted("Choose what this is about.", "kind")
    fact = Fact(
        person=person,
        kind=kind,
        label=line(label, "label", LONGEST_LABEL),
        text=_text(text),
        noted_on=noted_on or clock.today(viewer.time_zone),
        happens_on=happens_on,
        source=BY_HAND,
        private_to=viewer.member if private else None,
        touched_at=clock.now(),
    )
    recorder.make(fact)
    return _noted(recorder, fact, "add_fact", f"Wrote down about {person.name}: “{{}}”.")


@changes
def correct_fact(viewer: Viewer, fact_id: uuid.UUID, text: str, *, label: str | None = None) -> Change:
    """Put it right; the day it was so stays."""
    fact, recorder = _here(viewer, fact_id), Recorder(viewer)
    new_label = fact.label if label is None else line(label, "label", LONGEST_LABEL)
    recorder.set(fact, text=_text(text), label=new_label, touched_at=clock.now())
    return _noted(recorder, fact, "correct_fact", f"Corrected about {fact.person.name}: “{{}}”.")


@changes
def trash_fact(viewer: Viewer, fact_id: uuid.UUID) -> Change:
    """Move it to the bin, from where it can come back for 30 days."""
    fact, recorder = _here(viewer, fact_id), Recorder(viewer)
    recorder.set(fact, trashed_at=clock.now())
    return _noted(recorder, fact, "trash_fact", "Moved “{}” to the bin.")


@changes
def restore_fact(viewer: Viewer, fact_id: uuid.UUID) -> Change:
    """Bring it back from the bin."""
    fact, recorder = rows.fact(viewer, fact_id), Recorder(viewer)
    if fact.trashed_at is None:
        raise NotHere("This is not in the bin.")
    recorder.set(fact, trashed_at=None)
    return _noted(recorder, fact, "restore_fact", "Brought “{}” back.")


def _here(viewer: Viewer, fact_id: uuid.UUID) -> Fact:
    fact = rows.fact(viewer, fact_id)
    if fact.trashed_at is not None:
        raise NotHere("This is in the bin. Bring it back first.")
    return fact


def _text(text: str) -> str:
    kept = passage(text)
    if not kept:
        raise NotAccepted("Write a few words first.", "text")
    return kept


def _noted(recorder: Recorder, fact: Fact, verb: str, sentence: str) -> Change:
    find_again(recorder.viewer, facts=[fact.pk])
    match_facts(recorder.viewer, [fact.pk])
    judge_again(recorder.viewer, [fact.person_id])
    # Not format: a name in the sentence may hold braces
    return recorder.note(verb, sentence.replace("{}", shorten(fact.text, SHOWN_IN_A_TOAST)), about=fact.person_id)
