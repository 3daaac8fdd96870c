"""Any table with names and addresses: its columns are told by their headers, else by what stands in them."""

from collections.abc import Iterator, Sequence

from amity.formats.csv_columns import column_of, is_address_book, recognise_columns
from amity.formats.csv_tables import Table, even_table, find_table, first_rows
from amity.formats.handles import mail_handle
from amity.sources.csv_files import HEAD, Begun, CsvSource, Head, one_file, told
from amity.sources.csv_people import begun_by_columns, quoted

NO_TABLE = "It is no table that Amity can read."
FEWEST_COLUMNS = 2
LONGEST_HEADER = 60  # characters
MOST_COLUMNS = 400  # a table of people has no more


def recognise(path: str, head: bytes) -> str | None:
    """ "A table of people, 214 rows (CSV), 81 KB"."""
    return told(_SOURCE, path, head, "A table of people", "CSV")


def why_unknown(head: bytes) -> str | None:
    """Of a table in which no people were found: what its headers are. None for what is no table at all."""
    return _headers_seen(head, whole=len(head) < HEAD)


def _begin(head: Head) -> Begun | None:
    for table in _tables(head):
        columns = recognise_columns(table.header, first_rows(head.content, table, whole=head.whole))
        if is_address_book(columns):
            return begun_by_columns(table, head)
    return None


def _tables(head: Head) -> Iterator[Table]:
    """With a header that is known; with one that is not, above rows with addresses; and without a header."""
    if table := find_table(head.content, _is_header, whole=head.whole):
        yield table
    elif b"@" in head.content and (even := even_table(head.content, whole=head.whole)):
        if len(even.header) > MOST_COLUMNS:
            return
        if not any(mail_handle(cell) for cell in even.header if "@" in cell):
            yield even
        else:
            numbered = tuple(f"column {place + 1}" for place in range(len(even.header)))
            yield Table(even.encoding, even.separator, numbered, 0, 1)


def _is_header(cells: Sequence[str]) -> bool:
    if not FEWEST_COLUMNS <= len(cells) <= MOST_COLUMNS or any("@" in cell for cell in cells):
        return False
    return is_address_book([column_of(cell) for cell in cells])


def _headers_seen(content: bytes, *, whole: bool) -> str | None:
    table = even_table(content, whole=whole)
    names = [name for name in table.header if name] if table else []
    if len(names) < FEWEST_COLUMNS or any(len(name) > LONGEST_HEADER for name in names):
        return None
    return (
        f"It looks like a table, but Amity finds no names with addresses in it. Its columns are {quoted(names)}."
        " Call one “Name” and one “Email” or “Phone”, and bring it in again."
    )


_SOURCE = CsvSource(_begin, one_file, lambda head: _headers_seen(head.content, whole=head.whole) or NO_TABLE)
read, sample, count = _SOURCE.read, _SOURCE.sample, _SOURCE.count
