import pytest

from amity.judgement.names_alike import Alike, compare, plain_name
from amity.judgement.sameness import Birthday, Likeliness, PersonSummary, compare_two, likely_pairs
from amity.judgement.vocabulary import HandleKind


def person(key, name, *, mail=(), phone=(), **more) -> PersonSummary:
    handles = [(HandleKind.MAIL, value) for value in mail] + [(HandleKind.PHONE, value) for value in phone]
    return PersonSummary(key, (name,) if isinstance(name, str) else name, tuple(handles), **more)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Maren Holt", "Holt, Maren", Alike.SAME),
        ("Dr. Maren Holt (studio)", "maren holt", Alike.SAME),
        ("Maren Anne Holt", "Maren Holt", Alike.SAME),
        ("Noor al-Hashimi", "Noor Alhashimi", Alike.SAME),
        ("Trần Thị Mỹ Linh", "Linh Tran", Alike.SWAPPED),
        ("Ada Holt Reed", "Ada Holt", Alike.PART),
        ("Mike Reed", "Michael Reed", Alike.SHORT_FORM),
        ("M. Reed", "Michael Reed", Alike.INITIAL),
        ("Johanna Reed", "Johana Reed", Alike.SLIP),
        ("Tomasz", "Tomasz Reed", Alike.HALF),
        ("tomreed85", "Tomasz Reed", Alike.UNKNOWN),
        ("نور الهاشمي", "Noor Hashimi", Alike.UNKNOWN),
        ("", "Noor Hashimi", Alike.UNKNOWN),
        ("Ada Reed", "Ada Marsh", Alike.FAMILY_DIFFERS),
        ("Ruth Ashworth", "Edmund Ashworth", Alike.GIVEN_DIFFERS),
        ("Ruth Ashworth", "Bo Marsh", Alike.GIVEN_DIFFERS),
    ],
)
def test_names_compare_by_what_they_mean(one, other, alike):
    assert compare(plain_name(one), plain_name(other)) is alike
    assert compare(plain_name(other), plain_name(one)) is alike


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            person(1, "Ada Holt", mail=["a@x.example"]),
            person(2, "A. H.", mail=["a@x.example"]),
            "The same mail address.",
        ),
        (person(1, "Ada Holt", phone=["+44209"]), person(2, "Ada", phone=["+44209"]), "The same phone number."),
        (person(1, "Ada Holt"), person(2, "Ada Holt"), "The same name, nobody else’s here."),
        (
            person(1, "Bo", mail=["boreed77@x.example"]),
            person(2, "reedy", mail=["boreed@y.example"]),
            "The same account name at another provider.",
        ),
        (
            person(1, "Ada Holt", places=("Leeds",)),
            person(2, "pixel", mail=["aholt@y.example"]),
            "An address spells the other’s name.",
        ),
        (person(1, "Mike Reed"), person(2, "Michael Reed"), "“Mike” may be short for “Michael”."),
        (
            person(1, "Ada Marsh", birthday=Birthday(5, 6, 1980)),
            person(2, "Ada Reed", birthday=Birthday(5, 6, 1980)),
            "Born on the same day.",
        ),
    ],
)
def test_likely_pairs_say_why(one, other, reason):
    crowd = [person(n, f"Name{chr(97 + n % 26)} Other{chr(97 + n // 26)}") for n in range(100, 400)]

    (pair,) = [p for p in likely_pairs([one, other, *crowd]) if {p.one, p.other} == {1, 2}]

    assert reason in pair.reasons_for
    assert len(pair.reasons_for) <= 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(1, "Ilse Vander"), person(2, "Ilse Brandt")),
        (person(1, "Ilse", mail=["ilse@x.example"]), person(2, "Ilse", mail=["ilse@y.example"])),
        (person(1, "Agnieszka Pawlak"), person(2, "Marek Pawlak")),
        (
            person(1, "Tomasz Reed", mail=["tomasz@chairs.example"]),
            person(2, "Beata Kow", mail=["beata@chairs.example"]),
        ),
        (
            person(1, "Ruth Ashworth", mail=["ashworths@post.example"], phone=["+4420"], places=("Leeds",)),
            person(2, "Edmund Ashworth", mail=["ashworths@post.example"], phone=["+4420"], places=("Leeds",)),
        ),
        (person(1, "Ada Reed", mail=["info@x.example"]), person(2, "Bo Marsh", mail=["info@x.example"])),
        (
            person(1, "Ada Reed", birthday=Birthday(5, 6, 1980), mail=["r@x.example"]),
            person(2, "Eve Reed", birthday=Birthday(5, 6, 1980), mail=["r@x.example"]),
        ),
        (person(1, "", mail=["a@x.example"]), person(2, "", mail=["b@x.example"])),
        (person(1, "Ada Holt", birthday=Birthday(1, 2)), person(2, "Bo Reed", birthday=Birthday(1, 2))),
    ],
)
def test_these_are_never_paired(one, other):
    assert compare_two(one, other) is None


def test_what_speaks_against_is_always_said():
    one = person(1, "Ada Holt", mail=["a@x.example"], birthday=Birthday(5, 6, 1980), places=("Leeds",))
    other = person(2, "Ada Marsh", mail=["a@x.example"], birthday=Birthday(5, 6, 1981), places=("York",))

    pair = compare_two(one, other)

    assert pair is not None
    assert set(pair.reasons_against) == {"Family names differ.", "Birthdays differ in one place.", "Two places."}


def test_a_frequent_name_is_less_likely_than_a_rare_one():
    johns = [person(n, "John Smith") for n in range(6)]
    rare = [person(n, "Fenella Wex") for n in (10, 11)]
    crowd = [person(n, f"John{chr(97 + n % 20)} Smith") for n in range(100, 200)]

    pairs = likely_pairs(johns + rare + crowd)

    assert (pairs[0].one, pairs[0].other) == (10, 11)
    assert all(pair.likeliness is Likeliness.PERHAPS for pair in pairs)


def test_an_address_that_a_whole_office_uses_says_nothing():
    office = [person(n, "", mail=["everybody@firm.example"]) for n in range(40)]

    assert likely_pairs(office) == []
