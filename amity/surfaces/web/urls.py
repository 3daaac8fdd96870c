"""A URL per noun and per change of state."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
