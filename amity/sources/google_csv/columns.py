"""The columns of Google's CSV, of the header set before 2024 and of the one since: which cell goes where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_NUMBERED = re.compile(
    r"(E-mail|Phone|Address|Website|Relation|Event|IM|Organization|Custom Field|Jot|User Defined Field|Calendar Link)"
    r" (\d{1,3}) - ([A-Za-z .]+)"
)
_MARKS = (frozenset(("Given Name", "Group Membership")), frozenset(("First Name", "File As", "Labels")))

# Single columns, as both sets name them, and what of a Draft they fill.
_PARTS = {
    "Name": "full",
    "Given Name": "given",
    "First Name": "given",
    "Additional Name": "middle",
    "Middle Name": "middle",
    "Family Name": "family",
    "Last Name": "family",
    "Name Prefix": "prefix",
    "Name Suffix": "suffix",
    "Nickname": "called",
    "Birthday": "birthday",
    "Photo": "picture",
}
_LISTS = {
    "Given Name Yomi": "sounds",
    "Phonetic First Name": "sounds",
    "Additional Name Yomi": "sounds",
    "Phonetic Middle Name": "sounds",
    "Family Name Yomi": "sounds",
    "Phonetic Last Name": "sounds",
    "Occupation": "roles",
}
_TOLD = {"Notes": "note", "Hobby": "cares_about", "Language": "speaks"}
_CIRCLES = frozenset(("Labels", "Group Membership"))
_FIRM = {"Organization Name": "Name", "Organization Title": "Title", "Organization Department": "Department"}
_QUIET = frozenset(
    (
        *("Yomi Name", "File As", "Initials", "Short Name", "Maiden Name", "Gender", "Billing Information"),
        *("Directory Server", "Mileage", "Sensitivity", "Priority", "Subject", "External ID", "Location"),
    )
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of cells. `groups`: the kind of a numbered entry, and where its parts stand by name ("Value", "Label")."""

    parts: tuple[tuple[int, str], ...]
    lists: tuple[tuple[int, str], ...]
    told: tuple[tuple[int, str], ...]
    circles: tuple[int, ...]
    groups: tuple[tuple[str, dict[str, int]], ...]
    others: tuple[tuple[int, str], ...]
    unknown: tuple[str, ...]
    width: int


@dataclass(slots=True)
class _Sorting:
    parts: list[tuple[int, str]] = field(default_factory=list)
    lists: list[tuple[int, str]] = field(default_factory=list)
    told: list[tuple[int, str]] = field(default_factory=list)
    circles: list[int] = field(default_factory=list)
    groups: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    others: list[tuple[int, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row is Google's header: a numbered entry as nobody else writes it, beside a name."""
    names = {cell.strip() for cell in cells}
    if any(marks <= names for marks in _MARKS):
        return True
    return bool(names & {"Name", "Given Name", "First Name"}) and any(map(_NUMBERED.fullmatch, names))


def columns_of(header: Sequence[str]) -> Columns:
    """Where everything stands."""
    sorting = _Sorting()
    for place, name in enumerate(header):
        _sort(sorting, place, name)
    return Columns(
        tuple(sorting.parts),
        tuple(sorting.lists),
        tuple(sorting.told),
        tuple(sorting.circles),
        tuple((kind, parts) for (kind, _), parts in sorting.groups.items()),
        tuple(sorting.others),
        tuple(sorting.unknown),
        len(header),
    )


def _sort(sorting: _Sorting, place: int, name: str) -> None:
    if name in _PARTS:
        sorting.parts.append((place, _PARTS[name]))
    elif name in _LISTS:
        sorting.lists.append((place, _LISTS[name]))
    elif name in _TOLD:
        sorting.told.append((place, _TOLD[name]))
    elif name in _CIRCLES:
        sorting.circles.append(place)
    elif name in _FIRM:
        sorting.groups.setdefault(("Organization", "0"), {})[_FIRM[name]] = place
    elif numbered := _NUMBERED.fullmatch(name):
        part = "Label" if numbered[3] == "Type" else numbered[3]
        sorting.groups.setdefault((numbered[1], numbered[2]), {})[part] = place
    elif name:
        sorting.others.append((place, name))
        if name not in _QUIET:
            sorting.unknown.append(name)
