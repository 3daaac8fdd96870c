import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from amity.judgement.vocabulary import PartyRole
from amity.sources.found import Cursor, FoundInteraction, Problem
from amity.sources.whatsapp import read as whatsapp
from tests.sources.suite import ReaderSuite

NAMES = ("Ada Lindqvist", "Bo Berg")


def chat_of(count: int) -> str:
    begin = datetime(2024, 1, 20, 9, 0, tzinfo=UTC)
    moments = (begin + timedelta(hours=number) for number in range(count))
    return "".join(f"{at:%d.%m.%y, %H:%M} - {NAMES[n % 2]}: Message {n} – grüße\n" for n, at in enumerate(moments))


class TestWhatsApp(ReaderSuite):
    reader = whatsapp

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "WhatsApp Chat with Bo Berg.txt"
        path.write_text(chat_of(count))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "damaged.txt"
        path.write_text(
            "above all\n" + chat_of(6) + "45.45.24, 10:00 - Bo Berg: never\n21.01.24, 33:10 - Bo Berg: no hour\n"
        )
        return path, 9


def things_in(folder: Path, text: str, name: str = "chat.txt") -> list[FoundInteraction | Problem]:
    path = folder / name
    path.write_text(text)
    return [thing for thing in whatsapp.read(str(path), None) if not isinstance(thing, Cursor)]


def messages_in(folder: Path, text: str, name: str = "chat.txt") -> list[FoundInteraction]:
    return [thing for thing in things_in(folder, text, name) if isinstance(thing, FoundInteraction)]


AT_ONE = datetime(2024, 5, 13, 13, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "5/13/24, 1:02 PM - Jo: Hi",
        "5/13/24, 1:02\u202fPM - Jo: Hi",
        "[5/13/24, 1:02:00\u202fPM] Jo: Hi",
        "\u200e[13.05.24, 13:02:00] Jo: Hi",
        "13.05.24, 13:02 - Jo: Hi",
        "13/05/2024, 13:02 - Jo: Hi",
        "13/05/2024, 1:02 pm - Jo: Hi",
        "13/5/24 13:02 - Jo: Hi",
        "13/5/24, 1:02 p. m. - Jo: Hi",
        "13/5/24 1:02 p.\u00a0m. - Jo: Hi",
        "13-05-2024 13:02 - Jo: Hi",
        "2024-05-13 13:02 - Jo: Hi",
        "2024-05-13 13 h 02 - Jo: Hi",
        "[2024-05-13, 13:02:00] Jo: Hi",
        "13.5.2024 klo 13.02 - Jo: Hi",
        "13/05/2024 à 13:02 - Jo: Hi",
        "13.05.24 г., 13:02 ч. - Jo: Hi",
        "2024. 05. 13. 13:02 - Jo: Hi",
        "2024. 5. 13. 오후 1:02 - Jo: Hi",
        "2024/05/13 13:02 - Jo: Hi",
        "2024/5/13 下午1:02 - Jo: Hi",
        "[2024/5/13 下午1:02:00] Jo: Hi",
        "\u200f13\u200f/5\u200f/2024، 1:02 م - Jo: Hi",
        "١٣/٥/٢٠٢٤، ١:٠٢ م - Jo: Hi",
        "13. 5. 2024 13:02 - Jo: Hi",
        "13/5/2567 13:02 - Jo: Hi",
        "13.05.2024, 1:02 μ.μ. - Jo: Hi",
        "13.05.2024 ÖS 1:02 - Jo: Hi",
    ],
)
def test_lines_of_every_phone_say_the_same(line: str, tmp_path: Path) -> None:
    (message,) = messages_in(tmp_path, f"{line}\nand more\n")

    assert (message.at, message.parties[0].name, message.text) == (AT_ONE, "Jo", "Hi\nand more")
    assert message.floating


