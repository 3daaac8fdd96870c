import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.formats.handles import (
    account_handle,
    account_of_page,
    mail_handle,
    mailto,
    phone_handle,
    shown_handle,
    tel,
    web_handle,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jane@example.org", "jane@example.org"),
        (" Jane@Example.ORG ", "jane@example.org"),
        ("mailto:jane@example.org", "jane@example.org"),
        ("MAILTO:Jane%2Btag@example.org?subject=Hi", "jane+tag@example.org"),
        ("<jane@example.org>", "jane@example.org"),
        ("Jane Doe <jane@example.org>", "jane@example.org"),
        ("'jane@example.org'", "jane@example.org"),
        ('"jane@example.org"', "jane@example.org"),
        ("jane@example.org.", "jane@example.org"),
        ("jane@example.org,", "jane@example.org"),
        ("jane@localhost", "jane@localhost"),
        ('"jane.doe"@example.org', "jane.doe@example.org"),
        ('"jane doe"@example.org', '"jane doe"@example.org'),
        ("jane@[192.0.2.7]", "jane@[192.0.2.7]"),
        ("jane@münchen.example", "jane@xn--mnchen-3ya.example"),
        ("josé@example.org", "josé@example.org"),
        ("o'neill@example.org", "o'neill@example.org"),
        ("12345+jane@users.noreply.github.com", "12345+jane@users.noreply.github.com"),
        ("", None),
        ("jane", None),
        ("@example.org", None),
        ("jane@", None),
        ("jane doe@example.org", None),
        ("jane@bo@example.org", None),
        ("/o=EXAMPLE/ou=first/cn=recipients/cn=jane", None),
        ("jane@example.org\nBcc: bo@example.org", None),
        ("j" * 400 + "@example.org", None),
    ],
)
def test_a_mail_address_has_one_normal_form(text: str, expected: str | None) -> None:
    assert mail_handle(text) == expected


@given(st.text(max_size=60))
def test_a_normal_form_of_mail_stays_as_it_is(text: str) -> None:
    value = mail_handle(text)

    assert value is None or mail_handle(value) == value


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("+44 20 7946 0123", None, "+442079460123"),
        ("+44 (0)20 7946 0123", None, "+442079460123"),
        ("tel:+44-20-7946-0123", None, "+442079460123"),
        ("020 7946 0123", "GB", "+442079460123"),
        ("(020) 7946-0123", "gb", "+442079460123"),
        ("020 7946 0123", None, "02079460123"),
        ("0044 20 7946 0123", None, "+442079460123"),
        ("0044 20 7946 0123", "GB", "+442079460123"),
        ("+44 20 7946 0123 ext. 12", None, "+442079460123;ext=12"),
        ("+44 20 7946 0123 x12", None, "+442079460123;ext=12"),
        ("020 7946 0123 x12", None, "02079460123;ext=12"),
        ("tel:+44-20-7946-0123;ext=12", None, "+442079460123;ext=12"),
        ("+49 30 1234567", None, "+49301234567"),
        ("030/1234567", "DE", "+49301234567"),
        ("(212) 555-0123", "US", "+12125550123"),
        ("1-800-FLOWERS", "US", "+18003569377"),
        ("+٤٤ ٢٠ ٧٩٤٦ ٠١٢٣", None, "+442079460123"),
        ("112", "DE", "112"),
        ("+39 06 1234 5678", None, "+390612345678"),
        ("", None, None),
        ("12", None, None),
        ("call me", "GB", None),
        ("jane2024@example.org", "GB", None),
        ("Room 2079 in 46 Main Street", None, None),
        ("9" * 200, None, None),
    ],
)
def test_a_phone_number_has_one_normal_form(text: str, region: str | None, expected: str | None) -> None:
    assert phone_handle(text, region) == expected


@given(st.text(alphabet=string.digits + "+()- x;=ext٣", max_size=30))
def test_a_normal_form_of_a_number_stays_as_it_is_and_can_be_dialled(text: str) -> None:
    value = phone_handle(text)

    assert value is None or (phone_handle(value) == value and tel(value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://jane.example/", "https://jane.example"),
        ("http://Jane.Example/About/", "https://jane.example/About"),
        ("jane.example", "https://jane.example"),
        ("www.jane.example/about?id=7", "https://www.jane.example/about?id=7"),
        ("https://jane.example/about?utm_source=x&id=7", "https://jane.example/about?id=7"),
        ("https://jane.example:8443/a", "https://jane.example:8443/a"),
        ("//jane.example/a", "https://jane.example/a"),
        ("https://münchen.example", "https://xn--mnchen-3ya.example"),
        ("https://jane.example/<b>", "https://jane.example/%3Cb%3E"),
        ("javascript:alert(1)", None),
        ("data:text/html,hi", None),
        ("ftp://jane.example", None),
        ("https://jane:secret@jane.example", None),
        ("https://exa mple.org", None),
        ("https://[::1", None),
        ("just words", None),
        ("", None),
    ],
)
def test_a_web_address_has_one_normal_form(text: str, expected: str | None) -> None:
    assert web_handle(text) == expected


