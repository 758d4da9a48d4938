"""Looking together: a page that leads to nothing else while the person holds the device (refocus R16)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest


def looking_together(request: HttpRequest) -> bool:
    """Whether the page is asked for without menu, without notices, and without ways to other people."""
    return "together" in request.GET


def alone(page: Any, address: str) -> Any:
    """Return the frame's values without what leads to other people or to the worker's other work."""
    return replace(
        page,
        navigation=(),
        notices=(),
        switch_role_url=None,
        account_url=None,
        sign_out_url=None,
        home_url=address,
    )
