from pathlib import Path

import pytest

from amity.judgement.vocabulary import HandleKind, Shape
from amity.sources.found import FoundFact, FoundPerson, Problem
from amity.sources.vcf.read import read, recognise, sample

SAMPLES = Path(__file__).parent / "samples"


def people_in(name: str) -> list[FoundPerson]:
    return [thing for thing in read(str(SAMPLES / name), None) if isinstance(thing, FoundPerson)]


def person(*lines: str, version: str = "3.0", folder: Path) -> FoundPerson:
    found, problems = read_lines(*lines, version=version, folder=folder)
    assert problems == []
    return found[0]


def read_lines(*lines: str, version: str = "3.0", folder: Path) -> tuple[list[FoundPerson], list[Problem]]:
    path = folder / "one.vcf"
    path.write_text("\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]), newline="")
    things = list(read(str(path), None))
    return [one for one in things if isinstance(one, FoundPerson)], [one for one in things if isinstance(one, Problem)]


def facts(found: FoundPerson) -> list[tuple[str, str, str]]:
    return [(fact.kind, fact.text, fact.label) for fact in found.facts]


def handles(found: FoundPerson) -> list[tuple[str, str, str]]:
    return [(handle.kind.value, handle.value, handle.label) for handle in found.handles]


def test_a_card_of_a_phone_is_understood() -> None:
    ada = people_in("phone.vcf")[0]

    assert (ada.name.shown, ada.name.given, ada.name.family) == ("Dr. Ada Lind", "Ada", "Lind")
    assert (ada.name.middle, ada.name.prefix, ada.name.called) == ("Maria", "Dr.", "Addie")
    assert handles(ada) == [
        ("mail", "ada.lind@mail.example", "home"),
        ("mail", "ada@orchard.example", "work"),
        ("phone", "+442079460123", "mobile"),
        ("phone", "+442079460124", "work fax"),
        ("phone", "+442079460125", "assistant phone"),
        ("account", "xmpp:ada@chat.example", "home"),
        ("account", "x:adalind", "twitter"),
        ("web", "https://ada.example/garden", "home page"),
    ]
    assert facts(ada) == [
        ("work", "Head of Repairs, Orchard Tools, Ltd., Repairs", ""),
        ("lives_in", "Leeds, United Kingdom", "home"),
        ("address", "5 Mill Lane, Flat 2, LS1 4AB Leeds, United Kingdom", "home"),
        ("anniversary", "2010-06-12", ""),
        ("related", "Bo Berg", "spouse"),
        ("note", "Met at the seed swap.\nGrows quinces; asks about pruning.", ""),
    ]
    assert ada.birthday is not None
    assert (ada.birthday.month, ada.birthday.day, ada.birthday.year) == (4, 1, None)
    assert ada.photo is not None
    assert (ada.photo.content[:4], ada.photo.media_type) == (b"\x89PNG", "image/png")
    assert ada.circles == ("Garden", "Neighbours")
    assert ada.where == "phone.vcf, line 1"


def test_organisations_and_groups_are_never_people() -> None:
    assert [found.shape for found in people_in("phone.vcf")] == [Shape.PERSON, Shape.ORGANISATION, Shape.GROUP]


def test_a_card_of_a_mail_service_is_understood() -> None:
    bo, cy = people_in("web-mail.vcf")

    assert handles(bo) == [
        ("mail", "bo.berg@mail.example", ""),
        ("phone", "2125550123", "mobile"),
        ("phone", "+12125550124", "grand central"),
        ("account", "skype:bo.berg", ""),
        ("account", "linkedin:bo-berg", ""),
    ]
    assert facts(bo) == [
        ("pronounced", "Boo", ""),
        ("related", "Ada Lind", "domestic partner"),
        ("note", "Sings bass.", ""),
    ]
    assert bo.circles == ("Choir",)
    assert cy.name.shown == "cy@mail.example"


def test_a_card_of_an_office_program_is_understood() -> None:
    cy = people_in("office.vcf")[0]

    assert (cy.name.shown, cy.name.suffix) == ("Mr. Cy Moreau Jr.", "Jr.")
    assert facts(cy) == [
        ("work", "Baker, Bakery, The, Night Shift", ""),
        ("address", "3 Grüne Gasse, 3011 Bern, Schweiz", "work"),
        ("note", "Starts at three.\nNever call: before noon – he sleeps.", ""),
        ("related", "Ada Lind", "manager"),
        ("anniversary", "2011-01-13", ""),
        ("other", "ask at the counter", "home"),
    ]
    assert cy.birthday is not None
    assert cy.birthday.year is None
    assert cy.photo is not None


def test_a_card_of_version_four_is_understood() -> None:
    zoe, ming = people_in("open.vcf")

    assert zoe.pronouns == "she/her"
    assert handles(zoe)[:3] == [
        ("mail", "zoe@work.example", "work"),
        ("mail", "zoe@home.example", ""),
        ("phone", "+442079460140;ext=7", "mobile"),
    ]
    assert facts(zoe) == [
        ("lives_in", "Bristol, UK", "home"),
        ("address", "12 Quay St, BS1 Bristol, UK", "home"),
        ("anniversary", "2009-08-08", ""),
        ("speaks", "sv", ""),
        ("related", "Per Ångström", "sibling"),
        ("cares_about", "sailing", ""),
        ("picture", "https://zoe.example/portrait.jpg", ""),
    ]
    assert zoe.photo is None
    assert (ming.name.family, ming.name.given) == ("王", "小明")
    assert facts(ming) == [("birthday", "some day in spring", "")]
    assert handles(ming) == [("account", "matrix:xiaoming:chat.example", "")]


def test_bytes_of_an_old_phone_are_read_in_its_charset() -> None:
    assert people_in("old-phone.vcf")[0].name.shown == "Jörg Grünwald"


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_the_exact_text_of_every_card_is_kept(name: str) -> None:
    content = (SAMPLES / name).read_bytes()
    text = content.decode("cp1252" if name == "old-phone.vcf" else "utf-8")

    assert "".join(found.verbatim for found in people_in(name)) == text


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (["FN:Jane Doe", "N:Doe;Jane;;;"], "Jane Doe"),
        (["N:Doe;Jane;;Dr.;PhD"], "Dr. Jane Doe PhD"),
        (["FN:", "N:;;;;", "ORG:Acme"], "Acme"),
        (["NICKNAME:Janie"], "Janie"),
        (["URL:jane.example", "EMAIL:jane@mail.example"], "jane@mail.example"),
        (["TEL:+44 20 7946 0123"], "+44 20 7946 0123"),
        (["FN;PREF=2:Jane", "FN;PREF=1:Jane Doe"], "Jane Doe"),
    ],
)
def test_the_best_name_of_a_card_is_shown(lines: list[str], shown: str, tmp_path: Path) -> None:
    assert person(*lines, folder=tmp_path).name.shown == shown


