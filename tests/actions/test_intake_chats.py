"""Bringing in chats: whose they are, who becomes a person, nothing doubled, and all taken back."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amity.actions import intake_preview, intake_undo
from amity.actions.handles import add_handle
from amity.actions.intake import new_intake, run_intake
from amity.actions.people import add_person
from amity.actions.setup import ensure_network
from amity.lib.errors import NotAccepted
from amity.queries.search import find
from amity.records.intakes import IntakeState
from amity.records.models import Handle, Intake, IntakeProblem, Interaction, OwnAddress, Participant, Person
from amity.records.scope import scope_of

pytestmark = pytest.mark.django_db(transaction=True)

ZOE = "13.05.24, 10:00 - Zoë Müller: Shall we mend the boat?\n13.05.24, 10:01 - Robin Fenn: Gladly\n"
BO = "14.05.24, 10:00 - Bo Berg: Tar and timber\n14.05.24, 10:01 - Robin Fenn: Yes\n"
GROUP = "15.05.24, 09:00 - Bo created group “Rowing”\n15.05.24, 10:00 - Cy Marsh: Regatta on Sunday\n" + BO
UNTOLD = "Nothing tells which of the two you are"


@pytest.fixture
def viewer(standing_clock):
    return ensure_network()


def bring(viewer, folder: Path, chats: dict[str, str], me=()):
    paths = []
    for name, text in chats.items():
        path = folder / name
        path.write_text(text)
        paths.append(str(path))
    intake = new_intake(viewer, paths, me)
    assert run_intake(viewer, intake) is IntakeState.DONE
    return intake


def stored(viewer):
    """What is here: the words, which way they went and with whom."""
    with scope_of(viewer):
        rows = Interaction.objects.order_by("happened_at").values_list("text", "direction", "pk")
        return [
            (text, way, sorted(Participant.objects.filter(interaction=key).values_list("person__name", flat=True)))
            for text, way, key in rows
        ]


def kept(viewer):
    with scope_of(viewer):
        return sorted(Person.objects.filter(kept_at__isnull=False).values_list("name", flat=True))


def problems(viewer, intake):
    with scope_of(viewer):
        return [why for why in IntakeProblem.objects.filter(intake=intake).values_list("why", flat=True)]


WITH_ZOE = [
    ("Shall we mend the boat?", "in", ["Zoë Müller"]),
    ("Gladly", "out", ["Zoë Müller"]),
]
WITH_BO = [("Tar and timber", "in", ["Bo Berg"]), ("Yes", "out", ["Bo Berg"])]


def test_a_partner_who_wrote_and_was_written_to_becomes_a_person(viewer, tmp_path):
    bring(viewer, tmp_path, {"WhatsApp Chat with Zoë Müller.txt": ZOE})

    assert stored(viewer) == WITH_ZOE
    assert kept(viewer) == ["Zoë Müller"]
    with scope_of(viewer):
        assert OwnAddress.objects.get().value == "whatsapp:robin fenn"
        assert Handle.objects.get().value == "whatsapp:zoë müller"


def test_who_stands_in_several_chats_is_the_owner(viewer, tmp_path):
    intake = bring(viewer, tmp_path, {"one.txt": ZOE, "two.txt": BO})

    assert stored(viewer) == WITH_ZOE + WITH_BO
    assert kept(viewer) == ["Bo Berg", "Zoë Müller"]
    assert not problems(viewer, intake)


def test_a_chat_that_tells_nothing_is_asked_about_and_not_guessed(viewer, tmp_path):
    intake = bring(viewer, tmp_path, {"one.txt": ZOE})

    assert [way for _, way, _ in stored(viewer)] == ["in", "in"]
    assert [UNTOLD in why for why in problems(viewer, intake)] == [True]
    assert not kept(viewer)


def test_an_owners_word_puts_a_chat_right_that_came_in_before(viewer, tmp_path):
    bring(viewer, tmp_path, {"one.txt": ZOE})

    intake = bring(viewer, tmp_path, {"one.txt": ZOE}, me=["Robin Fenn"])

    assert stored(viewer) == WITH_ZOE
    assert kept(viewer) == ["Zoë Müller"]
    assert not problems(viewer, intake)


def test_a_second_chat_tells_whose_the_first_was(viewer, tmp_path):
    bring(viewer, tmp_path, {"one.txt": ZOE})

    intake = bring(viewer, tmp_path, {"two.txt": BO})

    assert stored(viewer) == WITH_ZOE + WITH_BO
    assert kept(viewer) == ["Bo Berg", "Zoë Müller"]
    intake_undo.undo_intake(viewer, intake)
    assert [way for _, way, _ in stored(viewer)] == ["in", "in"]


def test_an_own_name_known_from_mail_is_heard_in_chats(viewer, tmp_path):
    bring(viewer, tmp_path, {"one.txt": ZOE}, me=["robin.fenn@fenn.example"])

    assert stored(viewer) == WITH_ZOE


def test_a_name_is_no_own_address_where_there_are_no_chats(viewer, tmp_path):
    (tmp_path / "cards.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nEND:VCARD\n")

    with pytest.raises(NotAccepted, match="not a mail address"):
        new_intake(viewer, [str(tmp_path / "cards.vcf")], ["Robin Fenn"])


def test_a_number_joins_the_person_who_has_it(viewer, tmp_path):
    zoe = add_person(viewer, "Zoë Müller").id
    add_handle(viewer, zoe, "phone", "+44 20 7946 0001", "")

    bring(viewer, tmp_path, {"WhatsApp Chat with +44 20 7946 0001.txt": ZOE.replace("Zoë Müller", "+44 20 7946 0001")})

    assert kept(viewer) == ["Zoë Müller"]
    assert stored(viewer) == WITH_ZOE


def test_a_group_is_found_by_its_words_and_makes_nobody_a_person(viewer, tmp_path):
    bring(viewer, tmp_path, {"WhatsApp Chat with Rowing.txt": GROUP}, me=["Robin Fenn"])

    assert not kept(viewer)
    with scope_of(viewer):
        assert not Interaction.objects.filter(counts=True).exists()
        assert not Person.objects.filter(aside=False).exists()
    found = find(viewer, "regatta", datetime(2026, 12, 1, tzinfo=UTC).date())
    assert [said.name for said in found.said] == ["Cy Marsh"]


def test_the_hour_is_understood_where_the_owner_lives(viewer, tmp_path):
    bring(viewer, tmp_path, {"WhatsApp Chat with Zoë Müller.txt": ZOE})

    with scope_of(viewer):
        first = Interaction.objects.order_by("happened_at").first()
        assert first.happened_at == datetime(2024, 5, 13, 10, 0, tzinfo=viewer.time_zone)


def test_a_newer_longer_export_brings_only_what_is_new(viewer, tmp_path):
    bring(viewer, tmp_path, {"WhatsApp Chat with Zoë Müller.txt": ZOE})

    bring(viewer, tmp_path, {"WhatsApp Chat with Zoë Müller (1).txt": ZOE + "16.05.24, 10:00 - Zoë Müller: Done!\n"})

    assert stored(viewer) == [*WITH_ZOE, ("Done!", "in", ["Zoë Müller"])]


def test_taken_back_nothing_is_left(viewer, tmp_path):
    intake = bring(viewer, tmp_path, {"one.txt": ZOE, "two.txt": BO, "three.txt": GROUP})

    intake_undo.undo_intake(viewer, intake)

    assert not stored(viewer)
    with scope_of(viewer):
        assert not Person.objects.exists()
        assert not Handle.objects.exists()
        assert not OwnAddress.objects.exists()


def test_the_look_beforehand_says_whose_chats_they_seem_to_be(viewer, tmp_path):
    for name, text in (("one.txt", ZOE), ("two.txt", BO)):
        (tmp_path / name).write_text(text)

    seen = intake_preview.preview(viewer, [str(tmp_path)])
    untold = intake_preview.preview(viewer, [str(tmp_path / "one.txt")])

    assert [(own.address, own.used) for own in seen.own] == [("whatsapp:robin fenn", True)]
    assert not seen.problems
    assert UNTOLD in untold.problems[0].why


def element(name, **values):
    return f"<{name} {' '.join(f'{key}={chr(34)}{value}{chr(34)}' for key, value in values.items())} />"


NUMBER = "+442079460001"
CALLS = [
    element("call", number=NUMBER, duration=600, date=1_714_550_400_000, type=2, contact_name="Zoë Müller"),
    element("call", number="+442079460099", duration=0, date=1_714_550_500_000, type=3, contact_name="(Unknown)"),
]
TEXTS = [
    element("sms", address=NUMBER, date=1_714_540_400_000, type=1, body="Hi", contact_name="Zoë Müller"),
    element("sms", address="BANK", date=1_714_540_500_000, type=1, body="Your code", contact_name="null"),
]


def test_calls_and_texts_join_whoever_has_the_number(viewer, tmp_path):
    zoe = add_person(viewer, "Zoë Müller").id
    add_handle(viewer, zoe, "phone", NUMBER, "")

    backups = {"calls.xml": f"<calls>{''.join(CALLS)}</calls>", "sms.xml": f"<smses>{''.join(TEXTS)}</smses>"}
    intake = bring(viewer, tmp_path, backups)

    assert stored(viewer) == [("Hi", "in", ["Zoë Müller"]), ("", "out", ["Zoë Müller"])]
    with scope_of(viewer):
        assert list(Interaction.objects.order_by("happened_at").values_list("channel", "minutes")) == [
            ("message", None),
            ("call", 10),
        ]
        assert sorted(Intake.objects.get(pk=intake).aside) == [
            "A call that nobody answered.",
            "Nobody in particular writes from such a name or short number.",
        ]


def telegram(*texts, **more):
    senders = {"Zoë Müller": "user111", "Robin Fenn": "user1"}
    messages = [
        {
            "id": n,
            "type": "message",
            "date_unixtime": str(1_714_550_400 + n),
            "from": who,
            "from_id": senders[who],
            "text": text,
        }
        for n, (who, text) in enumerate(texts)
    ]
    return {"name": "Zoë Müller", "type": "personal_chat", "id": 111, "messages": messages, **more}


def test_a_contact_of_an_account_joins_its_number_and_its_chats(viewer, tmp_path):
    zoe = add_person(viewer, "Zoë Müller").id
    add_handle(viewer, zoe, "phone", NUMBER, "")
    chat = telegram(("Zoë Müller", "Shall we mend the boat?"), ("Robin Fenn", "Gladly"))
    contact = {"user_id": 111, "first_name": "Zoë", "last_name": "Müller", "phone_number": NUMBER}
    whole = {
        "personal_information": {"user_id": 1, "first_name": "Robin", "last_name": "Fenn"},
        "contacts": {"list": [contact]},
        "chats": {"list": [chat]},
    }

    bring(viewer, tmp_path, {"result.json": json.dumps(whole)})

    assert stored(viewer) == WITH_ZOE
    assert kept(viewer) == ["Zoë Müller"]


def test_one_chat_and_then_the_account_bring_each_message_once(viewer, tmp_path):
    chat = telegram(("Zoë Müller", "Shall we mend the boat?"), ("Robin Fenn", "Gladly"))

    bring(viewer, tmp_path, {"one.json": json.dumps(chat)})
    bring(
        viewer, tmp_path, {"all.json": json.dumps({"personal_information": {"user_id": 1}, "chats": {"list": [chat]}})}
    )

    assert stored(viewer) == WITH_ZOE
    assert kept(viewer) == ["Zoë Müller"]


def test_a_chat_named_after_the_other_tells_whose_it_is_in_messenger(viewer, tmp_path):
    messages = [
        {"sender_name": "Robin Fenn", "timestamp_ms": 1_714_550_500_000, "content": "Gladly"},
        {"sender_name": "Zoë Müller", "timestamp_ms": 1_714_550_400_000, "content": "Shall we mend the boat?"},
    ]
    members = [{"name": "Zoë Müller"}, {"name": "Robin Fenn"}]
    thread = {"participants": members, "messages": messages, "title": "Zoë Müller", "thread_path": "inbox/zoe"}

    bring(viewer, tmp_path, {"message_1.json": json.dumps(thread, ensure_ascii=False)})

    assert stored(viewer) == WITH_ZOE
    assert kept(viewer) == ["Zoë Müller"]
