"""Google Contacts as CSV: the header set before 2024 and the one since, several values in a cell, groups and labels."""

from collections.abc import Iterator

from amity.formats.csv_tables import Row, find_table
from amity.sources.csv_files import Begun, CsvSource, Head, one_file, told
from amity.sources.csv_people import people_in_row, said_of_columns
from amity.sources.found import Found, Problem
from amity.sources.google_csv.columns import columns_of, is_header
from amity.sources.google_csv.row import draft_of

NOT_GOOGLE = "It is not a CSV file of Google Contacts."


def recognise(path: str, head: bytes) -> str | None:
    """ "Contacts, 214 rows (Google CSV), 81 KB"."""
    return told(_SOURCE, path, head, "Contacts", "Google CSV")


def _begin(head: Head) -> Begun | None:
    table = find_table(head.content, is_header, whole=head.whole)
    if table is None:
        return None
    columns = columns_of(table.header)

    def found(row: Row, where: str) -> Iterator[Found | Problem]:
        return people_in_row(draft_of(row.cells, columns), row, where)

    return Begun(table, found, said_of_columns(columns.unknown))


_SOURCE = CsvSource(_begin, one_file, lambda head: NOT_GOOGLE)
read, sample, count = _SOURCE.read, _SOURCE.sample, _SOURCE.count
