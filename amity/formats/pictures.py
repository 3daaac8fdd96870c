"""A face, decoded and written anew: what came is never kept or served, so nothing can hide in it."""

import hashlib
import struct
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

LONGEST_SIDE = 512  # pixels: large enough for a page, small enough for thousands
MOST_BYTES = 15_000_000  # as it came
MOST_PIXELS = 60_000_000  # as it came; a small file may unfold into gigabytes
KNOWN = ("JPEG", "PNG", "WEBP", "GIF")
QUALITY = 85
# What Pillow raises on broken files, by its sources and by feeding it some.
BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, struct.error)


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG without anything but its pixels; `digest` is the SHA-256 of `content`."""

    content: bytes
    media_type: str
    digest: bytes


def face(content: bytes) -> Picture | None:
    """The picture in `content`, upright and at most 512 pixels a side; None when it is none that we can read."""
    if not content or len(content) > MOST_BYTES:
        return None
    try:
        pixels = _pixels(content)
    except (*BROKEN, Image.DecompressionBombError):
        return None
    if pixels is None:
        return None
    out = BytesIO()
    pixels.save(out, "JPEG", quality=QUALITY, optimize=True)
    written = out.getvalue()
    return Picture(written, "image/jpeg", hashlib.sha256(written).digest())


def _pixels(content: bytes) -> Image.Image | None:
    with Image.open(BytesIO(content), formats=KNOWN) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            return None
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        see_through = upright.convert("RGBA")
    # On white, as most address books show them; and into a fresh image, which carries no metadata along.
    flat = Image.new("RGB", see_through.size, "white")
    flat.paste(see_through, mask=see_through.getchannel("A"))
    return flat
