"""Where pages of a study go on to."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseRedirect
from django.urls import reverse

from ownwords.inquiry.access import OpenedStudy


def to_page(opened: OpenedStudy, name: str, *ids: Any, part: str = "") -> HttpResponseRedirect:
    """Return the way to a page of the study, by its route's name; `part` is an anchor on it."""
    path = reverse(f"inquiry:{name}", args=[opened.study.id, *ids])
    return HttpResponseRedirect(f"{path}#{part}" if part else path, status=303)
