"""One captured sentence: what each chip holds, who is meant, what stays as the note."""

from datetime import date

import pytest

from amity.judgement.capture import Capture, KnownName, KnownNames, LifeEvent, read_capture
from amity.judgement.vocabulary import Channel

MONDAY = date(2026, 11, 23)
WHOLE = (
    "Coffee with Ana Tue 45 min, she needs a plumber, her son starts school in Leeds, "
    "I promised to send her the deck by Friday."
)


def read(text: str, *known: KnownName) -> Capture:
    return read_capture(text, on=MONDAY, known=known)


def names(capture: Capture) -> list[str]:
    return [chip.text for chip in capture.people]


def test_the_whole_sentence_becomes_its_chips() -> None:
    capture = read(WHOLE)

    assert names(capture) == ["Ana"]
    assert capture.when is not None
    assert capture.when.day == date(2026, 11, 17)
    assert capture.channel is not None
    assert capture.channel.channel is Channel.IN_PERSON
    assert capture.minutes is not None
    assert capture.minutes.minutes == 45
    assert [(said.what, said.who) for said in capture.needs] == [("a plumber", capture.people[0])]
    assert [(said.what, said.event) for said in capture.facts] == [("her son starts school in Leeds", LifeEvent.SCHOOL)]
    assert [(each.by, each.to, each.what, each.due) for each in capture.promises] == [
        (None, capture.people[0], "send her the deck", date(2026, 11, 27))
    ]


def test_every_chip_stands_where_it_was_read() -> None:
    capture = read(WHOLE)

    assert capture.when is not None
    assert WHOLE[capture.when.span.start : capture.when.span.end] == "Tue"
    assert [WHOLE[each.span.start : each.span.end] for each in capture.needs] == ["she needs a plumber"]
    assert WHOLE[capture.promises[0].due_span.start :].startswith("Friday")


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("lunch w/ Ana", Channel.IN_PERSON),
        ("Rehearsal with Ana", Channel.IN_PERSON),
        ("Rang Ana", Channel.CALL),
        ("Zoom with Ana", Channel.VIDEO),
        ("Video call with Ana", Channel.VIDEO),
        ("Emailed Ana", Channel.MAIL),
        ("Texted Ana", Channel.MESSAGE),
        ("Voice message from Ana", Channel.MESSAGE),
        ("Wrote Ana a letter", Channel.LETTER),
        ("Telefonat mit Ana", Channel.CALL),
        ("Déjeuner avec Ana", Channel.IN_PERSON),
        ("Correo de Ana", Channel.MAIL),
        ("Talked to Ana", None),
    ],
)
def test_the_words_tell_how_it_happened(text: str, channel: Channel | None) -> None:
    capture = read(text)

    assert names(capture) == ["Ana"]
    assert (capture.channel.channel if capture.channel else None) == channel


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("45 min", 45), ("1h", 60), ("1h30", 90), ("1.5h", 90), ("2 hrs", 120), ("half an hour", 30), ("25'", 25),
        ("an hour and a half", 90), ("two hours", 120),
        ("a quarter of an hour", 15), ("99 hours", None), ("0 min", None),
    ],
)  # fmt: skip
def test_how_long_it_took_is_counted_in_minutes(words: str, minutes: int | None) -> None:
    capture = read(f"Coffee with Ana, {words}")

    assert (capture.minutes.minutes if capture.minutes else None) == minutes


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Dinner with Ana, Bo and Cy on Friday", ["Ana", "Bo", "Cy"]),
        ("Coffee w Ana n Bo", ["Ana", "Bo"]),
        ("On Thursday Ana and I had lunch", ["Ana"]),
        ("Supper at Uncle Bo's", ["Uncle Bo"]),
        ("Met Dr. Osei-Bonsu", ["Dr. Osei-Bonsu"]),
        ("lunch with dorian yesterday", ["dorian"]),
        ("Introduced Ana to Bo by email", ["Ana", "Bo"]),
        ("Coffee with نور الهاشمي on Sunday", ["نور الهاشمي"]),
        ("Coffee with \u202eنور\u202c on Sunday", ["نور"]),
        ("Lunch with 🌻 Ana 🌻", ["Ana"]),
        ("Lunch with <b onclick=go()>Ana</b><script src=x></script>", ["Ana"]),
        ("Mittagessen mit Swantje und Emre", ["Swantje", "Emre"]),
        ("The gate code changed", []),
        ("🌸Ana🌸 came over on Sunday", ["Ana"]),
        ("Dinner at Ana and Bo's", ["Ana", "Bo"]),
        ("Went to Ana's recital with Bo", ["Ana", "Bo"]),
        ("Ana's wedding on Saturday", ["Ana"]),
        ("Long walk with my neighbour Ana", ["Ana"]),
        ("Sat next to Ana on the train", ["Ana"]),
        ("Coffee Ana Tue", ["Ana"]),
        ("Had Ana over for lunch", ["Ana"]),
        ("Spoke on the phone to Ana", ["Ana"]),
        ("Mum called at nine", ["Mum"]),
        ("J'ai vu Ana hier", ["Ana"]),
        ("Ayer llamé a mi tía Remedios", ["tía Remedios"]),
        ("Gestern mit meiner Freundin Ana telefoniert", ["Ana"]),
    ],
)
def test_everybody_who_was_there_is_named(text: str, people: list[str]) -> None:
    assert names(read(text)) == people


