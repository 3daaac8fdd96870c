"""The first start, and the one-time address."""

import pytest

from amity.actions.setup import TokenState, claim, ensure_network, new_set_up_token, token_state
from amity.lib.errors import NotAccepted, NotHere
from amity.records.models import AccountEvent, User

GOOD = "a long walk in spring"

pytestmark = pytest.mark.django_db


@pytest.fixture
def token():
    ensure_network()
    return new_set_up_token()


def test_making_sure_of_a_network_twice_makes_one():
    first = ensure_network()

    assert ensure_network().network == first.network


def test_nobody_can_sign_in_before_the_address_is_used():
    ensure_network()

    assert not User.objects.get().has_usable_password()


def test_claiming_gives_the_owner_a_name_and_a_password(token):
    user_id = claim(token, "  Ada ", GOOD)

    owner = User.objects.get(pk=user_id)
    assert owner.username == "Ada"
    assert owner.check_password(GOOD)
    assert AccountEvent.objects.get().what == "claimed"


def test_asking_after_a_token_spends_nothing(token):
    assert token_state(token) is TokenState.OPEN
    assert token_state(token) is TokenState.OPEN


def test_a_token_works_once(token):
    claim(token, "ada", GOOD)

    assert token_state(token) is TokenState.USED
    with pytest.raises(NotHere):
        claim(token, "mallory", GOOD)


def test_a_newer_address_ends_the_older(token):
    newer = new_set_up_token()

    assert token_state(token) is TokenState.UNKNOWN
    assert token_state(newer) is TokenState.OPEN


def test_there_is_no_new_address_once_the_owner_has_a_password(token):
    claim(token, "ada", GOOD)

    assert new_set_up_token() is None


@pytest.mark.parametrize(
    ("username", "password", "field"),
    [
        ("", GOOD, "username"),
        ("   ", GOOD, "username"),
        ("ada lovelace", GOOD, "username"),
        ("ada\0", GOOD, "username"),
        ("a" * 151, GOOD, "username"),
        ("ada", "", "password"),
        ("ada", "short", "password"),
        ("ada", "password1234", "password"),
        ("augusta-ada", "augusta-ada", "password"),
    ],
)
def test_what_cannot_be_accepted_leaves_the_token_as_it_was(token, username, password, field):
    with pytest.raises(NotAccepted) as refused:
        claim(token, username, password)

    assert refused.value.field == field
    assert token_state(token) is TokenState.OPEN
    assert not User.objects.get().has_usable_password()


@pytest.mark.parametrize("wrong", ["", "x", "\0", "é" * 500])
def test_an_unknown_token_opens_nothing(token, wrong):
    assert token_state(wrong) is TokenState.UNKNOWN
    with pytest.raises(NotHere):
        claim(wrong, "ada", GOOD)
