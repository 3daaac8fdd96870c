"""Only what is drawn comes through a picture, and only what can be drawn is one."""

from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from amity.formats import pictures
from amity.formats.pictures import face


def written(kind, size=(40, 20), mode="RGB", colour=(200, 30, 30), **options):
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind, **options)
    return out.getvalue()


def opened(picture):
    return Image.open(BytesIO(picture.content))


@pytest.mark.parametrize(
    ("kind", "mode", "colour"),
    [("JPEG", "RGB", (200, 30, 30)), ("PNG", "RGBA", (200, 30, 30, 255)), ("WEBP", "RGB", (200, 30, 30)),
     ("GIF", "P", 1), ("JPEG", "CMYK", (0, 200, 200, 0)), ("PNG", "L", 90), ("PNG", "1", 1)],
)  # fmt: skip
def test_every_usual_kind_becomes_a_plain_jpeg(kind, mode, colour):
    picture = face(written(kind, mode=mode, colour=colour))

    assert (opened(picture).format, opened(picture).mode, opened(picture).size) == ("JPEG", "RGB", (40, 20))
    assert picture.media_type == "image/jpeg"
    assert picture.digest == sha256(picture.content).digest()


def test_a_large_one_is_made_small_in_proportion():
    assert opened(face(written("JPEG", size=(3000, 1000)))).size == (512, 171)


def test_it_stands_upright_and_carries_nothing_else_along():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "51.5007 N, 0.1246 W"
    picture = face(written("JPEG", exif=exif))

    assert opened(picture).size == (20, 40)
    assert b"51.5007" not in picture.content
    assert not opened(picture).getexif()


def test_what_can_be_seen_through_stands_on_white():
    picture = opened(face(written("PNG", mode="RGBA", colour=(0, 0, 0, 0))))

    assert picture.getpixel((5, 5)) == (255, 255, 255)


NONE = [
    b"", b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", written("JPEG")[:200], written("PNG")[:50],
    written("GIF")[:10], written("BMP"), written("TIFF"), written("JPEG").replace(b"\xff\xda", b"\xff\xff"),
]  # fmt: skip


@pytest.mark.parametrize("content", NONE, ids=range(len(NONE)))
def test_what_cannot_be_read_is_none(content):
    assert face(content) is None


def test_what_would_unfold_into_too_much_is_none(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_PIXELS", 799)

    assert face(written("PNG")) is None


def test_what_is_too_heavy_is_none(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_BYTES", 50)

    assert face(written("PNG")) is None
