"""Settings: how the day should be, own addresses, circles."""

import uuid
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amity.actions import circles as circle_acts
from amity.actions import own as own_acts
from amity.actions.preferences import set_preferences
from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.queries.circles import CircleRow, circles_page
from amity.queries.settings import OwnAddressRow, settings_page
from amity.surfaces.web.forms.settings import CircleForm, CircleRhythmForm, LikesForm, OwnAddressForm, zones
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import UNPROCESSABLE, Undoable, ask, attempt, done, said, show

Row = TypeVar("Row", OwnAddressRow, CircleRow)


@require_GET
@for_member
def settings(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    page = settings_page(viewer)
    likes = page.likes
    form = LikesForm(
        initial={
            "time_zone": likes.time_zone,
            "language": likes.language,
            "today_limit": likes.today_limit,
            "weekly_contacts": likes.weekly_contacts,
            "single_keys": likes.single_keys,
            "light": likes.light,
            "keep_text": likes.keep_text,
        }
    )
    return show(request, "settings.html", "settings", page=page, form=form, zones=zones())


@require_POST
@for_member
def likes(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = LikesForm(request.POST)
    change = attempt(form, lambda given: set_preferences(viewer, **given))
    if change:
        return done(request, change, "/settings/")
    page = settings_page(viewer)
    return show(request, "settings.html", "settings", page=page, form=form, zones=zones(), status=UNPROCESSABLE)


@require_http_methods(["GET", "POST"])
@for_member
def new_own_address(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = OwnAddressForm(request.POST if request.method == "POST" else None)
    change = attempt(form, lambda given: own_acts.confirm_own_address(viewer, given["kind"], given["text"]))
    if change:
        return done(request, change, "/settings/")
    return ask(request, form, "settings", "Another address of yours", request.path, button="It is mine")


@require_POST
@for_member
def own_address_confirmed(request: HttpRequest, viewer: Viewer, own_id: uuid.UUID) -> HttpResponse:
    mine = _own(viewer, own_id)
    return _own_answer(request, lambda: own_acts.confirm_own_address(viewer, mine.kind, mine.value))


@require_POST
@for_member
def own_address_refused(request: HttpRequest, viewer: Viewer, own_id: uuid.UUID) -> HttpResponse:
    return _own_answer(request, lambda: own_acts.refuse_own_address(viewer, own_id))


@require_POST
@for_member
def own_address_forgotten(request: HttpRequest, viewer: Viewer, own_id: uuid.UUID) -> HttpResponse:
    return _own_answer(request, lambda: own_acts.forget_own_address(viewer, own_id))


@require_http_methods(["GET", "POST"])
@for_member
def new_circle(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = CircleForm(request.POST if request.method == "POST" else None)
    change = attempt(form, lambda given: circle_acts.make_circle(viewer, given["name"], given["mark"]))
    if change:
        return done(request, change, "/settings/")
    return ask(request, form, "settings", "A new circle", request.path)


@require_http_methods(["GET", "POST"])
@for_member
def circle(request: HttpRequest, viewer: Viewer, circle_id: uuid.UUID) -> HttpResponse:
    was = _circle(viewer, circle_id)
    form = CircleForm(request.POST if request.method == "POST" else None, initial={"name": was.name, "mark": was.mark})
    change = attempt(form, lambda given: circle_acts.rename_circle(viewer, circle_id, given["name"], given["mark"]))
    if change:
        return done(request, change, "/settings/")
    return ask(request, form, "settings", f"The circle {was.name}", request.path, remove=f"{request.path}removed")


@require_http_methods(["GET", "POST"])
@for_member
def circle_rhythm(request: HttpRequest, viewer: Viewer, circle_id: uuid.UUID) -> HttpResponse:
    was = _circle(viewer, circle_id)
    form = CircleRhythmForm(request.POST if request.method == "POST" else None, initial={"days": was.rhythm_days})
    change = attempt(form, lambda given: circle_acts.set_circle_rhythm(viewer, circle_id, given["days"]))
    if change:
        return done(request, change, "/settings/")
    return ask(request, form, "settings", f"Rhythm of {was.name}", request.path)


@require_POST
@for_member
def circle_removed(request: HttpRequest, viewer: Viewer, circle_id: uuid.UUID) -> HttpResponse:
    return done(request, circle_acts.remove_circle(viewer, circle_id), "/settings/")


def _own(viewer: Viewer, own_id: uuid.UUID) -> OwnAddressRow:
    return _by_key(settings_page(viewer).own_addresses, own_id)


def _circle(viewer: Viewer, circle_id: uuid.UUID) -> CircleRow:
    return _by_key(circles_page(viewer), circle_id)


def _by_key(rows: Iterable[Row], key: uuid.UUID) -> Row:
    found = next((row for row in rows if row.id == key), None)
    if found is None:
        raise NotHere("This is not here any more.")
    return found


def _own_answer(request: HttpRequest, action: Callable[[], Undoable]) -> HttpResponse:
    try:
        return done(request, action())
    except NotAccepted as why:
        return said(request, why.sentence)
