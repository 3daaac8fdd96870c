"""Who sees what: nobody without signing in, nobody a row of another network, nobody a change they may not make."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amity.judgement.vocabulary import HelpState, PromiseState
from amity.lib.viewer import Role
from amity.records.models import (
    Change,
    Circle,
    Fact,
    Handle,
    HelpAsked,
    Intake,
    Interaction,
    Match,
    Membership,
    Need,
    Offer,
    OwnAddress,
    Photo,
    Promise,
)
from amity.records.scope import scope_of
from tests.conftest import TODAY
from tests.surfaces.web.conftest import signed_in
from tests.surfaces.web.routes import every_route

ROUTES = every_route()
WITH_KEYS = [route for route in ROUTES if route.keys]
WRITES = ("INSERT", "UPDATE", "DELETE")


@pytest.fixture
def of_dee(elsewhere, dee):
    """Keys of rows in somebody else's network."""
    with scope_of(elsewhere):
        circle = Circle.objects.create(name="Friends")
        photo = Photo.objects.create(person=dee, content=b"x", media_type="image/webp", digest=b"y")
        intake = Intake.objects.create(
            member_id=elsewhere.member, title="All mail", state="previewed", made_at=dee.kept_at
        )
        told = {"member_id": elsewhere.member, "person": dee, "what": "Bind a book", "said_on": TODAY}
        promise = Promise.objects.create(**told, state=PromiseState.OPEN)
        need, offer = (
            Need.objects.create(**told, state=HelpState.OPEN),
            Offer.objects.create(**told, state=HelpState.OPEN),
        )
        match = Match.objects.create(need=need, person=dee, offer=offer, closeness=0.9)
        asked = HelpAsked.objects.create(member_id=elsewhere.member, person=dee, asked_on=TODAY)
        change = Change.objects.create(member_id=elsewhere.member, at=dee.kept_at, verb="rename_person", label="x")
        return {
            "person_id": dee.pk,
            "promise_id": promise.pk,
            "need_id": need.pk,
            "offer_id": offer.pk,
            "match_id": match.pk,
            "asked_id": asked.pk,
            "other_id": dee.pk,
            "circle_id": circle.pk,
            "photo_id": photo.pk,
            "intake_id": intake.pk,
            "change_id": change.pk,
            "handle_id": Handle.objects.get(person=dee).pk,
            "fact_id": Fact.objects.get(person=dee).pk,
            "interaction_id": Interaction.objects.filter(participants__person=dee).first().pk,
            "own_id": OwnAddress.objects.get().pk,
        }


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
@pytest.mark.parametrize("verb", ["get", "post"])
def test_a_visitor_who_has_not_signed_in_is_sent_to_sign_in(stranger, route, verb):
    answer = getattr(stranger, verb)(route.address({}))

    assert answer.status_code in (302, 405)
    assert answer.status_code == 405 or answer["Location"].startswith("/accounts/login/")


def test_a_script_without_sign_in_is_sent_to_sign_in_too(stranger):
    answer = stranger.get("/people/", headers={"HX-Request": "true"})

    assert answer["HX-Redirect"].startswith("/accounts/login/")


@pytest.mark.parametrize("route", WITH_KEYS, ids=lambda route: route.name)
@pytest.mark.parametrize("verb", ["get", "post"])
def test_a_row_of_another_network_is_not_found_and_not_touched(owner, of_dee, route, verb):
    with CaptureQueriesContext(connection) as seen:
        answer = getattr(owner, verb)(route.address(of_dee), VALID)

    changed = [one["sql"] for one in seen if one["sql"].startswith(WRITES) and "records_" in one["sql"]]
    assert answer.status_code in (404, 405)
    assert changed == []


def test_a_member_who_may_only_look_is_refused_kindly(owner, viewer, bo):
    Membership.objects.filter(pk=viewer.member).update(role=Role.VIEWER)

    answer = signed_in(viewer).post(f"/people/{bo.pk}/done")

    assert answer.status_code == 403
    assert b"Nothing was changed" in answer.content


VALID = {
    "name": "Somebody",
    "text": "something@else.example",
    "kind": "mail",
    "channel": "note",
    "happened_on": "2026-11-20",
    "days": "14",
    "mark": "r-family",
    "what": "Something",
    "who": "Somebody",
    "asked_on": "2026-11-20",
    "month": "3",
    "day": "4",
}
