"""Full text on PostgreSQL: tsvector columns under GIN, accents folded before they are stored."""

import re
from collections.abc import Sequence
from typing import Any

from django.db import connection

from amity.lib.text import fold
from amity.records.bulk import marks, select

MOST_CHARACTERS = 200_000  # a tsvector takes a megabyte
_WORD = re.compile(r"[^\W_]+")
_FOUND = (
    "SELECT d.docid, d.kind, d.row FROM {} t JOIN records_document d ON d.docid = t.docid"
    " WHERE t.words @@ to_tsquery('simple', %s) AND d.network_id = %s"
)


def add(table: str, rows: Sequence[tuple[int, str]]) -> None:
    with connection.cursor() as cursor:
        cursor.cursor.executemany(
            f"INSERT INTO {table} (docid, words) VALUES (%s, to_tsvector('simple', %s))",
            [(docid, _cut(text[:MOST_CHARACTERS])) for docid, text in rows],
        )


def remove(table: str, docids: Sequence[int]) -> None:
    select(f"DELETE FROM {table} WHERE docid IN ({marks(len(docids))})", docids)


def gather(table: str) -> None:
    """Put what was written since into the index proper: until then every search reads through it."""
    select("SELECT gin_clean_pending_list(%s)", [f"{table}_words"])


def said(network: Any, words: Sequence[str], limit: int, before: int | None) -> list[tuple[Any, ...]]:
    earlier = "" if before is None else " AND t.docid < %s"
    return select(
        f"{_FOUND.format('amity_said')}{earlier} ORDER BY t.docid DESC LIMIT %s",
        [_query(words[:-1], words[-1:]), network, *([] if before is None else [before]), limit],
    )


def named(network: Any, words: Sequence[str], limit: int) -> list[tuple[Any, ...]]:
    return select(
        f"{_FOUND.format('amity_named')} LIMIT %s",
        [_query([], words), network, limit],
    )


def _cut(text: str) -> str:
    """Only words, as FTS5 cuts them: PostgreSQL's own parser keeps addresses and hyphenated words whole."""
    return " ".join(_WORD.findall(fold(text)))


def _query(whole: Sequence[str], begun: Sequence[str]) -> str:
    """Words are letters and digits only (fulltext.words_of), so no operator can stand in them."""
    folded = [fold(word) for word in whole] + [f"{fold(word)}:*" for word in begun]
    return " & ".join(folded)
