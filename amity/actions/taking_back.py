"""Takes back what a `Change` recorded, or says in a sentence why that cannot be."""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, models, transaction

from amity.actions.changes import SLICE, CannotUndo, from_json, manager_of, model_named, slices, to_json
from amity.judgement.vocabulary import MatchState
from amity.records.scope import NetworkModel

Row = dict[str, Any]

# Everything done by hand moves it, so a later value says nothing against going back.
SOFT = frozenset({"touched_at"})
# Worked out or counted by Amity: when these moved, nobody changed the row.
WORKED_OUT = {
    "person": frozenset({"place", "work", "sort_name", "latin", "kept_at", "standing", "aside", "rank"}),
    "handle": frozenset({"names", "signature", "signature_at", "shared"}),
    "interaction": frozenset({"docid", "own_address_id", "others", "counts"}),
}
# Made by judging, and made again when needed: they do not hold up the row they belong to.
JUDGED = frozenset(
    {
        *(("tie", "person"), ("likeness", "person"), ("likeness", "other")),
        *(("factmeaning", "fact"), ("factmeaning", "person")),
    }
)
WORKED_OUT_ROWS = {"match": {"state": MatchState.SUGGESTED}}  # until the owner decides
ONE_THOUGHT = (
    frozenset({"name", "given", "family", "latin", "sort_name"}),
    frozenset({"born_year", "born_month", "born_day"}),
)
FOUND_BY = frozenset({"text", "subject", "happened_at", "docid", "noted_on"})

CHANGED_LATER = "It was changed again later. Undo the later change first."
GONE = "What this changed is gone by now, so there is nothing to take back."
BUILT_UPON = "More has been added to it since, which would be lost. Move it to the bin instead."
TAKEN = "Something else stands in its place by now. Undo the later change first."


@dataclass
class Touched:
    """Whom to judge anew, and whose words to find anew."""

    people: set[uuid.UUID] = field(default_factory=set)
    interactions: set[uuid.UUID] = field(default_factory=set)
    facts: set[uuid.UUID] = field(default_factory=set)


def take_back(rows: list[Row], *, gently: bool = False) -> set[uuid.UUID]:
    """Reverse recorded rows, newest first; gives the people they are about now.

    Raises CannotUndo, and writes nothing, when a later change stands on one of them. `gently` leaves what was changed
    later as it is and takes back the rest: two people who were one for months have both moved on.
    """
    _refuse_if_owners_are_gone(rows)
    if not gently:
        _refuse_if_built_upon(rows)
    try:
        with transaction.atomic():
            for row in reversed(rows):
                _reverse(row, gently=gently)
    except IntegrityError:
        raise CannotUndo(TAKEN) from None
    return touched_by(rows).people


def touched_by(rows: list[Row]) -> Touched:
    """Whose ties and whose words recorded rows are about, as things stand now."""
    touched = Touched()
    for row in rows:
        model, keys = model_named(row["model"]), _keys(row)
        for name in ("person_id", "other_id"):
            touched.people |= _ids_in(row, name)
        touched.people |= _people_of(model, keys)
        columns = (row["before"] or {}).keys() & (row["after"] or {}).keys()
        if columns and not columns & FOUND_BY:
            continue
        if row["model"] == "interaction":
            touched.interactions.update(keys)
        elif row["model"] == "fact":
            touched.facts.update(keys)
    return touched


def _reverse(row: Row, *, gently: bool) -> None:
    model, keys = model_named(row["model"]), _keys(row)
    if row["before"] is None:
        if not (gently and row["after"] and _differs(model, row)):
            for some in slices(keys):
                manager_of(model).filter(pk__in=some).delete()
    elif row["after"] is None:
        manager_of(model).bulk_create(list(_removed(model, row)), batch_size=SLICE)
    elif "id" in row:
        _set_back(model, row, gently=gently)
    else:
        values = _still_owned(from_json(model, row["before"]), _owners_gone(model, row))
        for some in slices(keys):
            manager_of(model).filter(pk__in=some, **from_json(model, row["after"])).update(**values)


def _set_back(model: type[models.Model], row: Row, *, gently: bool) -> None:
    now = manager_of(model).filter(pk=_keys(row)[0]).first()
    if now is None:
        return
    moved = {
        name for name, value in row["after"].items() if hasattr(now, name) and to_json(getattr(now, name)) != value
    }
    if gently:
        moved |= {name for thought in ONE_THOUGHT if thought & moved for name in thought}
    else:
        moved &= SOFT
    values = {name: value for name, value in row["before"].items() if name not in moved}
    if values:
        manager_of(model).filter(pk=now.pk).update(**_still_owned(from_json(model, values), _owners_gone(model, row)))


def _removed(model: type[models.Model], row: Row) -> Iterator[models.Model]:
    each, gone = row.get("each", {}), _owners_gone(model, row)
    for at, key in enumerate(_keys(row)):
        columns = row["before"] | {name: values[at] for name, values in each.items()}
        yield model(pk=key, **_still_owned(from_json(model, columns), gone))


def _owners_gone(model: type[models.Model], row: Row) -> dict[str, set[uuid.UUID]]:
    """Rows that an optional key pointed to and that are no more: an intake, or a handle, may be."""
    gone = {}
    for key in _foreign_keys(model):
        if key.null and (ids := _ids_in(row, key.attname)):
            gone[key.attname] = ids - set(_existing(key.related_model, ids))
    return gone


