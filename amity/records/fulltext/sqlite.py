"""Full text on SQLite: FTS5 tables without content and without positions, so no phrases."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from amity.records.bulk import marks, select

_FOUND = (
    "SELECT d.docid, d.kind, d.row FROM {0} JOIN records_document d ON d.docid = {0}.rowid"
    " WHERE {0} MATCH %s AND d.network_id = %s"
)


def add(table: str, rows: Sequence[tuple[int, str]]) -> None:
    with connection.cursor() as cursor:
        plain = cursor.cursor.connection.cursor()
        plain.executemany(f"INSERT INTO {table}(rowid, words) VALUES (?, ?)", rows)


def remove(table: str, docids: Sequence[int]) -> None:
    select(f"DELETE FROM {table} WHERE rowid IN ({marks(len(docids))})", docids)


def said(network: Any, words: Sequence[str], limit: int, before: int | None) -> list[tuple[Any, ...]]:
    earlier = "" if before is None else " AND amity_said.rowid < %s"
    return select(
        f"{_FOUND.format('amity_said')}{earlier} ORDER BY amity_said.rowid DESC LIMIT %s",
        [_match(words[:-1], words[-1:]), network, *([] if before is None else [before]), limit],
    )


def named(network: Any, words: Sequence[str], limit: int) -> list[tuple[Any, ...]]:
    return select(
        f"{_FOUND.format('amity_named')} LIMIT %s",
        [_match([], words), network, limit],
    )


def _match(whole: Sequence[str], begun: Sequence[str]) -> str:
    """Words are letters and digits only (fulltext.words_of), so quoting them leaves nothing to interpret."""
    return " AND ".join([f'"{word}"' for word in whole] + [f'"{word}"*' for word in begun])
