"""Candidates, the bin, history, and undo."""

import uuid
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from amity.actions.changes import CannotUndo, NothingToUndo
from amity.actions.undo import TakenBackWhole, undo, undo_last
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.candidates import candidates_page
from amity.queries.history import history_page
from amity.queries.resolve import brief
from amity.queries.trash import trash_page
from amity.surfaces.web import keys
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import Undoable, said, show


@require_GET
@for_member
def candidates(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    page = candidates_page(viewer, after=request.GET.get("after", ""))
    return show(request, "candidates.html", "people", (keys.CANDIDATES,), page=page)


@require_GET
@for_member
def trash(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return show(request, "bin.html", "people", page=trash_page(viewer, clock.today(viewer.time_zone)))


@require_GET
@for_member
def history(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    about = _key(request.GET.get("about", ""))
    page = history_page(viewer, clock.today(viewer.time_zone), about=about, before=request.GET.get("before", ""))
    whom = brief(viewer, about) if about else None
    return show(request, "history.html", "history", page=page, about=about, whom=whom)


@require_POST
@for_member
def undone(request: HttpRequest, viewer: Viewer, change_id: uuid.UUID) -> HttpResponse:
    return _taken_back(request, lambda: undo(viewer, change_id))


@require_POST
@for_member
def last_undone(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _taken_back(request, lambda: undo_last(viewer))


def _taken_back(request: HttpRequest, undoing: Callable[[], Undoable]) -> HttpResponse:
    """What came with an import is taken back on the page of that, as a whole."""
    try:
        return said(request, undoing().label)
    except TakenBackWhole as whole:
        return said(request, str(whole), f"/sources/{whole.intake_id}/" if whole.intake_id else "")
    except (CannotUndo, NothingToUndo) as why:
        return said(request, str(why))


def _key(text: str) -> uuid.UUID | None:
    if not text:
        return None
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404("No such person.") from None
