"""One row of Google's CSV as a draft of a card."""

import re
from collections.abc import Callable, Iterator, Sequence

from amity.formats.csv_cells import on_one_line, plain, with_commas
from amity.formats.csv_columns import label_in
from amity.sources.drafts import Draft, own_label
from amity.sources.google_csv.columns import Columns

SEVERAL = " ::: "  # stands between several values in one cell

_ADDRESS = ("PO Box", "Extended Address", "Street", "City", "Region", "Postal Code", "Country")
_NO_SERVICE = re.compile(r"[^a-z0-9]+")


def draft_of(cells: Sequence[str], columns: Columns) -> Draft:
    """What a row says."""
    draft = Draft()
    filled = {place: text for place, cell in enumerate(cells) if cell and (text := plain(cell))}
    for place, name in columns.parts:
        if place in filled:
            setattr(draft, name, on_one_line(filled[place]))
    for place, name in columns.lists:
        if place in filled:
            getattr(draft, name).append(filled[place])
    draft.told += [(kind, filled[place]) for place, kind in columns.told if place in filled]
    for place in columns.circles:
        draft.circles += [plain(name).removeprefix("* ") for name in filled.get(place, "").split(SEVERAL)]
    for kind, places in columns.groups:
        parts = {name: filled[place] for name, place in places.items() if place in filled}
        if parts:
            _GROUPS[kind](draft, parts)
    draft.cells += _left(draft, filled, columns)
    return draft


def _left(draft: Draft, filled: dict[int, str], columns: Columns) -> Iterator[tuple[str, str]]:
    """What nobody can tell: cells of unknown columns, a picture that is no address, cells behind the last column."""
    if draft.picture and not draft.picture.lower().startswith(("http:", "https:")):
        yield "Photo", draft.picture
        draft.picture = ""
    yield from ((name, filled[place]) for place, name in columns.others if place in filled)
    yield from (("", text) for place, text in filled.items() if place >= columns.width)


Parts = dict[str, str]


def _mails(draft: Draft, parts: Parts) -> None:
    _add(draft.mails, parts)


def _phones(draft: Draft, parts: Parts) -> None:
    _add(draft.phones, parts)


def _pages(draft: Draft, parts: Parts) -> None:
    _add(draft.pages, parts)


def _add(entries: list[tuple[str, str]], parts: Parts) -> None:
    if not (value := parts.get("Value")):
        return
    label, preferred = _label(parts)
    found = [(text.strip(), label) for text in value.split(SEVERAL)] if SEVERAL in value else [(value, label)]
    if preferred:
        entries[:0] = found  # its owner's first choice, wherever it stands
    else:
        entries += found


def _label(parts: Parts) -> tuple[str, bool]:
    written = parts.get("Label", "")
    if not written:
        return "", False
    preferred = written[0] == "*"
    written = written[1:].strip() if preferred else written
    return label_in(written) or own_label(written), preferred


def _accounts(draft: Draft, parts: Parts) -> None:
    service = _NO_SERVICE.sub("-", parts.get("Service", "").split(SEVERAL)[0].lower()).strip("-") or "im"
    draft.accounts += [(text.strip(), service) for text in parts.get("Value", "").split(SEVERAL) if text.strip()]


def _firms(draft: Draft, parts: Parts) -> None:
    firm, department = parts.get("Name", ""), parts.get("Department", "")
    if firm or department:
        draft.firms.append((firm, department) if department else (firm,))
    if title := parts.get("Title"):
        draft.titles.append(title)
    if role := parts.get("Job Description"):
        draft.roles.append(role)


def _addresses(draft: Draft, parts: Parts) -> None:
    ordered = [parts.get(name, "") for name in _ADDRESS]
    written = with_commas(parts.get("Formatted", ""))
    if any(ordered) or written:
        draft.addresses.append((ordered, _label(parts)[0], "" if any(ordered) else written))


def _days(draft: Draft, parts: Parts) -> None:
    label, value = _label(parts)[0], parts.get("Value", "")
    if value and label.lower() == "anniversary" and not draft.anniversary:
        draft.anniversary = value
    elif value:
        draft.days.append((value, label))


def _related(draft: Draft, parts: Parts) -> None:
    label = _label(parts)[0].lower()
    draft.related += [(text.strip(), label) for text in parts.get("Value", "").split(SEVERAL) if text.strip()]


def _own_fields(draft: Draft, parts: Parts) -> None:
    if value := parts.get("Value"):
        label = parts.get("Label", "").strip("* ")
        draft.told.append(("note", f"{label}: {value}" if label else value))


_GROUPS: dict[str, Callable[[Draft, Parts], None]] = {
    "E-mail": _mails,
    "Phone": _phones,
    "Website": _pages,
    "Calendar Link": _pages,
    "IM": _accounts,
    "Organization": _firms,
    "Address": _addresses,
    "Event": _days,
    "Relation": _related,
    "Custom Field": _own_fields,
    "User Defined Field": _own_fields,
    "Jot": _own_fields,
}
