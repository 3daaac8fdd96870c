"""Two people who may be one: the list, one pair side by side, and the owner's word."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from amity.actions import merging as act
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.duplicates import Pair, duplicates_page, pair
from amity.surfaces.web import keys
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import done, said, show

CHOICE = "field-"  # before a field's name in the form


@require_GET
@for_member
def duplicates(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    page = duplicates_page(viewer, after=request.GET.get("after", ""))
    of = request.GET.get("of", "")
    ours = next((row for row in page.rows if of in (str(row.person_id), str(row.other_id))), None) if of else None
    if ours:
        return redirect(_address(ours.person_id, ours.other_id))
    return show(request, "duplicates.html", "people", (keys.Group("Pairs", keys.LIST),), page=page)


@require_GET
@for_member
def one_pair(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID) -> HttpResponse:
    two = pair(viewer, person_id, other_id)
    earlier = _address(*two.earlier) if two.earlier else ""
    return show(request, "pair.html", "people", (keys.PAIR,), two=two, earlier=earlier, later=_next(two, ""))


@require_POST
@for_member
def join(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID) -> HttpResponse:
    choices = {name.removeprefix(CHOICE): request.POST[name] for name in request.POST if name.startswith(CHOICE)}
    following = _after(viewer, person_id, other_id)
    try:
        return done(request, act.merge_people(viewer, person_id, other_id, choices), following)
    except NotAccepted as why:
        return said(request, why.sentence, _address(person_id, other_id))


@require_POST
@for_member
def two_people(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID) -> HttpResponse:
    following = _after(viewer, person_id, other_id)
    return done(request, act.not_the_same(viewer, person_id, other_id), following)


@require_POST
@for_member
def not_yet(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID) -> HttpResponse:
    following = _after(viewer, person_id, other_id)
    return done(request, act.dont_know_yet(viewer, person_id, other_id), following)


def _after(viewer: Viewer, person_id: uuid.UUID, other_id: uuid.UUID) -> str:
    """Where to go once this pair is decided: the next one, asked for while the pair is still in the list."""
    return _next(pair(viewer, person_id, other_id), "/duplicates/")


def _next(two: Pair, otherwise: str) -> str:
    return _address(*two.later) if two.later else otherwise


def _address(person_id: uuid.UUID, other_id: uuid.UUID) -> str:
    return f"/duplicates/{person_id}/{other_id}/"
