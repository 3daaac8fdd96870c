"""One sentence: read back while it is written, then kept with everything it says."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from amity.actions.capturing import decided, keep
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.capturing import CaptureReading, read
from amity.surfaces.web.forms.capture import Given, given_in
from amity.surfaces.web.forms.known import CHANNELS, kinds_with
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import UNPROCESSABLE, came_from, done, show

NO_WORDS = "Write a few words first."


@require_http_methods(["GET", "POST"])
@for_member
def capture(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """A page of its own: for those without a script, and for a phone."""
    given = given_in(request.POST or request.GET)
    return _page(request, viewer, given, _read(viewer, given))


@require_POST
@for_member
def read_back(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Only the lines, for the script that shows them while one types."""
    given = given_in(request.POST)
    return _lines(request, viewer, given, _read(viewer, given))


@require_POST
@for_member
def kept(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _keep(request, viewer, only_the_note=False)


@require_POST
@for_member
def only_the_note(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _keep(request, viewer, only_the_note=True)


def _keep(request: HttpRequest, viewer: Viewer, *, only_the_note: bool) -> HttpResponse:
    """Kept; or, with a question open, the lines once more with the focus where it is asked."""
    given = given_in(request.POST)
    reading = _read(viewer, given)
    try:
        if reading is None:
            raise NotAccepted(NO_WORDS, "text")
        answer = done(request, keep(viewer, decided(reading, only_the_note=only_the_note)), _onward(request))
    except NotAccepted as why:
        again = _lines if request.htmx else _page  # type: ignore[attr-defined]  # django-htmx's middleware
        return again(request, viewer, given, reading, why)
    answer["HX-Trigger"] = "amity-kept"
    return answer


def _onward(request: HttpRequest) -> str:
    """The page that lies below the note; from the page of the note itself, where one came from."""
    here: str = (request.htmx.current_url_abs_path or "") if request.htmx else ""  # type: ignore[attr-defined]
    return "" if here.startswith("/capture/") else here


def _read(viewer: Viewer, given: Given) -> CaptureReading | None:
    on = clock.today(viewer.time_zone)
    return read(viewer, given.text, on, answers=given.answers, also=given.also, about=given.about)


def _lines(
    request: HttpRequest,
    viewer: Viewer,
    given: Given,
    reading: CaptureReading | None,
    why: NotAccepted | None = None,
) -> HttpResponse:
    status = UNPROCESSABLE if why else 200
    return show(request, "parts/read_as.html", "today", status=status, **_context(viewer, given, reading, why))


def _page(
    request: HttpRequest,
    viewer: Viewer,
    given: Given,
    reading: CaptureReading | None,
    why: NotAccepted | None = None,
) -> HttpResponse:
    status = UNPROCESSABLE if why else 200
    words = _context(viewer, given, reading, why)
    return show(request, "capture.html", "note", status=status, back=came_from(request), **words)


def _context(viewer: Viewer, given: Given, reading: CaptureReading | None, why: NotAccepted | None) -> dict[str, Any]:
    """`ask`: the key of the line that is to be decided now; `refused`: why nothing was kept."""
    return {
        "reading": reading,
        "text": given.text,
        "also": given.also,
        "about": given.about or "",
        "opened": given.opened,
        "today": clock.today(viewer.time_zone),
        "channels": CHANNELS,
        "fact_kinds": kinds_with(""),
        "ask": why.field if why else "",
        "refused": why.sentence if why else "",
    }
