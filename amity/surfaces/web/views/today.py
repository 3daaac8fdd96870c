"""Today, and what one answers to a suggestion."""

import uuid
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amity.actions import today as act
from amity.judgement.due import Due
from amity.judgement.lede import kept_by_words, late_words
from amity.judgement.pronouns import Spoken, spoken
from amity.judgement.vocabulary import HandleKind
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.handles import with_letter
from amity.queries.resolve import brief
from amity.queries.today import AskHow, PromiseRow, ReachOut, TodayPage, today_page
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


@dataclass(frozen=True, slots=True)
class Keeping:
    """A promise with when it is for, the quiet word behind that, and the kind one below it."""

    promise: PromiseRow
    when: str
    behind: str
    note: str


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody to ask how one can help; `href` opens a letter that holds the question, or dials, "" for neither."""

    who: AskHow
    spoken: Spoken
    href: str
    by_phone: bool


@require_GET
@for_member
def today(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    on = clock.today(viewer.time_zone)
    page = today_page(viewer, on)
    lines = tuple(Line(one, draw(one.beat)) for one in page.reach_out)
    return show(
        request,
        "today.html",
        "today",
        (keys.TODAY,),
        page=page,
        keeping=_keeping(page),
        lines=lines,
        asking=tuple(_asking(one) for one in page.ask_how),
        on=on,
    )


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


def _keeping(page: TodayPage) -> tuple[Keeping, ...]:
    to_write_to = {one.person_id for one in page.reach_out}
    return tuple(
        Keeping(
            one,
            *kept_by_words(Due(one.due_on, one.due_words), one.said_on, page.on),
            late_words(one.due_on, writes_anyway=one.person_id in to_write_to, today=page.on),
        )
        for one in page.promises
    )


def _asking(who: AskHow) -> Asking:
    way = next(iter(who.channels), None)
    href = with_letter(way.href, "", who.question) if way else ""
    return Asking(who, spoken(who.pronouns), href, by_phone=way is not None and way.kind is HandleKind.PHONE)
