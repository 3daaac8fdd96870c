"""Which readers there are, and what a file or folder is: by its content, never by its name alone. Extend READERS."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from amity.sources.any_csv import read as any_csv
from amity.sources.byte_streams import reason
from amity.sources.demo import read as demo
from amity.sources.eml import read as eml
from amity.sources.found import Counted, Cursor, Found, GoOn, Problem, Reader
from amity.sources.google_csv import read as google_csv
from amity.sources.imessage import read as imessage
from amity.sources.instagram import read as instagram
from amity.sources.linkedin import read as linkedin
from amity.sources.maildir import read as maildir
from amity.sources.mbox import read as mbox
from amity.sources.messenger import read as messenger
from amity.sources.outlook_csv import read as outlook_csv
from amity.sources.signal import read as signal
from amity.sources.sms import read as sms
from amity.sources.telegram import read as telegram
from amity.sources.vcf import read as vcf
from amity.sources.whatsapp import read as whatsapp

HEAD = 64 * 1024  # bytes that readers are shown
MOST_SOURCES = 500  # of one look through a folder
MOST_PROBLEMS = 10_000  # of the same: a folder of pictures must not hide the letters behind them
WHOLE_FOLDERS = (
    "maildir",
    "eml",
    "instagram",
    "messenger",
)  # kinds that take in everything below a folder; others only their own files in it
TELLS_OF = {"linkedin": (".csv",)}  # kinds that say themselves of which other files of their folder they make nothing
DEEPEST_LOOK = 12  # levels of folders

# In the order in which they are asked; one that recognises the least by the most comes first.
READERS: dict[str, Reader] = {
    "maildir": maildir,
    "mbox": mbox,
    "vcf": vcf,
    "sms": sms,
    "telegram": telegram,
    "signal": signal,
    "instagram": instagram,
    "messenger": messenger,
    "whatsapp": whatsapp,
    "imessage": imessage,
    "google_csv": google_csv,
    "linkedin": linkedin,
    "outlook_csv": outlook_csv,
    "demo": demo,
    "eml": eml,
    "any_csv": any_csv,
}


@dataclass(frozen=True, slots=True)
class Recognised:
    """A source somebody can take in: the kind of its reader, and a sentence that says what it is. `size` in bytes."""

    kind: str
    path: str
    sentence: str
    size: int


def recognise(path: str) -> Recognised | Problem:
    """What one file or folder is."""
    try:
        head = b"" if os.path.isdir(path) else _head(path)
    except (OSError, ValueError) as error:
        return Problem(path, f"It cannot be read: {reason(error)}.")
    for kind, reader in READERS.items():
        sentence = reader.recognise(path, head)
        if sentence:
            return Recognised(kind, path, sentence, _size(path))
    if not head:
        return Problem(path, "There is nothing in it that Amity knows.")
    return Problem(path, any_csv.why_unknown(head) or "Amity does not know this kind of file.")


def look_through(path: str) -> list[Recognised | Problem]:
    """Everything in a folder, or one file: a Maildir, a folder of messages or of cards is one, else each file."""
    offered: list[Recognised | Problem] = []
    sources = problems = 0
    for one in _look(path, 0):
        sources += isinstance(one, Recognised)
        problems += isinstance(one, Problem)
        if sources > MOST_SOURCES or problems > MOST_PROBLEMS:
            offered.append(Problem(path, "There is more in it than can be read at once; name a folder inside it."))
            break
        offered.append(one)
    return offered


def read(kind: str, path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Everything in a source behind `cursor`."""
    return READERS[kind].read(path, cursor)


def sample(kind: str, path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` things spread over a source."""
    return READERS[kind].sample(path, count)


def count(kind: str, path: str, go_on: GoOn) -> Counted:
    """How much a source holds."""
    return READERS[kind].count(path, go_on)


def _look(path: str, depth: int) -> Iterator[Recognised | Problem]:
    one = recognise(path)
    if isinstance(one, Recognised) or not os.path.isdir(path):
        yield one
    if not os.path.isdir(path) or isinstance(one, Recognised) and one.kind in WHOLE_FOLDERS:
        return
    if depth == DEEPEST_LOOK:
        yield Problem(path, "Folders lie too deep within each other here.")
        return
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        yield Problem(path, f"It cannot be read: {reason(error)}.")
        return
    for name in names:
        inside = os.path.join(path, name)
        if not name.startswith(".") and not (os.path.islink(inside) and os.path.isdir(inside)):
            yield from (each for each in _look(inside, depth + 1) if not _is_covered(each, one))


def _is_covered(inside: Recognised | Problem, folder: Recognised | Problem) -> bool:
    """Whether a file has been offered with its folder, as each card of many, or is told of by the folder's reader."""
    if not isinstance(folder, Recognised):
        return False
    if isinstance(inside, Problem):
        in_it = os.path.dirname(inside.where) == folder.path
        return in_it and inside.where.lower().endswith(TELLS_OF.get(folder.kind, ()))
    return inside.kind == folder.kind and os.path.dirname(inside.path) == folder.path


def _head(path: str) -> bytes:
    if not os.path.isfile(path):
        os.stat(path)  # says why, when there is nothing
        return b""
    with open(path, "rb") as file:
        return file.read(HEAD)


def _size(path: str) -> int:
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(
        os.path.getsize(os.path.join(folder, name))
        for folder, _, names in os.walk(path)
        for name in names
        if os.path.isfile(os.path.join(folder, name))
    )
