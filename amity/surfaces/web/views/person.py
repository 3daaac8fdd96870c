"""One person's page, and what the owner says about them: names, birthday, rhythm, how you met, a face, the bin."""

import uuid
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amity.actions import circles as circle_acts
from amity.actions import people as act
from amity.actions import ties as tie_acts
from amity.formats.names import first_name
from amity.lib import clock
from amity.lib.errors import NotAccepted
from amity.lib.viewer import Viewer
from amity.queries.circles import circle_marks
from amity.queries.person import Standing, face, person_page
from amity.queries.timeline import Kind, timeline
from amity.surfaces.web import keys
from amity.surfaces.web.drawing.beat import draw_large
from amity.surfaces.web.forms.people import BirthdayForm, MetThroughForm, NameForm, PhotoForm, RhythmForm
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import ask, attempt, done, show
from amity.surfaces.web.views.meant import the_one

KINDS = ((Kind.ALL, "All"), (Kind.MET, "Met"), (Kind.WRITTEN, "Written"), (Kind.NOTES, "Notes"))
LARGEST_PHOTO_BYTES = 15_000_000


class ToAnotherProgram(HttpResponseRedirect):
    """To whatever writes mail or dials on this machine."""

    allowed_schemes = ["mailto", "tel", "http", "https"]


@require_GET
@for_member
def person(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    on = clock.today(viewer.time_zone)
    page = person_page(viewer, person_id, on)
    kind, before = _kind(request), request.GET.get("before", "")
    months = page.timeline
    if kind is not Kind.ALL or before:
        months = timeline(viewer, person_id, on, before=before, kind=kind)
    return show(
        request,
        "person.html",
        "people",
        (keys.PERSON,),
        page=page,
        timeline=months,
        kinds=KINDS,
        first=page.called or first_name(page.name),
        beat=draw_large(page.tie.beat),
        is_kept=page.standing is Standing.KEPT,
        is_trashed=page.standing is Standing.TRASHED,
    )


@require_GET
@for_member
def earlier(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    """Further months alone, for the script that puts them below the others."""
    on, kind = clock.today(viewer.time_zone), _kind(request)
    months = timeline(viewer, person_id, on, before=request.GET.get("before", ""), kind=kind)
    return show(request, "parts/months.html", "people", timeline=months, person_id=person_id)


@require_GET
@for_member
def photo(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID, photo_id: uuid.UUID) -> HttpResponse:
    """Ours, decoded and written anew; still told to run nothing."""
    picture = face(viewer, photo_id)
    answer = HttpResponse(picture.content, content_type=picture.media_type)
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=31536000, immutable"
    return answer


@require_GET
@for_member
def write(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    """Straight on to a letter or a call; to their page when nothing reaches them."""
    way = person_page(viewer, person_id, clock.today(viewer.time_zone)).write_to
    return ToAnotherProgram(way.href if way else _address(person_id))


@require_http_methods(["GET", "POST"])
@for_member
def name(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    page = person_page(viewer, person_id, clock.today(viewer.time_zone))
    now = {"name": page.name, "called": page.called, "pronouns": page.pronouns}
    form = NameForm(request.POST or None, initial=now)
    change = attempt(
        form, lambda given: act.rename_person(viewer, person_id, given["name"], given["called"], given["pronouns"])
    )
    if change:
        return done(request, change, _address(person_id))
    return ask(request, form, "people", f"Names of {page.name}", request.path)


@require_http_methods(["GET", "POST"])
@for_member
def birthday(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    page = person_page(viewer, person_id, clock.today(viewer.time_zone))
    year, month, day = page.born
    form = BirthdayForm(request.POST or None, initial={"day": day, "month": month, "year": year})
    change = attempt(
        form, lambda given: act.set_birthday(viewer, person_id, given["month"], given["day"], given["year"])
    )
    if change:
        return done(request, change, _address(person_id))
    return ask(request, form, "people", f"Birthday of {page.name}", request.path)


@require_http_methods(["GET", "POST"])
@for_member
def rhythm(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    page = person_page(viewer, person_id, clock.today(viewer.time_zone))
    form = RhythmForm(request.POST or None, initial={"days": page.tie.set_days})
    change = attempt(form, lambda given: tie_acts.set_rhythm(viewer, [person_id], given["days"]))
    if change:
        return done(request, change, _address(person_id))
    return ask(request, form, "people", f"Rhythm with {page.name}", request.path)


@require_http_methods(["GET", "POST"])
@for_member
def met_through(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    page = person_page(viewer, person_id, clock.today(viewer.time_zone))
    now = {"who": page.met_through.name if page.met_through else "", "how": page.met_how}
    form = MetThroughForm(request.POST or None, initial=now)
    change = attempt(
        form,
        lambda given: act.set_met_through(
            viewer, person_id, the_one(viewer, given["who"]) if given["who"] else None, given["how"]
        ),
    )
    if change:
        return done(request, change, _address(person_id))
    return ask(request, form, "people", f"How you met {page.name}", request.path)


@require_http_methods(["GET", "POST"])
@for_member
def new_photo(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    page = person_page(viewer, person_id, clock.today(viewer.time_zone))
    form = PhotoForm(request.POST, request.FILES) if request.method == "POST" else PhotoForm()
    change = attempt(form, lambda given: act.set_photo(viewer, person_id, _bytes_of(given["photo"])))
    if change:
        return done(request, change, _address(person_id))
    return ask(request, form, "people", f"A picture of {page.name}", request.path)


@require_POST
@for_member
def photo_removed(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, act.remove_photo(viewer, person_id))


@require_GET
@for_member
def circles(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    page = person_page(viewer, person_id, clock.today(viewer.time_zone))
    inside = {circle.id for circle in page.circles}
    marks = [(circle, circle.id in inside) for circle in circle_marks(viewer)]
    return show(request, "circles_of.html", "people", page=page, marks=marks, back=_address(person_id))


@require_POST
@for_member
def into_circle(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID, circle_id: uuid.UUID) -> HttpResponse:
    return done(request, circle_acts.put_in_circle(viewer, [person_id], circle_id), _address(person_id))


@require_POST
@for_member
def out_of_circle(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID, circle_id: uuid.UUID) -> HttpResponse:
    return done(request, circle_acts.take_out_of_circle(viewer, [person_id], circle_id), _address(person_id))


@require_POST
@for_member
def kin(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, tie_acts.set_kin(viewer, person_id, True))


@require_POST
@for_member
def not_kin(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, tie_acts.set_kin(viewer, person_id, False))


@require_POST
@for_member
def keep(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, act.keep_person(viewer, person_id))


@require_POST
@for_member
def leave_out(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, act.leave_out_person(viewer, person_id))


@require_POST
@for_member
def trash(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, act.trash_person(viewer, person_id), "/people/")


@require_POST
@for_member
def restore(request: HttpRequest, viewer: Viewer, person_id: uuid.UUID) -> HttpResponse:
    return done(request, act.restore_person(viewer, person_id))


def _address(person_id: uuid.UUID) -> str:
    return f"/people/{person_id}/"


def _kind(request: HttpRequest) -> Kind:
    given = request.GET.get("kind", "")
    return Kind(given) if given in set(Kind) else Kind.ALL


def _bytes_of(picture: "UploadedFile[Any]") -> bytes:
    if (picture.size or 0) > LARGEST_PHOTO_BYTES:
        raise NotAccepted("That picture is larger than 15 MB. A smaller one will do.", "photo")
    return bytes(picture.read())
