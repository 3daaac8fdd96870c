import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from amity.sources.found import Cursor, FoundInteraction
from amity.sources.imessage import read as imessage
from tests.sources.suite import ReaderSuite

ADA, BO = "+442079460001", "bo@berg.example"
BEGIN = datetime(2022, 5, 17, 9, 5, 2, tzinfo=UTC)


def block(number: int, sender: str, *lines: str, rest: str = "") -> str:
    at = BEGIN + timedelta(minutes=number)
    when = f"{at:%b %d, %Y} {at.hour % 12 or 12:2d}:{at:%M:%S %p}"
    return "\n".join([when + rest, *([sender] if sender else []), *lines, "", ""])


class TestIMessage(ReaderSuite):
    reader = imessage

    def write(self, folder: Path, count: int) -> Path:
        path = folder / f"{ADA}.txt"
        path.write_text("".join(block(n, (ADA, "Me")[n % 2], f"Message {n} – grüße") for n in range(count)))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "damaged.txt"
        path.write_text(
            "above all\n" + block(1, ADA, "Hi") + "May 45, 2022  5:29:42 PM\nMe\nNo such day\n" + block(2, "")
        )
        return path, 4


def things_in(folder: Path, *blocks: str, name: str = f"{ADA}.txt") -> list[Any]:
    path = folder / name
    path.write_text("".join(blocks))
    return [thing for thing in imessage.read(str(path), None) if not isinstance(thing, Cursor)]


def shown(one: FoundInteraction) -> tuple[str, str, list[tuple[str, str]]]:
    return (one.text, one.folder, [(party.role.value, party.value) for party in one.parties])


def test_messages_say_which_way_they_went_and_with_whom(tmp_path: Path) -> None:
    heard, sent = things_in(
        tmp_path, block(0, ADA, "Call me?", rest=" (Read by you after 3 seconds)"), block(1, "Me", "Yes")
    )

    assert shown(heard) == ("Call me?", "inbox", [("from", ADA)])
    assert shown(sent) == ("Yes", "sent", [("to", ADA)])
    assert (heard.at, heard.floating) == (BEGIN, True)


def test_a_chat_in_which_only_the_owner_wrote_is_with_whom_the_file_names(tmp_path: Path) -> None:
    (one,) = things_in(tmp_path, block(0, "Me", "Hello?"), name=f"{BO} - 12.txt")

    assert shown(one) == ("Hello?", "sent", [("to", BO)])


def test_several_lines_and_blank_ones_are_one_message(tmp_path: Path) -> None:
    first, second = things_in(tmp_path, block(0, ADA, "Days:", "", "2/11: Arrival"), block(720, "Me", "Fine"))

    assert first.text == "Days:\n\n2/11: Arrival"
    assert second.at == BEGIN + timedelta(hours=12)


def test_reactions_and_the_answers_shown_below_are_cut(tmp_path: Path) -> None:
    answer = ["    May 17, 2022  9:09:00 AM", "    Me", "    Gladly"]
    rows = [
        block(0, ADA, "Come?", "Tapbacks:", "Loved by Me", *answer),
        block(4, "Me", "Gladly", "This message responded to an earlier message."),
    ]

    assert [one.text for one in things_in(tmp_path, *rows)] == ["Come?", "Gladly"]


def test_files_are_counted_and_said_once(tmp_path: Path) -> None:
    problem, one = things_in(tmp_path, block(0, ADA, "attachments/12/IMG_1.heic", "Our boat"))

    assert problem.why == "One picture, recording or file went without words."
    assert one.text == "Our boat"


def test_a_group_is_marked(tmp_path: Path) -> None:
    news = block(0, "", rest=" Ada named the conversation Rowing")

    problem, one, _ = things_in(tmp_path, news, block(1, ADA, "Hi"), block(2, BO, "Yes"), name="Rowing - 7.txt")

    assert problem.why == "One line written by the program itself was passed over."
    assert (one.signs, one.subject) == (("group",), "Rowing")
    assert shown(one)[2] == [("from", ADA), ("to", "imessage-group:rowing")]


def test_a_later_export_has_the_same_messages(tmp_path: Path) -> None:
    older = {one.key for one in things_in(tmp_path, *(block(n, ADA, f"Hi {n}") for n in range(20)))}
    newer = {one.key for one in things_in(tmp_path, *(block(n, ADA, f"Hi {n}") for n in range(5, 40)))}

    assert len(older - newer) == 5


def test_whatever_becomes_of_a_file_nothing_is_raised(tmp_path: Path) -> None:
    chance = random.Random(17)
    good = "".join(block(n, (ADA, "Me")[n % 2], "Hi", "attachments/1.png") for n in range(9)).encode()
    path = tmp_path / "mutated.txt"

    for _ in range(400):
        content = bytearray(good)
        for _ in range(chance.randrange(1, 20)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(4)] = chance.randbytes(chance.randrange(3))
        path.write_bytes(content)
        imessage.recognise(str(path), bytes(content))
        assert isinstance(list(imessage.read(str(path), None))[-1], Cursor)