@given(st.text(max_size=60))
def test_a_web_address_is_https_or_nothing(text: str) -> None:
    value = web_handle(text)

    assert value is None or (value.startswith("https://") and not set(value) & set("\"'<> \n"))


@pytest.mark.parametrize(
    ("service", "name", "expected"),
    [
        ("Twitter", "@Jane_Doe", "x:jane_doe"),
        ("twitter", "https://twitter.com/Jane_Doe", "x:jane_doe"),
        ("Jabber", "jane@chat.example", "xmpp:jane@chat.example"),
        ("Google Talk", "jane@chat.example", "xmpp:jane@chat.example"),
        ("GaduGadu", "12345", "gadu-gadu:12345"),
        ("WhatsApp", "+44 20 7946 0123", "whatsapp:+442079460123"),
        ("Skype", "jane.doe", "skype:jane.doe"),
        ("Matrix", "@jane:chat.example", "matrix:jane:chat.example"),
        ("", "jane", None),
        ("skype", "", None),
        ("skype", "@", None),
    ],
)
def test_an_account_has_one_normal_form(service: str, name: str, expected: str | None) -> None:
    assert account_handle(service, name) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("https://www.linkedin.com/in/Jane-Doe/", "linkedin:jane-doe"),
        ("de.linkedin.com/in/jane-doe/en", "linkedin:jane-doe"),
        ("https://github.com/janedoe", "github:janedoe"),
        ("https://github.com/janedoe/garden", None),
        ("https://www.facebook.com/jane.doe", "facebook:jane.doe"),
        ("https://www.facebook.com/profile.php?id=7", None),
        ("https://www.linkedin.com/company/acme", None),
        ("https://x.com/home", None),
        ("https://jane.example/in/jane", None),
        ("https://github.com", None),
    ],
)
def test_a_page_tells_its_account(page: str, expected: str | None) -> None:
    assert account_of_page(page) == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("phone", "+442079460123", "+44 20 7946 0123"),
        ("phone", "+442079460123;ext=12", "+44 20 7946 0123 ext. 12"),
        ("phone", "02079460123", "02079460123"),
        ("mail", "jane@xn--mnchen-3ya.example", "jane@münchen.example"),
        ("mail", "jane@xn--.example", "jane@xn--.example"),
        ("mail", "jane@example.org", "jane@example.org"),
        ("web", "https://www.jane.example/about", "jane.example/about"),
        ("account", "linkedin:jane-doe", "LinkedIn: jane-doe"),
        ("account", "mastodon:jane@social.example", "Mastodon: jane@social.example"),
    ],
)
def test_a_handle_is_shown_as_people_write_it(kind: str, value: str, expected: str) -> None:
    assert shown_handle(kind, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("jane+tag@example.org", "mailto:jane+tag@example.org"),
        ("o'neill@example.org", "mailto:o%27neill@example.org"),
        ("jane?bcc=bo@example.org", "mailto:jane%3Fbcc%3Dbo@example.org"),
        ("jane&x=1@example.org", "mailto:jane%26x%3D1@example.org"),
        ('"jane doe"@example.org', "mailto:%22jane%20doe%22@example.org"),
        ("jane@example.org?bcc=bo@example.org", ""),
        ("jane@example.org%0Abcc:bo@example.org", ""),
        ("not an address", ""),
    ],
)
def test_a_link_to_write_carries_nothing_but_the_address(value: str, expected: str) -> None:
    assert mailto(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("+442079460123", "tel:+442079460123"),
        ("+442079460123;ext=12", "tel:+442079460123;ext=12"),
        ("+44;phone-context=evil", ""),
        ("javascript:1", ""),
        ("", ""),
    ],
)
def test_a_link_to_dial_carries_nothing_but_the_number(value: str, expected: str) -> None:
    assert tel(value) == expected
