import io

import pytest

from amity.formats.csv_cells import plain
from amity.formats.csv_tables import LONGEST_ROW, Row, Table, Trouble, even_table, find_table, rows


def is_header(cells: list[str]) -> bool:
    return "name" in (cell.lower() for cell in cells)


def read(content: bytes) -> tuple[Table, list[Row]]:
    table = find_table(content[: 64 * 1024], is_header, whole=len(content) <= 64 * 1024)
    assert table is not None
    return table, list(rows(io.BytesIO(content), table, table.at, table.line))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_separator_line_end_and_charset_is_read(separator: str, end: str, encoding: str) -> None:
    lines = [["Name", "Note"], ["Jörg", f'"a{separator} ""b"""'], ["Zoë", ""]]
    content = end.join(separator.join(line) for line in lines).encode(encoding)

    table, found = read(content)

    assert (table.separator, table.header) == (separator, ("Name", "Note"))
    assert [row.cells for row in found] == [["Jörg", f'a{separator} "b"'], ["Zoë", ""]]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"Name,Note\n", 1),
        (b'Notes:\n"Some, but not all.\nOf several lines"\n\nName,Note\n', 5),
        (b"sep=,\r\nName,Note\r\n", 2),
        (b"A report, of 3 May, for Jane\nName,Note\n", 2),
    ],
)
def test_what_stands_above_the_header_is_passed_over(content: bytes, line: int) -> None:
    table, found = read(content + b"Ada,x\n")

    assert table.line == line + 1
    assert [(row.cells, row.line) for row in found] == [(["Ada", "x"], line + 1)]


def test_lines_that_are_no_utf_8_are_read_as_windows_writes_them() -> None:
    _, found = read("Name,Note\nZoë,x\n".encode() + "Jörg,€\n".encode("cp1252") + b"Odd,\x81\n")

    assert [row.cells for row in found] == [["Zoë", "x"], ["Jörg", "€"], ["Odd", "\x81"]]


@pytest.mark.parametrize(
    ("lines", "cells", "troubles"),
    [
        (['Ada,"a', 'b"', "Bo,c"], [["Ada", "a\nb"], ["Bo", "c"]], [Trouble.NONE, Trouble.NONE]),
        (['"Ada,a', "Bo,c"], [["Ada,a\n"], ["Bo", "c"]], [Trouble.UNCLOSED, Trouble.NONE]),
        (['"Ada,a', 'Bo,"c"'], [["Ada,a\n"], ["Bo", "c"]], [Trouble.UNCLOSED, Trouble.NONE]),
        (['Ada,"cut', "in the middle"], [["Ada", "cut\nin the middle\n"]], [Trouble.UNCLOSED]),
        (['Ada "the Saw",a', "Bo,c"], [['Ada "the Saw"', "a"], ["Bo", "c"]], [Trouble.NONE, Trouble.NONE]),
        (['"Ada" Lind,a'], [["Ada Lind", "a"]], [Trouble.NONE]),
        (["Ada", "Bo,c,d,e"], [["Ada"], ["Bo", "c", "d", "e"]], [Trouble.NONE, Trouble.NONE]),
        (["", ",,", "Ada,a"], [["Ada", "a"]], [Trouble.NONE]),
        (["x" * (LONGEST_ROW + 1), "Ada,a"], [[], ["Ada", "a"]], [Trouble.TOO_LONG, Trouble.NONE]),
        (["x" * (3 * LONGEST_ROW), "Ada,a"], [[], ["Ada", "a"]], [Trouble.TOO_LONG, Trouble.NONE]),
    ],
)
def test_odd_rows_are_mended_or_left_out_and_said(
    lines: list[str], cells: list[list[str]], troubles: list[Trouble]
) -> None:
    _, found = read("\n".join(["Name,Note", *lines, ""]).encode())

    assert [row.cells for row in found] == cells
    assert [row.trouble for row in found] == troubles


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_reading_goes_on_at_any_row(encoding: str) -> None:
    lines = ["Name;Note", 'Zoë;"a\nb"', "", '"open;x', "Jörg 🚀;€", "Ada;c"]
    content = "\r\n".join(lines).encode(encoding)

    table, found = read(content)

    for place, row in enumerate(found):
        assert list(rows(io.BytesIO(content), table, row.end, row.next_line)) == found[place + 1 :]
    assert found[-1].end == len(content)
    assert [row.line for row in found] == [2, 5, 6, 7]


@pytest.mark.parametrize(
    ("content", "header"),
    [
        (b"a;b,c\n1;2\n3;4\n", ("a", "b,c")),
        (b"a,b\n1,2\n3,4\n", ("a", "b")),
        (b"Dear Ada,\nhow are you?\nYours, Bo\n", None),
        (b"a,b\n1,2\n", None),
        (b"", None),
    ],
)
def test_a_table_is_told_by_its_even_shape(content: bytes, header: tuple[str, ...] | None) -> None:
    table = even_table(content, whole=True)

    assert (table.header if table else None) == header


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" a ", "a"),
        ('="0123"', "0123"),
        ("=1+1", "=1+1"),
        ("@SUM(A1)", "@SUM(A1)"),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_a_cell_is_text_whatever_a_spreadsheet_would_make_of_it(cell: str, text: str) -> None:
    assert plain(cell) == text


@pytest.mark.parametrize("line", ['x","y\n', '"a\n', '""b\n', "b,c\n"])
def test_a_file_of_quotes_that_never_fit_is_not_read_over_and_over(line: str) -> None:
    content = ('name,note\n"a\n' + line * 60_000).encode()

    _, found = read(content)

    assert len(found) == 60_001
    assert found[-1].end == len(content)
