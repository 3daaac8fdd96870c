"""One chunk of what was found becomes rows: who took part, which way it went, and what counts."""

from datetime import UTC, datetime

import pytest

from amity.actions.bringing import Bringing, Mailbox, Tally
from amity.actions.take_in import take_in
from amity.actions.take_in_cards import cards_looked_at, take_in_cards
from amity.judgement.vocabulary import Channel, HandleKind, PartyRole, Shape
from amity.lib.ids import new_id
from amity.records.models import Fact, Handle, Intake, Interaction, OwnAddress, Participant, Person, Photo
from amity.records.scope import scope_of
from amity.sources.found import (
    FoundBirthday,
    FoundFact,
    FoundHandle,
    FoundInteraction,
    FoundName,
    FoundPerson,
    FoundPhoto,
    Party,
)

ME = "robin@fenn.example"
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
FROM, TO, CC = PartyRole.FROM, PartyRole.TO, PartyRole.CC
MINE, ADA, BO = (
    Party(FROM, ME),
    Party(FROM, "ada@okafor.example", "Ada Okafor"),
    Party(TO, "bo@lind.example", "Bo Lind"),
)


@pytest.fixture
def run(viewer):
    with scope_of(viewer):
        intake = Intake(member_id=viewer.member, title="letters", state="reading", made_at=NOON)
        intake.save(force_insert=True)
        own = {ME: OwnAddress.objects.get_or_create(member_id=viewer.member, value=ME)[0].pk.bytes}
        yield Bringing.begin(viewer, intake.pk, own, Mailbox(), keep_text=True)


def found(*parties, at=NOON, channel=Channel.MAIL, **columns):
    key = columns.pop("key", None) or new_id().bytes
    return FoundInteraction(key, at, channel, parties, **{"subject": "The boat", "text": "Mended.", **columns})


def card(name, *handles, key=None, shape=Shape.PERSON, **columns):
    made = tuple(FoundHandle(HandleKind(kind), value) for kind, value in handles)
    return FoundPerson(key or new_id().bytes, FoundName(name), shape, made, **columns)


def took_part(**conditions):
    rows = Participant.objects.filter(**conditions).order_by("person__name")
    return [(row.person.name, row.role) for row in rows.select_related("person")]


@pytest.mark.parametrize(
    ("parties", "channel", "direction", "others"),
    [
        ((MINE, BO), Channel.MAIL, "out", [("Bo Lind", "to")]),
        ((ADA, Party(TO, ME)), Channel.MAIL, "in", [("Ada Okafor", "from")]),
        ((ADA, Party(TO, ME), Party(CC, "bo@lind.example", "Bo Lind")), Channel.MAIL, "in",
         [("Ada Okafor", "from"), ("Bo Lind", "cc")]),
        ((Party(TO, "ada@okafor.example", "Ada Okafor"),), Channel.IN_PERSON, "both", [("Ada Okafor", "to")]),
        ((MINE, Party(TO, "+442079460101", "Bo Lind", HandleKind.PHONE)), Channel.CALL, "out", [("Bo Lind", "to")]),
    ],
    ids=["yours", "theirs", "theirs with a copy", "a meeting nobody began", "a call of yours"],
)  # fmt: skip
def test_who_began_it_and_who_took_part(run, parties, channel, direction, others):
    take_in(run, [found(*parties, channel=channel)], Tally())

    row = Interaction.objects.get(intake=run.intake)
    assert (row.direction, row.counts, took_part(interaction=row)) == (direction, True, others)


@pytest.mark.parametrize(
    ("others", "counts", "participants"), [(10, True, 10), (11, False, 11), (25, False, 25), (26, False, 0)]
)
def test_a_letter_to_many_counts_for_nothing_and_to_very_many_names_nobody(run, others, counts, participants):
    crowd = [Party(TO, f"p{number}@crowd.example") for number in range(others)]

    take_in(run, [found(MINE, *crowd)], Tally())

    row = Interaction.objects.get(intake=run.intake)
    assert (row.counts, row.others, row.participants.count()) == (counts, others, participants)


