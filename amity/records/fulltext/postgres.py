"""Full text on PostgreSQL: tsvector columns under GIN, accents folded before they are stored."""

import re
from collections.abc import Sequence
from typing import Any

from django.db import connection

from amity.lib.text import fold
from amity.records.bulk import marks, select

MOST_CHARACTERS = 200_000  # a tsvector takes a megabyte
_WORD = re.compile(r"[^\W_]+")
SELDOM = 5_000  # texts; for words in fewer the index is fastest, for others walking back from the newest text
NEWEST = (3_000, 60_000)  # texts read one by one, about three million in a second
_AMONG_NEWEST = """
SELECT d.docid, d.kind, d.row FROM (SELECT docid, words FROM amity_said {} ORDER BY docid DESC LIMIT %s) t
JOIN records_document d ON d.docid = t.docid
WHERE t.words @@ to_tsquery('simple', %s) AND d.network_id = %s ORDER BY t.docid DESC LIMIT %s
"""
# MATERIALIZED: the index is used, for the first question alone. LATERAL, OFFSET 0: documents until there are enough.
_BY_INDEX = """
WITH found AS MATERIALIZED (SELECT docid, words FROM amity_said WHERE words @@ to_tsquery('simple', %s) {}),
    newest AS MATERIALIZED (SELECT docid FROM found WHERE words @@ to_tsquery('simple', %s) ORDER BY docid DESC)
SELECT n.docid, d.kind, d.row FROM newest n
CROSS JOIN LATERAL (SELECT kind, row FROM records_document WHERE docid = n.docid AND network_id = %s OFFSET 0) d
LIMIT %s
"""
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
    """Common words are soon found among the newest texts, seldom ones by the index.

    Left to choose, PostgreSQL thinks some seldom words common, and walks back through all texts for them: six seconds
    over five million.
    """
    query, known = _query(words[:-1], words[-1:]), [] if before is None else [before]
    if not _is_seldom(query):
        earlier = "WHERE docid < %s" if known else ""
        for newest in NEWEST:
            found = select(_AMONG_NEWEST.format(earlier), [*known, newest, query, network, limit])
            if len(found) == limit:
                return found
    # what a begun word may stand for is read whole from the index, so it is left out where another word will do
    by_index = _query(words[:-1], []) or query
    earlier = "AND docid < %s" if known else ""
    return select(_BY_INDEX.format(earlier), [by_index, *known, query, network, limit])


def _is_seldom(query: str) -> bool:
    """What PostgreSQL's statistics say: it knows the thousand commonest words."""
    [(plan,)] = select(
        "EXPLAIN (FORMAT JSON) SELECT 1 FROM amity_said WHERE words @@ to_tsquery('simple', %s)", [query]
    )
    return bool(plan[0]["Plan"]["Plan Rows"] < SELDOM)


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
