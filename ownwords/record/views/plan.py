"""The plan on one page: to read, to print, as PDF, and as plain text for another system."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ownwords.people.access import Opened
from ownwords.people.roles import Permission
from ownwords.people.routes import person_page
from ownwords.record import plan_pdf
from ownwords.record.queries.plan import plan_of
from ownwords.record.views.plan_parts import plan_page, plan_text_of


@person_page(Permission.READ_RECORD, part="plan")
def plan(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the plan as a page that prints on A4."""
    return render(request, "record/plan/plan.html", _context(opened))


def _context(opened: Opened) -> dict[str, Any]:
    return {
        "opened": opened,
        "person": opened.person,
        "may_write": opened.may(Permission.WRITE_RECORD),
        "plan": plan_page(opened, plan_of(opened)),
        "today": timezone.localdate(),
    }


@person_page(Permission.READ_RECORD, part="plan_copy")
def plan_as_pdf(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Send the plan as a tagged PDF; say so in words when this machine cannot make one."""
    context = _context(opened)
    page = loader.get_template("record/plan/paper.html").render(
        {**context, "language": get_language() or "en-gb"}
    )
    try:
        made = plan_pdf.make(page)
    except plan_pdf.CannotMake:
        return render(request, "record/plan/no_pdf.html", context, status=503)
    return _attached(made, "application/pdf", opened, "pdf")


@person_page(Permission.READ_RECORD, part="plan_copy")
def plan_text(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Show the plan as plain text to copy, or send it as a file with `?file=1`."""
    text = plan_text_of(opened, plan_of(opened))
    if "file" not in request.GET:
        context = {
            "opened": opened,
            "person": opened.person,
            "text": text,
            "lines": min(text.count("\n") + 2, 40),
        }
        return render(request, "record/plan/text.html", context)
    return _attached(text.encode(), "text/plain; charset=utf-8", opened, "txt")


def _attached(body: bytes, kind: str, opened: Opened, ending: str) -> HttpResponse:
    name = slugify(opened.person.called) or "person"
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{_("plan")}-{name}.{ending}"'
    return response
