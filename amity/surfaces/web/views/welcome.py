"""The one-time address that lets the owner in: choose a name and a password. Opening it spends nothing."""

from django.conf import settings
from django.contrib.auth import authenticate, get_backends, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from amity.actions.setup import TokenState, claim, signed_in_by, token_state
from amity.lib.errors import NotHere
from amity.surfaces.web.forms.settings import ClaimForm
from amity.surfaces.web.views.answers import UNPROCESSABLE, attempt


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    state = token_state(token)
    if state is not TokenState.OPEN:
        return render(request, "welcome_spent.html", {"used": state is TokenState.USED}, status=404)
    form = ClaimForm(request.POST if request.method == "POST" else None)
    try:
        user_id = attempt(form, lambda given: claim(token, given["username"], given["password"]))
    except NotHere:
        return render(request, "welcome_spent.html", {"used": True}, status=404)
    if user_id:
        user = authenticate(request, username=form.cleaned_data["username"], password=form.cleaned_data["password"])
        if user is not None:
            login(request, user)
        return redirect("/")
    return render(request, "welcome.html", {"form": form}, status=UNPROCESSABLE if form.is_bound else 200)


@never_cache
@require_http_methods(["GET"])
def look_around(request: HttpRequest, token: str) -> HttpResponse:
    """The sample life's own address: whoever has it is signed in."""
    user_id = signed_in_by(token)
    backend = get_backends()[0]
    user = backend.get_user(user_id) if user_id else None
    if user is None:
        return render(request, "welcome_spent.html", {"used": False}, status=404)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect("/")
