"""Every statement that goes to the database, the object mapper's and the hand-written ones, and how each is gone about.

Django logs only its own: hand-written ones go to the driver's cursor. So the drivers are listened to.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection

LONGEST = 1_500  # characters of a statement printed
_OF_FTS5 = re.compile(r"'main'\.'amity_|\bPRAGMA\b|^--")  # what the full-text tables ask themselves


@contextmanager
def heard() -> Iterator[list[str]]:
    """The statements inside, with their values in them."""
    statements: list[str] = []
    with connection.cursor():
        pass  # there is a connection from here on
    listening = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
    with listening(statements):
        yield statements


@contextmanager
def _on_sqlite(statements: list[str]) -> Iterator[None]:
    def hear(statement: str) -> None:
        if not _OF_FTS5.search(statement):
            statements.append(statement)

    driver: Any = connection.connection
    driver.set_trace_callback(hear)
    try:
        yield
    finally:
        driver.set_trace_callback(None)


@contextmanager
def _on_postgresql(statements: list[str]) -> Iterator[None]:
    from psycopg import ClientCursor  # the one database alone has the driver

    driver: Any = connection.connection
    usual = driver.cursor_factory

    class Hearing(usual):  # type: ignore[misc]  # the class is Django's choice
        def execute(self, query: Any, params: Any = None, **kwargs: Any) -> Any:
            statements.append(ClientCursor(self.connection).mogrify(query, params))
            return super().execute(query, params, **kwargs)

    driver.cursor_factory = Hearing
    try:
        yield
    finally:
        driver.cursor_factory = usual


def print_plans(page: str, statements: Sequence[str]) -> None:
    """To standard error: each statement, and how the database goes about it."""
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE, BUFFERS)"
    for statement in statements:
        if not statement.lstrip().upper().startswith(("SELECT", "WITH")):
            continue
        print(f"\n[{page}] {statement[:LONGEST]}", file=sys.stderr)
        with connection.cursor() as cursor:
            inner = cursor.cursor
            inner.execute(f"{explain} {statement}")
            for row in inner.fetchall():
                print(f"    {row[-1]}", file=sys.stderr)
