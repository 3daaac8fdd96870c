"""When something did not work: a sentence, a status, a way back."""

from typing import NoReturn

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/not_found.html", status=404)


def not_offered(request: HttpRequest) -> NoReturn:
    """An address of somebody else's pages that Amity does not have."""
    raise Http404("There is no such page.")


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/refused.html", status=403)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/not_understood.html", status=400)


def our_fault(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/our_fault.html", status=500)
