"""The full-text tables, which Django's schema editor cannot write: FTS5 on SQLite, tsvector and GIN on PostgreSQL."""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE amity_said USING fts5(words, content='', contentless_delete=1, detail=none,"
    " tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO amity_said(amity_said, rank) VALUES('automerge', 8)",
    # One flush a chunk instead of one a megabyte, in larger pages: a third less time for every text, measured.
    "INSERT INTO amity_said(amity_said, rank) VALUES('hashsize', 16777216)",
    "INSERT INTO amity_said(amity_said, rank) VALUES('pgsz', 16000)",
    "CREATE VIRTUAL TABLE amity_named USING fts5(words, content='', contentless_delete=1, detail=none,"
    " prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')",
]
POSTGRESQL = [
    "CREATE TABLE amity_said (docid bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX amity_said_words ON amity_said USING gin (words)",
    "CREATE TABLE amity_named (docid bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX amity_named_words ON amity_named USING gin (words)",
]


def create(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE amity_said")
    schema_editor.execute("DROP TABLE amity_named")


class Migration(migrations.Migration):
    dependencies = [("records", "0001_first_schema")]
    operations = [migrations.RunPython(create, drop)]
