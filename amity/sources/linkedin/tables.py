"""Which of LinkedIn's tables a file is, told by its columns, and the cells of rows by the names of their columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from amity.formats.csv_cells import plain
from amity.formats.csv_tables import Table, find_table


class Kind(StrEnum):
    """The tables that tell of people. Their order is the one in which they are read: people before their words."""

    CONNECTIONS = "connections"
    INVITATIONS = "invitations"
    MESSAGES = "messages"


_COLUMNS = {
    Kind.CONNECTIONS: frozenset(("first name", "last name", "connected on")),
    Kind.INVITATIONS: frozenset(("from", "to", "sent at", "direction")),
    Kind.MESSAGES: frozenset(("conversation id", "from", "date", "content")),
}
_PROFILE = frozenset(("first name", "last name", "headline"))


@dataclass(frozen=True, slots=True)
class Cells:
    """Asks a row for a cell by the name of its column."""

    places: dict[str, int]

    def of(self, cells: Sequence[str], name: str) -> str:
        """The cell, "" where the row or the table has none."""
        place = self.places.get(name, -1)
        return plain(cells[place]) if 0 <= place < len(cells) else ""


def kind_of(content: bytes, *, whole: bool) -> tuple[Kind, Table] | None:
    """What LinkedIn's table begins with these bytes; notes may stand above its header."""
    for kind, columns in _COLUMNS.items():
        if table := find_table(content, _has(columns), whole=whole):
            return kind, table
    return None


def profile_of(content: bytes, *, whole: bool) -> Table | None:
    """The table in which the owner's own profile stands."""
    return find_table(content, _has(_PROFILE), whole=whole)


def cells_of(table: Table) -> Cells:
    """Where the columns of a table stand."""
    return Cells({name.lower(): place for place, name in enumerate(table.header)})


def _has(columns: frozenset[str]) -> Callable[[Sequence[str]], bool]:
    return lambda cells: columns <= {plain(cell).lower() for cell in cells}
