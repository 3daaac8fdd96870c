"""The one-time address, sign-in, sign-out and another password."""

import re

import pytest

from amity.actions.setup import ensure_network, new_set_up_token
from amity.records.models import SetUp, User
from tests.surfaces.web.conftest import signed_in, text_of

PASSWORD = "a long walk in spring"


@pytest.fixture
def token(db):
    ensure_network()
    return new_set_up_token()


def test_looking_at_the_address_spends_nothing_and_claiming_signs_in(stranger, token):
    stranger.get(f"/welcome/{token}/")
    answer = stranger.post(f"/welcome/{token}/", {"username": "maren", "password": PASSWORD})

    assert answer["Location"] == "/"
    assert stranger.get("/").status_code == 200
    assert User.objects.get().username == "maren"


def test_a_weak_password_is_refused_and_the_address_stays_open(stranger, token):
    answer = stranger.post(f"/welcome/{token}/", {"username": "maren", "password": "short"})

    assert answer.status_code == 422
    assert 'role="alert"' in text_of(answer)
    assert SetUp.objects.get().used_at is None


def test_a_spent_address_lets_nobody_in(stranger, client, token):
    stranger.post(f"/welcome/{token}/", {"username": "maren", "password": PASSWORD})

    answer = client.post(f"/welcome/{token}/", {"username": "eve", "password": PASSWORD}, headers={"host": "localhost"})

    assert answer.status_code == 404
    assert "This address has been used" in text_of(answer)


def test_an_unknown_address_opens_nothing(stranger, db):
    assert "This address opens nothing" in text_of(stranger.get("/welcome/nonsense/"))


def test_signing_in_goes_where_one_wanted_to_go(stranger, token):
    stranger.post(f"/welcome/{token}/", {"username": "maren", "password": PASSWORD})
    stranger.post("/accounts/logout/")

    asked = stranger.get("/people/")
    answer = stranger.post(asked["Location"], {"login": "maren", "password": PASSWORD, "next": "/people/"})

    assert answer["Location"] == "/people/"


def test_a_wrong_password_is_told_kindly(stranger, token):
    answer = stranger.post("/accounts/login/", {"login": "maren", "password": "wrong wrong wrong"})

    assert 'role="alert"' in text_of(answer)
    assert "Sign in" in text_of(answer)


def test_signing_out_asks_first_and_ends_the_session(owner):
    asked = text_of(owner.get("/accounts/logout/"))
    owner.post("/accounts/logout/")

    assert "Sign out?" in asked
    assert owner.get("/").status_code == 302


def test_nobody_signs_up_by_themselves(stranger, db):
    assert "Nobody signs up by themselves" in text_of(stranger.get("/accounts/signup/"))


def test_another_password_has_its_page(owner):
    assert "Another password" in text_of(owner.get("/accounts/password/change/"))


def test_who_has_no_password_is_led_to_a_page_for_one(viewer):
    User.objects.update(password="!")  # as of an owner who looks around by a one-time address
    owner = signed_in(viewer)

    led = owner.get("/accounts/password/change/")
    page = text_of(owner.get("/accounts/password/set/"))
    owner.post("/accounts/password/set/", {"password1": PASSWORD, "password2": PASSWORD})

    assert led["Location"] == "/accounts/password/set/"
    assert "There is none yet." in page
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.parametrize(
    "address",
    [
        "email/",
        "confirm-email/",
        "confirm-email/NA:key/",
        "password/reset/",
        "password/reset/done/",
        "password/reset/key/1-set-password/",
        "password/reset/key/done/",
        "login/code/confirm/",
        "login/code/",
        "anything/else/",
    ],
)
def test_pages_of_accounts_that_amity_does_not_offer_are_not_there(owner, stranger, db, address):
    for browser in (owner, stranger):
        for ask in (browser.get, browser.post):
            answer = ask(f"/accounts/{address}")
            assert answer.status_code == 404
            assert "<h1>" in text_of(answer)


def test_the_beginning_of_the_pages_of_accounts_leads_to_settings(owner):
    assert owner.get("/accounts/")["Location"] == "/settings/"


@pytest.mark.parametrize("address", ["login/", "logout/", "inactive/", "signup/", "password/change/"])
def test_no_page_of_accounts_leads_to_one_that_is_not_there(owner, stranger, db, address):
    for browser in (owner, stranger):
        page = text_of(browser.get(f"/accounts/{address}", follow=True))

        assert not re.search(r"/accounts/(email|confirm-email|password/reset|login/code)", page)
