import base64
import random
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest

from amity.judgement.vocabulary import Channel
from amity.sources.found import Cursor, FoundInteraction
from amity.sources.sms import read as sms
from tests.sources.suite import ReaderSuite

BEGIN = 1_714_550_400_000
ADA, BO = "+442079460001", "+442079460002"


def element(tag: str, inside: str = "", **values: Any) -> str:
    written = " ".join(f"{name}={quoteattr(str(value))}" for name, value in values.items())
    return f"<{tag} {written}>{inside}</{tag}>\n"


def text(number: int, body: str, way: int = 1, **values: Any) -> str:
    row = {"address": ADA, "date": BEGIN + number * 1000, "type": way, "body": body, "contact_name": "Ada Okafor"}
    return element("sms", **(row | values))


def call(moment: int, seconds: int, way: int, **values: Any) -> str:
    row = {"number": ADA, "duration": seconds, "date": BEGIN + moment * 1000, "type": way, "contact_name": "Ada Okafor"}
    return element("call", **(row | values))


def backup(rows: str, root: str = "smses") -> str:
    head = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!--File Created By SMS Backup & Restore-->\n"
    return f'{head}<{root} count="3">\n{rows}</{root}>'


class TestMessages(ReaderSuite):
    reader = sms

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "sms-20240501.xml"
        path.write_text(backup("".join(text(n, f"Message {n} – grüße", 1 + n % 2) for n in range(count))))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "sms.xml"
        rows = [
            text(1, "Hi"),
            text(2, "no date", date="x"),
            text(3, "no way", way=77),
            text(4, "no number", address=""),
        ]
        path.write_text(backup("".join(rows)))
        return path, 4


class TestCalls(ReaderSuite):
    reader = sms

    def write(self, folder: Path, count: int) -> Path:
        path = folder / "calls.xml"
        path.write_text(backup("".join(call(n, 65 + n, 1 + n % 2) for n in range(count)), "calls"))
        return path

    def write_damaged(self, folder: Path) -> tuple[Path, int]:
        path = folder / "calls.xml"
        path.write_text(backup(call(1, 9, 1) + call(2, 9, 1, date=-5) + call(3, 9, 99), "calls"))
        return path, 3


def things_in(folder: Path, content: str) -> list[Any]:
    path = folder / "backup.xml"
    path.write_text(content)
    return [thing for thing in sms.read(str(path), None) if not isinstance(thing, Cursor)]


def shown(one: FoundInteraction) -> tuple[str, str, list[tuple[str, str]]]:
    return (one.text, one.folder, [(party.role.value, party.value) for party in one.parties])


def test_messages_say_which_way_they_went_and_with_whom(tmp_path: Path) -> None:
    heard, sent = things_in(tmp_path, backup(text(0, "Call me?") + text(1, "I will.", 2, contact_name="(Unknown)")))

    assert shown(heard) == ("Call me?", "inbox", [("from", ADA)])
    assert shown(sent) == ("I will.", "sent", [("to", ADA)])
    assert heard.at == datetime.fromtimestamp(BEGIN / 1000, UTC)
    assert (heard.parties[0].name, sent.parties[0].name) == ("Ada Okafor", "")


@pytest.mark.parametrize("emoji", ["&#55357;&#56832;", "&#xD83D;&#xDE00;", "&#128512;", "😀"])
def test_emoji_are_whole_however_they_are_written(emoji: str, tmp_path: Path) -> None:
    (one,) = things_in(tmp_path, backup(text(0, "Yes MARK").replace("MARK", emoji)))

    assert one.text == "Yes 😀"


def test_half_an_emoji_spoils_nothing(tmp_path: Path) -> None:
    (one,) = things_in(tmp_path, backup(text(0, "Yes MARK").replace("MARK", "&#55357;")))

    assert one.text == "Yes \N{REPLACEMENT CHARACTER}"


def test_a_number_without_a_country_is_one_of_the_telephones_own(tmp_path: Path) -> None:
    others = "".join(text(n, "Hi", address=f"+44207946000{n}") for n in range(1, 5))

    *_, one = things_in(tmp_path, backup(others + text(9, "Hello", address="020 7946 0001")))

    assert one.parties[0].value == ADA


def test_picture_messages_give_their_words_and_their_pictures_are_counted(tmp_path: Path) -> None:
    picture = element("part", ct="image/jpeg", data=base64.b64encode(bytes(300_000)).decode())
    words = element("part", ct="text/plain", text="Our boat")
    whole = element("mms", f"<parts>{picture}{words}</parts>", address=ADA, date=BEGIN, msg_box=2, contact_name="Ada")

    problem, one = things_in(tmp_path, backup(whole))

    assert shown(one) == ("Our boat", "sent", [("to", ADA)])
    assert problem.why == "One picture, recording or file went without words."


