"""Everything that is stored, of all networks, to be compared before and after."""

from django.apps import apps

from amity.judgement.vocabulary import MatchState
from amity.records.models import Change, Document, FactMeaning, Match
from amity.records.scope import NetworkModel


def everything() -> dict[str, dict[str, object]]:
    """Every row of every network but history, by table and key; and which rows' words can be found.

    What texts are about, and what is only suggested because of it, is worked out when needed: it is nobody's change.
    """
    tables = {
        model._meta.model_name: {str(row.pk): _columns(row) for row in _rows(model)}
        for model in apps.get_models()
        if issubclass(model, NetworkModel) and model not in (Change, FactMeaning)
    }
    # A person's document is written anew after every change, under a new number
    found = {f"{kind} {row}": 1 for kind, row in Document.objects.values_list("kind", "row")}
    return {**tables, "found": found, "places": _places()}


def what_changed(before, after) -> dict[str, object]:
    """The rows that differ, for a message that can be read."""
    return {
        f"{table} {key}": (before[table].get(key), after[table].get(key))
        for table in before
        for key in {*before[table], *after[table]}
        if before[table].get(key) != after[table].get(key)
    }


def _rows(model):
    return model.unscoped.exclude(state=MatchState.SUGGESTED) if model is Match else model.unscoped.all()


def _columns(row) -> dict[str, object]:
    columns = [column.attname for column in row._meta.concrete_fields if column.attname != "vector"]
    values = {name: getattr(row, name) for name in columns}
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in values.items()}


def _places() -> dict[str, int]:
    return {str(row): docid for docid, row in Document.objects.filter(kind="interaction").values_list("docid", "row")}
