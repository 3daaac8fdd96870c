"""The one Django app with models."""

from django.apps import AppConfig


class Records(AppConfig):
    name = "amity.records"
    label = "records"
