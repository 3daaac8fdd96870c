"""Find: as one types, in the palette, and on a page of its own."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.palette import palette
from amity.queries.search import find
from amity.surfaces.web import keys
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import show
from amity.surfaces.web.views.commands import doings

LONGEST = 200


@require_GET
@for_member
def search(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    text = request.GET.get("text", "")[:LONGEST].strip()
    found = find(viewer, text, clock.today(viewer.time_zone), before=request.GET.get("before", "")) if text else None
    return show(request, "search.html", "search", (keys.Group("Found", keys.LIST),), text=text, found=found)


@require_GET
@for_member
def palette_options(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    text = request.GET.get("text", "")[:LONGEST].strip()
    offered = palette(viewer, text, clock.today(viewer.time_zone))
    return show(request, "parts/options.html", "", offered=offered, doings=doings(offered), text=text)
