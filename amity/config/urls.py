"""Every address of Amity, one include a surface."""

from django.urls import include, path

urlpatterns = [
    path("", include("amity.surfaces.web.urls")),
    path("accounts/", include("allauth.account.urls")),
]

handler404 = "amity.surfaces.web.views.errors.not_found"
handler500 = "amity.surfaces.web.views.errors.our_fault"
handler403 = "amity.surfaces.web.views.errors.refused"
handler400 = "amity.surfaces.web.views.errors.not_understood"
