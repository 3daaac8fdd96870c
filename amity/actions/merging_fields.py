"""Whose name, birthday and the rest stand when two people become one. What does not stand is kept as a fact."""

from calendar import month_name
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from amity.actions.changes import Recorder
from amity.lib import clock
from amity.lib.text import fold
from amity.records.models import Fact, Person

SOURCE = "before the two became one"


@dataclass(frozen=True, slots=True)
class Field:
    """Columns that make one thought, and the kind of fact it becomes when the other's stands."""

    columns: tuple[str, ...]
    fact_kind: str
    fact_label: str = ""


COLUMNS = {
    "name": Field(("name", "given", "family", "latin", "sort_name"), "other_name"),
    "called": Field(("called",), "other_name", "called"),
    "pronouns": Field(("pronouns",), "pronouns"),
    "birthday": Field(("born_month", "born_day", "born_year"), "birthday"),
    "met": Field(("met_through_id", "met_how"), "met"),
    "language": Field(("language",), "language"),
}
SUMMARIES = {"work": ("work", "title"), "place": ("lives_in",)}  # worked out from facts of these kinds
FIELDS = (*COLUMNS, *SUMMARIES)


def choose_fields(recorder: Recorder, kept: Person, other: Person, chosen: Mapping[str, str]) -> None:
    """Let the chosen side stand; what the kept person lacks comes from the other in any case."""
    values: dict[str, Any] = {}
    for name, field in COLUMNS.items():
        ours, theirs = _of(kept, field), _of(other, field)
        if not any(theirs) or _same(ours, theirs):
            continue
        takes_theirs = not any(ours) or chosen.get(name) == "other"
        if takes_theirs:
            values |= dict(zip(field.columns, theirs, strict=True))
        if any(ours):
            _keep_as_fact(recorder, kept, field, kept if takes_theirs else other)
    if values.get("met_through_id") == kept.pk:
        values["met_through_id"] = None
    for name, kinds in SUMMARIES.items():
        sides = (other, kept) if chosen.get(name) == "other" else (kept, other)
        _let_stand(recorder, *sides, kinds)
    recorder.set(kept, **values, **_standing(kept, other), touched_at=clock.now())


def _of(person: Person, field: Field) -> tuple[Any, ...]:
    return tuple(getattr(person, column) for column in field.columns)


def _same(ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> bool:
    return ours == theirs or (isinstance(ours[0], str) and ours[0] != "" and fold(ours[0]) == fold(theirs[0]))


def _standing(kept: Person, other: Person) -> dict[str, Any]:
    """One of the owner's people stays one, whichever of the two was."""
    if kept.kept_at is None and other.kept_at is not None:
        return {"kept_at": other.kept_at, "chosen_at": other.chosen_at}
    return {"chosen_at": kept.chosen_at or (other.chosen_at if other.kept_at else None)}


def _keep_as_fact(recorder: Recorder, kept: Person, field: Field, loser: Person) -> None:
    text = _in_words(loser, field)
    if text:
        recorder.make(
            Fact(
                person=kept,
                kind=field.fact_kind,
                label=field.fact_label,
                text=text,
                noted_on=clock.today(recorder.viewer.time_zone),
                source=SOURCE,
                touched_at=clock.now(),
            )
        )


def _in_words(person: Person, field: Field) -> str:
    if field is COLUMNS["birthday"]:
        day = f"{person.born_day} {month_name[person.born_month]}" if person.born_day and person.born_month else ""
        return f"{day} {person.born_year or ''}".strip()
    if field is COLUMNS["met"]:
        through = f"through {person.met_through.name}" if person.met_through else ""
        return ", ".join(filter(None, (through, person.met_how)))
    return str(getattr(person, field.columns[0]))


def _let_stand(recorder: Recorder, winner: Person, loser: Person, kinds: Sequence[str]) -> None:
    """The fact last touched by hand is the one in force: so the winner's are touched now."""
    theirs = [_in_force(winner, kind) for kind in kinds]
    if not any(theirs):
        return
    for kind, fact in zip(kinds, theirs, strict=True):
        if fact is not None:
            recorder.set(fact, touched_at=clock.now())
        else:  # a title belongs to its employer: without one of the winner's own, the loser's would be taken for it
            for lost in Fact.objects.filter(person=loser, kind=kind, trashed_at=None):
                recorder.set(lost, kind="other", label=lost.label or kind)


def _in_force(person: Person, kind: str) -> Fact | None:
    newest = F("touched_at").desc(nulls_last=True), F("noted_on").desc(nulls_last=True), "-pk"
    return Fact.objects.filter(person=person, kind=kind, trashed_at=None, private_to=None).order_by(*newest).first()
