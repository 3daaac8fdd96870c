import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.formats.vcard import Card, NotAVCard, Property, fold, parse, serialise


def card_of(*lines: str, version: str = "3.0", end: str = "\r\n") -> Card:
    return parse(end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]))


def test_a_property_has_group_name_parameters_and_value() -> None:
    card = card_of('item1.tel;type="work,voice";Pref=1;X-Odd="a;b:c":+44 20 7946 0123')

    found = card.properties[1]

    assert (found.group, found.name, found.value) == ("item1", "TEL", "+44 20 7946 0123")
    assert found.params == (("TYPE", "work"), ("TYPE", "voice"), ("PREF", "1"), ("X-ODD", "a;b:c"))


@pytest.mark.parametrize(
    ("line", "params"),
    [
        ("TEL;HOME;VOICE:1", (("TYPE", "HOME"), ("TYPE", "VOICE"))),
        ("NOTE;QUOTED-PRINTABLE:=41", (("ENCODING", "QUOTED-PRINTABLE"),)),
        ("PHOTO;BASE64;JPEG:QUJD", (("ENCODING", "BASE64"), ("TYPE", "JPEG"))),
        ("PHOTO;URL:http://jane.example/p.jpg", (("VALUE", "URL"),)),
        ("TEL;TYPE=work;TYPE=fax:1", (("TYPE", "work"), ("TYPE", "fax"))),
        ("TEL;TYPE=work,fax:1", (("TYPE", "work"), ("TYPE", "fax"))),
        ("ADR;LABEL=\"1 Main St^nTown^^ ^'x^'\":;;", (("LABEL", '1 Main St\nTown^ "x"'),)),
        ("TEL ; TYPE = work :1", (("TYPE", "work"),)),
        ('TEL;TYPE="work:1', (("TYPE", "work"),)),
        ("TEL;:1", ()),
        ("TEL;TYPE=:1", ()),
    ],
)
def test_parameters_of_every_version_are_understood(line: str, params: tuple[tuple[str, str], ...]) -> None:
    assert card_of(line).properties[1].params == params


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ("NOTE:one\r\n  two\r\n\tthree", "one twothree"),
        ("NOTE:one\r\r\n two", "onetwo"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\r\ntwo: three=\r\n four", "one=0D=0Atwo: three four"),
        ("PHOTO;ENCODING=BASE64:\r\n QUJD\r\n REVG\r\n\r\n", "QUJDREVG"),
        ("PHOTO;ENCODING=BASE64:QUJDQUJDQUJD\r\nREVGREVGREVG\r\nQUJD==\r\n\r\n", "QUJDQUJDQUJDREVGREVGREVGQUJD=="),
        ("URL:\r\n http://jane.example", "http://jane.example"),
    ],
)
def test_folded_and_soft_broken_lines_are_one(lines: str, value: str) -> None:
    card = card_of(lines, "TITLE:Gardener")

    assert card.properties[1].value == value
    assert card.properties[2].value == "Gardener"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_every_kind_of_line_end_is_understood(end: str) -> None:
    card = card_of("FN:Jane Doe", "NOTE:one", " two", end=end)

    assert [found.value for found in card.properties] == ["3.0", "Jane Doe", "onetwo"]


def test_a_card_inside_a_card_belongs_to_its_agent() -> None:
    card = card_of("FN:Jane", "AGENT:", "BEGIN:VCARD", "FN:Bo", "END:VCARD", "TITLE:Gardener", version="2.1")

    assert [found.name for found in card.properties] == ["VERSION", "FN", "AGENT", "TITLE"]
    assert parse(card.properties[2].value).properties[0].value == "Bo"


def test_a_bad_line_is_kept_in_its_place() -> None:
    text = "BEGIN:VCARD\r\nVERSION:3.0\r\nthis is no property\r\nFN:Jane\r\nEND:VCARD\r\n"

    card = parse(text)

    assert [(bad.value, bad.line) for bad in card.bad_lines()] == [("this is no property", 2)]
    assert serialise(card) == text


@pytest.mark.parametrize("text", ["", "FN:Jane", "VCARD", "BEGIN:VCALENDAR\r\n", "x BEGIN:VCARD\r\n"])
def test_what_is_no_card_is_refused(text: str) -> None:
    with pytest.raises(NotAVCard):
        parse(text)


def test_changing_one_property_leaves_the_others_as_they_were() -> None:
    text = "begin:vcard\r\nversion:3.0\r\nitem1.X-Odd;b=C;a=D:kept\r\n  folded\r\nTEL:1\r\nEnd:vCard\r\n"
    card = parse(text)
    changed = [
        replace(found, value="+442079460123", verbatim="") if found.name == "TEL" else found
        for found in card.properties
    ]

    written = serialise(replace(card, properties=tuple(changed)))

    assert written == text.replace("TEL:1\r\n", "TEL:+442079460123\r\n")


def test_a_new_property_cannot_bring_lines_of_its_own() -> None:
    odd = Property("NOTE", "one\r\nTEL:2", params=(("LABEL", 'say "hi";\nbye'),))

    card = parse(serialise(Card("4.0", (Property("VERSION", "4.0"), odd))))

    assert [found.name for found in card.properties] == ["VERSION", "NOTE"]
    assert card.properties[1].params == odd.params


def test_long_lines_are_folded_between_characters() -> None:
    lines = fold("NOTE:" + "Grüße 王" * 40).split("\r\n")

    assert max(len(line.encode()) for line in lines) <= 75
    assert "".join(line.removeprefix(" ") if at else line for at, line in enumerate(lines)) == "NOTE:" + "Grüße 王" * 40


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "FN:Jane Doe",
                "N:Doe;Jane;;;",
                " folded",
                "NOTE;ENCODING=QUOTED-PRINTABLE:a=",
                "PHOTO;ENCODING=b:QUJD",
                "AGENT:",
                "BEGIN:VCARD",
                "END:VCARD",
                'TEL;TYPE="a:1',
                "item1.EMAIL:jane@example.org",
                "",
            ]
        ),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\r\n", "\n", "\r", "\r\r\n"]))
def test_any_card_comes_back_as_the_very_same_text(lines: list[str], end: str) -> None:
    text = end.join(["BEGIN:VCARD", *lines, "END:VCARD", ""])

    assert serialise(parse(text)) == text


@given(st.text(max_size=200))
def test_any_text_is_a_card_or_refused_as_none(text: str) -> None:
    try:
        card = parse(text)
    except NotAVCard:
        return
    assert serialise(card) == text


NAMES = st.text(alphabet="ABCXYZ-", min_size=1, max_size=8)
VALUES = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=120)


@given(
    st.lists(
        st.builds(Property, NAMES, VALUES, st.lists(st.tuples(NAMES, VALUES.filter(bool)), max_size=3).map(tuple)),
        max_size=6,
    )
)
def test_what_is_written_is_read_back(properties: list[Property]) -> None:
    back = parse(serialise(Card("4.0", tuple(properties))))

    def plain(one: Property) -> tuple[object, ...]:
        kept = ((name, value) for name, value in one.params if name not in ("TYPE", "ENCODING"))
        return one.name, one.value, *((name, value.strip().strip('"')) for name, value in kept)

    assert [plain(one) for one in back.properties] == [plain(one) for one in properties]


def test_reading_the_same_text_as_a_stream_of_bytes_or_as_one_card_is_the_same() -> None:
    text = serialise(card_of("FN:Jane"))

    assert parse(io.BytesIO(text.encode()).read().decode()) == parse(text)
