"""The made-up network on PostgreSQL: rows copied from the SQLite file, indexes and search words made afterwards.

Both databases then answer for the same people, and five million texts are loaded in minutes instead of an hour.
"""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from amity.actions.setup import ensure_network
from amity.actions.summaries import refresh_people
from amity.lib.viewer import Viewer
from amity.queries.access import owner_here
from amity.records.models import Person
from amity.records.scope import scope_of
from bench.made_network import say

LARGE = ("records_interaction", "records_participant", "records_document")
WORDS = "amity_said"
NOT_COPIED = {WORDS, "amity_named", "django_session", "django_migrations"}
PEOPLE_AT_ONCE = 5_000
SORTING = "1GB"  # memory for one index; PostgreSQL's 64 MB would sort on disk


def copy(file: Path) -> Viewer:
    """Fill an empty database."""
    if owner_here() is None:
        source = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        with connection.cursor() as cursor:
            cursor.execute(f"SET maintenance_work_mem = '{SORTING}'")
        with _indexed_afterwards(), transaction.atomic():
            for table in _empty_tables():
                _copy(source, table)
            say("search words of texts")
            _run(
                f"INSERT INTO {WORDS} (docid, words) SELECT docid, to_tsvector('simple', subject || ' ' || text)"
                " FROM records_interaction WHERE docid IS NOT NULL ORDER BY docid"
            )
        _name_people()
        _run("VACUUM ANALYZE")
    return ensure_network()


def _empty_tables() -> list[str]:
    """Those that the migrations left empty."""
    names = sorted(set(connection.introspection.table_names()) - NOT_COPIED)
    return [name for name in names if not _run(f'SELECT 1 FROM "{name}" LIMIT 1')]


def _copy(source: sqlite3.Connection, table: str) -> None:
    columns = _run("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", [table])
    if not source.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [table]).fetchone():
        return
    say(f"copying {table}")
    names = ", ".join(f'"{name}"' for name, _ in columns)
    keys = [number for number, (_, kind) in enumerate(columns) if kind == "uuid"]
    only = " WHERE kind = 'interaction'" if table == "records_document" else ""
    with connection.cursor() as cursor, cursor.cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as target:
        for row in source.execute(f'SELECT {names} FROM "{table}"{only} ORDER BY rowid'):
            values = list(row)
            for number in keys:
                if values[number] is not None:
                    values[number] = values[number].hex()
            target.write_row(values)


@contextmanager
def _indexed_afterwards() -> Iterator[None]:
    """Without foreign keys and secondary indexes of the large tables inside; the keys themselves come in order."""
    constraints = _run(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid::regclass::text = ANY(%s) AND contype IN ('u', 'f') ORDER BY contype DESC",
        [list(LARGE)],
    )
    kept = {name for _, name, _ in constraints}
    indexes = [
        (name, definition)
        for name, definition in _run(
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%s) AND indexname NOT LIKE '%%_pkey'",
            [[*LARGE, WORDS]],
        )
        if name not in kept
    ]
    for table, name, _ in constraints:
        _run(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _ in indexes:
        _run(f'DROP INDEX "{name}"')
    yield
    for _, definition in indexes:
        say(definition)
        _run(definition)
    for table, name, definition in constraints:
        say(f"{table}: {definition}")
        _run(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')


def _name_people() -> None:
    say("search words of people")
    viewer = ensure_network()
    with scope_of(viewer):
        keys: list[uuid.UUID] = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), PEOPLE_AT_ONCE):
        refresh_people(viewer, keys[start : start + PEOPLE_AT_ONCE])


def _run(statement: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall()) if cursor.description else []
