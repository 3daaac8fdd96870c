"""Sources: give files, see what is in them, read, stop, go on, and take the whole of it back."""

import uuid
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from amity.actions import intake as act
from amity.actions.intake_preview import look_at
from amity.actions.intake_undo import start_undo
from amity.actions.intake_upload import save_upload
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.intakes import IntakePage, intake_page, intakes_page, progress
from amity.surfaces.web.forms.sources import FilesForm, PathForm
from amity.surfaces.web.views.access import for_member, likes_of
from amity.surfaces.web.views.answers import UNPROCESSABLE, attempt, onward, said, show


@require_GET
@for_member
def sources(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _page(request, viewer, FilesForm(), PathForm())


@require_POST
@for_member
def uploaded(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = FilesForm(request.POST, request.FILES)
    keep_text = likes_of(request).keep_text

    def take(given: object) -> uuid.UUID:
        paths = [save_upload(viewer, one.name or "", one.chunks()) for one in form.cleaned_data["given"]]
        return act.new_intake(viewer, paths, form.addresses(), keep_text=keep_text)

    intake_id = attempt(form, take)
    if intake_id:
        return onward(request, f"/sources/{intake_id}/")
    return _page(request, viewer, form, PathForm())


@require_POST
@for_member
def named(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = PathForm(request.POST)
    keep_text = likes_of(request).keep_text
    intake_id = attempt(
        form,
        lambda given: act.new_intake(viewer, [_below_inbox(given["path"])], form.addresses(), keep_text=keep_text),
    )
    if intake_id:
        return onward(request, f"/sources/{intake_id}/")
    return _page(request, viewer, FilesForm(), form)


@require_GET
@for_member
def one_intake(request: HttpRequest, viewer: Viewer, intake_id: uuid.UUID) -> HttpResponse:
    page = _report(request, viewer, intake_id)
    return show(request, "intake.html", "sources", page=page, now=page.progress)


@require_GET
@for_member
def progress_of(request: HttpRequest, viewer: Viewer, intake_id: uuid.UUID) -> HttpResponse:
    """Asked for every second while it runs; at its end the page is opened anew, with the report."""
    now = progress(viewer, intake_id)
    if not now.running:
        return HttpResponseClientRefresh()
    return show(request, "parts/progress.html", "sources", now=now)


@require_GET
@for_member
def preview_of(request: HttpRequest, viewer: Viewer, intake_id: uuid.UUID) -> HttpResponse:
    """What reading it would bring, worked out on a sample and kept nowhere."""
    page = _report(request, viewer, intake_id)
    template = "parts/preview.html" if request.htmx else "intake.html"  # type: ignore[attr-defined]
    return show(request, template, "sources", page=page, now=page.progress, seen=look_at(viewer, intake_id))


@require_POST
@for_member
def started(request: HttpRequest, viewer: Viewer, intake_id: uuid.UUID) -> HttpResponse:
    return _after(request, intake_id, act.start_intake, viewer)


@require_POST
@for_member
def stopped(request: HttpRequest, viewer: Viewer, intake_id: uuid.UUID) -> HttpResponse:
    return _after(request, intake_id, act.stop_intake, viewer)


@require_POST
@for_member
def resumed(request: HttpRequest, viewer: Viewer, intake_id: uuid.UUID) -> HttpResponse:
    return _after(request, intake_id, act.resume_intake, viewer)


@require_POST
@for_member
def taken_back(request: HttpRequest, viewer: Viewer, intake_id: uuid.UUID) -> HttpResponse:
    return _after(request, intake_id, start_undo, viewer)


def _page(request: HttpRequest, viewer: Viewer, files: Form, path: Form) -> HttpResponse:
    status = UNPROCESSABLE if files.is_bound or path.is_bound else 200
    page, inbox = intakes_page(viewer), settings.INBOX is not None
    return show(request, "sources.html", "sources", page=page, files=files, path=path, inbox=inbox, status=status)


def _report(request: HttpRequest, viewer: Viewer, intake_id: uuid.UUID) -> IntakePage:
    return intake_page(viewer, intake_id, clock.today(viewer.time_zone), after=request.GET.get("after", ""))


def _below_inbox(given: str) -> str:
    """The whole path of something below AMITY_INBOX. Raises NotAccepted for anything else."""
    if settings.INBOX is None:
        raise NotAccepted("This server has no folder that pages may read from (AMITY_INBOX).", "path")
    inbox = Path(settings.INBOX).resolve()
    try:
        path = (inbox / given).resolve()
    except (OSError, ValueError):
        raise NotAccepted("There is no such file or folder.", "path") from None
    if not path.is_relative_to(inbox) or not path.exists():
        raise NotAccepted("There is no such file or folder below the one Amity may read from.", "path")
    return str(path)


def _after(
    request: HttpRequest, intake_id: uuid.UUID, action: Callable[[Viewer, uuid.UUID], None], viewer: Viewer
) -> HttpResponse:
    try:
        action(viewer, intake_id)
    except NotAccepted as why:
        return said(request, why.sentence)
    return onward(request)
