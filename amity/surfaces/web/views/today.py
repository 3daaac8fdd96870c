"""Today, and what one answers to a suggestion."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amity.actions import today as act
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.resolve import brief
from amity.queries.today import ReachOut, today_page
from amity.surfaces.web import keys
from amity.surfaces.web.drawing.beat import Drawn, draw
from amity.surfaces.web.forms.people import NotNowForm
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import ask, attempt, done, show


@dataclass(frozen=True, slots=True)
class Line:
    """One suggestion with its picture."""

    who: ReachOut
    beat: Drawn


@require_GET
@for_member
def today(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    on = clock.today(viewer.time_zone)
    page = today_page(viewer, on)
    lines = tuple(Line(one, draw(one.beat)) for one in page.reach_out)
    return show(request, "today.html", "today", (keys.TODAY,), page=page, lines=lines, on=on)


@require_POST
@for_member
def mark_done(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, act.mark_done(viewer, person_id))


@require_POST
@for_member
def later(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, act.later(viewer, person_id))


@require_http_methods(["GET", "POST"])
@for_member
def not_now(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    form = NotNowForm(request.POST if request.method == "POST" else None)
    change = attempt(form, lambda given: act.not_now(viewer, person_id, given["reason"]))
    if change:
        return done(request, change)
    who = brief(viewer, person_id)
    return ask(request, form, "today", f"Not now: {who.name}", request.path, button="Not now", others=person_id)


@require_POST
@for_member
def not_this_person(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, act.not_this_person(viewer, person_id))


@require_POST
@for_member
def suggest_again(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, act.suggest_again(viewer, person_id))
