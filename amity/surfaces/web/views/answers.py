"""The few ways a view answers: a page, a form to mend, or "done" with an undo in the toast."""

import functools
import json
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC
from typing import Any, Protocol, TypeVar

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from amity.lib.errors import NotAccepted
from amity.surfaces.web.keys import ANYWHERE, Group
from amity.surfaces.web.views.access import likes_of, viewer_of_request

UNPROCESSABLE = 422
Outcome = TypeVar("Outcome")


class Undoable(Protocol):
    """A Change as an action returns it: what the toast needs of it."""

    id: uuid.UUID
    label: str


def show(
    request: HttpRequest, template: str, here: str, keys: tuple[Group, ...] = (), *, status: int = 200, **context: Any
) -> HttpResponse:
    """A page in its frame, or without it when a script asks, its dates in the member's language and time zone.

    `here` is the section of the navigation.
    """
    like, viewer = likes_of(request), viewer_of_request(request)
    sheet = _sheet((*keys, ANYWHERE), like.single_keys)
    with translation.override(like.language), timezone.override(viewer.time_zone if viewer else UTC):
        return render(request, template, {"here": here, "sheet": sheet, **context}, status=status)


def done(request: HttpRequest, change: Undoable | None, to: str = "") -> HttpResponse:
    """Back to where the visitor was, or on to `to`, with the sentence of the change and its undo."""
    if change is not None:
        messages.success(request, change.label, extra_tags=str(change.id))
    return onward(request, to)


def said(request: HttpRequest, sentence: str, to: str = "") -> HttpResponse:
    """The same for what cannot be undone, or changed nothing."""
    messages.info(request, sentence)
    return onward(request, to)


def did(request: HttpRequest, action: Callable[[], Undoable]) -> HttpResponse:
    """Does it and says so; pressed twice, or too late, the sentence says why nothing was changed."""
    try:
        return done(request, action())
    except NotAccepted as why:
        return said(request, why.sentence)


def onward(request: HttpRequest, to: str = "") -> HttpResponse:
    """Without a script a redirect; with one the page is swapped in place when it is the same, else opened."""
    target = to or came_from(request)
    if not request.htmx:  # type: ignore[attr-defined]  # django-htmx's middleware puts it there
        return redirect(target)
    if target == request.htmx.current_url_abs_path:  # type: ignore[attr-defined]
        there = {"path": target, "target": "#main", "swap": "outerHTML", "push": "false"}
        return HttpResponse(headers={"HX-Location": json.dumps(there)})
    return HttpResponseClientRedirect(target)


def came_from(request: HttpRequest) -> str:
    """The page a form was on, never another host's."""
    here = request.htmx.current_url_abs_path if request.htmx else ""  # type: ignore[attr-defined]
    back = request.POST.get("back") or request.GET.get("back") or here or "/"
    return back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/"


def ask(
    request: HttpRequest, form: Form, here: str, heading: str, to: str, *, whole: bool = False, **words: Any
) -> HttpResponse:
    """A form: alone for the script that puts it in its place, else a page of its own; 422 when it was refused.

    `whole` asks for the page even from the script, where the form that was refused was another than this.
    """
    status = UNPROCESSABLE if form.is_bound else 200
    context = {"form": form, "heading": heading, "to": to, "back": came_from(request), "button": "Keep", **words}
    if request.htmx and not whole:  # type: ignore[attr-defined]
        return render(request, "parts/form.html", context, status=status)
    return show(request, "form.html", here, status=status, **context)


def attempt(form: Form, action: Callable[[Mapping[str, Any]], Outcome]) -> Outcome | None:
    """What the action gave for a valid form; None, with the sentence beside its field, when it was refused."""
    if not form.is_valid():
        return None
    try:
        return action(form.cleaned_data)
    except NotAccepted as why:
        form.add_error(why.field if why.field in form.fields else None, why.sentence)
        return None


@functools.cache
def _sheet(groups: tuple[Group, ...], single_keys: bool) -> str:
    """The sheet of keys, the same for every visit to one kind of page: written once."""
    return render_to_string("parts/keys.html", {"groups": groups, "single_keys": single_keys})
