"""Small things that the administration's views share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest

from ownwords.people.refusals import Refused


def tell(form: forms.Form, no: Refused) -> None:
    """Show on the form what an action refused, beside the field where there is one."""
    for name, text in no.messages.items():
        form.add_error(name if name in form.fields else None, text)


def page_start(request: HttpRequest, size: int) -> int:
    """Return the place of the first row of the page that was asked for; anything odd is the first page."""
    text = request.GET.get("page", "1")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
    return (max(number, 1) - 1) * size


def page_links(request: HttpRequest, total: int, start: int, size: int) -> dict[str, Any] | None:
    """Return `pages`, `previous` and `next` for the pagination macro; None when one page holds everything."""
    last = max(1, -(-total // size))
    if last == 1:
        return None
    here = min(start // size + 1, last)
    shown = [number for number in range(1, last + 1) if number in (1, last) or abs(number - here) <= 1]
    pages: list[dict[str, Any]] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            pages.append({"ellipsis": True})
        pages.append({"number": number, "href": _address(request, number), "current": number == here})
    return {
        "pages": pages,
        "previous": _address(request, here - 1) if here > 1 else None,
        "next": _address(request, here + 1) if here < last else None,
    }


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
