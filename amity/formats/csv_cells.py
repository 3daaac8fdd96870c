"""The text of a cell: whatever a spreadsheet would make of it, here it is text."""

import re

_TEXT_CELL = re.compile(r'="([^"]*)"')  # how a spreadsheet is told to leave digits alone


def plain(cell: str) -> str:
    """A cell without white space round it, and without the signs that tell a spreadsheet to take it for text."""
    cell = cell.strip()
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    if cell[:2] == '="' and (found := _TEXT_CELL.fullmatch(cell)):
        return found[1].strip()
    return cell


def on_one_line(cell: str) -> str:
    """The same, where a line break means nothing, as in a name."""
    return " ".join(plain(cell).split())


def with_commas(cell: str) -> str:
    """The same, its lines joined by commas, as addresses are written on one line."""
    return ", ".join(filter(None, (" ".join(line.split()) for line in cell.splitlines())))
