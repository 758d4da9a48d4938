"""All passages of a code side by side, a column for each value of an attribute."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.forms.analysis import MatrixForm
from ownwords.inquiry.presenters.analysis import shown_page
from ownwords.inquiry.presenters.analysis_matrix import offered
from ownwords.inquiry.queries.codes import codebook
from ownwords.inquiry.queries.comparing_by import Column, columns_side_by_side
from ownwords.inquiry.queries.matrix_columns import attributes_in_use
from ownwords.people.forms.fields import SubmissionField

COLUMNS = 8


@study_page()
def compare_by(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the passages of a code by an attribute of who speaks or of the text, up to eight columns a page."""
    form = MatrixForm(request.GET)
    in_use = attributes_in_use(opened.study)
    by = form.to_by() if "by" in request.GET or not in_use else in_use[0][0]
    tree = [one for one in codebook(opened) if one.passages]
    asked = SubmissionField().clean(request.GET.get("for")) if "for" in request.GET else None
    code = next((one.code for one in tree if one.code.id == asked), tree[0].code if tree else None)
    columns: list[Column] = []
    number = 0
    if code is not None:
        begin = (form.page_number - 1) * COLUMNS
        columns, number = columns_side_by_side(opened, code.id, by, begin=begin, most=COLUMNS)
    context = {
        "opened": opened,
        "code": code,
        "codes": [(one.code.id, "– " * one.depth + one.code.name) for one in tree],
        "by": by,
        "offered_by": offered(in_use),
        "turned": shown_page(columns, form.page_number, COLUMNS, number),
        "here": urlencode({"for": code.id, "by": str(by)}) if code else "",
    }
    return render(request, "inquiry/grounded/by.html", context)