def test_a_name_that_fits_several_is_asked_about() -> None:
    ruiz, holt = KnownName(1, "Ana Ruiz", given="Ana"), KnownName(2, "Ana Holt", called="Ana")

    unsure = read("Coffee with Ana", ruiz, holt).people[0]
    sure = read("Coffee with Ana Holt", ruiz, holt).people[0]

    assert (unsure.candidates, unsure.is_unsure) == ((1, 2), True)
    assert (sure.candidates, sure.is_unsure) == ((2,), False)


def test_a_stranger_is_new_and_a_short_form_is_known() -> None:
    michael = KnownName(7, "Michael Stone", given="Michael")

    assert read("Coffee with Bo", michael).people[0].is_new
    assert read("Coffee with Mike", michael).people[0].candidates == (7,)
    assert read("coffee with michael stone", michael).people[0].text == "michael stone"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("קפה עם שירה בן־דוד", ["שירה בן־דוד"]),
        ("Tea with שירה בן־דוד", ["שירה בן־דוד"]),
        ("قهوة مع نور", ["نور"]),
        ("قهوة مع ليلى", []),
        ("こんにちは", []),
        ("Tea with 王小明", ["王小明"]),
    ],
)
def test_where_a_script_has_no_capitals_only_a_known_name_is_one(text: str, people: list[str]) -> None:
    shira, noor = KnownName(1, "שירה בן־דוד"), KnownName(2, "نور الهاشمي")

    assert names(read(text, shira, noor)) == people


def test_a_cousin_is_known_by_the_name_behind() -> None:
    ludo = KnownName(3, "Ludo Vane", given="Ludo")

    assert read("Coffee with cousin Ludo", ludo).people[0].candidates == (3,)


def test_somebody_known_is_found_wherever_the_name_stands() -> None:
    gudrun = KnownName(4, "Gudrun")

    assert read("Vorgestern Gudrun im Supermarkt getroffen", gudrun).people[0].candidates == (4,)
    assert names(read("Vorgestern Gudrun im Supermarkt getroffen")) == []


def test_somebody_known_may_be_written_small_where_a_sentence_begins() -> None:
    ana, bo = KnownName(1, "Ana"), KnownName(2, "Bo")

    needs = read("tea w ana + bo, bo needs a van", ana, bo).needs

    assert [(need.who.candidates if need.who else (), need.what) for need in needs] == [((2,), "a van")]


@pytest.mark.parametrize("text", ["Ana cancelled lunch", "Mittagessen mit Ana abgesagt", "Déjeuner avec Ana annulé"])
def test_a_meeting_that_came_to_nothing_was_none(text: str) -> None:
    assert read(text).channel is None


def test_what_was_said_when_asked_is_needed() -> None:
    said = read("I asked Ana how I could help. She said a weekend without the kids.")
    nothing = read("Asked Ana what she needs: nothing right now")

    assert [need.what for need in said.needs] == ["a weekend without the kids"]
    assert nothing.asked_how_to_help
    assert nothing.needs == ()


def test_pictures_stay_in_the_note() -> None:
    assert "🌻" in read("Coffee with Ana 🌻 under the tree").rest


def test_an_index_is_built_once_and_asked_often() -> None:
    index = KnownNames([KnownName("a", "Ana Ruiz", also=("Anita",))])

    assert index.who("Anita") == index.who("RUIZ") == index.who("Aná") == ("a",)
    assert index.who("") == index.who("Ana Holt") == ()


def test_she_is_the_one_person_and_is_left_open_among_two() -> None:
    alone = read("Lunch with Ana, she needs a plumber")
    two = read("Lunch with Ana and Bo, she needs a plumber")
    named = read("Lunch with Ana and Bo, Bo needs a plumber and can lend a van")

    assert [said.who for said in alone.needs] == [alone.people[0]]
    assert [said.who for said in two.needs] == [None]
    assert [said.who for said in (*named.needs, *named.offers)] == [named.people[1]] * 2


@pytest.mark.parametrize(
    "text",
    [
        "she is looking for a flat", "she's after a flat", "she could use a flat", "she would love a flat",
        "wants a flat",
        "Needs: a flat", "Ana is looking for a flat", "Ana's looking for a flat",
    ],
)  # fmt: skip
def test_a_need_is_heard_in_many_words(text: str) -> None:
    assert [said.what for said in read(f"Tea with Ana. {text}").needs] == ["a flat"]


