import pytest

from amity.formats.mail_words import decode_base64, decode_charset, decode_words

HEADERS = [
    ("Gr=C3=BC=C3=9Fe", "Gr=C3=BC=C3=9Fe"),
    ("=?utf-8?q?Gr=C3=BC=C3=9Fe?= from Oslo", "Grüße from Oslo"),
    ("=?UTF-8?B?R3LDvA==?=\n =?UTF-8?B?w59l?=", "Grüße"),
    ("=?utf-8?b?R3LD?= =?utf-8?b?vMOfZQ==?=", "Grüße"),
    ("=?iso-8859-1*de?q?Gr=FC=DFe?=", "Grüße"),
    ("=?gb2312?B?xOO6ww==?=", "你好"),
    ("=?nonsense?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
    ("=?utf-8?q?two_words?=", "two words"),
    ("=?utf-8?q?line=0Abreak=00?=", "line break"),
    ("folded\n\tsubject", "folded subject"),
    ("=?utf-8?q?never closed", "=?utf-8?q?never closed"),
]


@pytest.mark.parametrize(("raw", "text"), HEADERS)
def test_encoded_words_become_text(raw: str, text: str) -> None:
    assert decode_words(raw) == text


BODIES = [
    (b"caf\xe9", "iso-8859-1", "café"),
    (b"it\x92s", "iso-8859-1", "it’s"),
    ("café".encode(), "us-ascii", "café"),
    (b"caf\xe9", "us-ascii", "café"),
    (b"caf\xe9", "utf-8", "café"),
    (b"caf\xe9", "no-such-charset", "café"),
    ("日本".encode("iso2022_jp"), "iso-2022-jp", "日本"),
    ("Grüße".encode("utf-16"), "utf-16", "Grüße"),
    (b"rot13", "rot13", "rot13"),
    (b"x\x9c\x03\0", "zlib", "xœ\x03"),
    ("Grüße, ganz herzlich".encode()[:-1] + b"\xc3", "utf-8", "Grüße, ganz herzlic\ufffd"),
    (b"no\0zero", "utf-8", "nozero"),
]


@pytest.mark.parametrize(("content", "charset", "text"), BODIES)
def test_wrong_charsets_still_give_letters(content: bytes, charset: str, text: str) -> None:
    assert decode_charset(content, charset) == text


@pytest.mark.parametrize(
    "content", [b"SGVsbG8=", b"SGVs\r\nbG8=", b"SGVsbG8", b"SGVsbG8=\n--", b"S!GVsbG8=", b"SGVsbG8A"[:7]]
)
def test_broken_base64_gives_what_it_holds(content: bytes) -> None:
    assert decode_base64(content).startswith(b"Hello")