def _existing(model: type[models.Model], ids: set[uuid.UUID]) -> Iterator[uuid.UUID]:
    for some in slices(sorted(ids)):
        yield from manager_of(model).filter(pk__in=some).values_list("pk", flat=True)


def _still_owned(values: dict[str, Any], gone: dict[str, set[uuid.UUID]]) -> dict[str, Any]:
    return {name: None if value in gone.get(name, ()) else value for name, value in values.items()}


def _refuse_if_built_upon(rows: list[Row]) -> None:
    seen: set[tuple[str, str]] = set()
    gone: set[str] = set()
    with_it = _with(rows)
    for row in reversed(rows):
        if row["after"] is None and row["before"] is not None:
            gone.update(key.hex for key in _keys(row))
        if "ids" in row and row["before"] and row["after"]:
            _refuse_if_none_is_as_it_was(row)
        if "id" not in row or row["after"] is None or row["id"] in gone:
            continue
        model = model_named(row["model"])
        now = manager_of(model).filter(pk=_keys(row)[0]).first()
        if now is None:
            raise CannotUndo(GONE)
        for name in _differing(now, row):
            if (row["id"], name) not in seen:
                raise CannotUndo(CHANGED_LATER)
        seen |= {(row["id"], name) for name in row["after"]}
        if row["before"] is None and _has_more(now, with_it):
            raise CannotUndo(BUILT_UPON)


def _refuse_if_none_is_as_it_was(row: Row) -> None:
    model, keys = model_named(row["model"]), _keys(row)
    as_left = from_json(model, row["after"])
    if not any(manager_of(model).filter(pk__in=some, **as_left).exists() for some in slices(keys)):
        raise CannotUndo(CHANGED_LATER)


def _differs(model: type[models.Model], row: Row) -> bool:
    now = manager_of(model).filter(pk=_keys(row)[0]).first()
    return now is not None and bool(_differing(now, row))


def _differing(now: models.Model, row: Row) -> list[str]:
    ours = SOFT if row["before"] is not None else SOFT | WORKED_OUT.get(row["model"], frozenset())
    return [
        name for name, value in row["after"].items() if name not in ours and to_json(getattr(now, name, value)) != value
    ]


def _has_more(made: models.Model, with_it: dict[str, set[uuid.UUID]]) -> bool:
    """Whether rows that this change neither made nor set belong to one that it made."""
    for relation in made._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel):
            continue
        other = relation.related_model
        name = str(other._meta.model_name)
        if not issubclass(other, NetworkModel) or (name, relation.field.name) in JUDGED:
            continue
        theirs = manager_of(other).filter(**{relation.field.attname: made.pk}).exclude(**WORKED_OUT_ROWS.get(name, {}))
        if theirs.exclude(pk__in=with_it.get(name, set())).exists():
            return True
    return False


def _with(rows: list[Row]) -> dict[str, set[uuid.UUID]]:
    """The keys of what a change made or set, by model."""
    keys: dict[str, set[uuid.UUID]] = defaultdict(set)
    for row in rows:
        keys[row["model"]].update(_keys(row))
    return keys


def _refuse_if_owners_are_gone(rows: list[Row]) -> None:
    """What was removed or moved can only go back to somebody who is still here."""
    wanted: dict[type[models.Model], set[uuid.UUID]] = defaultdict(set)
    back: set[uuid.UUID] = set()
    for row in rows:
        if row["before"] is None:
            continue
        if row["after"] is None:
            back.update(_keys(row))
        for key in _foreign_keys(model_named(row["model"])):
            if not key.null:
                wanted[key.related_model] |= _ids_in(row, key.attname)
    for model, ids in wanted.items():
        if ids - back - set(_existing(model, ids - back)):
            raise CannotUndo(GONE)


def _people_of(model: type[models.Model], keys: list[uuid.UUID]) -> set[uuid.UUID]:
    name = model._meta.model_name
    if name == "person":
        return set(keys)
    if any(column.name == "person" for column in model._meta.concrete_fields):
        return _distinct(model, "pk__in", keys)
    if name == "interaction":
        return _distinct(model_named("participant"), "interaction_id__in", keys)
    if name == "circle":
        return _distinct(model_named("incircle"), "circle_id__in", keys)
    return set()


def _distinct(model: type[models.Model], column: str, keys: list[uuid.UUID]) -> set[uuid.UUID]:
    people: set[uuid.UUID] = set()
    for some in slices(keys):
        people.update(manager_of(model).filter(**{column: some}).values_list("person_id", flat=True).distinct())
    return people


def _ids_in(row: Row, name: str) -> set[uuid.UUID]:
    found = [(row.get(part) or {}).get(name) for part in ("before", "after")] + (row.get("each") or {}).get(name, [])
    return {uuid.UUID(value) for value in found if value}


def _keys(row: Row) -> list[uuid.UUID]:
    return [uuid.UUID(key) for key in row.get("ids", [row.get("id")])]


def _foreign_keys(model: type[models.Model]) -> list[Any]:
    return [
        column
        for column in model._meta.concrete_fields
        if isinstance(column, models.ForeignKey)
        and isinstance(column.related_model, type)
        and issubclass(column.related_model, NetworkModel)
    ]
