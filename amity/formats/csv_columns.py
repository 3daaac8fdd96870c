"""Which column of an address book holds what, in any order and in four languages: by its header, else by its cells."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from amity.formats.csv_column_words import ACCOUNT_WORDS, ACCOUNTS, HEADERS, RELATIONS, SILENT, SORTS, USES
from amity.formats.csv_fields import Column, Field
from amity.formats.handles import account_of_page, mail_handle
from amity.formats.name_words import TITLES
from amity.lib.text import fold

SHARE = 0.7  # of the cells that must look alike before they tell what a column without a known header holds
SHARE_AGAINST = 0.3  # of the cells below a known header; where fewer are what it says, it says something else
LONGEST_HEADER = 80  # characters; what is longer is no header
NAMES = frozenset((Field.NAME, Field.GIVEN, Field.FAMILY))
REACHING = frozenset((Field.MAIL, Field.PHONE, Field.ACCOUNT))

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = re.compile(r"[\W\d_]+")
_PHONE = re.compile(r"\+?[\d ()./–-]{6,24}\d(?: ?(?:x|ext\.?) ?\d{1,6})?")
_SLASHED_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [\w.'’-]+){1,3}")
_FAMILY_BESIDE_GIVEN = frozenset(("name", "nom"))
_GIVEN_BESIDE_FAMILY = frozenset(("nombre",))


def recognise_columns(header: Sequence[str], cells: Sequence[Sequence[str]] = ()) -> tuple[Column | None, ...]:
    """What each column holds, None where nobody can tell; `cells` are those of some of the first rows."""
    found = [column_of(name) for name in header]
    below = [[row[place].strip() for row in cells if place < len(row)] for place in range(len(header))]
    for place, column in enumerate(found):
        filled = [cell for cell in below[place] if cell]
        if column and filled and not _fits(column.field, filled):
            found[place] = None
        if found[place] is None and filled:
            found[place] = _by_cells(filled)
    _settle_names(found, header, below)
    _settle_titles(found, below)
    if not any(column and column.field in NAMES for column in found):
        _find_name(found, below)
    return tuple(found)


def is_address_book(columns: Sequence[Column | None]) -> bool:
    """Whether these columns name people and say how to reach them."""
    fields = {column.field for column in columns if column}
    return bool(fields & NAMES) and bool(fields & REACHING)


@lru_cache(maxsize=4_096)
def column_of(header: str) -> Column | None:
    """What a header alone says: "E-Mail (privat)" is mail for home."""
    words = words_of(header)
    if not words:
        return None
    service = next((word for word in words if word in ACCOUNTS), "")
    if service and all(word in ACCOUNT_WORDS or word == service for word in words if word not in SILENT):
        return Column(Field.ACCOUNT, service)
    kept = [word for word in words if word not in SILENT]
    bare = [word for word in kept if word not in USES]
    for some in (words, kept, bare):
        if field := HEADERS.get(" ".join(some)):
            use = "" if some is not bare else next((USES[word] for word in kept if word in USES), "")
            return Column(field, _label(field, use, words))
    return _by_parts(kept, bare)


@lru_cache(maxsize=4_096)
def label_in(text: str) -> str:
    """ "Work", "Arbeit", "bureau" is "work"; "" where it is somebody's own word."""
    words = [word for word in _SIGNS.sub(" ", fold(text)).split() if word not in SILENT]
    if not words or not all(word in USES or word in SORTS for word in words):
        return ""
    use = next((USES[word] for word in words if word in USES), "")
    return _label(Field.PHONE, use, words)


def slashed_order(cells: Sequence[str]) -> str:
    """ "day" or "month", whichever stands first in dates as 13/4/1980; "" where no cell tells, or they disagree."""
    told = set()
    for cell in cells:
        if found := _SLASHED_DATE.fullmatch(cell.strip()):
            told |= {"day"} if int(found[1]) > 12 else {"month"} if int(found[2]) > 12 else set()
    return told.pop() if len(told) == 1 else ""


def dated(text: str, order: str) -> str:
    """A date as 3/4/1980 in the one way to read it that the whole column allows; any other text as it is."""
    found = _SLASHED_DATE.fullmatch(text) if order else None
    if not found:
        return text
    day, month = (found[1], found[2]) if order == "day" else (found[2], found[1])
    return f"{found[3]}-{int(month):02}-{int(day):02}"


def words_of(header: str) -> list[str]:
    """The words of a header, as the tables have them: "firstName_2" is "first", "name"."""
    if len(header) > LONGEST_HEADER:
        return []
    for text in (_HUMP.sub(" ", header), header):
        words = _SIGNS.sub(" ", fold(text)).split()
        if " ".join(words) in HEADERS:
            break
    joined = _SIGNS.sub(" ", fold(header)).split()
    return joined if set(joined) & ACCOUNTS else words


