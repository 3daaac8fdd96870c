"""The worker command."""

from django.apps import AppConfig


class Jobs(AppConfig):
    name = "amity.surfaces.jobs"
    label = "jobs"
