"""Around every request: a strict content policy, and the viewer."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from amity.queries.access import viewer_of

Next = Callable[[HttpRequest], HttpResponse]


class ContentSecurity:
    """A nonce an answer. Django 5.2 has no content policy of its own; 6.0 has, and then this goes."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        nonce = secrets.token_urlsafe(16)
        request.csp_nonce = nonce  # type: ignore[attr-defined]  # as templates and allauth know it
        response = self.get_response(request)
        response.setdefault(
            "Content-Security-Policy",
            f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
            "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
            "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        )
        if request.method == "POST" and request.path == reverse("account_logout"):
            response["Clear-Site-Data"] = '"storage"'  # a note left for later goes with the one who wrote it
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()")
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.setdefault("Cache-Control", "private, no-store")
        return response


class ViewerOfRequest:
    """`request.viewer`: who is looking, asked for once and only when needed."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(  # type: ignore[attr-defined]  # views read it through views.access
            lambda: viewer_of(request.user.pk) if request.user.is_authenticated else None
        )
        return self.get_response(request)
