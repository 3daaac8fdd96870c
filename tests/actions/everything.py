"""Everything that is stored, of all networks, to be compared before and after."""

from django.apps import apps

from amity.records.models import Change, Document
from amity.records.scope import NetworkModel


def everything() -> dict[str, dict[str, object]]:
    """Every row of every network but history, by table and key; and which rows' words can be found."""
    tables = {
        model._meta.model_name: {str(row.pk): _columns(row) for row in model.unscoped.all()}
        for model in apps.get_models()
        if issubclass(model, NetworkModel) and model is not Change
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


def _columns(row) -> dict[str, object]:
    values = {column.attname: getattr(row, column.attname) for column in row._meta.concrete_fields}
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in values.items()}


def _places() -> dict[str, int]:
    return {str(row): docid for docid, row in Document.objects.filter(kind="interaction").values_list("docid", "row")}
