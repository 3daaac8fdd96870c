"""vCard files: address books as every phone, mail program and address-book server exports them; a file or a folder."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from amity.formats.vcard import CardText, NotAVCard, Trouble, parse, split_cards
from amity.sources.byte_streams import reason, shown_size
from amity.sources.found import Counted, Cursor, Found, GoOn, Problem
from amity.sources.vcf.person import person_of, troubles_of

THINGS_BETWEEN_CURSORS = 200
FIRST_LINES = 4 * 1024  # bytes in which the first card must begin
MOST_COUNTED = 256 * 1024 * 1024  # bytes of a file whose cards are counted for its sentence
CHUNK = 1024 * 1024  # bytes

_BEGIN = re.compile(rb"(?:\A|[\r\n\xbf\xfe\xff])[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?:[\r\n]|\Z)", re.IGNORECASE)
_MARK = re.compile(rb"BEGIN:VCARD", re.IGNORECASE)
_FIRST_LINES = 3


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    name: str  # inside the source
    size: int  # bytes


def recognise(path: str, head: bytes) -> str | None:
    """ "Contacts, 214 cards (vCard), 1 MB" for a file or a folder of cards."""
    if os.path.isdir(path):
        return None if head else _recognise_folder(path)
    if not _begins_with_card(head):
        return None
    return _sentence([_File(path, os.path.basename(path), _size(path) or len(head))])


def read(path: str, cursor: Cursor | None) -> Iterator[Found | Problem | Cursor]:
    """Every card behind `cursor`, whose position is the file, byte and line of the next."""
    try:
        files = _files(path)
    except OSError as error:
        yield Problem(os.path.basename(path), f"It cannot be read: {reason(error)}.")
        return
    total = sum(file.size for file in files)
    passed = 0
    for things, reached in _steps(files, cursor, total):
        passed += len(things)
        yield from things
        if passed >= THINGS_BETWEEN_CURSORS:
            passed = 0
            yield reached
    last = files[-1] if files else None
    yield Cursor({"file": last.name, "byte": last.size, "line": 1} if last else {}, total, total)


def sample(path: str, count: int) -> Iterator[Found | Problem]:
    """About `count` cards spread over the whole."""
    try:
        files = _files(path)
    except OSError as error:
        yield Problem(os.path.basename(path), f"It cannot be read: {reason(error)}.")
        return
    stride = max(_count(files) // max(count, 1), 1)
    place = 0
    for file in files:
        try:
            for text in _texts(file, (0, 1)):
                if place % stride == 0:
                    yield from _found(text, file)
                place += 1
        except OSError as error:
            yield Problem(file.name, f"It cannot be read: {reason(error)}.")


def count(path: str, go_on: GoOn) -> Counted:
    """How many cards begin."""
    try:
        files = _files(path)
    except OSError:
        return Counted(whole=False)
    number = 0
    for file in files:
        for more in _marks_in(file):
            number += more
            if not go_on():
                return Counted(cards=number, whole=False)
    return Counted(cards=number)


def _steps(files: list[_File], cursor: Cursor | None, total: int) -> Iterator[tuple[list[Found | Problem], Cursor]]:
    """What stands in each piece behind `cursor`, and the cursor behind that piece."""
    position = cursor.position if cursor else {}
    first, byte, line = str(position.get("file", "")), int(position.get("byte", 0)), int(position.get("line", 1))
    done = 0
    for file in files:
        if file.name >= first:
            try:
                for text in _texts(file, (byte, line) if file.name == first else (0, 1)):
                    position = {"file": file.name, "byte": text.end, "line": text.line + text.lines}
                    yield list(_found(text, file)), Cursor(position, min(done + text.end, total), total)
            except OSError as error:
                yield [Problem(file.name, f"It cannot be read: {reason(error)}.")], Cursor(position, done, total)
        done += file.size


def _texts(file: _File, start: tuple[int, int]) -> Iterator[CardText]:
    with open(file.path, "rb") as stream:
        stream.seek(start[0])
        yield from split_cards(stream, start[1])


def _found(text: CardText, file: _File) -> Iterator[Found | Problem]:
    where = f"{file.name}, line {text.line}"
    if text.trouble in (Trouble.OUTSIDE, Trouble.TOO_LARGE):
        yield Problem(where, text.trouble.value)
        return
    try:
        card = parse(text.verbatim)
    except NotAVCard as error:
        yield Problem(where, str(error))
        return
    person = person_of(card, text.verbatim, where)
    if person is None:
        yield Problem(where, "This card has neither a name nor an address.")
        return
    yield person
    if text.trouble:
        yield Problem(where, text.trouble.value, kept=True)
    for line, why in troubles_of(card):
        yield Problem(f"{file.name}, line {text.line + line}", why, kept=True)


def _files(path: str) -> list[_File]:
    if not os.path.isdir(path):
        return [_File(path, os.path.basename(path), os.stat(path).st_size)]
    names = sorted(name for name in os.listdir(path) if not name.startswith("."))
    paths = [(name, os.path.join(path, name)) for name in names if name.lower().endswith((".vcf", ".vcard"))]
    return [_File(inside, name, os.path.getsize(inside)) for name, inside in paths if os.path.isfile(inside)]


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _begins_with_card(head: bytes) -> bool:
    # UTF-16 is read here as if its zeros were not there: enough to find one ASCII word.
    head = head[:FIRST_LINES].replace(b"\0", b"")
    found = _BEGIN.search(head)
    return found is not None and len(head[: found.start()].split(b"\n")) <= _FIRST_LINES


def _recognise_folder(path: str) -> str | None:
    try:
        files = _files(path)
        if not files or not _begins_with_card(_head(files[0])) or not _begins_with_card(_head(files[-1])):
            return None
    except OSError:
        return None
    return _sentence(files)


def _head(file: _File) -> bytes:
    with open(file.path, "rb") as stream:
        return stream.read(FIRST_LINES)


def _sentence(files: list[_File]) -> str:
    size = sum(file.size for file in files)
    count = _count(files) if size <= MOST_COUNTED else 0
    cards = "1 card" if count == 1 else f"{count:,} cards" if count else "cards"
    return f"Contacts, {cards} (vCard), {shown_size(size)}"


def _count(files: list[_File]) -> int:
    return sum(more for file in files for more in _marks_in(file))


def _marks_in(file: _File) -> Iterator[int]:
    """How many cards begin in each piece of a file, as far as it can be read."""
    tail = b""
    try:
        with open(file.path, "rb") as stream:
            while chunk := stream.read(CHUNK):
                text = (tail + chunk).replace(b"\0", b"")
                yield len(_MARK.findall(text))
                tail = text[-len(b"BEGIN:VCAR") :]
    except OSError:
        return
