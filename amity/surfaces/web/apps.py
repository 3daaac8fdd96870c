"""Templates, static files and views."""

from django.apps import AppConfig


class Web(AppConfig):
    name = "amity.surfaces.web"
    label = "web"
