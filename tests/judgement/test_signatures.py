import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.judgement.signatures import signature_facts

CASES: list[tuple[str, str, str, list[str]]] = [
    (
        "--\nAda Lind\nHead Gardener, Orchard Tools Ltd\n+44 20 7946 0123\nwww.orchard.example",
        "orchard.example",
        "Ada Lind",
        [
            "title Head Gardener",
            "employer Orchard Tools Ltd",
            "phone +442079460123",
            "web https://www.orchard.example",
        ],
    ),
    (
        "Ada Lind | Head Gardener | Orchard Tools\nT: 020 7946 0123 | M: +44 20 7946 0124 | F: 020 7946 0125",
        "orchard-tools.example",
        "Ada Lind",
        ["title Head Gardener", "employer Orchard Tools", "phone 02079460123", "phone +442079460124"],
    ),
    (
        "Bo Berg\nSoftware Engineer at Lantern",
        "lantern.example",
        "Bo Berg",
        ["title Software Engineer", "employer Lantern"],
    ),
    (
        "Bo Berg\nSenior Lecturer\nUniversity of Example",
        "mail.example",
        "Bo Berg",
        ["title Senior Lecturer", "employer University of Example"],
    ),
    (
        "Cy Moreau\nBäcker und Geschäftsführer\nMoreau & Söhne GmbH\nGasse 3, 10115 Berlin\nTel.: +49 30 1234567",
        "moreau.example",
        "Cy Moreau",
        [
            "title Bäcker und Geschäftsführer",
            "employer Moreau & Söhne GmbH",
            "phone +49301234567",
            "place Berlin",
        ],
    ),
    (
        "Zoé Martin\nDirectrice artistique\nThéâtre du Lac\n75011 Paris",
        "lac.example",
        "Zoé Martin",
        ["title Directrice artistique", "employer Théâtre du Lac", "place Paris"],
    ),
    (
        "Inés Vega\nAbogada\nUniversidad de Ejemplo",
        "ejemplo.example",
        "Inés Vega",
        ["title Abogada", "employer Universidad de Ejemplo"],
    ),
    ("Ada\n5 Mill Lane, Leeds LS1 4AB", "mail.example", "Ada Lind", ["place Leeds"]),
    ("Ada Lind\n12 Oak St, Portland, OR 97201", "mail.example", "Ada Lind", ["place Portland, OR"]),
    ("Ada Lind\nCH-3011 Bern", "mail.example", "Ada Lind", ["place Bern"]),
    ("Ada Lind\n1012 AB Amsterdam", "mail.example", "Ada Lind", ["place Amsterdam"]),
    ("Ada Lind\nlinkedin.com/in/ada-lind", "mail.example", "Ada Lind", ["account linkedin:ada-lind"]),
    ("Ada Lind\northard.example", "orchard.example", "Ada Lind", []),
    ("Ada Lind\norchard.example", "orchard.example", "Ada Lind", ["web https://orchard.example"]),
    ("Cheers, Ada", "mail.example", "Ada Lind", []),
    ("Sent from my phone", "mail.example", "Ada Lind", []),
    ("Ada\nSent from my phone\n+44 20 7946 0123", "mail.example", "Ada Lind", []),
    ("I am the manager of nothing in particular.", "mail.example", "Ada Lind", []),
    ("Ada Lind\nYour friendly neighbourhood teacher", "mail.example", "Ada Lind", []),
    ('Ada Lind\n"The editor is always right."', "mail.example", "Ada Lind", []),
    ("Head Gardener\nOrchard Tools Ltd", "orchard.example", "Ada Lind", []),
    (
        "Ada Lind\nOrchard Tools GmbH\nAmtsgericht Ort HRB 1234567\nUSt-IdNr. DE123456789\nIBAN DE02 1203 0000",
        "orchard.example",
        "Ada Lind",
        ["employer Orchard Tools GmbH"],
    ),
    ("Ada Lind\n12 03 2025 14:30", "mail.example", "Ada Lind", []),
    ("Ada Lind\nOrder 4711 0815 4242", "mail.example", "Ada Lind", []),
    ("Ada Lind\nFax +44 20 7946 0123", "mail.example", "Ada Lind", []),
    ("Ada Lind\nGmail", "gmail.com", "Ada Lind", []),
    (
        "Ada Lind\nThis message is confidential.\nDirector, Acme Ltd\n+44 20 7946 0123",
        "mail.example",
        "Ada Lind",
        [],
    ),
    ("Ada Lind\nhttps://news.example/2025/03/quinces.html", "mail.example", "Ada Lind", []),
    ("Ada Lind\nhttps://aka.ms/o0ukef", "mail.example", "Ada Lind", []),
    ("Ada Lind\nChair, Garden Society", "mail.example", "Ada Lind", ["title Chair", "employer Garden Society"]),
    (
        "Ada Lind - Director, Research and Development",
        "mail.example",
        "Ada Lind",
        ["title Director, Research and Development"],
    ),
    ("Ada Lind\nOn Monday Bo wrote:\nDirector, Acme Ltd", "mail.example", "Ada Lind", []),
    ("Ada Lind\n+44 20 7946 0123\n+44 (0)20 7946 0123", "mail.example", "Ada Lind", ["phone +442079460123"]),
    ("Ada Lind\nNever pick them green.\nSomebody Else, founder of a nursery", "mail.example", "Ada Lind", []),
    ("Ada Lind\n" + "_" * 47 + "\nhttps://lists.example/garden", "mail.example", "Ada Lind", []),
    ("Ada Lind\nGarden mailing list\nhttps://lists.example/garden", "mail.example", "Ada Lind", []),
    ("", "", "", []),
]


@pytest.mark.parametrize(("signature", "domain", "name", "expected"), CASES)
def test_a_signature_tells_what_stands_in_it_and_no_more(
    signature: str, domain: str, name: str, expected: list[str]
) -> None:
    assert [f"{fact.kind} {fact.text}" for fact in signature_facts(signature, domain, name)] == expected


@given(st.text(max_size=300), st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_read_without_an_error(signature: str, domain: str, name: str) -> None:
    assert all(fact.kind and fact.text for fact in signature_facts(signature, domain, name))
