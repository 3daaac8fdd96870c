"""Who is looking. Every page but sign-in goes through `for_member`."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django_htmx.http import HttpResponseClientRedirect

from amity.lib.errors import NotAccepted, NotHere
from amity.lib.viewer import Viewer
from amity.queries.settings import Likes, likes

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
MemberView = Callable[Concatenate[HttpRequest, Viewer, P], HttpResponseBase]
SIGNED_OUT = Likes(
    time_zone="UTC",
    language="en-gb",
    today_limit=12,
    weekly_contacts=10,
    single_keys=True,
    light="machine",
    keep_text=True,
)


def viewer_of_request(request: HttpRequest) -> Viewer | None:
    """What the middleware put there; None for someone who is not signed in or belongs nowhere."""
    viewer: Any = getattr(request, "viewer", None)
    return viewer or None


def for_member(view: MemberView[P]) -> View[P]:
    """Hand the viewer to a view, or send the visitor to sign in. What is not theirs is not found."""

    @wraps(view)
    def inside(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        viewer = viewer_of_request(request)
        if viewer is None:
            return _to_sign_in(request)
        try:
            return view(request, viewer, *args, **kwargs)
        except NotHere as nothing:
            raise Http404(str(nothing)) from None
        except NotAccepted as odd:  # a cursor in an address that no page gave
            raise BadRequest(odd.sentence) from None
        except PermissionError as refused:
            raise PermissionDenied(str(refused)) from None

    return inside


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    way = redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(way.url)
    return way


def likes_of(request: HttpRequest) -> Likes:
    """How the one who looks likes their day, asked for once a request."""
    kept: Likes | None = getattr(request, "likes", None)
    if kept is None:
        viewer = viewer_of_request(request)
        kept = likes(viewer) if viewer else SIGNED_OUT
        request.likes = kept  # type: ignore[attr-defined]  # kept for the rest of this request
    return kept
