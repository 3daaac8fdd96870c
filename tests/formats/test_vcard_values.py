import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.formats.vcard import Property, parse
from amity.formats.vcard_values import data_of, escaped, list_of, parts_of, text_of


def property_of(line: str) -> Property:
    return parse(f"BEGIN:VCARD\r\n{line}\r\nEND:VCARD\r\n").properties[0]


@pytest.mark.parametrize(
    ("line", "version", "expected"),
    [
        ("NOTE:one\\ntwo\\, three\\; four\\\\", "3.0", "one\ntwo, three; four\\"),
        ("URL:http\\://jane.example", "3.0", "http://jane.example"),
        ('NOTE:say \\"hi\\"', "3.0", 'say "hi"'),
        ("NOTE:C:\\new\\;old", "2.1", "C:\\new;old"),
        ("NOTE:ends in \\", "3.0", "ends in \\"),
        ("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB", "2.1", "Zoë"),
        ("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Zo=EB", "2.1", "Zoë"),
        ("FN;ENCODING=QUOTED-PRINTABLE:Zo=EB", "2.1", "Zoë"),
        ("FN;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB", "2.1", "Zoë"),
        ("FN;CHARSET=UTF\0-8;ENCODING=QUOTED-PRINTABLE:Zo=EB", "2.1", "Zo\ufffd"),
        ("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB =C3", "2.1", "Zoë \ufffd"),
        ("NOTE;QUOTED-PRINTABLE:one=0D=0Atwo", "2.1", "one\ntwo"),
    ],
)
def test_text_is_decoded(line: str, version: str, expected: str) -> None:
    assert text_of(property_of(line), version) == expected


@pytest.mark.parametrize(
    ("line", "version", "expected"),
    [
        ("N:Doe;Jane;Ann,Mary;Dr.;", "3.0", ["Doe", "Jane", "Ann, Mary", "Dr.", ""]),
        ("N:Doe\\;Berg;Jane", "3.0", ["Doe;Berg", "Jane"]),
        ("N:Doe\\\\;Jane", "3.0", ["Doe\\", "Jane"]),
        ("N:Doe;Jane\\;", "3.0", ["Doe", "Jane;"]),
        ("ORG:Company, The;Garden", "2.1", ["Company, The", "Garden"]),
        ("N;ENCODING=QUOTED-PRINTABLE:D=C3=B6e;Jane", "2.1", ["Döe", "Jane"]),
        ("N;ENCODING=QUOTED-PRINTABLE:D=C3=B6e=3BJane", "2.1", ["Döe", "Jane"]),
        ("N:", "3.0", [""]),
    ],
)
def test_a_structure_is_taken_apart(line: str, version: str, expected: list[str]) -> None:
    assert parts_of(property_of(line), version) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("CATEGORIES:friends, garden", ["friends", "garden"]),
        ("CATEGORIES:friends\\, garden", ["friends", "garden"]),
        ("CATEGORIES:,friends,", ["friends"]),
        ("CATEGORIES:", []),
    ],
)
def test_a_list_is_taken_apart(line: str, expected: list[str]) -> None:
    assert list_of(property_of(line), "3.0") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("PHOTO;ENCODING=b;TYPE=JPEG:QUJD", (b"ABC", "image/jpeg")),
        ("PHOTO;ENCODING=BASE64;TYPE=image/png:QU JD", (b"ABC", "image/png")),
        ("PHOTO;BASE64:QUJD", (b"ABC", "")),
        ("PHOTO;ENCODING=b;MEDIATYPE=image/gif:QUJDRA", (b"ABCD", "image/gif")),
        ("PHOTO:data:image/png;base64,QUJD", (b"ABC", "image/png")),
        ("PHOTO:data:image/png;base64\\,QUJD", (b"ABC", "image/png")),
        ("PHOTO:data:text/plain,A%42C", (b"ABC", "text/plain")),
        ("PHOTO;VALUE=uri:https://jane.example/p.jpg", None),
        ("PHOTO;ENCODING=b:", None),
        ("PHOTO:", None),
    ],
)
def test_inline_data_is_decoded(line: str, expected: tuple[bytes, str] | None) -> None:
    assert data_of(property_of(line)) == expected


@given(st.binary(min_size=1, max_size=200))
def test_a_picture_survives(content: bytes) -> None:
    written = base64.b64encode(content).decode()

    assert data_of(Property("PHOTO", written, (("ENCODING", "b"),))) == (content, "")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_is_read_back(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")

    assert text_of(Property("NOTE", escaped(text)), "4.0") == plain


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1))
def test_escaped_parts_are_read_back(parts: list[str]) -> None:
    found = Property("X-PARTS", ";".join(escaped(part) for part in parts))

    assert parts_of(found, "4.0") == [part.strip() for part in parts]
