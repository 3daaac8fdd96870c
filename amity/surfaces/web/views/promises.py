"""The ledger of promises, and what one answers to each: kept, let go, yes I promised this, no."""

import uuid
from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amity.actions import promises as act
from amity.lib import clock
from amity.lib.viewer import Viewer
from amity.queries.promises import PromiseRow, promise_row, promises_page
from amity.queries.resolve import brief
from amity.surfaces.web import keys
from amity.surfaces.web.forms.promises import LetGoForm, PromiseChangeForm, PromiseForm
from amity.surfaces.web.views.access import for_member
from amity.surfaces.web.views.answers import Undoable, ask, attempt, did, done, show
from amity.surfaces.web.views.meant import the_one

VERBS: Mapping[str, Callable[[Viewer, uuid.UUID], Undoable]] = {
    "kept": act.keep_promise,
    "not-kept-by-that": act.not_kept_by_that,
    "open-again": act.open_again,
    "accepted": act.accept_promise,
    "dismissed": act.dismiss_promise,
    "removed": act.remove_promise,
}


@require_GET
@for_member
def promises(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    on, everything = clock.today(viewer.time_zone), "all" in request.GET
    page = promises_page(viewer, on, show_all=everything, after=request.GET.get("after", ""))
    return show(request, "promises.html", "promises", (keys.PROMISES,), page=page)


@require_http_methods(["GET", "POST"])
@for_member
def new(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    form = PromiseForm(request.POST if request.method == "POST" else None, initial=_begun(request, viewer))
    change = attempt(
        form,
        lambda given: act.add_promise(
            viewer,
            the_one(viewer, given["who"]),
            given["what"],
            mine=given["side"] == "mine",
            due_on=(due := act.due_of(viewer, given["due_on"])).on,
            due_words=due.words,
            private=given["private"],
        ),
    )
    if change:
        return done(request, change)
    return ask(request, form, "promises", "A promise", "/promises/new/")


@require_http_methods(["GET", "POST"])
@for_member
def correct(request: HttpRequest, viewer: Viewer, promise_id: uuid.UUID) -> HttpResponse:
    was = promise_row(viewer, promise_id, clock.today(viewer.time_zone))
    form = PromiseChangeForm(request.POST if request.method == "POST" else None, initial=_now(was))
    change = attempt(
        form,
        lambda given: act.correct_promise(
            viewer,
            promise_id,
            what=given["what"],
            due_on=(due := act.due_of(viewer, given["due_on"])).on,
            due_words=due.words,
            person_id=was.person_id if given["who"] == was.name else the_one(viewer, given["who"]),
        ),
    )
    if change:
        return done(request, change)
    return ask(request, form, "promises", "This promise", request.path, remove=f"{request.path}removed")


@require_http_methods(["GET", "POST"])
@for_member
def let_go(request: HttpRequest, viewer: Viewer, promise_id: uuid.UUID) -> HttpResponse:
    was = promise_row(viewer, promise_id, clock.today(viewer.time_zone))
    form = LetGoForm(request.POST if request.method == "POST" else None)
    form.fields["they_know"].label = f"{was.called} knows"
    change = attempt(form, lambda given: act.release_promise(viewer, promise_id, they_know=given["they_know"]))
    if change:
        return done(request, change)
    return ask(request, form, "promises", f"Let go: {was.what}", request.path, button="Let it go", others=promise_id)


@require_POST
@for_member
def answered(request: HttpRequest, viewer: Viewer, promise_id: uuid.UUID, verb: str) -> HttpResponse:
    return did(request, lambda: VERBS[verb](viewer, promise_id))


@require_POST
@for_member
def kept_by_that(request: HttpRequest, viewer: Viewer, promise_id: uuid.UUID) -> HttpResponse:
    """Yes to "did that keep it?": kept on the day of that letter."""
    asked = promise_row(viewer, promise_id, clock.today(viewer.time_zone)).asks_kept
    return did(request, lambda: act.keep_promise(viewer, promise_id, asked.on if asked else None))


@require_POST
@for_member
def accepted_undated(request: HttpRequest, viewer: Viewer, promise_id: uuid.UUID) -> HttpResponse:
    return did(request, lambda: act.accept_promise(viewer, promise_id, due_on=None))


def _begun(request: HttpRequest, viewer: Viewer) -> dict[str, str]:
    """With somebody already named, from their page."""
    try:
        return {"who": brief(viewer, uuid.UUID(request.GET.get("with", ""))).name}
    except ValueError:
        return {}


def _now(was: PromiseRow) -> dict[str, str]:
    due = f"{was.due_on.day} {was.due_on:%B %Y}" if was.due_on else was.due_words
    return {"what": was.what, "due_on": due, "who": was.name}
