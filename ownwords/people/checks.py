"""Start-up checks: a route that does not say who may use it stops the service."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from ownwords.people.routes import Route

# Pages that the sign-in library brings. They hold no record; the access matrix walks them like all others.
LIBRARY_MODULES = ("allauth.",)


def walk(resolver: URLResolver, prefix: str = "", space: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield (address pattern, full name, view) of every route of the service."""
    for entry in resolver.url_patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry, address, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield address, f"{space}{entry.name}" if entry.name else "", entry.callback


def route_of(view: Any) -> Route | None:
    """Return what a view declares about itself, if it does."""
    return getattr(view, "route", None)


def is_library(view: Any) -> bool:
    """Whether a view comes with the sign-in library."""
    return getattr(view, "__module__", "").startswith(LIBRARY_MODULES)


@register()
def every_route_names_its_permission(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse to start when a route declares neither a permission nor that it is open to anybody."""
    return [
        Error(
            f"The route “{address}” names no permission and no access function.",
            hint="Declare its view with open_page, signed_in_page, role_page, person_page or thing_page.",
            id="people.E001",
        )
        for address, _name, view in walk(get_resolver())
        if route_of(view) is None and not is_library(view)
    ]
