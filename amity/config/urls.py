"""Every address of Amity, one include a surface."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView

from amity.surfaces.web.views.errors import not_offered

# Of allauth's pages those that Amity offers, each with a page of ours. The others keep their names, which allauth asks
# for, but not their addresses: Amity sends no mail, so that a password is not reset by it, nor an address confirmed.
OFFERED = "login|logout|inactive|signup|reauthenticate|password/change|password/set"

urlpatterns = [
    path("", include("amity.surfaces.web.urls")),
    path("accounts/", RedirectView.as_view(url="/settings/")),  # where allauth would lead to its page of mail addresses
    re_path(rf"^accounts/(?!(?:{OFFERED})/$)", not_offered),
    path("accounts/", include("allauth.account.urls")),
]

handler404 = "amity.surfaces.web.views.errors.not_found"
handler500 = "amity.surfaces.web.views.errors.our_fault"
handler403 = "amity.surfaces.web.views.errors.refused"
handler400 = "amity.surfaces.web.views.errors.not_understood"
