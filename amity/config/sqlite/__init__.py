"""Django's SQLite backend on a SQLite that does not lose commits, with 16-byte UUIDs."""
