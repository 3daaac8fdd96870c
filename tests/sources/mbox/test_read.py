import gzip
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amity.judgement.vocabulary import PartyRole
from amity.sources.found import Cursor, FoundInteraction, Problem
from amity.sources.mbox import read as mbox
from amity.sources.messages import LARGEST_MESSAGE
from tests.sources.letters import letter, mbox_of
from tests.sources.suite import ReaderSuite

SAMPLES = Path(__file__).parent / "samples"


class TestMbox(ReaderSuite):
    reader = mbox

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "Sent.mbox"
        path.write_bytes(mbox_of([letter(number) for number in range(count)]))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        nothing = b"\xff\xfe no header, no letter\n"
        path = folder / "damaged.mbox"
        path.write_bytes(mbox_of([letter(1), b"X: y\n\nnobody\n", letter(2), b"X-Only: one\n", letter(3)]) + nothing)
        return path, 5


class TestCompressedMbox(TestMbox):
    def write(self, folder: Path, count: int) -> Path:
        path = folder / "Sent.mbox.gz"
        path.write_bytes(gzip.compress(mbox_of([letter(number) for number in range(count)])))
        return path


def found_in_sample() -> list[FoundInteraction]:
    return [thing for thing in mbox.read(str(SAMPLES / "odd.mbox"), None) if isinstance(thing, FoundInteraction)]


def test_sentences_that_begin_with_from_part_no_messages() -> None:
    first = found_in_sample()[0]

    assert first.text == ("Dear both,\n\nFrom here on the line begins with the word.\nFrom here on it is escaped.")
    assert first.signature == "Ada Lindqvist\n+46 40 555 01 99"


def test_a_comma_within_an_encoded_name_makes_no_second_person() -> None:
    first = found_in_sample()[0]

    assert first.subject == "Grüße aus Malmö"
    assert [(party.role, party.value, party.name) for party in first.parties] == [
        (PartyRole.FROM, "ada@lindqvist.example", "Lindqvist, Ada"),
        (PartyRole.TO, "bo@berg.example", "Berg, Bo"),
        (PartyRole.TO, "cy@okafor.example", "Cy Okafor"),
    ]


def test_a_bounce_carries_its_signs_and_takes_its_date_from_the_envelope() -> None:
    bounce = found_in_sample()[1]

    assert bounce.signs == ("report", "return-path:<>")
    assert bounce.at == datetime(2024, 5, 2, 9, 31, tzinfo=UTC)
    assert bounce.text == "It could not be delivered."


def test_a_reply_with_attachments_keeps_what_stands_around_the_quote() -> None:
    reply = found_in_sample()[2]

    assert reply.text == "Gladly, at the café.\n\nShall I bring Ada?"
    assert reply.signature == "Best regards,\nCy"
    assert (reply.folder, reply.signs) == ("sent", ("calendar",))
    assert reply.at == datetime(2024, 5, 2, 9, 32, tzinfo=UTC)


def test_the_file_name_tells_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "Sent Items.mbox"
    path.write_bytes(mbox_of([letter(1)]))

    assert [thing.folder for thing in mbox.read(str(path), None) if isinstance(thing, FoundInteraction)] == ["sent"]


def test_the_same_letter_in_two_files_has_the_same_key(tmp_path: Path) -> None:
    bare = letter(1).split(b"\n", 1)[1]  # without its Message-ID
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(mbox_of([bare]))
    other.write_bytes(mbox_of([letter(2), b"Delivered-To: bo@berg.example\n" + bare]).replace(b"\n", b"\r\n"))

    keys = [
        [thing.key for thing in mbox.read(str(path), None) if isinstance(thing, FoundInteraction)]
        for path in (one, other)
    ]

    assert keys[0][0] == keys[1][1]


def test_a_message_too_large_is_passed_over_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "large.mbox"
    with path.open("wb") as file:
        file.write(mbox_of([letter(1)]))
        file.write(b"From ada@lindqvist.example Thu May  2 09:30:00 2024\nSubject: Film\n\n")
        file.seek(LARGEST_MESSAGE + 1_000, os.SEEK_CUR)
        file.write(b"\n" + mbox_of([letter(2)]))

    first, large, last = (thing for thing in mbox.read(str(path), None) if not isinstance(thing, Cursor))

    assert isinstance(large, Problem)
    assert large.where.startswith("message 2 at byte ")
    assert [found.subject for found in (first, last) if isinstance(found, FoundInteraction)] == ["Letter 1", "Letter 2"]


def test_an_archive_that_unpacks_to_nonsense_is_read_no_further(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    with gzip.open(path, "wb", compresslevel=1) as packed:
        packed.write(mbox_of([letter(1)]))
        for _ in range(80):
            packed.write(bytes(1024 * 1024))

    things = [thing for thing in mbox.read(str(path), None) if not isinstance(thing, Cursor)]

    assert isinstance(things[-1], Problem)
    assert "far more" in things[-1].why


def test_an_archive_cut_short_gives_what_it_held(tmp_path: Path) -> None:
    path = tmp_path / "cut.gz"
    packed = gzip.compress(mbox_of([letter(number) for number in range(2_000)]))
    path.write_bytes(packed[: len(packed) // 2])

    things = [thing for thing in mbox.read(str(path), None) if not isinstance(thing, Cursor)]

    assert len(things) > 500
    assert isinstance(things[-1], Problem)
    assert "cut short" in things[-1].why


@pytest.mark.parametrize("piece", [3, 7, 500, 256 * 1024])
def test_it_counts_what_it_would_read_however_the_pieces_fall(
    piece: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mbox, "CHUNK", piece)
    text = b"\xef\xbb\xbf" + mbox_of([letter(number) for number in range(30)])
    text += b"From now on, at 9:30, we meet.\nFrom here: nothing.\n\nFrom the end"
    plain, packed = tmp_path / "some.mbox", tmp_path / "some.mbox.gz"
    plain.write_bytes(text)
    packed.write_bytes(gzip.compress(text))

    read = sum(not isinstance(thing, Cursor) for thing in mbox.read(str(plain), None))

    assert [mbox.count(str(path), lambda: True).letters for path in (plain, packed)] == [read, read]


def test_of_a_damaged_archive_there_are_at_least_so_many(tmp_path: Path) -> None:
    path = tmp_path / "cut.gz"
    packed = gzip.compress(mbox_of([letter(number) for number in range(2_000)]))
    path.write_bytes(packed[: len(packed) // 2])

    counted = mbox.count(str(path), lambda: True)

    assert 500 < counted.letters < 2_000
    assert not counted.whole
