"""Counts the SQL statements of a query: a page costs the same with ten rows as with twenty.

Hand-written statements go past Django's log, so the drivers are listened to.
"""

from collections.abc import Callable

from bench.statements import heard


def statements(query: Callable[[], object]) -> int:
    with heard() as told:
        query()
    return len(told)
