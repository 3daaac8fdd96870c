"""People in the rows of a table whose columns were recognised: which cell fills what of a card."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from amity.formats.csv_columns import dated, recognise_columns, slashed_order, unknown_headers
from amity.formats.csv_fields import Column, Field
from amity.formats.csv_tables import Row, Table, first_rows, on_one_line, plain
from amity.judgement.wording import listed
from amity.sources.csv_files import Begun, Head
from amity.sources.found import Found, Problem
from amity.sources.written_cards import Draft, person_of_draft

NOBODY = "This row names nobody."
MOST_NAMED = 8  # headers named in a sentence
LONGEST_NAMED = 40  # characters of each
CELLS_LEFT = "It has more cells than the table has columns; they are kept with the card."

_SEVERAL = re.compile(r"\s*(?::::|[;\n])\s*")
_MAILS = re.compile(r"\s*(?::::|[;,\n])\s*|\s+(?=[^\s<>]+@)")
_CIRCLES = re.compile(r"\s*(?::::|[;,|\n])\s*")
_SOMETHING = re.compile(r"[^\W0_]")  # "0/0/00" is how Outlook writes none
_LINE_END = re.compile(r"\s*[\x00-\x1f]+\s*")
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
_TOLD = {Field.NOTE: "note", Field.CARES: "cares_about", Field.SPEAKS: "speaks"}


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns of one table: place, what it holds, its header; and how its dates are to be read."""

    columns: tuple[tuple[int, Column | None, str], ...]
    order: str
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
    unknown = tuple(unknown_headers(table.header, columns))
    placed = tuple((place, columns[place], table.header[place]) for place in range(len(columns)))
    return Plan(placed, slashed_order(dates), unknown, len(columns))


def begun_by_columns(table: Table, head: Head) -> Begun:
    """How a table is read whose columns are told by their headers and cells."""
    plan = plan_of(table, first_rows(head.content, table, whole=head.whole))

    def found(row: Row, where: str) -> Iterator[Found | Problem]:
        return people_in_row(draft_of(row.cells, plan), row, where)

    return Begun(table, found, said_of_columns(plan.unknown))


def draft_of(cells: Sequence[str], plan: Plan) -> Draft:
    """What a row says."""
    draft, count = Draft(), len(cells)
    addresses: dict[str, list[str]] = {}
    for place, column, header in plan.columns:
        text = plain(cells[place]) if place < count else ""
        if not text:
            continue
        if column is None or column.field is Field.QUIET:
            draft.cells.append((header, text))
        elif column.field in _PART:
            part = addresses.setdefault(column.label, [""] * 7)
            at = _PART[column.field]
            part[at] = f"{part[at]}, {text}" if part[at] else text
        else:
            _fill(draft, column, text, plan.order)
    draft.addresses += [(parts, label, "") for label, parts in addresses.items()]
    draft.cells += [("", text) for cell in cells[plan.width :] if (text := plain(cell))]
    return draft


def _fill(draft: Draft, column: Column, text: str, order: str) -> None:
    field, label = column.field, column.label
    if field in _SINGLE:
        name = _SINGLE[field]
        setattr(draft, name, getattr(draft, name) or on_one_line(text))
    elif field in _LISTS:
        getattr(draft, _LISTS[field]).append(text)
    elif field in _TOLD:
        draft.told.append((_TOLD[field], text))
    elif field is Field.MAIL:
        draft.mails += [(mail, label) for mail in _MAILS.split(text) if mail]
    elif field is Field.PHONE:
        draft.phones += [(phone, label) for phone in _SEVERAL.split(text) if phone]
    elif field is Field.WEB:
        draft.pages += [(page, label) for page in _SEVERAL.split(text) if page]
    elif field is Field.ACCOUNT:
        draft.accounts += [(account, label) for account in _SEVERAL.split(text) if account]
    elif field is Field.CIRCLES:
        draft.circles += [name for name in _CIRCLES.split(text) if name]
    else:
        _fill_more(draft, column, text, order)


def _fill_more(draft: Draft, column: Column, text: str, order: str) -> None:
    field = column.field
    if field is Field.FIRM:
        draft.firms.append((text,))
    elif field is Field.DEPARTMENT:
        draft.firms = [*draft.firms[:-1], (*draft.firms[-1], text)] if draft.firms else [("", text)]
    elif field is Field.ADDRESS:
        draft.addresses.append(([""] * 7, column.label, _LINE_END.sub(", ", text)))
    elif field is Field.RELATED:
        draft.related += [(name, column.label) for name in _SEVERAL.split(text) if name]
    elif field is Field.BIRTHDAY and _SOMETHING.search(text):
        draft.birthday = dated(text, order)
    elif field is Field.ANNIVERSARY and _SOMETHING.search(text):
        draft.anniversary = dated(text, order)


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