@pytest.mark.parametrize(
    ("letter", "why"),
    [
        (found(Party(FROM, "no-reply@shop.example"), Party(TO, ME)), "such an address"),
        (found(ADA, Party(TO, ME), signs=("auto-submitted",)), "by itself"),
        (found(MINE, BO, folder="drafts"), "never sent"),
        (found(ADA, Party(TO, ME), folder="spam"), "spam"),
        (found(MINE, Party(TO, ME)), "yourself"),
        (found(Party(TO, ME)), "Nobody else"),
    ],
)
def test_what_says_nothing_about_people_is_left_aside_with_its_reason(run, letter, why):
    tally = Tally()

    take_in(run, [letter], tally)

    assert not Interaction.objects.filter(intake=run.intake).exists()
    ((reason, aside),) = tally.aside.items()
    assert why in reason
    assert aside.count == tally.counts["aside"] == 1


def test_what_has_no_date_is_kept_counts_for_nothing_and_is_told(run):
    tally = Tally()

    take_in(run, [found(ADA, Party(TO, ME), at=None, where="message 7")], tally)

    row = Interaction.objects.get(intake=run.intake)
    assert (row.happened_at.year, row.counts) == (1970, False)
    assert [(problem.where, problem.kept) for problem in tally.problems] == [("message 7", True)]


def test_many_without_a_date_have_places_of_their_own_in_the_full_text(run):
    take_in(run, [found(ADA, Party(TO, ME), at=None) for _ in range(500)], Tally())

    docids = list(Interaction.objects.filter(intake=run.intake).values_list("docid", flat=True))
    assert len(set(docids)) == 500
    assert max(docids) < int(NOON.timestamp()) << 29


def test_the_same_letter_twice_in_a_chunk_and_once_before_is_one(run):
    tally, key = Tally(), new_id().bytes
    take_in(run, [found(ADA, Party(TO, ME), key=key)] * 2, tally)

    take_in(run, [found(ADA, Party(TO, ME), key=key)], tally)

    assert Interaction.objects.filter(intake=run.intake).count() == 1
    assert (tally.counts["new"], tally.counts["there"]) == (1, 2)


def test_two_addresses_of_one_person_in_a_letter_are_one_participant(run):
    take_in_cards(run, [card("Ada Okafor", ("mail", "ada@okafor.example"), ("mail", "ada@work.example"))], Tally())

    take_in(run, [found(MINE, Party(TO, "ada@okafor.example"), Party(CC, "ada@work.example"))], Tally())

    assert took_part(interaction__intake=run.intake) == [("Ada Okafor", "to")]


def test_two_unlike_given_names_at_one_address_are_two_people_who_share_it(run):
    shared = "family@lind.example"

    take_in(
        run, [found(Party(FROM, shared, name), Party(TO, ME)) for name in ("Bo Lind", "Ina Lind", "Bo Lind")], Tally()
    )

    handles = Handle.objects.filter(value=shared).order_by("person__name")
    assert [(h.person.name, h.shared, h.names) for h in handles] == [
        ("Bo Lind", True, {"Bo Lind": 2}),
        ("Ina Lind", True, {"Ina Lind": 1}),
    ]


@pytest.mark.parametrize("second", ["Okafor, Ada", "A. Okafor", "ada", "Ada King", "ADA OKAFOR", ""])
def test_another_way_to_write_a_name_stays_with_the_same_person(run, second):
    names = ("Ada Okafor", second)

    take_in(run, [found(Party(FROM, "ada@home.example", name), Party(TO, ME)) for name in names], Tally())

    assert Handle.objects.filter(value="ada@home.example").count() == 1


def test_text_that_no_database_takes_is_mended(run):
    take_in(run, [found(ADA, Party(TO, ME), subject="a\0b\ud800", text="x\0\udfffy")], Tally())

    row = Interaction.objects.get(intake=run.intake)
    assert (row.subject, row.text) == ("ab?", "x?y")


