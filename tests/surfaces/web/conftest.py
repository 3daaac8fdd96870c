"""Browsers of the owner and of nobody, without a browser."""

import pytest
from django.conf import settings
from django.test import Client

from amity.records.models import Membership, User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(scope="session", autouse=True)
def gathered():
    """Static files have a folder, as after a start."""
    settings.STATIC_ROOT.mkdir(exist_ok=True)


@pytest.fixture
def owner(viewer):
    """Robin, signed in."""
    return signed_in(viewer)


@pytest.fixture
def stranger(db):
    """Somebody who has not signed in."""
    return Client(HTTP_HOST="localhost")


def signed_in(viewer):
    client = Client(HTTP_HOST="localhost")
    client.force_login(User.objects.get(pk=Membership.objects.get(pk=viewer.member).user_id), backend=BACKEND)
    return client


def text_of(response):
    return " ".join(response.content.decode().split())