@pytest.mark.parametrize(
    ("lines", "shape"),
    [
        (["KIND:org", "FN:Acme"], Shape.ORGANISATION),
        (["KIND:Group", "FN:Choir"], Shape.GROUP),
        (["KIND:individual", "FN:Jane"], Shape.PERSON),
        (["ORG:Acme", "EMAIL:office@acme.example"], Shape.ORGANISATION),
        (["FN:acme", "ORG:Acme;"], Shape.ORGANISATION),
        (["FN:Jane", "ORG:Acme"], Shape.PERSON),
        (["FN:Jane"], Shape.PERSON),
    ],
)
def test_a_card_tells_what_it_stands_for(lines: list[str], shape: Shape, tmp_path: Path) -> None:
    assert person(*lines, folder=tmp_path).shape == shape


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("IMPP;X-SERVICE-TYPE=GTalk:xmpp:jane", "xmpp:jane"),
        ("IMPP:skype:jane", "skype:jane"),
        ("IMPP;X-SERVICE-TYPE=Threema:x-apple:JANE1234", "threema:jane1234"),
        ("X-JABBER:jane@chat.example", "xmpp:jane@chat.example"),
        ("X-MASTODON:@jane@social.example", "mastodon:jane@social.example"),
        ("X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/jane", "linkedin:jane"),
        ("SOCIALPROFILE;SERVICE-TYPE=Mastodon;USERNAME=jane:https://social.example/@jane", "mastodon:jane"),
        ("X-MS-IMADDRESS:jane@im.example", "im:jane@im.example"),
        ("URL:https://github.com/Jane", "github:jane"),
    ],
)
def test_accounts_are_found_however_they_are_written(line: str, expected: str, tmp_path: Path) -> None:
    found = person("FN:Jane", line, folder=tmp_path)

    assert [(handle.kind, handle.value) for handle in found.handles] == [(HandleKind.ACCOUNT, expected)]


