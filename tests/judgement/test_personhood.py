import pytest

from amity.judgement.personhood import (
    MailKind,
    Standing,
    Standings,
    is_kept,
    is_list_address,
    kind_of_mail,
    looks_like_a_name,
)

ADA, BO, CY = "ada@holt.example", "bo@reed.example", "cy@marsh.example"


@pytest.mark.parametrize(
    ("signs", "sender", "kind"),
    [
        ((), ADA, MailKind.PERSONAL),
        (("x-loop",), ADA, MailKind.PERSONAL),
        (("x-auto-response-suppress",), ADA, MailKind.PERSONAL),
        (("list-id", "precedence:bulk"), ADA, MailKind.LIST),
        (("list-unsubscribe",), ADA, MailKind.LIST),
        (("precedence:list",), ADA, MailKind.LIST),
        (("feedback-id",), ADA, MailKind.LIST),
        (("list-id", "x-mailer:python"), ADA, MailKind.LIST),
        (("x-mailer:cron",), ADA, MailKind.MACHINE),
        (("auto-submitted",), ADA, MailKind.MACHINE),
        (("return-path:<>",), ADA, MailKind.MACHINE),
        (("list-id", "report"), ADA, MailKind.MACHINE),
        (("precedence:junk",), ADA, MailKind.MACHINE),
        ((), "no-reply@parcels.example", MailKind.MACHINE),
        ((), "mailer-daemon@holt.example", MailKind.MACHINE),
        (("auto-submitted", "method:request"), ADA, MailKind.INVITATION),
    ],
)
def test_signs_tell_a_letter_from_a_list_and_from_a_machine(signs, sender, kind):
    verdict = kind_of_mail(signs, sender, (BO,), "inbox")

    assert verdict.kind is kind
    assert verdict.reason.endswith(".")


def test_what_the_owner_sent_is_a_letter_whatever_a_gateway_wrote_on_the_copy():
    assert kind_of_mail(("precedence:bulk", "x-mailer:python"), ADA, (BO,), "sent").kind is MailKind.PERSONAL


@pytest.mark.parametrize("folder", ["sent", "inbox"])
@pytest.mark.parametrize(
    "recipients",
    [("choir-announce@saltaire.example",), ("maps@lists.example",), tuple(f"a{n}@b.example" for n in range(11))],
)
def test_a_letter_to_a_list_or_a_crowd_is_no_personal_one(recipients, folder):
    assert kind_of_mail((), ADA, recipients, folder).kind is MailKind.LIST


def test_a_letter_to_a_friend_with_a_list_in_copy_is_personal():
    assert kind_of_mail((), ADA, (BO, "maps@lists.example"), "sent").kind is MailKind.PERSONAL


@pytest.mark.parametrize(
    ("counted", "standing"),
    [
        (Standings((BO,), "Bo Reed", written=1, heard=1), Standing.PERSON),
        (Standings((BO,), "Bo Reed", met=1), Standing.PERSON),
        (Standings((BO,), "Bo Reed", written=9), Standing.CANDIDATE),
        (Standings((BO,), "Bo Reed", heard=9), Standing.CANDIDATE),
        (Standings((BO,), "Bo Reed", by_list=40), Standing.ASIDE),
        (Standings((BO,), "", by_list=40), Standing.ASIDE),
        (Standings((BO,), "Bo Reed", by_list=40, written=1), Standing.CANDIDATE),
        (Standings((BO,), "Bo Reed", by_list=40, heard=1), Standing.CANDIDATE),
        (Standings((BO,), "Bo Reed", by_list=40, beside=1), Standing.CANDIDATE),
        (Standings((BO,), "Bo Reed", by_list=40, written=1, heard=1), Standing.PERSON),
        (Standings((BO,), "Bo Reed", by_list=40, met=1), Standing.PERSON),
        (Standings((BO,), "Bo Reed", crowds=2), Standing.CANDIDATE),
        (Standings((BO,), "Bo Reed", invitations=1), Standing.CANDIDATE),
        (Standings((BO,), "Bo Reed", by_machine=3, heard=1), Standing.ASIDE),
        (Standings(("post@kerning.example",), "The Kerning Post", by_list=9), Standing.ASIDE),
        (Standings(("info@loom.example",), "Loom", written=3, heard=3), Standing.ASIDE),
        (Standings(("info@loom.example",), "Cy Marsh", written=3, heard=3), Standing.CANDIDATE),
        (Standings(("no-reply@loom.example",), "Cy Marsh", written=3, heard=3), Standing.ASIDE),
        (Standings(("maps@lists.example",), "", written=30, heard=1), Standing.ASIDE),
        (Standings(("info@loom.example", CY), "Cy Marsh", written=1, heard=1), Standing.PERSON),
        (Standings(("info@loom.example",), "Loom", chosen=True), Standing.PERSON),
        (Standings(("info@loom.example",), "Loom", from_card=True), Standing.PERSON),
    ],
)
def test_a_person_is_who_both_wrote_or_who_was_chosen(counted, standing):
    verdict = is_kept(counted)

    assert verdict.standing is standing
    assert verdict.reason.endswith(".")


def test_candidates_stand_by_how_much_they_look_like_somebody_of_yours():
    candidates = [
        Standings((BO,), "Bo Reed", crowds=500),
        Standings((BO,), "Bo Reed", beside=3),
        Standings((BO,), "", heard=1),
        Standings((BO,), "Bo Reed", heard=1),
        Standings((BO,), "Bo Reed", written=2),
        Standings((BO,), "Bo Reed", written=20),
    ]

    ranks = [is_kept(candidate).rank for candidate in candidates]

    assert ranks == sorted(ranks)


@pytest.mark.parametrize(
    ("name", "likely"),
    [
        ("Maren Holt", True),
        ("Holt, Maren", True),
        ("Fọláṣadé Adéyẹmí", True),
        ("J. R. O’Sullivan-Baptiste", True),
        ("نور الهاشمي", True),
        ("Maren", False),
        ("", False),
        ("Calder Museum News", False),
        ("Support Team", False),
        ("maren_holt85", False),
    ],
)
def test_a_name_of_a_person_has_two_words_and_none_of_a_firm(name, likely):
    assert looks_like_a_name(name) is likely


@pytest.mark.parametrize(
    ("address", "is_list"),
    [
        ("maps-users@holt.example", True),
        ("announcements@holt.example", True),
        ("x@groups.io", True),
        ("liste@holt.example", False),
        ("dev@holt.example", False),
        (ADA, False),
    ],
)
def test_the_address_of_a_list_is_told_by_its_spelling(address, is_list):
    assert is_list_address(address) is is_list