def test_a_card_brings_facts_a_birthday_and_its_own_text(run):
    told = card(
        "Ida Norr",
        ("phone", "+442079460199"),
        facts=(FoundFact("work", "Norr Maps"), FoundFact("work", "norr maps")),
        birthday=FoundBirthday(4, 1),
        verbatim="BEGIN:VCARD…",
    )

    take_in_cards(run, [told], Tally())

    ida = Person.objects.get(name="Ida Norr")
    assert (ida.born_year, ida.born_month, ida.born_day) == (None, 4, 1)
    assert (ida.kept_at is not None, ida.chosen_at is not None) == (True, True)
    assert ida.cards.get().verbatim == "BEGIN:VCARD…"
    assert [(f.text, f.source) for f in Fact.objects.filter(person=ida)] == [("Norr Maps", "contacts card")]


@pytest.mark.parametrize(
    ("handles", "is_own"),
    [
        ([("mail", ME)], True),
        ([("mail", ME), ("phone", "+442079460199")], True),
        ([("mail", ME), ("mail", "ida@norr.example")], False),
        ([("phone", "+442079460199")], False),
        ([], False),
    ],
)
def test_the_owners_own_card_makes_nobody(run, handles, is_own):
    tally, own = Tally(), card("Robin Fenn", *handles)

    seen = cards_looked_at(run, [own])
    take_in_cards(run, [own], tally)

    assert Person.objects.filter(name="Robin Fenn").exists() is not is_own
    assert list(tally.aside) == (["Your own card."] if is_own else [])
    assert (seen.new, seen.own) == ((0, 1) if is_own else (1, 0))


@pytest.mark.parametrize(("shape", "kept", "aside"), [(Shape.ORGANISATION, True, False), (Shape.GROUP, False, True)])
def test_an_organisation_is_kept_as_one_and_a_group_is_nobody(run, shape, kept, aside):
    take_in_cards(run, [card("Norr Maps", shape=shape)], Tally())

    row = Person.objects.get(name="Norr Maps")
    assert (row.shape, row.kept_at is not None, row.aside) == (shape.value, kept, aside)


@pytest.mark.parametrize(
    ("first", "second", "handle", "people"),
    [
        ("Ida Norr", "Ida Norr", ("mail", "ida@norr.example"), 1),
        ("Ida Norr", "Ivo Norr", ("mail", "ida@norr.example"), 2),
        ("Ida Norr", "Ida Norr", ("phone", "+442079460199"), 1),
        ("Mum", "Dentist", ("phone", "+442079460199"), 2),
        ("Ida Norr", "Ida Norr", ("web", "https://norr.example"), 2),
    ],
)
def test_two_cards_are_one_person_only_by_an_address_and_a_name_that_agree(run, first, second, handle, people):
    take_in_cards(run, [card(first, handle), card(second, handle)], Tally())

    assert Person.objects.filter(intake=run.intake).count() == people
    assert Handle.objects.filter(intake=run.intake, shared=True).count() == (2 if people == 2 else 0)


def test_a_photo_that_cannot_be_read_is_told_and_the_card_kept(run):
    tally = Tally()

    take_in_cards(run, [card("Ida Norr", photo=FoundPhoto(b"no picture"), where="line 3")], tally)

    assert [(problem.where, problem.kept) for problem in tally.problems] == [("line 3", True)]
    assert Person.objects.filter(name="Ida Norr").exists()
    assert not Photo.objects.filter(intake=run.intake).exists()


def test_a_card_gives_its_name_to_somebody_met_in_letters_but_not_over_the_owners_word(run):
    take_in(run, [found(Party(FROM, "ida@norr.example", "inorr"), Party(TO, ME))], Tally())
    take_in(run, [found(Party(FROM, "ivo@norr.example", "ivo"), Party(TO, ME))], Tally())
    Person.objects.filter(handles__value="ivo@norr.example").update(name="My Ivo", touched_at=NOON)

    cards = [card("Ida Norr", ("mail", "ida@norr.example")), card("Ivo Norr", ("mail", "ivo@norr.example"))]
    take_in_cards(run, cards, Tally())

    names = Person.objects.filter(intake=run.intake).order_by("name").values_list("name", flat=True)
    assert list(names) == ["Ida Norr", "My Ivo"]
