import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.formats.vcard import Trouble, split_cards
from amity.formats.vcard_stream import LONGEST_CARD

JANE = "BEGIN:VCARD\r\nFN:Jane Doé\r\nEND:VCARD\r\n"
BO = "BEGIN:VCARD\r\nFN:Bo\r\nEND:VCARD\r\n"


def texts(content: bytes) -> list[tuple[str, int, Trouble]]:
    return [(text.verbatim, text.line, text.trouble) for text in split_cards(io.BytesIO(content))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_gives_the_same_cards(encoding: str) -> None:
    assert texts((JANE + BO).encode(encoding)) == [(JANE, 1, Trouble.NONE), (BO, 4, Trouble.NONE)]


def test_a_named_charset_is_believed_where_the_bytes_are_no_utf8() -> None:
    text = "BEGIN:VCARD\r\nFN;CHARSET=ISO-8859-2:Łukasz\r\nEND:VCARD\r\n"

    assert texts(text.encode("iso-8859-2"))[0][0] == text


def test_one_broken_card_does_not_change_the_encoding_of_the_next() -> None:
    assert [text for text, _, _ in texts(JANE.encode("cp1252") + JANE.encode())] == [JANE, JANE]


@pytest.mark.parametrize("mark", ["BEGIN:VCARD", "begin:vcard", "BEGIN : VCARD ", "  BEGIN:vCard"])
def test_the_first_line_is_recognised_however_it_is_written(mark: str) -> None:
    assert len(texts(f"{mark}\nFN:Jane\nEND:VCARD\n".encode())) == 1


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n"])
def test_every_kind_of_line_end_is_cut_in_the_right_place(end: str) -> None:
    content = end.join(["BEGIN:VCARD", "FN:Jane", "END:VCARD", "BEGIN:VCARD", "FN:Bo", "END:VCARD"])

    assert [(line, trouble) for _, line, trouble in texts(content.encode())] == [(1, ""), (4, "")]


def test_text_between_cards_is_reported_with_its_line() -> None:
    assert texts((JANE + "hello\r\n" + BO + "\r\n\r\n").encode()) == [
        (JANE, 1, Trouble.NONE),
        ("", 4, Trouble.OUTSIDE),
        (BO, 5, Trouble.NONE),
    ]


def test_a_card_without_an_end_is_kept_up_to_the_next() -> None:
    unclosed = JANE.removesuffix("END:VCARD\r\n")

    assert texts((unclosed + BO + unclosed).encode()) == [
        (unclosed, 1, Trouble.UNCLOSED),
        (BO, 3, Trouble.NONE),
        (unclosed, 6, Trouble.UNCLOSED),
    ]


def test_the_card_of_an_agent_stays_inside() -> None:
    nested = f"BEGIN:VCARD\r\nFN:Cy\r\nAGENT:\r\n{BO}END:VCARD\r\n"

    assert texts((nested + BO).encode()) == [(nested, 1, Trouble.NONE), (BO, 8, Trouble.NONE)]


def test_a_folded_line_that_spells_a_mark_is_none() -> None:
    text = "BEGIN:VCARD\r\nNOTE:see\r\n END:VCARD\r\n BEGIN:VCARD\r\nEND:VCARD\r\n"

    assert texts(text.encode()) == [(text, 1, Trouble.NONE)]


def test_a_card_too_large_to_keep_is_left_out_and_said() -> None:
    giant = "BEGIN:VCARD\r\nPHOTO:" + "A" * (LONGEST_CARD + 10) + "\r\nEND:VCARD\r\n"

    assert texts((JANE + giant + BO).encode()) == [
        (JANE, 1, Trouble.NONE),
        ("", 4, Trouble.TOO_LARGE),
        (BO, 7, Trouble.NONE),
    ]


PIECES = st.lists(
    st.sampled_from([JANE, BO, "junk\r\n", "\r\n", "BEGIN:VCARD\r\n", "END:VCARD\r\n", "AGENT:\r\n", "é"]), max_size=12
)


@given(PIECES, st.sampled_from(["utf-8", "utf-16-le"]))
@settings(max_examples=60)
def test_going_on_behind_any_card_gives_the_rest(pieces: list[str], encoding: str) -> None:
    content = "".join(["BEGIN:VCARD\r\nEND:VCARD\r\n", *pieces]).encode(encoding)
    whole = list(split_cards(io.BytesIO(content)))

    for place, text in enumerate(whole):
        stream = io.BytesIO(content)
        stream.seek(text.end)
        assert list(split_cards(stream, text.line + text.lines)) == whole[place + 1 :]


@given(PIECES)
def test_no_byte_is_lost(pieces: list[str]) -> None:
    content = "".join(["BEGIN:VCARD\r\nEND:VCARD\r\n", *pieces]).encode()

    places = [(text.at, text.end) for text in split_cards(io.BytesIO(content))]

    between = [
        content[end:at] for (_, end), (at, _) in zip([(0, 0), *places], [*places, (len(content), 0)], strict=True)
    ]
    assert not b"".join(between).strip()


@given(st.binary(max_size=300))
def test_any_bytes_are_cut_without_an_error(content: bytes) -> None:
    assert all(text.trouble or text.verbatim for text in split_cards(io.BytesIO(content)))
