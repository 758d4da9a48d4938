"""Constant comparison: choosing two things, seeing them side by side, writing down what that showed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.actions.comparing import write_comparison
from ownwords.inquiry.forms.comparing import ComparisonForm
from ownwords.inquiry.models import About, Memo
from ownwords.inquiry.queries import comparing as queries
from ownwords.inquiry.queries import passages
from ownwords.inquiry.queries.categories import categories_of_codes_in_view
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.comparing import Thing
from ownwords.people.access import NotFound
from ownwords.people.forms.fields import SubmissionField
from ownwords.people.views.form_page import form_page, sent


@study_page()
def compare(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Let the first thing be chosen: a passage of a code, or a category."""
    return render(request, "inquiry/grounded/compare.html", _choice(request, opened))


@study_page()
def compare_with(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Let the second thing be chosen, beside the first."""
    one = queries.side(opened, _asked(request, "one"))
    own = one.quotation.coding.code_id if one.quotation else None
    context = _choice(request, opened, usual=own) | {
        "one": one,
        "before": queries.compared_with(opened, one.thing),
    }
    return render(request, "inquiry/grounded/compare.html", context)


def _choice(request: HttpRequest, opened: OpenedStudy, usual: Any = None) -> dict[str, Any]:
    """Return codes and categories to choose from, and a page of passages of the code that is asked for."""
    tree = [one for one in codebook(opened) if one.passages]
    asked = SubmissionField().clean(request.GET.get("code")) if "code" in request.GET else usual
    code = next((one.code for one in tree if one.code.id == asked), None)
    found: list[passages.Quotation] = []
    after = None
    if code is not None:
        place = passages.Place.read(request.GET.get("after", ""))
        found, after = passages.page_of(opened, passages.Sought(code.id), place)
    kept = {"one": request.GET["one"]} if "one" in request.GET else {}
    return {
        "opened": opened,
        "one": None,
        "codes": [(one.code.id, "– " * one.depth + f"{one.code.name} ({one.passages})") for one in tree],
        "code": code,
        "quotations": found,
        "categories": categories_of_codes_in_view(opened),
        "further": f"?{urlencode({**kept, 'code': code.id, 'after': str(after)})}" if code and after else "",
    }


@study_page()
def compare_two(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show two things side by side, what was written of them, and room to write."""
    one, other = (queries.side(opened, _asked(request, name)) for name in ("one", "other"))
    if one.thing == other.thing:
        raise NotFound
    form = ComparisonForm(sent(request))

    def act() -> Memo:
        return write_comparison(opened=opened, one=one.thing, other=other.thing, **form.cleaned_data)

    def page(form: ComparisonForm, status: int = 200) -> HttpResponse:
        before = list(queries.comparisons_of(opened, one.thing, other.thing))
        context = {"opened": opened, "form": form, "one": one, "other": other, "before": before, "of": About}
        return render(request, "inquiry/grounded/two.html", context, status=status)

    return form_page(
        request, form, page=page, act=act, said=_("The comparison is kept as a memo on both."),
        onwards=lambda _kept: HttpResponseRedirect(request.get_full_path(), status=303),
    )  # fmt: skip


def _asked(request: HttpRequest, name: str) -> Thing:
    thing = Thing.read(request.GET.get(name, ""))
    if thing is None:
        raise NotFound
    return thing
