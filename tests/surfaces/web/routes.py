"""Every address of the web surface, with keys filled in."""

import uuid
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver

from amity.surfaces.web import urls

OPEN_TO_ALL = {"welcome", "look_around"}


@dataclass(frozen=True)
class Route:
    """`keys` are the names of what stands in the address, as "person_id"."""

    name: str
    template: str
    keys: tuple[str, ...]

    def address(self, known):
        """With keys of rows, or keys that nothing has."""
        return "/" + self.template.format(**{key: known.get(key) or uuid.uuid4() for key in self.keys})


def every_route():
    return [route for route in _walk(urls.urlpatterns, "", ()) if route.name not in OPEN_TO_ALL]


def _walk(patterns, before, keys):
    for one in patterns:
        names = tuple(one.pattern.converters)
        template = str(one.pattern)
        for name, converter in one.pattern.converters.items():
            kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
            template = template.replace(f"<{kind}:{name}>", f"{{{name}}}")
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, before + template, keys + names)
        elif isinstance(one, URLPattern):
            yield Route(one.name, before + template, keys + names)
