"""Codes by an attribute of people or texts, or by text; the passages behind a cell, and the table to take away."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.forms.analysis import MatrixForm
from ownwords.inquiry.presenters import analysis_matrix as presenters
from ownwords.inquiry.presenters.analysis import labels_of, page_of, taken_away
from ownwords.inquiry.queries import matrix as queries
from ownwords.inquiry.queries.arrays_codes import tree_of
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.queries.matrix_columns import Of, attributes_in_use, columns_of, pseudonyms
from ownwords.inquiry.queries.passages import quotations_of
from ownwords.inquiry.views.analysis import shared
from ownwords.people.access import NotFound
from ownwords.people.forms.fields import SubmissionField

ROWS, ACROSS, PASSAGES = 50, 8, 50


@study_page()
def matrix(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the matrix, some codes and some columns at a time."""
    form = MatrixForm(request.GET)
    by = form.to_by()
    found = queries.table(seen_by_viewer(opened), by, form.to_choice())
    context = shared(opened, form)
    codes = [
        one for one in context["tree"] if any((one.id, n) in found.cells for n in range(len(found.wholes)))
    ]
    across = page_of(range(len(found.wholes)), form.cleaned_data.get("across") or 1, ACROSS)
    rows = page_of(codes, form.page_number, ROWS)
    context |= {
        "by": by,
        "offered_by": presenters.offered(attributes_in_use(opened.study)),
        "of_people": by.of is Of.PEOPLE,
        "left_out": found.left_out,
        "across": across,
        "rows": rows,
        "columns": [presenters.column(found, by, place) for place in across.rows],
        "lines": [presenters.line(found, one, across.rows) for one in rows.rows],
    }
    return render(request, "inquiry/analysis/matrix.html", context)


@study_page()
def cell(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show the passages behind one cell."""
    form, code = MatrixForm(request.GET), SubmissionField().clean(request.GET.get("for"))
    names = labels_of(tree_of(opened.study))
    key, by = request.GET.get("column", ""), form.to_by()
    found = (
        queries.passages_of(seen_by_viewer(opened), by, form.to_choice(), code, key)
        if code in names
        else None
    )
    if code is None or found is None:
        raise NotFound
    shown = page_of(found, form.page_number, PASSAGES)
    words = quotations_of(opened, {one.coding for one in shown.rows})
    columns = columns_of(opened.study, by)
    context: dict[str, Any] = {
        "opened": opened,
        "form": form,
        "code": names[code],
        "code_id": code,
        "key": key,
        "column": columns.names[columns.keys.index(key)],
        "shown": shown,
        "people": pseudonyms(opened.study) if by.of is Of.PEOPLE else {},
        "passages": [(words[one.coding], one.person) for one in shown.rows if one.coding in words],
    }
    return render(request, "inquiry/analysis/cell.html", context)


@study_page()
def matrix_file(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Hand out every cell of the matrix, as a table with a row for each code and column."""
    form = MatrixForm(request.GET)
    by, tree = form.to_by(), tree_of(opened.study)
    found = queries.table(seen_by_viewer(opened), by, form.to_choice())
    units = _("people") if by.of is Of.PEOPLE else _("texts")
    header = (
        _("code"),
        _("column"),
        _("passages"),
        units,
        _("of so many"),
        _("words"),
        _("of so many words"),
    )
    return taken_away("matrix", header, presenters.flat(found, tree))