def _by_parts(kept: Sequence[str], bare: Sequence[str]) -> Column | None:
    """ "Mobile telephone number": a header whose words each say the same, or of which one says it all."""
    use = next((USES[word] for word in kept if word in USES), "")
    plain = [word for word in bare if word not in SORTS]
    for some in (plain, [word for word in plain if word not in ("address", "adresse", "number", "nummer", "numero")]):
        field = HEADERS.get(" ".join(some))
        if field and (field in (Field.PHONE, Field.RELATED) or len(plain) == len(bare)):
            return Column(field, _label(field, use, bare))
    if plain == [] and bare and bare[0] in SORTS:
        return Column(Field.PHONE, _label(Field.PHONE, use, bare))
    return None


def _label(field: Field, use: str, words: Sequence[str]) -> str:
    if field is Field.RELATED:
        return next((RELATIONS[word] for word in words if word in RELATIONS), "")
    if field is Field.PHONE:
        sort = next((SORTS[word] for word in words if word in SORTS), "")
        return f"{use} {sort}".strip() if sort == "fax" else sort or use
    return use


def _fits(field: Field, cells: Sequence[str]) -> bool:
    """Whether the cells may be what the header says."""
    if field is Field.MAIL:
        return _share(cells, lambda cell: "@" in cell) >= SHARE_AGAINST
    if field is Field.PHONE:
        return _share(cells, lambda cell: sum(map(str.isdigit, cell)) > 2) >= SHARE_AGAINST
    return True


def _by_cells(cells: Sequence[str]) -> Column | None:
    if _share(cells, lambda cell: "@" in cell and mail_handle(cell) is not None) >= SHARE:
        return Column(Field.MAIL)
    if _share(cells, lambda cell: bool(_PHONE.fullmatch(cell)) and not _DATE.fullmatch(cell)) >= SHARE and any(
        cell[:1] in "+0(" for cell in cells
    ):
        return Column(Field.PHONE)
    if _share(cells, lambda cell: account_of_page(cell) is not None) >= SHARE:
        return Column(Field.WEB)
    return None


def _share(cells: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(bool, map(holds, cells))) / len(cells)


def _settle_names(found: list[Column | None], header: Sequence[str], below: Sequence[Sequence[str]]) -> None:
    """ "Nom" beside "Prénom" is the family; "Nombre" beside "Apellidos" is the given name; else each is the whole."""
    fields = {column.field: place for place, column in enumerate(found) if column}
    at = fields.get(Field.NAME)
    if at is None:
        return
    word = " ".join(words_of(header[at]))
    given, family = fields.get(Field.GIVEN), fields.get(Field.FAMILY)
    if given is None and family is not None and word in _GIVEN_BESIDE_FAMILY:
        found[at] = Column(Field.GIVEN)
    if given is not None and family is None and word in _FAMILY_BESIDE_GIVEN:
        pairs = [(name, first) for name, first in zip(below[at], below[given], strict=False) if name and first]
        if not pairs or sum(first in name for name, first in pairs) < SHARE * len(pairs):
            found[at] = Column(Field.FAMILY)


def _settle_titles(found: list[Column | None], below: Sequence[Sequence[str]]) -> None:
    """ "Title" before the names, or beside a column for jobs, is "Dr."; else it is a job."""
    fields = [column.field if column else None for column in found]
    first_name = next((place for place, field in enumerate(fields) if field in NAMES), len(fields))
    for place, field in enumerate(fields):
        if field is Field.TITLE_OR_PREFIX:
            cells = [cell for cell in below[place] if cell]
            honorific = bool(cells) and all(fold(cell).rstrip(".") in TITLES for cell in cells)
            job = Field.TITLE in fields or fields.count(Field.TITLE_OR_PREFIX) > 1 and place < first_name
            is_prefix = honorific or job or place == first_name - 1
            found[place] = Column(Field.PREFIX if is_prefix else Field.TITLE)


def _find_name(found: list[Column | None], below: Sequence[Sequence[str]]) -> None:
    for place, column in enumerate(found):
        cells = [cell for cell in below[place] if cell]
        if column is None and cells and _share(cells, lambda cell: bool(_NAME.fullmatch(cell))) >= SHARE:
            found[place] = Column(Field.NAME)
            return


def unknown_headers(header: Sequence[str], columns: Sequence[Column | None]) -> Iterator[str]:
    """The headers of columns that nobody can tell."""
    return (name for name, column in zip(header, columns, strict=False) if column is None and name)
