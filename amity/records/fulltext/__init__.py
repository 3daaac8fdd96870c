"""One interface to full-text search: FTS5 on SQLite, tsvector on PostgreSQL.

SAID   what was written: letters, notes, facts; found newest first, docid descending.
NAMED  people by names, addresses, place, work, circles; every word may be only begun.
"""

import re
import unicodedata
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from amity.records.bulk import as_uuid, bulk_load, in_slices, marks, select, stored_key
from amity.records.documents import Document, new_docids
from amity.records.fulltext import postgres, sqlite

Said = tuple[int, Any, str, Any, str]  # docid, network, "interaction" or "fact", the row's key, text
Named = tuple[Any, str]  # the person's key, text
Hit = tuple[int, str, uuid.UUID]  # docid, kind, the row's key

PERSON = "person"
MOST_WORDS = 12  # of one question
_WORD = re.compile(r"[^\W_]+")


def add_said(rows: Sequence[Said]) -> None:
    """Make texts findable. Rows in order of docid are written fastest."""
    rows = sorted(rows, key=_by_docid)
    _database().add("amity_said", [(row[0], row[4]) for row in rows])
    bulk_load(Document, ("docid", "network_id", "kind", "row"), [row[:4] for row in rows])


def remove(docids: Iterable[int]) -> None:
    """Take texts out; a docid that is not there is none the worse."""
    for some in in_slices(sorted(set(docids))):
        _database().remove("amity_said", some)
        select(f"DELETE FROM records_document WHERE docid IN ({marks(len(some))})", some)


def docids_of(network: uuid.UUID, kind: str, keys: Sequence[uuid.UUID]) -> list[int]:
    """Where facts or people stand. (An interaction holds its docid itself.)"""
    found: list[int] = []
    for some in in_slices(keys):
        rows = select(
            "SELECT docid FROM records_document WHERE NOT (kind = 'interaction') AND network_id = %s"
            f" AND row IN ({marks(len(some))}) AND kind = %s",
            [stored_key(network), *map(stored_key, some), kind],
        )
        found += [docid for (docid,) in rows]
    return found


def said(network: uuid.UUID, words: str, limit: int, before_docid: int | None = None) -> list[Hit]:
    """Texts with all the words, newest first; the last word may be only begun."""
    asked = words_of(words)
    return _hits(_database().said(stored_key(network), asked, limit, before_docid)) if asked else []


def add_named(network: uuid.UUID, rows: Sequence[Named], moment: Any) -> None:
    """Make people findable anew, whatever stood there of them before."""
    remove_named(network, [as_uuid(key) for key, _ in rows])
    placed = [(docid, key, text) for docid, (key, text) in zip(new_docids(moment, len(rows)), rows, strict=True)]
    _database().add("amity_named", [(docid, text) for docid, _, text in placed])
    bulk_load(
        Document, ("docid", "network_id", "kind", "row"), [(docid, network, PERSON, key) for docid, key, _ in placed]
    )


def remove_named(network: uuid.UUID, keys: Sequence[uuid.UUID]) -> None:
    """People who are to be found no more."""
    for some in in_slices(docids_of(network, PERSON, keys)):
        _database().remove("amity_named", some)
        select(f"DELETE FROM records_document WHERE docid IN ({marks(len(some))})", some)


def named(network: uuid.UUID, words: str, limit: int) -> list[uuid.UUID]:
    """People in whose names, addresses or circumstances every word begins something."""
    asked = words_of(words)
    return [key for _, _, key in _hits(_database().named(stored_key(network), asked, limit))] if asked else []


def gather() -> None:
    """Put in order what was written piece by piece, so that searching stays cheap: once a day is enough."""
    for table in ("amity_said", "amity_named"):
        _database().gather(table)


def words_of(text: str) -> list[str]:
    """The words of a question as both databases cut them: letters and digits, nothing with a meaning to either."""
    return _WORD.findall(unicodedata.normalize("NFC", text.replace("\0", " ")).lower())[:MOST_WORDS]


def _hits(rows: Iterable[tuple[Any, ...]]) -> list[Hit]:
    return [(docid, kind, as_uuid(key)) for docid, kind, key in rows]


def _by_docid(row: tuple[Any, ...]) -> int:
    return int(row[0])


def _database() -> Any:
    return postgres if connection.vendor == "postgresql" else sqlite