def test_a_message_to_several_is_a_groups(tmp_path: Path) -> None:
    sender = element("addr", address=BO, type=137)
    inside = f"<parts>{element('part', ct='text/plain', text='Dinner?')}</parts><addrs>{sender}</addrs>"

    (one,) = things_in(tmp_path, backup(element("mms", inside, address=f"{ADA}~{BO}", date=BEGIN, msg_box=1)))

    assert one.signs == ("group",)
    assert [(party.role.value, party.value) for party in one.parties][0] == ("from", BO)


@pytest.mark.parametrize("sender", ["BANK", "22044"])
def test_firms_are_marked(sender: str, tmp_path: Path) -> None:
    (one,) = things_in(tmp_path, backup(text(0, "Your code", address=sender, contact_name="null")))

    assert one.signs == ("no-reply",)


def test_calls_have_their_minutes_and_those_nobody_answered_are_marked(tmp_path: Path) -> None:
    rows = [call(1, 65, 1), call(2, 1900, 2), call(3, 0, 3), call(4, 0, 2), call(5, 20, 1, number="")]

    heard, made, missed, unanswered, nobody = things_in(tmp_path, backup("".join(rows), "calls"))

    assert {one.channel for one in (heard, made, missed)} == {Channel.CALL}
    assert [(one.minutes, one.folder) for one in (heard, made)] == [(1, "inbox"), (32, "sent")]
    assert [one.signs for one in (heard, missed, unanswered)] == [(), ("missed",), ("missed",)]
    assert nobody.parties == ()


@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE smses [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE smses SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE smses [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_document_type_is_refused_before_any_entity(bomb: str, tmp_path: Path) -> None:
    (problem,) = things_in(tmp_path, f"{bomb}<smses>{text(1, 'MARK').replace('MARK', '&b;')}</smses>")

    assert "declares a document type" in problem.why


@pytest.mark.parametrize("encoding", ["utf-7", "nonsense", "UTF-16"])
def test_another_encoding_that_is_declared_is_not_looked_up(encoding: str, tmp_path: Path) -> None:
    whole = backup(text(0, "Grüße")).replace("UTF-8", encoding)

    assert [one.text for one in things_in(tmp_path, whole)] == ["Grüße"]


def test_bytes_that_are_no_text_spoil_only_their_word(tmp_path: Path) -> None:
    path = tmp_path / "sms.xml"
    path.write_bytes(backup(text(0, "before MARK after") + text(1, "Hi")).encode().replace(b"MARK", b"\xff\xfe"))

    found = [thing for thing in sms.read(str(path), None) if isinstance(thing, FoundInteraction)]

    assert [one.text for one in found] == ["before \ufffd\ufffd after", "Hi"]


def test_large_attachments_are_never_held(tmp_path: Path) -> None:
    path = tmp_path / "large.xml"
    part = '<part ct="video/mp4" data="' + "A" * 40_000_000 + '"/>'
    path.write_text(
        backup(f'<mms address="{ADA}" date="{BEGIN}" msg_box="1"><parts>{part}</parts></mms>' + text(1, "Hi"))
    )
    tracemalloc.start()

    found = [thing for thing in sms.read(str(path), None) if isinstance(thing, FoundInteraction)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [one.text for one in found] == ["", "Hi"]
    assert peak < 8 * 1024 * 1024


def test_a_message_without_end_is_not_held_either(tmp_path: Path) -> None:
    path = tmp_path / "endless.xml"
    path.write_text('<smses><sms address="x" body="' + "words " * 4_000_000)

    problem = next(thing for thing in sms.read(str(path), None) if not isinstance(thing, Cursor))

    assert problem.why == "One message here is longer than anybody writes."


def test_whatever_becomes_of_a_file_nothing_is_raised(tmp_path: Path) -> None:
    chance = random.Random(11)
    good = backup(text(1, "Hi &#55357;&#56832;") + text(2, "Yes", 2) + call(3, 9, 1)).encode()
    path = tmp_path / "mutated.xml"

    for _ in range(400):
        content = bytearray(good)
        for _ in range(chance.randrange(1, 12)):
            place = chance.randrange(len(content))
            content[place : place + chance.randrange(4)] = chance.choice(
                (b"", b"<", b'"', b"&#xD83D;", b"\xff", b"&a;")
            )
        path.write_bytes(content)
        sms.recognise(str(path), bytes(content))
        assert isinstance(list(sms.read(str(path), None))[-1], Cursor)
