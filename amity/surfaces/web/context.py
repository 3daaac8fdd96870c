"""What every page needs beside its own."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from amity.surfaces.web.views.access import likes_of


def page(request: HttpRequest) -> dict[str, Any]:
    """`frame` is the whole frame, or only its changing part when a script swaps the page in place."""
    return {
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "frame": "part.html" if getattr(request, "htmx", False) else "frame.html",
        "like": SimpleLazyObject(lambda: likes_of(request)),
    }