@pytest.mark.parametrize(
    ("clock", "hour"),
    [("12:05 AM", 0), ("12:05 PM", 12), ("11:05 pm", 23), ("1:05 a. m.", 1), ("12:05\u202fp.m.", 12), ("0:05", 0)],
)
def test_noon_and_midnight_are_where_they_belong(clock: str, hour: int, tmp_path: Path) -> None:
    (message,) = messages_in(tmp_path, f"5/13/24, {clock} - Jo: Hi\n")

    assert message.at == datetime(2024, 5, 13, hour, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["1/5/24", "2/5/24", "13/5/24"], datetime(2024, 5, 1, 10, tzinfo=UTC)),
        (["1/5/24", "2/5/24", "5/13/24"], datetime(2024, 1, 5, 10, tzinfo=UTC)),
        (["1/2/24", "1/3/24", "2/1/24", "2/4/24"], datetime(2024, 1, 2, 10, tzinfo=UTC)),
        (["1/2/24", "3/2/24", "1/3/24", "4/3/24"], datetime(2024, 2, 1, 10, tzinfo=UTC)),
        (["5/5/24"], datetime(2024, 5, 5, 10, tzinfo=UTC)),
    ],
)
def test_the_whole_file_tells_which_number_is_the_day(dates: list[str], first: datetime, tmp_path: Path) -> None:
    messages = messages_in(tmp_path, "".join(f"{day}, 10:00 - Jo: Hi\n" for day in dates))

    assert len(messages) == len(dates)
    assert messages[0].at == first


def test_where_nothing_tells_which_is_the_day_it_says_so_and_guesses_nothing(tmp_path: Path) -> None:
    (problem,) = things_in(tmp_path, "5/1/24, 10:01 - Jo: Hi\n6/1/24, 10:01 - Bo: Yes\n")

    assert isinstance(problem, Problem)
    assert "from 5/1/24 to 6/1/24" in problem.why
    assert not problem.kept


def test_a_message_goes_on_over_lines_that_look_like_nothing(tmp_path: Path) -> None:
    text = "13.05.24, 10:00 - Jo: Days:\n\n\n2/11/19: Arrival\n12/12/19: Departure\n13.05.24, 10:01 - Bo: Yes\n"

    first, second = messages_in(tmp_path, text)

    assert first.text == "Days:\n\n\n2/11/19: Arrival\n12/12/19: Departure"
    assert second.where == "line 6"


def test_pasted_lines_of_another_phone_stay_within_their_message_and_are_told(tmp_path: Path) -> None:
    text = "13.05.24, 10:00 - Jo: Look\n[1/5/24, 10:00:01] Al: Hi\n13.05.24, 10:01 - Bo: Yes\n"

    problem, first, _ = things_in(tmp_path, text)

    assert isinstance(problem, Problem)
    assert problem.where == "line 2"
    assert isinstance(first, FoundInteraction)
    assert first.text == "Look\n[1/5/24, 10:00:01] Al: Hi"


@pytest.mark.parametrize(
    "said",
    [
        "<Media omitted>",
        "<Medien ausgeschlossen>",
        "<Mídia oculta>",
        "\u200eimage omitted",
        "\u200e<Anhang: 00000012-PHOTO.jpg>",
        "IMG-20240501-WA0001.jpg (file attached)",
        "\u200eIMG-20240501-WA0001.jpg (Datei angehängt)",
    ],
)
def test_media_are_counted_and_said_once(said: str, tmp_path: Path) -> None:
    problem, *messages = things_in(tmp_path, f"13.05.24, 10:00 - Jo: {said}\n14.05.24, 10:00 - Jo: {said}\n")

    assert isinstance(problem, Problem)
    assert problem.why == "Two pictures, recordings and files went without words."
    assert [message.text for message in messages if isinstance(message, FoundInteraction)] == ["", ""]


def test_words_below_a_picture_are_kept(tmp_path: Path) -> None:
    text = "13.05.24, 10:00 - Jo: IMG-1.jpg (file attached)\nOur cat\n[x]\n"

    assert messages_in(tmp_path, text)[0].text == "Our cat\n[x]"


def test_the_mark_of_an_edit_is_cut(tmp_path: Path) -> None:
    text = "13.05.24, 10:00 - Jo: At noon \u200e<This message was edited>\n"

    assert messages_in(tmp_path, text)[0].text == "At noon"


@pytest.mark.parametrize(
    "line",
    [
        "13.05.24, 10:00 - Messages and calls are end-to-end encrypted.",
        "13.05.24, 10:00 - Jo changed the subject to “Trip: 2024”",
        "13.05.24, 10:00 - Jo: \u200eMissed voice call",
        "13.05.24, 10:00 - Your security code with +44 20 7946 0001 changed.",
    ],
)
def test_lines_of_the_app_itself_are_no_messages(line: str, tmp_path: Path) -> None:
    problem, message = things_in(tmp_path, f"{line}\n13.05.24, 10:01 - Jo: Bank: please pay: 10:30\n")

    assert isinstance(problem, Problem)
    assert problem.why == "One line written by WhatsApp itself was passed over."
    assert isinstance(message, FoundInteraction)
    assert message.text == "Bank: please pay: 10:30"


def who_and_where(messages: list[FoundInteraction]) -> list[tuple[list[str], str]]:
    return [([party.value for party in one.parties], one.folder) for one in messages]


