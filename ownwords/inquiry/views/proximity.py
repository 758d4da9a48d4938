"""Two codes near one another: the pairs with both passages, and the table to take away."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ownwords.inquiry.access import OpenedStudy, study_page
from ownwords.inquiry.forms.proximity import UNITS, NearForm
from ownwords.inquiry.presenters import proximity as presenters
from ownwords.inquiry.presenters.analysis import labels_of, page_of, taken_away
from ownwords.inquiry.queries.arrays_codes import tree_of
from ownwords.inquiry.queries.arrays_seen import seen_by_viewer
from ownwords.inquiry.queries.passages import coders, quotations_of
from ownwords.inquiry.queries.proximity import near_one_another
from ownwords.people.access import NotFound

PAIRS = 20


@study_page()
def proximity(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Show for each passage of one code the nearest of another, where it is near enough."""
    form, tree = NearForm(request.GET), tree_of(opened.study)
    names, near = labels_of(tree), form.to_near()
    context: dict[str, Any] = {
        "opened": opened,
        "form": form,
        "units": UNITS,
        "codes": [("", _("choose")), *((one.id, "– " * one.depth + one.name) for one in tree)],
        "coders": coders(opened),
        "near": near,
        "same": bool(form.data.get("first")) and form.data.get("first") == form.data.get("second"),
    }
    if near is not None:
        if not {near.first, near.second} <= set(names):
            raise NotFound
        answer = near_one_another(seen_by_viewer(opened), near)
        shown = page_of(answer.pairs, form.page_number, PAIRS)
        words = quotations_of(opened, {key for pair in shown.rows for key in (pair.one, pair.other)})
        context |= {
            "said": presenters.said(answer, near, names),
            "turned": shown,
            "pairs": [
                (words[pair.one], words[pair.other], presenters.apart(pair.apart, near.unit))
                for pair in shown.rows
                if pair.one in words and pair.other in words
            ],
            "here": urlencode({name: value for name, value in request.GET.items() if name != "page"}),
        }
    return render(request, "inquiry/grounded/proximity.html", context)


@study_page()
def proximity_file(request: HttpRequest, opened: OpenedStudy) -> HttpResponse:
    """Hand out the pairs as a table."""
    near = NearForm(request.GET).to_near()
    if near is None or not {near.first, near.second} <= set(labels_of(tree_of(opened.study))):
        raise NotFound
    answer = near_one_another(seen_by_viewer(opened), near)
    header = (
        _("text"), _("turn"), _("speaker"), _("passage"), _("turn of the other"), _("speaker of the other"),
        _("other passage"), _("apart"),
    )  # fmt: skip
    return taken_away("near-one-another", header, presenters.flat(opened, answer))
