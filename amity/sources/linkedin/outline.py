"""What must be known of a whole export before its first row: whose it is, and which account stands behind a name.

Older exports name people by their names alone, and messages name the recipient so even where the sender has an address.
An account that stands behind one name in all the tables is meant by that name; a name that several have is only a name.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amity.formats.csv_tables import Table, rows
from amity.formats.handles import account_handle, account_of_page
from amity.lib.text import fold
from amity.sources.csv_files import HEAD, File
from amity.sources.linkedin.tables import Cells, Kind, cells_of, kind_of, profile_of

SERVICE = "linkedin"
MOST_NAMES = 100_000  # held at once
OWNER_SHARE = 0.9  # of the conversations, in which whoever owns them stands
LONGEST_NAME = 150  # characters; a longer one is no name
NOBODY = frozenset(("", "linkedin member", "linkedin user", "linkedin"))  # who left, or was never there

_NAMES_JOINED = ", "


@dataclass(slots=True)
class Outline:
    """`accounts` by folded name, "" where several have the name. `wordless`: rows that hold no words, by table."""

    accounts: dict[str, str] = field(default_factory=dict)
    owner: str = ""
    owner_name: str = ""
    wordless: Counter[str] = field(default_factory=Counter)
    talks: dict[str, set[str]] = field(default_factory=dict)  # who stands in each conversation

    def account(self, name: str, page: str = "") -> str:
        """The account of somebody, by their page, else by their name; "" for nobody."""
        if page and (by_page := account_of_page(page)):
            return by_page
        known = fold(name[:LONGEST_NAME])
        if known in NOBODY:
            return ""
        return self.accounts.get(known) or account_handle(SERVICE, name[:LONGEST_NAME]) or ""

    def learn(self, name: str, page: str) -> None:
        """A name and a page that stand beside each other."""
        account, known = account_of_page(page) if page else None, fold(name[:LONGEST_NAME])
        if not account or known in NOBODY:
            return
        if known not in self.accounts and len(self.accounts) < MOST_NAMES:
            self.accounts[known] = account
        elif self.accounts.get(known, account) != account:
            self.accounts[known] = ""

    def recipients(self, names: str, pages: str) -> list[tuple[str, str]]:
        """Names with their pages. Names are joined by a comma, and may hold one: "Jane Doe, Ph.D."."""
        split_pages = [page for page in pages.split(",") if page.strip()]
        if len(split_pages) == 1 or not names or _NAMES_JOINED not in names:
            return [(names, split_pages[0].strip() if len(split_pages) == 1 else "")] if names or split_pages else []
        parts = names.split(_NAMES_JOINED)
        if split_pages:
            named = parts if len(parts) == len(split_pages) else [""] * len(split_pages)
            return [(name, page.strip()) for name, page in zip(named, split_pages, strict=True)]
        if fold(names) in self.accounts or not all(" " in part for part in parts):
            return [(names, "")]
        return [(part, "") for part in parts]


def outline_of(files: Sequence[File], beside: Sequence[File]) -> Outline:
    """Read all tables once; `beside`: other files of the folder, among which the profile may be."""
    outline = Outline()
    tables = list(_tables(files))
    if all(kind is Kind.CONNECTIONS for kind, _, _ in tables):
        return outline  # nobody in them is known by a name alone
    for kind, table, file in tables:
        columns = cells_of(table)
        for cells in _cells(file, table):
            _LEARN[kind](outline, columns, cells)
    for kind, table, file in tables:
        if kind is Kind.MESSAGES:
            columns = cells_of(table)
            for cells in _cells(file, table):
                _count(outline, columns, cells)
    outline.owner_name = _profile_name(beside)
    outline.owner = outline.owner or _by_name(outline) or _by_presence(outline)
    return outline


def _tables(files: Sequence[File]) -> Iterator[tuple[Kind, Table, File]]:
    for file in files:
        content = _head(file)
        if known := kind_of(content, whole=len(content) < HEAD):
            yield *known, file


def _head(file: File) -> bytes:
    try:
        with open(file.path, "rb") as stream:
            return stream.read(HEAD)
    except OSError:
        return b""


def _cells(file: File, table: Table) -> Iterator[list[str]]:
    try:
        with open(file.path, "rb") as stream:
            yield from (row.cells for row in rows(stream, table, table.at, table.line))
    except OSError:
        return


def _learn_connection(outline: Outline, columns: Cells, cells: Sequence[str]) -> None:
    name = f"{columns.of(cells, 'first name')} {columns.of(cells, 'last name')}"
    outline.learn(name, columns.of(cells, "url"))


def _learn_invitation(outline: Outline, columns: Cells, cells: Sequence[str]) -> None:
    inviter, invitee = columns.of(cells, "inviterprofileurl"), columns.of(cells, "inviteeprofileurl")
    outline.learn(columns.of(cells, "from"), inviter)
    outline.learn(columns.of(cells, "to"), invitee)
    outline.wordless["invitations"] += not columns.of(cells, "message")
    own = {"outgoing": inviter, "incoming": invitee}.get(columns.of(cells, "direction").lower(), "")
    if own and not outline.owner:
        outline.owner = account_of_page(own) or ""


def _learn_message(outline: Outline, columns: Cells, cells: Sequence[str]) -> None:
    outline.learn(columns.of(cells, "from"), columns.of(cells, "sender profile url"))
    to, pages = columns.of(cells, "to"), columns.of(cells, "recipient profile urls")
    if pages and "," not in pages:
        outline.learn(to, pages)
    outline.wordless["messages"] += not columns.of(cells, "content")


_LEARN = {
    Kind.CONNECTIONS: _learn_connection,
    Kind.INVITATIONS: _learn_invitation,
    Kind.MESSAGES: _learn_message,
}


def _count(outline: Outline, columns: Cells, cells: Sequence[str]) -> None:
    to = outline.recipients(columns.of(cells, "to"), columns.of(cells, "recipient profile urls"))
    sender = outline.account(columns.of(cells, "from"), columns.of(cells, "sender profile url"))
    there = {sender, *(outline.account(*one) for one in to)} - {""}
    conversation = columns.of(cells, "conversation id")
    # Beside nobody stand advertisements, and what people wrote who left.
    if len(there) > 1 and (conversation in outline.talks or len(outline.talks) < MOST_NAMES):
        outline.talks.setdefault(conversation, set()).update(there)


def _by_name(outline: Outline) -> str:
    if not outline.owner_name:
        return ""
    account = outline.account(outline.owner_name)
    return account if any(account in there for there in outline.talks.values()) else ""


def _by_presence(outline: Outline) -> str:
    """Whoever stands in nearly every conversation, where nobody else does; of a single one nobody can tell."""
    seen = Counter(account for there in outline.talks.values() for account in there)
    often = [account for account, number in seen.most_common(2) if number >= OWNER_SHARE * len(outline.talks)]
    return often[0] if len(often) == 1 else ""


def _profile_name(beside: Sequence[File]) -> str:
    for file in beside:
        content = _head(file)
        if table := profile_of(content, whole=len(content) < HEAD):
            columns = cells_of(table)
            for cells in _cells(file, table):
                return f"{columns.of(cells, 'first name')} {columns.of(cells, 'last name')}".strip()
    return ""
