"""What happened, written down by hand: a meeting, a call, a letter, a note."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from amity.actions import interactions as act
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.resolve import brief
from amity.queries.timeline import entry
from amity.surfaces.web.forms.known import HappenedChangeForm, HappenedForm
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import ask, attempt, done
from amity.surfaces.web.views.meant import all_meant


@require_http_methods(["GET", "POST"])
@for_member
def new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    today = clock.today(viewer.time_zone)
    form = HappenedForm(today, request.POST if request.method == "POST" else None, initial=_begun(request, viewer))
    change = attempt(
        form,
        lambda given: act.add_interaction(
            viewer,
            all_meant(viewer, given["who"]),
            given["channel"],
            given["happened_on"],
            given["text"],
            minutes=given["minutes"],
            direction=given["direction"] or "both",
            private=given["private"],
        ),
    )
    if change:
        return done(request, change)
    return ask(request, form, "today", "What happened?", "/happened/new/", whole="from" in request.POST)


@require_http_methods(["GET", "POST"])
@for_member
def correct(request: HttpRequest, viewer: Viewer, interaction_id: uuid.UUID) -> HttpResponse:
    was = entry(viewer, interaction_id)
    now = {"channel": was.channel, "happened_on": was.at.date() if was.at else None, "text": was.text}
    form = HappenedChangeForm(request.POST if request.method == "POST" else None, initial=now)
    change = attempt(
        form,
        lambda given: act.correct_interaction(
            viewer,
            interaction_id,
            channel=given["channel"],
            happened_on=given["happened_on"],
            text=given["text"],
        ),
    )
    if change:
        return done(request, change)
    return ask(request, form, "people", "What happened", request.path, remove=f"{request.path}binned")


@require_POST
@for_member
def trash(request: HttpRequest, viewer: Viewer, interaction_id: uuid.UUID) -> HttpResponse:
    return done(request, act.trash_interaction(viewer, interaction_id))


@require_POST
@for_member
def restore(request: HttpRequest, viewer: Viewer, interaction_id: uuid.UUID) -> HttpResponse:
    return done(request, act.restore_interaction(viewer, interaction_id))


def _begun(request: HttpRequest, viewer: Viewer) -> dict[str, str]:
    key = request.GET.get("with", "")
    if not key:
        return {}
    try:
        return {"who": brief(viewer, uuid.UUID(key)).name}
    except ValueError:
        return {}