TWO = "13.05.24, 10:00 - Zoë Müller: Hi\n13.05.24, 10:01 - Ich: Yes\n"
BOTH = [
    (["whatsapp:zoë müller", "whatsapp:ich"], "inbox"),
    (["whatsapp:ich", "whatsapp:zoë müller"], "sent"),
]


@pytest.mark.parametrize(
    "name",
    [
        "WhatsApp Chat with Zoë Müller.txt",
        "WhatsApp-Chat mit Zoë Müller.txt",
        "Chat de WhatsApp con Zoë Müller (2).txt",
    ],
)
def test_a_file_named_after_one_of_two_tells_who_the_other_is(name: str, tmp_path: Path) -> None:
    assert who_and_where(messages_in(tmp_path, TWO, name)) == BOTH


def test_a_folder_named_after_one_of_two_tells_as_well(tmp_path: Path) -> None:
    folder = tmp_path / "WhatsApp Chat - Zoë Müller"
    folder.mkdir()

    assert who_and_where(messages_in(folder, TWO, "_chat.txt")) == BOTH


def test_the_app_writes_its_first_line_in_the_name_of_the_other(tmp_path: Path) -> None:
    notice = "13.05.24, 09:00 - Zoë Müller: \u200eMessages and calls are end-to-end encrypted.\n"

    assert who_and_where(messages_in(tmp_path, notice + TWO)) == BOTH


def test_where_nothing_tells_who_the_owner_is_nobody_is_guessed(tmp_path: Path) -> None:
    assert [folder for _, folder in who_and_where(messages_in(tmp_path, TWO))] == ["", ""]


def test_who_has_no_name_is_known_by_number(tmp_path: Path) -> None:
    messages = messages_in(
        tmp_path, "13.05.24, 10:00 - \u202a+44 20 7946 0001\u202c: Hi\n13.05.24, 10:01 - ~\u202fSam: Yes\n"
    )

    assert [one.parties[0].value for one in messages] == ["+442079460001", "whatsapp:sam"]
    assert messages[0].parties[0].name == ""


@pytest.mark.parametrize(
    "first",
    [
        "13.05.24, 09:00 - Jo created group “Rowing”\n",
        "13.05.24, 09:00 - Rowing: \u200eMessages and calls are end-to-end encrypted.\n",
        "13.05.24, 09:00 - Third One: I am here as well\n",
    ],
)
def test_a_group_is_marked_and_its_members_write_to_the_group(first: str, tmp_path: Path) -> None:
    message = messages_in(tmp_path, first + TWO)[-1]

    assert message.signs == ("group",)
    assert [party.role for party in message.parties] == [PartyRole.FROM, PartyRole.TO]
    assert message.parties[1].value.startswith("whatsapp-group:")


def test_a_newer_and_longer_export_holds_the_same_messages(tmp_path: Path) -> None:
    older = messages_in(tmp_path, chat_of(300), "older.txt")
    newer = messages_in(tmp_path, "".join(chat_of(500).splitlines(keepends=True)[100:]), "newer.txt")

    assert {one.key for one in older[100:]} <= {one.key for one in newer}


def test_the_same_words_twice_in_a_minute_are_two_messages(tmp_path: Path) -> None:
    messages = messages_in(tmp_path, "13.05.24, 10:00 - Jo: Hi\n" * 3)

    assert len({one.key for one in messages}) == 3


def test_the_same_words_to_two_people_are_two_messages(tmp_path: Path) -> None:
    one, other = (f"13.05.24, 10:00 - Jo: Happy new year\n13.05.24, 10:00 - {name}: Thanks\n" for name in ("Bo", "Cy"))

    keys = {message.key for text in (one, other) for message in messages_in(tmp_path, text)}

    assert len(keys) == 4


def test_whatever_becomes_of_a_file_nothing_is_raised(tmp_path: Path) -> None:
    chance = random.Random(5)
    good = (chat_of(20) + "13/5/24, 1:02\u202fPM - Jo: Hi\n[2024/5/13 下午1:02:00] Jo: Hi\n").encode()
    path = tmp_path / "mutated.txt"

    for _ in range(400):
        content = bytearray(good)
        for _ in range(chance.randrange(1, 30)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
        path.write_bytes(content)
        whatsapp.recognise(str(path), bytes(content))
        things = list(whatsapp.read(str(path), None))
        assert isinstance(things[-1], Cursor)
        assert all(len(thing.key) == 16 for thing in things if isinstance(thing, FoundInteraction))
