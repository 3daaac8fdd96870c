"""People in the rows of a table whose columns were recognised: which cell fills what of a card."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from amity.formats.csv_cells import on_one_line, plain, with_commas
from amity.formats.csv_columns import dated, recognise_columns, slashed_order, unknown_headers
from amity.formats.csv_fields import Column, Field
from amity.formats.csv_tables import Row, Table, first_rows
from amity.judgement.wording import listed
from amity.sources.csv_files import Begun, Head
from amity.sources.drafts import Draft
from amity.sources.found import Found, Problem
from amity.sources.written_cards import person_of_draft

NOBODY = "This row names nobody."
LONGEST_PARTED = 2_000  # characters of a cell with several entries; what is longer is one text
MOST_NAMED = 8  # headers named in a sentence
ADR_PARTS = 7  # of an address: box, extension, street, place, region, code, country
LONGEST_NAMED = 40  # characters of each
CELLS_LEFT = "It has more cells than the table has columns; they are kept with the card."

_SEVERAL = re.compile(r"\s*(?::::|[;\n])\s*")
_MAILS = re.compile(r"\s*(?::::|[;,\n])\s*|\s+(?=[^\s<>]+@)")
_CIRCLES = re.compile(r"\s*(?::::|[;,|\n])\s*")
_SOMETHING = re.compile(r"[^\W0_]")  # "0/0/00" is how Outlook writes none
_PART = {Field.BOX: 0, Field.STREET: 2, Field.PLACE: 3, Field.REGION: 4, Field.CODE: 5, Field.COUNTRY: 6}
_SINGLE = {
    Field.NAME: "full",
    Field.GIVEN: "given",
    Field.MIDDLE: "middle",
    Field.FAMILY: "family",
    Field.PREFIX: "prefix",
    Field.SUFFIX: "suffix",
    Field.CALLED: "called",
    Field.PRONOUNS: "pronouns",
}
_LISTS = {Field.SOUNDS: "sounds", Field.TITLE: "titles", Field.ROLE: "roles"}
_ENTRIES = {
    Field.MAIL: ("mails", _MAILS),
    Field.PHONE: ("phones", _SEVERAL),
    Field.WEB: ("pages", _SEVERAL),
    Field.ACCOUNT: ("accounts", _SEVERAL),
    Field.RELATED: ("related", _SEVERAL),
}
_DATES = {Field.BIRTHDAY: "birthday", Field.ANNIVERSARY: "anniversary"}
_TOLD = {Field.NOTE: "note", Field.CARES: "cares_about", Field.SPEAKS: "speaks"}


Fill = Callable[[Draft, str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of one table, each with what its cells fill (None of what nobody can tell), its address, its header.

    An address is the label that its parts have in common, and the place of this part in ADR.
    """

    columns: tuple[tuple[Fill | None, tuple[str, int] | None, str], ...]
    unknown: tuple[str, ...]
    width: int


def plan_of(table: Table, cells: Sequence[Sequence[str]]) -> Plan:
    """What the columns hold; `cells` are those of some of the first rows."""
    columns = recognise_columns(table.header, cells)
    dates = [
        row[place]
        for place, column in enumerate(columns)
        if column and column.field in (Field.BIRTHDAY, Field.ANNIVERSARY)
        for row in cells
        if place < len(row)
    ]
    order = slashed_order(dates)
    planned = tuple(
        (
            _fill_of(column, order) if column else None,
            (column.label, _PART[column.field]) if column and column.field in _PART else None,
            header,
        )
        for column, header in zip(columns, table.header, strict=True)
    )
    return Plan(planned, tuple(unknown_headers(table.header, columns)), len(columns))


def begun_by_columns(table: Table, head: Head) -> Begun:
    """How a table is read whose columns are told by their headers and cells."""
    plan = plan_of(table, first_rows(head.content, table, whole=head.whole))

    def found(row: Row, where: str) -> Iterator[Found | Problem]:
        return people_in_row(draft_of(row.cells, plan), row, where)

    return Begun(table, found, said_of_columns(plan.unknown))


def draft_of(cells: Sequence[str], plan: Plan) -> Draft:
    """What a row says."""
    draft = Draft()
    addresses: dict[str, list[str]] = {}
    for cell, (fill, address, header) in zip(cells, plan.columns, strict=False):
        text = plain(cell) if cell else ""
        if not text:
            continue
        if fill:
            fill(draft, text)
        elif address:
            parts = addresses.setdefault(address[0], [""] * ADR_PARTS)
            parts[address[1]] = f"{parts[address[1]]}, {text}" if parts[address[1]] else text
        else:
            draft.cells.append((header, text))
    draft.addresses += [(parts, label, "") for label, parts in addresses.items()]
    if len(cells) > plan.width:
        draft.cells += [("", text) for cell in cells[plan.width :] if (text := plain(cell))]
    return draft


def _fill_of(column: Column, order: str) -> Fill | None:
    """What the cells of a column fill; None of parts of an address, and of what is kept with the card only."""
    field, label = column.field, column.label
    if name := _SINGLE.get(field):
        return lambda draft, text: setattr(draft, name, getattr(draft, name) or on_one_line(text))
    if (listed_in := _LISTS.get(field)) is not None:
        return lambda draft, text: getattr(draft, listed_in).append(text)
    if kind := _TOLD.get(field):
        return lambda draft, text: draft.told.append((kind, text))
    if entry := _ENTRIES.get(field):
        entries, parted = entry
        return lambda draft, text: getattr(draft, entries).extend((one, label) for one in _parted(text, parted) if one)
    if day := _DATES.get(field):
        return lambda draft, text: setattr(draft, day, dated(text, order)) if _SOMETHING.search(text) else None
    if field is Field.ADDRESS:
        return lambda draft, text: draft.addresses.append(([""] * ADR_PARTS, label, with_commas(text)))
    return {Field.FIRM: _firm, Field.DEPARTMENT: _department, Field.CIRCLES: _circles}.get(field)


def _firm(draft: Draft, text: str) -> None:
    draft.firms.append((text,))


def _department(draft: Draft, text: str) -> None:
    draft.firms = [*draft.firms[:-1], (*draft.firms[-1], text)] if draft.firms else [("", text)]


def _circles(draft: Draft, text: str) -> None:
    draft.circles += [name for name in _parted(text, _CIRCLES) if name]


def _parted(text: str, at: re.Pattern[str]) -> list[str]:
    return at.split(text) if len(text) <= LONGEST_PARTED else [text]


def people_in_row(draft: Draft, row: Row, where: str) -> Iterator[Found | Problem]:
    """Who stands in a row, or why nobody does; a row of blanks is nothing."""
    person = person_of_draft(draft, where)
    if person is not None:
        yield person
        if draft.cells and draft.cells[-1][0] == "":
            yield Problem(where, CELLS_LEFT, kept=True)
    elif any(cell.strip() for cell in row.cells):
        yield Problem(where, NOBODY)


def said_of_columns(unknown: Iterable[str]) -> tuple[str, ...]:
    """What is said of columns that nobody can tell."""
    names = list(unknown)
    if not names:
        return ()
    if len(names) == 1:
        return (f"The column {quoted(names)} is not known; what stands in it is kept with each card.",)
    return (f"The columns {quoted(names)} are not known; what stands in them is kept with each card.",)


def quoted(headers: Sequence[str]) -> str:
    """Headers as a sentence names them, the first few of many."""
    shown = [f"“{name[:LONGEST_NAMED]}”" for name in headers[:MOST_NAMED]]
    more = len(headers) - MOST_NAMED
    return listed([*shown, f"{more} more"] if more > 0 else shown)
