"""Full text on SQLite: FTS5 tables without content and without positions, so no phrases."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from django.db import connection

from amity.records.bulk import marks, select

MOST_BEGUN = 96  # words that a begun one may stand for; with so many, two letters more will say which
MOST_PIECES = 4  # that an index may stay in
PAGES_AT_ONCE = 1_000  # of 16 kB: a fraction of a second, then others may write
_HIGHEST = chr(0x10FFFF)
_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.amity_words USING fts5vocab('main', 'amity_said', 'instance')"
# From each word straight to the next: asked in the ordinary way, FTS5 would step through every place a word stands.
_BEGUN = """
WITH RECURSIVE next(term) AS (
    SELECT (SELECT term FROM temp.amity_words WHERE term >= %s LIMIT 1)
    UNION ALL
    SELECT (SELECT term FROM temp.amity_words WHERE term >= next.term || char(1) LIMIT 1) FROM next
    WHERE next.term < %s LIMIT %s
)
SELECT term FROM next WHERE term < %s
"""
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


def gather(table: str) -> None:
    """Make one piece of the index again, a little at a time.

    FTS5 looks for a word in every piece that is left of what was written together. Of five million texts there were
    nine: one makes searching cost half, in five seconds of CPU.
    """
    [(pieces,)] = select(f"SELECT COUNT(DISTINCT segid) FROM {table}_idx")
    while pieces > MOST_PIECES and _merged_some(table):
        pass


def _merged_some(table: str) -> bool:
    """A negative number of pages asks to go on until one piece is left; a change or none at all says it is."""
    with connection.cursor() as cursor:
        plain = cursor.cursor.connection
        before = plain.total_changes
        plain.execute(f"INSERT INTO {table}({table}, rank) VALUES('merge', ?)", [-PAGES_AT_ONCE])
        return bool(plain.total_changes - before > 1)


def said(network: Any, words: Sequence[str], limit: int, before: int | None) -> list[tuple[Any, ...]]:
    earlier = "" if before is None else " AND amity_said.rowid < %s"
    return select(
        f"{_FOUND.format('amity_said')}{earlier} ORDER BY amity_said.rowid DESC LIMIT %s",
        [_spelt(words), network, *([] if before is None else [before]), limit],
    )


def named(network: Any, words: Sequence[str], limit: int) -> list[tuple[Any, ...]]:
    return select(
        f"{_FOUND.format('amity_named')} LIMIT %s",
        [_match([], words), network, limit],
    )


def _spelt(words: Sequence[str]) -> str:
    """A question whose last word is only begun, with the words that begin so in its place.

    FTS5 reads the places of every such word before it gives the first: measured over five million letters, 250 to
    1,000 milliseconds, against 1 to 20 for the words themselves, of which it reads only the newest places.
    """
    begun = [term for start in dict.fromkeys((words[-1], _plain(words[-1]))) for term in _beginning(start)]
    if not begun:
        return _match(words[:-1], words[-1:])
    either = " OR ".join(f'"{term}"' for term in (words[-1], *begun))
    return " AND ".join([*(f'"{word}"' for word in words[:-1]), f"({either})"])


def _beginning(start: str) -> list[str]:
    select(_VOCABULARY)
    return [term for (term,) in select(_BEGUN, [start, start + _HIGHEST, MOST_BEGUN, start + _HIGHEST])]


def _plain(word: str) -> str:
    """Without accents on Latin letters, as the tokenizer keeps words."""
    return "".join(
        parts[0] if (parts := unicodedata.normalize("NFD", letter))[0].isascii() else letter for letter in word
    )


def _match(whole: Sequence[str], begun: Sequence[str]) -> str:
    """Words are letters and digits only (fulltext.words_of), so quoting them leaves nothing to interpret."""
    return " AND ".join([f'"{word}"' for word in whole] + [f'"{word}"*' for word in begun])
