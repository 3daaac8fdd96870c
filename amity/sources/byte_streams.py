"""Files as streams of bytes, gzip unpacked on the way, with an end to archives that unpack to more than anybody has."""

import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol

GZIP_MAGIC = b"\x1f\x8b"
PACKED_CHUNK = 64 * 1024  # bytes read of a compressed file at a time
LARGEST_RATIO = 200  # unpacked to packed; mail reaches 3 to 20, gzip's own limit is 1,032
RATIO_FROM = 64 * 1024 * 1024  # unpacked bytes from which the ratio counts: small files may be as even as they like
LARGEST_UNPACKED = 400 * 1024**3  # bytes

_GZIP = 31  # zlib's own number for "gzip, with the largest window"


class UnreadableError(Exception):
    """The bytes end here; the sentence says why."""


class Stream(Protocol):
    """What readers need of a file: bytes in order, and how far it has come."""

    def read(self, size: int) -> bytes:
        """The next bytes, b"" at the end; raises UnreadableError."""

    def skip(self, size: int) -> None:
        """Goes on behind the next `size` bytes."""

    def done(self) -> int:
        """How many bytes of the file itself have been read."""


class PlainStream:
    """A file as it is."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int) -> bytes:
        """The next bytes."""
        return _read(self._file, size)

    def skip(self, size: int) -> None:
        """Goes on behind the next `size` bytes."""
        self._file.seek(size, os.SEEK_CUR)

    def seek(self, place: int) -> None:
        """Goes to any byte of the file."""
        self._file.seek(place)

    def done(self) -> int:
        """The place in the file."""
        return self._file.tell()


class GzipStream:
    """A gzip file, of one member or several, unpacked in pieces; all that comes before damage is given."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._unpacker = zlib.decompressobj(wbits=_GZIP)
        self._packed = b""
        self._count = 0

    def read(self, size: int) -> bytes:
        """The next unpacked bytes, at most `size` of them."""
        piece = b""
        while not piece:
            if not self._packed:
                self._packed = _read(self._file, PACKED_CHUNK)
            if self._unpacker.eof:
                self._packed = self._packed.lstrip(b"\0")  # members may be padded
                self._unpacker = zlib.decompressobj(wbits=_GZIP)
                if not self._packed:
                    return b""
            if not self._packed:
                raise UnreadableError("The compressed file is cut short here.")
            piece = self._unpack(size)
        self._count += len(piece)
        if self._count > LARGEST_UNPACKED or (
            self._count > RATIO_FROM and self._count > LARGEST_RATIO * max(self.done(), 1)
        ):
            raise UnreadableError("The compressed file unpacks to far more than mail does; it was read no further.")
        return piece

    def _unpack(self, size: int) -> bytes:
        try:
            piece = self._unpacker.decompress(self._packed, size)
        except zlib.error as error:
            raise UnreadableError("The compressed file is damaged here.") from error
        self._packed = self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail
        return piece

    def skip(self, size: int) -> None:
        """Unpacks and drops the next `size` bytes."""
        while size > 0:
            piece = self.read(min(size, 1024 * 1024))
            if not piece:
                return
            size -= len(piece)

    def done(self) -> int:
        """The place in the packed file."""
        return self._file.tell()


def _read(file: BinaryIO, size: int) -> bytes:
    try:
        return file.read(size)
    except OSError as error:
        raise UnreadableError(f"It could not be read on: {reason(error)}.") from error


@contextmanager
def opened(path: str) -> Iterator[tuple[Stream, int]]:
    """A stream of the file's bytes, and its size on disk; raises UnreadableError where it is no readable file."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise UnreadableError("It is not a file.")
        file = open(path, "rb")  # noqa: SIM115 - closed below, after the stream over it
    except (OSError, ValueError) as error:
        raise UnreadableError(f"It cannot be opened: {reason(error)}.") from error
    with file:
        size = os.fstat(file.fileno()).st_size
        packed = file.read(2) == GZIP_MAGIC
        file.seek(0)
        yield (GzipStream(file) if packed else PlainStream(file)), size


def unpacked_head(head: bytes, size: int = 64 * 1024) -> bytes:
    """The beginning of a file's content, whether it is packed or not; b"" of a broken archive."""
    if head[:2] != GZIP_MAGIC:
        return head
    try:
        return zlib.decompressobj(wbits=_GZIP).decompress(head, size)
    except zlib.error:
        return b""


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in its own words without numbers and paths."""
    return (error.strerror or "unknown reason") if isinstance(error, OSError) else "the name is not valid"


def shown_size(size: int) -> str:
    """A size as people read it: "812 KB", "1.2 GB"."""
    if size < 1000:
        return f"{size} bytes"
    if size < 1000**2:
        return f"{size / 1000:,.0f} KB"
    if size < 1000**3:
        return f"{size / 1000**2:,.0f} MB"
    return f"{size / 1000**3:,.1f} GB"
