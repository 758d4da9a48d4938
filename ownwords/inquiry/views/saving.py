"""A form of a study on a page of its own: shown, kept or refused, and back to the page that it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page


def saved_form(
    request: HttpRequest,
    opened: OpenedStudy,
    template: str,
    form: Any,
    act: Callable[[], Any],
    *,
    back: str,
    part: str = "",
    again: bool = True,
    **context: Any,
) -> HttpResponse:
    """Show a form by its template; once it is kept, say so and go back.

    Args:
        back: name of the route to go to then; `part` is an anchor on it.
        again: see `save_or_explain`.
        context: what else the template needs.
    """

    def page(form: Any, status: int = 200) -> HttpResponse:
        return render(request, template, {"opened": opened, "form": form, **context}, status=status)

    def onwards(_kept: Any) -> HttpResponse:
        return to_page(opened, back, part=part)

    return form_page(request, form, page=page, act=act, said=_("Saved."), onwards=onwards, again=again)
