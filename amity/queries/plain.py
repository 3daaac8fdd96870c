"""Values of plain statements as Python has them: SQLite keeps days, moments and keys as text and bytes.

Plain statements stand where the object mapper would cost more than the database: its part is a third of a millisecond
a statement, and as much again for every hundred rows with dates.
"""

from datetime import UTC, date, datetime
from typing import Any

from django.db import connection


def day(value: Any) -> date | None:
    """A day, or None."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def moment_of(value: Any) -> datetime:
    """An aware moment: PostgreSQL gives one, SQLite a naive one or its text, both in UTC."""
    moment: datetime = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def stored_day(value: date) -> Any:
    """A day as a plain statement passes it."""
    return value if connection.vendor == "postgresql" else value.isoformat()
