"""How answers look: JSON that stays the same, or tables and sentences for eyes.

JSON  an answer's fields by name; dates as "2026-11-25", moments as ISO 8601 with their offset, keys as text. Pictures
      (beats) are left out: they are numbers for drawing, and a program has the dates.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from amity.judgement.beat import Beat

ANY_WIDTH = 10_000  # columns, when the output is no terminal: one row, one line


@dataclass(frozen=True, slots=True)
class Changed:
    """What a command did. `change_id` is what `amity undo` takes."""

    change_id: UUID
    sentence: str


def print_json(answer: object) -> None:
    typer.echo(json.dumps(as_plain(answer), ensure_ascii=False, indent=2))


def as_plain(value: Any) -> Any:
    """A dataclass, and all within it, as what JSON knows."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: as_plain(item) for name, item in _shown(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): as_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_plain(item) for item in value]
    return value


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns without lines; what people wrote is printed as it is, never read as markup."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column, no_wrap=column == "id", overflow="fold")  # a piece of an id would be of no use
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console()
    if not console.is_terminal:
        console = Console(width=ANY_WIDTH)
    console.print(table)


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def print_changed(sentence: str, change_id: UUID) -> None:
    typer.echo(f"{sentence}\nTo take it back: amity undo {change_id}")


def _shown(value: Any) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        item = getattr(value, field.name)
        if not isinstance(item, Beat):
            yield field.name, item