def test_a_handle_written_twice_is_one(tmp_path: Path) -> None:
    found = person("FN:Jane", "EMAIL:jane@mail.example", "EMAIL;PREF=1;TYPE=home:JANE@mail.example", folder=tmp_path)

    assert handles(found) == [("mail", "jane@mail.example", "home")]


def test_the_same_uid_is_the_same_card_whatever_else_changed(tmp_path: Path) -> None:
    first = person("FN:Jane", "UID:urn:uuid:AB-1", folder=tmp_path)
    second = person("FN:Jane Doe", "UID:ab-1", folder=tmp_path)

    assert first.key == second.key


def test_a_card_without_uid_is_told_by_its_text(tmp_path: Path) -> None:
    assert person("FN:Jane", folder=tmp_path).key != person("FN:Jane Doe", folder=tmp_path).key


def test_a_line_that_is_no_property_is_said_and_kept(tmp_path: Path) -> None:
    found, problems = read_lines("FN:Jane", "who knows", "NOTE:likes tea", folder=tmp_path)

    assert problems == [Problem("one.vcf, line 4", "A line of this card could not be understood; it is kept.", True)]
    assert "who knows" in found[0].verbatim


def test_a_card_with_nobody_in_it_is_said(tmp_path: Path) -> None:
    found, problems = read_lines("NOTE:likes tea", folder=tmp_path)

    assert found == []
    assert [problem.kept for problem in problems] == [False]


def test_a_picture_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    found, problems = read_lines("FN:Jane", "PHOTO;ENCODING=b:!!!", folder=tmp_path)

    assert found[0].photo is None
    assert [problem.where for problem in problems] == ["one.vcf, line 4"]


def test_facts_name_the_card_as_their_source(tmp_path: Path) -> None:
    found = person("FN:Jane", "NOTE:likes tea", folder=tmp_path)

    assert found.facts == (FoundFact("note", "likes tea", source="contacts card"),)


def test_nothing_that_a_database_refuses_comes_out(tmp_path: Path) -> None:
    found = person("FN:Ja\0ne", "NOTE:te\0a", folder=tmp_path)

    assert "\0" not in found.name.shown + found.verbatim + found.facts[0].text


@pytest.mark.parametrize(
    ("head", "is_cards"),
    [
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\n", True),
        (b"\xef\xbb\xbfbegin:vcard\r\n", True),
        ("\ufeffBEGIN:VCARD\r\n".encode("utf-16-le"), True),
        (b"\r\n\r\nBEGIN:VCARD\n", True),
        (b"From: jane@mail.example\n\n\n\n\nBEGIN:VCARD\n", False),
        (b"BEGIN:VCALENDAR\r\n", False),
        (b"NOTE:BEGIN:VCARD\r\n", False),
    ],
)
def test_a_file_of_cards_is_recognised_by_its_content(head: bytes, is_cards: bool, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(head)

    assert bool(recognise(str(path), head)) == is_cards


def test_what_it_is_is_said_with_the_number_of_cards() -> None:
    path = SAMPLES / "phone.vcf"

    assert recognise(str(path), path.read_bytes()) == "Contacts, 3 cards (vCard), 2 KB"


def test_a_sample_of_two_takes_two() -> None:
    assert len([found for found in sample(str(SAMPLES / "phone.vcf"), 3) if isinstance(found, FoundPerson)]) == 3
