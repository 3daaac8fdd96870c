"""What is known about a person: addresses and facts."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from amity.actions import facts as fact_acts
from amity.actions import handles as handle_acts
from amity.lib.viewer import Viewer
from amity.queries import correcting
from amity.queries.resolve import brief
from amity.surfaces.web.forms.known import FactChangeForm, FactForm, HandleChangeForm, HandleForm
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import ask, attempt, done


@require_http_methods(["GET", "POST"])
@for_member
def new_handle(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    who = brief(viewer, person_id)
    form = HandleForm(request.POST if request.method == "POST" else None)
    change = attempt(
        form, lambda given: handle_acts.add_handle(viewer, person_id, given["kind"], given["text"], given["label"])
    )
    if change:
        return done(request, change, f"/people/{person_id}/")
    return ask(request, form, "people", f"Another way to reach {who.name}", request.path)


@require_http_methods(["GET", "POST"])
@for_member
def correct_handle(request: HttpRequest, viewer: Viewer, handle_id: uuid.UUID) -> HttpResponse:
    was = correcting.handle(viewer, handle_id)
    now = {"text": was.shown, "label": was.label}
    form = HandleChangeForm(request.POST if request.method == "POST" else None, initial=now)
    change = attempt(form, lambda given: handle_acts.correct_handle(viewer, handle_id, given["text"], given["label"]))
    if change:
        return done(request, change, f"/people/{was.person_id}/")
    return ask(request, form, "people", f"Correct {was.shown}", request.path, remove=f"{request.path}removed")


@require_POST
@for_member
def remove_handle(request: HttpRequest, viewer: Viewer, handle_id: uuid.UUID) -> HttpResponse:
    was = correcting.handle(viewer, handle_id)
    return done(request, handle_acts.remove_handle(viewer, handle_id), f"/people/{was.person_id}/")


@require_http_methods(["GET", "POST"])
@for_member
def new_fact(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    who = brief(viewer, person_id)
    form = FactForm(request.POST if request.method == "POST" else None)
    change = attempt(
        form,
        lambda given: fact_acts.add_fact(
            viewer, person_id, given["kind"], given["text"], given["label"], private=given["private"]
        ),
    )
    if change:
        return done(request, change, f"/people/{person_id}/")
    return ask(request, form, "people", f"Something you know about {who.name}", request.path)


@require_http_methods(["GET", "POST"])
@for_member
def correct_fact(request: HttpRequest, viewer: Viewer, fact_id: uuid.UUID) -> HttpResponse:
    was = correcting.fact(viewer, fact_id)
    now = {"text": was.text, "label": was.label}
    form = FactChangeForm(request.POST if request.method == "POST" else None, initial=now)
    change = attempt(form, lambda given: fact_acts.correct_fact(viewer, fact_id, given["text"], label=given["label"]))
    if change:
        return done(request, change, f"/people/{was.person_id}/")
    return ask(request, form, "people", "What you know", request.path, remove=f"{request.path}binned")


@require_POST
@for_member
def trash_fact(request: HttpRequest, viewer: Viewer, fact_id: uuid.UUID) -> HttpResponse:
    was = correcting.fact(viewer, fact_id)
    return done(request, fact_acts.trash_fact(viewer, fact_id), f"/people/{was.person_id}/")


@require_POST
@for_member
def restore_fact(request: HttpRequest, viewer: Viewer, fact_id: uuid.UUID) -> HttpResponse:
    return done(request, fact_acts.restore_fact(viewer, fact_id))
