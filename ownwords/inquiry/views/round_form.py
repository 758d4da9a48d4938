"""A form of a round on a page of its own, and the way back to the step that it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy
from ownwords.inquiry.models import CheckingRound
from ownwords.inquiry.views.onwards import to_page
from ownwords.people.views.form_page import form_page


def step_form(
    request: HttpRequest,
    opened: OpenedStudy,
    row: CheckingRound | None,
    form: Any,
    act: Callable[[], Any],
    *,
    said: str | Callable[[Any], str] = "",
    part: str = "",
    template: str = "inquiry/checking/form.html",
    onwards: Callable[[Any], HttpResponse] | None = None,
    **context: Any,
) -> HttpResponse:
    """Show a form of a round; once kept, go on to `part` of its page, or to where `onwards` says.

    Args:
        row: the round; None while it is being begun.
        context: what the template needs, among it `heading`.
    """

    def page(form: Any, status: int = 200) -> HttpResponse:
        found = {"opened": opened, "row": row, "form": form, **context}
        return render(request, template, found, status=status)

    back = onwards or (lambda kept: to_page(opened, "round", (row or kept).id, part=part))
    return form_page(request, form, page=page, act=act, said=said or _("Saved."), onwards=back, again=True)
