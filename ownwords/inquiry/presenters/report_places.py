"""Where in the service something can be seen that a report says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse


class Places:
    """Addresses of one study's pages. A page that the service does not have has no address."""

    def __init__(self, study_id: UUID) -> None:
        self._study = study_id

    def __call__(self, name: str, *ids: Any, part: str = "", query: str = "") -> str:
        """Return the address of a page by its route's name, "" where there is none."""
        try:
            path = reverse(f"inquiry:{name}", args=[self._study, *ids])
        except NoReverseMatch:
            return ""
        return path + (f"?{query}" if query else "") + (f"#{part}" if part else "")
