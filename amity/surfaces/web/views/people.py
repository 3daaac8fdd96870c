"""The list of people, somebody new, and what is done with several at once."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amity.actions import circles as circle_acts
from amity.actions import people as act
from amity.actions import ties as tie_acts
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.circles import circle_marks
from amity.queries.people import Only, Order, PeoplePage, PersonRow, people_page
from amity.queries.resolve import who
from amity.surfaces.web import keys
from amity.surfaces.web.drawing.beat import Drawn, draw
from amity.surfaces.web.forms.people import RHYTHMS, NewPersonForm
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import Undoable, ask, attempt, done, said, show

Together = Callable[[list[uuid.UUID]], Undoable]
ORDERS = (
    (Order.QUIET, "Quietest for us first"),
    (Order.NAME, "By name"),
    (Order.NEAR, "Closest first"),
    (Order.WARM, "Warmest lately"),
    (Order.LAST, "Last together first"),
)
ONLIES = ((Only.QUIET, "gone quiet"), (Only.DORMANT, "old ties"), (Only.NO_RHYTHM, "no rhythm yet"))


@dataclass(frozen=True, slots=True)
class Asked:
    """The filter as it stands in the address."""

    find: str = ""
    order: Order = Order.QUIET
    only: Only = Only.ALL
    circle: uuid.UUID | None = None
    after: str = ""

    def address(self, **changed: object) -> str:
        parts = {"find": self.find, "order": self.order, "only": self.only, "circle": self.circle or "", **changed}
        if parts["order"] == Order.QUIET:
            parts["order"] = ""
        given = {name: str(value) for name, value in parts.items() if value}
        return f"/people/?{urlencode(given)}" if given else "/people/"


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the list with their picture."""

    who: PersonRow
    beat: Drawn


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter to press: pressed again it is taken off."""

    label: str
    href: str
    chosen: bool
    mark: str = ""


@require_GET
@for_member
def people(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    asked = _asked(request)
    page = people_page(
        viewer,
        clock.today(viewer.time_zone),
        circle=asked.circle,
        find=asked.find,
        order=asked.order,
        only=asked.only,
        after=asked.after,
    )
    lines = tuple(Line(one, draw(one.beat)) for one in page.rows)
    return show(
        request,
        "people.html",
        "people",
        (keys.PEOPLE,),
        page=page,
        lines=lines,
        asked=asked,
        chips=_chips(page, asked),
        orders=ORDERS,
        rhythms=RHYTHMS,
        here_again=asked.address(),
        more=asked.address(after=page.next) if page.next else "",
    )


@require_http_methods(["GET", "POST"])
@for_member
def new_person(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = NewPersonForm([(c.id, c.name) for c in circle_marks(viewer)], request.POST or None)
    added = attempt(
        form,
        lambda given: act.add_person(
            viewer,
            given["name"],
            handles=form.handles(),
            circles=[uuid.UUID(one) for one in given["circles"]],
            note=given["note"],
        ),
    )
    if added:
        return done(request, added.change, f"/people/{added.id}/")
    lede = "Only the name is needed. Everything else can come later, or by itself."
    return ask(request, form, "people", "Somebody new", request.path, button="Keep", lede=lede)


@require_POST
@for_member
def put_in_circle(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _together(request, lambda ids: circle_acts.put_in_circle(viewer, ids, _key(request, "circle")))


@require_POST
@for_member
def take_out_of_circle(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _together(request, lambda ids: circle_acts.take_out_of_circle(viewer, ids, _key(request, "circle")))


@require_POST
@for_member
def set_rhythm(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    given = request.POST.get("days", "")
    days = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else None
    return _together(request, lambda ids: tie_acts.set_rhythm(viewer, ids, days))


@require_POST
@for_member
def trash(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    return _together(request, lambda ids: act.trash_people(viewer, ids))


@require_GET
@for_member
def names(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Names to choose from while one is typed; after a comma the next one begins."""
    typed = request.GET.get("who", "")[:1000]
    before, _, begun = typed.rpartition(",")
    meant = who(viewer, begun.strip()) if begun.strip() else ()
    already = f"{before.strip()}, " if before.strip() else ""
    return show(request, "parts/names.html", "people", people=meant, already=already)


def _together(request: HttpRequest, action: Together) -> HttpResponse:
    try:
        return done(request, action([uuid.UUID(one) for one in request.POST.getlist("person")]))
    except NotAccepted as why:
        return said(request, why.sentence)
    except ValueError:
        return said(request, "Choose at least one person.")


def _asked(request: HttpRequest) -> Asked:
    given = request.GET
    return Asked(
        find=given.get("find", "").strip()[:200],
        order=Order(given["order"]) if given.get("order") in set(Order) else Order.QUIET,
        only=Only(given["only"]) if given.get("only") in set(Only) else Only.ALL,
        circle=_uuid_or_none(given.get("circle", "")),
        after=given.get("after", ""),
    )


def _chips(page: PeoplePage, asked: Asked) -> tuple[Chip, ...]:
    circles = [
        Chip(c.name, asked.address(circle="" if c.id == asked.circle else c.id), c.id == asked.circle, c.mark)
        for c in page.circles
    ]
    onlies = [
        Chip(label, asked.address(only="" if only == asked.only else only), only == asked.only)
        for only, label in ONLIES
    ]
    return (*circles, *onlies)


def _key(request: HttpRequest, name: str) -> uuid.UUID:
    key = _uuid_or_none(request.POST.get(name, ""))
    if key is None:
        raise NotAccepted("Choose a circle first.", name)
    return key


def _uuid_or_none(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