@pytest.mark.parametrize(
    "text",
    ["she can lend her van", "she offered to lend her van", "Ana is happy to lend her van", "Offers: lend her van"],
)
def test_an_offer_is_heard_in_many_words(text: str) -> None:
    assert [said.what for said in read(f"Tea with Ana. {text}").offers] == ["lend her van"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tea with Ana, I promised her a cake", "a cake"),
        ("Tea with Ana, I owe her the deck", "the deck"),
        ("Tea with Ana, I promised to send her the deck", "send her the deck"),
        ("Café avec Ana, j'ai promis de lui envoyer les photos", "lui envoyer les photos"),
        ("Café avec Ana, elle m'a promis d'envoyer les photos", "envoyer les photos"),
    ],
)
def test_what_is_promised_begins_with_the_deed_or_the_thing(text: str, what: str) -> None:
    assert [promise.what for promise in read(text).promises] == [what]


@pytest.mark.parametrize(
    ("text", "by", "due"),
    [
        ("I'll send the deck by Friday", None, date(2026, 11, 27)),
        ("Told her I'd send the deck tomorrow", None, date(2026, 11, 24)),
        ("I owe her the deck", None, None),
        ("must send the deck on the 30th", None, date(2026, 11, 30)),
        ("she'll send me the deck by Friday", "Ana", date(2026, 11, 27)),
        ("she said she'd send the deck", "Ana", None),
        ("Text her the deck tomorrow", None, date(2026, 11, 24)),
        ("I said we'd send the deck", None, None),
        ("She'll deliver the deck by Friday", "Ana", date(2026, 11, 27)),
    ],
)
def test_a_promise_knows_who_made_it_and_when_it_is_due(text: str, by: str | None, due: date | None) -> None:
    promise = read(f"Tea with Ana. {text}").promises[0]

    assert promise.by is None if by is None else promise.by is not None
    assert promise.due == due
    assert "deck" in promise.what
    assert "Friday" not in promise.what


@pytest.mark.parametrize(
    "text",
    [
        "Asked Ana how I can help", "Tea with Ana, how can I help?", "Kaffee mit Ana, gefragt, wie ich helfen kann",
        "Vu Ana, en quoi je peux aider", "Café con Ana, le pregunté en qué puedo ayudar",
    ],
)  # fmt: skip
def test_that_you_asked_how_you_can_help_is_noticed(text: str) -> None:
    assert read(text).asked_how_to_help is not None


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("she had a baby girl", LifeEvent.NEW_BABY),
        ("her father died", LifeEvent.BEREAVED),
        ("she moved to Bristol", LifeEvent.MOVED),
        ("she got the job", LifeEvent.NEW_JOB),
        ("she lost her job", LifeEvent.LOOKING_FOR_WORK),
        ("her dad is in hospital", LifeEvent.ILL),
        ("engaged to Seb", LifeEvent.WEDDING),
        ("they split up", LifeEvent.SEPARATED),
        ("she retired in May", LifeEvent.RETIRED),
        ("her dog is called Rex", None),
    ],
)
def test_what_happens_in_a_life_is_told_by_kind(text: str, event: LifeEvent | None) -> None:
    assert [fact.event for fact in read(f"Tea with Ana: {text}").facts] == [event]


@pytest.mark.parametrize(
    ("text", "need", "promise"),
    [
        (
            "Kaffee mit Dagmar am Dienstag, sie braucht einen Klempner, ich schicke ihr die Folien",
            "einen Klempner",
            "Folien",
        ),
        ("Café avec Solène mardi, elle a besoin d'un plombier, je lui enverrai le dossier", "un plombier", "dossier"),
        ("Café con Marta el martes, necesita un fontanero, le prometí enviarle las fotos", "un fontanero", "fotos"),
    ],
)
def test_each_language_has_its_own_table(text: str, need: str, promise: str) -> None:
    capture = read(text)

    assert capture.when is not None
    assert capture.when.day == date(2026, 11, 17)
    assert [said.what for said in capture.needs] == [need]
    assert promise in capture.promises[0].what


def test_what_was_not_understood_stays_as_the_note() -> None:
    capture = read("Tea with Ana. The blue kettle whistled all afternoon.")

    assert "blue kettle whistled" in capture.rest
    assert capture.facts == ()


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert read("Coffee with Ana on 31 February").when is None


@pytest.mark.parametrize("text", ["", " \n", "\x00", ", , ,", "and and", "'s's", "<" * 50, "Ana's " * 40, "I'll"])
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    capture = read(text)

    assert all(0 <= span.start < span.end <= len(text) for span in capture.understood)


def test_an_enormous_text_is_cut_and_says_so() -> None:
    capture = read("Coffee with Ana. " + "x " * 100_000)

    assert capture.is_cut
    assert names(capture) == ["Ana"]
