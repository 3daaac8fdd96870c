"""Django's SQLite backend on pysqlite3, with UUIDs of 16 bytes in plain `UUIDField`s.

The alias below is process-wide on purpose: two SQLite libraries with the same file open in one process break POSIX
locks, so whoever imports sqlite3 after us gets this library too.
"""

import sys
import uuid
from typing import Any

import pysqlite3
from django.core.exceptions import ImproperlyConfigured

# A race in WAL mode can lose commits (sqlite.org/wal.html#walresetbug): the first mended patch of each line.
MENDED = {(3, 44): 6, (3, 50): 7, (3, 51): 3}
MENDED_FROM = (3, 52)
NEVER = 1_000_000


def refuse_unmended(version: tuple[int, int, int]) -> None:
    line, patch = version[:2], version[2]
    if line >= MENDED_FROM or patch >= MENDED.get(line, NEVER):
        return
    raise ImproperlyConfigured(
        f"SQLite {'.'.join(map(str, version))} can lose commits. Install pysqlite3 0.6.1 or newer."
    )


refuse_unmended(pysqlite3.sqlite_version_info)
loaded = sys.modules.get("django.db.backends.sqlite3.base")
if loaded is not None and loaded.Database is not pysqlite3.dbapi2:
    raise ImproperlyConfigured("django.db.backends.sqlite3 was imported before amity.config.sqlite.")
sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

from django.db.backends.sqlite3 import base, features, operations  # noqa: E402  the alias comes first

pysqlite3.dbapi2.register_adapter(uuid.UUID, lambda value: value.bytes)


class DatabaseFeatures(features.DatabaseFeatures):
    has_native_uuid_field = True  # Django hands us UUID objects; the adapter above makes 16 bytes of them


class DatabaseOperations(operations.DatabaseOperations):
    def get_db_converters(self, expression: Any) -> list[Any]:
        converters: list[Any] = super().get_db_converters(expression)
        # Subquery(….values("owner_id")): Django converts no foreign key there
        target = getattr(expression.output_field, "target_field", None)
        if target is not None and target.get_internal_type() == "UUIDField":
            converters.append(self.convert_uuidfield_value)
        return converters

    def convert_uuidfield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return uuid.UUID(bytes=value) if isinstance(value, bytes) else value


class DatabaseWrapper(base.DatabaseWrapper):
    data_types = base.DatabaseWrapper.data_types | {"UUIDField": "blob"}
    features_class = DatabaseFeatures
    ops_class = DatabaseOperations
