"""Counts the SQL statements of a query: a page costs the same with ten rows as with twenty."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext


def statements(query: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        query()
    return len(captured)
